"""Which articles report the same happening, and who took whose text."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.ledger import Analysis
from tawatur.model.story import Placement


def place(analyses: Sequence[Analysis]) -> tuple[Placement, ...]:
    """One placement an article, in the order given."""
    return tuple(Placement(id=a.id, story=a.id) for a in analyses)
