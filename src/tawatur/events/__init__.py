"""Claims and narration → PLOVER events and estimates."""

from __future__ import annotations

from dataclasses import replace

from tawatur.events.figures import figures, pending
from tawatur.events.narration import claims
from tawatur.events.view import view
from tawatur.model.ledger import Analysis


def code(analysis: Analysis) -> Analysis:
    """Return `analysis` with its events, its estimates, and narration claims for sentences of the outlet's own voice."""
    v = view(analysis)
    all_claims, claim_of = claims(v, pending(v))
    return replace(analysis, claims=all_claims, estimates=figures(v, claim_of))
