"""How much two claims say the same: shared concepts, weighted by how rare they are in the press and in this affair.

A concept is a light stem, or the entity where a phrase stands for one, or the name of a synonym set
(`ar.synonyms.tsv`). Likeness is containment, so that a short claim can be like a part of a long one; it is never a
reason by itself: rules ask for it beside origin, standing, time and figures.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.model.claim import Claim
from tawatur.model.ledger import Analysis
from tawatur.model.span import Span
from tawatur.model.tokens import Kind
from tawatur.text.arabic import key
from tawatur.text.known.nations import Nation, nation
from tawatur.text.lexicon import card, table
from tawatur.text.noun_forms import TANWIN
from tawatur.text.stem import rarity, stem
from tawatur.text.words import is_feminine_nisba, peel, suffixed, without_article

COMMON = 2.4  # a stem in a quarter of all articles tells nothing
FEW = 30  # claims that an affair of a few sentences is taken to have, so that two claims do not make every word common
_ENTITY_WEIGHT = 3.5  # a named entity weighs like a word that stands in one article of twelve


@cache
def _synonyms() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """(stem → name of its set, whole word → name of its set); a set is named by the stem of its first word.

    A stem of two letters may be anything («قوات» and «قوي», «وفيات» and «في»): such a word counts only as it stands.
    """
    stems: dict[str, str] = {}
    whole: dict[str, str] = {}
    for (row,) in table("tawatur.reconcile", "ar.synonyms.tsv", 1):
        words = [key(w) for w in row.split()]
        name = stem(words[0])
        for w in words:
            if len(stem(w)) > 2:
                stems.setdefault(stem(w), name)
            else:
                whole.setdefault(w, name)
    return stems, whole


@cache
def _people() -> frozenset[str]:
    """Names of the sets of words for people, whose adjectives of relation speak of no people."""
    return frozenset(stem(key(w)) for w in card("tawatur.reconcile", "ar.toml")["persons"]["words"])


@lru_cache(maxsize=1 << 13)
def concept(word: str) -> str:
    """What a word (a key) stands for: the name of its synonym set, else its light stem.

    >>> concept("القوات") == concept("جنود"), concept("قوي") == concept("جنود")
    (True, False)
    """
    stems, whole = _synonyms()
    for _, rest in peel(word):
        for bare in (rest, without_article(rest)):
            if bare in whole:
                return whole[bare]
            for root, _ in suffixed(bare):
                if root in whole:
                    return whole[root]
    s = stem(word)
    if is_feminine_nisba(word) and stems.get(s) in _people():
        return s  # «المساعدة العسكرية» speaks of no soldiers
    if s in stems:
        return stems[s]
    for _, rest in peel(word):
        for bare in (rest, rest[:-1] if rest.endswith(TANWIN) and len(rest) > 4 else rest):
            inner = stem(bare)
            if inner in stems and rarity(inner) <= rarity(s):
                return stems[inner]
    return s


@cache
def negations() -> frozenset[str]:
    """Keys of the words that turn a sentence round."""
    return frozenset(key(w) for w in card("tawatur.reconcile", "ar.toml")["negation"]["words"])


@dataclass(frozen=True, slots=True)
class Sense:
    """What a stretch of text speaks of: its concepts in order, its entities, numbers and times, whether it is negated."""

    order: tuple[str, ...]
    concepts: frozenset[str]
    entities: frozenset[str]
    numbers: frozenset[float]
    negated: bool
    times: tuple[str, ...] = ()


def sense(analysis: Analysis, span: Span) -> Sense:
    """Read the stretch `span` of an article as concepts.

    Entities stand for the words of their phrases; numbers are those of the quantities inside the stretch.
    """
    t = analysis.document.tokens
    covered: dict[int, str] = {}
    for r in analysis.references:
        for i in range(r.first, r.last):
            covered[i] = r.entity
    order: list[str] = []
    entities: set[str] = set()
    negated = False
    first, last = token_range(analysis, span)
    passed = first
    for i in range(first, last):
        if i < passed:
            continue
        if i not in covered and (adjective := _nation(t.keys, i)) is not None:
            passed, of = i + adjective[0], adjective[1].of[0]  # «جنود كوريون شماليون» speaks of the state too
            entities.add(of)
            order.append(of)
            continue
        if i in covered:
            entities.add(covered[i])
            if not order or order[-1] != covered[i]:
                order.append(covered[i])
            continue
        if t.kinds[i] is Kind.PUNCT or t.kinds[i] is Kind.NUMBER:
            continue
        k = t.keys[i]
        if k in negations():
            negated = True
            continue
        s = concept(k)
        if rarity(s) >= COMMON:
            order.append(s)
    numbers = frozenset(x for q in analysis.quantities if span.covers(q.span) for x in (q.low, q.high) if x is not None)
    times = tuple(t.edtf for t in analysis.times if t.edtf and span.covers(t.span))
    return Sense(tuple(order), frozenset(order), frozenset(entities), numbers, negated, times)


def _nation(keys: Sequence[str], at: int) -> tuple[int, Nation] | None:
    """An adjective of nationality, also in the accusative («جنودا كازاخا»)."""
    word = keys[at]
    bare = word[:-1] if word.endswith(TANWIN) and len(word) > 4 else None
    return nation(keys, at) or (nation(keys, at, first=bare) if bare else None)


def token_range(analysis: Analysis, span: Span) -> tuple[int, int]:
    """First and last+1 token of an article that lie in `span`."""
    from bisect import bisect_left

    t = analysis.document.tokens
    return bisect_left(t.starts, span.start), bisect_left(t.starts, span.end)


class Likeness:
    """Compares the claims of one affair; made once a dossier."""

    def __init__(self, senses: Mapping[str, Sense]) -> None:
        self.senses = senses
        self._df = Counter(c for s in senses.values() for c in s.concepts)
        self._n = max(2, len(senses))
        self._weights: dict[str, float] = {}
        self._totals: dict[str, float] = {}

    def weight(self, concept: str) -> float:
        """Weight of one concept: its rarity in the press, less where this affair has it everywhere."""
        known = self._weights.get(concept)
        if known is None:
            known = self._weights[concept] = self._weight(concept)
        return known

    def _weight(self, concept: str) -> float:
        press = _ENTITY_WEIGHT if is_entity(concept) else rarity(concept)
        n = self._n + FEW
        here = math.log(n / self._df.get(concept, 1)) / math.log(n)
        return press * (0.25 + 0.75 * here)

    def total(self, concepts: Iterable[str]) -> float:
        """Sum of the weights of `concepts`, in a fixed order so that the sum is the same in every run."""
        return sum(self.weight(c) for c in sorted(concepts))

    def shared(self, a: str, b: str) -> tuple[float, float]:
        """(weight of what claims `a` and `b` share, share of the smaller one that this is)."""
        x, y = self.senses[a], self.senses[b]
        common = self.total(x.concepts & y.concepts)
        least = min(self._whole(a), self._whole(b))
        return common, common / least if least else 0.0

    def _whole(self, claim: str) -> float:
        """Weight of all concepts of one claim."""
        known = self._totals.get(claim)
        if known is None:
            known = self._totals[claim] = self.total(self.senses[claim].concepts)
        return known

    def rare_shared(self, a: str, b: str, least: float = 4.5) -> list[str]:
        """Concepts that both have and that are rare in the press, rarest first."""
        both = self.senses[a].concepts & self.senses[b].concepts
        return sorted((c for c in both if not is_entity(c) and rarity(c) >= least), key=lambda c: (-rarity(c), c))

    def candidates(self, ids: Sequence[str], most: int = 60) -> Iterable[tuple[str, str]]:
        """Pairs of claims that share two concepts that few claims have: the only ones worth comparing.

        A concept in more than `most` claims opens no pair, so the work stays near linear in the number of claims.
        """
        by: dict[str, list[str]] = {}
        for i in ids:
            for c in self.senses[i].concepts:
                if self._df[c] <= most:
                    by.setdefault(c, []).append(i)
        seen: Counter[tuple[str, str]] = Counter()
        for c in sorted(by):
            members = by[c]
            for n, a in enumerate(members):
                for b in members[n + 1 :]:
                    seen[(a, b) if a < b else (b, a)] += 1
        return sorted(p for p, n in seen.items() if n >= 2)


def is_entity(concept: str) -> bool:
    """Say whether a concept is an entity id: ids are ASCII, stems are Arabic."""
    return concept.isascii()


def claim_senses(analyses: Sequence[Analysis], claims: Sequence[Claim]) -> dict[str, Sense]:
    """The sense of each claim's content."""
    by_article = {a.id: a for a in analyses}
    return {c.id: sense(by_article[c.article], c.content) for c in claims}
