"""What an article is about, told by words that the press hardly ever uses: the name of a small town, a ship, a mine.

Two articles weeks apart that share such a word and speak of the same sort of happening tell of one happening, even where
no gazetteer knows the name. Spellings are folded (`translit.skeletons`), so «تالبولاق» and «تال بولاك» are one topic.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from tawatur.model.ledger import Analysis
from tawatur.model.tokens import Kind
from tawatur.text.arabic import key
from tawatur.text.lexicon import card
from tawatur.text.stem import rarity, stem
from tawatur.text.translit import skeleton
from tawatur.text.words import peel

LEAD = 4
"""How many sentences, the title among them, tell what an article is about."""

UNHEARD = 8.5
"""Rarity of a stem that stands in fewer than twenty of thirty thousand articles."""

LONG = 4
"""Least number of consonants of a topic: shorter skeletons fall together by chance."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The unheard words of an article's lead, as skeletons, and the sorts of happening that it names there."""

    words: frozenset[str]
    acts: frozenset[str]


@cache
def _acts() -> dict[str, str]:
    rows = card("tawatur.reconcile", "ar.toml")["once"]
    return {stem(key(w)): row["name"] for row in rows if not row.get("things") for w in row["acts"]}


def topic(a: Analysis) -> Topic:
    """Read the topic of an article from its title and first sentences; a word must stand there twice or in the title.

    Words that stand for a state are no topic. The sorts of happening are those named beside a topic word.
    """
    t = a.document.tokens
    states = {i for r in a.references if r.entity.isalpha() and len(r.entity) == 3 for i in range(r.first, r.last)}
    sentences = [s for s in a.document.sentences if s.role != "caption"]
    named = [[_names(t.keys, i, s.last) if i not in states else [] for i in range(s.first, s.last)] for s in sentences]
    everywhere = Counter(k for of in named for found in of for k in found)
    words = {
        k for number, of in enumerate(named[:LEAD]) for found in of for k in found if number == 0 or everywhere[k] > 1
    }
    acts = set()
    for number, (s, of) in enumerate(zip(sentences, named, strict=True)):
        if number < LEAD or any(k in words for found in of for k in found):
            heard = range(s.first, s.last)
            stems = {stem(rest) for i in heard if t.kinds[i] is Kind.WORD for _, rest in peel(t.keys[i])}
            acts |= {_acts()[w] for w in stems if w in _acts()}
    return Topic(frozenset(words), frozenset(acts))


def _names(keys: tuple[str, ...], at: int, end: int) -> list[str]:
    """Skeletons of an unheard word, alone and with the next one (a name may be written apart)."""
    word = keys[at]
    if rarity(stem(word)) < UNHEARD and len(word) > 3:
        return []
    bare = min((rest for prefix, rest in peel(word) if not prefix or rarity(stem(word)) >= UNHEARD), key=len)
    found = {skeleton(word), skeleton(bare)}
    if at + 1 < end and rarity(stem(keys[at + 1])) >= UNHEARD:
        found.add(skeleton(word) + skeleton(keys[at + 1]))
    return sorted(k for k in found if len(k) >= LONG)
