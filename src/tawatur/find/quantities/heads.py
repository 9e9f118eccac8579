"""Nouns that stand before their number: «الرجال الثلاثة», «الدول الغربية الـ28», «جندي إسرائيلي واحد»."""

from __future__ import annotations

from tawatur.find.quantities import units
from tawatur.find.quantities.context import QUOTES_OPEN
from tawatur.find.quantities.tables import tables
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.noun_forms import FEMININE, OF, SOUND_FEMININE, SOUND_MASCULINE, hanging, owned
from tawatur.text.number_words import words
from tawatur.text.numerals import Number, starts_number
from tawatur.text.words import ARTICLE, is_nisba, peel


def _agreeing(word: str) -> bool:
    """Whether a definite word is likely the adjective of the noun before it."""
    return word in tables().sets["adjective"] or is_nisba(word) or (word.endswith(FEMININE) and len(word) > 6)


def noun_before(tokens: Tokens, number: Number, first: int) -> tuple[int, int] | None:
    """The definite noun that a definite number follows: (its token, letters that hang before it).

    «الرجال الثلاثة», «الدول الغربية الـ28», «أبناؤه الأربعة»; also «نقاط ثلاث», noun and number both without article.
    """
    keys, kinds, gaps = tokens.keys, tokens.kinds, tokens.gaps
    t = tables()
    article = _article(tokens, number.first)
    definite = is_definite(tokens, number)
    first = article if definite else first
    at = first - 1
    if at < 0 or gaps[first] > Gap.SPACE:
        return None
    if not definite:
        if not number.words or number.digits or not 3 <= number.value <= 10 or number.before:
            return None
        k = keys[at]
        if k in t.plurals and (at == 0 or not starts_number(tokens, at - 1)) and k not in t.sets["time_unit"]:
            return at, 0
        return None
    for _ in range(3):
        if at < 0 or kinds[at] != Kind.WORD:
            return None
        k = keys[at]
        inner = _definite(k)
        if inner is None:
            letters = _owned(k)
            return (at, letters) if letters is not None else None
        if at and gaps[at] <= Gap.SPACE and keys[at - 1] in t.sets["time_unit"]:
            return None  # «أيام العيد الثلاثة»
        if inner[1] in t.sets["time_unit"] or inner[1].removeprefix(ARTICLE) in t.sets["time_unit"]:
            return None
        noun = inner[1].removeprefix(ARTICLE)
        more = at and gaps[at] <= Gap.SPACE and _definite(keys[at - 1]) is not None and not inner[0]
        if noun in t.plurals and not (is_nisba(noun) and more):
            return at, _hanging(k, inner[0])
        if _agreeing(inner[1]) and more:
            at -= 1
            continue
        if number.digits and not noun.endswith((*SOUND_MASCULINE, SOUND_FEMININE)):
            return None  # «المهرجان العالمي الـ23» is the twenty-third
        if number.words and number.value > 19:
            return None  # «المرة الألف» is an ordinal: a number over nineteen has one form for both
        return (at, _hanging(k, inner[0])) if noun not in t.sets["stop"] and len(noun) > 2 else None
    return None


def is_definite(tokens: Tokens, number: Number) -> bool:
    """Whether the number has the article, on its word or before its digits."""
    return (number.definite or _article(tokens, number.first) < number.first) and not number.before


def is_ordinal(tokens: Tokens, number: Number) -> bool:
    """Whether a definite number puts one thing in a row: «الدورة الـ29», «العضو الـ162», «الثاني بعد المئة»; «القارب الواحد»."""
    if not is_definite(tokens, number) or (number.scale >= 1000 and number.value != number.scale):
        return False
    if number.value == 1:
        return True
    t = tables()
    at = _article(tokens, number.first) - 1
    if at < 0 or tokens.gaps[at + 1] > Gap.SPACE or tokens.kinds[at] != Kind.WORD:
        return False
    if tokens.keys[at] in words().after:
        return True
    inner = _definite(tokens.keys[at])
    noun = inner[1].removeprefix(ARTICLE) if inner is not None else ""
    if not noun:
        noun = next((f for f in owned(tokens.keys[at]) if f in t.lemmas), "")
    if noun in t.sets["time_unit"] and noun not in t.plurals:
        return True  # «الأسبوع الـ20»; a number of weeks is a length of time and none of ours either
    if not noun or noun in t.plurals:
        return False
    if t.lemmas.get(noun) == noun:
        return not is_nisba(noun)
    more = at and _definite(tokens.keys[at - 1]) is not None
    return noun.endswith(FEMININE) and not more and not is_nisba(noun)


