"""Vague plurals, parts of a whole, one of something, and duals: amounts that are no plain number."""

from __future__ import annotations

from tawatur.find.quantities import context, duals, heads, units
from tawatur.find.quantities.found import Found, lead, values
from tawatur.find.quantities.units import Unit
from tawatur.model.tokens import Tokens
from tawatur.text.noun_forms import BY
from tawatur.text.number_words import and_eleven
from tawatur.text.numerals import Number, read_several

_NOTHING = float("nan")


def several(tokens: Tokens, i: int) -> tuple[Found | None, int]:
    """«عشرات الجرحى», «بضع مئات من المتاجر»: the vague plural at token `i`, and the token to go on from."""
    number = read_several(tokens, i)
    if number is None:
        return None, i + 1
    if number.definite and number.before and number.before[-1] == BY and _uncounted(tokens, number.last):
        return None, number.last  # «تباع بالمليارات» says how, not how many
    if number.definite and i and context.is_label(tokens.keys[i - 1]):
        return None, number.last  # «خانة العشرات»
    first, skip, _ = lead(tokens, number)
    unit = units.after(tokens, number.last, _NOTHING)
    if unit is not None and unit.sort == "time":
        return None, number.last
    last = unit.last if unit is not None else number.last
    few = context.few_before(tokens, first)
    if few is not None:
        first, skip = few
    at = (unit.first, unit.last) if unit is not None else None
    found = Found(
        first, last, skip, number.value, number.high, "vague", "several", unit, at, scaled=number.value >= 1e6
    )
    return found, last


def _uncounted(tokens: Tokens, at: int) -> bool:
    return units.after(tokens, at, _NOTHING) is None


def part(tokens: Tokens, number: Number) -> Found | None:
    """«ثلثي الأصوات»: a share of a whole, as per cent; «نصف بالمئة» is a half of one."""
    end = units.percent(tokens, number.last)
    if end is not None and not number.definite:
        first, skip, kind = lead(tokens, number)
        low, high, kind = values(number.value, kind)
        at = (number.last, end)
        return Found(first, end, skip, low, high, kind, "part", Unit(*at, "percent", "%"), at)
    if number.definite or not context.whole_after(tokens, number.last):
        return None
    first, skip, kind = lead(tokens, number)
    share = round(number.value * 100, 2)
    low, high, kind = values(share, kind)
    unit = Unit(number.first, number.last, "percent", "%")
    return Found(first, number.last + 1, skip, low, high, kind, "part", unit, None)


def one(tokens: Tokens, i: int) -> Found | None:
    """«جندي واحد», «كلمة روسية واحدة»: an indefinite noun that is said to be one."""
    if and_eleven(tokens.keys[i], tokens.forms[i]):
        return None  # «وأحد المارة» is one of them
    noun = heads.noun_of_one(tokens, i)
    if noun is None:
        return None
    at, skip = noun
    unit = Unit(at, at + 1, "noun", units.lemma(tokens.keys[at][skip:]))
    return Found(at, i + 1, skip, 1.0, 1.0, "exact", "one", unit, (at, at + 1))


def dual(tokens: Tokens, i: int) -> Found | None:
    """«جنديين»: the indefinite dual at token `i`."""
    found = duals.at(tokens, i)
    if found is None:
        return None
    skip, lemma, last = found
    return Found(i, last, skip, 2.0, 2.0, "exact", "dual", Unit(i, i + 1, "noun", lemma), (i, i + 1))
