"""Raw text → tokens: one regular expression, one pass, offsets into the raw text."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import IGNORABLE, LETTERS, MARKS, TATWEEL, ascii_digits, form, key

# A word is Arabic letters with their marks and stretching: «قُتِلـوا» is one word. Invisible controls may stand inside it.
# A number is digits of either set with separators between digits: 12,000  3.5  ١٢٬٠٠٠; «12،000» too, where the Arabic comma
# has exactly three digits after it. Dates and ranges (25/7/2015, 30-40) fall apart into numbers and signs: finders join them.
# Letters and digits that touch («و12», «الـ15») are two tokens.
_WORD = rf"[{LETTERS}{TATWEEL}](?:[{LETTERS}{MARKS}{TATWEEL}]|[{IGNORABLE}]+(?=[{LETTERS}{MARKS}{TATWEEL}]))*"
_NUMBER = r"\d+(?:[.,٫٬]\d+|،\d{3}(?!\d))*"
_LATIN = rf"(?:(?![{LETTERS}])[^\W\d_])(?:(?![{LETTERS}])[^\W_])*"
_SPACE = rf"[\s{IGNORABLE}{MARKS}]+"
_PIECE = re.compile(rf"{_WORD}|{_NUMBER}|{_LATIN}|{_SPACE}|.", re.DOTALL)
"""Every character of a text is in one piece; the first character of a piece says of which sort it is."""
_IS_WORD = re.compile(rf"[{LETTERS}{TATWEEL}]")
_IS_SPACE = re.compile(rf"[\s{IGNORABLE}{MARKS}]")
_LONG = 40
"""Pieces that are longer are read anew each time: nobody writes them twice, and they would be kept in memory."""

_Read = tuple[str, str, Kind | None, Gap]


def _read(piece: str) -> _Read:
    """Form, key and kind of one piece; for what stands between tokens no kind, and the gap that it makes."""
    if _IS_WORD.match(piece):
        f = form(piece)
        if not f:  # tatweel used as a dash
            return "-", "-", Kind.PUNCT, Gap.NONE
        return f, key(piece), Kind.WORD, Gap.NONE
    if piece[0].isdecimal():
        f = ascii_digits(piece).replace("،", ",")
        return f, f, Kind.NUMBER, Gap.NONE
    if _IS_SPACE.match(piece):
        breaks = piece.count("\n") or piece.count("\r") or piece.count("\u2028")
        if breaks:
            return "", "", None, Gap.BLANK if breaks > 1 else Gap.LINE
        return "", "", None, Gap.SPACE if any(map(str.isspace, piece)) else Gap.NONE
    if piece[0].isalpha() or piece[0].isalnum():
        return piece, piece.casefold(), Kind.LATIN, Gap.NONE
    return piece, piece, Kind.PUNCT, Gap.NONE


_known = lru_cache(maxsize=1 << 13)(_read)


def _read_once(piece: str) -> _Read:
    """The same, where a text holds long pieces."""
    return _known(piece) if len(piece) <= _LONG else _read(piece)


def tokenize(text: str) -> Tokens:
    """Cut `text` into words, numbers, foreign words and signs.

    >>> t = tokenize("وصل نحو 12,000 جنديّ.")
    >>> t.forms
    ('وصل', 'نحو', '12,000', 'جندي', '.')
    >>> t.span(1, 4).text
    'نحو 12,000 جنديّ'
    """
    forms: list[str] = []
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[Kind] = []
    gaps: list[Gap] = []
    gap = Gap.BLANK
    at = 0
    pieces = _PIECE.findall(text)
    lengths = list(map(len, pieces))
    known = _known if max(lengths, default=0) <= _LONG else _read_once
    for (f, k, kind, between), length in zip(map(known, pieces), lengths, strict=True):
        start = at
        at += length
        if kind is None:
            gap = max(gap, between)
            continue
        forms.append(f)
        keys.append(k)
        starts.append(start)
        ends.append(at)
        kinds.append(kind)
        gaps.append(gap)
        gap = Gap.NONE
    return Tokens(
        text=text,
        forms=tuple(forms),
        keys=tuple(keys),
        starts=tuple(starts),
        ends=tuple(ends),
        kinds=tuple(kinds),
        gaps=tuple(gaps),
    )
