"""The happenings that an article names: a bombing, a raid, a crash, each with its place and its day, as far as it tells.

A noun without place or day («الهجوم») takes them from the last happening of its sort that the article named. Two
articles name one happening where sort, place and day can be one; what happens daily in a war («القصف», «الاشتباكات»)
needs more than that, and callers ask for it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from tawatur.model.document import Sentence
from tawatur.model.ledger import Analysis
from tawatur.model.mention import Reference
from tawatur.model.tokens import Kind
from tawatur.reconcile.book import Book
from tawatur.reconcile.narration import said_at
from tawatur.text.arabic import key
from tawatur.text.edtf import Period, period
from tawatur.text.lexicon import Phrases, card
from tawatur.text.noun_forms import TANWIN
from tawatur.text.words import ARTICLE, BI, peel

PLACE_AFTER, PLACE_BEFORE, TIME_REACH = 24, 12, 16
"""How many words after and before a happening its place, and on either side its time, may stand."""

LEAD = 4
"""How many sentences, the title among them, tell what an article is about."""

RECENT = 4
"""Days before publication from which an article's own news comes where it gives no day."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of happening of the table."""

    name: str
    group: str
    wide: bool
    daily: bool


@dataclass(frozen=True, slots=True)
class Act:
    """One happening where an article names it. `at`: its token; `own`: its place, `dated`: its day stands in its own sentence."""

    article: str
    at: int
    sentence: int
    sort: Sort
    place: str | None
    days: Period | None
    own: bool
    dated: bool
    lead: bool


@cache
def _table() -> Phrases[Sort]:
    rows = card("tawatur.reconcile", "ar.acts.toml")["act"]
    return Phrases(
        (w, Sort(r["name"], r["group"], r.get("wide", False), r.get("daily", False))) for r in rows for w in r["words"]
    )


def sort_at(keys: Sequence[str], i: int) -> tuple[int, Sort] | None:
    """(number of words, sort) of the happening that the word at `i` names."""
    for _, rest in peel(keys[i]):
        for word in (rest, rest[:-1]) if rest.endswith(TANWIN) and len(rest) > 4 else (rest,):
            found = _table().longest(keys, i, first=word)
            if found:
                return found
    return None


def acts(a: Analysis, book: Book) -> tuple[Act, ...]:
    """Every happening that an article names, in the order of the text."""
    out: list[Act] = []
    t = a.document.tokens
    story = [s for s in a.document.sentences if s.role != "caption"]
    for number, s in enumerate(story):
        marks = [
            (i, found[1]) for i in range(s.first, s.last) if t.kinds[i] is Kind.WORD and (found := sort_at(t.keys, i))
        ]
        for n, (i, sort) in enumerate(marks):
            low = marks[n - 1][0] if n else s.first - 1
            high = marks[n + 1][0] if n + 1 < len(marks) else s.last
            place = _place(a, s, i, low, high, {o.place for o in out if o.place}, book)
            days = _days(a, s, i, low, high)
            act = Act(
                a.id, i, s.index, sort, place, days, own=place is not None, dated=days is not None, lead=number < LEAD
            )
            out.append(_completed(act, out, a, book, definite=t.keys[i].find(ARTICLE) in (0, 1, 2)))
    return tuple(out)


def _place(a: Analysis, s: Sentence, at: int, low: int, high: int, known: Collection[str], book: Book) -> str | None:
    """The place that the sentence gives a happening, no other happening between.

    One named by the article for a happening before («known») comes before any other, one behind it before one in
    front, one that something is in before one that it is near to.
    """
    t = a.document.tokens
    found = []
    for r in a.references:
        if not (s.first <= r.first < s.last and low < r.first < high and _is_place(r, book)):
            continue
        gap = r.first - at
        before = PLACE_BEFORE if r.entity not in known else 2 * PLACE_BEFORE
        if not -before <= gap <= PLACE_AFTER or (gap < 0 and any(t.forms[i] in SPEECH for i in range(r.last, at))):
            continue
        lead_in = [rest for i in range(max(s.first, r.first - 2), r.first) for _, rest in peel(t.keys[i])]
        inside = t.keys[r.first].startswith(BI) or gap in (1, 2) or any(w in _where("words") for w in lead_in)
        beside = any(w in _where("near") for w in lead_in)
        if inside or beside:
            found.append((r.entity not in known, beside, gap < 0, abs(gap), r.entity))
    best = min(found, default=None)
    if best is None or (best[0] and best[1] and known):
        return None  # what it only lies near to says less than what the article has named before
    return best[-1]


