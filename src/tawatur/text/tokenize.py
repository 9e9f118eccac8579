"""Raw text → tokens: one regular expression, one pass, offsets into the raw text."""

from __future__ import annotations

import re

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import IGNORABLE, LETTERS, MARKS, TATWEEL, ascii_digits, form, key
from tawatur.text.memo import Memo

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

_Read = tuple[str, str, Kind | None, Gap]


def _read(piece: str) -> _Read:
    """Form, key and kind of one piece; for what stands between tokens no kind, and the gap that it makes."""
    if _IS_WORD.match(piece):
        f = form(piece)
        if not f:  # tatweel used as a dash
            return "-", "-", Kind.PUNCT, Gap.NONE
        k = key(piece)
        return f, f if k == f else k, Kind.WORD, Gap.NONE
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


_known = Memo(_read)


def kind_of(key: str) -> Kind:
    """Kind of the token that has this key.

    >>> kind_of("جنود"), kind_of("12,000"), kind_of("nato"), kind_of("«")
    (<Kind.WORD: 0>, <Kind.NUMBER: 1>, <Kind.LATIN: 2>, <Kind.PUNCT: 3>)
    """
    first = key[0]
    if _IS_WORD.match(first) or first.isspace():  # what is left of a vowel mark that has a character of its own
        return Kind.WORD
    if first.isdecimal():
        return Kind.NUMBER
    return Kind.LATIN if first.isalnum() else Kind.PUNCT


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
    end = 0
    none = Gap.NONE
    pieces = _PIECE.findall(text)
    for piece, (f, k, kind, between) in zip(pieces, map(_known.__getitem__, pieces)):  # noqa: B905 (of one length)
        start = end
        end += len(piece)
        if kind is None:
            if gap is none or between > gap:
                gap = between
            continue
        forms.append(f)
        keys.append(k)
        starts.append(start)
        ends.append(end)
        kinds.append(kind)
        gaps.append(gap)
        gap = none
    return Tokens(
        text=text,
        forms=tuple(forms),
        keys=tuple(keys),
        starts=tuple(starts),
        ends=tuple(ends),
        kinds=tuple(kinds),
        gaps=tuple(gaps),
    )
