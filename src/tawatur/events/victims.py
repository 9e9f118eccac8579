"""Victims that are counted without a number: one («قتل شرطي»), a pair («الضابطين»), another («وأصيب آخر»), none."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.dictionary import noun_readings, verb_readings
from tawatur.events.govern import COMMA, STOPS, Governor
from tawatur.events.units import Counted, counted, joined, nisba, words
from tawatur.events.view import View
from tawatur.model.document import Sentence
from tawatur.text.arabic import key
from tawatur.text.inflect import duals, is_joined, may_be_dual, without_accusative
from tawatur.text.numerals import read_number
from tawatur.text.words import peel

ONE_BY_ONE = frozenset({"killed", "wounded", "arrested", "captured", "missing"})
PEOPLE = frozenset({"person"})


@dataclass(frozen=True, slots=True)
class Victim:
    """Tokens `first` to `last` that count `number` people without a number word."""

    first: int
    last: int
    number: int
    measure: str
    counted: Counted | None
    governor: Governor | None
    rule: str
    approx: str = "exact"


def victims(v: View, s: Sentence, found: tuple[Governor, ...]) -> tuple[Victim, ...]:
    """Every victim of the sentence that is counted by the form of its noun."""
    out: list[Victim] = []
    taken: set[int] = set()
    for g in found:
        if g.act.measure in ONE_BY_ONE:
            one = _argument(v, s, g, out)
            if one is not None and one.first not in taken:
                taken.add(one.first)
                out.append(one)
    out.extend(x for x in _pairs(v, s) if x.first not in taken)
    out.extend(_none(v, s))
    out.extend(x for x in _counts(v, s) if x.first not in taken)
    return tuple(out)


def _argument(v: View, s: Sentence, g: Governor, before: list[Victim]) -> Victim | None:
    i = g.last + 1 if g.act.kind != "phrase" else g.at + 1
    if not g.direct:
        if i < s.last and v.keys[i] in g.act.counts:
            i += 1
        else:
            return None
    steps = 0
    while i < s.last and steps < 6:
        if i in v.quantity or v.keys[i] in STOPS or v.keys[i] == COMMA:
            return None
        if i in v.time or (g.verb and _aside(v, i)):
            i, steps = i + 1, steps + 1
            continue
        break
    if i >= s.last or i in v.quantity:
        return None
    word = v.keys[i]
    measure = str(g.act.measure)
    if word in words("another") and before:
        number = 2 if word in words("other_two") else 1
        return Victim(i, i + 1, number, measure, before[-1].counted, g, "victim:another")
    c = counted(word)
    if c is None or c.unit.sort not in PEOPLE or c.prefix or i in v.name:
        return None
    if c.number == "s" and not c.definite and not _generic(v, i, s):
        if g.verb and _subject(v, s, g, i):
            return None
        return Victim(i, i + 1, 1, measure, c, g, "victim:one")
    if (c.number == "d" and c.definite) or (_may_be_two(v, i, c) and _two(v, s)):
        return Victim(i, i + 1, 2, measure, c, g, "victim:pair")
    return None


def _may_be_two(v: View, i: int, c: Counted) -> bool:
    """Say whether letters that serve plural and dual («شرطيين») can be the dual: indefinite, in the oblique case."""
    return c.number == "p" and not c.definite and v.keys[i] in duals(c.unit.lemma)


def _two(v: View, s: Sentence) -> bool:
    """Say whether the sentence has a word that only a pair can have: «جثتيهما», «اللذين»."""
    ends = tuple(words("dual_end"))
    return any(v.keys[i] in words("dual_signs") or v.keys[i].endswith(ends) for i in range(s.first, s.last))


def _aside(v: View, i: int) -> bool:
    """A preposition with its noun between a verb and its victim: «قتلت في المدينة رجلا»."""
    return bool(words("in") & {v.keys[i], v.keys[i - 1]})


def _generic(v: View, i: int, s: Sentence) -> bool:
    """«كل شخص», «أي جندي», «عدد من»: no single victim."""
    before = v.keys[i - 1] if i > s.first else ""
    after = v.keys[i + 1] if i + 1 < s.last else ""
    return before in words("generic") or after in words("from") | words("generic")


def _subject(v: View, s: Sentence, g: Governor, i: int) -> bool:
    """Say whether the noun after an ambiguous verb does the act: «قتل انتحاري 32 شخصا» has its object right behind."""
    if g.reading.form is None or g.reading.form.voice == "passive" or "s" in g.act.counts:
        return False
    if without_accusative(v.keys[i]) != v.keys[i]:
        return False
    j = i + 1
    while j < s.last:
        found = nisba(v.keys, j)
        if not found:
            break
        j += found[0]
    if j < s.last and v.keys[j] == COMMA:  # an aside between commas stands between subject and object
        close = next((k for k in range(j + 1, min(s.last, j + 12)) if v.keys[k] == COMMA), None)
        j = close + 1 if close is not None else j
    if j >= s.last:
        return False
    if j in v.quantity and v.quantity[j].first == j:
        return not is_joined(v.keys[j])
    c = counted(v.keys[j])
    return c is not None and c.unit.sort == "person" and not c.prefix


def _pairs(v: View, s: Sentence) -> list[Victim]:
    """Definite and construct duals whose own noun or whose participle says what befell them: «جثتي», «الضابطين مقتولين»."""
    out = []
    for i in [i for i, word in enumerate(v.keys[s.first : s.last], s.first) if may_be_dual[word]]:
        if i in v.quantity or i in v.name:
            continue
        c = counted(v.keys[i])
        if c is not None and _may_be_two(v, i, c) and (state := _dual_verb(v, s, i + 1)):
            out.append(Victim(i, i + 1, 2, state, c, None, "victim:pair"))
        if c is None or c.number != "d":
            continue
        nxt = v.keys[i + 1] if i + 1 < s.last else ""
        if c.unit.measure in ONE_BY_ONE and i + 1 not in v.quantity and (c.article or counted(nxt) is not None):
            out.append(Victim(i, i + 1, 2, str(c.unit.measure), c, None, "victim:pair"))
        elif c.definite and c.unit.sort == "person" and (state := _participle(nxt)):
            out.append(Victim(i, i + 1, 2, state, c, None, "victim:pair"))
    return out


def _dual_verb(v: View, s: Sentence, i: int) -> str | None:
    """What befell two people by a verb in the dual right behind them: «شرطيين قتلا»."""
    for r in verb_readings(v.keys[i]) if i < s.last else ():
        if r.form is not None and r.form.number == "d" and r.form.voice != "active" and r.act.measure in ONE_BY_ONE:
            return r.act.measure
    return None


def _participle(word: str) -> str | None:
    for r in noun_readings(word):
        if r.act.kind == "noun" and not r.definite and not r.prefix and r.act.measure in ONE_BY_ONE:
            return r.act.measure
    return None


def _none(v: View, s: Sentence) -> list[Victim]:
    """«لم يسقط أي قتلى», «دون وقوع إصابات»: a figure of nought."""
    between, before = words("none_between"), joined("none_before")
    out: list[Victim] = []
    if before.isdisjoint(v.keys[s.first : s.last]):
        return out
    for i in range(s.first + 1, s.last):
        c = counted(v.keys[i])
        if c is None or c.number != "p" or i in v.quantity or c.definite or is_joined(c.prefix):
            continue
        if c.unit.measure not in {"killed", "wounded", "casualties", "missing"} and c.unit.sort != "weapon":
            continue
        j = i - 1
        while j > s.first and i - j < 6 and (v.keys[j] in between or _falling(v.keys[j])):
            j -= 1
        if v.keys[j] in before:
            measure = c.unit.measure or "launched"
            out.append(Victim(i, i + 1, 0, measure, c, None, "victim:none"))
    return out


def _falling(word: str) -> bool:
    return any(r.form and key(r.act.lemma) in words("falling") for r in verb_readings(word))


def _counts(v: View, s: Sentence) -> list[Victim]:
    """A count whose number stands without its noun.

    «عدد القتلى تجاوز العشرين», «عدد المصابين ارتفع أمس إلى 81», «ارتفعت حصيلة القتلى في المدينة إلى 40».
    """
    out: list[Victim] = []
    heads = joined("count")
    if heads.isdisjoint(v.keys[s.first : s.last]):
        return out
    for i in range(s.first, s.last - 2):
        if v.keys[i] not in heads:
            continue
        c = counted(v.keys[i + 1])
        if c is None or c.unit.measure is None or not c.definite:
            continue
        found = _number_after(v, s, i)
        if found is None:
            continue
        j, last, value = found
        between = set(v.keys[i + 2 : j])
        approx = "at_least" if between & words("above") else "about" if between & words("about") else "exact"
        out.append(Victim(j, last, value, c.unit.measure, c, None, "victim:count", approx))
    return out


def _number_after(v: View, s: Sentence, head: int) -> tuple[int, int, int] | None:
    """Where the number of the count at `head` stands, and its value: behind its verb, or behind «إلى» where the verb leads."""
    steps = words("reached") | words("above") | words("about")
    led = any(k >= s.first and _reaches(v.keys[k]) for k in (head - 1, head - 2))
    j, stepped = head + 2, led
    while j < s.last and j - head < REACH:
        if v.keys[j] in STOPS:
            return None
        number = read_number(v.tokens, j) if j not in v.quantity and j not in v.time else None
        if number is not None and number.value.is_integer() and v.quantity.get(number.last - 1) is None:
            near = v.keys[j - 1] in steps or (led and j == head + 2)
            return (j, number.last, int(number.value)) if stepped and near else None
        if v.keys[j] in steps:
            stepped = True
        elif j in v.quantity or not (led or j in v.time):
            return None
        j += 1
    return None


REACH = 14
"""How many words after «عدد» its number may stand."""


def _reaches(word: str) -> bool:
    return any(rest in words("reached") for _, rest in peel(word))
