"""EDTF values as stretches of days, so that they can be compared (ISO 8601-2, levels 0 to 2 as far as news needs them)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?$")
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 2),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day that an EDTF value may mean; `vague` where it is approximate or uncertain; `open` to one side."""

    first: date
    last: date
    vague: bool = False
    open: bool = False

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def meets(self, other: Period) -> bool:
        """Say whether both can be true of one day; a vague one is given a tenth of slack, at least half its own length."""
        a, b = self.widened(), other.widened()
        return a.first <= b.last and b.first <= a.last

    def widened(self) -> Period:
        """The period with the slack that "about" gives."""
        if not self.vague:
            return self
        slack = timedelta(days=max(2, self.days // 2))
        return Period(_shift(self.first, -slack), _shift(self.last, slack), open=self.open)


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


@lru_cache(maxsize=1 << 14)
def period(edtf: str | None) -> Period | None:
    """The days that `edtf` may mean; None for lengths of time and for what is not EDTF.

    >>> period("2024-10~"), period("2015-03-26/..").first
    (Period(first=datetime.date(2024, 10, 1), last=datetime.date(2024, 10, 31), vague=True, open=False), datetime.date(2015, 3, 26))
    >>> period("P4M") is None
    True
    """
    if not edtf or edtf.startswith("P"):
        return None
    if "/" in edtf:
        a, b = edtf.split("/", 1)
        first, last = period(a) if a not in ("", "..") else None, period(b) if b not in ("", "..") else None
        if first and last:
            return Period(first.first, last.last, first.vague or last.vague)
        if first:
            return Period(first.first, date.max, first.vague, open=True)
        if last:
            return Period(date.min, last.last, last.vague, open=True)
        return None
    vague = edtf[-1] in "~?%"
    m = _PART.match(edtf.rstrip("~?%"))
    if not m:
        return None
    year, month, day = m.groups()
    try:
        if "X" in year:
            low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
            return Period(date(max(1, low), 1, 1), date(high, 12, 31), vague)
        y = int(year)
        if month is None:
            return Period(date(y, 1, 1), date(y, 12, 31), vague)
        mo = int(month)
        if mo in _SEASONS:
            a_month, b_month = _SEASONS[mo]
            b_year = y + (b_month < a_month)
            return Period(date(y, a_month, 1), date(b_year, b_month, monthrange(b_year, b_month)[1]), vague)
        if day is None:
            return Period(date(y, mo, 1), date(y, mo, monthrange(y, mo)[1]), vague)
        d = date(y, mo, int(day))
    except ValueError:
        return None
    return Period(d, d, vague)
