"""What a time is counted from, and what it is worth: shared by the rules for each kind of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.find.times.points import Point

NO_DATE = "The article has no date of publication, from which this time would have to be counted."
NO_SUCH = "There is no such day in the calendar."
NO_ANCHOR = (
    "The time before it in the text, to which it points back, is not known to the day, month or year that it needs."
)
VAGUE = "The words do not say how long or when exactly."


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative time is counted from: the date of publication, whether the verb is in the future, and the last
    times in the text that are known to the year, to the month and to the day; `near`: the last in the same sentence;
    `whole`: the value of the last time in the text, as it stands.
    """

    date: date | None = None
    future: bool = False
    last: tuple[str | None, str | None, str | None] = (None, None, None)
    near: tuple[str | None, str | None, str | None] = (None, None, None)
    whole: str | None = None


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


def year_of(p: Point, c: Context) -> int | None:
    """The year that the words give, alone or with the date of publication; None where they give none."""
    if p.year is not None:
        return p.year
    if p.yrel is not None and c.date is not None:
        return c.date.year + p.yrel
    return None
