"""Series of comparable estimates, findings, independent origins, the timeline: what many articles establish together."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.ledger import Analysis, Dossier, Entity
from tawatur.model.story import Placement
from tawatur.reconcile.book import Book
from tawatur.reconcile.compare import compare
from tawatur.reconcile.ledger import draw_up
from tawatur.reconcile.misses import lines, near_misses

__all__ = ["compare", "considered", "reconcile"]


def reconcile(analyses: Sequence[Analysis], placements: Sequence[Placement], entities: Sequence[Entity]) -> Dossier:
    """Draw up the dossier of an affair; the same articles give the same dossier in whatever order they come."""
    ordered = tuple(sorted(analyses, key=lambda a: a.id))
    return draw_up(Book(ordered, tuple(sorted(placements, key=lambda p: p.id)), tuple(entities)))


def considered(dossier: Dossier, most: int = 10) -> dict[str, Sequence[str]]:
    """For each kind of finding the nearest misses of a dossier, each with the condition that held it back."""
    return lines(near_misses(Book(dossier.analyses, dossier.placements, dossier.entities), most))
