"""An article's words as parallel arrays: one pass over the text makes them, every finder reads them.

Arrays and not objects, because every rule asks `keys[i] in TABLE` for every word of every article.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tawatur.model.span import Span


class Kind(IntEnum):
    """What a token is made of."""

    WORD = 0  # Arabic letters, marks and tatweel
    NUMBER = 1  # digits of either set, with separators inside: 12,000  3.5  ٤٠
    LATIN = 2  # letters of any other script
    PUNCT = 3  # one mark or symbol


class Gap(IntEnum):
    """What stands between a token and the one before it."""

    NONE = 0
    SPACE = 1
    LINE = 2  # one line break
    BLANK = 3  # an empty line, or the start of the text


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel arrays over the tokens of `text`; all have one length.

    `forms`: the word without marks, tatweel, bidi controls and presentation forms; digits in ASCII with the decimal
    point as "." and no thousands signs (kept as they stand where they are ambiguous).
    `keys`: the form further folded for look-up: every alef is ا, ى is ي, ة is ه, ؤ and ئ are kept.
    `starts`, `ends`: code-point offsets into the raw text, end exclusive (marks included).
    """

    text: str
    forms: tuple[str, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[Kind, ...]
    gaps: tuple[Gap, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, last: int) -> Span:
        """Return the raw stretch from token `first` up to, not including, token `last`."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start, end, self.text[start:end])
