"""How two sentences stand to each other, by the ledger's own rules."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model.ledger import Analysis, Finding
from tawatur.model.story import Placement
from tawatur.reconcile.book import Book
from tawatur.reconcile.ledger import draw_up

# Findings of the ledger, as relations of `tawatur compare`; the first that holds both sentences decides.
RELATIONS = (
    ("contradicts", "contradicts"),
    ("disputed", "contradicts"),
    ("updates", "updates"),
    ("differs_in_scope", "differs_in_scope"),
    ("agrees", "agrees"),
    ("quote_drift", "agrees"),
)


def compare(a: Analysis, b: Analysis) -> tuple[str, str]:
    """(relation, why): agrees, contradicts, updates, differs_in_scope or unrelated.

    The two are taken for reports of one happening, since whoever compares two sentences asks about one thing.
    """
    left, right = _named(a, "a"), _named(b, "b")
    placements = tuple(Placement(id=x.id, story="one") for x in (left, right))
    entities = {e.id: e for x in (left, right) for e in x.entities}
    dossier = draw_up(Book((left, right), placements, tuple(entities[i] for i in sorted(entities))))
    for kind, relation in RELATIONS:
        found = [f for f in dossier.findings if f.kind == kind and set(f.articles) == {"a", "b"}]
        if found:
            return relation, _why(found)
    return "unrelated", ""


def _named(a: Analysis, name: str) -> Analysis:
    return a if a.id == name else replace(a, document=replace(a.document, article=replace(a.document.article, id=name)))


def _why(found: list[Finding]) -> str:
    return " ".join(dict.fromkeys(f.why_en for f in found))
