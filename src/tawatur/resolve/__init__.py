"""Who is meant: entities behind names, short forms, roles, metonyms and anaphors."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.document import Document
from tawatur.model.ledger import Analysis, Entity
from tawatur.model.mention import Name, Reference


def resolve(doc: Document, names: Sequence[Name]) -> tuple[tuple[Name, ...], tuple[Reference, ...], tuple[Entity, ...]]:
    """Names with their entities, every phrase that stands for an entity, and the entities of one article."""
    return tuple(names), (), ()


def merge(analyses: Sequence[Analysis]) -> tuple[tuple[Entity, ...], dict[str, dict[str, str]]]:
    """Entities over all articles, and for each article which of its entity ids became which."""
    return (), {}
