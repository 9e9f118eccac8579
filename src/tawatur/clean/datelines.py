"""Datelines and credits: who the text itself names as its maker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tawatur.clean.lines import DASHES, Line, pattern
from tawatur.model.document import Credit
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.lexicon import card, known_keys, table
from tawatur.text.words import CONJUNCTIONS

_CARD = card("tawatur.clean", "credits.toml")
known_keys(_CARD, ("agencies", "sorts", "outlets", "alone", "places", "sources"), "tawatur.clean/credits.toml")
REACH = 16
"""Tokens within which a dateline must end."""
_SEPARATE = DASHES | {"/", "|", "،", ",", "(", ")", "[", "]", "«", "»", '"', "“", "”", ":", "+", "*"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a dateline: its tokens and what it names."""

    first: int
    last: int
    sort: str  # agency, agencies, place, sort, outlet, other
    entity: str | None = None


def _squeeze(phrase: Iterable[str]) -> str:
    return "".join(w for w in phrase if w[0].isalnum())


@cache
def _known() -> dict[str, tuple[str, str | None]]:
    """What a part of a dateline may be, by its letters run together, so that «أ.ف.ب» is «أ ف ب»."""
    out: dict[str, tuple[str, str | None]] = {}
    for name in _CARD["places"]:
        out[_squeeze(pattern(name))] = ("place", None)
    for row in table("tawatur.text.known", "ar.cities.tsv", 6):
        for name in row[5].split("|"):
            out.setdefault(_squeeze(pattern(name)), ("place", None))
    for name in _CARD["sorts"]:
        out[_squeeze(pattern(name))] = ("sort", None)
    for name in _CARD["agencies"]:
        out[_squeeze(pattern(name))] = ("agencies", None)
    for row in table("tawatur.text.known", "ar.orgs.tsv", 5):
        if row[2] == "agency":
            for name in row[4].split("|"):
                out[_squeeze(pattern(name))] = ("agency", row[0])
    return out


_OUTLETS = frozenset(pattern(w)[0] for w in _CARD["outlets"] if len(pattern(w)) == 1)
_ALONE = frozenset(pattern(w)[0] for w in _CARD["alone"])
_TWO = frozenset(pattern(w) for w in _CARD["outlets"] if len(pattern(w)) > 1)
_SOURCES = frozenset(pattern(w)[0] for w in _CARD["sources"])


def part(t: Tokens, first: int, last: int, outlet: str) -> Part:
    """Say what the tokens from `first` to `last` name; `outlet` is the article's own, squeezed."""
    words = [t.keys[i] for i in range(first, last)]
    squeezed = _squeeze(words)
    if squeezed and squeezed == outlet:
        return Part(first, last, "outlet")
    found = _known().get(squeezed)
    if found is None and words[0].startswith(CONJUNCTIONS[0]) and len(words[0]) > 3:
        found = _known().get(squeezed[1:])
        if found and found[0] not in {"agency", "agencies"}:
            found = None
    if found:
        return Part(first, last, *found)
    if len(words) == 1:
        return Part(first, last, "outlet" if words[0] in _ALONE else "other")
    if len(words) <= 5 and (words[-1] in _OUTLETS or words[0] in _OUTLETS or tuple(words) in _TWO):
        return Part(first, last, "outlet")
    return Part(first, last, "other")


def parts(t: Tokens, first: int, last: int, outlet: str) -> list[Part]:
    """Cut a stretch at its signs."""
    out: list[Part] = []
    begun = first
    for i in range(first, last + 1):
        if i == last or t.keys[i] in _SEPARATE:
            if begun < i:
                out.append(part(t, begun, i, outlet))
            begun = i + 1
    return out


def credits_of(t: Tokens, found: Iterable[Part], outlet: str) -> list[Credit]:
    """The agencies and outlets among the parts, as credits; `outlet` is the article's own, squeezed.

    A name in brackets that is not the outlet's own is the wire that the outlet took the text from, known or not.
    """
    out = []
    for p in found:
        role = p.sort
        if role == "outlet" and outlet and p.first and t.keys[p.first - 1] in "([":
            own = _squeeze(t.keys[p.first : p.last])
            role = role if own in outlet or outlet in own else "agency"
        if role in {"agency", "agencies", "outlet"}:
            out.append(Credit(span=t.span(p.first, p.last), role=role, entity=p.entity))
    return out


def whole_line(t: Tokens, first: int, last: int, outlet: str) -> list[Part] | None:
    """The parts of a line that is a dateline or credit and nothing else: «عين اليوم – جاكرتا», «(رويترز)».

    Names of writers may stand in it beside what is known; a place alone is none (it may be a sub-heading).
    """
    if first >= last or last - first > 20 or t.forms[last - 1] in ".؟?!":
        return None
    words = sum(t.kinds[i] != Kind.PUNCT for i in range(first, last))
    if not 1 <= words <= 11:
        return None
    found = parts(t, first, last, outlet)
    sorts = {p.sort for p in found}
    others = [p for p in found if p.sort == "other"]
    if sorts <= {"agency", "agencies"}:
        return found
    if len(found) < 2 or any(p.last - p.first > 4 for p in others) or len(others) > 2:
        return None
    if len(others) == 2 and (len(found) < 3 or found[-1].sort not in {"outlet", "place", "sort"}):
        return None
    if others and any(t.keys[i] == ":" for i in range(first, last)):  # «رويترز: انفجار قرب الميناء» is a headline
        return None
    if sorts & {"agency", "agencies", "sort", "outlet"}:
        return found
    dashed = any(t.keys[i] in DASHES or t.keys[i] == "/" for i in range(first, last))
    # a writer and a town: «أحمد البشيري – الباحة»
    named = (
        "place" in sorts and dashed and len(found) <= 3 and others and all(2 <= p.last - p.first <= 4 for p in others)
    )
    return found if named and found[-1].sort == "place" else None


