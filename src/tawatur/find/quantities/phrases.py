"""Numbers, ordinals and percentages of single phrases: what `tawatur parse` prints.

The same reader as the finder's; besides, signs and fractions that assistants hear and news does not print
(«سالب واحد», «واحد على ثلاثة», «4/5»), and bare numbers that count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from tawatur.find.quantities import approx as approximators
from tawatur.find.quantities import ranges, units
from tawatur.find.quantities.finder import scan
from tawatur.find.quantities.found import Found
from tawatur.find.quantities.tables import PACKAGE, tables
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import ascii_digits, key
from tawatur.text.lexicon import card
from tawatur.text.number_words import words
from tawatur.text.numerals import digits_value, read_number, read_ordinal, read_several
from tawatur.text.offsets import start_without
from tawatur.text.tokenize import tokenize
from tawatur.text.words import ARTICLE

_DOZEN = 12.0
_SIGNS = frozenset("-−")
_POWER = re.compile(r"[-−]*(\d+(?:[.,٫]\d+)?)(?:(e)([+-]?\d+)|\^([-−]*\d+(?:[.,٫]\d+)?))", re.IGNORECASE)
"""Calculators' powers: 1e10, 1.1^23, 2.5^-1."""
_Read = tuple[int, int, float, int]
"""Tokens first to last, value, letters to skip at the start."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(key, card(PACKAGE, "ar.toml")["phrase"][name]))


@cache
def _from_end() -> tuple[tuple[str, ...], ...]:
    return tuple(tokenize(p).keys for p in card(PACKAGE, "ar.toml")["phrase"]["from_end"])


def parse_number(phrase: str) -> dict[str, Any]:
    """Value of a phrase that is a number as a whole, exact, approximate or a range; all None where it is none.

    >>> parse_number("خمسة وعشرون ألفا")
    {'low': 25000, 'best': 25000, 'high': 25000}
    >>> parse_number("ما بين 10 و12 ألفا"), parse_number("شيء آخر")
    ({'low': 10000, 'best': None, 'high': 12000}, {'low': None, 'best': None, 'high': None})
    """
    return _whole(phrase, _number)


def parse_ordinal(phrase: str) -> dict[str, Any]:
    """Value of a phrase that is an ordinal as a whole.

    >>> parse_ordinal("الثالث والعشرون")["low"], parse_ordinal("خمسة")["low"]
    (23, None)
    """
    return _whole(phrase, _ordinal, amounts=False)


def parse_percent(phrase: str) -> dict[str, Any]:
    """Value of a phrase that is a percentage as a whole, in per cent.

    >>> parse_percent("ثلاثون بالمئة")["low"], parse_percent("12.5%")["low"], parse_percent("30")["low"]
    (30, 12.5, None)
    """
    return _whole(phrase, _percent, percent=True)


def find_numbers(phrase: str) -> list[dict[str, Any]]:
    """Every number inside a phrase, bare ones too.

    >>> [(f["text"], f["low"]) for f in find_numbers("بين غرفتي 12 وثلاثة عشر")]
    [('12', 12), ('ثلاثة عشر', 13)]
    """
    return list(_all(phrase, _number))


def find_ordinals(phrase: str) -> list[dict[str, Any]]:
    """Every ordinal inside a phrase.

    >>> [(f["text"], f["low"]) for f in find_ordinals("البيت الحادي عشر")]
    [('الحادي عشر', 11)]
    """
    return list(_all(phrase, _ordinal))


def find_percents(phrase: str) -> list[dict[str, Any]]:
    """Every percentage inside a phrase.

    >>> [(f["text"], f["low"]) for f in find_percents("زاد 5 في المئة")]
    [('5 في المئة', 5)]
    """
    return list(_all(phrase, _percent))


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _value(low: float | None, high: float | None, *, approx: str = "exact") -> dict[str, Any]:
    best = low if approx in ("exact", "about", "at_least") else None
    return {"low": _plain(low), "best": _plain(best), "high": _plain(high)}


def _whole(
    phrase: str, reader: Callable[[Tokens, int], _Read | None], *, amounts: bool = True, percent: bool = False
) -> dict[str, Any]:
    tokens = tokenize(phrase)
    first, last = 0, len(tokens)
    while first < last and tokens.kinds[first] == Kind.PUNCT and not _opens_number(tokens, first):
        first += 1
    while last > first and tokens.kinds[last - 1] == Kind.PUNCT and not units.percent(tokens, last - 1):
        last -= 1
    if first < last:
        found = reader(tokens, first)
        if found is not None and found[:2] == (first, last) and not found[3]:
            return _value(found[2], found[2])
        amount = _amount(tokens, first, last, percent=percent) if amounts else None
        if amount is not None:
            return amount
    return _value(None, None, approx="none")


def _amount(tokens: Tokens, first: int, last: int, *, percent: bool) -> dict[str, Any] | None:
    """The whole phrase as the finder reads it: with approximators, as a range, vague, with its unit."""
    found: Found | None = next((f for f in scan(tokens) if (f.first, f.last) == (first, last)), None)
    if found is not None:
        is_percent = found.unit is not None and found.unit.sort == "percent"
        return _value(found.low, found.high, approx=found.approx) if is_percent == percent else None
    if percent:
        return None
    if (several := read_several(tokens, first)) is not None and several.last == last:
        return _value(several.value, several.high, approx="vague")
    for i in range(first, last):
        if (number := read_number(tokens, i)) is None:
            continue
        span = ranges.read(tokens, number)
        if span is not None and (span.first, span.last) == (first, last):
            return _value(span.low, span.high, approx="range")
        kind = _approx(tokens, i, number.last, first, last)
        return _bounded(number.value, kind) if kind else None
    return None


def _approx(tokens: Tokens, i: int, end: int, first: int, last: int) -> str | None:
    before = approximators.before(tokens, i)
    after = approximators.after(tokens, end, skip=0)
    if before is not None and before[0] == first and end == last:
        return before[2]
    if i == first and after is not None and after[0] == last:
        return after[1]
    if before is not None and after is not None and (before[0], after[0]) == (first, last):
        return after[1]
    return None


def _bounded(value: float, kind: str) -> dict[str, Any]:
    if kind == "at_least":
        return _value(value, None, approx=kind)
    if kind == "at_most":
        return _value(None, value, approx=kind)
    return _value(value, value, approx=kind)


def _all(phrase: str, reader: Callable[[Tokens, int], _Read | None]) -> Iterator[dict[str, Any]]:
    tokens = tokenize(phrase)
    i = 0
    while i < len(tokens):
        found = reader(tokens, i) if not units.in_address(tokens, i) else None
        if found is None:
            if reader is _number and tokens.kinds[i] == Kind.NUMBER:
                yield from _parts(tokens, i)
            i += 1
            continue
        first, last, value, skip = found
        start, end = start_without(tokens.text, tokens.starts[first], skip), tokens.ends[last - 1]
        yield {"start": start, "end": end, "text": phrase[start:end], **_value(value, value)}
        i = last


def _parts(tokens: Tokens, i: int) -> Iterator[dict[str, Any]]:
    """The numbers of «192.168.1.2», which is no one number."""
    at = tokens.starts[i]
    for part in tokens.forms[i].replace(",", ".").split("."):
        value = float(part)
        yield {"start": at, "end": at + len(part), "text": tokens.text[at : at + len(part)], **_value(value, value)}
        at += len(part) + 1


def _opens_number(tokens: Tokens, i: int) -> bool:
    return _is_sign(tokens, i) or _starts_with_point(tokens, i) or units.percent(tokens, i) is not None


def _is_sign(tokens: Tokens, i: int) -> bool:
    """Whether the mark at `i` is a minus: it touches the digits after it and nothing before it."""
    if tokens.keys[i] not in _SIGNS or i + 1 >= len(tokens):
        return False
    free = i == 0 or tokens.gaps[i] > Gap.NONE or tokens.kinds[i - 1] == Kind.PUNCT
    return free and tokens.gaps[i + 1] == Gap.NONE and tokens.kinds[i + 1] == Kind.NUMBER


def _number(tokens: Tokens, i: int) -> _Read | None:
    first, sign = i, 1.0
    if (power := _power(tokens, i)) is not None:
        return power
    if _is_sign(tokens, i) or (tokens.keys[i] in _words("minus") and i + 1 < len(tokens)):
        i, sign = i + 1, -1.0
    if _starts_with_point(tokens, i):
        return first, i + 2, sign * float(f"0.{tokens.forms[i + 1]}"), 0
    if tokens.kinds[i] not in (Kind.WORD, Kind.NUMBER) or (tokens.gaps[i] > Gap.SPACE and i > first):
        return None
    read = _unsigned(tokens, i)
    if read is None or (sign < 0 and read[2]):
        return None
    last, value, skip = read
    return first, last, sign * value, skip


def _power(tokens: Tokens, i: int) -> _Read | None:
    if tokens.kinds[i] != Kind.NUMBER and tokens.keys[i] not in _SIGNS:
        return None
    m = _POWER.match(tokens.text, tokens.starts[i])
    if m is None or m.end() not in tokens.ends:
        return None
    base = float(ascii_digits(m[1]).replace(",", "."))
    exponent = float(ascii_digits(m[3] or m[4]).replace(",", ".").replace("−", "-").replace("--", ""))
    try:
        value = base * 10**exponent if m[2] else base**exponent
    except OverflowError:
        return None
    sign = -1.0 if tokens.keys[i] in _SIGNS else 1.0
    return i, tokens.ends.index(m.end()) + 1, sign * value, 0


def _starts_with_point(tokens: Tokens, i: int) -> bool:
    """«.25»: the nought is left out."""
    if i + 1 >= len(tokens) or tokens.keys[i] not in card(PACKAGE, "ar.toml")["phrase"]["point"]:
        return False
    free = i == 0 or tokens.gaps[i] > Gap.NONE or tokens.kinds[i - 1] == Kind.PUNCT
    return (
        free and tokens.gaps[i + 1] == Gap.NONE and tokens.kinds[i + 1] == Kind.NUMBER and tokens.forms[i + 1].isdigit()
    )


def _unsigned(tokens: Tokens, i: int) -> tuple[int, float, int] | None:
    """A number with its fraction, and dozens: (token after it, value, letters that hang before it)."""
    n = len(tokens)
    if tokens.keys[i] in _words("piece") and i + 2 < n and tokens.keys[i + 1] in _words("over"):
        whole = read_number(tokens, i + 2)
        return None if whole is None or not whole.value else (whole.last, 1 / whole.value, 0)
    number = read_number(tokens, i)
    if number is None or number.definite:
        return None
    last, value = number.last, number.value
    if last == i + 1 and tokens.keys[i] in _words("parts") and not number.part and _whole_follows(tokens, last):
        return last, 1 / value, len(number.before)
    if last == i + 1 and tokens.keys[i] in _words("parts") and not number.part and last < n:
        whole = read_number(tokens, last)
        if whole is not None and whole.definite and not whole.before:  # «خمس العشرين»
            return whole.last, whole.value / value, len(number.before)
    if last < n and tokens.gaps[last] <= Gap.SPACE:
        k = tokens.keys[last]
        if k in _words("dozen"):
            return last + 1, value * _DOZEN, len(number.before)
        if k in words().parts_many:
            return last + 1, value / words().parts_many[k], len(number.before)
        if k in _words("parts") and value > 10 and (part := read_number(tokens, last)) is not None:
            return last + 1, value * part.value if part.part else value / part.value, len(number.before)
    if number.digits and last == i + 1 and (over := _slash(tokens, i)) is not None:
        after, value = over
        if value < 1 and after < n and tokens.gaps[after] == Gap.SPACE and tokens.forms[after].isdigit():
            return after + 1, value + float(tokens.forms[after]), 0  # «١/٤ ٢», as it is typed from right to left
        return after, value, 0
    if number.digits and last < n and tokens.gaps[last] == Gap.SPACE and (over := _slash(tokens, last)) is not None:
        return over[0], value + over[1], 0
    if (over := _over(tokens, last, value)) is not None:
        return over[0], over[1], len(number.before)
    return last, value, len(number.before)


def _whole_follows(tokens: Tokens, at: int) -> bool:
    """«خمس الساعة»: a definite singular makes the number word a part of it."""
    if at >= len(tokens) or tokens.gaps[at] > Gap.SPACE or not tokens.keys[at].startswith(ARTICLE):
        return False
    return tokens.keys[at].removeprefix(ARTICLE) not in tables().plurals and read_number(tokens, at) is None


def _over(tokens: Tokens, at: int, value: float) -> tuple[int, float] | None:
    """«على ثلاثة», «من عشرة», «أجزاء من خمسة وعشرين» after a number: (token after it, the ratio)."""
    if at < len(tokens) and tokens.keys[at] in _words("piece"):
        at += 1
    if at + 1 >= len(tokens) or tokens.keys[at] not in _words("over") or tokens.gaps[at] > Gap.SPACE:
        return None
    whole = read_number(tokens, at + 1)
    if whole is None or whole.before or whole.definite or not whole.value:
        return None
    return whole.last, value / whole.value


def _slash(tokens: Tokens, i: int) -> tuple[int, float] | None:
    """«4/5» at token `i`, and nothing that makes it a date."""
    if i + 2 >= len(tokens) or tokens.keys[i + 1] != "/" or tokens.kinds[i + 2] != Kind.NUMBER:
        return None
    if i + 3 < len(tokens) and tokens.keys[i + 3] in ("/", "-") and tokens.gaps[i + 3] == Gap.NONE:
        return None
    if i and tokens.keys[i - 1] in ("/", "-", "+") and i > 1 and tokens.kinds[i - 2] == Kind.NUMBER:
        return None
    over, under = digits_value(tokens.forms[i]), digits_value(tokens.forms[i + 2])
    if over is None or not under or max(tokens.gaps[i + 1], tokens.gaps[i + 2]) > Gap.NONE:
        return None
    return i + 3, over / under


def _ordinal(tokens: Tokens, i: int) -> _Read | None:
    if tokens.kinds[i] != Kind.WORD:
        return None
    found = read_ordinal(tokens, i)
    if found is not None and any(tokens.keys[found.last : found.last + len(p)] == p for p in _from_end()):
        return None  # «الثانية إلى الأخيرة», counted from the end
    return None if found is None else (i, found.last, found.value, len(found.before))


def _percent(tokens: Tokens, i: int) -> _Read | None:
    number = _number(tokens, i)
    if number is not None and (end := units.percent(tokens, number[1])) is not None:
        return number[0], end, number[2], number[3]
    if number is None and (end := units.percent(tokens, i)) is not None and end < len(tokens):
        # The sign before its number: «%20», «بالمائة 210», where nothing countable stands before the sign.
        if i and tokens.kinds[i - 1] == Kind.NUMBER:
            return None
        after = _number(tokens, end) if tokens.gaps[end] <= Gap.SPACE else None
        return None if after is None or after[3] else (i, after[1], after[2], 0)
    return None
