"""Raw text → tokens: one regular expression, one pass, offsets into the raw text."""

from __future__ import annotations

import re

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import IGNORABLE, LETTERS, MARKS, TATWEEL, ascii_digits, form, key

# A word is Arabic letters with their marks and stretching: «قُتِلـوا» is one word. Invisible controls may stand inside it.
# A number is digits of either set with separators between digits: 12,000  3.5  ١٢٬٠٠٠; «12،000» too, where the Arabic comma
# has exactly three digits after it. Dates and ranges (25/7/2015, 30-40) fall apart into numbers and signs: finders join them.
# Letters and digits that touch («و12», «الـ15») are two tokens.
_TOKEN = re.compile(
    rf"(?P<word>[{LETTERS}{TATWEEL}](?:[{LETTERS}{MARKS}{TATWEEL}]|[{IGNORABLE}]+(?=[{LETTERS}{MARKS}{TATWEEL}]))*)"
    r"|(?P<number>\d+(?:[.,٫٬]\d+|،\d{3}(?!\d))*)"
    rf"|(?P<latin>(?:(?![{LETTERS}])[^\W\d_])(?:(?![{LETTERS}])[^\W_])*)"
    rf"|(?P<space>[\s{IGNORABLE}{MARKS}]+)"
    r"|(?P<punct>.)",
    re.DOTALL,
)
_KINDS = {"word": Kind.WORD, "number": Kind.NUMBER, "latin": Kind.LATIN, "punct": Kind.PUNCT}


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
    for m in _TOKEN.finditer(text):
        group = m.lastgroup
        piece = m.group()
        if group == "space":
            breaks = piece.count("\n") or piece.count("\r") or piece.count("\u2028")
            found = (
                Gap.BLANK
                if breaks > 1
                else Gap.LINE
                if breaks
                else Gap.SPACE
                if any(map(str.isspace, piece))
                else Gap.NONE
            )
            gap = max(gap, found)
            continue
        assert group is not None
        if group == "word":
            f = form(piece)
            if not f:  # tatweel used as a dash
                group, f, k = "punct", "-", "-"
            else:
                k = key(piece)
        elif group == "number":
            f = k = ascii_digits(piece).replace("،", ",")
        elif group == "latin":
            f, k = piece, piece.casefold()
        else:
            f = k = piece
        forms.append(f)
        keys.append(k)
        starts.append(m.start())
        ends.append(m.end())
        kinds.append(_KINDS[group])
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
