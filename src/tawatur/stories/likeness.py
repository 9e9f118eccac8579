"""How alike two articles are, in a few measures that a reader can follow."""

from __future__ import annotations

import math
from datetime import date

from tawatur.stories.profile import Profile, Weights


def _share(terms: frozenset[str], others: frozenset[str], w: Weights) -> float:
    """Share of the weight of `terms` that stands in `others` too."""
    whole = w.of(terms)
    return w.of(terms & others) / whole if whole else 0.0


def _keys_found(a: Profile, b: Profile, w: Weights) -> float:
    """Share, by weight, of the rarest words of one's lead (names, mostly) that the other's text has."""
    rarest = sorted(zip(map(w.__getitem__, a.lead), a.lead, strict=True), reverse=True)[:KEYS]
    whole = sum([weight for weight, _ in rarest])
    return sum([weight for weight, t in rarest if t in b.terms]) / whole if whole else 0.0


def days_apart(a: str, b: str) -> int | None:
    """Days between two dates of publication; None where one is not known.

    >>> days_apart("2024-03-05", "2024-03-07"), days_apart("", "2024-03-07")
    (2, None)
    """
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return None


KEYS = 8
"""So many of the rarest words of a lead tell what it is about: mostly names."""
RUN = 5
"""Words in a row that two writers hardly share by chance."""


def runs(a: Profile, b: Profile) -> float:
    """Share of the shorter article's words that stand in runs of RUN words which the other has too."""
    if len(a.stems) > len(b.stems):
        a, b = b, a
    theirs = b.shingles(RUN)
    covered = end = 0
    for i, run in enumerate(zip(*(a.stems[k:] for k in range(RUN)), strict=False)):
        if run in theirs:
            covered += i + RUN - max(i, end)
            end = i + RUN
    return covered / max(1, len(a.stems))


def features(a: Profile, b: Profile, w: Weights) -> dict[str, float]:
    """Measures of likeness between 0 and 1 (but for `common`, a logarithm, and `days`).

    `body`: how much of the lighter article the other has; `whole`: the same against both together; `lead_least`,
    `lead_most`: how much of one's lead the other's text has, the lesser and the greater; `leads`: lead against lead;
    `title_least`, `title_most`: how much of one's title the other's text has; `figures`: shared figures;
    `quarrel`: 1 where both leads have figures of three digits or more and share none (another day's price, another
    toll); `keys_least`, `keys_most`: how much of the rarest words of one's lead the other's
    text has; `runs`: how much of the shorter text stands in runs that the other has; `common`: weight of what one's lead shares with the other's text.
    """
    heavy_a, heavy_b = w.of(a.terms), w.of(b.terms)
    shared = w.of(a.terms & b.terms)
    light = min(heavy_a, heavy_b) or 1.0
    lead_a, lead_b = _share(a.lead, b.terms, w), _share(b.lead, a.terms, w)
    title_a, title_b = _share(a.title, b.terms, w), _share(b.title, a.terms, w)
    figures = a.figures & b.figures
    quarrel = bool(
        a.headline_figures
        and b.headline_figures
        and not (a.headline_figures & b.terms)
        and not (b.headline_figures & a.terms)
    )
    apart = days_apart(a.date, b.date)
    return {
        "body": shared / light,
        "whole": shared / ((heavy_a + heavy_b - shared) or 1.0),
        "lead_least": min(lead_a, lead_b),
        "lead_most": max(lead_a, lead_b),
        "leads": w.of(a.lead & b.lead) / (min(w.of(a.lead), w.of(b.lead)) or 1.0),
        "title_least": min(title_a, title_b),
        "title_most": max(title_a, title_b),
        "figures": len(figures) / max(1, min(len(a.figures), len(b.figures))),
        "keys_least": min(ka := _keys_found(a, b, w), kb := _keys_found(b, a, w)),
        "keys_most": max(ka, kb),
        "quarrel": float(quarrel),
        "common": math.log1p(w.of((a.lead & b.terms) | (b.lead & a.terms))),
        "days": math.log1p(apart or 0),
        "runs": runs(a, b) if 4 * shared > light else 0.0,
    }
