"""What was considered and not asserted: pairs that meet all conditions of a finding but one, with that one.

A reader sees in `tawatur explain` why two lines that look alike are no agreement, and two that differ no contradiction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model.claim import Claim
from tawatur.model.event import Estimate
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.reconcile.figures import said, same_value
from tawatur.reconcile.propositions import SAYING, about, denies, same
from tawatur.reconcile.scope import failing


@dataclass(frozen=True, slots=True)
class Miss:
    """A pair that nearly made a finding of `kind`; `condition` held it back. `weight`: how much the two share."""

    kind: str
    condition: str
    a: str
    b: str
    weight: float

    @property
    def line(self) -> str:
        """One line for a reader."""
        return f"held back by {self.condition}: {self.a}  |  {self.b}"


def near_misses(book: Book, most: int = 10) -> dict[str, list[Miss]]:
    """For each kind of finding the `most` nearest misses, the nearest first."""
    found = [*_figures(book), *_claims(book)]
    out: dict[str, list[Miss]] = {}
    for m in sorted(found, key=lambda m: (m.kind, -m.weight, m.a, m.b)):
        if len(out.setdefault(m.kind, [])) < most:
            out[m.kind].append(m)
    return out


def _figures(book: Book) -> list[Miss]:
    out = []
    by_measure: dict[str, list[Estimate]] = {}
    for e in book.estimates:
        by_measure.setdefault(e.measure, []).append(e)
    for group in by_measure.values():
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                failed = failing(a, b, book)
                if len(failed) == 1 and (a.article != b.article or a.origin != b.origin):
                    kind = "agrees" if same_value(a, b) else "contradicts"
                    common, _ = book.likeness.shared(a.claim, b.claim)
                    out.append(Miss(kind, failed[0], _figure(a), _figure(b), common))
    return out


def _claims(book: Book) -> list[Miss]:
    out = []
    for i, j in book.likeness.candidates(tuple(book.claims)):
        a, b = book.claims[i], book.claims[j]
        common, share = book.likeness.shared(i, j)
        if a.article == b.article or share < 0.4:
            continue
        if (denies(a, book) and b.mode in SAYING) or (denies(b, book) and a.mode in SAYING):
            deny, say = (a, b) if denies(a, book) else (b, a)
            condition, kind = about(deny, say, book), "disputed"
        else:
            condition, kind = same(a, b, book), "agrees"
        if condition is not None:
            out.append(Miss(kind, condition, _claim(a), _claim(b), common))
    return out


def _figure(e: Estimate) -> str:
    return f"{e.article} {said(e, 'en')} {e.measure} «{e.span.text}»"


def _claim(c: Claim) -> str:
    return f"{c.article} «{snippet(c.content.text, 80)}»"


def lines(misses: dict[str, list[Miss]]) -> dict[str, Sequence[str]]:
    """The misses as lines of text, by kind of finding."""
    return {kind: [m.line for m in found] for kind, found in misses.items()}
