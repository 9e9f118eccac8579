"""Reads one whole date or period from tokens: fragments, and what ties them together."""

from __future__ import annotations

from dataclasses import replace

from tawatur.find.times.dates import DASHES, FIRST_BARE, FIRST_YEAR, REL_FIELD, Read
from tawatur.find.times.pieces import Pieces
from tawatur.find.times.points import Point, merge
from tawatur.find.times.words import UNIT, WEEKDAY, cats_of, is_number_word
from tawatur.model.tokens import Kind, Tokens
from tawatur.text.memo import Memo
from tawatur.text.numerals import starts_number

FRAGMENTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("relative", frozenset({"relative", "spoken"})),
    ("weekday", frozenset({"weekday", "this"})),
    ("feast", frozenset({"feast", "feast_days", "unit"})),
    ("piece", frozenset({"piece", "unit"})),
    ("alike", frozenset({"piece", "span_noun", "same_before"})),
    ("sport", frozenset({"sport_season", "this"})),
    ("nth_day", frozenset({"last_of"})),
    ("unit_phrase", frozenset({"this", "same_before", "unit"})),
    ("season", frozenset({"this", "season", "season_word"})),
    ("decade", frozenset({"decade", "unit"})),
    ("dated", frozenset({"article"})),
    ("months", frozenset({"month", "month_word", "this"})),
    ("years", frozenset({"year_word"})),
)
"""What a fragment that begins with a word may be, and the categories that it may begin with; the longest wins."""
ASIDE = 8
"""Tokens that a bracket before «الموافق» may have."""
ORDINAL = frozenset({"feast", "dated", "nth_day"})
"""Those that may begin with an ordinal."""


@Memo
def fragments_of(word: str) -> tuple[str, ...]:
    """The fragments that may begin with the key `word`: for nearly all words none.

    >>> fragments_of("كرسي"), fragments_of("يوليو")
    ((), ('months',))
    """
    cats, ordinal = cats_of(word), is_number_word(word)
    return tuple(name for name, needs in FRAGMENTS if not needs.isdisjoint(cats) or (ordinal and name in ORDINAL))


