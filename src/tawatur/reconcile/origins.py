"""How many stand behind a claim: first speakers who speak for themselves, and the parties they belong to.

The rules are CONTRACT's: copies and transmitters fall away (a claim's origin is already the end of its chain); a broad
name is not counted beside its own officials; an unnamed voice that may be one already counted is not counted again;
outlets in their own voice count as one together, and not at all where anyone else speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.ledger import Entity

UNNAMED = "unnamed:"

INDISTINCT = frozenset({OUTLET, UNNAMED + "source", UNNAMED + "media"})
"""Voices that cannot be told from others of their own article."""

# An unnamed voice of the kind on the left may be a named one whose sort is on the right; "*" may be anyone.
MAY_BE: Mapping[str, frozenset[str]] = {
    "official": frozenset(
        {"state", "government", "official", "person", "ministry", "spokesperson", "military", "police", "intelligence"}
    ),
    "military": frozenset({"state", "government", "military", "official", "person", "group", "ministry"}),
    "security": frozenset(
        {"state", "government", "police", "intelligence", "official", "ministry", "person", "military"}
    ),
    "diplomatic": frozenset({"state", "government", "official", "person", "ministry"}),
    "medical": frozenset({"medical", "hospital", "expert", "ministry", "person"}),
    "witness": frozenset({"witness"}),
    "activist": frozenset({"group", "ngo", "activist", "monitor"}),
    "media": frozenset({"*"}),
    "analyst": frozenset({"expert", "person"}),
    "source": frozenset({"*"}),
}


@dataclass(frozen=True, slots=True)
class Backing:
    """Who stands behind a claim: the first speakers counted, their parties, and those not counted with the reason."""

    origins: tuple[str, ...]
    parties: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """Number of independent origins."""
        return len(self.origins)


def backing(
    claims: Iterable[Claim], entities: Mapping[str, Entity], dependent: frozenset[str] = frozenset()
) -> Backing:
    """Count the independent origins of `claims`, which all say the same.

    `entities` by id. `dependent`: origins that a person has ruled not to be independent.
    """
    voices = sorted({o for c in claims for o in (c.origin, *c.also)})
    out: list[tuple[str, str]] = []

    def drop(voice: str, why: str) -> None:
        voices.remove(voice)
        out.append((voice, why))

    for v in [v for v in voices if v in dependent and len(voices) > 1]:
        drop(v, "ruled not independent")
    if OUTLET in voices and len(voices) > 1:
        drop(OUTLET, "outlets' own voice beside a named speaker")
    for v in [v for v in voices if not v.startswith(UNNAMED) and v != OUTLET]:
        others = [o for o in voices if o != v and not o.startswith(UNNAMED) and o != OUTLET]
        if any(v in belongs(o, entities) for o in others):
            drop(v, "a broad name beside its own people")
    named = [v for v in voices if not v.startswith(UNNAMED) and v != OUTLET]
    for v in [v for v in voices if v.startswith(UNNAMED)]:
        may = MAY_BE.get(v.removeprefix(UNNAMED), frozenset({"*"}))
        sorts = {entities[o].sort if o in entities else "person" for o in named}
        if named and ("*" in may or sorts & may):
            drop(v, "an unnamed voice that may be one already counted")
    for vague in ("unnamed:source", "unnamed:media"):
        if vague in voices and len(voices) > 1:
            drop(vague, "an unnamed voice that may be one already counted")
    parties = sorted({p for v in voices if (p := party(v, entities)) is not None})
    return Backing(tuple(voices), tuple(parties), tuple(out))


def belongs(origin: str, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Everything that `origin` belongs to, nearest first: a spokesman's ministry, then its state."""
    out: list[str] = []
    at = entities[origin].party if origin in entities else None
    while at is not None and at not in out:
        out.append(at)
        at = entities[at].party if at in entities else None
    return tuple(out)


def party(origin: str, entities: Mapping[str, Entity]) -> str | None:
    """The state, group or organisation for which `origin` speaks; None for outlets and unnamed voices."""
    if origin == OUTLET or origin.startswith(UNNAMED):
        return None
    above = belongs(origin, entities)
    if above:
        return above[-1]
    return origin


def sides(claims: Sequence[Claim], entities: Mapping[str, Entity]) -> dict[str, list[Claim]]:
    """Claims by the party behind them; an outlet's own voice under "outlet", an unnamed voice under its kind."""
    out: dict[str, list[Claim]] = {}
    for c in claims:
        out.setdefault(party(c.origin, entities) or c.origin, []).append(c)
    return out
