"""Where the title stands, and where it or a paragraph is printed a second time."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.clean.lines import Line, pattern
from tawatur.text.stem import stem

LONGEST = 28
"""Words in the longest title."""
NEAR = 8
"""Lines after the title among which a second printing may be worded a little differently."""


def stems(words: Sequence[str]) -> frozenset[str]:
    """Light stems of the words."""
    return frozenset(stem(w) for w in words)


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Share of stems that two lines have in common (Jaccard).

    >>> likeness(pattern("شراكة وسط اتهامات"), pattern("شراكة وسط الاتهامات"))
    1.0
    """
    x, y = stems(a), stems(b)
    return len(x & y) / len(x | y) if x or y else 0.0


def find_title(all_lines: Sequence[Line], free: Sequence[bool], given: str | None) -> int | None:
    """Number of the line that is the title, or None.

    `free`: lines that are not furniture. `given`: the title that came beside the text.
    A given title that stands nowhere among the first lines means that the text begins with its first paragraph.
    """
    order = [i for i in range(len(all_lines)) if free[i] and all_lines[i].words][:NEAR]
    if given and given.strip():
        want = tuple(w for w in pattern(given) if w[0].isalnum())
        close = [i for i in order if len(want) <= 2 * len(all_lines[i].words) <= 4 * len(want)]
        scored = [(likeness(all_lines[i].words, want), -i) for i in close]
        if want and scored and max(scored)[0] >= 0.6:
            return -max(scored)[1]
        return None
    if len(order) < 2:
        return None
    first, second = all_lines[order[0]], all_lines[order[1]]
    return order[0] if looks_like_title(first, second) else None


def looks_like_title(line: Line, following: Line) -> bool:
    """A first line that is short, has no full stop at its end, and is not a lead-in to what follows."""
    if not 3 <= len(line.words) <= LONGEST:
        return False
    end = line.keys[-1]
    trails = end == "." and line.keys[-2:] == (".", ".")  # «القصة الكاملة..»
    if end in {":", "،", ",", "؛"} or (line.stopped and end not in {"؟", "?", "!", "…"} and not trails):
        return False
    return (
        len(following.words) > len(line.words) or likeness(line.words, following.words) >= 0.6 or len(line.words) <= 16
    )


def repeats(all_lines: Sequence[Line], free: Sequence[bool], title: int | None) -> dict[int, str]:
    """Lines that print a second time what stood before, each with its rule."""
    out: dict[int, str] = {}
    seen: dict[tuple[str, ...], int] = {}
    since = 0
    for i, line in enumerate(all_lines):
        if not line.words:
            continue
        if title is not None and i > title:
            head = all_lines[title].words
            since += 1
            if line.words == head:
                out[i] = "title-again"
                continue
            near = since <= NEAR and free[i] and 0.6 <= len(line.words) / len(head) <= 1.6 and len(head) >= 4
            if near and not line.is_paragraph and likeness(line.words, head) >= 0.7:
                out[i] = "title-reworded"
                continue
        if len(line.words) >= 6:
            if line.words in seen and free[i]:
                out[i] = "paragraph-again"
                continue
            seen[line.words] = i
    return out
