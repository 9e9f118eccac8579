"""Reads lengths of time: «ثلاثة أيام», «خمسة أعوام ونصف العام», «48 ساعة», «بضعة أشهر», and stretches counted from the date."""

from __future__ import annotations

from dataclasses import replace

from tawatur.find.times.durations import BIG, Amount, Length, rank, summed
from tawatur.find.times.grammar import Grammar
from tawatur.find.times.points import Point
from tawatur.find.times.words import MONTH, UNIT, Hit
from tawatur.model.tokens import Kind
from tawatur.text.numerals import Number, read_number, starts_number
from tawatur.text.words import ARTICLE


class Lengths:
    """Reads lengths over the tokens that a grammar reads."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.t = grammar.t

    def read(self, i: int) -> tuple[int, Length] | None:
        """A length at token `i`, with what makes it approximate, before and after it."""
        g = self.g
        approx, at = "", i
        between = g.start(i, "between")
        if between is not None and g.joined(between.last) and starts_number(self.t, between.last):
            number = read_number(self.t, between.last)
            counted = self.counted(number, either=True) if number is not None and not number.before else None
            if counted is None or not counted[2]:
                return None
            return self.after(counted[0], Length(amounts=counted[1], to=counted[2]))
        for cat in ("about", "more", "less"):
            found = g.start(i, cat)
            if found is not None and found.last > at and g.joined(found.last):
                approx, at = cat, found.last
        few = g.start(at, "few") if at == i else g.hit(at, "few")
        if few is not None and g.joined(few.last):
            unit = g.hit(few.last, UNIT)
            famous = (
                unit is not None and self.t.keys[few.last] in g.lexicon.guards["famous"] and few.last > few.first + 1
            )
            if famous and g.joined(few.last + 1) and self.t.kinds[few.last + 1] == Kind.WORD:
                return None  # «عددا من أشهر الأغاني»
            if unit is not None and unit.value[1] == "many":
                return self.after(unit.last, Length(amounts=((unit.value[0], 0.0),), vague=True))
        found_core = self.core(at, first=at == i)
        if found_core is None:
            return None
        last, length = found_core
        if approx:
            length = replace(length, approx=approx)
        return self.after(last, length)

    def after(self, last: int, length: Length) -> tuple[int, Length]:
        """Words that belong to a length after it: «تقريبا», «كاملة», «عدة»."""
        g = self.g
        either = g.hit(last, "or")
        if either is not None and g.joined(either.last) and starts_number(self.t, either.last) and not length.vague:
            second = self.amount(either.last, first=False)
            number = read_number(self.t, either.last)
            if second is not None and not second[3] and not second[4]:
                return second[0], Length(amounts=length.amounts, vague=True)
            if number is not None and not number.before:
                return number.last, Length(amounts=length.amounts, vague=True)
        while g.joined(last):
            found = g.hit(last, "approx_after")
            if found is not None:
                last = found.last
                length = replace(length, approx=length.approx or "about")
                continue
            whole = g.hit(last, "whole") or g.hit(last, "of_time")
            if whole is not None and not length.vague:
                last = whole.last
                length = replace(length, bare=False)
                continue
            few = g.hit(last, "few_after")
            if few is not None and length.vague:
                last = few.last
                length = Length(amounts=length.amounts, vague=True)
                continue
            break
        return last, length

    def unit(self, i: int) -> Hit | None:
        """A unit at the inner token `i`."""
        return self.g.hit(i, UNIT)

    def core(self, i: int, *, first: bool) -> tuple[int, Length] | None:
        """Number and unit, a dual, a fraction of a unit, one unit; and what «و» adds."""
        got = self.amount(i, first=first)
        if got is None:
            return None
        last, amounts, definite, vague, bare, to = got
        amounts = (*amounts,)
        while not vague and not to:
            more = self.more(last, amounts[-1][0])
            if more is None:
                break
            last, extra = more
            amounts, bare = (*amounts, extra), False
        less = self.g.hit(last, "except") if not vague and not to else None
        if less is not None and (part := self.g.hit(less.last, "fraction")) is not None:
            unit, whole = amounts[-1]
            last, bare = part.last, False
            amounts = (*amounts[:-1], (unit, whole - part.value[0] / part.value[1]))
        amounts = summed(amounts)
        return last, Length(amounts=amounts, to=to, definite=definite, vague=vague, bare=bare)

    def amount(
        self, i: int, *, first: bool
    ) -> tuple[int, tuple[Amount, ...], bool, bool, bool, tuple[Amount, ...]] | None:
        """One amount: (next token, amounts, definite, vague, bare, other end of a range)."""
        g, t = self.g, self.t
        if i >= g.n or not (first or g.joined(i)):
            return None
        at, article = i, False
        if t.forms[i] == "(" and g.joined(i + 1) and starts_number(t, i + 1):
            number = read_number(t, i + 1)
            if number is not None and g.sign(number.last, ")"):
                unit = self.unit(number.last + 1)
                if unit is not None and unit.value[1] != "construct":
                    return unit.last, ((unit.value[0], number.value),), False, False, False, ()
            return None
        mark = g.start(i, "article")
        if mark is not None and g.joined(i + 1) and t.kinds[i + 1] == Kind.NUMBER:
            at, article = i + 1, True
        fraction = g.start(at, "fraction") if first else g.hit(at, "fraction")
        if fraction is not None:
            unit = self.unit(fraction.last)
            if unit is not None and unit.value[1] == "one":
                n, d = fraction.value
                return unit.last, ((unit.value[0], n / d),), False, False, False, ()
        if starts_number(t, at):
            number = read_number(t, at)
            if number is not None and (first or not number.before):
                counted = self.counted(number)
                if counted is not None:
                    last, amounts, to = counted
                    return last, amounts, article or number.definite, False, False, to
        unit = g.start(i, UNIT) if first else self.unit(i)
        if unit is None or unit.value[1] == "construct":
            return None
        name, form = unit.value
        if form == "two":
            return unit.last, ((name, 2.0),), unit.definite, False, False, ()
        if form == "one":
            if name == "month" and g.hit(unit.last, MONTH) is not None:
                return None  # «بعد شهر رمضان»
            one = self.one(unit)
            return one if one is not None else (unit.last, ((name, 1.0),), unit.definite, False, True, ())
        return unit.last, ((name, 0.0),), unit.definite, True, True, ()

    def one(self, unit: Hit) -> tuple[int, tuple[Amount, ...], bool, bool, bool, tuple[Amount, ...]] | None:
        """A unit with «واحد» or «كامل» after it."""
        whole = self.g.hit(unit.last, "whole")
        if whole is None:
            return None
        return whole.last, ((unit.value[0], 1.0),), unit.definite, False, False, ()

    def counted(
        self, number: Number, *, either: bool = False
    ) -> tuple[int, tuple[Amount, ...], tuple[Amount, ...]] | None:
        """The unit after a number, or after a second one: «7 إلى 8 أعوام», «3-5 سنوات»."""
        g, t = self.g, self.t
        if not g.joined(number.last) or number.value >= BIG:
            return None
        unit = self.unit(number.last)
        if unit is not None:
            if unit.definite or unit.value[1] in ("construct", "two"):
                return None
            if g.joined(unit.last) and t.keys[unit.last] in g.lexicon.guards["light"]:
                return None  # light years are a distance
            if unit.value == ("year", "one") and g.year(number.last) is not None:
                return None  # «584 ألفا عام 2013»
            if number.scale >= 1000 and unit.value[0] in ("hour", "minute", "second"):
                return None  # so many hours are counted work, not a length of time
            return unit.last, ((unit.value[0], number.value),), ()
        at = number.last
        to = g.hit(at, "to")
        if to is not None:
            at = to.last
        elif t.forms[at] in "-–" or (either and t.keys[at] in g.lexicon.guards["and"]):
            at += 1
        elif not (either and starts_number(t, at) and t.kinds[at] == Kind.WORD):
            return None
        if not g.joined(at) or not starts_number(t, at):
            return None
        second = read_number(t, at)
        if second is None or not g.joined(second.last) or not number.value < second.value < BIG:
            return None
        unit = self.unit(second.last)
        if unit is None or unit.definite or unit.value[1] == "construct":
            return None
        return unit.last, ((unit.value[0], number.value),), ((unit.value[0], second.value),)

    def more(self, i: int, unit: str) -> tuple[int, Amount] | None:
        """What «و» adds: «ونصف», «ونصف العام», «وثلاثة أشهر», «و30 دقيقة»."""
        g, t = self.g, self.t
        if not g.joined(i):
            return None
        at = i
        if g.spoken and t.forms[i] in g.lexicon.guards["comma"]:
            at = i = i + 1
            if not g.joined(i):
                return None
        if t.keys[i] in g.lexicon.guards["and"]:
            at = i + 1
        elif g.spoken and t.forms[i - 1] in g.lexicon.guards["comma"]:
            at = i
        elif not any(b in g.lexicon.guards["and"] for b in self.befores(i)):
            return None
        fraction = g.start(at, "fraction")
        if fraction is None:
            fraction = self.definite_fraction(at)
        if fraction is not None and (at > i or fraction.before in g.lexicon.guards["and"]):
            n, d = fraction.value
            same = self.unit(fraction.last)
            if same is not None and same.value[1] == "one" and same.definite and same.value[0] == unit:
                return same.last, (unit, n / d)
            if same is not None and same.value[1] == "one" and same.value[0] != unit:
                return same.last, (same.value[0], n / d)
            return fraction.last, (unit, n / d)
        got = self.amount(at, first=True)
        if got is None or got[2] or got[3] or got[5]:
            return None
        extra = got[1][0]
        if (
            got[4]
            and g.joined(got[0])
            and not g.hit(got[0], "except")
            and (g.hit(got[0], MONTH) or t.keys[got[0]].startswith(ARTICLE))
        ):
            return None  # «وشهر رمضان», «وعام الفيل»
        if rank(extra[0]) <= rank(unit) and not g.spoken:
            return None
        return got[0], extra

    def definite_fraction(self, i: int) -> Hit | None:
        """«والنصف», «والربع» as clock times and «الساعة والنصف» have it."""
        piece = self.g.start(i, "piece")
        if piece is None or not piece.definite:
            return None
        of = {"half": (1, 2), "quarter": (1, 4), "third": (1, 3)}[piece.value]
        return Hit(piece.first, piece.last, piece.before, of)

    def befores(self, i: int) -> set[str]:
        """What may hang before the word at `i`, number words among them."""
        t = self.t
        found = {before for before, _ in self.g.lexicon.readings(t.keys[i])}
        if t.kinds[i] == Kind.WORD and starts_number(t, i):
            number = read_number(t, i)
            if number is not None:
                found.add(number.before)
        return found

    # stretches that an adjective ties to the date ------------------------------------------------------------------------

    def span(self, i: int) -> tuple[int, Point | None] | None:
        """«السنوات الخمس المقبلة», «اليومين الأخيرين», «الـ22 سنة الأخيرة»; (next token, None) where no number is said."""
        g = self.g
        unit = g.start(i, UNIT)
        if unit is not None and unit.definite and unit.value[1] in ("two", "many"):
            return self.plural_span(unit)
        if unit is not None:
            return None
        found = self.core(i, first=True)
        if found is None:
            return None
        last, length = found
        adjective = g.adjective(last) if not length.bare and len(length.amounts) == 1 else None
        if adjective is None or adjective[1] not in _WAYS or length.vague:
            return None
        name, n = length.amounts[0]
        return adjective[0], Point(span=(name, int(n), _WAYS[adjective[1]]))

    def period(self, i: int) -> tuple[int, Point | None] | None:
        """«الفترة القليلة القادمة»: a stretch of which nobody says how long it is; «الفترة الأخيرة» is as vague as «مؤخرا»."""
        noun = self.g.start(i, "span_noun")
        if noun is None:
            return None
        few = self.g.hit(noun.last, "adjective")
        if few is None or not few.definite or few.value != "few":
            return None
        adjective = self.g.adjective(few.last)
        return (adjective[0], None) if adjective is not None and adjective[1] in _WAYS else None

    def plural_span(self, unit: Hit) -> tuple[int, Point | None] | None:
        """The same where the unit comes first and its number after it."""
        g, t = self.g, self.t
        name, form = unit.value
        at, n = unit.last, 2 if form == "two" else 0
        if form == "many" and g.joined(at):
            mark = g.hit(at, "article")
            start = mark.last if mark is not None else at
            if g.joined(start) and starts_number(t, start):
                number = read_number(t, start)
                if number is not None and not number.before and (number.definite or mark is not None):
                    n, at = int(number.value), number.last
                    either = g.hit(at, "or")
                    if either is not None and g.joined(either.last) and starts_number(t, either.last):
                        second = read_number(t, either.last)
                        if second is not None and second.definite:
                            n, at = int(second.value), second.last
        few = g.hit(at, "adjective")
        if few is not None and few.definite and few.value == "few":
            at = few.last
        adjective = g.adjective(at)
        if adjective is None:
            first = (
                form == "many"
                and not n
                and name != "hour"
                and g.joined(at)
                and t.keys[at] in g.lexicon.guards["first_of"]
            )
            return (at + 1, None) if first else None
        if adjective[1] not in _WAYS:
            return (adjective[0], None) if adjective[1] in ("before", "after", "few") and not n else None
        if not n or (few is not None and few.value == "few"):
            return adjective[0], None
        return adjective[0], Point(span=(name, n, _WAYS[adjective[1]]))


_WAYS = {"past": "past", "last": "last", "next": "next", "before": "past"}
