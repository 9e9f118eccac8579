"""Figures and dates as a reader of either language would say them; words are data (`say.toml`)."""

from __future__ import annotations

import re
from typing import Any

from tawatur.text.lexicon import card

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d{2})XX$")
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$")


def _words(lang: str) -> dict[str, Any]:
    words: dict[str, Any] = card("tawatur.text", "say.toml")[lang]
    return words


def figure(x: float) -> str:
    """A number with thousands signs, in ASCII digits.

    >>> figure(13000), figure(1.5)
    ('13,000', '1.5')
    """
    return f"{int(x):,}" if float(x).is_integer() else f"{x:,.2f}".rstrip("0")


def spoken(x: float, lang: str) -> str:
    """A number as prose has it: round millions and milliards in words.

    >>> spoken(12_000_000, "en"), spoken(1_800_000, "en"), spoken(13_000, "en")
    ('12 million', '1.8 million', '13,000')
    """
    for size, name in _words(lang)["large"].items():
        if x >= int(size) and x % (int(size) // 10) == 0:
            return f"{figure(x / int(size))} {name}"
    return figure(x)


def amount(low: float | None, high: float | None, approx: str, lang: str) -> str:
    """A value with its approximation, as words of `lang` ("ar" or "en").

    >>> amount(13000, 13000, "about", "en"), amount(10000, None, "at_least", "en"), amount(10000, 12000, "range", "en")
    ('about 13,000', 'at least 10,000', '10,000–12,000')
    >>> amount(1000, 9999, "vague", "en")
    'thousands'
    """
    w = _words(lang)
    if approx == "vague" and low is not None:
        return str(w["vague"].get(str(int(low)), w["about"].format(spoken(low, lang))))
    if low is not None and high is None:
        return str(w["at_least"].format(spoken(low, lang)))
    if low is None and high is not None:
        return str(w["at_most"].format(spoken(high, lang)))
    if low is None or high is None:
        return str(w["unknown"])
    if low != high:
        return f"{spoken(low, lang)}–{spoken(high, lang)}"
    return str(w["about"].format(spoken(low, lang))) if approx == "about" else spoken(low, lang)


def when(edtf: str | None, lang: str) -> str:
    """An EDTF value in words of `lang`; a vague one stays vague, None is said to be unplaced.

    >>> when("2024-10-08/2024-10-13", "en"), when("2024-08~", "en"), when("2024-10/..", "en"), when("P4M", "en")
    ('8–13 October 2024', 'about August 2024', 'since October 2024', '4 months')
    """
    w = _words(lang)
    if not edtf:
        return str(w["unplaced"])
    if edtf.startswith("P"):
        return _length(edtf, w)
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        if end in ("..", ""):
            return str(w["since"].format(when(start, lang)))
        if start in ("..", ""):
            return str(w["until"].format(when(end, lang)))
        a, b = _DAY.match(start), _DAY.match(end)
        if a and b and a[1] == b[1]:
            if a[2] == b[2]:
                return f"{int(a[3])}–{int(b[3])} {w['months'][int(a[2]) - 1]} {a[1]}"
            return f"{int(a[3])} {w['months'][int(a[2]) - 1]} – {int(b[3])} {w['months'][int(b[2]) - 1]} {b[1]}"
        return str(w["from_to"].format(when(start, lang), when(end, lang)))
    if edtf[-1] in "~?%":
        return str(w["circa"].format(when(edtf[:-1], lang)))
    return _point(edtf, w)


def _point(edtf: str, w: dict[str, Any]) -> str:
    if m := _DAY.match(edtf):
        return f"{int(m[3])} {w['months'][int(m[2]) - 1]} {m[1]}"
    if m := _MONTH.match(edtf):
        number = int(m[2])
        if number > 12:
            return f"{w['seasons'].get(m[2], m[2])} {m[1]}"
        return f"{w['months'][number - 1]} {m[1]}"
    if _YEAR.match(edtf):
        return edtf
    if m := _DECADE.match(edtf):
        return str(w["decade"].format(m[1] + "0"))
    if m := _CENTURY.match(edtf):
        return str(w["century"].format(int(m[1]) + 1))
    return edtf


def _length(edtf: str, w: dict[str, Any]) -> str:
    m = _LENGTH.match(edtf.rstrip("~?%"))
    if not m:
        return edtf
    units = ("Y", "M", "W", "D", "TH", "TM")
    parts = [_count(int(n), w["lengths"][u]) for n, u in zip(m.groups(), units, strict=True) if n]
    said = parts[0] if parts else edtf
    for part in parts[1:]:
        said = w["and"].format(said, part)
    return said


def _count(n: int, names: list[str]) -> str:
    """`names`: one, two, three to ten, more."""
    if n == 1:
        return names[0]
    if n == 2:
        return names[1]
    return f"{n} {names[2] if n <= 10 else names[3]}"
