"""Other articles' headlines that stand in an article with nothing that says so: several in a row, or at its end."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.clean.lines import Line
from tawatur.clean.rules import CONTINUES

AT_END = 3
"""Headlines in a row, after the last full stop of an article, that are other articles'."""
BETWEEN = range(2, 6)
"""Headlines in a row between two paragraphs that are other articles'; a sub-heading stands alone."""
Reasons = list[tuple[str, str] | None]


def others_headlines(all_lines: Sequence[Line], reasons: Reasons, title: int | None) -> None:
    """Give such lines their reason."""
    kept = [i for i, r in enumerate(reasons) if r is None and all_lines[i].words and i != title]
    _at_end(all_lines, reasons, kept)
    _between(all_lines, reasons, [i for i in kept if reasons[i] is None])


def _at_end(all_lines: Sequence[Line], reasons: Reasons, kept: list[int]) -> None:
    row: list[int] = []
    for i in reversed(kept):
        if not is_headline(all_lines[i], most=18):
            break
        row.append(i)
    before = kept[len(kept) - len(row) - 1] if len(row) < len(kept) else None
    if before is None or not all_lines[before].stopped or not AT_END <= len(row) < len(all_lines) / 2:
        return
    if sum(line.stopped and len(line.words) >= 8 for line in all_lines) >= 3:
        for i in row:
            reasons[i] = ("related", "headlines-at-end")


def _between(all_lines: Sequence[Line], reasons: Reasons, kept: list[int]) -> None:
    at = 1
    while at < len(kept):
        end = at
        while end < len(kept) and is_headline(all_lines[kept[end]], most=16):
            end += 1
        row = [all_lines[i] for i in kept[at:end]]
        before = all_lines[kept[at - 1]]
        framed = before.stopped and before.is_paragraph and end < len(kept) and all_lines[kept[end]].is_paragraph
        if len(row) in BETWEEN and framed and not _labels(row):
            for i in kept[at:end]:
                reasons[i] = ("related", "headlines-between")
        at = max(end, at + 1)


def is_headline(line: Line, *, most: int) -> bool:
    """Whether a line may be another article's headline: a clause without an end, no item of a list, no lead-in, and
    not the way in which a story goes on («وأضاف …»).

    >>> from tawatur.clean.lines import lines
    >>> from tawatur.text.tokenize import tokenize
    >>> [is_headline(lines(tokenize(t))[0], most=16) for t in ("أسعار القمح ترتفع في الأسواق", "وأضاف أن الآبار جفت كلها")]
    [True, False]
    """
    if line.stopped or not 4 <= len(line.words) <= most:
        return False
    first, last = line.keys[0], line.keys[-1]
    opens = first[0].isalnum() or first in {"«", '"', "“", "”", "#"}
    return opens and first != "0" and first not in CONTINUES and last not in {":", "،", ",", "؛"}


def _labels(row: Sequence[Line]) -> bool:
    """Whether every line is a word, a colon and what it labels: the data of a book or a match."""
    return all(line.keys[1] == ":" and len(line.words) <= 10 for line in row)
