"""Those who say something together: «الاستخبارات الأوكرانية والكورية الجنوبية», «سوريا وروسيا».

A claim has one origin, the first named; the others that «و» joins to it in the source's own phrase stand beside it, and
are counted as origins of their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from tawatur.model.claim import Claim
from tawatur.model.ledger import Analysis, Entity
from tawatur.model.mention import Reference
from tawatur.text.words import CONJUNCTIONS

AND = CONJUNCTIONS[0]


def joint(a: Analysis, claim: Claim, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The others of one kind that the source of a claim names together with its origin, in the order of the text."""
    if claim.attribution is None or claim.origin not in entities:
        return ()
    x = a.attributions[claim.attribution]
    source = x.source or x.refers_to
    if source is None:
        return ()
    named = sorted((r for r in a.references if source.covers(r.span) and r.span != source), key=lambda r: r.first)
    out: list[str] = []
    end = None
    for r in named:
        if end is None:
            end = r.last if r.entity == claim.origin else None
            continue
        if not end <= r.first <= end + 1 or not _joined(a, r, end) or not _alike(r.entity, claim.origin, entities):
            break
        out.append(r.entity)
        end = r.last
    return tuple(dict.fromkeys(o for o in out if o != claim.origin))


def _joined(a: Analysis, r: Reference, end: int) -> bool:
    """«و» stands between a reference and what ended before it, alone, at its first word or at the one noun between."""
    return any(a.document.tokens.keys[i].startswith(AND) for i in range(end, r.first + 1))


def _alike(a: str, b: str, entities: Mapping[str, Entity]) -> bool:
    """Two of one kind: two states, two intelligence services, two people."""
    x, y = entities.get(a), entities.get(b)
    return x is not None and y is not None and (x.type, x.sort) == (y.type, y.sort)
