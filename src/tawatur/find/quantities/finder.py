"""Quantities of an article: one pass over its tokens; each number is read once with all that belongs to it."""

from __future__ import annotations

from tawatur.find.quantities import approx as approximators
from tawatur.find.quantities import context, duals, heads, ranges, small, units
from tawatur.find.quantities.found import Found, lead, values
from tawatur.find.quantities.tables import tables
from tawatur.find.quantities.units import Unit
from tawatur.model.document import Document
from tawatur.model.mention import Quantity
from tawatur.model.span import Span
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.memo import Memo
from tawatur.text.noun_forms import CONSTRUCT
from tawatur.text.number_words import reading
from tawatur.text.numerals import Number, decimal_value, read_number, several_word
from tawatur.text.offsets import start_without

_SILENT = frozenset({"repeat", "age", "byline"})  # a second printing of the title; the age of the page is no count


def find(doc: Document) -> tuple[Quantity, ...]:
    """Every quantity of `doc`, in the order of the text; from the second printing of a title nothing."""
    tokens = doc.tokens
    silent = [n.span for n in doc.noise if n.reason in _SILENT]
    out: list[Quantity] = []
    last_unit: Unit | None = None
    last_at = 0
    for found in scan(tokens):
        start = start_without(tokens.text, tokens.starts[found.first], found.skip)
        end = tokens.ends[found.last - 1]
        if any(r.start <= start < r.end for r in silent):
            continue
        if context.breaks(tokens, last_at, found.first):
            last_unit = None
        unit, inherited = found.unit, False
        if unit is None and last_unit is not None and (last_unit.sort != "money" or found.scaled):
            unit, inherited = last_unit, last_unit.sort != "percent"
        out.append(
            _quantity(tokens, found, Span.of(tokens.text, start, end), unit, inherited=inherited, story=doc.story)
        )
        if found.unit is not None and found.unit.sort != "percent":
            last_unit = found.unit
        last_at = found.last
    return tuple(out)


def _quantity(
    tokens: Tokens, found: Found, span: Span, unit: Unit | None, *, inherited: bool, story: tuple[bool, ...]
) -> Quantity:
    at = found.unit_at
    where = tokens.span(*at) if at is not None and at[1] > at[0] else None
    if where is not None and where.start < span.start:
        where = Span.of(tokens.text, span.start, where.end)  # what hangs on the noun is no part of it either
    if unit is not None and unit.sort == "percent" and not inherited and found.unit is None:
        unit = None
    word = ""
    if found.unit is not None:
        word = "%" if found.unit.sort == "percent" else (where.text if where else "")
    best = found.low if found.approx in ("exact", "about", "at_least") else None
    return Quantity(
        span=span,
        first=found.first,
        last=found.last,
        rule=found.rule,
        in_noise=not all(story[found.first : found.last]) if story else False,
        low=found.low,
        best=best,
        high=found.high,
        approx=found.approx,
        unit=word,
        lemma=unit.lemma if unit is not None else "",
        unit_span=where,
        currency=unit.currency if unit is not None else None,
        of=found.of,
    )


@Memo
def _may_start(word: str) -> int:
    """Why a quantity may stand at the key `word`: 1 number, 2 vague plural, 4 dual, 8 one; 0 for nearly all words."""
    if word[0].isdecimal():
        return 1
    found = reading(word)
    why = 0
    if found is not None and not found.atom.many:
        why = 1
        if word in tables().sets["one"]:
            why |= 8
    elif several_word(word) is not None:
        why = 2
    elif duals.singular(word) is not None:
        why = 4
    return why


def scan(tokens: Tokens) -> list[Found]:
    """Every quantity in `tokens`, units not yet handed on from one to the next."""
    out: list[Found] = []
    free = 0  # the first token that no number has taken yet
    for i, why in [(i, why) for i, why in enumerate(map(_may_start.__getitem__, tokens.keys)) if why]:
        if i < free:
            continue
        previous = out[-1] if out else None
        found, free = _read(tokens, i, why, previous)
        if found is not None and (previous is None or found.first >= previous.last):
            out.append(found)
            free = max(free, found.last)
    return out


