"""The lines of an article, folded so that rules can look them up."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import TATWEEL
from tawatur.text.tokenize import tokenize

DASHES = frozenset("-–—−‐‑‒―_" + TATWEEL)
LONG = 20
"""Words that make a line a paragraph of the story even without a full stop."""
FOLDED = 80
"""Tokens in the longest line that rules look at; longer ones are paragraphs, and their keys stay as they are."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands between two line breaks: tokens `first` up to, not including, `last`.

    `keys`: folded words and marks, every dash "-", every number "0"; `words`: the same without marks.
    """

    first: int
    last: int
    keys: tuple[str, ...]
    words: tuple[str, ...]
    stopped: bool  # ends with a full stop, inside closing marks or not

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads as running text: long, or a sentence with its stop."""
        words = len(self.words)
        return words >= LONG or (words >= 8 and self.stopped) or (words >= 10 and "." in self.keys[5:-1])


def fold(keys: tuple[str, ...], kinds: tuple[Kind, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys and words as rules read them.

    >>> t = tokenize("منذ 4 ساعات –")
    >>> fold(t.keys, t.kinds)
    (('منذ', '0', 'ساعات', '-'), ('منذ', '0', 'ساعات'))
    """
    number, mark = Kind.NUMBER, Kind.PUNCT
    pairs = zip(keys, kinds, strict=True)
    folded = ["0" if kind is number else "-" if key in DASHES else key for key, kind in pairs]
    return tuple(folded), tuple([f for f, kind in zip(folded, kinds, strict=True) if kind is not mark])


def pattern(phrase: str) -> tuple[str, ...]:
    """A card's phrase as rules read it: marks stay where the card writes them.

    >>> pattern("كتب :")
    ('كتب', ':')
    """
    t = tokenize(phrase)
    return fold(t.keys, t.kinds)[0]


def lines(t: Tokens) -> list[Line]:
    """Every line that has at least one token."""
    n = len(t)
    starts = [i for i, gap in enumerate(t.gaps) if gap >= Gap.LINE or i == 0]
    out = []
    for first, last in zip(starts, [*starts[1:], n], strict=True):
        keys = words = t.keys[first:last]
        if last - first <= FOLDED:
            keys, words = fold(keys, t.kinds[first:last])
        end = last - 1
        while end > first and t.kinds[end] == Kind.PUNCT and t.forms[end] not in ".؟?!…":
            end -= 1
        out.append(Line(first, last, keys, words, t.forms[end] in ".؟?!…"))
    return out
