"""Names of people by the title before them: «الرئيس الروسي فلاديمير بوتين», «الجنرال X», «د. X»."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.listed import word_lists
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.known.begins import OFFICE, begins
from tawatur.text.known.given import LINKS, given
from tawatur.text.known.nations import nation
from tawatur.text.known.offices import find_office
from tawatur.text.memo import Memo
from tawatur.text.stem import rarity, stem
from tawatur.text.words import CONJUNCTIONS

_MARKS = frozenset("،,\"“”«»'()[]-–:")
_COMMON = 6.2
"""Rarity below which a word is too common to be part of an unknown name (about one article in two hundred)."""


@Memo
def name_like(word: str) -> bool:
    """Say whether a key can be part of a name: a given name, a linking word, or a word that news hardly knows."""
    if word in word_lists("stop"):
        return False
    if word in given() or word in LINKS:
        return True
    if len(word) < 2 or nation((word,), 0):
        return False
    return rarity(stem(word)) > _COMMON


def name_end(tokens: Tokens, at: int, most: int = 6) -> int:
    """Where the name that starts at `at` ends; `at` itself where none starts."""
    end = at
    while end < len(tokens) and end - at < most:
        if tokens.kinds[end] is not Kind.WORD or (end > at and tokens.gaps[end] >= Gap.LINE):
            break
        word = tokens.keys[end]
        if not name_like(word) or (end > at and word[0] == CONJUNCTIONS[0] and word not in given() and len(word) > 4):
            break
        end += 1
    while end > at and tokens.keys[end - 1] in LINKS:
        end -= 1
    return end


def titled(tokens: Tokens) -> Iterator[Candidate]:
    """A name right after each office or title."""
    at = 0
    for start in [i for i, word in enumerate(tokens.keys) if begins[word] & OFFICE]:
        if start < at or tokens.kinds[start] is not Kind.WORD:
            continue
        office = find_office(tokens.keys, start)
        if office is None:
            continue
        begin = office.last
        while begin < len(tokens) and begin - office.last < 2 and tokens.forms[begin] in _MARKS:
            begin += 1
        if begin < len(tokens) and not (begin > office.last and office.how == "title" and not office.definite):
            end = name_end(tokens, begin)
            if end > begin and not find_office(tokens.keys, begin):
                sure = given().get(tokens.keys[begin]) in ("native", "foreign")
                yield Candidate(
                    begin, end, 0, "PER", f"title:{office.id or office.head}", 30 if sure and end - begin > 1 else 0
                )
        at = office.last
