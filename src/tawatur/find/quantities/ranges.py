"""Ranges: «ما بين 40 و50», «من 10 إلى 17», «15 إلى 16», «30-40», «ثلاثة أو أربعة»."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.find.quantities import units
from tawatur.find.quantities.approx import before
from tawatur.find.quantities.tables import tables
from tawatur.find.quantities.units import Unit
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.numerals import Number, read_number, starts_number
from tawatur.text.words import CONJUNCTIONS, peel

AND = CONJUNCTIONS[0]
_CHANGE_WINDOW = 10


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers and what joins them; `unit`: one that stands between them; `sure`: words say that it is a range."""

    first: int
    last: int
    skip: int
    low: float
    high: float
    unit: Unit | None
    sure: bool
    scaled: bool


def read(tokens: Tokens, number: Number) -> Range | None:
    """The range that starts with `number`, or None; a second number that is not larger makes none."""
    opened = _opened(tokens, number)
    at, unit = number.last, None
    between = units.after(tokens, at, number.value)
    if between is not None and between.sort in ("noun", "money", "percent"):
        unit = between
    for start, end_of in ((at, None), (unit.last, unit) if unit is not None else (at, None)):
        joined = _joined(tokens, start, opened)
        if joined is None:
            continue
        second = joined
        low, high = shared(number, second)
        if low < high and (opened or _likely(tokens, number, second, start, between=end_of)):
            first, skip = (opened[0], opened[1]) if opened else (number.first, len(number.before))
            return Range(first, second.last, skip, low, high, end_of, bool(opened), second.scale >= 1000)
    return None


def shared(low: Number, high: Number) -> tuple[float, float]:
    """The two values, where the power of the second counts for the first too: «100 و150 مليار».

    >>> from tawatur.text.tokenize import tokenize
    >>> t = tokenize("100 150 مليار")
    >>> shared(Number(0, 1, 100.0), Number(1, 3, 150e9, scale=1e9))
    (100000000000.0, 150000000000.0)
    """
    if low.scale == 1 and high.scale >= 1000 and low.value < high.value / high.scale:
        return low.value * high.scale, high.value
    return low.value, high.value


def _opened(tokens: Tokens, number: Number) -> tuple[int, int, str] | None:
    """What opens a range before its first number: (first token, letters to skip there, "between" or "from")."""
    if number.before or not number.first or tokens.gaps[number.first] > Gap.SPACE:
        return None
    t = tables()
    at = number.first
    for n in (2, 1):
        if at < n or (n == 2 and tokens.gaps[at - 1] > Gap.SPACE):
            continue
        for prefix, stem in peel(tokens.keys[at - n]):
            if (stem, *tokens.keys[at - n + 1 : at]) in t.phrases["between"]:
                return at - n, len(prefix), "between"
    if tokens.keys[at - 1] in t.sets["from"]:
        about = before(tokens, at - 1) is not None
        return (at - 1, 0, "from") if about or not _change(tokens, at - 1) else None
    return None


def _change(tokens: Tokens, at: int) -> bool:
    """Whether a verb or noun of change stands shortly before: then «من X إلى Y» are two figures."""
    change = tables().sets["change"]
    for i in range(at - 1, max(-1, at - _CHANGE_WINDOW), -1):
        if tokens.gaps[i + 1] >= Gap.LINE or tokens.keys[i] in (".", "؟", "!"):
            return False
        if any(stem in change for _, stem in peel(tokens.keys[i])):
            return True
    return False


def _joined(tokens: Tokens, at: int, opened: tuple[int, int, str] | None) -> Number | None:
    """The second number, after what joins the two."""
    t = tables()
    if at >= len(tokens) or tokens.gaps[at] > Gap.SPACE:
        return None
    k = tokens.keys[at]
    if opened and opened[2] == "between" and tokens.kinds[at] == Kind.WORD:
        if k == AND:
            return _number_at(tokens, at + 1)
        second = _number_at(tokens, at)
        if second is not None and second.before == AND:
            return second
    if k in t.sets["to"] or k in t.sets["or"] or (tokens.kinds[at] == Kind.PUNCT and k in t.sets["dash"]):
        if opened and opened[2] == "from" and k in t.sets["dash"]:
            return None
        second = _number_at(tokens, at + 1)
        return second if second is not None and not second.before else None
    return None


def _number_at(tokens: Tokens, at: int) -> Number | None:
    t = tables()
    while at < len(tokens) and tokens.keys[at] in t.sets["article"] and tokens.gaps[at] <= Gap.SPACE:
        at += 1
    if at >= len(tokens) or tokens.gaps[at] > Gap.SPACE or not starts_number(tokens, at):
        return None
    number = read_number(tokens, at)
    return number if number is not None and not number.part else None


def _likely(tokens: Tokens, low: Number, high: Number, at: int, *, between: Unit | None) -> bool:
    """Whether two numbers with nothing before them are a range: «15 إلى 16 طنا», «30-40 شخصا», «ثلاثة أو أربعة»."""
    t = tables()
    k = tokens.keys[at]
    unit = units.after(tokens, high.last, high.value)
    if between is not None:  # «10 دولارات إلى 20 دولارا»; «5 في المئة أو 10 في المئة» are two
        same = unit is not None and unit.lemma == between.lemma
        return same and k not in t.sets["or"] and not _change(tokens, low.first)
    if k in t.sets["to"]:
        return not _change(tokens, low.first)
    return unit is not None and unit.sort != "time"
