"""Which word says what a figure measures: the act that governs it, to its left or to its right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tawatur.events.dictionary import (
    PACKAGE,
    Act,
    Reading,
    bases,
    feminine,
    noun_readings,
    phrases,
    readings,
    verb_readings,
)
from tawatur.events.units import bare, counted, words
from tawatur.events.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Quantity
from tawatur.text.arabic import key
from tawatur.text.inflect import ends_feminine, ends_in_he, is_adjective, is_joined
from tawatur.text.lexicon import card
from tawatur.text.words import ARTICLE

LEFT, RIGHT, NEAR = 14, 10, 3
STOPS = frozenset(".؛!؟")
COMMA = "،"
MARKS = frozenset('،:"«»“”')


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that may govern a figure: token `at` (with a deciding noun up to `last`), its act and how it was read."""

    at: int
    last: int
    act: Act
    reading: Reading

    @property
    def verb(self) -> bool:
        """Say whether it is a finite verb."""
        return self.reading.form is not None

    @property
    def direct(self) -> bool:
        """Say whether it counts its subject or object, not what a preposition marks."""
        return "o" in self.act.counts or "s" in self.act.counts


def acts(v: View, s: Sentence) -> tuple[Governor, ...]:
    """Every word of the sentence that names an act or says what a figure counts, in order, read as its place allows."""
    known = v.acts.get(s.index)
    if known is None:
        found: list[Governor] = []
        for i, both in enumerate(map(readings.__getitem__, v.keys[s.first : s.last]), s.first):
            if both is None or i in v.time or _cites(v, s, i, both[0]):
                continue
            here = _read(v, s, i, _as_placed(v, s, i, *both))
            n = v.name.get(i)
            # a verb that a name has swallowed is still a verb where its noun stands outside the name
            found.extend(g for g in here if n is None or (n.first == i and g.last >= n.last))
        known = v.acts[s.index] = tuple(found)
    return known


def _cites(v: View, s: Sentence, i: int, verbs: tuple[Reading, ...]) -> bool:
    """«استشهد بقول الوزير»: he cites him; nobody fell."""
    cited = i + 1 < s.last and v.keys[i + 1] in words("cited")
    return cited and any(key(r.act.lemma) in words("cites") for r in verbs)


def governors(v: View, s: Sentence) -> tuple[Governor, ...]:
    """Those of the acts that say what a figure counts."""
    return tuple(g for g in acts(v, s) if g.act.measure is not None)


def _as_placed(
    v: View, s: Sentence, i: int, verbs: tuple[Reading, ...], nouns: tuple[Reading, ...]
) -> tuple[Reading, ...]:
    """Of words that may be verb or noun («قتل», «دعم»), the reading that the neighbours allow."""
    if ends_feminine(v.tokens.forms[i]):
        verbs = tuple(r for r in verbs if not r.pronoun)
    if ends_in_he(v.tokens.forms[i]) and not feminine().isdisjoint(bases(v.keys[i])):
        nouns = tuple(r for r in nouns if r.pronoun)
    if v.keys[i] in words("never_verbs"):
        verbs = ()
    elif counted(v.keys[i]) is not None:
        # a noun with a pronoun and not a verb with its object: their families, not he captured them
        verbs = tuple(r for r in verbs if not r.pronoun and not r.prefix)
    no = v.keys[i - 1] if i > s.first else ""
    verbs = tuple(r for r in verbs if r.form is None or not r.form.jussive or bare(no, "and") in words("jussive_after"))
    if not verbs or not nouns:
        return verbs or nouns
    before = bare(v.keys[i - 1], "and") if i > s.first else ""
    after = v.keys[i + 1] if i + 1 < s.last else ""
    if before in words("particles_of_verbs"):
        return verbs
    adjective = is_adjective(after) and counted(after) is None and not after.startswith(ARTICLE) and i + 1 not in v.name
    hung = any((r.definite and not r.pronoun) or (r.prefix and not is_joined(r.prefix)) for r in nouns)
    if adjective or hung or before in words("prepositions") or before in words("before_noun"):
        return nouns
    return verbs if _opens(v, s, i, verbs) else nouns


def _opens(v: View, s: Sentence, i: int, verbs: tuple[Reading, ...]) -> bool:
    """Say whether a clause can begin at token `i` or its subject stand before it: else a verb went before, whose object it is."""
    if any(
        r.form is not None and (r.form.aspect == "imperfect" or r.form.gender == "f" or r.form.number != "s")
        for r in verbs
    ):
        return True
    if any(is_joined(r.prefix) for r in verbs):
        return True
    for j in range(i - 1, max(s.first - 1, i - 8), -1):
        word = v.keys[j]
        if word in STOPS or word in words("complementizers") or word in MARKS:
            return True
        if any(r.form is not None for r in verb_readings(word)) or (j in v.said_by and j not in v.reference):
            return False
    return i - s.first < 8


def _read(v: View, s: Sentence, i: int, possible: tuple[Reading, ...]) -> list[Governor]:
    for reading in possible:
        found = phrase_at(v, s, i, reading)
        if found is not None:
            return [Governor(i, found[0], found[1], reading)]
    kept = [r for r in possible if r.act.measure is not None or r.act.type is not None]
    if not kept:
        return []
    best = min(kept, key=lambda r: (_rank(r), kept.index(r)))
    return [Governor(i, i, best.act, best)]


def _rank(r: Reading) -> int:
    """Of several readings of one word the one that names an event wins, then the plainer: no pronoun, no jussive."""
    return 2 * int(r.act.type is None) + int(bool(r.pronoun)) + int(r.form is not None and r.form.jussive)


def phrase_at(v: View, s: Sentence, i: int, reading: Reading) -> tuple[int, Act] | None:
    """The noun near `i` that decides what the verb there means: its token and the act of both.

    Behind a verb its subject may come first, of a verbal noun the noun is the genitive or stands behind a number.
    """
    rows = phrases().get(reading.act.lemma)
    if not rows:
        return None
    steps, j = (7 if reading.form is not None else 3), i + 1
    while j < s.last and steps > 0:
        if v.keys[j] in STOPS or v.keys[j] == COMMA or v.keys[j] in words("complementizers"):
            break
        these = bases(v.keys[j])
        for nouns, act in rows:
            if not nouns.isdisjoint(these) and (act.type is None or _direct(v, i, j, act)):
                return j, act
        covering = v.quantity.get(j) or v.reference.get(j) or v.name.get(j)
        if covering is None or covering.last <= j + 1:
            if any(r.form is not None and not r.prefix for r in verb_readings(v.keys[j])) and not noun_readings(
                v.keys[j]
            ):
                break
            j += 1
        elif isinstance(covering, Quantity):
            j += 1
            steps += 1
        else:
            j = covering.last
        steps -= 1
    return None


def _direct(v: View, i: int, j: int, act: Act) -> bool:
    """Say whether the noun at `j` is the object of the verb at `i`: no preposition before it but the verb's own."""
    before = bare(v.keys[j - 1], "and") if j - 1 > i else ""
    own = through().get(act.lemma, ())
    if before in words("prepositions"):
        return before in own
    attached = {bare(r.prefix, "and") for r in noun_readings(v.keys[j])} - {""}
    return attached <= set(own)


@cache
def through() -> dict[str, tuple[str, ...]]:
    """For a verb's lemma, the prepositions that may stand before the noun that decides its meaning, as keys."""
    return {lemma: tuple(key(w) for w in p.split("/")) for lemma, p in card(PACKAGE, "ar.toml")["through"].items()}
