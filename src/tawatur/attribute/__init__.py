"""Mentions → attributions and claims, with chains, mode and kind."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.claim import Attribution, Claim
from tawatur.model.document import Document
from tawatur.model.ledger import Entity
from tawatur.model.mention import Cue, Quote, Reference
from tawatur.model.problem import Problem


def attribute(
    doc: Document,
    cues: Sequence[Cue],
    quotes: Sequence[Quote],
    references: Sequence[Reference],
    entities: Sequence[Entity],
) -> tuple[tuple[Attribution, ...], tuple[Claim, ...], tuple[Problem, ...]]:
    """Who says what in `doc`."""
    return (), (), ()