SPEECH = frozenset('":«»“”')
"""Marks behind which somebody else's words begin: where he spoke is not where it happened."""


@cache
def _where(name: str) -> frozenset[str]:
    return frozenset(key(w) for w in card("tawatur.reconcile", "ar.acts.toml")["where"][name])


def _is_place(r: Reference, book: Book) -> bool:
    return r.type == "LOC" and not r.in_noise and r.how != "metonym" and not book.is_state(r.entity)


def _days(a: Analysis, s: Sentence, at: int, low: int, high: int) -> Period | None:
    """The day nearest to a happening, no other happening between, that is not the day on which somebody spoke."""
    found = [
        (min(abs(m.first - at), abs(m.last - at)), m.first, p)
        for m in a.times
        if s.first <= m.first < s.last
        and low < m.first < high
        and abs(m.first - at) <= TIME_REACH
        and m.sort != "length"
        and not m.in_noise
        and (p := period(m.edtf)) is not None
        and not p.open
        and not said_at(a, m.span)
        and not any(w in _where("next") for w in a.document.tokens.keys[m.first : m.last + 1])
    ]
    return min(found, key=lambda f: f[:2])[2] if found else None


def _completed(act: Act, before: Sequence[Act], a: Analysis, book: Book, *, definite: bool) -> Act:
    """A happening with the place and day of the last one of its sort, where it has none itself; in the lead, the focus."""
    if act.place is None or act.days is None:
        fit = [o for o in before if alike(o.sort, act.sort) and (act.place is None or o.place == act.place)]
        if not definite:
            fit = [o for o in fit if o.sort.name == act.sort.name]
        here = [o for o in fit if o.sentence == act.sentence]
        there = [o for o in fit if o.sentence == fit[-1].sentence]  # the first one of a sentence is what it is about
        last = here[-1] if here else there[0] if there else None
        if last is not None and (act.days is None or last.days is None or act.days.meets(last.days)):
            act = replace(act, place=act.place or last.place, days=act.days or last.days)
    if act.place is None and act.lead and not act.sort.daily and (focus := book.focus.get(a.id)) is not None:
        act = replace(act, place=focus)
    return act


def alike(a: Sort, b: Sort) -> bool:
    """Say whether two sorts can be names of one happening."""
    return ANY in (a.group, b.group) or (a.group == b.group and (a.name == b.name or a.wide or b.wide))


ANY = "any"
"""Group of the words that may stand for every happening («الحادث»)."""


def one_act(a: Act, b: Act, book: Book) -> bool:
    """Say whether two articles name one happening: sorts that can be one, one small place, days that can be one."""
    if not alike(a.sort, b.sort) or a.place is None or a.place != b.place:
        return False
    x, y = when(a, book), when(b, book)
    if x is None or y is None:
        return book.same_story(a.article, b.article)
    apart = max(0, (x.first - y.last).days, (y.first - x.last).days)
    exact = a.days is not None and b.days is not None
    return apart <= (1 if exact else 0) and x.days <= SPAN and y.days <= SPAN


SPAN = 8
"""A happening whose time is wider than this cannot be told from another of its sort and place."""


def when(act: Act, book: Book) -> Period | None:
    """The days on which a happening can have been; without a day of its own, the last ones before publication."""
    if act.days is not None:
        return act.days
    day = book.day(act.article)
    if day is None:
        return None
    return Period(day - min(timedelta(days=RECENT), day - date.min), day)
