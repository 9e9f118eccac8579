"""The words of Arabic number grammar: what one written word may add to a number, and what hangs before it.

The card holds stems; this file makes the forms: gender, case, dual, joined hundreds, article, proclitics.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur.text.arabic import key
from tawatur.text.lexicon import card
from tawatur.text.memo import Memo
from tawatur.text.words import ARTICLE, peel

_DUAL = ("ان", "ين")
_DUAL_JOINED = ("ي", "ا")  # the dual before its noun has lost its n: ألفي جندي، ألفا جندي


@dataclass(frozen=True, slots=True)
class Atom:
    """What one word adds to a number.

    `kind`: unit (0–10), ten (20–90), teen (one word for 11–19), hundred, scale (a power of a thousand), part (a
    fraction), before (1 and 2 as they
    stand before tens), first (the same of ordinals), dozen. `dual`: the word itself says two of it; then `value` is already doubled.
    `many`: the plural that needs a number before it. `either`: -a may be the dual or the accusative (ألفا).
    """

    kind: str
    value: float
    dual: bool = False
    many: bool = False
    either: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The tables that the card unfolds into."""

    atoms: dict[str, Atom]
    before_ten: dict[str, int]
    ordinals: dict[str, int]
    several: dict[str, float]
    parts_many: dict[str, int]
    never: frozenset[str]
    point: frozenset[str]
    decimal_letter: frozenset[str]
    after: frozenset[str]


def _scales(data: dict[str, Any], atoms: dict[str, Atom]) -> None:
    for scale in data["scale"]:
        value = float(scale["value"])
        for word in map(key, scale["many"]):
            atoms[word] = Atom("scale", value, many=True)
        for word in map(key, scale["one"]):
            atoms[word] = Atom("scale", value)
            for end in _DUAL:
                atoms[word + end] = Atom("scale", 2 * value, dual=True)
            for end in _DUAL_JOINED:
                atoms.setdefault(word + end, Atom("scale", 2 * value, dual=True, either=end == "ا"))


def _units(data: dict[str, Any], atoms: dict[str, Atom]) -> None:
    hundreds = [key(w) for w in data["hundred"]["one"]]
    bare = {key(w) for w in data["not_alone"]["words"]}
    for value, stems in data["units"].items():
        for stem in map(key, stems):
            for word in (stem, stem + "ه", stem + "ا"):
                if word not in bare:
                    atoms.setdefault(word, Atom("unit", float(value)))
            if int(value) < 10:
                for hundred in hundreds:
                    atoms[stem + hundred] = Atom("hundred", 100 * float(value))
    for value, words in data["words"].items():
        for word in map(key, words):
            atoms[word] = Atom("unit" if int(value) < 10 else "dozen", float(value))
    ends = [key(end) for end in data["teens"]["ends"]]
    for value, stems in data["teens"].items():
        if value != "ends":
            for stem in map(key, stems):
                for end in ends:
                    atoms.setdefault(stem + end, Atom("teen", float(value)))
    for value, stems in data["tens"].items():
        for stem in map(key, stems):
            for end in ("ون", "ين"):
                atoms[stem + end] = Atom("ten", float(value))


@cache
def words() -> Words:
    """Unfold the card once."""
    data = card("tawatur.text", "ar.numbers.toml")
    atoms: dict[str, Atom] = {}
    _units(data, atoms)
    for word in map(key, data["hundred"]["one"]):
        atoms[word] = Atom("hundred", 100.0)
    for word in map(key, data["hundred"]["two"]):
        atoms[word] = Atom("hundred", 200.0, dual=True)
    for word in map(key, data["hundred"]["many"]):
        atoms[word] = Atom("hundred", 100.0, many=True)
    _scales(data, atoms)
    parts_many: dict[str, int] = {}
    for part in data["part"]:
        n = part["of"]
        for word in map(key, part.get("one", ())):
            atoms[word] = Atom("part", 1 / n)
        for word in map(key, part.get("two", ())):
            atoms[word] = Atom("part", 2 / n, dual=True)
        for word in map(key, part["many"]):
            parts_many[word] = n
    before = {key(w): int(n) for n, ws in data["before_ten"].items() for w in ws}
    for word, n in before.items():
        atoms.setdefault(word, Atom("before", float(n)))
    for word in map(key, data["first_before_ten"]["words"]):
        atoms[word] = Atom("first", 1.0)
    ordinals: dict[str, int] = {}
    for value, stems in data["ordinals"].items():
        for stem in map(key, stems):
            ordinals[stem] = ordinals[stem + "ه"] = int(value)
    several = {key(w): float(s["value"]) for s in data["several"] for w in s["words"]}
    signs = data["signs"]

    def keys(name: str) -> frozenset[str]:
        return frozenset(map(key, signs[name]))

    return Words(
        atoms=atoms,
        before_ten=before,
        ordinals=ordinals,
        several=several,
        parts_many=parts_many,
        never=keys("never"),
        point=keys("point"),
        decimal_letter=keys("decimal_letter"),
        after=keys("after"),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """One word read as part of a number: what hangs before it (`و`, `ب` …), the article, and what it adds."""

    before: str
    definite: bool
    atom: Atom


@Memo
def reading(word: str) -> Reading | None:
    """Read the key `word` as a number word, with what may hang before it; None where it is none.

    >>> reading("وعشرين")
    Reading(before='و', definite=False, atom=Atom(kind='ten', value=20.0, dual=False, many=False, either=False))
    >>> reading("بالالف").before, reading("بالالف").definite
    ('ب', True)
    """
    table = words()
    if word in table.never:
        return None
    for before, stem in peel(word):
        if (atom := table.atoms.get(stem)) is not None:
            return Reading(before, definite=False, atom=atom)
        if stem.startswith(ARTICLE) and (atom := table.atoms.get(stem[2:])) is not None:
            return Reading(before, definite=True, atom=atom)
    return None


def and_eleven(word: str, form: str) -> bool:
    """Whether the key «واحد» is «وأحد», «and eleven» where ten follows; the form shows the hamza, if it is written.

    >>> and_eleven("واحد", "وأحد"), and_eleven("واحد", "واحد")
    (True, False)
    """
    return word == _ONE and form[1] != "ا"


_ONE = "واحد"


@Memo
def ordinal_word(word: str) -> tuple[str, bool, int] | None:
    """Read the key `word` as a simple ordinal: (what hangs before it, has the article, value).

    >>> ordinal_word("والثالثه"), ordinal_word("بثاني")
    (('و', True, 3), ('ب', False, 2))
    """
    table = words().ordinals
    for before, stem in peel(word):
        if (value := table.get(stem)) is not None:
            return before, False, value
        if stem.startswith(ARTICLE) and (value := table.get(stem[2:])) is not None:
            return before, True, value
    return None
