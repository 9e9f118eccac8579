"""Which pairs of articles are worth comparing: those that share rare words near the top, or rare runs of words.

Lists of articles under each rare word replace the comparison of all with all. A word that more than `CROWD` articles
have near the top is a topic's and brings nobody together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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


def candidates(profiles: Sequence[Profile], w: Weights) -> list[tuple[int, int]]:
    """Pairs of places in `profiles`, the smaller first, sorted."""
    return sorted(_by_words(profiles, w) | _by_runs(profiles, w))


def _pairs(posted: dict[object, list[int]], wanted: Sequence[Sequence[object]], least: int) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for n, terms in enumerate(wanted):
        lists = [p for t in terms if 1 < len(p := posted[t]) <= CROWD]
        if len(lists) < least:
            continue
        counts = Counter(chain.from_iterable(lists))
        del counts[n]
        near = [(-c, m) for m, c in counts.items() if c >= least]
        near.sort()
        found.update((n, m) if n < m else (m, n) for _, m in near[:MOST])
    return found


def _by_words(profiles: Sequence[Profile], w: Weights) -> set[tuple[int, int]]:
    posted: dict[object, list[int]] = defaultdict(list)
    wanted: list[list[object]] = []
    for p in profiles:
        terms: list[object] = [t for t in p.lead if w[t] >= RARE]
        wanted.append(terms)
        for t in terms:
            posted[t].append(p.number)
    return _pairs(posted, wanted, LEAST)


def _by_runs(profiles: Sequence[Profile], w: Weights) -> set[tuple[int, int]]:
    """Articles that share runs of RUN words which begin with a rare one: copies whose tops differ, and excerpts."""
    rare = frozenset(t for t in chain.from_iterable(p.terms for p in profiles) if w[t] >= RARE)
    posted: dict[object, list[int]] = defaultdict(list)
    wanted: list[list[object]] = []
    for p in profiles:
        s = p.stems
        runs: list[object] = list({r for r in zip(s, s[1:], s[2:], s[3:], strict=False) if r[0] in rare})
        wanted.append(runs)
        for r in runs:
            posted[r].append(p.number)
    return _pairs(posted, wanted, 3)
