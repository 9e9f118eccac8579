"""Numbers in Arabic text, digits, words and both together: one reader for quantities, times and single phrases.

Grammar: a number is groups joined by و, each smaller than the one before; a group is a count (units, tens after units,
hundreds) and the powers of a thousand that it counts. Digits may stand for any count. Parts (نصف, ثلاثة أرباع) may stand
before a power («نصف مليون»), after it («مليار ونصف المليار») or alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.number_groups import Groups, decimal_value, digits_value
from tawatur.text.number_words import Atom, and_eleven, ordinal_word, reading, words

__all__ = [
    "Number",
    "Several",
    "decimal_value",
    "digits_value",
    "read_number",
    "read_ordinal",
    "read_several",
    "several_word",
    "starts_number",
]


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens `first` up to, not including, `last`.

    `before`: what hangs on its first word (و, ف, ب, ل, ك); `definite`: it has the article.
    `scale`: the last power of ten that a word names (1 for bare digits and units), which «100 و150 مليار» shares out.
    `words`: a number word takes part; `digits`: digits do. `part`: it is a fraction alone (نصف, ثلاثة أرباع).
    `dual`: its last word is a dual that needs its noun at once (ألفي, مئتا). `one`: a bare «واحد».
    """

    first: int
    last: int
    value: float
    before: str = ""
    definite: bool = False
    scale: float = 1.0
    words: bool = False
    digits: bool = False
    part: bool = False
    dual: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """A vague plural: عشرات, مئات الآلاف, بضعة آلاف. `value` is its power of ten; it means `value` up to ten times that, less one."""

    first: int
    last: int
    value: float
    before: str = ""
    definite: bool = False

    @property
    def high(self) -> float:
        """The largest whole number that it may mean."""
        return self.value * 10 - 1


def starts_number(tokens: Tokens, i: int) -> bool:
    """Say cheaply whether a number may start at token `i`."""
    return tokens.kinds[i] == Kind.NUMBER or (tokens.kinds[i] == Kind.WORD and reading(tokens.keys[i]) is not None)


def read_number(tokens: Tokens, i: int) -> Number | None:
    """The longest number that starts at token `i`, or None. A bare «أحد» is none; vague plurals are `read_several`'s.

    >>> from tawatur.text.tokenize import tokenize
    >>> def value(text):
    ...     number = read_number(tokenize(text), 0)
    ...     return number and (number.value, number.last)
    >>> value("خمسة وعشرون ألفا وثلاثمئة جندي")
    (25300.0, 4)
    >>> value("12 ألفا و500"), value("3.5 مليون"), value("مليار ونصف المليار"), value("نصف مليون")
    ((12500.0, 4), (3500000.0, 2), (1500000000.0, 3), (500000.0, 2))
    >>> value("ألفي جندي"), value("إحدى عشرة قذيفة"), value("ثلاثة أرباع")
    ((2000.0, 1), (11.0, 2), (0.75, 2))
    """
    return _Reader(tokens).number(i)


def read_ordinal(tokens: Tokens, i: int) -> Number | None:
    """The ordinal that starts at token `i` («الثالثة والعشرون», «حادي عشر»), or None.

    Tens, hundreds and thousands have one form for both; with the article alone («العشرون») they are read as ordinals here,
    and the caller decides by what they stand with.

    >>> from tawatur.text.tokenize import tokenize
    >>> [(o.value, o.last) for o in (read_ordinal(tokenize(t), 0) for t in ("الحادية عشرة", "الثالث والعشرين", "رابع"))]
    [(11.0, 2), (23.0, 2), (4.0, 1)]
    """
    return _Reader(tokens).ordinal(i)


