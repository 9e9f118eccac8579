"""A quantity before it is put into the record, and what stands before its number."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.find.quantities import approx as approximators
from tawatur.find.quantities import context
from tawatur.find.quantities.tables import tables
from tawatur.find.quantities.units import Unit
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.numerals import Number, Several


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity before it is put into the record: token range, letters to leave out at its start, values."""

    first: int
    last: int
    skip: int
    low: float | None
    high: float | None
    approx: str
    rule: str
    unit: Unit | None = None
    unit_at: tuple[int, int] | None = None
    of: float | None = None
    scaled: bool = False


def lead(tokens: Tokens, number: Number | Several) -> tuple[int, int, str]:
    """What stands before a number and belongs to it: (first token, letters to skip there, approximation or "")."""
    first, skip, kind = number.first, len(number.before), ""
    if number.before and number.before[-1] not in context.JOINS:
        at = first
    else:
        at = first
        while at and tokens.keys[at - 1] in tables().sets["article"] and tokens.gaps[at] <= Gap.SPACE:
            at -= 1
        if at and tokens.kinds[at - 1] == Kind.PUNCT and tokens.keys[at - 1] in context.QUOTES_OPEN:
            inner = at - 1
            while inner and tokens.keys[inner - 1] in tables().sets["article"]:
                inner -= 1
            if inner < at - 1:
                at = inner
    if not number.before:
        found = approximators.before(tokens, at)
        if found is None and at != first:
            found = approximators.before(tokens, first)
        if found is not None:
            return found[0], len(found[1]), found[2]
    if at != first:
        return at, context.hanging_letters(tokens.keys[at]), kind
    return first, skip, kind


def values(value: float, kind: str) -> tuple[float | None, float | None, str]:
    """Low, high and approximation of one number with what approximates it."""
    if kind == "at_least":
        return value, None, kind
    if kind == "at_most":
        return None, value, kind
    return value, value, kind if kind == "about" else "exact"
