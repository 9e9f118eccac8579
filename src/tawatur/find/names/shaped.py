"""Names that no list holds, by their shape: a family name with its given name before it, a place after what happens there."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.listed import classes, word_lists
from tawatur.find.names.titled import name_like
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.known.endings import family_shape
from tawatur.text.known.given import given
from tawatur.text.known.index import lookup
from tawatur.text.known.offices import starts
from tawatur.text.memo import Memo
from tawatur.text.verb_shape import common_verb
from tawatur.text.words import ARTICLE, adjective_shape, peel, suffixed

_WHOLE, _ALONE, _PLACE = 38, 24, 33
"""Strength of a family name with a given name before it, of one alone, and of a place: the tagger's own finds win."""
_MOST = 3
_PLACE_LEAST = 5


def shaped(tokens: Tokens) -> Iterator[Candidate]:
    """People by the ending of their family name, places by the word before them, in the order of the text."""
    led = False
    for at, (word, prefix) in enumerate(zip(tokens.keys, map(_family.__getitem__, tokens.keys), strict=True)):
        after, led = led, _before_place[word]
        if prefix is None and not after:
            continue
        if tokens.kinds[at] is not Kind.WORD:
            continue
        if prefix is not None:
            yield _person(tokens, at, prefix)
        elif _place(tokens, at):
            yield Candidate(at, at + 1, 0, "LOC", "shape:place", _PLACE)


@Memo
def _family(word: str) -> int | None:
    """Letters of proclitic before a family name told by its ending; None where the word is none or news knows it as another word."""
    if not family_shape(word):
        return None
    for prefix, stem in peel(word):
        if stem in word_lists("not_families") or (stem in classes() and classes()[stem][3][0] < "3"):
            return None
        if prefix and (stem in classes() or stem in given()):
            return len(prefix)
    return 0


def _partner(tokens: Tokens, at: int) -> bool:
    """Say whether a token can be the given name before a family name."""
    word = tokens.keys[at]
    if tokens.kinds[at] is not Kind.WORD or tokens.gaps[at + 1] >= Gap.LINE:
        return False
    if word in given() or (word.startswith(ARTICLE) and not tokens.forms[at].startswith(ARTICLE)):
        return True  # «إلدار»: a hamza, and no article
    if (
        any(s.startswith(ARTICLE) for _, s in peel(word))
        or starts(word)
        or common_verb(word)
        or lookup(tokens.keys, at)
        or not name_like(word)
    ):
        return False
    return all(stem not in classes() or classes()[stem][3][0] >= "3" for _, stem in peel(word))


@Memo
def _before_place(word: str) -> bool:
    """Say whether an unknown word after this one may be a place."""
    return any(s in word_lists("of_places") for _, s in peel(word))


def _person(tokens: Tokens, at: int, prefix: int) -> Candidate:
    first = at
    while first and not prefix and at - first < _MOST - 1 and _partner(tokens, first - 1):
        first -= 1
    whole = first < at
    return Candidate(first, at + 1, 0 if whole else prefix, "PER", "shape:family", _WHOLE if whole else _ALONE)


def _place(tokens: Tokens, at: int) -> bool:
    """Say whether an unknown word after «زلزال», «ضواحي», «مطار» can only be a place: it is no form of a word that news knows."""
    word = tokens.keys[at]
    if (
        len(word) < _PLACE_LEAST
        or word.startswith(ARTICLE)
        or word.endswith(tuple(word_lists("arabic_endings")))
        or word in given()
        or word in classes()
    ):
        return False
    if adjective_shape(word) or common_verb(word) or lookup(tokens.keys, at) or not name_like(word):
        return False
    return not any(s in classes() for _, s in peel(word)) and not any(s in classes() for s, _ in suffixed(word))