def read_several(tokens: Tokens, i: int) -> Several | None:
    """A vague plural at token `i`, with the powers it counts: «مئات الآلاف», «آلاف».

    >>> from tawatur.text.tokenize import tokenize
    >>> [(s.value, s.high) for s in (read_several(tokenize(t), 0) for t in ("عشرات الآلاف من", "مئات القتلى"))]
    [(10000.0, 99999.0), (100.0, 999.0)]
    """
    found = several_word(tokens.keys[i])
    if found is None:
        return None
    before, definite, value = found
    last = i + 1
    while last < len(tokens) and tokens.gaps[last] <= Gap.SPACE:
        more = several_word(tokens.keys[last])
        if more is None or more[0] or more[2] < 1000:
            single = reading(tokens.keys[last])
            if single is None or single.before or single.atom.kind != "scale" or single.atom.dual or value >= 1000:
                break
            more = ("", single.definite, single.atom.value)
        value *= more[2]
        last += 1
    return Several(i, last, value, before, definite)


def several_word(word: str) -> tuple[str, bool, float] | None:
    """Read the key `word` as a vague plural: (what hangs before it, has the article, power of ten).

    >>> several_word("والمئات")
    ('و', True, 100.0)
    """
    found = reading(word)
    if found is None:
        table = words().several
        for before in ("", "و", "ب", "ل", "ف"):
            if before and word[0] != before:
                continue
            stem = word[len(before) :]
            for article in ("", "ال"):
                if stem.startswith(article) and stem[len(article) :] in table:
                    return before, bool(article), table[stem[len(article) :]]
        return None
    if not found.atom.many:
        return None
    return found.before, found.definite, found.atom.value


