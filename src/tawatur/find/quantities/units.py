"""What a number counts: the noun beside it, its singular, its currency, the percent sign."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isnan

from tawatur.find.quantities.tables import tables
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.noun_forms import (
    CONSTRUCT,
    FEMININE,
    METRE,
    OF,
    OWNED,
    TANWIN,
    hanging,
    looks_verbal,
    owned,
    singular,
)
from tawatur.text.number_words import ordinal_word, reading
from tawatur.text.stem import rarity, stem
from tawatur.text.words import ARTICLE

_WORK = 1000  # nobody measures a stretch of time in thousands of hours: they are hours of work, of film, of flight
_CLOCK = 12  # «3 م»: in the afternoon
_LATIN_UNITS = frozenset({"km", "kg", "m", "mw", "gw", "mm", "cm", "gb", "mb", "tb", "kw", "usd", "eur"})
_QUOTES = frozenset('«"“”')
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₪": "ILS"}


@dataclass(frozen=True, slots=True)
class Unit:
    """The counted noun: tokens `first` to `last`, `lemma` as a look-up key, `currency` where it is money.

    `sort`: noun, percent, money, time (then the number belongs to the times), "of" (reached over «من»).
    """

    first: int
    last: int
    sort: str
    lemma: str = ""
    currency: str | None = None


def percent(tokens: Tokens, at: int) -> int | None:
    """Token after a percent sign or phrase at `at`; None where there is none."""
    t = tables()
    if at >= len(tokens) or (at and tokens.gaps[at] > Gap.SPACE):
        return None
    if tokens.keys[at] in t.sets["percent"]:
        return at + 1
    for n in (2, 1):
        if at + n <= len(tokens) and tokens.keys[at : at + n] in t.phrases["percent"]:
            return at + n
    return None


def after(tokens: Tokens, at: int, value: float, *, construct: bool = False) -> Unit | None:
    """The unit that starts at token `at`, right after a number of this `value` (NaN for a vague plural).

    `construct`: the form of the number says that its noun follows.
    """
    t = tables()
    if at >= len(tokens) or tokens.gaps[at] > Gap.SPACE:
        return None
    k, kind = tokens.keys[at], tokens.kinds[at]
    if (end := percent(tokens, at)) is not None:
        return Unit(at, end, "percent", "%")
    if k == METRE and not isnan(value):
        return Unit(at, at + 1, "time" if 1300 <= value < 2100 or value <= _CLOCK else "noun", k)
    if kind == Kind.PUNCT:
        return Unit(at, at + 1, "money", k, _SIGNS[k]) if k in _SIGNS else None
    if kind == Kind.LATIN:
        return Unit(at, at + 1, "noun", k) if k in _LATIN_UNITS else None
    if kind != Kind.WORD:
        return None
    if k in t.sets["time_unit"]:
        return _time(tokens, at, value)
    if k in t.sets["date"]:
        return Unit(at, at + 1, "time", k)
    if k == OF:
        return _over_of(tokens, at)
    if construct and k not in t.sets["stop"]:
        return _noun(tokens, at, value)
    if not is_noun(k, counted=True) and not (isnan(value) and _definite_noun(k)):
        return None
    return _noun(tokens, at, value)


def _time(tokens: Tokens, at: int, value: float) -> Unit | None:
    """A unit of time: «12 يوما» is a length; «584 ألفا عام 2013» is a count and then a date; thousands of hours are counted."""
    k = tokens.keys[at]
    following = at + 1 < len(tokens) and tokens.gaps[at + 1] <= Gap.SPACE
    if following and k in tables().sets["year"] and tokens.kinds[at + 1] == Kind.NUMBER and value >= 100:
        return None
    if following and tokens.keys[at + 1] in tables().sets["light"]:
        return Unit(at, at + 2, "noun", k)
    if k in tables().sets["hours"] and value >= _WORK:
        return Unit(at, at + 1, "noun", k)
    return Unit(at, at + 1, "time", k)


def _noun(tokens: Tokens, at: int, value: float) -> Unit:
    k = tokens.keys[at]
    one = lemma(k, value)
    currency, last = None, at + 1
    kinds = tables().currencies.get(one)
    if kinds is not None:
        currency, last = _currency(tokens, at + 1, kinds)
        return Unit(at, last, "money", one, currency)
    return Unit(at, last, "noun", one)


def _currency(tokens: Tokens, at: int, kinds: dict[str, str]) -> tuple[str | None, int]:
    """The code of a currency noun by its adjective, and the token after the adjective."""
    if at < len(tokens) and tokens.gaps[at] <= Gap.SPACE:
        word = tokens.keys[at].removeprefix(ARTICLE)
        for form in (word, word.removesuffix(TANWIN), word.removesuffix(FEMININE)):
            if form and form in kinds:
                return kinds[form] or None, at + 1
    return kinds.get("") or None, at


def _over_of(tokens: Tokens, at: int) -> Unit | None:
    """«من الروهينغا», «من عناصر التنظيم»: the noun after «من», where it is one."""
    t = tables()
    if at + 2 < len(tokens) and tokens.keys[at + 1] in _QUOTES and tokens.gaps[at + 2] == Gap.NONE:
        at += 1
    if at + 1 >= len(tokens) or tokens.gaps[at + 1] > Gap.SPACE or tokens.kinds[at + 1] != Kind.WORD:
        return None
    k = tokens.keys[at + 1]
    if k in t.sets["stop"] or k in t.sets["date"]:
        return Unit(at + 1, at + 1, "time", k) if k in t.sets["date"] else None
    if k in t.sets["time_unit"]:
        return Unit(at + 1, at + 2, "time", k)
    bare = k.removeprefix(ARTICLE)
    if k.startswith(ARTICLE) or bare in t.plurals or any(form in t.plurals for form in owned(k)) or _head(bare):
        if len(bare) < 3:
            return None
        return Unit(at + 1, at + 2, "of", lemma(k))
    return None


def _head(word: str) -> bool:
    """A sound plural before its noun: «معتقلي السجن», «راكبي الدراجات»."""
    return word.endswith(CONSTRUCT[0]) and word[:-1] in tables().lemmas and len(word) > 4


@lru_cache(maxsize=1 << 13)
def is_noun(word: str, *, counted: bool = False) -> bool:
    """Whether the key `word` may be an indefinite noun right after a number; function words and verbs are none."""
    t = tables()
    if word in t.sets["stop"]:
        return False
    if word in t.lemmas:
        return True
    if word in t.sets["date"] or len(word) < 2:
        return False
    if word.startswith(ARTICLE):
        return False
    found = reading(word)
    if found is not None or ordinal_word(word) is not None:
        return False
    if len(word) < 3 or word in t.sets["adjective"] or looks_verbal(word) or word.endswith(OWNED):
        return False
    if (rest := hanging(word)) and not _commoner(word, rest):
        return False
    return not (counted and word in t.after_first)


def _commoner(whole: str, rest: str) -> bool:
    """Whether the whole word is better known than the word without its first letter."""
    if rest in tables().lemmas or rest in tables().sets["stop"] or rest.startswith((ARTICLE, ARTICLE[1])):
        return False
    return rarity(stem(whole)) <= rarity(stem(rest))


def _definite_noun(word: str) -> bool:
    return word.startswith(ARTICLE) and len(word) > 4


@lru_cache(maxsize=1 << 13)
def lemma(word: str, value: float = 0.0) -> str:
    """The singular look-up key of a counted noun: by the list, else by rule.

    >>> lemma("قتلي"), lemma("الجنود"), lemma("مدنيين"), lemma("غارات"), lemma("قتيلا")
    ('قتيل', 'جندي', 'مدني', 'غاره', 'قتيل')
    """
    return singular(word, tables().lemmas, accusative=value >= 11)


def in_address(tokens: Tokens, i: int) -> bool:
    """Whether token `i` stands inside a web address."""
    if not i or tokens.gaps[i] > Gap.NONE:
        return False
    text, at = tokens.text, tokens.starts[i]
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    run = text[start:at]
    return "://" in run or run.startswith("www.")
