"""Reads one date or period from tokens: recursive descent over the words of the card."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tawatur.find.times.points import Point, merge
from tawatur.find.times.words import ADJECTIVE, MONTH, RELATIVE, UNIT, WEEKDAY, Hit, lexicon
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.numerals import read_number, read_ordinal, starts_number

Read = tuple[int, Point]
"""The token after what was read, and what it says."""

_SEPARATORS = frozenset("/-–.\\−‐")
_DASHES = frozenset("-–—−‐")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
_PAST_NEXT = {"past": -1, "last": -1, "before": -1, "next": 1, "this": 0}
_REL_FIELD = {"day": "drel", "night": "drel", "week": "wrel", "month": "mrel", "year": "yrel", "century": "crel"}
FIRST_HIJRI, LAST_HIJRI = 1300, 1500
FIRST_YEAR, LAST_YEAR = 1000, 2199


def full_year(n: int) -> int:
    """A year of two digits in full, up to twenty years ahead of 2025.

    >>> full_year(15), full_year(67), full_year(2015)
    (2015, 1967, 2015)
    """
    if n >= 100:
        return n
    return 2000 + n if n < 45 else 1900 + n


class Grammar:
    """Fragments of dates over the tokens of one text; every method returns what it read, or None."""

    def __init__(self, tokens: Tokens, *, spoken: bool = False) -> None:
        self.t = tokens
        self.spoken = spoken
        self.n = len(tokens)
        self.lexicon = lexicon()

    # small helpers ------------------------------------------------------------------------------------------------

    def joined(self, i: int) -> bool:
        """Whether token `i` stands on the line of the one before it."""
        return i < self.n and self.t.gaps[i] <= Gap.SPACE

    def hit(self, i: int, cat: str, *, bare: bool = True) -> Hit | None:
        """An entry of `cat` at the inner token `i`; with `bare`, nothing may hang before it."""
        if not self.joined(i):
            return None
        found = self.lexicon.at(self.t, i, cat)
        return found if found is not None and not (bare and found.before) else None

    def start(self, i: int, cat: str) -> Hit | None:
        """An entry of `cat` at the first token of an expression."""
        return self.lexicon.at(self.t, i, cat)

    def sign(self, i: int, signs: frozenset[str] | str) -> bool:
        """Whether a sign of `signs` stands at `i` on the same line."""
        return self.joined(i) and self.t.kinds[i] == Kind.PUNCT and self.t.forms[i] in signs

    def plain_int(self, i: int) -> int | None:
        """Digits without signs inside at `i`."""
        if i < self.n and self.t.kinds[i] == Kind.NUMBER and self.t.forms[i].isdigit():
            return int(self.t.forms[i]) if len(self.t.forms[i]) <= 4 else None
        return None

    def adjective(self, i: int) -> tuple[int, str] | None:
        """An adjective of time with the article: (next token, its kind), also «قبل الماضي» and «بعد المقبل»."""
        found = self.hit(i, ADJECTIVE)
        if found is not None and found.definite:
            return found.last, found.value
        for cat, kinds, name in (("ago", ("past", "last"), "past2"), ("after", ("next",), "next2")):
            before = self.hit(i, cat)
            if before is not None:
                found = self.hit(before.last, ADJECTIVE)
                if found is not None and found.definite and found.value in kinds:
                    return found.last, name
        return None

    # days, months, years ------------------------------------------------------------------------------------------

    def day_number(self, i: int) -> tuple[int, int, str] | None:
        """A day of the month: (next token, number, what hangs before it). Digits, «الـ12», «الثاني عشر», «أول»."""
        t = self.t
        if i >= self.n:
            return None
        at, before = i, ""
        article = self.start(i, "article")
        if article is not None and i + 1 < self.n and t.kinds[i + 1] == Kind.NUMBER and t.gaps[i + 1] <= Gap.SPACE:
            at, before = i + 1, article.before
        number = self.plain_int(at)
        if number is not None and len(t.forms[at]) <= 2:
            return (at + 1, number, before) if 1 <= number <= 31 else None
        if t.kinds[i] != Kind.WORD:
            return None
        found = read_ordinal(t, i)
        if found is None or not 1 <= found.value <= 31 or (not found.definite and found.value != 1):
            return None
        return found.last, int(found.value), found.before

    def days(self, i: int) -> tuple[int, int, int | None] | None:
        """Days of one month: (next token, first, last or None): «15-16», «14 و15», «8 إلى 13»."""
        first = self.day_number(i)
        if first is None:
            return None
        last, a, _ = first
        b: int | None = None
        while True:
            more = self.next_day(last)
            if more is None:
                return last, a, b
            last, b = more
            if b <= a:
                return None

    def next_day(self, i: int) -> tuple[int, int] | None:
        """What follows a day of the month and says another one."""
        if not self.joined(i):
            return None
        at = i
        if self.t.forms[i] in _DASHES or self.hit(i, "to") is not None:
            hit = self.hit(i, "to")
            at = hit.last if hit else i + 1
        elif self.t.keys[i] in self.lexicon.guards["and"] or self.t.forms[i] in self.lexicon.guards["comma"]:
            at = i + 1
        else:
            found = self.day_number(i)
            joins = self.lexicon.guards["and"]
            return (found[0], found[1]) if found is not None and found[2] in joins else None
        if not self.joined(at):
            return None
        found = self.day_number(at)
        return (found[0], found[1]) if found is not None and found[2] in ("", *self.lexicon.guards["and"]) else None

    def month_name(self, i: int, *, bare: bool) -> tuple[int, str, int, bool] | None:
        """A month, with its second name: (next token, calendar, number, is it sure)."""
        found = self.start(i, MONTH) if not bare else self.hit(i, MONTH)
        if found is None:
            return None
        cal, number, weak = found.value
        last, sure = found.last, not weak
        twin = self.twin(last, cal, number)
        if twin is not None:
            last, sure = twin, True
        return last, cal, number, sure

    def twin(self, i: int, cal: str, number: int) -> int | None:
        """The other name of the same month: «/آذار», «(آذار)», «- آذار», «آذار»."""
        if not self.joined(i):
            return None
        at = i + 1 if self.t.forms[i] in "/(-–،\\[" or self.t.keys[i] in self.lexicon.guards["or_and"] else i
        found = self.hit(at, MONTH)
        if found is None or found.value[0] != cal or found.value[1] != number:
            return None
        last = found.last
        if self.t.forms[i] in "([":
            return last + 1 if self.sign(last, ")]") else None
        return last

    def month(self, i: int, *, bare: bool = True) -> tuple[int, Point, bool] | None:
        """«شهر مارس», «مارس/آذار», «شهر 7»: (next token, the month, is it sure that a month is meant)."""
        word = self.start(i, "month_word") if not bare else self.hit(i, "month_word")
        at = word.last if word else i
        found = self.month_name(at, bare=word is not None or bare)
        if found is None:
            number = self.plain_int(at) if word is not None and self.joined(at) else None
            if number is None or not 1 <= number <= 12:
                return None
            return at + 1, Point(month=number), True
        last, cal, number, sure = found
        point = Point(month=number) if cal == "g" else Point(hmonth=number)
        return last, point, sure or word is not None

    def year_number(self, i: int, *, said: bool) -> Read | None:
        """A year at `i`; `said`: a word before it says that it is one."""
        if i >= self.n:
            return None
        at = i
        article = self.hit(i, "article")
        if article is not None and self.plain_int(article.last) is not None:
            at = article.last
        number, last = self.plain_int(at), at + 1
        if number is None and said and self.t.kinds[at] == Kind.WORD and starts_number(self.t, at):
            words = read_number(self.t, at)
            if (
                words is not None
                and not words.before
                and FIRST_YEAR <= words.value <= LAST_YEAR
                and words.value % 1 == 0
            ):
                number, last = int(words.value), words.last
        if number is None:
            return None
        hijri, solar = self.hit(last, "hijri_mark"), self.hit(last, "solar_mark")
        digits = len(self.t.forms[at]) if last == at + 1 else 4
        if hijri is not None and (FIRST_HIJRI - 200 <= number <= LAST_HIJRI or (digits == 2 and said)):
            return hijri.last, Point(hyear=number if number > 99 else 1400 + number)
        if FIRST_HIJRI <= number <= LAST_HIJRI and said and solar is None:
            return last, Point(hyear=number)
        if digits == 4 and FIRST_YEAR <= number <= LAST_YEAR and (said or number >= 1900 or solar is not None):
            return (solar.last if solar else last), Point(year=number)
        if digits == 2 and said and solar is None:
            return last, Point(year=full_year(number))
        return None

    def year(self, i: int, *, bare: bool = True) -> Read | None:
        """«عام 2015», «سنة 1436هـ», «2015م», and «2014-2015» as one season."""
        word = self.start(i, "year_word") if not bare else self.hit(i, "year_word", bare=False)
        if word is not None and bare and word.before not in ("", *self.lexicon.guards["to_year"]):
            word = None
        if word is not None:
            at = word.last + (1 if self.sign(word.last, "(") else 0)
            found = self.year_number(at, said=True) if self.joined(at) else None
            if found is not None and at > word.last:
                return (found[0] + 1, found[1]) if self.sign(found[0], ")") else None
            return found
        return self.year_number(i, said=False)

    def numeric(self, i: int) -> Read | None:
        """Digits in a row: 25/7/2015, 2015-07-25, 7 / يوليو / 2015 م, 25.7.2015."""
        t = self.t
        if i >= self.n or t.kinds[i] != Kind.NUMBER:
            return None
        if m := _DOTTED.fullmatch(t.forms[i]):
            parts = [int(g) for g in m.groups() if g]
            return self.ordered(i + 1, parts)
        a = self.plain_int(i)
        if a is None or not self.sign(i + 1, _SEPARATORS) or (t.gaps[i + 1] > Gap.NONE and t.forms[i + 1] == "."):
            return None
        named = self.month_name(i + 2, bare=True)
        if named is not None:
            return self.named_numeric(a, named)
        b = self.plain_int(i + 2)
        if b is None or not self.joined(i + 2) or not self.sign(i + 3, t.forms[i + 1]) or not self.joined(i + 4):
            return None
        c = self.plain_int(i + 4)
        if c is None:
            return None
        return self.ordered(i + 5, [a, b, c])

    def named_numeric(self, day: int, named: tuple[int, str, int, bool]) -> Read | None:
        """«7 / يوليو / 2015», «0/ شوال 1436هـ»: a day of 0 is a slip, then only the month holds."""
        last, cal, number, _ = named
        if self.sign(last, _SEPARATORS) and self.joined(last + 1):
            last += 1
        year = self.year_number(last, said=cal == "h") if self.joined(last) else None
        if day > 31:
            return None
        point = Point(month=number, day=day or None) if cal == "g" else Point(hmonth=number, hday=day or None)
        if year is None:
            if self.t.forms[last - 1] in _SEPARATORS:
                return None
            return last, point
        merged = merge(point, year[1])
        return (year[0], merged) if merged else None

    def ordered(self, last: int, parts: list[int]) -> Read | None:
        """Three numbers as year, month, day in the order that is possible; the press writes the day first."""
        a, b, c = parts
        hijri, solar = self.hit(last, "hijri_mark"), self.hit(last, "solar_mark")
        if a > 31:
            year, month, day = a, b, c
            if month > 12:
                month, day = day, month
        else:
            day, month, year = a, b, c
            if month > 12:
                day, month = month, day
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        if hijri is not None or FIRST_HIJRI <= year <= LAST_HIJRI:
            if day > 30 or 99 < year < FIRST_HIJRI - 200:
                return None
            year = year if year > 99 else 1400 + year
            return (hijri.last if hijri else last), Point(hyear=year, hmonth=month, hday=day)
        year = full_year(year)
        if not 1800 <= year <= LAST_YEAR:
            return None
        return (solar.last if solar else last), Point(year=year, month=month, day=day)

    # fragments ----------------------------------------------------------------------------------------------------

    def dated(self, i: int, *, bare: bool) -> Read | None:
        """A day with its month: «12 من شهر مايو», «السادس عشر من يوليو», «15-16 أيار/مايو», «12 من الشهر الجاري»."""
        if bare and self.t.kinds[i] == Kind.WORD and (d := self.day_number(i)) is not None and d[2]:
            return None
        days = self.days(i)
        if days is None:
            return None
        last, a, b = days
        if not self.joined(last):
            return None
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
        if of is None:
            return None
        rel = self.unit_phrase(of.last, bare=True, units=("month",))
        if rel is None:
            return None
        end, point = rel
        if point.same is not None or point.mrel is not None:
            return end, replace(point, day=a, day_to=b)
        return None

    def weekday(self, i: int, *, bare: bool) -> Read | None:
        """«الاثنين», and two or more in a row after «يومي»/«أيام»."""
        found = self.start(i, WEEKDAY) if not bare else self.hit(i, WEEKDAY)
        if found is not None and self.joined(found.last) and self.t.keys[found.last] in self.lexicon.guards["ten"]:
            return None  # «الأحد عشر» is eleven
        return (found.last, Point(weekday=found.value)) if found else None

    def relative(self, i: int, *, bare: bool) -> Read | None:
        """«أمس», «اليوم», «بعد غد»."""
        get = self.start if not bare else self.hit
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
        after = self.hit(unit.last, "same_after")
        if after is not None:
            return self.placed(unit.value[0], "same", after.last, units)
        adjective = self.adjective(unit.last)
        if adjective is None:
            return None
        return self.placed(unit.value[0], adjective[1], adjective[0], units)

    def placed(self, unit: str, how: str, last: int, units: tuple[str, ...]) -> Read | None:
        """One unit of time at a distance from the date, or from the last time in the text."""
        if units and unit not in units:
            return None
        if unit in ("day", "night") and how in ("past", "next", "this", "same", "after", "before", "last", "new"):
            if unit == "day" and how in ("past", "last", "next", "new"):
                return None
            if how in ("after", "before", "same"):
                return last, Point(same=("day", {"after": 1, "before": -1, "same": 0}[how]))
            return last, Point(drel={"past": -1, "last": -1, "next": 0, "this": 0}.get(how, 0))
        if how in ("same", "after"):
            if unit not in ("week", "month", "year"):
                return None
            return last, Point(same=(unit, 0 if how == "same" else 1))
        if how == "new":
            return (last, Point(same=("new", 0))) if unit == "year" else None
        field = _REL_FIELD.get(unit)
        shift = {"past2": -2, "next2": 2, **_PAST_NEXT}.get(how)
        if field is None or shift is None or (unit == "century" and how == "last"):
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
            if adjective is not None and adjective[1] in _PAST_NEXT:
                return adjective[0], replace(point, how=adjective[1])
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
            return (found.last, Point(decade=found.value)) if found.definite else None
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

    def piece(self, i: int, *, bare: bool) -> Read | None:
        """«النصف الأول من العام», «الربع الثالث», «الأشهر الأربعة الأولى من السنة», «الأسبوع الأخير من يونيو»."""
        get = self.hit if bare else self.start
        found = get(i, "piece")
        if found is not None and found.definite:
            which = self.which(found.last)
            if which is None:
                return None
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
            for read in (self.year(of.last), self.unit_phrase(of.last, bare=True, units=("year", "month"))):
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
                merged = merge(point, Point(**{_REL_FIELD[bare.value[0]]: 0}))  # type: ignore[arg-type]
                return (bare.last, merged) if merged else None
        year = self.year(i) if self.joined(i) else None
        if year is not None and (merged := merge(point, year[1])) is not None:
            return year[0], merged
        adjective = self.adjective(i)
        if adjective is not None and adjective[1] in _PAST_NEXT:
            return adjective[0], replace(point, how=adjective[1])
        if must or point.piece is None or point.piece[0] == "half":
            return None
        return i, point

    # chains -------------------------------------------------------------------------------------------------------

    def fragment(self, i: int, *, bare: bool = False) -> Read | None:
        """One fragment at token `i`; with `bare`, nothing may hang before its first word."""
        if i >= self.n:
            return None
        if self.t.kinds[i] == Kind.NUMBER:
            return self.numeric(i) or self.dated(i, bare=bare) or self.year(i)
        if self.t.kinds[i] != Kind.WORD:
            return None
        day = (self.hit if bare else self.start)(i, "day_word")
        if day is not None and self.joined(day.last):
            named = self.named_day(day.last)
            if named is not None:
                return named
        best: Read | None = None
        for read in self.fragments:
            found = read(i, bare=bare)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return best

    @property
    def fragments(self) -> tuple[Callable[..., Read | None], ...]:
        """What a fragment that begins with a word may be; the longest wins."""
        return (
            self.relative,
            self.weekday,
            self.feast,
            self.piece,
            self.unit_phrase,
            self.season,
            self.decade,
            self.dated,
            self.months,
            self.years,
        )

    def named_day(self, i: int) -> Read | None:
        """What may follow «يوم»: a weekday, «أمس», a date; then digits alone may be a day and month: «يوم 25/7»."""
        found = [r for r in (read(i, bare=True) for read in (self.weekday, self.relative, self.dated)) if r is not None]
        found += [r for r in (self.numeric(i), self.short_numeric(i)) if r is not None]
        return max(found, key=lambda r: r[0], default=None)

    def short_numeric(self, i: int) -> Read | None:
        """«25/7», «25-7» where something before it says that it is a date."""
        a, b = self.plain_int(i), self.plain_int(i + 2)
        if a is None or b is None or not self.sign(i + 1, _SEPARATORS) or not self.joined(i + 2):
            return None
        if b > 12 >= a:
            a, b = b, a
        return (i + 3, Point(day=a, month=b)) if 1 <= a <= 31 and 1 <= b <= 12 else None

    def months(self, i: int, *, bare: bool) -> Read | None:
        """A month as a fragment of its own."""
        found = self.month(i, bare=bare)
        return (found[0], found[1]) if found else None

    def years(self, i: int, *, bare: bool) -> Read | None:
        """A year as a fragment of its own."""
        return self.year(i, bare=bare)

    def tail(self, i: int, point: Point) -> Read:
        """What belongs to a month or day name after it: an adjective, a year."""
        if not self.joined(i):
            return i, point
        adjective = self.adjective(i)
        placed = point.year or point.yrel or point.hyear or point.drel is not None or point.how
        if (
            adjective is not None
            and adjective[1] in ("past", "next", "this", "last")
            and not placed
            and point.grain > 1
        ):
            return adjective[0], replace(point, how=adjective[1])
        return i, point

    def point(self, i: int) -> Read | None:
        """A whole date or period at token `i`: part of the day or edge, fragments, and what ties them together."""
        late = self.start(i, "late")
        if late is not None and self.joined(late.last):
            found = self.point(late.last) if not self.lexicon.readings(self.t.keys[late.last])[0:0] else None
            if found is not None and found[1].grain >= 1:
                return found[0], replace(found[1], part=True)
        edge = self.start(i, "edge")
        if edge is not None and self.joined(edge.last):
            found = self.point(edge.last) if self.unprefixed(edge.last) else None
            if found is None:
                found = self.bare_unit(edge.last)
            if found is not None and found[1].drel is None:
                return found[0], replace(found[1], edge=True)
        part = self.start(i, "part")
        if part is not None and self.joined(part.last) and self.unprefixed(part.last):
            found = self.point(part.last)
            if found is not None and found[1].grain == 3 and found[1].feast is None:
                return found[0], replace(found[1], part=True)
        these = self.start(i, "this")
        if these is not None:
            shown = self.hit(these.last, "part_this")
            if shown is not None:
                return shown.last, Point(drel=0, part=True)
        first = self.fragment(i)
        return self.chain(*first) if first is not None else None

    def unprefixed(self, i: int) -> bool:
        """Whether the word at `i` opens an expression with nothing before it."""
        t = self.t
        if t.kinds[i] == Kind.NUMBER:
            return True
        return any(not before for before, _ in self.lexicon.readings(t.keys[i])) or self.day_number(i) is not None

    def unprefixed_any(self, i: int) -> bool:
        """Whether nothing hangs before the word at `i`, whatever it is."""
        return self.unprefixed(i) or self.t.kinds[i] != Kind.WORD or starts_number(self.t, i)

    def bare_unit(self, i: int) -> Read | None:
        """«العام», «الشهر» after an edge or «خلال»: the running one."""
        unit = self.hit(i, UNIT)
        if (
            unit is None
            or not unit.definite
            or unit.value[1] != "one"
            or unit.value[0] not in ("year", "month", "week")
        ):
            return None
        return unit.last, Point(**{_REL_FIELD[unit.value[0]]: 0})  # type: ignore[arg-type]

    def chain(self, last: int, point: Point) -> Read:
        """Join what follows while it says more of the same time."""
        last, point = self.tail(last, point)
        while True:
            more = self.link(last, point)
            if more is None:
                return last, point
            last, point = more

    def link(self, i: int, point: Point) -> Read | None:
        """One more fragment after `point`, tied by nothing, «من», a comma, brackets or «الموافق»."""
        if not self.joined(i):
            return None
        t = self.t
        if t.forms[i] in "([":
            inner = self.fragment(i + 1, bare=True) if self.joined(i + 1) else None
            if inner is None:
                return None
            last, more = inner
            if point.grain == 3 and more.weekday is None and more.drel is None:
                return None
            merged = self.same_time(point, more)
            return (last + 1, merged) if merged is not None and self.sign(last, ")]") else None
        equals = self.hit(i, "equals", bare=False)
        at = equals.last if equals is not None else i
        if equals is not None and self.sign(at, ":"):
            at += 1
        if equals is None and t.forms[i] in self.lexicon.guards["comma"] | _DASHES:
            found = self.fragment(i + 1, bare=True) if self.joined(i + 1) else None
            if found is None or point.grain != 3 or found[1].grain != 3 or found[1].feast or point.feast:
                return None
            merged = self.same_time(point, found[1])
            return self.tail(found[0], merged) if merged else None
        of = self.hit(i, "of") if equals is None else None
        if of is not None:
            at = of.last
        if not self.joined(at):
            return None
        found = self.fragment(at, bare=True)
        to = self.hit(at, "year_word", bare=False) if found is None and equals is None else None
        if found is None and to is not None:
            found = self.year(at)
        if found is None and equals is not None:
            found = self.short_numeric(at)
        if found is None:
            return None
        last, more = found
        if of is not None and (more.grain >= point.grain or more.how is not None):
            return None
        if of is None and equals is None and more.grain > point.grain:
            return None
        merged = merge(point, more) if equals is not None or more.grain < point.grain else self.same_time(point, more)
        return self.tail(last, merged) if merged is not None else None

    def same_time(self, a: Point, b: Point) -> Point | None:
        """Two names of one day or month put together: «أمس الخميس», «السبت 26 مايو», not «الأحد الاثنين»."""
        if a.grain != b.grain and not (a.grain == 3 and b.grain >= 1):
            return None
        if a.grain < 3 and b.grain == a.grain and not (a.hmonth or b.hmonth or a.hyear or b.hyear):
            return None
        if a.span or b.span or a.feast or b.feast:
            return None
        return merge(a, b)
