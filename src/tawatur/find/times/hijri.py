"""Hijri days, months and years, and the feasts of both calendars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tawatur.find.times.calendars import from_hijri, hijri_month, safe_date, safe_shift, to_hijri
from tawatur.find.times.context import NO_DATE, NO_SUCH, Context, Value, iso, none, year_of, ym
from tawatur.find.times.points import Point
from tawatur.find.times.words import data

EITHER = 2
"""The feasts that «العيد» alone may be stand first on the card."""


def feast(p: Point, c: Context) -> Value:
    """A feast, one of its days or all of them; the year said, else the feast that is nearest."""
    assert p.feast is not None
    entry = data()["feast"][p.feast[0]]
    if entry.get("either") and c.date is not None:  # «العيد»: the one of the two that is nearer
        entry = min(data()["feast"][:EITHER], key=lambda e: _distance(e, c.date))  # type: ignore[arg-type]
    nth = p.feast[1]
    days, vague = int(entry["days"]), bool(entry.get("vague"))
    if entry.get("whole"):
        nth = 0
    if nth is not None and nth > days:
        days = nth

    def start(year: int) -> date | None:
        if "solar" in entry:
            return safe_date(year, *entry["solar"])
        return from_hijri(year, int(entry["month"]), int(entry["day"]))

    solar = "solar" in entry
    inferred = False
    if (p.hyear is not None and not solar) or (p.year is not None and solar):
        first = start(p.year if solar else p.hyear)  # type: ignore[arg-type]
    elif p.year is not None or p.yrel is not None:
        if p.year is None and c.date is None:
            return none(NO_DATE, "day")
        inferred = p.year is None
        year = p.year if p.year is not None else c.date.year + (p.yrel or 0)  # type: ignore[union-attr]
        if solar:
            first = start(year)
        else:
            h = to_hijri(date(year, 1, 1)) if 1 <= year <= 9999 else None
            found = [d for d in (start(h[0] + n) for n in (0, 1)) if d is not None and d.year == year] if h else []
            first = found[-1] if found else None
    elif c.date is None:
        return none(NO_DATE, "day")
    else:
        inferred = True
        first = _nearest(start, c.date, p.how, solar=solar)
    if first is None:
        return none(NO_SUCH, "day")
    if vague:
        return Value(ym(first.year, first.month) + "~", "", "month", inferred)
    if nth == 0:
        last = safe_shift(first, days - 1)
        if entry.get("whole") and (h := to_hijri(first)) is not None and (after := from_hijri(h[0], h[1] + 1, 1)):
            last = safe_shift(after, -1)  # the last ten days of a month of 29 are nine
        assert last is not None
        return Value(iso(first) if days == 1 else f"{iso(first)}/{iso(last)}", "", "period", inferred)
    day = safe_shift(first, (nth or 1) - 1)
    return Value(iso(day), "", "day", inferred) if day else none(NO_SUCH, "day")


def _distance(entry: dict[str, Any], ref: date) -> int:
    """Days between a date and the nearest such feast."""
    h = to_hijri(ref)
    if h is None:
        return 0
    found = (from_hijri(h[0] + n, int(entry["month"]), int(entry["day"])) for n in (-1, 0, 1))
    return min((abs((d - ref).days) for d in found if d is not None), default=0)


def _nearest(start: Callable[[int], date | None], ref: date, how: str | None, *, solar: bool) -> date | None:
    """The feast of the year that the adjective says, or the one that is nearest."""
    h = to_hijri(ref)
    base = ref.year if solar else (h[0] if h else None)
    if base is None:
        return None
    found = [d for d in (start(base + n) for n in (-1, 0, 1)) if d is not None]
    if how in ("past", "last"):
        found = [d for d in found if d < ref][-1:]
    elif how == "next":
        found = [d for d in found if d > ref][:1]
    return min(found, key=lambda d: abs((d - ref).days)) if found else None


def hijri(p: Point, c: Context) -> Value:
    """A Hijri day, month or year as Gregorian days."""
    year, month = p.hyear, p.hmonth
    inferred = year is None
    if p.hyrel is not None:
        now = to_hijri(c.date) if c.date is not None else None
        if now is None:
            return none(NO_DATE if c.date is None else NO_SUCH, "year")
        year = now[0] + p.hyrel
    if year is None and month is not None:
        gregorian = year_of(p, c)
        if gregorian is not None and 1 <= gregorian <= 9999:
            h = to_hijri(date(gregorian, 7, 1))
            near = [h[0] + n for n in (-1, 0, 1)] if h else []
            fits = [y for y in near if (f := from_hijri(y, month, p.hday or 15)) is not None and f.year == gregorian]
            year = fits[0] if fits else None
            inferred = p.year is None
        elif c.date is None:
            return none(NO_DATE, "day" if p.hday else "month")
        else:
            year = _hijri_year(month, p, c)
    if year is None:
        return none(NO_SUCH, "day" if p.hday else "month")
    if month is None:
        a, b = from_hijri(year, 1, 1), from_hijri(year + 1, 1, 1)
        end = safe_shift(b, -1) if b else None
        if a is None or end is None:
            return none(NO_SUCH, "year")
        return Value(f"{ym(a.year, a.month)}/{ym(end.year, end.month)}", "", "year", inferred)
    if p.hday is None:
        most = _edge_month(year, month, p.edge) or hijri_month(year, month)
        return Value(ym(*most) + "~", "", "month", inferred) if most else none(NO_SUCH, "month")
    first = from_hijri(year, month, p.hday)
    if first is None:
        return none(NO_SUCH, "day")
    if p.weekday is not None:
        # The moon is sighted, not computed: a weekday beside the date tells which of the neighbouring days is meant.
        for n in (0, 1, -1):
            near_day = safe_shift(first, n)
            if near_day is not None and near_day.isoweekday() == p.weekday:
                first = near_day
                break
    if p.hday_to is None:
        return Value(iso(first), "", "day", inferred)
    last = from_hijri(year, month, p.hday_to)
    return Value(f"{iso(first)}/{iso(last)}", "", "period", inferred) if last else none(NO_SUCH, "period")


def _edge_month(year: int, month: int, edge: int | None) -> tuple[int, int] | None:
    """The month of the other calendar in which a Hijri month begins (1) or ends (3)."""
    if edge not in (1, 3):
        return None
    first = from_hijri(year, month, 1) if edge == 1 else from_hijri(year, month + 1, 1) if month < 12 else None
    day = first if edge == 1 or first is None else safe_shift(first, -1)
    return (day.year, day.month) if day else None


def _hijri_year(month: int, p: Point, c: Context) -> int | None:
    assert c.date is not None
    now = to_hijri(c.date)
    if now is None:
        return None
    year, here = now[0], (month, p.hday or 0)
    there = (now[1], now[2] if p.hday else 0)
    if p.how == "this":
        return year
    if p.how in ("past", "last", "before", "past2"):
        return year - (here >= there) - (p.how == "past2")
    if p.how in ("next", "next2"):
        return year + (here <= there) + (p.how == "next2")
    if c.future:
        return year + (here < there)
    return year - (here > there)
