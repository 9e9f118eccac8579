"""Arabic letters: what a word looks like once marks, stretching and encoding accidents are taken away.

Two strengths. `form` keeps every letter that a careful writer tells apart and drops what is only typography:
vowel marks, tatweel, direction controls, presentation forms, Persian yeh and kaf. `key` folds further, as the press
itself does not keep them apart: hamza on or under alef, final yeh without dots, teh marbuta without dots.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
TATWEEL = "\u0640"
IGNORABLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphen, joiners and direction controls: they are in the text, no reader sees them."""

LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\ufb50-\ufdfb\ufe70-\ufefc"
)
"""Letters of the Arabic script, presentation forms included."""

_DROP = re.compile(f"[{MARKS}{TATWEEL}{IGNORABLE}]")
_PRESENTATION = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_FORM = str.maketrans(
    {"\u06cc": "ي", "\u06a9": "ك", "\u06aa": "ك", "\u0671": "ا", "\u06c1": "ه", "\u06d5": "ه", "\u06c0": "ة"}
)
_KEY = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")


@lru_cache(maxsize=1 << 13)
def form(word: str) -> str:
    """Return the word as a careful writer would type it without marks.

    >>> form("قُتِلـوا")
    'قتلوا'
    >>> form("بيونغ یانغ")
    'بيونغ يانغ'
    """
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    return _DROP.sub("", word).translate(_FORM)


@lru_cache(maxsize=1 << 13)
def key(word: str) -> str:
    """Return the form folded for look-up: one alef, dotted yeh, undotted teh marbuta.

    >>> key("أعلنتِ") == key("اعلنت"), key("قوة"), key("على")
    (True, 'قوه', 'علي')
    """
    return form(word).translate(_KEY)


def ascii_digits(text: str) -> str:
    """Turn digits and number signs of either Arabic set into ASCII; all else stays.

    >>> ascii_digits("٣٬٤٥٠٫٥")
    '3,450.5'
    """
    return text.translate(_DIGITS)


def is_arabic(text: str) -> bool:
    """Say whether most letters of `text` are of the Arabic script."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and 2 * sum("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufefc" for c in letters) > len(
        letters
    )


def after_letters(text: str, start: int, letters: int) -> int:
    """Offset in raw `text` after so many letters from `start` on, with the marks and stretching that follow each.

    >>> after_letters("بِالعام", 0, 1)
    2
    """
    at = start
    for _ in range(letters):
        at += 1
        while at < len(text) and _DROP.match(text, at):
            at += 1
    return at


def careful(text: str) -> int:
    """How many letters of `text` a hasty writer would have left bare: those with a hamza or a madda.

    >>> careful("أحمد داود أوغلو"), careful("احمد داود اوغلو")
    (2, 0)
    """
    return sum(text.count(c) for c in "أإآؤئء")
