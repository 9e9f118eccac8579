"""Values of lengths of time: ISO 8601 durations, and the time so long before or after a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tawatur.find.times.calendars import safe_shift, shift_month
from tawatur.find.times.context import NO_DATE, NO_SUCH, VAGUE, Context, Value, iso, none, ym

Amount = tuple[str, float]
"""A unit and how many of it."""

_YEARS = {"year": 1, "decade": 10, "century": 100}
_ORDER = ("year", "month", "day", "hour", "minute", "second")
_HALF = {
    "year": ("month", 12),
    "month": ("day", 30),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_LETTER = {"year": "Y", "month": "M", "day": "D", "hour": "H", "minute": "M", "second": "S"}
DAY_HOURS = 24
BIG = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time. `amounts`: units and numbers; `to`: the other end of a range; `approx`: about, more or less.

    `vague`: no number is said («أسابيع عدة»); `bare`: one unit alone («عام», «سنوات»), which only what governs it
    makes a length; `definite`: it has the article («الـ48 ساعة»).
    """

    amounts: tuple[Amount, ...] = ()
    to: tuple[Amount, ...] = ()
    approx: str = ""
    vague: bool = False
    bare: bool = False
    definite: bool = False

    @property
    def unit(self) -> str:
        """The finest unit that is named."""
        return self.amounts[-1][0] if self.amounts else ""


def duration(amounts: tuple[Amount, ...]) -> str | None:
    """ISO 8601 duration, fractions said in the next unit; None where nothing is left.

    >>> duration((("year", 5.5),)), duration((("week", 2.0),)), duration((("hour", 4.0), ("minute", 30.0))), duration((("decade", 2.0),))
    ('P5Y6M', 'P2W', 'PT4H30M', 'P20Y')
    """
    whole = amounts[0]
    if len(amounts) == 1 and whole[0] == "week" and whole[1] % 1 == 0:
        return f"P{int(whole[1])}W" if 0 < whole[1] < BIG else None
    parts = dict.fromkeys(_ORDER, Fraction(0))
    for unit, n in amounts:
        exact = Fraction(n).limit_denominator(1000)
        if unit in _YEARS:
            parts["year"] += exact * _YEARS[unit]
        elif unit == "week":
            parts["day"] += exact * 7
        else:
            parts["day" if unit == "night" else unit] += exact
    for unit in _ORDER:
        rest = parts[unit] % 1
        parts[unit] -= rest
        if rest and unit in _HALF:
            finer, size = _HALF[unit]
            parts[finer] += rest * size
    if any(n >= BIG for n in parts.values()):
        return None
    said = {u: f"{int(parts[u])}{_LETTER[u]}" for u in _ORDER if parts[u] >= 1}
    if not said:
        return None
    days = "".join(said.get(u, "") for u in ("year", "month", "day"))
    hours = "".join(said.get(u, "") for u in ("hour", "minute", "second"))
    return "P" + days + ("T" + hours if hours else "")


def length_value(length: Length) -> Value:
    """The EDTF (ISO 8601-2) value of a length, or why there is none."""
    if length.vague or not length.amounts:
        return none(VAGUE, "length")
    low = duration(length.amounts)
    if low is None:
        return none(VAGUE, "length")
    if length.to:
        high = duration(length.to)
        return Value(f"{low}/{high}", "", "length") if high else none(VAGUE, "length")
    return Value(low, "", "length")


def shifted(length: Length, sign: int, c: Context, anchor: date | None = None) -> Value:
    """The time so long before (-1) or after (1) the date: to the year, month or day, as fine as the unit; "~" where about.

    >>> shifted(Length(amounts=(("month", 3.0),), approx="about"), -1, Context(date(2025, 7, 13)))
    Value(edtf='2025-04~', why='', sort='month', inferred=True)
    """
    start = anchor or c.date
    if length.vague or not length.amounts or length.to:
        return none(VAGUE, "day")
    if start is None:
        return none(NO_DATE, "day")
    years = sum(n * _YEARS[u] for u, n in length.amounts if u in _YEARS)
    months = years * 12 + sum(n for u, n in length.amounts if u == "month")
    days = sum(n * {"week": 7, "day": 1, "night": 1}.get(u, 0) for u, n in length.amounts)
    hours = sum(n for u, n in length.amounts if u == "hour")
    about = "~" if length.approx or any(u == "week" or n % 1 for u, n in length.amounts) else ""
    if anchor is not None and not length.approx and all(n % 1 == 0 for _, n in length.amounts):
        about = ""
    if max(years, months / 12) > 9000 or days > 3_000_000:
        return none(NO_SUCH, "day")
    year, month = shift_month(start.year, start.month, sign * int(months))
    if not 1 <= year <= 9999:
        return none(NO_SUCH, "year")
    if days or hours or not months:
        moved = safe_shift(start, sign * int(days + hours // DAY_HOURS))
        if moved is None:
            return none(NO_SUCH, "day")
        if months:
            return Value(
                ym(*shift_month(moved.year, moved.month, sign * int(months))) + about, "", "month", inferred=True
            )
        return Value(iso(moved) + about, "", "day", inferred=True)
    if length.unit in _YEARS:
        return Value(f"{start.year + sign * int(years):04d}{about}", "", "year", inferred=True)
    return Value(ym(year, month) + about, "", "month", inferred=True)


def summed(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Amounts of one unit added up, larger units first.

    >>> summed((("month", 3.0), ("year", 1.0), ("month", 0.5)))
    (('year', 1.0), ('month', 3.5))
    """
    total: dict[str, float] = {}
    for unit, n in amounts:
        total[unit] = total.get(unit, 0.0) + n
    return tuple(sorted(total.items(), key=lambda a: rank(a[0])))


def rank(unit: str) -> int:
    """Place of a unit among all, the largest first."""
    return ("century", "decade", "year", "month", "week", "day", "night", "hour", "minute", "second").index(unit)
