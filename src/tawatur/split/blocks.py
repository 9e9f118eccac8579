"""Blocks of running text: what stands between two breaks, with its role and the number of its paragraph."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from tawatur.model.document import Document
from tawatur.model.span import Span
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.split.words import CLOSES, EITHER, ENDS, RUNS_ON
from tawatur.text.layout import is_wrapped

SUBHEAD = 14
"""Words in the longest sub-heading."""


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens `first` up to, not including, `last`; `role` is title, subhead, body or caption."""

    first: int
    last: int
    role: str
    paragraph: int


def tokens_of(t: Tokens, span: Span) -> tuple[int, int]:
    """Numbers of the tokens that a span covers, end exclusive."""
    return bisect_left(t.starts, span.start), bisect_left(t.starts, span.end)


def blocks(doc: Document) -> list[Block]:
    """Every block of the story and of its captions, in the order of the text."""
    t, story = doc.tokens, doc.story
    if not len(t):
        return []
    marks = {0: ""}
    for i in range(1, len(t)):
        if t.gaps[i] >= Gap.LINE or story[i] != story[i - 1]:
            marks[i] = ""
    captions: set[int] = set()
    for noise in doc.noise:
        first, last = tokens_of(t, noise.span)
        marks[first] = marks[last] = ""
        if noise.reason == "caption":
            captions.update(range(first, last))
    title = tokens_of(t, doc.title) if doc.title else (0, 0)
    if title[0] < title[1]:
        marks[title[0]] = marks[title[1]] = ""
    bounds = sorted(marks)
    if bounds[-1] != len(t):
        bounds.append(len(t))
    wrapped = _wrapped(doc, bounds)
    runs: list[tuple[int, int, str, bool]] = []  # first, last, role, stands on lines of its own
    for first, last in pairwise(bounds):
        caption = first in captions
        if first >= last or not (story[first] or caption):
            continue
        role = "title" if title[0] <= first < title[1] else "caption" if caption else "body"
        if runs and _goes_on(t, runs[-1], first, last, role, wrapped=wrapped):
            runs[-1] = (runs[-1][0], last, role, runs[-1][3])
        else:
            runs.append((first, last, role, t.gaps[first] >= Gap.LINE))
    return _roles(t, runs)


def _goes_on(t: Tokens, before: tuple[int, int, str, bool], first: int, last: int, role: str, *, wrapped: bool) -> bool:
    """Whether a line runs on into the next: a machine broke it, or it ends with a colon or comma."""
    if before[1] != first or before[2] != role or role == "title":
        return False
    end = t.forms[first - 1]
    if t.gaps[first] == Gap.LINE:
        return end in RUNS_ON or (wrapped and end not in ENDS and end not in CLOSES)
    if t.gaps[first] == Gap.BLANK:
        return end in RUNS_ON and (t.forms[first] == "«" or t.forms[first] in EITHER) and last - first > 3
    return end not in ENDS and role == "body"  # no break at all: a caption or title ended here


def _wrapped(doc: Document, bounds: list[int]) -> bool:
    """Whether a machine wrapped the lines by width: many lines of one length, most without an end."""
    t = doc.tokens
    lines = [
        (t.ends[last - 1] - t.starts[first], t.forms[last - 1] in ENDS or t.forms[last - 1] in CLOSES)
        for first, last in pairwise(bounds)
        if first < last and doc.story[first] and last < len(t) and t.gaps[last] == Gap.LINE
    ]
    return is_wrapped(lines)


def _roles(t: Tokens, runs: list[tuple[int, int, str, bool]]) -> list[Block]:
    """Number the paragraphs and find the sub-headings."""
    out: list[Block] = []
    for k, (first, last, role, alone) in enumerate(runs):
        paragraph = out[-1].paragraph + alone if out else 0
        following = runs[k + 1] if k + 1 < len(runs) else None
        stands = role == "body" and k and alone and following and following[2] == "body" and following[3]
        if stands and following and _is_subhead(t, first, last, following[1] - following[0]):
            role = "subhead"
        out.append(Block(first, last, role, paragraph))
    return out


def _is_subhead(t: Tokens, first: int, last: int, following: int) -> bool:
    """A short line without an end, before a longer one: a sub-heading."""
    if last - first > SUBHEAD + 4 or following < max(9, last - first + 4):
        return False
    end = t.forms[last - 1]
    if end in {".", "،", ","} or t.forms[first] in {"-", "–", "—", "•", "*", "▪", "●"}:
        return False
    if end in CLOSES or end in EITHER:
        end = t.forms[last - 2] if last - first > 1 else end
        if end == ".":
            return False
    words = sum(t.kinds[i] != Kind.PUNCT for i in range(first, last))
    return 0 < words <= SUBHEAD
