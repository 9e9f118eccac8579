"""From what the words say to EDTF, by the date of publication, the tense and the last time in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tawatur.find.times.calendars import (
    from_hijri,
    hijri_month,
    month_end,
    safe_date,
    safe_shift,
    shift_month,
    to_hijri,
    week,
)
from tawatur.find.times.points import Point
from tawatur.find.times.words import data

NO_DATE = "The article has no date of publication, from which this time would have to be counted."
NO_SUCH = "There is no such day in the calendar."
NO_ANCHOR = (
    "The time before it in the text, to which it points back, is not known to the day, month or year that it needs."
)
VAGUE = "The words do not say how long or when exactly."

_SHAPE = re.compile(r"[0-9X]{4}(?![0-9X])")
"""How every value begins: years outside 0 to 9999 are not for news."""
NEW_YEAR_MONTH = 6
SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative time is counted from: the date of publication, whether the verb is in the future, and the last
    times in the text that are known to the year, to the month and to the day.
    """

    date: date | None = None
    future: bool = False
    last: tuple[str | None, str | None, str | None] = (None, None, None)


@dataclass(frozen=True, slots=True)
class Value:
    """An EDTF value or the reason why there is none; `sort` and `inferred` as in `model.mention.Time`."""

    edtf: str | None
    why: str = ""
    sort: str = "day"
    inferred: bool = False


def none(why: str, sort: str) -> Value:
    """No value, and why."""
    return Value(None, why, sort)


def iso(day: date) -> str:
    """The day as EDTF."""
    return day.isoformat()


def ym(year: int, month: int) -> str:
    """The month as EDTF."""
    return f"{year:04d}-{month:02d}"


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


def _back(p: Point, c: Context) -> Point | Value:
    """Put what the text said last in the place of «نفسه», «التالي»."""
    assert p.same is not None
    grain, offset = p.same
    if grain == "new":  # the new year: the next one, and from January on this one
        return (
            none(NO_DATE, "year") if c.date is None else replace(p, same=None, yrel=int(c.date.month > NEW_YEAR_MONTH))
        )
    parts = _parts(c.last[{"year": 0, "month": 1}.get(grain, 2)])
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


