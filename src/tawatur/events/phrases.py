"""Noun phrases that can act or suffer: names, roles, forces, people, counted or not, and how far they reach."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tawatur.events.dictionary import PACKAGE, bases, noun_readings, verb_readings
from tawatur.events.govern import COMMA, STOPS
from tawatur.events.units import bare, counted, listed, nation, nisba, words
from tawatur.events.view import View
from tawatur.model.document import Sentence
from tawatur.model.event import Ref
from tawatur.model.span import Span
from tawatur.text.arabic import key
from tawatur.text.inflect import duals, is_adjective, is_definite, is_joined, is_people, plural_forms
from tawatur.text.lexicon import table
from tawatur.text.memo import Memo
from tawatur.text.words import peel

PEOPLE = frozenset({"person", "group"})
THINGS = PEOPLE | {"place", "vehicle"}
NUMBERS = frozenset({"killed", "wounded", "casualties"})
"""Nouns that count the harmed are no actors: «القتلى», «الجرحى»."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase over tokens `first` to `last`; `prefix` hangs on its first word. `sort`: name's type, person, agent."""

    first: int
    last: int
    span: Span
    entity: str | None
    sort: str
    prefix: str = ""

    def ref(self) -> Ref:
        """As the argument of an event."""
        return Ref(span=self.span, entity=self.entity)


@cache
def _agents() -> dict[str, str]:
    out: dict[str, str] = {}
    for noun, plurals, kind in table(PACKAGE, "ar.agents.tsv", 3):
        for form in (key(noun), *plural_forms(noun, plurals), *(duals(noun) if kind == "person" else ())):
            out.setdefault(form, kind)
    return out


@Memo
def agent(word: str) -> tuple[str, str] | None:
    """Read a key as a noun of someone who acts: what hangs on it and its kind.

    >>> agent("والجيش"), agent("بيت")
    (('و', 'force'), None)
    """
    table_ = _agents()
    for prefix, rest in peel(word):
        for form in (rest, bare(rest, "article")):
            if form in table_:
                return prefix, table_[form]
    if any(b in table_ for b in bases(word)):
        return "", table_[next(b for b in bases(word) if b in table_)]
    return None


def phrase_from(v: View, s: Sentence, i: int, *, things: bool = False) -> Phrase | None:
    """The noun phrase that begins at token `i`, or None where none that can act or suffer does.

    `things`: buildings, towns and vehicles too, which are struck and taken but do not act.
    """
    if i >= s.last or v.keys[i] in STOPS or i in v.time:
        return None
    prefix = ""
    q = v.quantity.get(i)
    if q is not None and q.first == i:
        head = v.keys[v.at(q.unit_span.start)] if q.unit_span is not None else ""
        unit = (counted(head) or nation(head)) if head else None
        if unit is None or unit.unit.sort not in (THINGS if things else PEOPLE):
            return None
        last = _tail(v, s, q.last, definite=False)
        return Phrase(i, last, _span(v, q.span.start, last), _inside(v, i, last), "person", _hung(v, i, q.span.start))
    r = v.reference.get(i)
    n = v.name.get(i)
    if r is not None and r.first == i:
        return Phrase(i, r.last, r.span, r.entity, r.type, _hung(v, i, r.span.start))
    if n is not None and n.first == i:
        return Phrase(i, n.last, n.span, n.entity, n.type, _hung(v, i, n.span.start))
    if r is not None or n is not None or q is not None:
        return None
    if v.keys[i] in listed("arguments", "manner") and not _alone(v, s, i):
        return None
    people = people_of(v, s, i)
    if people is not None:
        return people
    found = agent(v.keys[i])
    c = counted(v.keys[i]) if found is None else None
    if found is not None:
        prefix, sort = found[0], "agent"
    elif c is not None and c.unit.sort in (THINGS if things else PEOPLE) and c.unit.measure not in NUMBERS:
        prefix, sort = c.prefix, "person" if c.unit.sort in PEOPLE else "thing"
    else:
        return None
    last = _tail(v, s, i + 1, definite=_definite(v.keys[i], prefix))
    start = v.tokens.starts[i] + (len(prefix) if v.tokens.forms[i].startswith(prefix) else 0)
    return Phrase(i, last, _span(v, start, last), _inside(v, i, last), sort, prefix)


def _span(v: View, start: int, last: int) -> Span:
    return Span.of(v.tokens.text, start, v.tokens.ends[last - 1])


def _hung(v: View, i: int, start: int) -> str:
    return key(v.tokens.text[v.tokens.starts[i] : start])


def _definite(word: str, prefix: str) -> bool:
    """Say whether a noun has the article: then nothing follows it in construct, and its adjectives have the article too."""
    return is_definite(word, prefix)


