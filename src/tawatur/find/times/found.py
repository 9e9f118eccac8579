"""A time that was found, with the name of its rule and its span in the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.find.times.context import Value
from tawatur.find.times.points import Point
from tawatur.find.times.words import hangs_before
from tawatur.model.span import Span
from tawatur.model.tokens import Tokens
from tawatur.text.arabic import after_letters


@dataclass(frozen=True, slots=True)
class Found:
    """A time at tokens `first` up to `last`, its value, and the rule that read it."""

    first: int
    last: int
    value: Value
    rule: str


def rule_name(p: Point) -> str:
    """The name of the rule that decides a point's value, for `tawatur explain`."""
    for name in ("alike", "same", "span", "feast", "piece"):
        if getattr(p, name) is not None:
            return {"same": "back-reference"}.get(name, name)
    if p.hmonth is not None or p.hyear is not None:
        return "hijri"
    if p.day is not None:
        return "date" if p.year is not None else "date-without-year"
    for name in ("decade", "century", "crel", "season", "weekday", "drel", "wrel"):
        if getattr(p, name) is not None:
            return {"drel": "day-word", "wrel": "week", "crel": "century"}.get(name, name)
    if p.month is not None or p.mrel is not None:
        return "month"
    return "year"


def published(text: str | None) -> date | None:
    """The day of an ISO date or time; None where it is none.

    >>> published("2015-07-22T10:00:00Z"), published("yesterday")
    (datetime.date(2015, 7, 22), None)
    """
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def time_span(t: Tokens, first: int, last: int) -> Span:
    """The raw stretch of a time, without a conjunction or preposition of one letter that hangs on its first word.

    >>> from tawatur.text.tokenize import tokenize
    >>> time_span(tokenize("وبالعام الماضي"), 0, 2).text
    'العام الماضي'
    """
    whole = t.span(first, last)
    hanging = hangs_before(t.keys[first])
    if not hanging:
        return whole
    start = after_letters(t.text, whole.start, hanging)
    return Span.of(t.text, start, whole.end)