def head(t: Tokens, first: int, last: int, outlet: str) -> tuple[int, list[Part]] | None:
    """A dateline at the head of running text, as the token where the story begins and its parts.

    >>> from tawatur.text.tokenize import tokenize
    >>> t = tokenize("القاهرة (رويترز) - قال مسؤولون إن المحادثات بدأت أمس في القاهرة بحضور وفود من عشر دول.")
    >>> t.forms[head(t, 0, len(t), "")[0]]
    'قال'
    """
    end = min(last, first + REACH)
    ends = [i for i in range(first, end) if t.keys[i] in DASHES or t.keys[i] == ":"]
    best: tuple[int, list[Part]] | None = None
    for i in ends:
        at = i + 1
        while at < end and (t.keys[at] in DASHES or t.keys[at] == ":"):
            at += 1
        if i == first or at >= last or any(t.keys[k] in ".؟" and t.gaps[k + 1] for k in range(first, i)):
            break
        found = parts(t, first, i, outlet)
        if found and _is_dateline(t, found, t.keys[i], first, i, last - at):
            best = (at, found)
        elif best or (found and any(p.last - p.first > 5 for p in found)):
            break
    return best or _bracketed(t, first, last, outlet)


def _is_dateline(t: Tokens, found: list[Part], sign: str, first: int, end: int, rest: int) -> bool:
    """Whether the parts before a sign make a dateline."""
    sorts = [p.sort for p in found]
    others = sorts.count("other")
    if any(p.last - p.first > 4 for p in found if p.sort == "other") or others > 1 or rest < 4:
        return False
    known = set(sorts) - {"other"}
    if not known:
        return False
    signs = {"-" if t.keys[i] in DASHES else t.keys[i] for i in range(first, end)}
    cut = bool(signs & {"-", "/", "(", "|", "«"})
    if sign == ":":  # «رويترز: …» is a headline's attribution; two parts and a colon are a dateline
        if not (cut and len(found) >= 2 and known & {"agency", "agencies", "outlet", "sort"}):
            return False
        return others == 0 or len(found) >= 3 or "outlet" in known
    if known & {"agency", "agencies", "outlet"}:
        return others == 0 or cut or "," in signs or "،" in signs
    if "sort" in known:
        return len(found) >= 2 and cut
    # a place alone before a dash: only before a paragraph
    return others == 0 and rest >= 14 and t.gaps[end] != Gap.NONE


def _bracketed(t: Tokens, first: int, last: int, outlet: str) -> tuple[int, list[Part]] | None:
    """A dateline without a dash: «واشنطن (رويترز) قال …»."""
    for i in range(first + 1, min(last - 6, first + 8)):
        if t.keys[i] == ")":
            found = parts(t, first, i, outlet)
            sorts = [p.sort for p in found]
            ok = (
                len(found) >= 2 and sorts[0] == "place" and sorts[-1] in {"agency", "agencies"} and "other" not in sorts
            )
            return (i + 1, found) if ok and last - i > 6 else None
    return None


def tail(t: Tokens, line: Line, *, outlets: bool = False) -> tuple[int, int, Credit, bool] | None:
    """A credit at the end of a line: its tokens with brackets, the credit, and whether a full stop stands before it.

    `outlets`: outlets' names count too, as they do under pictures.

    >>> from tawatur.clean.lines import lines
    >>> from tawatur.text.tokenize import tokenize
    >>> t = tokenize("وغادر الوفد المدينة. (أ ف ب)")
    >>> tail(t, lines(t)[0])[2].entity
    'org:afp'
    """
    end = line.last
    if end - line.first < 5:
        return None
    if t.keys[end - 1] == ".":
        end -= 1
    closing = t.keys[end - 1]
    opening = {")": "(", "]": "[", "»": "«", "”": "“", '"': '"'}.get(closing)
    first = None
    if opening:
        for i in range(end - 2, max(line.first, end - 8), -1):
            if t.keys[i] == opening:
                first = i
                break
    else:
        for i in range(end - 1, max(line.first, end - 6), -1):
            if t.keys[i] in DASHES:
                first = i
                break
    if first is None or first <= line.first or first + 1 >= end:
        return None
    inner = (first + 1, end - 1 if opening else end)
    found = parts(t, *inner, "")
    known = {"agency", "agencies", "outlet"} if outlets else {"agency", "agencies"}
    if not found or any(p.sort not in known for p in found):
        return None
    before = t.keys[first - 1]
    if any(t.keys[i] in _SOURCES or t.keys[i][1:] in _SOURCES for i in range(max(line.first, first - 4), first)):
        return None
    after_stop = before in '.؟!…»”"' and (before in ".؟!…" or t.keys[first - 2] in ".؟!…")
    if opening in {"«", '"', "“"} and not after_stop:
        return None
    credit = Credit(span=t.span(found[0].first, found[-1].last), role=found[0].sort, entity=found[0].entity)
    return first, end, credit, after_stop and (t.kinds[first - 1] == Kind.PUNCT)
