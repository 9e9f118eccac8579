"""From what the words say to EDTF: one rule for each kind of time, the first that applies."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tawatur.find.times.calendars import month_end, safe_shift, shift_month, week
from tawatur.find.times.context import NO_ANCHOR, NO_DATE, NO_SUCH, VAGUE, Context, Value, iso, none, year_of, ym
from tawatur.find.times.gregorian import century, days, decade, drel, month, running_decade, season, weekday, wrel, year
from tawatur.find.times.hijri import feast, hijri
from tawatur.find.times.points import Point

_SHAPE = re.compile(r"[0-9X]{4}(?![0-9X])")
"""How every value begins: years outside 0 to 9999 are not for news."""
_MONTHS = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
LEAP = "-02-29"
NEW_YEAR_MONTH = 6
_PLACE = {"year": 0, "month": 1}
_NEEDS = {"year": 1, "month": 2, "week": 3}
"""How many of year, month and day must be known of the time that is pointed back to."""


def resolve(p: Point, c: Context) -> Value:
    """The value of one date or period.

    >>> from datetime import date
    >>> resolve(Point(month=6, how="past"), Context(date(2015, 7, 22)))
    Value(edtf='2015-06', why='', sort='month', inferred=True)
    """
    if p.same is not None:
        p2 = _back(p, c)
        if isinstance(p2, Value):
            return p2
        p = p2
    for applies, rule in _RULES:
        if applies(p):
            value = rule(p, c)
            if value.edtf is not None and not _SHAPE.match(value.edtf):
                return none(NO_SUCH, value.sort)
            return value
    return none(VAGUE, "period")


def in_week(value: Value, weekday: int) -> Value:
    """That weekday in the week of a day, or of the first day of a month.

    >>> in_week(Value("2021-09-15~", "", "day"), 4).edtf, in_week(Value("2021-11", "", "month"), 4).edtf
    ('2021-09-16', '2021-11-04')
    """
    start = date.fromisoformat(f"{(value.edtf or '').rstrip('~')}-01"[:10])
    found = week(start, 0)
    day = safe_shift(found[0], weekday - 1) if found else None
    return Value(iso(day), "", "day", inferred=True) if day else none(NO_SUCH, "day")


def _back(p: Point, c: Context) -> Point | Value:
    """Put what the text said last in the place of «نفسه», «التالي»."""
    assert p.same is not None
    grain, offset = p.same
    if grain == "new":  # the new year: the next one, and from January on this one
        return (
            none(NO_DATE, "year") if c.date is None else replace(p, same=None, yrel=int(c.date.month > NEW_YEAR_MONTH))
        )
    known = c.last
    if (
        p.wrel is not None or p.mrel is not None or p.yrel is not None
    ):  # «الشهر السابق»: of what the sentence named, else of the date
        known = c.near
        if len(_parts(known[_PLACE.get(grain, 2)])) < _NEEDS[grain]:
            return replace(p, same=None)
        p = replace(p, wrel=None, mrel=None, yrel=None)
    parts = _parts(known[_PLACE.get(grain, 2)])
    have = len(parts)
    day = date(parts[0], parts[1], parts[2]) if have == 3 else None
    bare = replace(p, same=None)
    if grain == "day":
        moved = safe_shift(day, offset) if day else None
        if moved is None:
            return none(NO_ANCHOR, "day")
        return replace(bare, year=moved.year, month=moved.month, day=moved.day)
    if grain == "week":
        found = week(day, offset) if day else None
        return Value(f"{iso(found[0])}/{iso(found[1])}", "", "period") if found else none(NO_ANCHOR, "period")
    if grain == "month":
        if have < 2:
            return none(NO_ANCHOR, "month")
        year, month = shift_month(parts[0], parts[1], offset)
        if p.year is not None or p.yrel is not None:
            return replace(bare, month=month)
        return replace(bare, year=year, month=month)
    if have < 1:
        return none(NO_ANCHOR, "year")
    if not 1 <= parts[0] + offset <= 9999:
        return none(NO_SUCH, "year")
    return replace(bare, year=parts[0] + offset)


def _parts(last: str | None) -> tuple[int, ...]:
    """Year, month, day of the last time, as many as are known; the end of an interval."""
    if not last:
        return ()
    last = last.rsplit("/", 1)[0 if last.endswith("..") else -1].rstrip("~?%")
    try:
        parts = tuple(int(x) for x in last.split("-"))
    except ValueError:
        return ()
    return parts if len(parts) < 2 or parts[1] <= 12 else parts[:1]


def _span(p: Point, c: Context) -> Value:
    assert p.span is not None
    unit, n, way = p.span
    if c.date is None:
        return none(NO_DATE, "period")
    if n <= 0:
        return none(VAGUE, "period")
    sign = 1 if way == "next" else -1
    d = c.date
    if unit in ("year", "decade", "century"):
        n *= {"year": 1, "decade": 10, "century": 100}[unit]
        a, b = sorted((d.year, d.year + sign * n))
        return (
            Value(f"{a:04d}/{b:04d}", "", "period", inferred=True) if 1 <= a <= b <= 9999 else none(NO_SUCH, "period")
        )
    if unit == "month":
        a_, b_ = sorted(((d.year, d.month), shift_month(d.year, d.month, sign * n)))
        return Value(f"{ym(*a_)}/{ym(*b_)}", "", "period", inferred=True) if a_[0] >= 1 else none(NO_SUCH, "period")
    if unit == "week":
        ends = d, safe_shift(d, 7 * n * sign)
    elif unit in ("day", "night"):
        if way == "last":
            ends = d, safe_shift(d, 1 - n)
        else:
            first = safe_shift(d, sign)
            if first is None:
                return none(NO_SUCH, "period")
            ends = first, safe_shift(d, n * sign)
    elif unit == "hour":
        ends = d, safe_shift(d, -(-n // 24) * sign)
    else:
        return none(VAGUE, "period")
    if ends[1] is None:
        return none(NO_SUCH, "period")
    first, last = sorted((ends[0], ends[1]))
    return Value(f"{iso(first)}/{iso(last)}", "", "period", inferred=True)


def _hijri_piece(p: Point, c: Context) -> Value:
    """The first half, third, week or days of a Hijri month, of thirty days as the press counts."""
    assert p.piece is not None
    unit, which, count = p.piece
    size = {"half": 15, "week": 7, "day": 1, "third": 10, "weekday": 7}.get(unit)
    first = hijri(replace(p, piece=None, hday=1), c)
    if size is None or first.edtf is None:
        return none(VAGUE, "period") if first.edtf is not None else first
    start = date.fromisoformat(first.edtf)
    if unit == "weekday" and which > 0:  # there `count` is the weekday
        day = safe_shift(start, (count - start.isoweekday()) % 7 + 7 * (which - 1))
        return Value(iso(day), "", "day", first.inferred) if day else none(NO_SUCH, "day")
    skip = 30 - size * count if which == -1 else (which - 1) * size
    a, b = safe_shift(start, skip), safe_shift(start, skip + size * count - 1)
    if a is None or b is None or not 0 <= skip <= 30 - size * count:
        return none(NO_SUCH, "period")
    if a == b:
        return Value(iso(a), "", "day", first.inferred)
    return Value(f"{iso(a)}/{iso(b)}", "", "period", first.inferred)


def _nth_weekday(year: int, month: int, which: int, weekday: int, *, inferred: bool) -> Value:
    """The first, second … or last (-1) such weekday of a month."""
    end = month_end(year, month)
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    days = list(range(first, end + 1, 7))
    if which > len(days):
        return none(NO_SUCH, "day")
    return Value(iso(date(year, month, days[which if which < 0 else which - 1])), "", "day", inferred)


def _piece(p: Point, c: Context) -> Value:
    """A half, a quarter, the first months of a year; a half, the first week or days of a month."""
    assert p.piece is not None
    unit, which, count = p.piece
    if p.hmonth is not None:
        return _hijri_piece(p, c)
    if p.month is not None or p.mrel is not None:
        whole = month(replace(p, piece=None), c)
        if whole.edtf is None:
            return whole
        said_year, said_month = int(whole.edtf[:4]), int(whole.edtf[5:7])
        end = month_end(said_year, said_month)
        if unit == "weekday":
            return _nth_weekday(said_year, said_month, which, count, inferred=whole.inferred)
        size = {"half": 15, "week": 7, "day": 1, "third": 10}.get(unit)
        if size is None:
            return whole
        if which == -1:
            a, b = end - size * count + 1, end
        else:
            a, b = (which - 1) * size + 1, (which - 1 + count) * size
            b = end if b + size > 31 + 4 and unit != "day" else b
        if not 1 <= a <= b <= end:
            return none(NO_SUCH, "period")
        if a == b:
            return Value(f"{whole.edtf}-{a:02d}", "", "day", whole.inferred)
        return Value(f"{whole.edtf}-{a:02d}/{whole.edtf}-{b:02d}", "", "period", whole.inferred)
    year_value = year_of(p, c)
    inferred = p.year is None
    if year_value is None:
        if c.date is None:
            return none(NO_DATE, "period")
        year_value = c.date.year
        if p.how in ("past", "last"):
            year_value -= 1
    size = {"half": 6, "quarter": 3, "third": 4, "month": 1}.get(unit)
    if size is None:
        return none(VAGUE, "period")
    first, last = ((which - 1) * size + 1, (which - 1 + count) * size) if which > 0 else (13 - size * count, 12)
    if which > 0 and p.year is None and p.yrel is None and p.how is None and c.date is not None and not c.future:
        year_value -= first > c.date.month
    if not 1 <= first <= last <= 12:
        return none(NO_SUCH, "period")
    if first == last:
        return Value(ym(year_value, first), "", "month", inferred)
    return Value(f"{ym(year_value, first)}/{ym(year_value, last)}", "", "period", inferred)


def _alike(p: Point, c: Context) -> Value:
    """The last time in the text, moved to the year that is said."""
    year = year_of(p, c)
    if year is None or c.whole is None:
        return none(NO_DATE if year is None else NO_ANCHOR, "period")
    end = c.whole.rsplit("/", 1)[-1]
    ends = [part for part in c.whole.split("/") if part[:4].isdigit()]
    if not end[:4].isdigit() or not ends:
        return none(NO_ANCHOR, "period")
    shift = year - int(end[:4])
    moved = "/".join(f"{int(part[:4]) + shift:04d}{part[4:]}" for part in ends)
    return Value(moved, "", "period", inferred=p.year is None) if LEAP not in moved else none(NO_SUCH, "period")


def _split_year(p: Point, c: Context) -> Value:
    """A year of school or sport by the two years over which it runs."""
    assert p.begins is not None
    if p.begins == 0:  # «هذا الموسم»: which year it is of is not said
        return none(VAGUE, "period")
    if c.date is None:
        return none(NO_DATE, "period")
    first = c.date.year - (c.date.month < p.begins) + (p.yrel or 0)
    return Value(f"{first:04d}/{first + 1:04d}", "", "period", inferred=True)


def _near_piece(p: Point, c: Context) -> Value:
    """The quarter or half before, of or after that of the date; «السابق» and «التالي» go from the one that was named last."""
    assert p.piece is not None
    size = {"half": 6, "quarter": 3}[p.piece[0]]
    if c.date is None:
        return none(NO_DATE, "period")
    year, first = c.date.year, (c.date.month - 1) // size * size + 1
    if p.how in ("before", "after") and (m := _MONTHS.fullmatch(c.whole or "")):
        a, b = int(m[1]) * 12 + int(m[2]), int(m[3]) * 12 + int(m[4])
        if b - a == size - 1:
            year, first = int(m[1]), int(m[2])
    step = {"past": -1, "before": -1, "next": 1, "after": 1}.get(p.how or "", 0) * size
    a_, b_ = shift_month(year, first, step), shift_month(year, first, step + size - 1)
    return Value(f"{ym(*a_)}/{ym(*b_)}", "", "period", inferred=True)


_RULES: tuple[tuple[Callable[[Point], bool], Callable[[Point, Context], Value]], ...] = (
    (lambda p: p.span is not None, _span),
    (lambda p: p.feast is not None, feast),
    (lambda p: p.alike is not None, _alike),
    (lambda p: p.begins is not None, _split_year),
    (lambda p: p.piece is not None and p.piece[1] == 0, _near_piece),
    (lambda p: p.piece is not None, _piece),
    (lambda p: p.day is not None and (p.month is not None or p.mrel is not None), days),
    (lambda p: p.hday is not None and p.hmonth is not None, hijri),
    (lambda p: p.decade is not None, decade),
    (lambda p: p.century is not None or p.crel is not None, century),
    (lambda p: p.decrel is not None, running_decade),
    (lambda p: p.season is not None, season),
    (lambda p: p.day is not None, days),
    (lambda p: p.weekday is not None, weekday),
    (lambda p: p.drel is not None, drel),
    (lambda p: p.wrel is not None, wrel),
    (lambda p: p.month is not None or p.mrel is not None, month),
    (lambda p: p.hmonth is not None, hijri),
    (lambda p: p.year is not None or p.yrel is not None, year),
    (lambda p: p.hyear is not None or p.hyrel is not None, hijri),
)
"""The first rule that applies decides: an explicit date before a weekday, a weekday before the word for today."""