def _tail(v: View, s: Sentence, i: int, *, definite: bool) -> int:
    """Where a phrase whose head stands before token `i` ends: adjectives that agree, then a name or noun in construct."""
    first = i
    construct = not definite
    while i < s.last and i - first < 6:
        if i in v.time or v.keys[i] in STOPS or i in v.quantity:
            break
        found = nisba(v.keys, i)
        if found and (is_definite(v.keys[i], "") or not definite):
            i += found[0]
            construct = False
        elif (r := v.reference.get(i) or v.name.get(i)) is not None and r.first == i:
            return r.last if construct and not _hung(v, i, r.span.start) else i
        elif construct and i == first and agent(v.keys[i]) is not None and not _joined(v, i):
            construct = definite = not is_definite(v.keys[i], "")
            definite = not definite
            i += 1
        elif describes(v.keys[i]) and is_definite(v.keys[i], "") == definite:
            i += 1
            construct = False
        else:
            break
    return i


def describes(word: str) -> bool:
    """Say whether a key is an adjective that tells what a noun is like, and no noun of its own."""
    if word in listed("arguments", "manner"):
        return True
    return is_adjective(word) and counted(word) is None and agent(word) is None


def _joined(v: View, i: int) -> bool:
    found = agent(v.keys[i])
    return bool(found and found[0])


def _inside(v: View, first: int, last: int) -> str | None:
    """Entity of a phrase by what stands in it: a name or reference, else the state of its adjective."""
    for i in range(first, last):
        r = v.reference.get(i) or v.name.get(i)
        if r is not None and r.entity is not None:
            return r.entity
    for i in range(first, last):
        found = nisba(v.keys, i)
        if found:
            return found[1]
    return None


def people_of(v: View, s: Sentence, i: int) -> Phrase | None:
    """People named by their origin alone: «فلسطينيين», «الأكراد»; behind a noun the same word is its adjective."""
    found = nisba(v.keys, i) if _alone(v, s, i) and is_people(v.keys[i]) else None
    if found is None:
        return None
    last = i + found[0]
    return Phrase(i, last, _span(v, v.tokens.starts[i], last), found[1], "person")


def _alone(v: View, s: Sentence, i: int) -> bool:
    """Say whether no noun stands before token `i` of which the word there could be an adjective."""
    before = v.keys[i - 1] if i > s.first else ""
    return (
        i == s.first
        or before in STOPS
        or before in words("complementizers")
        or i - 1 in v.quantity
        or bare(before, "and") in words("prepositions")
        or any(r.form is not None for r in verb_readings(before))
        or any(r.act.kind == "masdar" and not r.definite for r in noun_readings(before))
    )


def coordinated(v: View, s: Sentence, p: Phrase) -> list[Phrase]:
    """`p` with the phrases that «و» joins to it."""
    out = [p]
    while len(out) < 4:
        i = out[-1].last
        if i < s.last and v.keys[i] in words("and"):
            i += 1
            nxt = phrase_from(v, s, i)
        else:
            nxt = phrase_from(v, s, i)
            nxt = nxt if nxt is not None and is_joined(nxt.prefix) else None
        if nxt is None or len(nxt.prefix) > 1:
            break
        out.append(nxt)
    return out


def phrase_before(v: View, s: Sentence, i: int) -> Phrase | None:
    """The noun phrase that ends right before token `i`: the subject of a verb that follows it; none behind a preposition.

    A relative pronoun between the two lets a phrase in any case be the subject: «من الجيش الذي قصف».
    """
    relative = i > s.first and v.keys[i - 1] in listed("arguments", "relative")
    end = i - 1 if relative else i
    if relative and end > s.first and v.keys[end - 1] == COMMA:
        end -= 1
    between = listed("arguments", "adverbs") | words("may") | words("negations") | words("future")
    while end > s.first and (v.keys[end - 1] in between or end - 1 in v.time):
        end -= 1
    for first in range(end - 1, max(s.first - 1, end - 8), -1):
        if v.keys[first] in STOPS or v.keys[first] == COMMA:
            return None
        p = phrase_from(v, s, first)
        if p is None or p.last != end:
            continue
        q = v.quantity.get(first - 1) or v.quantity.get(first)
        if q is not None and q.first < first:  # four of the policemen
            whole = phrase_from(v, s, q.first)
            first = q.first
            p = whole if whole is not None and whole.last >= end else p
        wider = phrase_from(v, s, first - 1) if first > s.first else None
        if wider is not None and wider.last == end:
            continue
        before = v.keys[first - 1] if first > s.first else ""
        free = p.prefix in {"", *words("and")} and bare(before, "and") not in words("prepositions")
        return p if relative or free else None
    return None
