"""Reads days, months and years from tokens: numbers in rows, names of months, and what hangs on them."""

from __future__ import annotations

import re

from tawatur.find.times.points import Point, merge
from tawatur.find.times.words import ADJECTIVE, MONTH, Hit, cats_of, lexicon, longest, never
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.numerals import read_number, read_ordinal, starts_number

Read = tuple[int, Point]
"""The token after what was read, and what it says."""

SEPARATORS = frozenset("/-–.\\−‐")
DASHES = frozenset("-–—−‐")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})\.(\d{1,2})\.(\d{1,2})")
PAST_NEXT = {"past": -1, "last": -1, "before": -1, "next": 1, "this": 0}
REL_FIELD = {
    "day": "drel",
    "night": "drel",
    "week": "wrel",
    "month": "mrel",
    "year": "yrel",
    "century": "crel",
    "decade": "decrel",
}
FIRST_HIJRI, LAST_HIJRI = 1300, 1500
FIRST_YEAR, FIRST_BARE, LAST_YEAR = 1000, 1500, 2199
"""Years: the first, the first that digits alone may mean, the last."""


def full_year(n: int) -> int:
    """A year of two digits in full, up to twenty years ahead of 2025.

    >>> full_year(15), full_year(67), full_year(2015)
    (2015, 1967, 2015)
    """
    if n >= 100:
        return n
    return 2000 + n if n < 45 else 1900 + n


class Dates:
    """What one date is made of, over the tokens of one text; every method returns what it read, or None."""

    def __init__(self, tokens: Tokens, *, spoken: bool = False) -> None:
        self.t = tokens
        self.spoken = spoken
        self.between = False  # «بين 12 و15 مايو»: there «و» is the end of a range
        self.n = len(tokens)
        self.lexicon = lexicon()
        self.never = never()
        self.cats = list(map(cats_of.__getitem__, tokens.keys))

    def joined(self, i: int) -> bool:
        """Whether token `i` stands on the line of the one before it."""
        return i < self.n and self.t.gaps[i] <= Gap.SPACE

    def hit(self, i: int, cat: str, *, bare: bool = True) -> Hit | None:
        """An entry of `cat` at the inner token `i`; with `bare`, nothing may hang before it."""
        if not self.joined(i) or cat not in self.cats[i]:
            return None
        found = longest(self.t, i, self.cats[i][cat])
        return found if found is not None and not (bare and found.before) else None

    def start(self, i: int, cat: str) -> Hit | None:
        """An entry of `cat` at the first token of an expression."""
        return longest(self.t, i, self.cats[i][cat]) if i < self.n and cat in self.cats[i] else None

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
        which = self.hit(i, "which")
        if which is not None and self.joined(which.last):
            for name in ("before", "after"):
                if self.t.keys[which.last] in self.lexicon.guards[f"which_{name}"]:
                    return which.last + 1, name  # «العام الذي سبقه»
        if which is not None and self.spoken:
            i = which.last
        for cat, kinds, name in (("ago", ("past", "last", "before"), "past2"), ("after", ("next", "after"), "next2")):
            before = self.hit(i, cat)
            if before is not None:
                found = self.hit(before.last, ADJECTIVE)
                if found is not None and found.definite and found.value in kinds:
                    return found.last, name
        return None

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
            joined_and = self.t.keys[last] not in DASHES and self.hit(last, "to") is None
            if joined_and and not self.between and more[1] != (a if b is None else b) + 1:
                return None  # «17 و25 مايو» are two days
            last, b = more
            if b <= a:
                return None

    def next_day(self, i: int) -> tuple[int, int] | None:
        """What follows a day of the month and says another one."""
        if not self.joined(i):
            return None
        at = i
        if self.t.forms[i] in DASHES or self.hit(i, "to") is not None:
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
            said = (
                read_number(self.t, at)
                if number is None and word is not None and self.spoken and self.joined(at) and starts_number(self.t, at)
                else None
            )
            if said is not None and said.last == at + 1 and said.value in range(1, 13):
                number = int(said.value)
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
        number, last, worded = self.plain_int(at), at + 1, False
        if number is None and said and self.t.kinds[at] == Kind.WORD and starts_number(self.t, at):
            words = read_number(self.t, at)
            if (
                words is not None
                and not words.before
                and FIRST_YEAR <= words.value <= LAST_YEAR
                and words.value % 1 == 0
            ):
                number, last, worded = int(words.value), words.last, True
        if number is None:
            return None
        hijri, solar = self.hit(last, "hijri_mark"), self.hit(last, "solar_mark")
        digits = 4 if worded else len(self.t.forms[at])
        if hijri is not None and (FIRST_HIJRI - 200 <= number <= LAST_HIJRI or (digits == 2 and said)):
            return hijri.last, Point(hyear=number if number > 99 else 1400 + number)
        if FIRST_HIJRI <= number <= LAST_HIJRI and said and solar is None:
            return last, Point(hyear=number)
        if digits == 4 and FIRST_YEAR <= number <= LAST_YEAR and (said or number >= FIRST_BARE):
            return (solar.last if solar else last), Point(year=number)
        if digits == 2 and said and solar is None:
            return last, Point(year=full_year(number))
        return None

    def worded_year(self, i: int) -> Read | None:
        """A year in words with nothing before it that says so: «ألفان وثمانية عشر», two words at the least."""
        if i >= self.n or self.t.kinds[i] != Kind.WORD or not starts_number(self.t, i):
            return None
        words = read_number(self.t, i)
        if words is None or words.before or words.definite or words.last - i < 1 + (not self.spoken):
            return None
        return (words.last, Point(year=int(words.value))) if words.value in range(1900, 2101) else None

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
        if a is None or not self.sign(i + 1, SEPARATORS) or (t.gaps[i + 1] > Gap.NONE and t.forms[i + 1] == "."):
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
        last, cal, number, sure = named
        score = cal == "h" and not sure  # «1-صفر» is a score
        if self.sign(last, SEPARATORS) and self.joined(last + 1):
            last += 1
        year = self.year_number(last, said=cal == "h") if self.joined(last) else None
        if day > 31:
            return None
        point = Point(month=number, day=day or None) if cal == "g" else Point(hmonth=number, hday=day or None)
        if year is None:
            if self.t.forms[last - 1] in SEPARATORS or score:
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

    def short_numeric(self, i: int) -> Read | None:
        """«25/7», «25-7» where something before it says that it is a date."""
        a, b = self.plain_int(i), self.plain_int(i + 2)
        if a is None or b is None or not self.sign(i + 1, SEPARATORS) or not self.joined(i + 2):
            return None
        if 1 <= a <= 12 and b >= 1900:
            return i + 3, Point(month=a, year=b)
        if b > 12 >= a:
            a, b = b, a
        if not (1 <= a <= 31 and 1 <= b <= 12):
            return None
        comma = self.joined(i + 3) and self.t.forms[i + 3] in self.lexicon.guards["comma"]
        year = self.plain_int(i + 4) if comma and self.joined(i + 4) and self.t.gaps[i + 3] == Gap.NONE else None
        if year is not None and (full_year(year) >= 1900):
            return i + 5, Point(day=a, month=b, year=full_year(year))  # «11/12, 2016»
        return i + 3, Point(day=a, month=b)
