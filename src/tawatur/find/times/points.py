"""What a phrase says of a time before the calendar is asked: the pieces of a date, each known or not."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

DAY_FIELDS = frozenset({"day", "hday", "weekday", "drel", "feast"})
MONTH_FIELDS = frozenset({"month", "hmonth", "mrel", "season", "piece", "wrel", "alike"})
YEAR_FIELDS = frozenset({"year", "hyear", "yrel", "decade", "century", "crel", "hyrel", "decrel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One date or period as the words say it.

    `year`, `month`, `day`, `day_to`: Gregorian; `hyear`, `hmonth`, `hday`, `hday_to`: Hijri; both may be given («الموافق»).
    `weekday`, `weekday_to`: ISO numbers. `drel`, `wrel`, `mrel`, `yrel`, `crel`: days, weeks, months, years, centuries
    from the date of publication; `hyrel`: Hijri years, `decrel`: decades. `season`: EDTF number. `decade`: 80 for the eighties; `century`: 19 for the 20th.
    `piece`: (unit, which, how many) of a larger period, which = -1 for the last: («half», 1, 1), («month», 1, 4); for a
    weekday («آخر خميس من الشهر») its ISO number stands last.
    `feast`: (entry of the card, which day or 0 for all its days or None for its first). `span`: (unit, number, direction).
    `how`: past, next, this, last: the adjective after a name. `same`: (grain, offset) from the last time in the text.
    `alike`: the last time in the text, in the year that is said («الفترة نفسها من العام الماضي»). `begins`: the month with which
    a year of school or sport begins, whose second half lies in the next year of the calendar.
    `edge`: its beginning (1), its end (3) or its middle or rest (2) is named; `part`: a part of the day. Neither changes the
    value, but that of a Hijri month, which lies in two of the other calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    hyear: int | None = None
    hmonth: int | None = None
    hday: int | None = None
    hday_to: int | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    drel: int | None = None
    wrel: int | None = None
    mrel: int | None = None
    yrel: int | None = None
    crel: int | None = None
    hyrel: int | None = None
    decrel: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    piece: tuple[str, int, int] | None = None
    feast: tuple[int, int | None] | None = None
    span: tuple[str, int, str] | None = None
    how: str | None = None
    same: tuple[str, int] | None = None
    alike: bool | None = None
    begins: int | None = None
    edge: int | None = None
    part: bool | None = None

    def has(self, names: frozenset[str]) -> bool:
        """Whether one of the fields `names` is known.

        >>> Point(day=3).has(DAY_FIELDS), Point(day=3).has(YEAR_FIELDS)
        (True, False)
        """
        return any(getattr(self, n) is not None for n in names)

    @property
    def grain(self) -> int:
        """The finest piece known: 3 day, 2 month, 1 year, 0 none."""
        if self.has(DAY_FIELDS) or (self.same is not None and self.same[0] == "day"):
            return 3
        if self.has(MONTH_FIELDS) or (self.same is not None and self.same[0] in ("month", "week")):
            return 2
        return 1 if self.has(YEAR_FIELDS) or self.same is not None else 0

    @property
    def fixed(self) -> bool:
        """Whether it needs no date of publication."""
        return self.year is not None or self.hyear is not None or self.century is not None or self.same is not None


_NAMES = tuple(f.name for f in fields(Point))


def merge(a: Point, b: Point) -> Point | None:
    """Both pieces in one, or None where they say different things of one field or do not go together.

    >>> merge(Point(weekday=6), Point(day=26, month=5)) == Point(weekday=6, day=26, month=5)
    True
    >>> merge(Point(year=2011), Point(year=2012)) is None
    True
    """
    if a.span or b.span:
        return None
    changed = {}
    for name in _NAMES:
        theirs = getattr(b, name)
        if theirs is None:
            continue
        mine = getattr(a, name)
        if mine is not None and mine != theirs:
            return None
        changed[name] = theirs
    merged = replace(a, **changed)
    clash = (
        ("year", "yrel"),
        ("month", "mrel"),
        ("month", "wrel"),
        ("season", "month"),
        ("season", "mrel"),
        ("decade", "year"),
        ("decade", "yrel"),
        ("feast", "month"),
        ("hyear", "yrel"),
        ("how", "yrel"),
        ("wrel", "yrel"),
    )
    if any(getattr(merged, x) is not None and getattr(merged, y) is not None for x, y in clash):
        return None
    return merged
