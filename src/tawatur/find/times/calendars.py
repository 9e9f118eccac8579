"""Days, months and years: Gregorian arithmetic and the Hijri calendar of Umm al-Qura (package hijridate)."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from functools import lru_cache


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month `by` months later.

    >>> shift_month(2015, 1, -2), shift_month(2015, 11, 3)
    ((2014, 11), (2016, 2))
    """
    n = year * 12 + month - 1 + by
    return n // 12, n % 12 + 1


def month_end(year: int, month: int) -> int:
    """Number of the last day.

    >>> month_end(2024, 2)
    29
    """
    return monthrange(year, month)[1]


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day.

    >>> safe_date(2015, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def safe_shift(day: date, days: int) -> date | None:
    """The day so many days later, or None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week(day: date, by: int = 0) -> tuple[date, date] | None:
    """Monday and Sunday of the ISO week `by` weeks from that of `day`.

    >>> week(date(2015, 7, 22), -1)
    (datetime.date(2015, 7, 13), datetime.date(2015, 7, 19))
    """
    monday = safe_shift(day, 7 * by - day.weekday())
    sunday = safe_shift(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


@lru_cache(maxsize=1 << 12)
def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one; a thirtieth of a month of 29 days is the day after it. None outside 1343–1500 AH.

    >>> from_hijri(1436, 9, 1)
    datetime.date(2015, 6, 18)
    """
    from hijridate import Hijri

    try:
        first = Hijri(year, month, 1).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(first.year, first.month, first.day) + timedelta(days=day - 1) if 1 <= day <= 30 else None


@lru_cache(maxsize=1 << 12)
def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Hijri year, month and day, or None outside the tables.

    >>> to_hijri(date(2015, 7, 25))
    (1436, 10, 9)
    """
    from hijridate import Gregorian

    try:
        h = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return h.year, h.month, h.day


@lru_cache(maxsize=1 << 10)
def hijri_month(year: int, month: int) -> tuple[int, int] | None:
    """The Gregorian month that holds most days of a Hijri one.

    >>> hijri_month(1436, 9)
    (2015, 7)
    """
    first = from_hijri(year, month, 1)
    if first is None:
        return None
    days = Counter((d.year, d.month) for d in (first + timedelta(days=n) for n in range(29)))
    return max(days, key=lambda m: (days[m], m))
