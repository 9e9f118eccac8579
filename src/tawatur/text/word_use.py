"""How the news uses a word: as a verb or a noun, as one who speaks, in which gender. Learnt from unlabelled articles.

A table of single words fills what no list of a grammar can: that «اعترض» is a verb, that a «هجوم» never says anything,
that a «ميركل» is feminine. What the table does not know stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tawatur.text.arabic import key
from tawatur.text.lexicon import card, known_keys, table
from tawatur.text.memo import Memo
from tawatur.text.words import ARTICLE, CONJUNCTIONS

_HERE = "tawatur.text"
CARD = "word_use.toml"
TARGET = Path(__file__).with_name("ar.uses.tsv")
VERB = 6
"""Tenths of its places from which a form is a verb."""


@dataclass(frozen=True, slots=True)
class Use:
    """`verb`: tenths of the places that are a verb's; `speaks`: thousandths in which it speaks, 9 for nine and more;
    None where too little was seen. `gender`: m, f or "".
    """

    verb: int | None
    speaks: int | None
    gender: str


UNKNOWN = Use(None, None, "")


def _evidence() -> dict[str, frozenset[str]]:
    found = card(_HERE, CARD)
    known_keys(found, ("prepositions", "before_verb", "he_said", "she_said", "that"), f"text/{CARD}")
    return {name: frozenset(map(key, words)) for name, words in found.items()}


EVIDENCE = _evidence()


@cache
def _table() -> dict[str, Use]:
    number = {"-": None} | {str(n): n for n in range(10)}
    return {
        word: Use(number[verb], number[speaks], gender.strip("-"))
        for word, verb, speaks, gender in table(_HERE, "ar.uses.tsv", 4)
    }


@Memo
def use(word: str) -> Use:
    """How a word (a key) is used, its article apart; what is not known of it with a conjunction is that of the bare word.

    >>> use("بلغت").verb, use("الهجوم").speaks, use("المتحدثه").gender
    (9, 0, 'f')
    """
    found = _bare(word)
    if word[:1] not in CONJUNCTIONS or len(word) < 4:
        return found
    rest = _bare(word[1:])
    return Use(
        rest.verb if found.verb is None else found.verb,
        rest.speaks if found.speaks is None or (found.speaks == 0 and rest.speaks) else found.speaks,
        found.gender or rest.gender,
    )


def _bare(word: str) -> Use:
    return _table().get(word.removeprefix(ARTICLE) if len(word) > 4 else word, UNKNOWN)


def is_verb(word: str) -> bool:
    """Whether a form (a key) is nearly always a verb where its neighbours tell.

    >>> is_verb("وبلغت"), is_verb("الهجوم"), is_verb("كتاب")
    (True, False, False)
    """
    return not word.startswith(ARTICLE) and (use(word).verb or 0) >= VERB


def never_speaks(word: str) -> bool:
    """Whether a noun (a key) was seen often and never as the one who says something.

    >>> never_speaks("الهجوم"), never_speaks("الوزير"), never_speaks("مشربيه")
    (True, False, False)
    """
    return use(word).speaks == 0
