"""What many articles establish together: entities, findings, the timeline, the dossier."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.claim import Attribution, Claim
from tawatur.model.document import Document
from tawatur.model.event import Estimate, Event
from tawatur.model.mention import Cue, Name, Quantity, Quote, Reference, Time
from tawatur.model.problem import Problem
from tawatur.model.story import Placement

FINDING_KINDS = ("agrees", "contradicts", "updates", "differs_in_scope", "disputed", "wording", "quote_drift")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that is named. `type`: PER, ORG, LOC or MISC; `party`: the state, group or organisation it
    speaks for. `variants`: each spelling with the articles that have it. `sort`: finer kind for the page and for chains
    ("state", "city", "official", "agency", "media", "military", "intelligence", "government", "group", "person", …).
    `roles`: offices that the texts give a person, as ids of roles ("role:rus-foreign-minister").
    """

    id: str
    type: str
    label_ar: str
    label_en: str
    sort: str = ""
    party: str | None = None
    lat: float | None = None
    lon: float | None = None
    variants: tuple[tuple[str, tuple[str, ...]], ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that one article gives: what `analyse()` returns and `gather()` takes."""

    document: Document
    cues: tuple[Cue, ...] = ()
    names: tuple[Name, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.document.article.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A relation between claims about one proposition; `why` explains it in one sentence of each language.

    `independent_origins` counts first speakers who speak for themselves; `parties` are those they belong to.
    `rule` names the row of the table that asserted it.
    """

    id: str
    kind: str
    about_ar: str
    about_en: str
    why_ar: str
    why_en: str
    claims: tuple[str, ...] = ()
    estimates: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    independent_origins: int = 0
    origins: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline: when (EDTF), what in both languages, and which events and articles say so."""

    time: str
    what_ar: str
    what_en: str
    events: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """An event across articles: the members say the same of the same actors, place and time."""

    id: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    time: str | None
    happened: str
    members: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What `gather()` returns; `model.wire` knows its JSON shape."""

    analyses: tuple[Analysis, ...]
    placements: tuple[Placement, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    events: tuple[Merged, ...]
    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
    timeline: tuple[Moment, ...]
    problems: tuple[Problem, ...] = ()
    rulings: tuple[str, ...] = ()
