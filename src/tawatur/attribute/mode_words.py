"""The lists of `ar.modes.toml` that the forms of a mode look into."""

from __future__ import annotations

from functools import cache
from typing import Any

from tawatur.attribute.view import View
from tawatur.text.arabic import key
from tawatur.text.lexicon import Phrases, card
from tawatur.text.words import CONJUNCTIONS


def _forms() -> dict[str, Any]:
    found: dict[str, Any] = card("tawatur.attribute", "ar.modes.toml")["forms"]
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """The keys of a list of words."""
    return frozenset(map(key, _forms()[name]))


@cache
def phrases(name: str) -> Phrases[bool]:
    """A list of phrases, to look up in the text."""
    return Phrases((p, True) for p in _forms()[name])


@cache
def seats() -> tuple[tuple[str, str], ...]:
    """What a country is called, with the word of a speaker's title that says he speaks for it."""
    return tuple((key(p.split()[0]), key(p.split()[1])) for p in _forms()["states"])


@cache
def lemmas_listed(name: str) -> frozenset[str]:
    """The lemmas of a list, not folded."""
    return frozenset(_forms()[name])


def phrases_at(v: View, phrases: Phrases[bool], k: int) -> bool:
    """Whether one of `phrases` stands at token `k`, with or without و, ف before it."""
    word = v.t.keys[k]
    if phrases.longest(v.t.keys, k):
        return True
    return word[:1] in CONJUNCTIONS and phrases.longest(v.t.keys, k, word[1:]) is not None