def _read(tokens: Tokens, i: int, why: int, previous: Found | None) -> tuple[Found | None, int]:
    """The quantity that starts at token `i`, and the token to go on from."""
    if why & 1:
        if tokens.kinds[i] == Kind.NUMBER and units.in_address(tokens, i):
            return None, i + 1
        return _number(tokens, i, one=bool(why & 8), previous=previous)
    if why & 2:
        return small.several(tokens, i)
    return small.dual(tokens, i), i + 1


# numbers ------------------------------------------------------------------------------------------------------------


def _number(tokens: Tokens, i: int, *, one: bool, previous: Found | None) -> tuple[Found | None, int]:
    number = read_number(tokens, i)
    if number is None:
        return None, i + 1
    if context.year_first(tokens, number):
        return None, i + 1  # «في 2016 مليار»: the year, then the count
    if i and context.ordinal_runs_on(tokens, i):
        return None, number.last
    share = context.one_in(tokens, number.last) or units.percent(tokens, number.last) is not None
    if one and number.last == i + 1 and not share:
        return small.one(tokens, i), i + 1
    if number.part:
        return small.part(tokens, number), number.last
    span = ranges.read(tokens, number) if not context.said_year(tokens, number) else None
    if span is None:
        return _single(tokens, number, previous), number.last
    return _range(tokens, span, previous), span.last


def _single(tokens: Tokens, number: Number, previous: Found | None) -> Found | None:
    first, skip, kind = lead(tokens, number)
    if heads.is_ordinal(tokens, number) or context.is_word_year(tokens, number):
        return None
    if (bracketed := _in_brackets(tokens, number)) is not None:
        return bracketed
    unit = units.after(tokens, number.last, number.value, construct=_in_construct(tokens, number))
    if unit is not None and number.definite and number.words and not _fits_definite(tokens, number, unit):
        unit = None
    value = number.value
    if unit is not None and unit.sort == "percent" and number.last == number.first + 1:
        value = decimal_value(tokens.forms[number.first], value)
    last = number.last
    if context.is_name_or_time(tokens, number, unit):
        return None
    if unit is not None and unit.sort == "time":
        return None
    unit_at = None
    if unit is not None:
        last, unit_at = unit.last, (unit.first, unit.last)
        if unit.sort == "money" and unit.last > unit.first + 1:
            unit_at = (unit.first, unit.first + 1)
    elif (signed := context.sign_before(tokens, number.first)) is not None:
        unit, first, skip = signed, min(first, number.first - 1), 0
        unit_at = (number.first - 1, number.first)
    of = context.out_of(tokens, last, value) if unit is None or unit.sort != "percent" else None
    trailing = approximators.after(tokens, last)
    if unit is not None and unit.sort == "of" and heads.is_definite(tokens, number):
        unit, unit_at, last = _unless_before(tokens, number, first, unit)
    if unit is None and (noun := heads.noun_before(tokens, number, first)) is not None:
        return _with_noun_before(tokens, number, noun, kind)
    if unit is None and of is None and not context.counts(tokens, number, first, kind, trailing):
        after = previous.last if previous is not None and previous.unit is not None else None
        if after is None or not context.goes_on(tokens, number, after):
            return None
    if of is not None:
        last = of[0]
        if unit is None and of[2] is not None:
            unit = of[2]
            unit_at = (unit.first, unit.last)
    if trailing is not None and (not kind or kind == "about" or trailing[1] == "about" or kind != trailing[1]):
        last = max(last, trailing[0])
        kind = trailing[1]
    low, high, kind = values(value, kind)
    return Found(
        first,
        last,
        skip,
        low,
        high,
        kind,
        "number",
        unit,
        unit_at,
        of=of[1] if of is not None else None,
        scaled=number.scale >= 1000,
    )


def _unless_before(
    tokens: Tokens, number: Number, first: int, unit: Unit
) -> tuple[Unit | None, tuple[int, int] | None, int]:
    """«المرشحين الثلاثة من أحزاب صغيرة»: a noun before a definite number is what it counts, not the one behind «من»."""
    if heads.noun_before(tokens, number, first) is None:
        return unit, (unit.first, unit.last), unit.last
    return None, None, number.last


