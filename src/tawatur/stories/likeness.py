"""How alike two articles are, in a few measures that a reader can follow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from tawatur.stories.profile import Profile, Weights

KEYS = 8
"""So many of the rarest words of a lead tell what it is about: mostly names."""
KEYS_LEAST = 2
"""Without so many of them in common two articles are not compared further."""
RUN = 5
"""Words in a row that two writers hardly share by chance."""


def days_apart(a: str, b: str) -> int | None:
    """Days between two dates of publication; None where one is not known.

    >>> days_apart("2024-03-05", "2024-03-07"), days_apart("", "2024-03-07")
    (2, None)
    """
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return None


class Likeness:
    """Compares the articles of one collection; what is asked again and again of one article is worked out once."""

    def __init__(self, profiles: Sequence[Profile], w: Weights) -> None:
        self.profiles = profiles
        self.w = w
        self._own: dict[int, tuple[float, float, float, tuple[str, ...], float]] = {}
        self._runs: dict[int, tuple[list[int], frozenset[int]]] = {}

    def runs_of(self, n: int) -> tuple[list[int], frozenset[int]]:
        """Every run of RUN words of one article, as numbers that stand for it in this process, in order and as a set."""
        if n not in self._runs:
            s = self.profiles[n].stems
            runs = list(map(hash, zip(*(s[k:] for k in range(RUN)), strict=False)))
            self._runs[n] = runs, frozenset(runs)
        return self._runs[n]

    def shared_words(self, i: int, j: int) -> frozenset[int]:
        """Places of the words of article `i` that stand in runs which article `j` has too."""
        ordered, mine = self.runs_of(i)
        common = mine & self.runs_of(j)[1]
        if not common:
            return frozenset()
        return frozenset([k for at, run in enumerate(ordered) if run in common for k in range(at, at + RUN)])

    def share(self, i: int, j: int) -> float:
        """Share of the words of article `i` that stand in runs which article `j` has too."""
        ordered, mine = self.runs_of(i)
        common = mine & self.runs_of(j)[1]
        if not common:
            return 0.0
        covered = end = 0
        for at, run in enumerate(ordered):
            if run in common:
                covered += at + RUN - max(end, at)
                end = at + RUN
        return covered / len(self.profiles[i].stems)

    def _of(self, n: int) -> tuple[float, float, float, tuple[str, ...], float]:
        """Weight of the text, the lead and the title; the rarest words of the lead and their weight."""
        if n not in self._own:
            p, w = self.profiles[n], self.w
            rarest = tuple(t for _, t in sorted([(w[t], t) for t in p.lead], reverse=True)[:KEYS])
            self._own[n] = w.of(p.terms), w.of(p.lead), w.of(p.title), rarest, w.of(rarest)
        return self._own[n]

    def shares_keys(self, i: int, j: int) -> bool:
        """Say whether one's lead has at least KEYS_LEAST of its rarest words in the other's text: else not worth more."""
        mine, theirs = self._of(i)[3], self._of(j)[3]
        a, b = self.profiles[i].terms, self.profiles[j].terms
        return sum([t in b for t in mine]) >= KEYS_LEAST or sum([t in a for t in theirs]) >= KEYS_LEAST

    def features(self, i: int, j: int) -> dict[str, float]:
        """Measures of likeness of two articles between 0 and 1 (but for `common` and `days`, logarithms).

        `body`: how much of the lighter article the other has; `whole`: the same against both together; `lead_least`,
        `lead_most`: how much of one's lead the other's text has, the lesser and the greater; `leads`: lead against
        lead; `title_least`, `title_most`: how much of one's title the other's text has; `figures`: shared figures;
        `quarrel`: 1 where both leads have figures of three digits or more and share none (another day's price, another
        toll); `keys_least`, `keys_most`: how much of the rarest words of one's lead (names, mostly) the other's text
        has; `runs`: how much of the shorter text stands in runs that the other has; `common`: weight of what one's
        lead shares with the other's text; `days` between them.
        """
        a, b, w = self.profiles[i], self.profiles[j], self.w
        heavy_a, lead_a, title_a, rarest_a, keys_a = self._of(i)
        heavy_b, lead_b, title_b, rarest_b, keys_b = self._of(j)
        both = a.terms & b.terms
        shared = w.of(both)
        light = min(heavy_a, heavy_b) or 1.0
        in_a, in_b = a.lead & both, b.lead & both
        leads = _each(w.of(in_a), lead_a), _each(w.of(in_b), lead_b)
        titles = _each(w.of(a.title & both), title_a), _each(w.of(b.title & both), title_b)
        keys = (
            _each(w.of([t for t in rarest_a if t in both]), keys_a),
            _each(w.of([t for t in rarest_b if t in both]), keys_b),
        )
        quarrel = bool(
            a.headline_figures
            and b.headline_figures
            and not (a.headline_figures & b.terms)
            and not (b.headline_figures & a.terms)
        )
        short, long = (i, j) if len(a.stems) <= len(b.stems) else (j, i)
        apart = days_apart(a.date, b.date)
        return {
            "body": shared / light,
            "whole": shared / ((heavy_a + heavy_b - shared) or 1.0),
            "lead_least": min(leads),
            "lead_most": max(leads),
            "leads": w.of(in_a & in_b) / (min(lead_a, lead_b) or 1.0),
            "title_least": min(titles),
            "title_most": max(titles),
            "figures": len(a.figures & b.figures) / max(1, min(len(a.figures), len(b.figures))),
            "keys_least": min(keys),
            "keys_most": max(keys),
            "quarrel": float(quarrel),
            "common": math.log1p(w.of(in_a | in_b)),
            "days": math.log1p(apart or 0),
            "runs": self.share(short, long) if 4 * shared > light else 0.0,
        }


def _each(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
