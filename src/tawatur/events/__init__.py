"""Claims and narration → PLOVER events and estimates."""

from __future__ import annotations

from tawatur.model.ledger import Analysis


def code(analysis: Analysis) -> Analysis:
    """Return `analysis` with its events, its estimates, and narration claims for sentences of the outlet's own voice."""
    return analysis
