"""How foreign the letters of a word look, for words that no list and no count of news holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tawatur.text.lexicon import table
from tawatur.text.memo import Memo

_STEPS = (-8, -2, 2, 6, 11)


def runs(word: str) -> Iterator[str]:
    """Each run of three letters of a key, its ends marked.

    >>> list(runs("بون"))
    ['^بو', 'بون', 'ون$']
    """
    whole = f"^{word}$"
    return (whole[at : at + 3] for at in range(len(whole) - 2))


@cache
def _odds() -> dict[str, int]:
    return {r[0]: int(r[1]) for r in table("tawatur.find.names", "ar.grams.tsv", 2)}


def odds(word: str) -> float:
    """Mean log-odds, in tenths, of the runs of a key's letters: above 0 more like a foreign name than like a plain word."""
    table_, whole, total = _odds(), f"^{word}$", 0
    for at in range(len(word)):
        total += table_.get(whole[at : at + 3], 0)
    return total / len(word)


@Memo
def foreignness(word: str) -> int:
    """From 0 (the letters of an Arabic word) to 5 (those of a foreign name).

    >>> foreignness("المستشفيات") < foreignness("شتاينماير")
    True
    """
    mean = odds(word)
    return sum(mean >= step for step in _STEPS)
