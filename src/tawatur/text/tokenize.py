"""Raw text → tokens: one regular expression, one pass, offsets into the raw text."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

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
    pieces = _PIECE.findall(text)
    read = list(map(_known.__getitem__, pieces))
    at = list(accumulate(map(len, pieces), initial=0))
    kept = [i for i, piece in enumerate(read) if piece[2] is not None]
    if not kept:
        return Tokens(text, (), (), (), (), (), ())
    forms, keys, kinds, _ = zip(*[read[i] for i in kept], strict=True)
    none, gaps = Gap.NONE, [Gap.BLANK]
    for last, i in pairwise(kept):
        between = i - last
        gaps.append(
            none if between == 1 else read[i - 1][3] if between == 2 else max(piece[3] for piece in read[last + 1 : i])
        )
    return Tokens(
        text=text,
        forms=forms,
        keys=keys,
        starts=tuple([at[i] for i in kept]),
        ends=tuple([at[i + 1] for i in kept]),
        kinds=kinds,
        gaps=tuple(gaps),
    )