def _article(tokens: Tokens, i: int) -> int:
    """The token at which the article before a number in digits stands («الـ 28», «الـ «435»»); `i` where there is none."""
    at = i
    if at and tokens.kinds[at - 1] == Kind.PUNCT and tokens.keys[at - 1] in QUOTES_OPEN:
        at -= 1
    if at and tokens.keys[at - 1] == ARTICLE and tokens.gaps[at] <= Gap.SPACE:
        return at - 1
    return i


def _owned(word: str) -> int | None:
    """Letters that hang before a known noun with a pronoun («وأطفالهم»); None where it is none."""
    t = tables()
    for prefix, stem in peel(word):
        if stem not in t.sets["stop"] and any(form in t.lemmas for form in owned(stem)):
            return len(prefix)
    return None


def _hanging(word: str, prefix: str) -> int:
    """Letters to leave out at the start; after «لل» the article's own letter goes too."""
    return len(prefix) + (1 if prefix and not word[len(prefix) :].startswith(ARTICLE) else 0)


def _definite(word: str) -> tuple[str, str] | None:
    """(what hangs before it, the word from its article on)."""
    if word.startswith(ARTICLE) and len(word) > 4:
        return "", word
    for prefix, stem in peel(word):
        if stem.startswith(ARTICLE) and len(stem) > 4 and prefix:
            return prefix, stem
    return None


def noun_of_one(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The indefinite noun of which «واحد» at token `i` says that it is one: (its token, letters that hang before it)."""
    t = tables()
    keys, kinds, gaps = tokens.keys, tokens.kinds, tokens.gaps
    if i + 1 < len(tokens) and gaps[i + 1] <= Gap.SPACE and keys[i + 1] == OF and not (i and _known(keys[i - 1])):
        return None  # «واحدة من جبهات» is one of many
    feminine = keys[i].endswith(FEMININE)
    at = i - 1
    for _ in range(2):
        if at < 0 or gaps[at + 1] > Gap.SPACE or kinds[at] != Kind.WORD:
            return None
        k = keys[at]
        nisba = is_nisba(k) or k in t.sets["adjective"]
        if nisba and at and not _known(k) and kinds[at - 1] == Kind.WORD and gaps[at] <= Gap.SPACE:
            at -= 1
            continue
        if (is_nisba(k) or k in t.sets["adjective"]) and at and _known(keys[at - 1]):
            at -= 1
        return _one_noun(tokens, at, feminine=feminine)
    return _one_noun(tokens, at, feminine=feminine)


def _known(word: str) -> bool:
    return any(stem in tables().lemmas for _, stem in peel(word))


def _one_noun(tokens: Tokens, at: int, *, feminine: bool) -> tuple[int, int] | None:
    t = tables()
    k = tokens.keys[at]
    for prefix, stem in peel(k):
        if stem in t.sets["idioms"] or stem in t.sets["time_unit"] or stem in t.sets["stop"]:
            return None
        if stem in t.lemmas and stem not in t.plurals:
            return at, len(prefix)
    if k.endswith(FEMININE) != feminine or k.startswith(ARTICLE) or k in t.sets["label"]:
        return None
    if units.is_noun(k):
        return at, 0
    rest = hanging(k)
    return (at, 1) if rest and units.is_noun(rest) and rest.endswith(FEMININE) == feminine else None
