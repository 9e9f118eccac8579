"""Events by PLOVER type, and estimates: low, best and high of one measure, as of a time, by an origin."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.span import Span

PLOVER = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
MEASURES = [
    "killed",
    "wounded",
    "casualties",
    "affected",
    "treated",
    "missing",
    "captured",
    "arrested",
    "charged",
    "sentenced",
    "released",
    "displaced",
    "refugees",
    "evacuated",
    "attended",
    "sent",
    "launched",
    "struck",
    "attacks",
    "taken",
    "destroyed",
    "vehicles",
    "weapons",
    "money",
    "agreements",
    "other",
]
STANDINGS = ("happened", "planned", "pledged", "rumoured", "demanded", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A phrase in the role of actor, recipient or place, and who or what it is, where resolved."""

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as one article tells it. `happened`: yes, no, planned or hedged. `time` is EDTF.

    `attribution`: index into the article's attributions, None in the outlet's own voice. `claim`: id of its claim.
    """

    id: str
    article: str
    type: str
    mode: str | None
    trigger: Span
    actors: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    place: Ref | None = None
    time: str | None = None
    time_span: Span | None = None
    attribution: int | None = None
    claim: str | None = None
    happened: str = "yes"
    lemma: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure of one measure. `of_ar`, `of_en` say what is counted; `standing` what the figure is said to be.

    `as_of`: when it held; `over`: the span it counts; `said`: day of utterance or else publication. All EDTF.
    `class_`: civilian, combatant, mixed or unknown. `part_of`: True where it counts a named part of a larger figure
    (five of them …), with `whole` the id of that one where it stands in the same sentence. `series` is set by `reconcile`,
    and so is `also`: those who give the figure together with `origin`.
    """

    id: str
    article: str
    measure: str
    of_ar: str
    of_en: str
    span: Span
    low: float | None
    best: float | None
    high: float | None
    approx: str
    mode: str
    origin: str
    claim: str
    lemma: str = ""
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    class_: str = "unknown"
    standing: str = "happened"
    as_of: str | None = None
    over: str | None = None
    said: str | None = None
    part_of: bool = False
    whole: str | None = None
    series: str | None = None
    also: tuple[str, ...] = ()
    event: str | None = None
    rule: str = ""
