"""Which words look like verbs: by letters alone, or by a list of common verbs and the endings that hang on them."""

from __future__ import annotations

from functools import cache

from tawatur.text.lexicon import table
from tawatur.text.memo import Memo
from tawatur.text.words import FUTURE, OBJECTS, peel_verb

_PRESENT_ENDS = ("ون", "وا", "ان", "ين", "ا")
_PAST_ENDS = ("ت", "وا", "تا", "نا", "تم")
_OPENERS = "يتن"
FUTURE_OPENERS = "يتنا"
"""After the future س a word that opens with ا is a first person: «سأرد»; without it, mostly a noun."""
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
    if not word.endswith(OBJECTS):
        return (word,)
    return (word, *(word.removesuffix(o) for o in OBJECTS if word.endswith(o) and len(word) - len(o) > _LEAST))


def _present(word: str, openers: str) -> bool:
    stems = _stems()[1]
    if word[0] not in openers or len(word) <= _LEAST:
        return False
    for w in _without_object(word):
        if w[1:] in stems:
            return True
        for e in _PRESENT_ENDS if w.endswith(_PRESENT_ENDS) else ():
            if w.endswith(e) and w[1 : len(w) - len(e)] in stems:
                return True
    return False


def _past(word: str) -> bool:
    perfects = _stems()[0]
    for w in _without_object(word):
        for e in _PAST_ENDS if w.endswith(_PAST_ENDS) else ():
            if w.endswith(e) and _perfect_of(w[: len(w) - len(e)], perfects):
                return True
    return False


def _perfect_of(stem: str, perfects: frozenset[str]) -> bool:
    """Say whether endings may hang on this; «ألقى» loses its last letter before most of them."""
    return len(stem) >= _LEAST and (stem in perfects or stem + "ي" in perfects or stem + "ا" in perfects)


@Memo
def inflected_verb(word: str) -> bool:
    """Say whether a key is a form of a common verb that shows in its letters: a present, a future, a past with an ending.

    >>> [inflected_verb(w) for w in ("ستقرران", "شكرت", "يوعز", "فاوضحت", "نتفاوض")]
    [True, True, True, True, True]
    >>> [inflected_verb(w) for w in ("بيروت", "سيول", "يانج", "تركيا", "الاسد")]
    [False, False, False, False, False]
    """
    for prefix, stem in peel_verb(word):
        if len(stem) > _LEAST and (
            _present(stem, FUTURE_OPENERS if prefix.endswith(FUTURE) else _OPENERS) or _past(stem)
        ):
            return True
    return False


@Memo
def common_verb(word: str) -> bool:
    """Say whether a key is a common verb in any form, a bare perfect too: «أوعز», «تحطم»; the letters may be a noun's as well.

    >>> common_verb("اوعز"), common_verb("واعلن"), common_verb("لافروف")
    (True, True, False)
    """
    return inflected_verb(word) or any(s in _stems()[0] for _, s in peel_verb(word))
