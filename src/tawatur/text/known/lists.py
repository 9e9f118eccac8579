"""Reads the lists of known names. Each row of a list is one entity; its spellings stand with | in the last column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur.text.lexicon import card, table

PACKAGE = "tawatur.text.known"


@dataclass(frozen=True, slots=True)
class State:
    """A state: ISO code in lower case, its names, adjectives (masculine singular), broken plurals, capital."""

    id: str
    en: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    plurals: tuple[str, ...]
    capital_en: str
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Something known by name. `sort` as in Entity; `party`: the state or body it belongs to; `office` and years for people."""

    id: str
    type: str
    en: str
    sort: str
    party: str | None
    names: tuple[str, ...]
    lat: float | None = None
    lon: float | None = None
    office: str | None = None
    since: int | None = None
    until: int | None = None


def words() -> dict[str, Any]:
    """The card with what cannot stand in a list."""
    return card(PACKAGE, "ar.toml")


def _split(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split("|"))


def _none(field: str) -> str | None:
    return None if field == "-" else field


@cache
def states() -> dict[str, State]:
    """Every state by its id.

    >>> states()["prk"].names[0]
    'كوريا الشمالية'
    """
    return {
        r[0]: State(r[0], r[1], _split(r[2]), _split(r[3]), _split(r[4]), r[5], _split(r[6]))
        for r in table(PACKAGE, "ar.states.tsv", 7)
    }


@cache
def _adjectives() -> dict[str, str]:
    return dict(table(PACKAGE, "en.nations.tsv", 2))  # type: ignore[arg-type]  # two fields a row, as asked for


def adjective(state: str) -> str | None:
    """The English adjective that stands before a state's bodies and offices; None for what is no state.

    >>> adjective("prk"), adjective("org:nato")
    ('North Korean', None)
    """
    return _adjectives().get(state)


@cache
def organisations() -> dict[str, Known]:
    """Organisations, agencies, armed groups by id."""
    return {r[0]: Known(r[0], "ORG", r[1], r[2], _none(r[3]), _split(r[4])) for r in table(PACKAGE, "ar.orgs.tsv", 5)}


@cache
def people() -> dict[str, Known]:
    """Well-known people by id."""
    return {
        r[0]: Known(
            r[0],
            "PER",
            r[1],
            "person",
            _none(r[2]),
            _split(r[6]),
            office=_none(r[3]),
            since=int(r[4]) if r[4] != "-" else None,
            until=int(r[5]) if r[5] != "-" else None,
        )
        for r in table(PACKAGE, "ar.people.tsv", 7)
    }


@cache
def places() -> dict[str, Known]:
    """Cities and territories by id; a capital has the sort "capital"."""
    capitals = {n: s.id for s in states().values() for n in s.capitals}
    out: dict[str, Known] = {}
    placed: set[str] = set()
    for r in table(PACKAGE, "ar.cities.tsv", 6):
        names = _split(r[5])
        home = next((capitals[n] for n in names if capitals.get(n) == r[2]), None)
        sort = "capital" if home and home not in placed else "city"
        if home and sort == "capital":
            placed.add(home)
            names = tuple(dict.fromkeys((*states()[home].capitals, *names)))
        out[r[0]] = Known(r[0], "LOC", r[1], sort, _none(r[2]), names, float(r[3]), float(r[4]))
    for s in states().values():
        if s.id not in placed and s.capitals:
            slug = "loc:" + s.capital_en.lower().replace(" ", "-").replace("'", "")
            out[slug] = Known(slug, "LOC", s.capital_en, "capital", s.id, s.capitals)
    for r in table(PACKAGE, "ar.territories.tsv", 3):
        out[r[0]] = Known(r[0], "LOC", r[1], "territory", None, _split(r[2]))
    for r in table(PACKAGE, "ar.regions.tsv", 4):
        out[r[0]] = Known(r[0], "LOC", r[1], "region", _none(r[2]), _split(r[3]))
    return out


@cache
def capital_of() -> dict[str, str]:
    """Which state's capital a place is, by the place's id.

    >>> capital_of()["loc:pyongyang"]
    'prk'
    """
    return {p.id: p.party for p in places().values() if p.sort == "capital" and p.party}


def known(entity: str) -> Known | None:
    """What the lists say of an entity, None if they do not have it."""
    if entity in states():
        s = states()[entity]
        return Known(s.id, "LOC", s.en, "state", s.id, s.names)
    return organisations().get(entity) or people().get(entity) or places().get(entity)
