"""Which articles have one text, and which report one happening."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur.stories.candidates import candidates
from tawatur.stories.cluster import cluster
from tawatur.stories.likeness import Likeness
from tawatur.stories.profile import Profile, Weights
from tawatur.stories.stitch import bridges, stitches
from tawatur.text.lexicon import card

Features = dict[str, float]


CROWD = 5000
HANDFUL = 20
NEVER = -1.0
APART = -6.0
AGED = math.log1p(7)
"""Texts of other words that are more than a week apart tell of other happenings of one affair."""
FORMULA_RUNS, FORMULA_KEYS = 0.2, 0.5
"""Many words in common but not the names: two receptions in one protocol's words, two days' closing prices."""


def scorer(kind: str, articles: int) -> Callable[[Features], float]:
    """How the measures of a pair weigh for `kind`, "copy" or "story", in so many articles: above 0 it is one."""
    weights: dict[str, float] = dict(card("tawatur.stories", "weights.toml")[kind])
    base = weights.pop("bias") + weights.pop("small") * math.log(max(1.0, CROWD / max(HANDFUL, articles)))
    least_runs = weights.pop("least_runs")
    terms = tuple(weights.items())

    def score(found: Features) -> float:
        total = base + sum([v * found[k] for k, v in terms])
        if found["days"] > AGED and found["runs"] < FORMULA_RUNS:
            return min(total, NEVER)
        formula = found["runs"] >= FORMULA_RUNS and found["keys_most"] < FORMULA_KEYS
        return min(total, NEVER) if formula or found["runs"] < least_runs else total

    return score


@dataclass(frozen=True, slots=True)
class Groups:
    """Copy groups of two and more, stories of one and more, the measures of each pair that was compared, and the
    stitched texts with their sources.
    """

    copies: list[list[int]]
    stories: list[list[int]]
    compared: dict[tuple[int, int], Features]
    likeness: Likeness
    stitched: dict[int, list[tuple[int, int]]]


def group(profiles: Sequence[Profile], w: Weights) -> Groups:
    """Group articles; `profiles` in an order that does not depend on how they came."""
    likeness = Likeness(profiles, w)
    compared = {(i, j): likeness.features(i, j) for i, j in candidates(profiles, w) if likeness.shares_keys(i, j)}

    n = len(profiles)
    scorers = {kind: scorer(kind, n) for kind in ("copy", "story")}

    def by(kind: str) -> Callable[[int, int], float]:
        def compare(i: int, j: int) -> float:
            if (i, j) not in compared:
                compared[i, j] = likeness.features(i, j)
            return APART if (i, j) in apart else scorers[kind](compared[i, j])

        return compare

    def grouped(kind: str, start: Sequence[Sequence[int]], *, fellows: bool) -> list[list[int]]:
        score = by(kind)
        likely = {pair: s for pair in list(compared) if (s := score(*pair)) > 0}
        return cluster(n, likely, score, start=start, fellows=fellows)

    apart: set[tuple[int, int]] = set()
    stitched = stitches(likeness, dict(compared), by("story"))
    apart.update(bridges(stitched, by("story")))
    copies = [g for g in grouped("copy", (), fellows=True) if len(g) > 1]
    return Groups(
        copies=copies,
        stories=grouped("story", copies, fellows=False),
        compared=compared,
        likeness=likeness,
        stitched=stitched,
    )
