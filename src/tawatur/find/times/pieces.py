"""Reads parts of larger periods, and periods that only another one places: «الربع الثالث», «الفترة نفسها من العام الماضي»."""

from __future__ import annotations

from dataclasses import replace

from tawatur.find.times.dates import PAST_NEXT, REL_FIELD, Read
from tawatur.find.times.fragments import SPORT_BEGINS, SPORT_OPENS, Fragments
from tawatur.find.times.points import Point, merge
from tawatur.find.times.words import UNIT
from tawatur.model.tokens import Kind
from tawatur.text.numerals import read_number, read_ordinal, starts_number


class Pieces(Fragments):
    """Parts of years and months; with `bare`, nothing may hang before the first word."""

    def sport(self, i: int, *, bare: bool) -> Read | None:
        """«الموسم الماضي», «هذا الموسم»: a year of sport."""
        get = self.hit if bare else self.start
        these = get(i, "this")
        noun = self.hit(these.last, "sport_season") if these is not None else get(i, "sport_season")
        if noun is None:
            return None
        if these is not None:
            return noun.last, Point(yrel=0, begins=0)
        adjective = self.adjective(noun.last)
        if adjective is not None and adjective[1] == "new":
            return adjective[0], Point(yrel=0, begins=SPORT_OPENS)
        shift = {"past2": -2, "next2": 2, **PAST_NEXT}.get(adjective[1]) if adjective is not None else None
        return (adjective[0], Point(yrel=shift, begins=SPORT_BEGINS)) if adjective and shift is not None else None

    def alike(self, i: int, *, bare: bool) -> Read | None:
        """«الفترة نفسها من العام الماضي», «الربع المماثل من 2014», «نفس الفترة من العام السابق»."""
        get = self.hit if bare else self.start
        same = get(i, "same_before")
        noun = get(i, "span_noun") or get(i, "piece") if same is None else None
        if same is not None:
            noun = self.hit(same.last, "span_noun") or self.hit(same.last, "piece")
        if noun is None:
            return None
        last = noun.last
        if same is None:
            mark = self.hit(last, "alike") or self.hit(last, "same_after")
            if mark is None:
                return None
            last = mark.last
        year = self.year_of(last)
        if year is None:
            return None
        return year[0], replace(year[1], alike=True)

    def piece(self, i: int, *, bare: bool) -> Read | None:
        """«النصف الأول من العام», «الربع الثالث», «الأشهر الأربعة الأولى من السنة», «الأسبوع الأخير من يونيو»."""
        get = self.hit if bare else self.start
        found = get(i, "piece")
        if found is not None and found.definite:
            which = self.which(found.last)
            if which is None:
                return self.near_piece(found.value, found.last)
            last, n = which
            return self.whole(last, Point(piece=(found.value, n, 1)), must=found.value == "third")
        unit = get(i, UNIT)
        if unit is None or not unit.definite or unit.value[0] not in ("month", "week", "day"):
            return None
        count, at = 1, unit.last
        if unit.value[1] == "two":
            count = 2
        elif unit.value[1] == "many":
            number = read_number(self.t, at) if self.joined(at) and starts_number(self.t, at) else None
            if number is None or number.before or number.value % 1:
                return None
            count, at = int(number.value), number.last
        which = self.which(at)
        if which is None:
            return None
        return self.whole(which[0], Point(piece=(unit.value[0], which[1], count)), must=True)

    def near_piece(self, unit: str, i: int) -> Read | None:
        """«الربع الماضي», «النصف الحالي»: the piece beside that of the date, or beside the one named last («السابق»)."""
        adjective = self.adjective(i) if unit in ("half", "quarter") else None
        if adjective is None or adjective[1] not in ("past", "next", "this", "before", "after"):
            return None
        return adjective[0], Point(piece=(unit, 0, 1), how=adjective[1])

    def nth_day(self, i: int, *, bare: bool) -> Read | None:
        """«آخر خميس من شهر مايو», «أول جمعة من رمضان», «ثالث يوم من الشهر المقبل»."""
        final = (self.hit if bare else self.start)(i, "last_of")
        at, which = (final.last, -1) if final is not None else (i, 0)
        if final is None:
            ordinal = read_ordinal(self.t, i) if self.t.kinds[i] == Kind.WORD else None
            if ordinal is None or ordinal.definite or not 1 <= ordinal.value <= 5 or (bare and ordinal.before):
                return None
            at, which = ordinal.last, int(ordinal.value)
        day_word = self.hit(at, "day_word")
        named = self.hit(day_word.last if day_word is not None else at, "weekday_bare")
        if named is not None:
            return self.whole(named.last, Point(piece=("weekday", which, named.value)), must=True)
        unit = self.hit(at, UNIT)
        if unit is None or unit.value != ("day", "one") or unit.definite:
            return None
        return self.whole(unit.last, Point(piece=("day", which, 1)), must=True)

    def which(self, i: int) -> tuple[int, int] | None:
        """«الأول», «الثاني» … or «الأخير» (-1)."""
        if not self.joined(i):
            return None
        adjective = self.adjective(i)
        if adjective is not None:
            return (adjective[0], -1) if adjective[1] == "last" else None
        ordinal = read_ordinal(self.t, i)
        if ordinal is None or not ordinal.definite or ordinal.before or ordinal.value > 6:
            return None
        return ordinal.last, int(ordinal.value)

    def whole(self, i: int, point: Point, *, must: bool) -> Read | None:
        """The year or month of which `point` is a piece."""
        of = self.hit(i, "of") or self.hit(i, "to_whole")
        if of is not None and self.joined(of.last):
            for read in (
                self.year(of.last) or self.worded_year(of.last),
                self.unit_phrase(of.last, bare=True, units=("year", "month")),
            ):
                if read is not None and (merged := merge(point, read[1])) is not None:
                    return read[0], merged
            month = self.month(of.last)
            if month is not None:
                last, whole = self.tail(month[0], month[1])
                merged = merge(point, whole)
                if merged is not None:
                    return last, merged
            bare = self.hit(of.last, UNIT)
            if bare is not None and bare.definite and bare.value[1] == "one" and bare.value[0] in ("year", "month"):
                merged = merge(point, Point(**{REL_FIELD[bare.value[0]]: 0}))  # type: ignore[arg-type]
                return (bare.last, merged) if merged else None
        year = self.year(i) if self.joined(i) else None
        if year is not None and (merged := merge(point, year[1])) is not None:
            return year[0], merged
        inside = self.unit_phrase(i, bare=False, units=("year", "month")) if must and self.joined(i) else None
        if inside is not None and (merged := merge(point, inside[1])) is not None:
            return inside[0], merged  # «آخر يوم بالشهر المقبل»
        adjective = self.adjective(i)
        if adjective is not None and adjective[1] in PAST_NEXT:
            return adjective[0], replace(point, how=adjective[1])
        if must or point.piece is None or point.piece[0] == "half":
            return None
        return i, point
