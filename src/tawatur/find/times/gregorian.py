"""Days, weekdays, months, seasons, years, decades and centuries of the Gregorian calendar."""

from __future__ import annotations

from datetime import date

from tawatur.find.times.calendars import safe_date, safe_shift, shift_month, week
from tawatur.find.times.context import NO_DATE, NO_SUCH, Context, Value, iso, none, year_of, ym
from tawatur.find.times.points import Point

NEAR = 45
TOLD = 2
"""Years back, from which on a sentence that names a year tells of that year."""
SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


def century(p: Point, c: Context) -> Value:
    """«القرن العشرين», «القرن الماضي»."""
    if p.century is not None:
        return Value(f"{p.century:02d}XX", "", "period")
    if c.date is None:
        return none(NO_DATE, "period")
    return Value(f"{c.date.year // 100 + (p.crel or 0):02d}XX", "", "period", inferred=True)


def decade(p: Point, c: Context) -> Value:
    """«الثمانينات»: of the century said, else the latest that has begun."""
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


def running_decade(p: Point, c: Context) -> Value:
    """«العقد الماضي»: the decade before that of the date."""
    if c.date is None:
        return none(NO_DATE, "period")
    return Value(f"{c.date.year // 10 + (p.decrel or 0):03d}X", "", "period", inferred=True)


def year(p: Point, c: Context) -> Value:
    """A year, said or counted from the date."""
    year = year_of(p, c)
    if year is None:
        return none(NO_DATE, "year")
    return Value(f"{year:04d}", "", "year", inferred=p.year is None) if 1 <= year <= 9999 else none(NO_SUCH, "year")


def season(p: Point, c: Context) -> Value:
    """A season: of the year said, else by its adjective, the tense, or the latest that has begun."""
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
    if p.how in ("past", "last", "before", "past2"):
        return d.year - (month >= d.month) - (p.how == "past2")
    if p.how in ("next", "next2"):
        return d.year + (month <= d.month) + (p.how == "next2")
    if p.how == "this":
        return d.year
    if c.future:
        return d.year + (month < d.month)
    return d.year - (month > d.month)


def month(p: Point, c: Context) -> Value:
    """A month: of the year said, else by its adjective, the tense, or the latest that has begun."""
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


def days(p: Point, c: Context) -> Value:
    """A day of a month, or several that follow each other."""
    assert p.day is not None
    month, year = p.month, year_of(p, c)
    if p.mrel is not None and c.date is not None:
        base, month = shift_month(c.date.year, c.date.month, p.mrel)
        year = year if year is not None else base
    inferred = p.year is None
    if month is None:
        if c.date is None:
            return none(NO_DATE, "day")
        if p.weekday is None:
            return _day_alone(p.day, c)
        found = _day_named(p.day, p.weekday, c.date, future=c.future) or _day_near(p.day, c.date)
        return Value(iso(found), "", "day", inferred=True) if found else none(NO_SUCH, "day")
    if year is None and (told := _told_year(p, c)) is not None:
        year = told
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


def _day_alone(day: int, c: Context) -> Value:
    """«يوم 27»: of the month named last in the sentence, else the latest such day, or the next where it is to come."""
    assert c.date is not None
    if c.near[1] is not None:
        found = safe_date(int(c.near[1][:4]), int(c.near[1][5:7]), day)
    elif c.future:
        ahead = (safe_date(*shift_month(c.date.year, c.date.month, n), day) for n in range(4))
        found = next((d for d in ahead if d is not None and d >= c.date), None)
    else:
        found = _day_near(day, c.date)
    return Value(iso(found), "", "day", inferred=True) if found else none(NO_SUCH, "day")


def _told_year(p: Point, c: Context) -> int | None:
    """The year that the sentence has just told of, where it lies far back: «في عام 1886 دعا إلى إضراب في الأول من مايو»."""
    near = c.near
    if c.date is None or near[0] is None or near[1] is not None or p.how is not None or p.weekday is not None:
        return None
    year = int(near[0][:4])
    return year if year < c.date.year - TOLD else None


def _day_named(day: int, weekday: int, ref: date, *, future: bool) -> date | None:
    """The day of that number which falls on that weekday, the nearest: «الأربعاء 27»; the tense decides between two."""
    found = (safe_date(*shift_month(ref.year, ref.month, n), day) for n in range(-3, 4))
    fits = [d for d in found if d is not None and d.isoweekday() == weekday]
    return min(fits, key=lambda d: ((d < ref) if future else (d > ref), abs((d - ref).days)), default=None)


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
    ahead = safe_date(d.year + (here < now), month, day)
    if ahead is not None and 0 < (ahead - d).days <= NEAR:
        return ahead.year  # a day almost a year ago is not named without its year
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
    if p.how in ("past", "last", "before", "past2"):
        return safe_shift(d, -(back or 7) - (7 if p.how == "past2" else 0))
    if p.how in ("next", "next2"):
        return safe_shift(d, (ahead or 7) + (7 if p.how == "next2" else 0))
    if c.future:
        return safe_shift(d, ahead)
    return safe_shift(d, -back)


def weekday(p: Point, c: Context) -> Value:
    """A weekday or a row of them."""
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


def drel(p: Point, c: Context) -> Value:
    """Days from the date of publication."""
    if c.date is None:
        return none(NO_DATE, "day")
    found = safe_shift(c.date, p.drel or 0)
    return Value(iso(found), "", "day", inferred=True) if found else none(NO_SUCH, "day")


def wrel(p: Point, c: Context) -> Value:
    """Weeks from the date of publication, Monday to Sunday."""
    if c.date is None:
        return none(NO_DATE, "period")
    found = week(c.date, p.wrel or 0)
    return Value(f"{iso(found[0])}/{iso(found[1])}", "", "period", inferred=True) if found else none(NO_SUCH, "period")
