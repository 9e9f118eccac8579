"""Which happenings of several articles are one: acts of one place and sort that lie on one day, and those told without one.

What an article tells without a day is the last such happening before it, if there is only one; across articles further
apart than three weeks nothing is joined.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tawatur.reconcile.acts import ANY, Act, when
from tawatur.reconcile.book import Book

OFTEN = 4
"""On how many days things of one sort happen in one place that is then taken for one where they happen daily."""

LATER, BESIDE = 21, 1
"""Days after a happening within which articles still tell it without its day; days by which two tellings may differ."""


@dataclass(frozen=True, slots=True)
class Referent:
    """One happening over all articles: where, of what group of sorts, its first day where one is told.

    `daily`: things happen there every day. `tellers`: how many articles tell its day.
    """

    place: str
    group: str
    day: date | None
    daily: bool = False
    tellers: int = 0


def referents(book: Book) -> Mapping[tuple[str, int], Referent]:
    """(article, token) of every act with a place → the happening that it names."""
    by: dict[tuple[str, str], list[Act]] = {}
    for acts in book.happenings.values():
        for act in acts:
            if act.place is not None and act.sort.group != ANY:
                by.setdefault((act.place, act.sort.group), []).append(act)
    out: dict[tuple[str, int], Referent] = {}
    for (place, group), named in sorted(by.items()):
        days = _days(named)
        daily = len(days) >= OFTEN
        tellers = {
            first: len({a.article for a in named if a.dated and a.days is not None and first <= a.days.first <= last})
            for first, last in days
        }
        for act in named:
            day = _which(act, days, tellers, book)
            out[act.article, act.at] = Referent(place, group, day, daily, tellers.get(day, 0) if day is not None else 0)
    for acts in book.happenings.values():
        for n, act in enumerate(acts):
            if act.sort.group == ANY and act.place is not None:
                near = [o for o in acts[:n] if o.place == act.place and (o.article, o.at) in out]
                if near:
                    out[act.article, act.at] = out[near[-1].article, near[-1].at]
    return out


def _days(named: list[Act]) -> list[tuple[date, date]]:
    """The days on which something happened, tellings that differ by a day as one."""
    told = sorted(
        {(a.days.first, a.days.last) for a in named if a.dated and a.days is not None and a.days.days <= BESIDE + 1}
    )
    out: list[tuple[date, date]] = []
    for first, last in told:
        if out and (first - out[-1][1]).days <= BESIDE:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


def _which(act: Act, days: list[tuple[date, date]], tellers: Mapping[date, int], book: Book) -> date | None:
    """The first day of the happening that an act names, None where none is told or it could be one of several."""
    own = act.days if act.days is not None and act.days.days <= BESIDE + 1 else None
    if own is not None:
        return next((first for first, last in days if first <= own.first <= last), own.first)
    span = when(act, book)
    published = book.day(act.article)
    known = [
        first
        for first, last in days
        if published is not None
        and -BESIDE <= (published - first).days <= LATER
        and (act.days is None or (span is not None and span.first <= last and first <= span.last))
    ]
    if len(known) < 2:
        return known[0] if known else None
    told = sorted(((tellers[first], first) for first in known), reverse=True)
    return told[0][1] if told[0][0] >= 2 * told[1][0] else None
