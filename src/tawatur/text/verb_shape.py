"""Which words look like verbs: by letters alone, or by a list of common verbs and the endings that hang on them."""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.text.lexicon import table
from tawatur.text.memo import Memo
from tawatur.text.words import OBJECTS, peel_verb

_PRESENT_ENDS = ("", "ون", "وا", "ان", "ين", "ا")
_PAST_ENDS = ("ت", "وا", "تا", "نا", "تم")
_OPENERS = "يتن"
_LEAST = 2


@Memo
def feminine_verb(word: str) -> bool:
    """Say whether a key has the shape of a third person feminine verb: perfect in ت, present in ت or ست.

    >>> feminine_verb("افادت"), feminine_verb("ستعلن"), feminine_verb("تصريحات"), feminine_verb("الثبات")
    (True, True, False, False)
    """
    for lead in ("و", "ف"):
        if word.startswith(lead) and len(word) > 4 and (word.endswith("ت") or word[1] in "تس"):
            word = word[1:]
            break
    if word.startswith("ال") or word.endswith(("ات", "ه")) or len(word) < 4:
        return False
    return word.endswith("ت") or word.startswith("ست") or (word.startswith("ت") and word[2] != "ا")


@cache
def _stems() -> tuple[frozenset[str], frozenset[str]]:
    """Perfects, and imperfects without the letter that they open with."""
    rows = table("tawatur.text", "ar.verbs.tsv", 2)
    return frozenset(r[0] for r in rows), frozenset(r[1][1:] for r in rows)


def _without_object(word: str) -> tuple[str, ...]:
    """The word, and the word without each pronoun that may hang on it as an object."""
    return (word, *(word.removesuffix(o) for o in OBJECTS if word.endswith(o) and len(word) - len(o) > _LEAST))


def _present(word: str) -> bool:
    stems = _stems()[1]
    return (
        word[0] in _OPENERS
        and len(word) > _LEAST
        and any(w[1 : len(w) - len(e)] in stems for w in _without_object(word) for e in _PRESENT_ENDS if w.endswith(e))
    )


def _past(word: str) -> bool:
    perfects = _stems()[0]
    return any(
        _perfect_of(w[: len(w) - len(e)], perfects) for w in _without_object(word) for e in _PAST_ENDS if w.endswith(e)
    )


def _perfect_of(stem: str, perfects: frozenset[str]) -> bool:
    """Say whether endings may hang on this; «ألقى» loses its last letter before most of them."""
    return len(stem) >= _LEAST and (stem in perfects or stem + "ي" in perfects or stem + "ا" in perfects)


@lru_cache(maxsize=1 << 13)
def inflected_verb(word: str) -> bool:
    """Say whether a key is a form of a common verb that shows in its letters: a present, a future, a past with an ending.

    >>> [inflected_verb(w) for w in ("ستقرران", "شكرت", "يوعز", "فاوضحت", "نتفاوض")]
    [True, True, True, True, True]
    >>> [inflected_verb(w) for w in ("بيروت", "سيول", "يانج", "تركيا", "الاسد")]
    [False, False, False, False, False]
    """
    return any(_present(stem) or _past(stem) for _, stem in peel_verb(word) if len(stem) > _LEAST)


@lru_cache(maxsize=1 << 13)
def common_verb(word: str) -> bool:
    """Say whether a key is a common verb in any form, a bare perfect too: «أوعز», «تحطم»; the letters may be a noun's as well.

    >>> common_verb("اوعز"), common_verb("واعلن"), common_verb("لافروف")
    (True, True, False)
    """
    return inflected_verb(word) or any(s in _stems()[0] for _, s in peel_verb(word))
