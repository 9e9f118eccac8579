"""Finds dates, periods and lengths of time in an article and gives each its EDTF value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tawatur.find.times.context import NO_ANCHOR, VAGUE, Context, Value, none
from tawatur.find.times.durations import DAY_HOURS, Length, length_value, shifted
from tawatur.find.times.found import Found, published, rule_name, time_span
from tawatur.find.times.grammar import Grammar
from tawatur.find.times.guards import Guards
from tawatur.find.times.lengths import Lengths
from tawatur.find.times.points import Point
from tawatur.find.times.ranges import Ranges
from tawatur.find.times.values import in_week, resolve
from tawatur.find.times.words import RELATIVE, SURE, VALUES, is_number_word, may_open
from tawatur.model.document import Document
from tawatur.model.mention import Time
from tawatur.model.tokens import Kind, Tokens

YEAR_DIGITS = 4
CLOCK = ("hour", "minute", "second")
MONTH_LENGTH = 7
"""Letters of a month in EDTF."""
_NAMED = frozenset({"month", "hmonth", "year", "hyear"})
_NO_TIMES: tuple[str | None, ...] = (None, None, None)
LED = 5
"""Words between a word that leads to a time and the time, at most."""
KEPT_NOISE = frozenset({"caption", "credit", "dateline", "byline"})
"""Noise that may still tell when: the rest is the page's furniture."""


