"""Ranges: from one time to another, and two or more times that follow each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tawatur.find.times.calendars import from_hijri
from tawatur.find.times.context import Context, Value, none
from tawatur.find.times.dates import FIRST_HIJRI, LAST_HIJRI, Read
from tawatur.find.times.grammar import Grammar
from tawatur.find.times.points import Point
from tawatur.find.times.values import resolve
from tawatur.find.times.words import UNIT
from tawatur.model.tokens import Gap, Kind

FULL = 4
FULL_DAY = 10
"""Letters of a day in EDTF."""
YEARS_AND_PAIRS = frozenset(
    {("year", "construct"), ("month", "construct"), ("day", "construct"), ("year", "two"), ("year", "many")}
)
"""Units before two or more names of theirs: «عامي 2012 و2014», «بين أعوام 1995 و2010»."""
NO_ORDER = "The end of the range lies before its beginning."


class Ranges:
    """Reads ranges over the tokens that a grammar reads."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.t = grammar.t

    def read(self, i: int) -> tuple[int, Point, Point] | None:
        """A range at token `i`: (next token, beginning, end)."""
        g = self.g
        at = i
        noun = g.start(i, "span_noun")
        if noun is not None:
            at = noun.last
            if not g.joined(at):
                return None
        between = g.hit(at, "between") if noun is not None else g.start(at, "between")
        if between is not None and g.joined(between.last):
            return self.two(between.last, either=True)
        begin = g.hit(at, "from") if noun is not None else g.start(at, "from")
        if begin is not None and g.joined(begin.last):
            return self.two(begin.last, either=False, days=True)
        if noun is not None:
            return None
        edge = g.start(i, "edge")
        inner = g.hit(edge.last, UNIT) if edge is not None else None
        if inner is not None and g.hit(inner.last, "year_kind") is not None:  # «مطلع العام الدراسي 1436/1437»
            i = inner.first
        inside = self.inside(i)
        if inside is not None:
            return inside
        named = g.start(i, UNIT)
        kind = g.hit(named.last, "year_kind") if named is not None and named.value == ("year", "one") else None
        if kind is not None:  # «العام المالي الحالي 2017/2018»
            adjective = g.adjective(kind.last)
            at = adjective[0] if adjective is not None else kind.last
            return self.school(at, self.two(at, either=False, dash=True)) if g.joined(at) else None
        if named is not None and named.value[1] in ("construct", "many") and g.joined(named.last):
            return self.listed(named.last, named.value[0])
        return self.two(i, either=False, dash=True)

    def school(self, i: int, read: tuple[int, Point, Point] | None) -> tuple[int, Point, Point] | None:
        """A year of school by two years, of the Hijra too: that begins in the year in which the second Hijri year begins."""
        g = self.g
        first, second = g.plain_int(i), g.plain_int(i + 2)
        if first is None or second is None or abs(first - second) != 1 or not g.sign(i + 1, "/-–"):
            return read
        hijri = FIRST_HIJRI <= min(first, second) < LAST_HIJRI
        begins = from_hijri(max(first, second), 1, 1) if hijri else None
        start = begins.year if begins is not None else min(first, second)
        mark = g.hit(i + 3, "hijri_mark")
        return (mark.last if mark is not None else i + 3), Point(year=start), Point(year=start + 1)

    def closed(self, i: int) -> tuple[int, Point, Point] | None:
        """What «منذ» begins and «حتى» ends: «[منذ] عام 2006 وحتى عام 2009»; until today it is still open."""
        read = self.two(i, either=False)
        return read if read is not None and read[2].drel != 0 else None

    def inside(self, i: int) -> tuple[int, Point, Point] | None:
        """«الأسبوع المقبل بين الأربعاء والجمعة», «نوفمبر بين 19 و20»: weekdays of a week, days of a month."""
        g = self.g
        whole = g.point(i)
        if whole is None or whole[1].grain != 2 or (whole[1].wrel is None and whole[1].month is None):
            return None
        last, period = whole
        between = g.hit(last, "between")
        tie = between or g.hit(last, "from")
        if tie is None or not g.joined(tie.last):
            return None
        if period.month is not None:
            first = g.day_number(tie.last)
            to = g.hit(first[0], "to") if first is not None and between is None else None
            begin = to.last if to is not None else (self.and_at(first[0]) if first is not None and between else None)
            second = g.day_number(begin) if begin is not None and g.joined(begin) else None
            if first is None or second is None or first[1] >= second[1] or not g.ends(second[0]):
                return None
            return second[0], replace(period, day=first[1]), replace(period, day=second[1])
        days = self.two(tie.last, either=between is not None)
        if days is None or any(p != Point(weekday=p.weekday) for p in days[1:]):
            return None
        return days[0], replace(days[1], wrel=period.wrel), replace(days[2], wrel=period.wrel)

    def days_of_month(self, i: int) -> tuple[int, Point, Point] | None:
        """«8 إلى 13 أكتوبر»: days of one month."""
        read = self.g.point(i)
        if read is None:
            return None
        last, p = read
        if p.day_to is not None:
            return last, replace(p, day_to=None), replace(p, day=p.day_to, day_to=None)
        if p.hday_to is not None:
            return last, replace(p, hday_to=None), replace(p, hday=p.hday_to, hday_to=None)
        return None

    def inner(self, i: int) -> Read | None:
        """One end of a range; after «عامي» a bare number is a year."""
        g = self.g
        construct = g.hit(i, UNIT)
        if construct is not None and construct.value in YEARS_AND_PAIRS and g.joined(construct.last):
            i = construct.last
            construct_year = construct.value[0] == "year"
        else:
            construct_year = False
        four = self.t.kinds[i] == Kind.NUMBER and len(self.t.forms[i]) == FULL
        year = g.year_number(i, said=True) if four or (construct_year and self.t.kinds[i] == Kind.NUMBER) else None
        point = g.point(i)
        if point is None and year is None and g.spoken:
            return g.worded_year(i)
        if point is not None and (year is None or point[0] > year[0]):
            return point
        if point is None and year is None and four and self.pair_of_hijri(i):
            return i + 1, Point(year=int(self.t.forms[i]))
        return year if year is not None and self.wide_year(year[1]) else point

    def pair_of_hijri(self, i: int) -> bool:
        """Whether «/» and the next year with the mark of the Hijra follow the number at `i`."""
        g = self.g
        first, second = g.plain_int(i), g.plain_int(i + 2)
        return (
            first is not None and second == first + 1 and g.sign(i + 1, "/-") and g.hit(i + 3, "hijri_mark") is not None
        )

    def wide_year(self, p: Point) -> bool:
        """Whether a bare number is long enough for a year."""
        return (p.year or 0) >= 1000 or p.hyear is not None

    def two(self, i: int, *, either: bool, days: bool = False, dash: bool = False) -> tuple[int, Point, Point] | None:
        """Beginning and end, tied by «إلى», «حتى», a dash, or with «بين» by «و»."""
        g, t = self.g, self.t
        if days or either:
            g.between = either
            month = self.days_of_month(i)
            g.between = False
            if month is not None:
                return month
        first = self.inner(i)
        if first is None or not g.joined(first[0]):
            return None
        last, a = first
        to = g.hit(last, "to", bare=False)
        if to is not None:
            begin = to.last
        elif either and (begin_and := self.and_at(last)) is not None:
            begin = begin_and
        elif g.spoken and days and any(b in g.lexicon.guards["to_year"] for b, _ in g.lexicon.readings(t.keys[last])):
            begin = last  # «من العام الحالي للعام القادم»
        elif (dash or either or days) and t.forms[last] in "-–—/" and self.may_dash(last, a):
            begin = last + 1
        else:
            return None
        if not g.joined(begin):
            return None
        second = self.end(begin, a, prefixed=begin == last)
        if second is None:
            return None
        end, b = second
        a = self.hijri_pair(a, b)
        if not self.alike(a, b):
            return None
        return end, self.filled(a, b), b

    def end(self, i: int, a: Point, *, prefixed: bool) -> Read | None:
        """The end of a range; two digits may stand for a year («2014-15»)."""
        del prefixed
        found = self.inner(i)
        if found is not None:
            return found
        number = self.g.plain_int(i)
        if (
            number is not None
            and self.t.forms[i - 1] in "-–/"
            and a.year is not None
            and a.grain == 1
            and 0 <= number - a.year % 100 <= 50
        ):
            return i + 1, Point(year=a.year // 100 * 100 + number)
        return None

    def and_at(self, i: int) -> int | None:
        """Where the word after «و» starts, be it written apart or joined."""
        g = self.g
        joins = g.lexicon.guards["and"]
        if self.t.keys[i] in joins:
            return i + 1
        if any(b in joins for b, _ in g.lexicon.readings(self.t.keys[i])):
            return i
        day = g.day_number(i)
        return i if day is not None and day[2] in joins else None

    def may_dash(self, i: int, a: Point) -> bool:
        """A dash ties years and months that touch it, or stands between whole dates."""
        if self.t.forms[i] == "/":
            return (
                a.grain == 1 and (a.year or a.hyear) is not None and (self.t.gaps[i] == Gap.NONE or a.hyear is not None)
            )
        if a.grain == 1:
            return a.year is not None and self.t.gaps[i] <= Gap.SPACE
        return a.grain >= 2 and a.month is not None

    def listed(self, i: int, unit: str) -> tuple[int, Point, Point] | None:
        """«يومي الاثنين والثلاثاء», «شهري يونيو ويوليو», «أيام 14 و15 و16 مايو»: an interval if each follows the one before."""
        g = self.g
        if unit not in ("year", "month", "day"):
            return None
        month = self.days_of_month(i)
        if month is not None:
            return month
        first = self.inner(i)
        if first is None:
            return None
        last, a = first
        b: Point | None = None
        before = a
        while g.joined(last):
            begin = last + 1 if self.t.forms[last] in g.lexicon.guards["comma"] else self.and_at(last)
            if begin is None or not (begin == last or g.joined(begin)):
                break
            found = self.inner(begin)
            if found is None or not self.follows(before, found[1]):
                break
            last, b = found
            before = b
        if b is None:
            return None
        return last, self.filled(a, b), b

    def follows(self, a: Point, b: Point) -> bool:
        """Whether `b` is the next of its kind after `a`."""
        if a.weekday is not None and b.weekday is not None:
            return (b.weekday - a.weekday) % 7 == 1
        if a.day is not None or b.day is not None:
            return a.grain == b.grain == 3
        if a.month is not None and b.month is not None:
            return (b.month - a.month) % 12 == 1
        if a.year is not None and b.year is not None:
            return b.year - a.year == 1
        return False

    def hijri_pair(self, a: Point, b: Point) -> Point:
        """«1435/1436هـ»: the mark of the second number says what the first is."""
        if a.year is not None and b.hyear is not None and a.grain == b.grain == 1 and b.hyear - a.year == 1:
            return Point(hyear=a.year)
        return a

    def alike(self, a: Point, b: Point) -> bool:
        """Whether both ends are of one grain, or the first lacks only what the second says."""
        if a.span or b.span or a.piece or b.piece:
            return False
        if a.grain == b.grain:
            return a.grain > 0
        return b.same is not None or (a.fixed and b.fixed)

    def filled(self, a: Point, b: Point) -> Point:
        """The beginning, with year and adjective of the end where it has none."""
        if a.grain >= 2 and a.year is None and a.yrel is None and a.how is None and a.same is None:
            changes = {n: getattr(b, n) for n in ("year", "yrel", "hyear") if getattr(b, n) is not None}
            if a.weekday is None and b.how is not None:
                changes["how"] = b.how
            if a.hmonth is None and "hyear" in changes:
                del changes["hyear"]
            a = replace(a, **changes)
        return a

    def value(self, a: Point, b: Point, c: Context) -> Value:
        """The interval; where the words leave the year or the week open, the beginning goes back before the end."""
        end = resolve(b, c)
        start = resolve(a, c)
        if a == Point(weekday=a.weekday, part=a.part) and b.weekday is not None and len(end.edtf or "") == FULL_DAY:
            # «من الاثنين حتى الأربعاء المقبل»: the Monday before that Wednesday
            day = date.fromisoformat(end.edtf or "")
            back = (day.isoweekday() - (a.weekday or 0)) % 7
            start = Value((day - timedelta(days=back)).isoformat(), "", "day", inferred=True) if back else start
        if start.edtf is None or end.edtf is None:
            return start if start.edtf is None else end
        x = start.edtf.split("/")[0]
        y = end.edtf.split("/")[-1]
        if x[: len(y)] > y[: len(x)]:
            if a.weekday is not None and len(x) == 10 and a.day is None:
                day = date.fromisoformat(x)
                goal = date.fromisoformat(y) if len(y) == 10 else day
                while day > goal:
                    day -= timedelta(days=7)
                x = day.isoformat()
            elif a.year is None and a.month is not None:
                x = f"{int(x[:4]) - 1:04d}{x[4:]}"
            if b.year is None and b.month is not None and a.year is not None and x[: len(y)] > y[: len(x)]:
                y = f"{int(x[:4]) + (y[5:] < x[5:]):04d}{y[4:]}"
            if x[: len(y)].rstrip("~") > y[: len(x)].rstrip("~"):
                return none(NO_ORDER, "period")
        if x == y:
            return replace(start, edtf=x)
        if x.startswith(y):
            return none(NO_ORDER, "period")  # «من 25/7/2015 إلى 2015»
        return Value(f"{x}/{y}", "", "period", start.inferred or end.inferred)
