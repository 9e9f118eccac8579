"""Texts put together from two or more that have nothing to do with each other: they must not make their sources one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tawatur.stories.likeness import Likeness

STRAND = 25
"""Words that a stitched text has from one source and from no other."""
MOST = 0.75
"""So much of a stitched text stands in its sources."""
STRANGERS = -2.0
"""Two sources whose likeness as stories is below this tell of different things."""

Pair = tuple[int, int]


def stitches(
    likeness: Likeness, compared: Mapping[Pair, Mapping[str, float]], story: Callable[[int, int], float]
) -> dict[int, list[tuple[int, int]]]:
    """Article → its sources with the words it has from each, the largest strand first.

    Only shorter texts are sources, and two of them at least must be strangers: parts of one long report are excerpts.
    """
    size = [len(p.stems) for p in likeness.profiles]
    shorter: dict[int, list[int]] = {}
    for (i, j), measures in sorted(compared.items()):
        short, long = (i, j) if size[i] <= size[j] else (j, i)
        if measures["runs"] * size[short] >= STRAND:
            shorter.setdefault(long, []).append(short)
    out = {n: found for n, sources in shorter.items() if len(sources) > 1 and (found := _strands(n, sources, likeness))}
    return {
        n: s for n, s in out.items() if any(story(*sorted((a, b))) < STRANGERS for a, _ in s for b, _ in s if a < b)
    }


def _strands(n: int, sources: list[int], likeness: Likeness) -> list[tuple[int, int]] | None:
    """The sources that between them hold most of a text, each with the words that no larger one has."""
    profiles = likeness.profiles
    rest = set(range(len(profiles[n].stems)))
    held = {m: likeness.shared_words(n, m) for m in sources}
    strands: list[tuple[int, int]] = []
    while held:
        best = min(held, key=lambda m: (-len(held[m] & rest), profiles[m].id))
        strand = held.pop(best)
        gained = len(strand & rest)
        if gained < STRAND:
            break
        strands.append((best, gained))
        rest -= strand
    return strands if len(strands) > 1 and len(rest) <= (1 - MOST) * len(profiles[n].stems) else None


def bridges(stitched: Mapping[int, list[tuple[int, int]]], story: Callable[[int, int], float]) -> set[Pair]:
    """Pairs of a stitched text and a source that must not join them: it belongs with its largest strand."""
    return {
        (min(n, m), max(n, m))
        for n, strands in stitched.items()
        for m, _ in strands[1:]
        if story(*sorted((strands[0][0], m))) < STRANGERS
    }