class _Reader(Groups):
    """Whole numbers and ordinals, made of groups."""

    # whole numbers --------------------------------------------------------------------------------------------------

    def number(self, i: int) -> Number | None:
        t = self.t
        if t.kinds[i] == Kind.NUMBER:
            at = None
        else:
            at = self.word(i, joined=False)
            if at is None or at.atom.many or at.atom.kind == "first":
                return None
        first = self.group(i, at)
        if first is None:
            return None
        last, value, power, dual = first
        if at is not None and last == i + 1 and (at.atom.kind == "before" or (at.definite and at.atom.value == 2)):
            return None  # «أحد» is "one of", «الاثنين» is a day
        before = at.before if at is not None else ""
        if value == 11 and and_eleven(t.keys[i], t.forms[i]):
            before = "و"
        has_words = at is not None or power != 1
        has_digits = at is None
        part = power == 0.0
        room = power
        while room > 1:
            join = self.and_(last)
            if join is None:
                break
            piece = self.group(*join) if join[1] is None or not join[1].atom.many else None
            if piece is None or piece[2] == 0.0 or not piece[1]:
                break
            after, more, scale, d = piece
            alone = join[1] is not None and join[1].atom.kind == "before" and after == join[0] + 1
            if alone:
                break
            if more < room:
                value, last, room, dual = value + more, after, scale if scale > 1 else 1.0, d
                has_digits = has_digits or join[1] is None
                has_words = has_words or join[1] is not None
                if scale > 1:
                    power = scale
                continue
            if scale > room and more / scale < room:  # «ألف ومئتان وخمسون مليونا»: the power counts all before it
                value, last, room, power, dual = (value + more / scale) * scale, after, scale, scale, d
                has_words = True
                continue
            break
        if not part and (add := self.and_part(last, power if power > 1 else 1.0)) is not None:
            last, value, has_words, dual = add[0], value + add[1], True, False
        if (decimals := self.point(last, scaled=power > 1)) is not None and float(value).is_integer():
            last, fraction, power_after = decimals
            if power_after > 1 and power == 1:
                value, power = (value + fraction / power_after) * power_after, power_after
            else:
                value += fraction
            has_words = True
        return Number(
            first=i,
            last=last,
            value=_clean(value),
            before=before,
            definite=at is not None and at.definite,
            scale=power or 1.0,
            words=has_words,
            digits=has_digits,
            part=part,
            dual=dual,
        )

    def point(self, i: int, *, scaled: bool) -> tuple[int, float, float] | None:
        """«فاصلة خمسة وسبعون»: (next token, the fraction, 1); «فاصلة ثلاثة من مائة» says its size.

        Where a power follows («أربعة فاصلة خمسة ملايين»): (next token, fraction times power, power), where digits and power
        can be told apart; else the digits as they are said, with their own power.
        """
        t = self.t
        if i + 1 >= len(t) or t.keys[i] not in words().point or t.gaps[i] > Gap.SPACE or t.gaps[i + 1] > Gap.SPACE:
            return None
        if not starts_number(t, i + 1):
            return None
        number = self.number(i + 1)
        if number is None or number.before or not number.value.is_integer():
            return None
        if number.last + 1 < len(t) and t.keys[number.last] == "من" and starts_number(t, number.last + 1):
            whole = self.number(number.last + 1)
            if whole is not None and whole.value > number.value:
                return whole.last, number.value / whole.value, 1.0
        if number.scale >= 1000 and not scaled:
            counted = number.value / number.scale
            if counted.is_integer():
                return number.last, float(f"0.{int(counted)}") * number.scale, number.scale
        digits = t.forms[i + 1] if number.digits and not number.words else str(int(number.value))
        return number.last, float(f"0.{digits}"), 1.0

    # ordinals ---------------------------------------------------------------------------------------------------------

    def ordinal(self, i: int) -> Number | None:
        t = self.t
        if t.kinds[i] != Kind.WORD:
            return None
        simple = ordinal_word(t.keys[i])
        found = reading(t.keys[i])
        if simple is not None:
            before, definite, value = simple
            last, more = self.after_unit(i + 1)
            return self.after_ordinal(i, last, float(value + more), before, definite=definite)
        if found is None:
            return None
        if found.atom.kind in ("unit", "before", "first") and found.atom.value <= 2:
            last, more = self.after_unit(i + 1)
            if more and (found.definite or found.atom.kind != "unit"):
                return self.after_ordinal(i, last, found.atom.value + more, found.before, definite=found.definite)
            return None
        if not found.definite:
            return None
        number = self.number(i)
        if number is None or number.part or found.atom.kind == "part":
            return None
        return self.after_ordinal(i, number.last, number.value, found.before, definite=True)

    def after_unit(self, i: int) -> tuple[int, int]:
        """Ten, or «و» and tens, after an ordinal's unit: (next token, what it adds)."""
        found = self.word(i)
        if found is not None and not found.before and found.atom == Atom("unit", 10.0):
            return i + 1, 10
        join = self.and_(i)
        if join is not None and join[1] is not None and join[1].atom.kind == "ten":
            return join[0] + 1, int(join[1].atom.value)
        return i, 0

    def after_ordinal(self, i: int, last: int, value: float, before: str, *, definite: bool) -> Number:
        """«بعد المئة» adds a hundred; «المئة والخامس» too, with the hundreds first."""
        t = self.t
        if last + 1 < len(t) and t.keys[last] in words().after and t.gaps[last] <= Gap.SPACE:
            more = self.word(last + 1)
            if more is not None and more.definite and more.atom.kind in ("hundred", "scale"):
                number = self.number(last + 1)
                if number is not None and number.value > value:
                    return Number(i, number.last, value + number.value, before, definite=definite, words=True)
        if value >= 100 and last < len(t) and t.gaps[last] <= Gap.SPACE:
            simple = ordinal_word(t.keys[last])
            if simple is not None and simple[0] == "و" and simple[1]:
                end, more_value = self.after_unit(last + 1)
                return Number(i, end, value + simple[2] + more_value, before, definite=definite, words=True)
        return Number(i, last, value, before, definite=definite, words=True)


def _clean(value: float) -> float:
    """Take the dust of binary fractions off: 3.57 × 10⁹ is a whole number."""
    rounded = round(value, 6)
    return float(round(rounded)) if abs(rounded - round(rounded)) < 1e-6 * max(1.0, abs(rounded)) * 1e-3 else rounded
