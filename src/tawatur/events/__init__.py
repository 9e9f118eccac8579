"""Claims and narration → PLOVER events and estimates."""

from __future__ import annotations

from dataclasses import replace

from tawatur.events.coder import events, with_claims
from tawatur.events.doubt import recalled
from tawatur.events.figures import estimates, figures
from tawatur.events.narration import claims
from tawatur.events.view import view
from tawatur.model.ledger import Analysis


def code(analysis: Analysis) -> Analysis:
    """Return `analysis` with its events, its estimates, and narration claims for sentences of the outlet's own voice."""
    v = view(analysis)
    found = events(v)
    counts = figures(v)
    background = {f.first: opener for f in counts if (opener := recalled(v, f.first, f.sentence.first)) is not None}
    needed = (*(f.first for f in counts), *(v.at(e.trigger.start) for e in found))
    all_claims, claim_of = claims(v, needed, background)
    placed = with_claims(found, v, claim_of)
    held: dict[str, list[str]] = {}
    for e in placed:
        if e.claim is not None:
            held.setdefault(e.claim, []).append(e.id)
    return replace(
        analysis,
        claims=tuple(replace(c, events=tuple(held[c.id])) if c.id in held else c for c in all_claims),
        events=placed,
        estimates=estimates(v, counts, claim_of),
    )