class Finder:
    """One pass over the tokens of one text."""

    def __init__(self, tokens: Tokens, published: date | None, *, phrase: bool = False, wanted: str = "") -> None:
        self.t = tokens
        self.g = Grammar(tokens, spoken=phrase)
        self.lengths = Lengths(self.g)
        self.ranges = Ranges(self.g)
        self.guards = Guards(self.g)
        self.date = published
        self.phrase = phrase
        self.wanted = wanted
        self.skip = 0
        self.last: list[str | None] = [None, None, None]
        self.near: list[str | None] = [None, None, None]
        self.near_to = 0
        self.near_sort = ""
        self.whole: str | None = None

    def context(self, i: int, *, future: bool | None = None) -> Context:
        """What a time at token `i` is counted from."""
        ahead = self.guards.future(i) if future is None else future
        near = self.near if self.guards.same_sentence(self.near_to, i) else _NO_TIMES
        last = self.last[0], self.last[1], self.last[2]
        return Context(self.date, ahead, last, (near[0], near[1], near[2]), self.whole)

    def run(self) -> list[Found]:
        """Every time, in the order of the text."""
        out, after = [], 0
        for i, opens in enumerate(map(may_open.__getitem__, self.t.keys)):
            if i < after:
                continue
            if opens and (self.leads(i) if opens == SURE else self.counts(i)):
                found = self.at(i)
                if found is not None:
                    out.append(found)
                    self.remember(found)
                    after = found.last
                    continue
            after = self.skip
        return out

    def leads(self, i: int) -> bool:
        """Whether the word at `i` names a time itself, or something near does, to which it may lead: «من», «بين», «نحو»."""
        cats, kinds, keys = self.g.cats, self.t.kinds, self.t.keys
        return not VALUES.isdisjoint(cats[i]) or any(
            kinds[j] is Kind.NUMBER or not VALUES.isdisjoint(cats[j]) or is_number_word[keys[j]]
            for j in range(i + 1, min(i + 1 + LED, len(keys)))
        )

    def counts(self, i: int) -> bool:
        """Whether the number, number word or bracket at `i` stands before what may make it a time."""
        t, cats = self.t, self.g.cats
        if t.kinds[i] == Kind.NUMBER:
            return len(t.forms[i]) >= YEAR_DIGITS or (
                i + 1 < len(t)
                and (
                    bool(cats[i + 1])
                    or t.kinds[i + 1] != Kind.WORD
                    or self.guards.exact("and", i + 1)
                    or self.guards.exact("of_it", i + 1)
                )
            )
        if t.forms[i] == "(" or (t.kinds[i] == Kind.WORD and is_number_word(t.keys[i])):
            return any("unit" in c or "month" in c for c in cats[i + 1 : i + 8])
        return False

    def remember(self, found: Found) -> None:
        """Keep the last time for those that point back to it."""
        edtf = found.value.edtf
        if edtf is None or edtf.startswith("P") or "X" in edtf:
            return
        start = edtf.split("/")[0] if edtf.endswith("..") else edtf.split("/")[-1]
        parts = start.rstrip("~?%").split("-")
        if len(parts) > 1 and int(parts[1]) > 12:
            parts = parts[:1]
        if found.rule != "alike":
            self.whole = edtf
        self.near = list(_NO_TIMES)
        self.near_to, self.near_sort = found.last, found.value.sort
        for grain in range(len(parts)):
            self.last[grain] = self.near[grain] = "-".join(parts)

    def at(self, i: int) -> Found | None:
        """The time that starts at token `i`."""
        cats = self.g.cats[i]
        for needs, rule in (
            ("since", self.since),
            ("ago", self.ago),
            ("after", self.later),
            ("after_that", self.later),
            ("before_that", self.later),
            ("effective", self.effective),
            ("", self.ranged),
            ("unit", self.stretch),
            ("span_noun", self.stretch),
            ("", self.counted_stretch),
            ("", self.pointed),
            ("", self.lasting),
        ):
            if needs and needs not in cats:
                continue
            found = rule(i)
            if found is not None:
                return found
        return None

    def introduces(self, i: int) -> bool:
        """Whether the word at `i` only leads to a time: «في», «خلال», «لمدة»."""
        return self.guards.word("introduces", i)

    # rules ------------------------------------------------------------------------------------------------------------

    def since(self, i: int) -> Found | None:
        """«منذ عام 1984», «منذ نحو ثلاثة أشهر»."""
        g = self.g
        hit = g.start(i, "since")
        if hit is None or not g.joined(hit.last) or not g.unprefixed_any(hit.last):
            return None
        j = hit.last
        point = g.point(j) or g.bare_unit(j)
        stretch = self.lengths.span(j)
        length = self.lengths.read(j)
        closed = self.ranges.closed(j) if point is not None else None
        if closed is not None and self.guards.range_ok(j, *closed):
            return Found(i, closed[0], self.ranges.value(*closed[1:], self.context(i, future=False)), "since-until")
        if point is not None and (length is None or point[0] >= length[0]) and self.guards.point_ok(i, j, *point):
            value = resolve(point[1], self.context(i, future=False))
            if value.edtf is None:
                return Found(i, point[0], value, "since-date")
            if self.guards.record(i):
                return Found(j, point[0], value, "record-date")
            start = value.edtf.split("/")[0] if "/" in value.edtf else value.edtf
            if point[1].edge == 1 and value.sort == "year":
                start += "-01"  # «منذ مطلع العام»: from its first month on
            if "X" in start:  # validators know no open interval that begins in an unspecified year
                start = start.rstrip("~").replace("X", "0") + "~"
            return Found(i, point[0], Value(f"{start}/..", "", "open", value.inferred), "since-date")
        if stretch is not None and (length is None or stretch[0] > length[0]):
            return self.of_stretch(i, stretch)
        if length is None or (length[1].bare and length[1].definite):
            return None
        last, said = length
        if self.guards.record(i, first=True) and not said.vague:
            return Found(hit.last, last, length_value(said), "record-length")
        if said.vague:
            return Found(i, last, none(VAGUE, "open"), "since-length")
        last = self.from_now(last)
        if said.unit in CLOCK and sum(n for _, n in said.amounts) < DAY_HOURS:
            return Found(i, last, length_value(said), "since-hours")
        value = shifted(said, -1, self.context(i, future=False))
        if value.edtf is None or not self.guards.lasting(i):
            return Found(i, last, value, "since-ago")
        return Found(i, last, Value(value.edtf + "/..", "", "open", value.inferred), "since-length")

    def ago(self, i: int) -> Found | None:
        """«قبل نحو أسبوعين», «قبل 7 أشهر»; «قبل ثلاث ساعات من …» is a length."""
        g = self.g
        hit, day = g.start(i, "ago"), g.start(i, RELATIVE)
        if (
            hit is None
            or (day is not None and day.last > hit.last)
            or not g.joined(hit.last)
            or not g.unprefixed_any(hit.last)
        ):
            return None
        read = self.lengths.read(hit.last)
        if read is None or (read[1].bare and read[1].definite) or read[1].definite:
            return None
        last, said = read
        if said.bare and (
            (said.unit in ("second", "decade") and not self.guards.decade(last, said))
            or (g.joined(last) and self.t.keys[last].startswith(self.guards.article))
        ):
            return None
        if said.vague:
            return Found(i, last, none(VAGUE, "day"), "ago")
        if self.anchored(last) or self.guards.denied(i):
            return Found(hit.last, last, length_value(said), "length-before")
        last = self.from_now(last)
        return Found(i, last, shifted(said, -1, self.context(i, future=False)), "ago")

    def anchored(self, i: int) -> bool:
        """Whether «من …» or «على …» says from which event the length is counted."""
        return self.g.joined(i) and self.guards.word("of_anchor", i) and not self.guards.word("now", i + 1)

    def from_now(self, i: int) -> int:
        """The token after «من الآن», where it stands at `i`."""
        says = self.g.joined(i) and self.guards.word("of_anchor", i) and self.guards.word("now", i + 1)
        return i + 2 if says else i

    def later(self, i: int) -> Found | None:
        """«بعد ذلك بيومين», «قبل ذلك بأسبوع», and «بعد يومين» where the verb is in the future."""
        g = self.g
        for cat, sign in (("after_that", 1), ("before_that", -1)):
            hit = g.start(i, cat)
            if hit is None or not g.joined(hit.last):
                continue
            read = self.lengths.read(hit.last)
            if read is None or not any(b == self.guards.by for b in self.lengths.befores(hit.last)):
                continue
            if read[1].unit in CLOCK and not read[1].vague:
                return Found(hit.last, read[0], length_value(read[1]), "length-after")
            return Found(i, read[0], self.from_last(read[1], sign), "after-that")
        hit = g.start(i, "after")
        if hit is None or not g.joined(hit.last) or not g.unprefixed_any(hit.last):
            return None
        read = self.lengths.read(hit.last)
        if read is None or read[1].definite or self.guards.day_by_day(i, read[1]):
            return None
        mark = g.hit(read[0], "hijri_mark")
        if mark is not None and read[1].unit == "year" and self.wanted == "time":
            years = Point(hyrel=int(read[1].amounts[0][1]))
            return Found(i, mark.last, resolve(years, self.context(i)), "after-now")
        if read[1].vague:
            return Found(i, read[0], none(VAGUE, "day"), "after-vague")
        counted = self.from_point(read[0], read[1]) if self.wanted == "time" else None
        if counted is not None:
            return replace(counted, first=i)
        if self.anchored(read[0]) or not (self.guards.future(i) or self.wanted == "time"):
            return Found(hit.last, read[0], length_value(read[1]), "length-after")
        return self.on_day(Found(i, self.from_now(read[0]), shifted(read[1], 1, self.context(i)), "after-now"))

    def from_point(self, i: int, length: Length) -> Found | None:
        """In a single phrase: «بعد ثلاثة أشهر من شهر محرم», the time so long after another one."""
        read = self.g.point(i + 1) if self.g.joined(i + 1) and self.guards.word("of_it_all", i) else None
        if read is None or read[1].drel is not None:
            return None
        start = resolve(read[1], self.context(i)).edtf or ""
        full = len(start.rstrip("~")) == len("2015-07-22")
        day = published(start.rstrip("~") if full else f"{start[:MONTH_LENGTH]}-01")
        if day is None:
            return None
        return Found(i, read[0], shifted(length, 1, Context(self.date), day), "after-point")

    def on_day(self, found: Found) -> Found:
        """«بعد شهرين يوم الخميس»: the weekday in the week to which the length leads."""
        read = self.g.point(found.last) if self.phrase and self.g.joined(found.last) else None
        exact = len(found.value.edtf or "") >= MONTH_LENGTH
        if read is None or read[1] != Point(weekday=read[1].weekday) or not exact:
            return found
        return replace(found, last=read[0], value=in_week(found.value, read[1].weekday or 1))

    def from_last(self, length: Length, sign: int) -> Value:
        """The time so long after or before the last day in the text."""
        if length.vague:
            return none(VAGUE, "day")
        last = self.last[2]
        if last is None:
            return none(NO_ANCHOR, "day")
        return replace(shifted(length, sign, Context(self.date), date.fromisoformat(last)), inferred=False)

    def effective(self, i: int) -> Found | None:
        """«اعتبارا من 17 مايو»: open, where the day or month is named."""
        if not self.guards.exact("of_anchor", i + 1) or not self.g.joined(i + 2):
            return None
        read = self.g.point(i + 2) if self.g.unprefixed_any(i + 2) else None
        if read is None or not read[1].has(_NAMED):
            return None
        value = resolve(read[1], self.context(i + 2))
        if value.edtf is None or "/" in value.edtf:
            return None
        return Found(i, read[0], Value(f"{value.edtf}/..", "", "open", value.inferred), "effective-date")

    def ranged(self, i: int) -> Found | None:
        """«من 8 إلى 13 أكتوبر», «بين عامي 2012 و2014», «يومي الاثنين والثلاثاء»."""
        read = self.ranges.read(i)
        if read is None:
            return None
        last, a, b = read
        if not self.guards.range_ok(i, last, a, b):
            return None
        return Found(i, last, self.ranges.value(a, b, self.context(i)), "range")

    def stretch(self, i: int) -> Found | None:
        """«السنوات الخمس المقبلة», «الأيام الأخيرة», «الفترة القليلة القادمة»."""
        read = self.lengths.span(i) or self.lengths.period(i)
        return self.of_stretch(i, read) if read is not None else None

    def counted_stretch(self, i: int) -> Found | None:
        """«الـ22 سنة الأخيرة», «العشرين يوما الماضية»: the number first."""
        if "unit" in self.g.cats[i] or not (
            self.t.kinds[i] == Kind.NUMBER or "article" in self.g.cats[i] or is_number_word(self.t.keys[i])
        ):
            return None
        return self.stretch(i)

    def of_stretch(self, i: int, read: tuple[int, Point | None]) -> Found:
        """The value of a stretch that an adjective ties to the date."""
        last, point = read
        if point is None:
            return Found(i, last, none(VAGUE, "period"), "stretch-vague")
        return Found(i, last, resolve(point, self.context(i)), "stretch")

    def pointed(self, i: int) -> Found | None:
        """A date or a period."""
        read = self.g.point(i)
        alone = self.phrase and sum(k != Kind.PUNCT for k in self.t.kinds) == 1
        if read is None and (alone or (self.guards.word("bare_current", i - 1) and self.g.joined(i))):
            unit = self.g.bare_unit(i, first=alone)
            named = unit is not None and self.g.joined(unit[0]) and self.t.keys[unit[0]].startswith(self.guards.article)
            if unit is not None and not named and not self.anchored(unit[0]):
                read = unit
        if read is None and self.phrase and self.g.sign(i + 1, "/"):
            read = self.g.short_numeric(i)
        if read is None:
            return None
        last, point = read
        length = self.lengths.read(i)
        if length is not None and length[0] > last:
            return None
        of_it = self.guards.exact("of_it", last - 1)
        if of_it and (self.last[1] is None or self.guards.before("number_before", i)):
            return None  # «المادة 15 منه»
        year_more = (
            point.grain == 1
            and self.near_sort == "year"
            and self.near_to == i - 1
            and self.guards.year_goes_on(i, last)
        )
        if not year_more and not self.guards.point_ok(i, i, last, point):
            self.skip = last if point.grain == 3 and point.day is not None else 0
            return None
        coming = True if point.weekday is not None and point.day is None and self.guards.begins(i) else None
        later = (
            self.later(last) if self.phrase and point == Point(weekday=point.weekday) and self.g.joined(last) else None
        )
        if later is not None and len(later.value.edtf or "") >= MONTH_LENGTH:  # «الخميس بعد أسبوعين»
            return replace(later, first=i, value=in_week(later.value, point.weekday or 1))
        if self.guards.repeated(last):
            return Found(i, last, none(VAGUE, "period"), "repeated")
        value = resolve(point, self.context(i, future=coming))
        return Found(i, last, value, rule_name(point))

    def lasting(self, i: int) -> Found | None:
        """A length of time."""
        read = self.lengths.read(i)
        if read is None or (self.guards.exact("after_word", i - 1) and self.guards.day_by_day(i - 1, read[1])):
            return None
        last, length = read
        if not self.guards.length_ok(i, last, length):
            return None
        return Found(i, last, length_value(length), "length")


def find(doc: Document) -> tuple[Time, ...]:
    """Every time of `doc`, in the order of the text; those in captions, credits and datelines are marked."""
    t = doc.tokens
    out = []
    furniture = [(n.span.start, n.span.end) for n in doc.noise if n.reason not in KEPT_NOISE]
    for f in Finder(t, published(doc.article.date)).run():
        noisy = not all(doc.story[f.first : f.last])
        start = t.starts[f.first]
        if noisy and any(a <= start < b for a, b in furniture):
            continue
        out.append(
            Time(
                span=time_span(t, f.first, f.last),
                first=f.first,
                last=f.last,
                rule=f"time-{f.rule}",
                in_noise=noisy,
                edtf=f.value.edtf,
                why_not=f.value.why if f.value.edtf is None else "",
                sort=f.value.sort,
                inferred=f.value.inferred,
            )
        )
    return tuple(out)
