"""Where each line of the page stands in the articles: the anchors that links and texts share."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.ledger import Dossier
from tawatur.model.span import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of article number `n` (from 1): what a click leads to."""

    n: int
    start: int
    end: int

    @property
    def anchor(self) -> str:
        """The id of the element that begins there.

        >>> Spot(3, 120, 130).anchor
        'a-3-120'
        """
        return f"a-{self.n}-{self.start}"


class Places:
    """Numbers the articles and remembers every stretch that the page points at, so that the texts carry its anchor."""

    def __init__(self, dossier: Dossier) -> None:
        self.number = {a.id: i for i, a in enumerate(dossier.analyses, 1)}
        self._length = {a.id: len(a.document.text) for a in dossier.analyses}
        self._ends: dict[str, dict[int, int]] = {a.id: {} for a in dossier.analyses}

    def spot(self, article: str, span: Span) -> Spot | None:
        """A place to link to; None where the article is not there or the span is empty."""
        if article not in self.number or not 0 <= span.start < span.end <= self._length[article]:
            return None
        ends = self._ends[article]
        ends[span.start] = max(ends.get(span.start, 0), span.end)
        return Spot(self.number[article], span.start, span.end)

    def targets(self, article: str) -> dict[int, int]:
        """Every offset that something points at, with the end of the longest stretch that begins there."""
        return self._ends[article]
