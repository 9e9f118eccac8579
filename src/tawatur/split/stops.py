"""Where a sentence ends inside a block of running text."""

from __future__ import annotations

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.split.words import AFTER_NUMBER, CLOSES, DOMAINS, EITHER, ENDS, LETTERS, SHORT, TITLES
from tawatur.text.words import CONJUNCTIONS

PAUSES = ",;:\u060c\u061b"
"""Comma, semicolon and colon of both scripts: after them a sentence goes on."""

BACK = 400
"""Tokens that are looked back at most: a sentence without an end costs no more than others."""

ASIDE = 15
"""Tokens on either side of a full stop within which the brackets of an aside stand."""

LEAST = 5
"""Words that must stand before two dots for them to end a sentence: fewer, and they are a pause."""


def stops(t: Tokens, first: int, last: int) -> list[int]:
    """Token numbers at which the sentences of `first`..`last` end, exclusive; the last one is `last`.

    >>> from tawatur.text.tokenize import tokenize
    >>> stops(tokenize("وصل 3.5 آلاف. عاد أ. سالم."), 0, 9)
    [4, 9]
    """
    out: list[int] = []
    forms = t.forms
    begun = first
    i = first
    while i < last:
        if forms[i] not in ENDS:
            i += 1
            continue
        run = i + 1
        while run < last and forms[run] in ENDS and t.gaps[run] == Gap.NONE:
            run += 1
        after = _closed(t, begun, run, last)
        if after < last and _ends(t, begun, i, run, after):
            out.append(after)
            begun = after
        i = after
    if begun < last:
        if out and not _speaks(t, begun, last):  # stray marks alone are no sentence
            out.pop()
        out.append(last)
    return out


def _speaks(t: Tokens, first: int, last: int) -> bool:
    return any(t.kinds[i] != Kind.PUNCT for i in range(max(first, last - BACK), last))


def _closed(t: Tokens, begun: int, at: int, last: int) -> int:
    """Token after the marks that close what the sentence opened."""
    while at < last:
        mark = t.forms[at]
        goes_with = mark in CLOSES or (mark in ENDS and t.gaps[at] == Gap.NONE)
        if not goes_with and not (mark in EITHER and _is_closing(t, begun, at, last)):
            break
        at += 1
    return at


def _is_closing(t: Tokens, begun: int, at: int, last: int) -> bool:
    """Whether a mark that may open or close closes: spaces tell, and where they do not, an open one before it."""
    touches_left = t.gaps[at] == Gap.NONE
    touches_right = at + 1 < last and t.gaps[at + 1] == Gap.NONE and t.kinds[at + 1] != Kind.PUNCT
    if touches_left != touches_right:
        return touches_left
    return sum(t.forms[i] in EITHER for i in range(max(begun, at - BACK), at)) % 2 == 1


def _ends(t: Tokens, begun: int, mark: int, run: int, after: int) -> bool:
    """Whether the marks from `mark` to `run` end a sentence; `after` is the token that follows what closes."""
    if not _speaks(t, begun, mark):
        return False
    if run - mark > 1 or t.forms[mark] == "…":
        if not all(t.forms[i] in ".…" for i in range(mark, run)):
            return True
        words = sum(t.kinds[i] != Kind.PUNCT for i in range(max(begun, mark - BACK), mark))
        return words >= LEAST and _begins(t, after)
    if t.forms[mark] in "?!\u061f":
        # «أين؟» and «نعم!» inside a question of the writer's own go on with a conjunction or a comma
        return t.kinds[after] != Kind.PUNCT or t.forms[after] not in PAUSES
    if _shortens(t, begun, mark) or _inside(t, mark) or t.forms[after] in PAUSES:
        return False
    return not _bracketed(t, begun, mark, after)


def _begins(t: Tokens, at: int) -> bool:
    """Whether a sentence may begin here after an ellipsis: with the conjunction, or with a mark that opens."""
    return t.kinds[at] == Kind.PUNCT or (t.keys[at].startswith(CONJUNCTIONS[0]) and len(t.keys[at]) > 3)


def _shortens(t: Tokens, begun: int, mark: int) -> bool:
    """Whether a full stop shortens the word before it: a single letter, a known short form, a list number."""
    before = mark - 1
    if before < begun or t.gaps[mark] != Gap.NONE:
        return False
    kind, word = t.kinds[before], t.forms[before]
    if kind == Kind.NUMBER:  # «1. …» at the head of an item
        return before == begun and len(word) <= 2
    if kind == Kind.LATIN:
        return len(word) == 1 and mark + 1 < len(t) and t.kinds[mark + 1] == Kind.LATIN
    if kind != Kind.WORD:
        return False
    if len(word) > 1:
        return word in SHORT or (word[0] == CONJUNCTIONS[0] and word[1:] in TITLES)
    if before > begun:
        left = before - 1
        if t.kinds[left] == Kind.NUMBER and word in AFTER_NUMBER:
            return False
        if t.kinds[left] == Kind.WORD and len(t.forms[left]) == 1:  # letters spaced apart: the name of an agency
            return False
        spelled = (
            left > begun and t.forms[left] == "." and t.kinds[left - 1] == Kind.WORD and len(t.forms[left - 1]) == 1
        )
        if spelled and t.gaps[mark + 1] != Gap.NONE:  # the last letter of a name spelled with stops, but for initials
            return t.gaps[before] == Gap.SPACE and (left - 1 == begun or t.forms[left - 2] != ".")
    return True


def _bracketed(t: Tokens, begun: int, mark: int, after: int) -> bool:
    """Whether a full stop stands inside a short aside in brackets: the sentence around it goes on."""
    before = t.forms[max(begun, mark - ASIDE) : mark]
    if "(" not in before or ")" in before[len(before) - before[::-1].index("(") :]:
        return False
    rest = t.forms[after : after + ASIDE]
    return ")" in rest and "(" not in rest[: rest.index(")")]


def _inside(t: Tokens, mark: int) -> bool:
    """Whether a full stop stands inside an address or a foreign name: example.org, U.S., and both in Arabic letters."""
    if t.gaps[mark] != Gap.NONE or mark + 1 >= len(t) or t.gaps[mark + 1] != Gap.NONE:
        return False
    left, right = t.kinds[mark - 1], t.kinds[mark + 1]
    if left == Kind.WORD and right == Kind.WORD:
        return t.forms[mark - 1] in LETTERS or t.forms[mark + 1] in DOMAINS
    return left in (Kind.LATIN, Kind.NUMBER) and right in (Kind.LATIN, Kind.NUMBER)
