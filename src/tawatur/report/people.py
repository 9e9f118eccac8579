"""Who is who: everyone named, with all spellings, how often, and where each spelling first stands."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.ledger import Entity
from tawatur.model.span import Span
from tawatur.report import words
from tawatur.report.lines import Desk
from tawatur.report.places import Spot
from tawatur.report.words import Both, ui

GROUPS = {"PER": "people", "ORG": "bodies", "LOC": "places", "MISC": "others"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling, in how many articles and how often it stands, and where it stands first."""

    text: str
    articles: int
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone or something named."""

    id: str
    name: Both
    party: Both
    articles: int
    spellings: tuple[Spelling, ...]
    claims: int


def people(desk: Desk) -> list[tuple[str, list[Person]]]:
    """Entities by type, those in most articles first; each with its spellings, most frequent first."""
    first: dict[tuple[str, str], tuple[str, Span]] = {}
    for a in desk.dossier.analyses:
        for n in a.names:
            if n.entity:
                first.setdefault((n.entity, n.span.text), (a.id, n.span))
        for r in a.references:
            first.setdefault((r.entity, r.span.text), (a.id, r.span))
            if r.head is not None:
                first.setdefault((r.entity, r.head.text), (a.id, r.head))
    said: dict[str, int] = {}
    for c in desk.dossier.claims:
        said[c.origin] = said.get(c.origin, 0) + 1
    out = []
    for kind, name in GROUPS.items():
        found = [_person(e, first, said, desk) for e in desk.dossier.entities if e.type == kind]
        found.sort(key=lambda p: (-p.articles, -len(p.spellings), -p.claims, p.id))
        if found:
            out.append((name, found))
    return out


def _party(e: Entity, desk: Desk) -> Both:
    """Whom somebody belongs to, or in which state a place lies."""
    if not e.party or e.party == e.id:
        return Both("", "")
    return ui("lies_in" if e.type == "LOC" else "party", who=words.entity(desk.labels, e.party))


def _person(e: Entity, first: dict[tuple[str, str], tuple[str, Span]], said: dict[str, int], desk: Desk) -> Person:
    spellings = []
    for text, ids in e.variants:
        where = first.get((e.id, text))
        spellings.append(Spelling(text, len(ids), desk.places.spot(*where) if where else None))
    return Person(
        id=e.id,
        name=Both(desk.labels.entity(e.id, "ar"), desk.labels.entity(e.id, "en")),
        party=_party(e, desk),
        articles=len({i for _, ids in e.variants for i in ids}),
        spellings=tuple(sorted(spellings, key=lambda s: (-s.articles, s.text))),
        claims=said.get(e.id, 0),
    )
