"""Which pairs of articles are worth comparing: those that share rare words near the top, or rare runs of words.

Lists of articles under each rare word replace the comparison of all with all. A word that more than `CROWD` articles
have near the top is a topic's and brings nobody together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from tawatur.stories.profile import Profile, Weights

CROWD = 60
RARE = 16.0
"""Squared rarity from which a word can bring two articles together: about one article in fifty-five."""
LEAST = 2
MOST = 14
"""Of the articles that share at least LEAST rare words with one, the MOST that share most are compared with it."""
RUN = 4
LEAST_RUNS = 3
RARER = 27.0
"""Squared rarity of the word that begins a run: about one article in a hundred and eighty."""


def candidates(profiles: Sequence[Profile], w: Weights) -> list[tuple[int, int]]:
    """Pairs of places in `profiles`, the smaller first, sorted."""
    return sorted(_by_words(profiles, w) | _by_runs(profiles, w))


def _pairs(wanted: Sequence[frozenset[object]], least: int) -> set[tuple[int, int]]:
    """Pairs of places in `wanted` that have at least `least` items in common which are nobody else's, or few others'."""
    held: Counter[object] = Counter()
    for items in wanted:
        held.update(items)
    posted: dict[object, list[int]] = {item: [] for item, n in held.items() if 1 < n <= CROWD}
    kept = [[posted[item] for item in items if item in posted] for items in wanted]
    for n, lists in enumerate(kept):
        for p in lists:
            p.append(n)
    found: set[tuple[int, int]] = set()
    for n, lists in enumerate(kept):
        if len(lists) < least:
            continue
        counts = Counter(chain.from_iterable(lists))
        del counts[n]
        near = [(-c, m) for m, c in counts.items() if c >= least]
        near.sort()
        found.update((n, m) if n < m else (m, n) for _, m in near[:MOST])
    return found


def _by_words(profiles: Sequence[Profile], w: Weights) -> set[tuple[int, int]]:
    """Articles that share rare words of their titles and leads."""
    return _pairs([frozenset([t for t in p.lead if w[t] >= RARE]) for p in profiles], LEAST)


def _by_runs(profiles: Sequence[Profile], w: Weights) -> set[tuple[int, int]]:
    """Articles that share runs of RUN words which begin with a rare one: copies whose tops differ, and excerpts."""
    return _pairs([_runs(p, w) for p in profiles], LEAST_RUNS)


def _runs(p: Profile, w: Weights) -> frozenset[object]:
    s = p.stems
    rare = {t for t in p.terms if w[t] >= RARER}
    return frozenset([hash(s[i : i + RUN]) for i, t in enumerate(s) if t in rare])