class Grammar(Pieces):
    """Times over the tokens of one text: recursive descent over the words of the card.

    One token is asked for a time by several rules, as the beginning of a range, as its end and alone: `point` keeps what
    it read.
    """

    def __init__(self, tokens: Tokens, *, spoken: bool = False) -> None:
        super().__init__(tokens, spoken=spoken)
        self._points: dict[tuple[int, bool], Read | None] = {}

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
        for name in fragments_of(self.t.keys[i]):
            found: Read | None = getattr(self, name)(i, bare=bare)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return best

    def named_day(self, i: int) -> Read | None:
        """What may follow «يوم»: a weekday, «أمس», a date; then digits alone may be a day and month: «يوم 25/7»."""
        found = [r for r in (read(i, bare=True) for read in (self.weekday, self.relative, self.dated)) if r is not None]
        found += [r for r in (self.numeric(i), self.short_numeric(i)) if r is not None]
        if not found and (number := self.plain_int(i)) is not None and 1 <= number <= 31 and self.ends(i + 1):
            return i + 1, Point(day=number)  # «يوم 27»: of the month that the text speaks of
        return max(found, key=lambda r: r[0], default=None)

    def ends(self, i: int) -> bool:
        """Whether nothing that a number could count stands at `i`."""
        return (
            not self.joined(i) or self.t.kinds[i] == Kind.PUNCT or self.t.keys[i] in self.lexicon.guards["year_after"]
        )

    def point(self, i: int) -> Read | None:
        """A whole date or period at token `i`: part of the day or edge, fragments, and what ties them together."""
        if i >= self.n or not (self.cats[i] or self.t.kinds[i] == Kind.NUMBER or is_number_word(self.t.keys[i])):
            return None
        at = (i, self.between)
        if at not in self._points:
            self._points[at] = self._point(i)
        return self._points[at]

    def _point(self, i: int) -> Read | None:
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
            if found is not None and found[1].feast is not None and "feast_days" in self.cats[i]:
                return found[0], replace(found[1], feast=(found[1].feast[0], 0))  # «أيام عيد الفطر»
            if found is not None and found[1].drel is None:
                return found[0], replace(found[1], edge=self.which_edge(edge.first))
        part = self.start(i, "part")
        if part is not None and self.joined(part.last) and self.unprefixed(part.last):
            found = self.point(part.last)
            if found is not None and found[1].weekday is not None and found[1].grain == 3:
                found = self.night(*found)
            if found is not None and found[1].grain == 3 and found[1].feast is None:
                return found[0], replace(found[1], part=True)
        these = self.start(i, "this")
        if these is not None:
            shown = self.hit(these.last, "part_this")
            if shown is not None:
                return shown.last, Point(drel=0, part=True)
        first = self.fragment(i)
        return self.chain(*first) if first is not None else None

    def which_edge(self, i: int) -> int:
        """Which edge the word at `i` names: 1 the beginning, 3 the end, 2 neither."""
        word = self.t.keys[i]
        return next((n for n, name in ((1, "beginning"), (3, "ending")) if self.lexicon.guard(name, word)), 2)

    def night(self, last: int, point: Point) -> Read:
        """«ليل السبت الأحد», «ليلة السبت - الأحد»: a night is named by both its days."""
        at = last + 1 if self.sign(last, DASHES | {"/"}) else last
        second = self.hit(at, WEEKDAY)
        if second is None or point.weekday is None or (second.value - point.weekday) % 7 != 1:
            return last, point
        return second.last, replace(point, weekday_to=second.value)

    def unprefixed(self, i: int) -> bool:
        """Whether the word at `i` opens an expression with nothing before it."""
        t = self.t
        if t.kinds[i] == Kind.NUMBER:
            return True
        return any(not before for before, _ in self.lexicon.readings(t.keys[i])) or self.day_number(i) is not None

    def unprefixed_any(self, i: int) -> bool:
        """Whether nothing hangs before the word at `i`, whatever it is."""
        return self.unprefixed(i) or self.t.kinds[i] != Kind.WORD or starts_number(self.t, i)

    def bare_unit(self, i: int, *, first: bool = False) -> Read | None:
        """«العام», «الشهر» after an edge or «خلال»: the running one."""
        season = None if first else self.hit(i, "season")
        if season is not None and season.definite:
            return season.last, Point(season=season.value)
        unit = self.start(i, UNIT) if first else self.hit(i, UNIT)
        if (
            unit is None
            or not unit.definite
            or unit.value[1] != "one"
            or unit.value[0] not in ("year", "month", "week")
        ):
            return None
        return unit.last, Point(**{REL_FIELD[unit.value[0]]: 0})  # type: ignore[arg-type]

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
        if t.forms[i] in "([" and (beyond := self.beyond_aside(i)) is not None:
            i = beyond
        if t.forms[i] in "([":
            inner = self.fragment(i + 1, bare=True) if self.joined(i + 1) else None
            if inner is None:
                return None
            last, more = inner
            if point.grain == 3 and more.weekday is None and more.drel is None:
                return None
            merged = self.same_time(point, more)
            return (last + 1, merged) if merged is not None and self.sign(last, ")]") else None
        comma = t.forms[i] in self.lexicon.guards["comma"]
        equals = self.hit(i + 1 if comma else i, "equals", bare=False)
        at = equals.last if equals is not None else i
        if equals is not None and self.sign(at, ":"):
            at += 1
        if (
            equals is None
            and comma
            and point.month is not None
            and point.year is None
            and point.yrel is None
            and self.joined(i + 1)
        ):
            dated = self.year_number(i + 1, said=False)  # «12 يناير، 2016»
            merged = merge(point, dated[1]) if dated is not None else None
            if dated is not None and merged is not None and not self.joined(dated[0]):
                return dated[0], merged
            if dated is not None and merged is not None and t.kinds[dated[0]] != Kind.WORD:
                return dated[0], merged
        if equals is None and t.forms[i] in self.lexicon.guards["comma"] | DASHES:
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
        if found is not None and point.how is not None and t.kinds[at] == Kind.NUMBER and found[0] == at + 1:
            return None  # «مايو الماضي 1959 فرعا»: an adjective has said which year
        to = self.hit(at, "year_word", bare=False) if found is None and equals is None else None
        if found is None and to is not None:
            found = self.year(at)
        if found is None and equals is None and point.month is not None and point.year is None:
            found = self.old_year(at) if point.day is not None else None
            found = found or self.worded_year(at)
        if found is None and (equals is not None or (point.weekday is not None and point.day is None)):
            found = self.short_numeric(at)
        if found is None and point.weekday is not None and point.day is None:
            day = self.day_number(at)
            digits = day is not None and t.kinds[at] == Kind.NUMBER and of is None and self.ends(day[0])
            if day is not None and not day[2] and (self.spoken or digits):
                return day[0], replace(point, day=day[1])
        if found is None:
            return None
        last, more = found
        full = (
            point == Point(weekday=point.weekday, part=point.part) and more.day is not None and more.month is not None
        )
        if of is not None and not full and (more.grain >= point.grain or more.how is not None):
            return None
        if of is None and equals is None and more.grain > point.grain and not (point.wrel is not None and more.weekday):
            return None
        in_week = point.wrel is not None and more.weekday is not None and point.grain < more.grain
        free = equals is not None or more.grain < point.grain or in_week
        merged = merge(point, more) if free else self.same_time(point, more)
        return self.tail(last, merged) if merged is not None else None

    def beyond_aside(self, i: int) -> int | None:
        """The token after a bracket that «الموافق» follows: «5/11/1436هـ (حسب تقويم أم القرى) الموافق 20/8/2015»."""
        for j in range(i + 2, min(self.n - 1, i + ASIDE)):
            if self.t.forms[j] in ")]":
                return j + 1 if self.hit(j + 1, "equals", bare=False) is not None else None
        return None

    def old_year(self, i: int) -> Read | None:
        """A year before 1500 after a day and month of the Gregorian calendar: «5 ديسمبر 1391»."""
        number = self.plain_int(i)
        if number is None or not FIRST_YEAR <= number < FIRST_BARE or self.hit(i + 1, "hijri_mark") is not None:
            return None
        return i + 1, Point(year=number)

    def same_time(self, a: Point, b: Point) -> Point | None:
        """Two names of one day or month put together: «أمس الخميس», «السبت 26 مايو», not «الأحد الاثنين»."""
        if a.grain != b.grain and not (a.grain == 3 and b.grain >= 1):
            return None
        if a.grain < 3 and b.grain == a.grain and not (a.hmonth or b.hmonth or a.hyear or b.hyear):
            return None
        if a.span or b.span or a.feast or b.feast:
            return None
        return merge(a, b)
