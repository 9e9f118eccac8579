"""Family names that their ending gives away: «بكيروف», «إساكوفا», «سيريكباييف», «ليفاندوفسكي», «تيموشينكو»."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tawatur.text.arabic import key
from tawatur.text.known.lists import words
from tawatur.text.words import ARTICLE, CONJUNCTIONS, peel

_LEAST = 5
_NATIVE = re.compile("(?:ال)?(?:م.{2,3}وفا?|ت..?يفا?|.{1,3}وفا?|.?.و?يفا?)")
"""Arabic words that end alike: «معروف», «كسوف», «ظروفا», «تكييف», «شريفا»."""


@cache
def _endings() -> tuple[str, ...]:
    return tuple(key(e) for e in words()["family_endings"])


@lru_cache(maxsize=1 << 13)
def family_shape(word: str) -> bool:
    """Say whether a key has the ending of a Slavic, Caucasian or Central Asian family name, and no Arabic pattern.

    >>> [family_shape(w) for w in ("بكيروف", "اساكوفا", "سيريكباييف", "ليفاندوفسكي", "تيموشينكو")]
    [True, True, True, True, True]
    >>> [family_shape(w) for w in ("معروف", "والكسوف", "ظروفا", "تكييف", "الخليف")]
    [False, False, False, False, False]
    """
    if len(word) < _LEAST or word.startswith(ARTICLE) or not word.endswith(_endings()):
        return False
    return not any(_NATIVE.fullmatch(s) for p, s in peel(word) if not p or p in CONJUNCTIONS or s.startswith(ARTICLE))
