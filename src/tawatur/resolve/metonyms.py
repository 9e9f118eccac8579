"""When a capital stands for its government: «أكدت سيول», «بين موسكو وبيونغ يانغ», not «في سيول»."""

from __future__ import annotations

from functools import cache

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import key
from tawatur.text.lexicon import card
from tawatur.text.verb_shape import feminine_verb
from tawatur.text.words import CONJUNCTIONS, PREPOSITIONS


@cache
def card_words(name: str) -> frozenset[str]:
    """Keys of the words in a list of this stage's card."""
    return frozenset(key(w) for w in card("tawatur.resolve", "ar.toml")[name])


def _acts(word: str) -> bool:
    if word in card_words("short_verbs") or (word[:1] in CONJUNCTIONS and word[1:] in card_words("short_verbs")):
        return True
    return feminine_verb(word) and word not in card_words("not_verbs")


def governs(tokens: Tokens, first: int, last: int, prefix: int) -> bool:
    """Say whether the capital at tokens `first` to `last` acts, so that its government is meant."""
    keys = tokens.keys
    letter = keys[first][:prefix]
    if letter.endswith(PREPOSITIONS[0]):
        return False
    joined = first and tokens.kinds[first - 1] is Kind.WORD and tokens.gaps[first] < Gap.LINE
    before = keys[first - 1] if joined else ""
    goes_on = last < len(keys) and tokens.kinds[last] is Kind.WORD and tokens.gaps[last] < Gap.LINE
    after = keys[last] if goes_on else ""
    if letter in CONJUNCTIONS or not before:
        if _acts(after) or (last < len(keys) and keys[last] == ":"):
            return True
        if letter == CONJUNCTIONS[0] and first and before:
            return _second(tokens, first)
        return bool(after) and last < len(keys) and _acts(after)
    if before in card_words("locative") or before[1:] in card_words("locative"):
        return False
    if before in card_words("governing") or before[1:] in card_words("governing"):
        return before not in card_words("between") or not any(
            k in card_words("between_places") for k in keys[max(0, first - 3) : first]
        )
    return _acts(before) or _acts(after)


def _second(tokens: Tokens, first: int) -> bool:
    """«وبيونغ يانغ» after another capital that governs: the one before decides."""
    back = first - 1
    while back > 0 and first - back < 4:
        if tokens.keys[back - 1] in card_words("governing"):
            return True
        if tokens.keys[back - 1] in card_words("locative"):
            return False
        back -= 1
    return False
