"""A stretch of an article's text as it was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code-point offsets into the raw text, end exclusive, with the characters themselves as proof.

    >>> Span.of("قال الوزير", 4, 10)
    Span(start=4, end=10, text='الوزير')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span out of `text`."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
