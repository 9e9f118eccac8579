"""Who says what: attributions as the text has them, claims with their chain from the outlet to the first speaker."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.model.span import Span

OUTLET = "outlet"
"""The origin of what an outlet says in its own voice."""

MODES = ("states", "denies", "estimates", "pledges", "demands", "hedged")
UNNAMED_KINDS = (
    "official",
    "military",
    "security",
    "diplomatic",
    "medical",
    "witness",
    "activist",
    "media",
    "analyst",
    "source",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a chain. `role`: outlet, translator, agency, media, official, state, group, expert, witness,
    document, post or unnamed. `name` is where it stands in the text; `entity` who it is, where resolved.
    """

    role: str
    name: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One (source, cue) pair that asserts something, as eval guidelines define it.

    `source` is None when the speaker is only inside the verb; `refers_to` is then the mention it stands for.
    `via`: transmitters, nearest to the outlet first. `origin`: entity id, "outlet" or "unnamed:<kind>".
    `chain`: links from the outlet to the first speaker. `outer`: index of the attribution in whose content this one stands.
    `sentence`: index of the sentence that holds the cue. `rule`: what made it; `mode_cue`: the word that decided the mode.
    """

    cue: Span
    source: Span | None
    refers_to: Span | None
    content: Span | None
    kind: str
    mode: str
    via: tuple[Span, ...] = ()
    origin: str = "unnamed:source"
    chain: tuple[Link, ...] = ()
    outer: int | None = None
    sentence: int = 0
    rule: str = ""
    lemma: str = ""
    mode_cue: Span | None = None
    why_open: str = ""  # why the source could not be resolved, where it could not


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one attribution, or the outlet's own voice, asserts. `kind`: direct, indirect, mixed or narration.

    `attribution` is the index into the article's attributions, None for narration. `happened`-like doubt is in `mode`.
    `also`: those who say it together with `origin` («الاستخبارات الأوكرانية والكورية الجنوبية»); set by `reconcile`.
    """

    id: str
    article: str
    content: Span
    sentence: Span
    chain: tuple[Link, ...]
    origin: str
    mode: str
    kind: str
    attribution: int | None = None
    events: tuple[str, ...] = field(default=())
    also: tuple[str, ...] = ()
