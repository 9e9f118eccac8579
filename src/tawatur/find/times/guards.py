"""What decides between a time and its lookalikes: a name, a verb, an amount, an age; and the tense of the sentence."""

from __future__ import annotations

from tawatur.find.times.durations import Length
from tawatur.find.times.points import Point
from tawatur.find.times.tense import Tense
from tawatur.find.times.words import MONTH, data
from tawatur.model.tokens import Gap, Kind

_FOR = frozenset({"unit", "about", "more", "less"})
OLDEST = 130
MOST_DECADES = 12
NAME_WORDS = 3
NEAR_CONTRACT = 4
AGES = frozenset({"year", "month"})
OLD_YEARS, LAST_BARE = 1900, 2100
"""Bare numbers before the first are years only after a word that leads to one, after the last never."""
QUOTES = frozenset("\"«»“”'")


class Guards(Tense):
    """Tells times from their lookalikes."""

    # lookalikes -------------------------------------------------------------------------------------------------------

    def point_ok(self, i: int, at: int, last: int, p: Point) -> bool:
        """Whether a point read at `at` (after «منذ» at `i` or alone) is a time."""
        if p.feast is not None and p.feast[1] is None and self.occasion(i, at):
            return False
        if p.drel == -1 and last == at + 1 and self.g.joined(last) and self.exact("yesterday_after", last):
            return False
        if p.drel == 0 and last == at + 1:
            return self.today_ok(at)
        if (
            p.drel == 1
            and last == at + 1
            and (self.before("tomorrow_before", at) or (self.g.joined(last) and self.exact("became", last)))
        ):
            return False  # «حزب الغد»; «غدا هو المحتكر», it became
        if p.weekday is not None and last == at + 1 and p.grain == 3:
            return self.weekday_ok(i, at)
        if p.grain == 3 and p.day is not None and p.year is None and p.how is None and self.before("named_before", i):
            return False
        if p.grain == 1 and p.year is not None and self.t.kinds[last - 1] == Kind.NUMBER:
            return self.year_ok(i, at, last)
        if p.grain == 2 and (p.month is not None or p.hmonth is not None):
            return self.month_ok(i, at, last, p)
        return True

    def today_ok(self, i: int) -> bool:
        """«اليوم» not as part of a name or before an ordinal or adjective of its own."""
        t = self.t
        if self.exact("within", i - 1) and t.gaps[i] <= Gap.SPACE:
            return False  # «في اليوم» is each day
        if (
            i + 1 < len(t)
            and t.forms[i + 1] in QUOTES
            and any(f in QUOTES for f in t.forms[max(0, i - NAME_WORDS) : i])
        ):
            return False  # «المدينة اليوم» in marks is a newspaper
        if self.before("today_before", i) and not (self.word("today_name_ok", i - 1) and not self.stops_name(i)):
            return False
        return not (self.g.joined(i + 1) and self.exact("today_after", i + 1)) and t.kinds[i] == Kind.WORD

    def occasion(self, i: int, at: int) -> bool:
        """Whether a feast is what is greeted or celebrated, not when: «بمناسبة عيد الفطر», «احتفالا بعيد الفطر»."""
        if i != at:
            return False
        hit = self.g.start(at, "feast")
        if hit is not None and data()["feast"][hit.value].get("either"):
            return not self.before("feast_led", at)
        return self.before("occasion", at) or (hit is not None and hit.before in self.lexicon.guards["by"])

    def record(self, i: int, *, first: bool = False) -> bool:
        """Whether «منذ» at `i` measures a record («أعلى مستوى منذ 4 سنوات»), which opens nothing; with `first`, also
        the first of its kind («أول زيارة منذ عقدين»).
        """
        for j in range(i - 1, max(-1, i - 9), -1):
            if self.stops_back(j) or self.exact("comma", j):
                return False
            if self.exact("record", j) or (first and self.exact("record_first", j)):
                return True
        return False

    def stops_name(self, i: int) -> bool:
        """Whether a line or a sign ends right after the word at `i`: then it ends a name in a list or a by-line."""
        return i + 1 >= len(self.t) or self.t.gaps[i + 1] > Gap.SPACE or self.t.kinds[i + 1] == Kind.PUNCT

    def weekday_ok(self, i: int, at: int) -> bool:
        """A bare weekday that is no family name, prayer, market or newspaper."""
        if i != at:
            return True
        return not self.before("day_names_before", at)

    def year_ok(self, i: int, at: int, last: int) -> bool:
        """A bare number that is a year."""
        if last - at > 1 or i != at:
            return True
        t = self.t
        number = int(t.forms[at]) if t.forms[at].isdigit() else 0
        following = last < len(t) and t.gaps[last] <= Gap.SPACE
        if following and (self.exact("counted_after", last) or t.forms[last] in "%٪$€£"):
            return False
        if (
            following
            and t.forms[last] in "/-–:×*+."
            and t.gaps[last] == Gap.NONE
            and last + 1 < len(t)
            and t.kinds[last + 1] == Kind.NUMBER
        ):
            return False
        if at and t.gaps[at] == Gap.NONE and t.forms[at - 1] in "/-–:×*+.$€£#":
            return False
        if number < OLD_YEARS:
            return self.before("old_year_before", at) and (
                not following or t.kinds[last] == Kind.PUNCT or self.word("year_after", last)
            )
        if number > LAST_BARE:
            return False
        if at > 1 and self.exact("compare", at - 2):
            return False  # «أكثر من 2000 جريح»
        if self.before("year_before", at):
            return True
        bracket = at > 0 and t.forms[at - 1] in "(["
        if self.before("number_before", at - 1 if bracket else at):
            return False
        if at == 0 or t.gaps[at] > Gap.SPACE:
            return False
        if t.forms[at - 1] in "([" and following and t.forms[last] in ")]":
            return True
        if following and t.kinds[last] == Kind.WORD and t.keys[last].endswith(self.accusative):
            return False
        return (
            1950 <= number <= 2060
            and t.kinds[at - 1] in (Kind.WORD, Kind.LATIN)
            and (not following or t.kinds[last] == Kind.PUNCT or self.word("year_after", last))
        )

    @property
    def accusative(self) -> tuple[str, ...]:
        """The ending of what is counted after 11 to 99."""
        return tuple(self.lexicon.guards["accusative"])

    def month_ok(self, i: int, at: int, last: int, p: Point) -> bool:
        """A month by one doubtful name needs a sign beside it."""
        if p.year is not None or p.hyear is not None or p.how is not None or p.yrel is not None or p.edge or i != at:
            return True
        if last == at + 1 and self.exact("month_needs_day", at):
            return False
        found = self.g.month(at, bare=False)
        if found is None or found[2] or found[0] != last:
            return True
        name = self.g.start(at, MONTH)
        if self.g.spoken and at == 0:
            return True
        if p.hmonth is not None and p.hmonth != 9 and not (i == at and self.exact("within", at - 1)):
            return False
        if name is not None and name.before:
            return (
                p.hmonth is None
                and name.before in self.lexicon.guards["prefix_ok"]
                and self.t.kinds[at] == Kind.WORD
                and last - at > 0
                and len(self.t.keys[at]) > 4
            )
        return self.led(at)

    def led(self, i: int) -> bool:
        """Whether a preposition or an edge leads to the month at `i`, with no more than «و» before it."""
        if i == 0 or self.t.gaps[i] > Gap.SPACE:
            return False
        word, table = self.t.keys[i - 1], self.lexicon.guards["month_before"]
        return word in table or (word[:1] in self.lexicon.guards["conjunctions"] and word[1:] in table)

    def range_ok(self, i: int, last: int, a: Point, b: Point) -> bool:
        """Two bare numbers are years only where something says so."""
        if b.grain == 1 and self.t.kinds[last - 1] == Kind.NUMBER and self.counted(last):
            return False
        if a.grain == 1 and a.year is not None and self.t.kinds[i] == Kind.NUMBER:
            number = int(self.t.forms[i]) if self.t.forms[i].isdigit() else 0
            return OLD_YEARS <= number <= LAST_BARE and not self.before("number_before", i)
        return not self.before("named_before", i)

    def counted(self, last: int) -> bool:
        """Whether the noun at `last` is counted by the number before it; a word that nobody knows is, after old years."""
        t = self.t
        if last >= len(t) or t.gaps[last] > Gap.SPACE:
            return False
        old = t.forms[last - 1].isdigit() and int(t.forms[last - 1]) < OLD_YEARS
        return self.exact("counted_after", last) or (
            old and t.kinds[last] == Kind.WORD and not self.word("year_after", last)
        )

    def length_ok(self, i: int, last: int, length: Length) -> bool:
        """Whether a length is one, not an age, a rate, a clock time or a noun."""
        t = self.t
        if self.before("each", i) or self.before("channel", i):
            return False
        if not self.g.spoken and self.aged(i, last, length) and all(n <= OLDEST for _, n in length.amounts):
            return False
        if length.bare and length.unit in ("second", "decade") and not self.g.spoken and not self.decade(last, length):
            return False
        if any(u == "decade" and n > MOST_DECADES for u, n in length.amounts):
            return False  # «45 عقدا» are contracts
        if length.unit == "decade" and not length.bare and self.contracts(i, last):
            return False
        if length.unit in ("minute", "second") and any(self.exact("clock", j) for j in range(max(0, i - 5), i)):
            return False
        if length.definite and (length.bare or length.vague or length.unit != "hour" or not length.approx):
            return False
        if self.g.spoken and not length.vague and all(k == Kind.PUNCT for k in t.kinds[:i]):
            return True
        if length.bare and not length.definite and length.unit not in ("day", "night") and self.at_rate(i, last):
            return True
        if length.bare or (length.vague and last == i + 1):
            if t.gaps[i] > Gap.SPACE or not (self.before("during", i) or self.prefixed(i)):
                return False
            follows = self.g.joined(last) and t.keys[last].startswith(self.article)
            if follows and not self.word("of_anchor", last) and not t.keys[i].endswith(self.accusative):
                return False
        return True

    def at_rate(self, i: int, last: int) -> bool:
        """«67 مليارا في شهر», with nothing after it: within so long."""
        ends = not self.g.joined(last) or self.t.kinds[last] == Kind.PUNCT
        return ends and self.t.gaps[i] <= Gap.SPACE and self.exact("within", i - 1)

    def decade(self, last: int, length: Length) -> bool:
        """Whether a bare «عقد» is ten years: «أكثر من عقد», with nothing that it could be a contract or the holding of."""
        return (
            length.unit == "decade"
            and bool(length.approx)
            and (not self.g.joined(last) or self.t.kinds[last] == Kind.PUNCT or self.exact("decade_after", last))
        )

    def contracts(self, i: int, last: int) -> bool:
        """Whether «ثلاثة عقود» are signed papers: by the verb before them or the adjective after them."""
        if any(self.word("contract", j) for j in range(max(0, i - NEAR_CONTRACT), i)):
            return True
        return self.g.joined(last) and self.exact("contract_after", last)

    def prefixed(self, i: int) -> bool:
        """«لسنوات», «لأسبوع», «لنحو عقد»: the preposition that gives a length."""
        readings = self.lexicon.readings(self.t.keys[i])
        return any(b in self.lexicon.guards["for"] for b, e in readings if e.cat in _FOR)

    def denied(self, i: int) -> bool:
        """Whether «لن» before «قبل» at `i` says that it will take so long: «لن تعرف قبل ستة أسابيع»."""
        return any(self.word("never_before", j) for j in range(max(0, i - NEAR_CONTRACT), i))

    def day_by_day(self, i: int, length: Length) -> bool:
        """«يوما بعد يوم», «عاما بعد عام»: a figure of speech."""
        units = [e.value[0] for b, e in self.lexicon.readings(self.t.keys[i - 1]) if e.cat == "unit"] if i else []
        return length.bare and length.unit in units

    def repeated(self, last: int) -> bool:
        """Whether «من كل عام» follows: then it is none of them."""
        return (
            self.g.joined(last + 1)
            and self.exact("of_anchor", last)
            and self.exact("each", last + 1)
            and self.g.hit(last + 2, "unit") is not None
        )

    def begins(self, i: int) -> bool:
        """Whether «ابتداء من», «اعتبارا من» lead to the time at `i`."""
        return i > 1 and self.exact("of_anchor", i - 1) and self.word("begins", i - 2)

    def year_goes_on(self, at: int, last: int) -> bool:
        """Whether the bare year at `at` may follow another one with «و»: nothing that it counts stands after it."""
        t = self.t
        if not self.exact("and", at - 1) or last - at > 1 or not t.forms[at].isdigit():
            return False
        if not OLD_YEARS <= int(t.forms[at]) <= LAST_BARE:
            return False
        following = last < len(t) and t.gaps[last] <= Gap.SPACE
        return not following or not (
            self.exact("counted_after", last)
            or t.forms[last] in "%٪$€£/-–:×*+"
            or (t.kinds[last] == Kind.WORD and t.keys[last].endswith(self.accusative))
        )

    def aged(self, i: int, last: int, length: Length) -> bool:
        """«البالغ من العمر 35 عاما», «(78 عاما)», «عمره 20 سنة»."""
        t = self.t
        years = all(u in AGES for u, _ in length.amounts)
        if years and i > 0 and t.forms[i - 1] in "([،," and last < len(t) and t.forms[last] in ")]،,":
            return True
        return any(self.word("age_names", j) for j in range(max(0, i - 3), i) if t.kinds[j] == Kind.WORD)