# one rule for each kind of point ------------------------------------------------------------------------------------


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
            assert first is not None
            ends = first, safe_shift(d, n * sign)
    elif unit == "hour":
        ends = d, safe_shift(d, -(-n // 24) * sign)
    else:
        return none(VAGUE, "period")
    if ends[1] is None:
        return none(NO_SUCH, "period")
    first, last = sorted((ends[0], ends[1]))
    return Value(f"{iso(first)}/{iso(last)}", "", "period", inferred=True)


def _feast(p: Point, c: Context) -> Value:
    assert p.feast is not None
    entry = data()["feast"][p.feast[0]]
    nth = p.feast[1]
    days, vague = int(entry["days"]), bool(entry.get("vague"))
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
        assert last is not None
        return Value(iso(first) if days == 1 else f"{iso(first)}/{iso(last)}", "", "period", inferred)
    day = safe_shift(first, (nth or 1) - 1)
    return Value(iso(day), "", "day", inferred) if day else none(NO_SUCH, "day")


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


def _century(p: Point, c: Context) -> Value:
    if p.century is not None:
        return Value(f"{p.century:02d}XX", "", "period")
    if c.date is None:
        return none(NO_DATE, "period")
    return Value(f"{c.date.year // 100 + (p.crel or 0):02d}XX", "", "period", inferred=True)


def _decade(p: Point, c: Context) -> Value:
    assert p.decade is not None
    tens = p.decade // 10
    if p.century is not None:
        return Value(f"{p.century:02d}{tens}X", "", "period")
    if p.crel is not None and c.date is not None:
        return Value(f"{c.date.year // 100 + p.crel:02d}{tens}X", "", "period", inferred=True)
    now = c.date.year if c.date else 2000
    century = now // 100
    if century * 100 + p.decade > now:
        century -= 1
    return Value(f"{century:02d}{tens}X", "", "period", inferred=c.date is not None)


def year_of(p: Point, c: Context) -> int | None:
    """The year that the words give, alone or with the date of publication; None where they give none."""
    if p.year is not None:
        return p.year
    if p.yrel is not None and c.date is not None:
        return c.date.year + p.yrel
    return None


def _year(p: Point, c: Context) -> Value:
    year = year_of(p, c)
    if year is None:
        return none(NO_DATE, "year")
    return Value(f"{year:04d}", "", "year", inferred=p.year is None) if 1 <= year <= 9999 else none(NO_SUCH, "year")


def _season(p: Point, c: Context) -> Value:
    assert p.season is not None
    year = year_of(p, c)
    if year is None:
        if c.date is None:
            return none(NO_DATE, "period")
        start = SEASON_START[p.season]
        this = (c.date.year, c.date.month)
        year = c.date.year
        if p.how == "this":
            year -= start == 12 and c.date.month <= 2
        elif p.how in ("past", "last"):
            while shift_month(year, start, 3) > this:
                year -= 1
        elif p.how == "next" or (p.how is None and c.future):
            while (year, start) <= this and (p.how == "next" or shift_month(year, start, 3) <= this):
                year += 1
        elif (year, start) > this:
            year -= 1
    return Value(f"{year:04d}-{p.season}", "", "period", inferred=p.year is None)


def _month_year(month: int, p: Point, c: Context) -> int | None:
    """The year of a month without one: the latest that has begun, or as the adjective or the tense says."""
    d = c.date
    if d is None:
        return None
    if p.how in ("past", "last"):
        return d.year - (month >= d.month)
    if p.how == "next":
        return d.year + (month <= d.month)
    if p.how == "this":
        return d.year
    if c.future:
        return d.year + (month < d.month)
    return d.year - (month > d.month)


def _month(p: Point, c: Context) -> Value:
    month = p.month
    year = year_of(p, c)
    if month is None and p.mrel is not None:
        if c.date is None:
            return none(NO_DATE, "month")
        base, month = shift_month(c.date.year, c.date.month, p.mrel)
        year = year if year is not None else base
    assert month is not None
    if year is None:
        year = _month_year(month, p, c)
    if year is None:
        return none(NO_DATE, "month")
    return Value(ym(year, month), "", "month", inferred=p.year is None)


def _days(p: Point, c: Context) -> Value:
    """A day of a month, or several that follow each other."""
    assert p.day is not None
    month, year = p.month, year_of(p, c)
    if p.mrel is not None and c.date is not None:
        base, month = shift_month(c.date.year, c.date.month, p.mrel)
        year = year if year is not None else base
    inferred = p.year is None
    if month is None:
        if c.date is None or p.weekday is None:
            return none(NO_DATE if c.date is None else VAGUE, "day")
        latest = _weekday_day(p, c)
        found = latest if latest is not None and latest.day == p.day else _day_near(p.day, c.date)
        return Value(iso(found), "", "day", inferred=True) if found else none(NO_SUCH, "day")
    if year is None:
        if c.date is None:
            return none(NO_DATE, "day")
        year = _day_year(month, p.day, p, c)
    first = safe_date(year, month, p.day)
    if first is None:
        return none(NO_SUCH, "day")
    if p.day_to is None or p.day_to == p.day:
        return Value(iso(first), "", "day", inferred)
    last = safe_date(year, month, p.day_to)
    if last is None or last < first:
        return none(NO_SUCH, "period")
    return Value(f"{iso(first)}/{iso(last)}", "", "period", inferred)


def _day_near(day: int, ref: date) -> date | None:
    """The latest day of that number not after `ref`."""
    for back in range(4):
        found = safe_date(*shift_month(ref.year, ref.month, -back), day)
        if found is not None and found <= ref:
            return found
    return None


def _day_year(month: int, day: int, p: Point, c: Context) -> int:
    """The year of a day and month without one."""
    assert c.date is not None
    d = c.date
    here, now = (month, day), (d.month, d.day)
    if p.how == "this":
        return d.year
    if p.how in ("past", "last"):
        return d.year - (here >= now)
    if p.how == "next":
        return d.year + (here <= now)
    if p.weekday is not None:
        for year in (d.year, d.year + 1, d.year - 1):
            found = safe_date(year, month, day)
            if found is not None and found.isoweekday() == p.weekday and abs((found - d).days) < 200:
                return year
    if c.future:
        return d.year + (here < now)
    return d.year - (here > now)


def _weekday_day(p: Point, c: Context) -> date | None:
    """The weekday that is meant, by the word for the day before it, the adjective and the tense."""
    assert c.date is not None
    assert p.weekday is not None
    d = c.date
    if p.wrel is not None:
        found = week(d, p.wrel)
        return safe_shift(found[0], p.weekday - 1) if found else None
    back = (d.isoweekday() - p.weekday) % 7
    ahead = (p.weekday - d.isoweekday()) % 7
    if p.drel is not None:
        near = safe_shift(d, p.drel)
        if near is not None and near.isoweekday() == p.weekday:
            return near
        return safe_shift(d, ahead or 7) if p.drel > 0 else safe_shift(d, -(back or (7 if p.drel else 0)))
    if p.how in ("past", "last"):
        return safe_shift(d, -(back or 7))
    if p.how == "next":
        return safe_shift(d, ahead or 7)
    if c.future:
        return safe_shift(d, ahead)
    return safe_shift(d, -back)


def _weekday(p: Point, c: Context) -> Value:
    if c.date is None:
        return none(NO_DATE, "day")
    first = _weekday_day(p, c)
    if first is None:
        return none(NO_SUCH, "day")
    if p.weekday_to is None:
        return Value(iso(first), "", "day", inferred=True)
    days = (p.weekday_to - (p.weekday or 0)) % 7
    last = safe_shift(first, days)
    if last is not None and last > c.date and not c.future and p.how is None:
        first, last = safe_shift(first, -7) or first, safe_shift(last, -7)
    return Value(f"{iso(first)}/{iso(last)}", "", "period", inferred=True) if last else none(NO_SUCH, "period")


def _drel(p: Point, c: Context) -> Value:
    if c.date is None:
        return none(NO_DATE, "day")
    found = safe_shift(c.date, p.drel or 0)
    return Value(iso(found), "", "day", inferred=True) if found else none(NO_SUCH, "day")


def _wrel(p: Point, c: Context) -> Value:
    if c.date is None:
        return none(NO_DATE, "period")
    found = week(c.date, p.wrel or 0)
    return Value(f"{iso(found[0])}/{iso(found[1])}", "", "period", inferred=True) if found else none(NO_SUCH, "period")


def _hijri(p: Point, c: Context) -> Value:
    """A Hijri day, month or year as Gregorian days."""
    year, month = p.hyear, p.hmonth
    inferred = year is None
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
        most = hijri_month(year, month)
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


def _hijri_year(month: int, p: Point, c: Context) -> int | None:
    assert c.date is not None
    now = to_hijri(c.date)
    if now is None:
        return None
    year, here = now[0], (month, p.hday or 0)
    there = (now[1], now[2] if p.hday else 0)
    if p.how == "this":
        return year
    if p.how in ("past", "last"):
        return year - (here >= there)
    if p.how == "next":
        return year + (here <= there)
    if c.future:
        return year + (here < there)
    return year - (here > there)


def _piece(p: Point, c: Context) -> Value:
    """A half, a quarter, the first months of a year; a half, the first week or days of a month."""
    assert p.piece is not None
    unit, which, count = p.piece
    if p.month is not None or p.mrel is not None:
        whole = _month(replace(p, piece=None), c)
        if whole.edtf is None:
            return whole
        year, month = int(whole.edtf[:4]), int(whole.edtf[5:7])
        end = month_end(year, month)
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


_RULES: tuple[tuple[Callable[[Point], bool], Callable[[Point, Context], Value]], ...] = (
    (lambda p: p.span is not None, _span),
    (lambda p: p.feast is not None, _feast),
    (lambda p: p.piece is not None, _piece),
    (lambda p: p.day is not None and (p.month is not None or p.mrel is not None), _days),
    (lambda p: p.hday is not None and p.hmonth is not None, _hijri),
    (lambda p: p.decade is not None, _decade),
    (lambda p: p.century is not None or p.crel is not None, _century),
    (lambda p: p.season is not None, _season),
    (lambda p: p.day is not None and p.weekday is not None, _days),
    (lambda p: p.weekday is not None, _weekday),
    (lambda p: p.drel is not None, _drel),
    (lambda p: p.wrel is not None, _wrel),
    (lambda p: p.month is not None or p.mrel is not None, _month),
    (lambda p: p.hmonth is not None, _hijri),
    (lambda p: p.year is not None or p.yrel is not None, _year),
    (lambda p: p.hyear is not None, _hijri),
)
"""The first rule that applies decides: an explicit date before a weekday, a weekday before the word for today."""
