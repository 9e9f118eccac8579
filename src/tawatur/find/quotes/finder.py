"""Quotation marks, paired as a reader would pair them.

Signs with a direction open and close; a plain sign closes what is open of its family, unless its spaces say that
it can only open. A quotation that is never closed ends with its paragraph, or with its sentence where others open after
it, and is marked unbalanced.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from tawatur.model.document import Document
from tawatur.model.mention import Quote
from tawatur.model.span import Span
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import key
from tawatur.text.lexicon import card, known_keys
from tawatur.text.words import ARTICLE, peel

_HERE = "tawatur.find.quotes"
_LONG_NAME = 4
_DEEPEST = 8  # quotations inside quotations: no text nests more, and a row of opening signs is not a nest
"""More words than this in quotation marks are no name."""


@dataclass(frozen=True, slots=True)
class _Signs:
    role: dict[str, tuple[str, str]]  # sign → (family, "open" | "close" | "either")
    before_name: frozenset[str]
    stops: frozenset[str]


@cache
def _signs() -> _Signs:
    data = card(_HERE, "ar.toml")
    known_keys(data, ("family", "stops", "names"), "quotes/ar.toml")
    role = {
        sign: (family["name"], side)
        for family in data["family"]
        for side in ("open", "close", "either")
        for sign in family[side]
    }
    return _Signs(role, frozenset(map(key, data["names"]["after"])), frozenset(data["stops"]["before"]))


@dataclass(slots=True)
class _Open:
    at: int
    family: str


def find(doc: Document) -> tuple[Quote, ...]:
    """Every quotation of `doc`, by where it opens."""
    t, role = doc.tokens, _signs().role
    out: list[Quote] = []
    stack: list[_Open] = []
    for i in range(len(t)):
        if i and t.gaps[i] >= Gap.LINE and stack:
            _drop_stale(doc, stack, i, out)
        if t.kinds[i] is not Kind.PUNCT:
            continue
        sign = _sign(t, i)
        if sign not in role:
            continue
        family, side = role[sign]
        open_here = next((k for k in range(len(stack) - 1, -1, -1) if stack[k].family == family), None)
        if side == "open" and open_here is not None and family == "double":
            side = "either"
        if side == "either":
            side = "open" if open_here is None or _only_opens(t, i, stack[open_here].at) else "close"
            if side == "open" and open_here is not None:
                out.append(_quote(doc, stack[open_here].at, i, balanced=False, depth=open_here))
                del stack[open_here:]
        if side == "open" and not _can_open(t, i):
            continue
        if side == "open":
            if len(stack) < _DEEPEST:
                stack.append(_Open(i, family))
        elif open_here is not None:
            out.append(_quote(doc, stack[open_here].at, i, balanced=True, depth=open_here))
            del stack[open_here:]
    for k, o in enumerate(stack):
        out.append(_quote(doc, o.at, _lost_end(doc, o.at, out), balanced=False, depth=k))
    return _recurring(t, sorted((q for q in out if q.inner.text), key=lambda q: (q.span.start, -q.span.end)))


def _recurring(t: Tokens, found: list[Quote]) -> tuple[Quote, ...]:
    """A few words that stand in quotation marks again and again are a name."""
    said = Counter(
        t.keys[q.first + 1 : q.last - 1] for q in found if q.balanced and q.last - q.first - 2 <= _LONG_NAME - 1
    )
    again = {
        words for words, n in said.items() if n > 1 and words and (len(words) == 1 or words[0].startswith(ARTICLE))
    }
    return tuple(
        replace(q, is_name=True) if q.balanced and not q.is_name and t.keys[q.first + 1 : q.last - 1] in again else q
        for q in found
    )


def _sign(t: Tokens, i: int) -> str:
    """The sign at token `i`; two single quotes in a row count as a double one."""
    return t.forms[i]


def _only_opens(t: Tokens, i: int, opened: int) -> bool:
    """A plain sign that comes while one is open, yet has a space before it and none after: a mark was forgotten."""
    if i and t.forms[i - 1] == ":":
        return True
    spaced_before = t.gaps[i] != Gap.NONE
    spaced_after = i + 1 < len(t) and t.gaps[i + 1] != Gap.NONE
    far = i - opened > 1
    clean_open = opened + 1 < len(t) and t.gaps[opened + 1] == Gap.NONE
    return far and clean_open and spaced_before and not spaced_after and i + 1 < len(t) and t.kinds[i + 1] != Kind.PUNCT


def _can_open(t: Tokens, i: int) -> bool:
    """No quotation begins with a stop: a sign before one is a closing sign whose opening is lost."""
    return i + 1 < len(t) and not (t.gaps[i + 1] == Gap.NONE and t.forms[i + 1] in _signs().stops)


def _lost_end(doc: Document, at: int, found: list[Quote]) -> int:
    """Where a quotation ends whose closing sign is lost: with its paragraph, unless another one opens there, outside of
    its sentence; then only what stands in its sentence is surely said.
    """
    end = _paragraph_end(doc.tokens, at)
    k = bisect_right(doc.sentences, at, key=lambda s: s.first) - 1
    sentence = doc.sentences[k].last if k >= 0 else end
    return sentence if any(sentence <= q.first < end for q in found) and at < sentence < end else end


def _paragraph_end(t: Tokens, at: int) -> int:
    """The token after the last one of the paragraph that holds `at`."""
    for i in range(at + 1, len(t)):
        if t.gaps[i] >= Gap.LINE:
            return i
    return len(t)


def _drop_stale(doc: Document, stack: list[_Open], i: int, out: list[Quote]) -> None:
    """At a new paragraph: what is open stays open only if its closing sign comes before another of the kind opens."""
    t, role = doc.tokens, _signs().role
    for k in range(len(stack) - 1, -1, -1):
        family = stack[k].family
        side = ""
        for j in range(i, len(t)):
            if t.kinds[j] is Kind.PUNCT and (found := role.get(t.forms[j])) and found[0] == family:
                side = found[1]
                if side == "either":
                    opens = t.gaps[j] != Gap.NONE and j + 1 < len(t) and t.gaps[j + 1] == Gap.NONE
                    side = "open" if opens or j == i else "close"
                break
        if side != "close":
            out.append(_quote(doc, stack[k].at, i, balanced=False, depth=k))
            del stack[k]


def _quote(doc: Document, first: int, last: int, *, balanced: bool, depth: int) -> Quote:
    """The quotation that opens at token `first`; `last` is its closing sign, or the token after it if unbalanced."""
    t = doc.tokens
    end = last + 1 if balanced else last
    inner = t.span(first + 1, last) if last > first + 1 else Span(t.ends[first], t.ends[first], "")
    return Quote(
        span=t.span(first, end),
        first=first,
        last=end,
        rule="quote.pair" if balanced else "quote.open",
        in_noise=not doc.story[first],
        inner=inner,
        balanced=balanced,
        depth=depth,
        is_name=_is_name(t, first, last),
    )


def _is_name(t: Tokens, first: int, last: int) -> bool:
    """Few words after a word that names are given to, or one definite word or foreign one: a name, not an utterance."""
    if not 0 < last - first - 1 <= _LONG_NAME:
        return False
    words = [k for k in range(first + 1, last) if t.kinds[k] != Kind.PUNCT]
    if len(words) != last - first - 1:
        return False
    if all(t.kinds[k] in (Kind.LATIN, Kind.NUMBER) for k in words):
        return True
    before = t.keys[first - 1] if first else ""
    if any(stem in _signs().before_name for _, stem in peel(before)):
        return True
    return (
        len(words) == 1 and t.keys[words[0]].startswith(ARTICLE) and t.kinds[first - 1] != Kind.PUNCT
        if first
        else False
    )
