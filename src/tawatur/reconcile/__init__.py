"""Series of comparable estimates, findings, independent origins, the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.ledger import Analysis, Dossier, Entity
from tawatur.model.story import Placement


def reconcile(analyses: Sequence[Analysis], placements: Sequence[Placement], entities: Sequence[Entity]) -> Dossier:
    """What the articles establish together."""
    return Dossier(
        analyses=tuple(analyses),
        placements=tuple(placements),
        entities=tuple(entities),
        claims=tuple(c for a in analyses for c in a.claims),
        events=(),
        estimates=tuple(e for a in analyses for e in a.estimates),
        findings=(),
        timeline=(),
    )
