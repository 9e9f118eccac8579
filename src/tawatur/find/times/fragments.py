"""Reads the pieces that a time is made of: a day with its month, a unit with its adjective, a season, a feast, a part of a year."""

from __future__ import annotations

from dataclasses import replace

from tawatur.find.times.dates import PAST_NEXT, REL_FIELD, Dates, Read
from tawatur.find.times.points import Point, merge
from tawatur.find.times.words import RELATIVE, UNIT, WEEKDAY
from tawatur.model.tokens import Kind
from tawatur.text.numerals import read_number, read_ordinal, starts_number

MOST_FEAST_DAYS = 6
SCHOOL_BEGINS, SPORT_BEGINS, SPORT_OPENS = 9, 8, 5
"""The months with which years of school and of sport begin, and from which a season of sport is called the new one."""


class Fragments(Dates):
    """Fragments of times; with `bare`, nothing may hang before the first word."""

    def dated(self, i: int, *, bare: bool) -> Read | None:
        """A day with its month: «12 من شهر مايو», «السادس عشر من يوليو», «15-16 أيار/مايو», «12 من الشهر الجاري»."""
        if bare and self.t.kinds[i] == Kind.WORD and (d := self.day_number(i)) is not None and d[2]:
            return None
        days = self.days(i)
        if days is None:
            return self.spelled(i, bare=bare)
        last, a, b = days
        if not self.joined(last):
            return None
        if self.t.keys[last] in self.lexicon.guards["of_it"]:
            return last + 1, Point(same=("month", 0), day=a, day_to=b)
        of = self.hit(last, "of")
        for at in ([of.last] if of else []) + [last]:
            slash = at + 1 if self.sign(at, "/") else at
            if not self.joined(slash):
                continue
            found = self.month(slash)
            if found is not None:
                end, point, _ = found
                if point.month is not None:
                    return end, replace(point, day=a, day_to=b)
                return end, replace(point, hday=a, hday_to=b)
        rel = self.unit_phrase(of.last if of is not None else last, bare=True, units=("month",))
        if rel is None:
            return None
        end, point = rel
        if point.same is not None or point.mrel is not None:
            return end, replace(point, day=a, day_to=b)
        return None

    def spelled(self, i: int, *, bare: bool) -> Read | None:
        """A day as a cardinal in words before its month: «خمسة وعشرين يناير»."""
        if self.t.kinds[i] != Kind.WORD or not starts_number(self.t, i):
            return None
        number = read_number(self.t, i)
        if number is None or number.definite or not 1 <= number.value <= 31 or number.value % 1:
            return None
        if bare and number.before:
            return None
        found = self.month(number.last) if self.joined(number.last) else None
        if found is None or not (found[2] or number.last > i + 1):
            return None
        last, point, _ = found
        named = "day" if point.month is not None else "hday"
        return last, replace(point, **{named: int(number.value)})  # type: ignore[arg-type]

    def weekday(self, i: int, *, bare: bool) -> Read | None:
        """«الاثنين», and two or more in a row after «يومي»/«أيام»."""
        these = self.start(i, "this") if not bare else self.hit(i, "this")
        if these is not None:
            named = self.hit(these.last, WEEKDAY)
            return (named.last, Point(weekday=named.value, wrel=0)) if named else None
        found = self.start(i, WEEKDAY) if not bare else self.hit(i, WEEKDAY)
        if found is not None and self.joined(found.last) and self.t.keys[found.last] in self.lexicon.guards["ten"]:
            return None  # «الأحد عشر» is eleven
        return (found.last, Point(weekday=found.value)) if found else None

    def relative(self, i: int, *, bare: bool) -> Read | None:
        """«أمس», «اليوم», «بعد غد»."""
        get = self.start if not bare else self.hit
        if self.t.forms[i] in self.never:
            return None
        found = get(i, RELATIVE) or (get(i, "spoken") if self.spoken else None)
        return (found.last, Point(drel=found.value)) if found else None

    def unit_phrase(self, i: int, *, bare: bool, units: tuple[str, ...] = ()) -> Read | None:
        """A unit placed by an adjective or a demonstrative: «العام الماضي», «هذا الشهر», «نفس العام», «اليوم التالي»."""
        get = self.hit if bare else self.start
        these, same = get(i, "this"), get(i, "same_before")
        if these is not None:
            unit = self.hit(these.last, UNIT)
            if unit is None or not unit.definite or unit.value[1] != "one":
                return None
            if (more := self.adjective(unit.last)) is not None and more[1] != "this":
                return None
            last = more[0] if more is not None else unit.last
            return self.placed(unit.value[0], "this", last, units)
        if same is not None:
            unit = self.hit(same.last, UNIT)
            if unit is None or not unit.definite or unit.value[1] != "one":
                return None
            return self.placed(unit.value[0], "same", unit.last, units)
        unit = get(i, UNIT)
        if unit is None or not unit.definite or unit.value[1] != "one":
            return None
        these = self.hit(unit.last, "this") if self.spoken else None
        if these is not None:
            return self.placed(unit.value[0], "this", these.last, units)
        kind = self.hit(unit.last, "year_kind") if unit.value[0] == "year" else None
        if kind is not None:
            return self.kind_of_year(kind.last, school=self.t.keys[kind.first] in self.lexicon.guards["school"])
        mark = self.hit(unit.last, "hijri_mark")
        if mark is not None and unit.value[0] == "year":
            adjective = self.adjective(mark.last)
            shift = {"past2": -2, "next2": 2, **PAST_NEXT}.get(adjective[1]) if adjective is not None else None
            return (adjective[0], Point(hyrel=shift)) if adjective is not None and shift is not None else None
        after = self.hit(unit.last, "same_after")
        if after is not None:
            return self.placed(unit.value[0], "same", after.last, units)
        adjective = self.adjective(unit.last)
        if adjective is None:
            return None
        return self.placed(unit.value[0], adjective[1], adjective[0], units)

    def kind_of_year(self, i: int, *, school: bool) -> Read | None:
        """«العام المالي الحالي», «العام الدراسي المقبل»: after its kind the adjective that places the year."""
        adjective = self.adjective(i)
        found = self.placed("year", adjective[1], adjective[0], ()) if adjective is not None else None
        if found is None or not school:
            return found
        return found[0], replace(found[1], begins=SCHOOL_BEGINS, same=None)

    def placed(self, unit: str, how: str, last: int, units: tuple[str, ...]) -> Read | None:
        """One unit of time at a distance from the date, or from the last time in the text."""
        if units and unit not in units:
            return None
        if unit in ("day", "night") and how in ("past", "next", "this", "same", "after", "before", "last", "new"):
            if unit == "day" and how in ("past", "last", "next", "new"):
                step = {"past": -1, "last": -1, "next": 1}.get(how)
                return (last, Point(drel=step)) if self.spoken and step else None
            if how in ("after", "before", "same"):
                return last, Point(same=("day", {"after": 1, "before": -1, "same": 0}[how]))
            return last, Point(drel={"past": -1, "last": -1, "next": 0, "this": 0}.get(how, 0))
        if how == "before" and unit in ("week", "month", "year"):
            return last, Point(same=(unit, -1), **{REL_FIELD[unit]: -1})  # type: ignore[arg-type]
        if how in ("same", "after"):
            if unit not in ("week", "month", "year"):
                return None
            return last, Point(same=(unit, 0 if how == "same" else 1))
        if how == "new":
            return (last, Point(same=("new", 0))) if unit == "year" else None
        field = REL_FIELD.get(unit)
        shift = {"past2": -2, "next2": 2, **PAST_NEXT}.get(how)
        if (
            field is None
            or shift is None
            or (unit == "century" and how == "last")
            or (unit == "decade" and how in ("this", "before"))
        ):
            return None
        return last, Point(**{field: shift})  # type: ignore[arg-type]

    def season(self, i: int, *, bare: bool) -> Read | None:
        """«هذا الصيف», «صيف 2016», «فصل الربيع», «الصيف الماضي»."""
        get = self.hit if bare else self.start
        these = get(i, "this")
        if these is not None:
            found = self.hit(these.last, "season")
            return (found.last, Point(season=found.value, how="this")) if found and found.definite else None
        word = get(i, "season_word")
        found = self.hit(word.last, "season") if word is not None else get(i, "season")
        if found is None:
            return None
        point = Point(season=found.value)
        if found.definite:
            adjective = self.adjective(found.last)
            if adjective is not None and adjective[1] in PAST_NEXT:
                return adjective[0], replace(point, how=adjective[1])
            dated = self.year_of(found.last) if self.spoken else None
            if dated is not None and (merged := merge(point, dated[1])) is not None:
                return dated[0], merged
            return (found.last, point) if word is not None else None
        year = self.year_of(found.last)
        if year is None:
            return None
        merged = merge(point, year[1])
        return (year[0], merged) if merged else None

    def year_of(self, i: int) -> Read | None:
        """A year after a name of a season, a piece or a month: «2016», «عام 2016», «من العام الماضي», «العام»."""
        if not self.joined(i):
            return None
        of = self.hit(i, "of")
        at = of.last if of else i
        if not self.joined(at):
            return None
        return self.year(at) or self.unit_phrase(at, bare=True, units=("year",))

    def feast(self, i: int, *, bare: bool) -> Read | None:
        """«عيد الفطر», «ثالث أيام عيد الفطر», «ليالي العيد»."""
        get = self.hit if bare else self.start
        nth: int | None = None
        at = i
        whole = get(i, UNIT)
        if whole is not None and whole.value == ("day", "one") and whole.definite and self.joined(whole.last):
            return self.nth_of_feast(whole.last)
        days = get(i, "feast_days")
        ordinal = read_ordinal(self.t, i) if self.t.kinds[i] == Kind.WORD else None
        if days is None and ordinal is not None and 1 <= ordinal.value <= 6:
            of = self.hit(ordinal.last, "of")
            inner = self.hit(of.last if of else ordinal.last, "feast_days")
            if inner is not None:
                nth, at = int(ordinal.value), inner.last
        elif days is not None:
            nth, at = 0, days.last
        found = self.start(i, "feast") if at == i and not bare else self.hit(at, "feast")
        if found is None:
            return None
        return found.last, Point(feast=(found.value, nth))

    def nth_of_feast(self, i: int) -> Read | None:
        """«[اليوم] الأول لعيد الفطر», «[اليوم] الثاني من أيام العيد»."""
        which = read_ordinal(self.t, i) if self.t.kinds[i] == Kind.WORD else None
        if which is None or not which.definite or which.value > MOST_FEAST_DAYS or not self.joined(which.last):
            return None
        of = self.hit(which.last, "of")
        days = self.hit(of.last if of is not None else which.last, "feast_days")
        last = days.last if days is not None else of.last if of is not None else which.last
        feast = self.hit(last, "feast", bare=of is not None)
        return (feast.last, Point(feast=(feast.value, int(which.value)))) if feast is not None else None

    def decade(self, i: int, *, bare: bool) -> Read | None:
        """«سبعينات القرن الماضي», «الثمانينات»; of a century, and centuries alone: «القرن التاسع عشر»."""
        get = self.hit if bare else self.start
        found = get(i, "decade")
        if found is not None:
            of = self.hit(found.last, "of")
            century = self.century(of.last if of else found.last, bare=True)
            if century is not None:
                merged = merge(Point(decade=found.value), century[1])
                return (century[0], merged) if merged else None
            alone = self.spoken and not self.joined(found.last)
            return (found.last, Point(decade=found.value)) if found.definite or alone else None
        return self.century(i, bare=bare)

    def century(self, i: int, *, bare: bool) -> Read | None:
        """«القرن العشرين», «القرن الماضي»."""
        unit = (self.hit if bare else self.start)(i, UNIT)
        if unit is None or unit.value != ("century", "one") or not unit.definite or not self.joined(unit.last):
            return None
        adjective = self.adjective(unit.last)
        if adjective is not None:
            return self.placed("century", adjective[1], adjective[0], ())
        number = self.plain_int(unit.last)
        last = unit.last + 1
        if number is None:
            ordinal = read_ordinal(self.t, unit.last)
            if ordinal is None or not ordinal.definite:
                return None
            number, last = int(ordinal.value), ordinal.last
        if not 1 <= number <= 22:
            return None
        mark = self.hit(last, "hijri_mark")
        if mark is not None:
            return None
        solar = self.hit(last, "solar_mark")
        return (solar.last if solar else last), Point(century=number - 1)

    def months(self, i: int, *, bare: bool) -> Read | None:
        """A month as a fragment of its own."""
        these = (self.hit if bare else self.start)(i, "this")
        found = self.month(these.last if these is not None else i, bare=bare or these is not None)
        if these is not None:
            return (found[0], replace(found[1], how="this")) if found and (found[2] or self.spoken) else None
        if found is not None and self.spoken and found[1].month is not None and self.joined(found[0]):
            day = self.day_number(found[0])
            if day is not None and not day[2]:
                return day[0], replace(found[1], day=day[1])
        return (found[0], found[1]) if found else None

    def years(self, i: int, *, bare: bool) -> Read | None:
        """A year as a fragment of its own."""
        return self.year(i, bare=bare)

    def tail(self, i: int, point: Point) -> Read:
        """What belongs to a month or day name after it: an adjective, a year."""
        if not self.joined(i):
            return i, point
        adjective = self.adjective(i)
        free = point.weekday is not None and point.how is None and point.drel is None
        named = point.month is not None or point.hmonth is not None
        free = free or (named and point.how is None and point.year is None and point.yrel is None)
        if adjective is not None and free and adjective[1] in ("past2", "next2", "before"):
            return adjective[0], replace(point, how=adjective[1])
        placed = point.year or point.yrel or point.hyear or point.drel is not None or point.how
        if (
            adjective is not None
            and adjective[1] in ("past", "next", "this", "last")
            and not placed
            and point.grain > 1
        ):
            return adjective[0], replace(point, how=adjective[1])
        return i, point