def _in_brackets(tokens: Tokens, number: Number) -> Found | None:
    """«(50) ألف ريال», «عدد (2) مشروع»: official letters put the digits in brackets."""
    i, last = number.first, number.last
    if not number.digits or not i or last + 1 >= len(tokens) or (tokens.keys[i - 1], tokens.keys[last]) != ("(", ")"):
        return None
    if (about := approximators.before(tokens, i - 1)) is not None and about[2] != "exact":
        low, high, kind = values(number.value, about[2])
        return Found(about[0], last + 1, len(about[1]), low, high, kind, "number")  # «لا تقل عن (3.75)»
    if tokens.gaps[last + 1] > Gap.SPACE or tokens.kinds[last + 1] != Kind.WORD:
        return None
    value, at = number.value, last + 1
    power = read_number(tokens, at)
    if power is not None and not power.before and power.scale >= 1000 and power.value == power.scale:
        value, at = value * power.value, power.last
    unit = units.after(tokens, at, value)
    if unit is None or unit.sort in ("time", "of"):
        return None
    noun = tokens.keys[unit.first]
    if at == last + 1 and noun not in tables().lemmas and not (value > 10 and noun.endswith(CONSTRUCT[1])):
        return None
    if i > 1 and context.is_label(tokens.keys[i - 2]):
        return None  # «رقم (90) غرفة»
    first, skip, kind = lead(tokens, Number(i - 1, last, value))
    trailing = approximators.after(tokens, unit.last)
    end = unit.last
    if trailing is not None and not kind:
        end, kind = trailing
    low, high, kind = values(value, kind)
    scaled = value >= 1000
    return Found(first, end, skip, low, high, kind, "number", unit, (unit.first, unit.last), scaled=scaled)


def _in_construct(tokens: Tokens, number: Number) -> bool:
    """«مليوني», «ألفا»: the dual has lost its n, so that its noun must follow."""
    return number.dual and tokens.keys[number.last - 1].endswith(CONSTRUCT)


def _fits_definite(tokens: Tokens, number: Number, unit: Unit) -> bool:
    """After a definite number word only a known noun is what it counts: «العشرة ملايين دولار», not «المئة قائم»."""
    return number.scale >= 1000 or unit.sort != "noun" or tokens.keys[unit.first] in tables().lemmas


def _with_noun_before(tokens: Tokens, number: Number, noun: tuple[int, int], kind: str) -> Found:
    """«الرجال الثلاثة», «الدول الغربية الـ28»: the definite noun stands before its number."""
    at, skip = noun
    last = number.last
    opened = tokens.keys[number.first - 1] in context.QUOTES_OPEN
    if opened and last < len(tokens) and tokens.keys[last] in context.QUOTES_CLOSE and tokens.gaps[last] == Gap.NONE:
        last += 1
    low, high, kind = values(number.value, kind)
    unit = Unit(at, at + 1, "noun", units.lemma(tokens.keys[at][skip:]))
    return Found(at, last, skip, low, high, kind, "number-after-noun", unit, (at, at + 1))


def _range(tokens: Tokens, span: ranges.Range, previous: Found | None) -> Found | None:
    first, skip = span.first, span.skip
    unit = units.after(tokens, span.last, span.high)
    if unit is None:
        unit = span.unit
    if unit is not None and unit.sort == "time":
        return None
    if context.are_years(tokens, span.first, span.last, unit):
        return None
    if unit is None and not (span.sure and context.counts_range(tokens, span.first, previous is not None)):
        return None
    last = max(span.last, unit.last) if unit is not None else span.last
    found = approximators.before(tokens, first) if not skip else None
    if found is not None:
        first, skip = found[0], len(found[1])
    unit_at = (unit.first, unit.last) if unit is not None else None
    trailing = approximators.after(tokens, last, skip=1)
    if trailing is not None and trailing[1] == "about":
        last = trailing[0]
    return Found(first, last, skip, span.low, span.high, "range", "range", unit, unit_at, scaled=span.scaled)
