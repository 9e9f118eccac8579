"""What is counted: nouns with their plurals, sorts and English, and adjectives of origin (`ar.units.tsv`, `ar.nisba.tsv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tawatur.events.dictionary import PACKAGE
from tawatur.text.arabic import key
from tawatur.text.inflect import (
    ADJECTIVE,
    AMBIGUOUS,
    accusative,
    duals,
    is_definite,
    is_people,
    plural_forms,
    without_accusative,
)
from tawatur.text.lexicon import card, table
from tawatur.text.memo import Memo
from tawatur.text.words import ARTICLE, peel, suffixed


@dataclass(frozen=True, slots=True)
class Unit:
    """A counted noun. `sort`: person, group, weapon, vehicle, place, attack, document, money or thing.

    `measure`: what the noun alone says the figure measures («قتيل»), else None. `class_`: civilian, combatant or unknown.
    """

    lemma: str
    sort: str
    measure: str | None
    class_: str
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A word read as a counted noun; `number`: s, d or p; `definite`: it has the article or a pronoun; `article`: that."""

    unit: Unit
    number: str
    definite: bool
    prefix: str = ""
    article: bool = False


@cache
def _forms() -> dict[str, tuple[Unit, str]]:
    out: dict[str, tuple[Unit, str]] = {}
    for singular, plurals, sort, measure, class_, one, many in table(PACKAGE, "ar.units.tsv", 7):
        unit = Unit(
            singular, sort, None if measure == "-" else measure, "unknown" if class_ == "-" else class_, one, many
        )
        word = key(singular)
        for form in (word, accusative(word)):
            out.setdefault(form, (unit, "s"))
        for form in duals(singular):
            out.setdefault(form, (unit, "d"))
        for form in plural_forms(singular, plurals):
            out[form] = (unit, "p")  # one spelling for two soldiers and many: the plural wins
            out.setdefault(accusative(form), (unit, "p"))
    return out


@Memo
def counted(word: str) -> Counted | None:
    """Read `word` (a key) as a counted noun.

    >>> c = counted("والجنود")
    >>> c.unit.lemma, c.number, c.definite
    ('جندي', 'p', True)
    >>> counted("شرطيين").number, counted("الضابطين").number
    ('p', 'd')
    """
    forms = _forms()
    for prefix, rest in peel(word):
        definite = rest.startswith(ARTICLE) and len(rest) > 4
        found = forms.get(rest[2:] if definite else rest)
        if found:
            return Counted(found[0], found[1], definite, prefix, definite)
    for prefix, rest in peel(word):
        for stem, pronoun in suffixed(rest):
            if pronoun not in AMBIGUOUS and len(stem) > 2 and (found := forms.get(stem)):
                return Counted(found[0], found[1], True, prefix)
    return None


def nation(word: str) -> Counted | None:
    """Read a key as people counted by their origin alone: «118 فلسطينيا», «آلاف الأتراك».

    >>> nation("فلسطينيا").unit.many
    'Palestinian people'
    """
    found = nisba((word,), 0) if is_people(word) else None
    if found is None:
        return None
    unit = Unit(word, "person", None, "unknown", f"{found[2]} person", f"{found[2]} people")
    return Counted(unit, "p", is_definite(word, ""), "", is_definite(word, ""))


@cache
def _nisba() -> tuple[dict[str, tuple[str | None, str]], dict[str, dict[str, tuple[str | None, str]]]]:
    single: dict[str, tuple[str | None, str]] = {}
    double: dict[str, dict[str, tuple[str | None, str]]] = {}
    for adjective, plurals, entity, english in table(PACKAGE, "ar.nisba.tsv", 4):
        value = (None if entity == "-" else entity, english)
        words = adjective.split(" ")
        if len(words) == 2:
            for first in _inflect(words[0]):
                for second in _inflect(words[1]):
                    double.setdefault(first, {})[second] = value
            continue
        for form in (*_inflect(adjective), *(key(p) for p in plurals.split("/") if p != "-")):
            single.setdefault(form, value)
    return single, double


def _inflect(adjective: str) -> tuple[str, ...]:
    return tuple(key(adjective) + ending for ending in ADJECTIVE)


def nisba(words: tuple[str, ...], at: int) -> tuple[int, str | None, str] | None:
    """Read the adjective of origin at `at`: how many words it takes, the entity, the English.

    >>> from tawatur.text.tokenize import tokenize
    >>> nisba(tokenize("الجنود الكوريين الشماليين").keys, 1)
    (2, 'prk', 'North Korean')
    """
    single, double = _nisba()

    def bare(word: str) -> str:
        return word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word

    if words[at] in listed("arguments", "not_origin") and (
        at == 0 or without_accusative(words[at - 1]) == words[at - 1]
    ):
        return None  # a state, unless its letters are those of an adjective that agrees with an accusative
    first = bare(words[at])
    if first in double and at + 1 < len(words) and (hit := double[first].get(bare(words[at + 1]))):
        return 2, *hit
    found = single.get(first)
    return (1, *found) if found else None


@cache
def skipped() -> frozenset[str]:
    """Keys of units whose figures are no estimates: lengths, distances, shares."""
    units = card(PACKAGE, "ar.toml")["skip"]["units"]
    return frozenset(form for w in units for form in (key(w), accusative(key(w))))


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists of `ar.toml`, as keys."""
    return frozenset(key(w) for w in card(PACKAGE, "ar.toml")["words"][name])


@cache
def joined(name: str) -> frozenset[str]:
    """One of the word lists of `ar.toml`, each word alone, with the article and behind a conjunction."""
    plain = words(name) | {a + w for a in words("article") for w in words(name)}
    return plain | {c + w for c in words("and") for w in plain}


@cache
def sorts_of(measure: str) -> frozenset[str]:
    """Which sorts of nouns a measure can count."""
    return frozenset(card(PACKAGE, "ar.toml")["measures"].get(measure, ()))


@cache
def fallback(sort: str) -> str | None:
    """The measure of a figure of `sort` that no act governs."""
    found = card(PACKAGE, "ar.toml")["fallback"].get(sort)
    return str(found) if found else None


def bare(word: str, name: str) -> str:
    """`word` without the first letters that the list `name` of `ar.toml` holds: a conjunction, the article.

    >>> bare("والقتلى", "and")
    'القتلى'
    """
    return _bare(name)[word]


@cache
def _bare(name: str) -> Memo[str]:
    letters = words(name)

    def take_off(word: str) -> str:
        for prefix in letters:
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                return word[len(prefix) :]
        return word

    return Memo(take_off)


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """A word list of another section of `ar.toml`, as keys."""
    return frozenset(key(w) for w in card(PACKAGE, "ar.toml")[section][name])
