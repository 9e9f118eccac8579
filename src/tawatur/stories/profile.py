"""What an article is likened by: its stems, its title and lead, its figures, and how rare each of them is.

Stories are told apart by rare words: who, where and how many. A title and the first sentence after it hold most of
them (the inverted pyramid of news writing), so they are kept apart from the body.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.model.document import Document
from tawatur.model.ledger import Analysis
from tawatur.model.tokens import Gap, Kind
from tawatur.text.stem import rarity, stem
from tawatur.text.tokenize import tokenize

LEAD = 45
"""Words after the title that make the lead: a first sentence of Arabic news has thirty to fifty."""
LONGEST = 1200
"""Words of an article that count: what comes after them is background."""
LONGEST_TITLE = 25
VOCABULARY = 1_000_000
"""Words whose stems are kept at hand."""
BACKGROUND = 2000
"""How many articles' worth of trust the general table of rarity has against the collection itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One article as it is likened to others. `number` is its place in the collection.

    `stems`: its words in order; the sets have who is named, where that is known, in place of the words of the name.
    `spelled`: for each of those the stems of one spelling.
    """

    number: int
    id: str
    date: str
    stems: tuple[str, ...]
    terms: frozenset[str]
    title: frozenset[str]
    lead: frozenset[str]
    figures: frozenset[str]
    headline_figures: frozenset[str]
    spelled: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _named(analysis: Analysis, stems: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The story's words with each resolved name as one word, its entity, so that all spellings are alike.

    The words keep their places: a name's further words become empty.
    """
    names = [n for n in analysis.names if n.entity and not n.in_noise]
    if not names:
        return stems, {}
    tokens, story = analysis.document.tokens, analysis.document.story
    place: dict[int, int] = {}
    for i, (kind, told) in enumerate(zip(tokens.kinds, story, strict=True)):
        if told and kind is not Kind.PUNCT:
            place[i] = len(place)
    words = list(stems)
    spelled: dict[str, tuple[str, ...]] = {}
    for n in names:
        at = [p for i in range(n.first, n.last) if (p := place.get(i, len(words))) < len(words)]
        if at and n.entity:
            spelling = tuple(stems[p] for p in at)
            spelled[n.entity] = min(spelling, spelled.get(n.entity, spelling))
            for p in at:
                words[p] = ""
            words[at[0]] = n.entity
    return tuple(words), spelled


class _Stems(dict[str, str]):
    """Word → stem; a plain dictionary, because every word of every article asks it."""

    def __missing__(self, word: str) -> str:
        if len(self) > VOCABULARY:
            self.clear()
        self[word] = found = stem(word)
        return found


_STEMS = _Stems()


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in {"14", "19", "20"}


def profile(analysis: Analysis, number: int) -> Profile:
    """Take from an article what it is likened by; noise has no part in it."""
    doc = analysis.document
    tokens = doc.tokens
    stems = tuple(
        [
            _STEMS[key]
            for key, kind, told in zip(tokens.keys, tokens.kinds, doc.story, strict=True)
            if told and kind is not Kind.PUNCT
        ][:LONGEST]
    )
    words, spelled = _named(analysis, stems)
    titled = _title_length(doc)
    title, lead = words[:titled], words[: titled + LEAD]
    raw = doc.article.title
    if raw and doc.title is None and not doc.text.lstrip().startswith(raw[:40]):
        t = tokenize(raw)
        apart = tuple(_STEMS[k] for k, kind in zip(t.keys, t.kinds, strict=True) if kind is not Kind.PUNCT)
        title, lead = apart, apart + words[:LEAD]
    terms = frozenset(words) - {""}
    return Profile(
        number=number,
        id=analysis.id,
        date=(doc.article.date or "")[:10],
        stems=stems,
        terms=terms,
        title=frozenset(title[:LONGEST_TITLE]) - {""},
        lead=frozenset(lead) - {""},
        spelled=spelled,
        figures=frozenset([w for w in terms if len(w) > 1 and w[0].isdigit()]),
        headline_figures=frozenset([w for w in lead if len(w) > 2 and w[0].isdigit() and not _is_year(w)]),
    )


def _title_length(doc: Document) -> int:
    """How many of the story's words are the title's: by its sentence, else up to the first line break."""
    tokens = doc.tokens
    words = [i for i in range(min(len(tokens), 4 * LONGEST_TITLE)) if doc.story[i] and tokens.kinds[i] != Kind.PUNCT]
    title = next((s for s in doc.sentences if s.role == "title"), None)
    if title is not None:
        n = sum(title.first <= i < title.last for i in words)
    else:
        n = next((n for n, i in enumerate(words) if n and tokens.gaps[i] >= Gap.LINE), 0)
    return n if n <= LONGEST_TITLE else 0


class Weights(dict[str, float]):
    """Term → squared rarity in this collection, filled as terms are asked for.

    The collection's own counts are mixed with the general table as if that had been counted over BACKGROUND articles:
    in a small folder the table decides, in a large one a formula that every second article has loses its weight.
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.spelled: dict[str, tuple[str, ...]] = {}
        self.articles = 0
        for p in profiles:
            self.counts.update(p.terms)
            self.articles += 1
            for entity, spelling in p.spelled.items():
                self.spelled[entity] = min(spelling, self.spelled.get(entity, spelling))

    def __missing__(self, term: str) -> float:
        if term[0].isdigit() and len(term) == 1:
            weight = 1.0
        else:
            usual = math.exp(1 - max(map(rarity, self.spelled.get(term, (term,)))))
            share = (self.counts[term] + BACKGROUND * usual) / (self.articles + BACKGROUND)
            weight = math.log(max(share, 1e-9)) ** 2
        self[term] = weight
        return weight

    def of(self, terms: Iterable[str]) -> float:
        """Sum of the weights."""
        return sum(map(self.__getitem__, terms))
