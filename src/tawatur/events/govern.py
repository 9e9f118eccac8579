"""Which word says what a figure measures: the act that governs it, to its left or to its right."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.dictionary import Act, Reading, bases, noun_readings, phrases, verb_readings
from tawatur.events.units import counted, words
from tawatur.events.view import View
from tawatur.model.document import Sentence

LEFT, RIGHT, NEAR = 14, 10, 3
STOPS = frozenset(".؛!؟")
COMMA = "،"


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


def governors(v: View, s: Sentence) -> tuple[Governor, ...]:
    """Every word of the sentence that may govern a figure, in order; of several readings the one that fits its place."""
    out: list[Governor] = []
    for i in range(s.first, s.last):
        word = v.keys[i]
        verbs, nouns = verb_readings(word), noun_readings(word)
        if not verbs and not nouns:
            continue
        if i in v.name:
            continue
        if counted(word) is not None:  # «أسرهم» their families, not «he captured them»
            verbs = tuple(r for r in verbs if not r.pronoun)
        if verbs and nouns:
            before = v.keys[i - 1] if i > s.first else ""
            noun_place = before in words("prepositions") or any(r.definite and not r.pronoun for r in nouns)
            verbs, nouns = ((), nouns) if noun_place else (verbs, ())
        out.extend(_read(v, s, i, verbs or nouns))
    return tuple(out)


def _read(v: View, s: Sentence, i: int, readings: tuple[Reading, ...]) -> list[Governor]:
    for reading in readings:
        found = phrase_at(v, s, i, reading)
        if found is not None:
            return [Governor(i, found[0], found[1], reading)]
    kept = [r for r in readings if r.act.measure is not None]
    return [Governor(i, i, kept[0].act, kept[0])] if kept else []


def phrase_at(v: View, s: Sentence, i: int, reading: Reading) -> tuple[int, Act] | None:
    """The noun within a few words of `i` that decides what the verb there means: its token and the act of both."""
    for nouns, act in phrases().get(reading.act.lemma, ()):
        for j in range(i + 1, min(s.last, i + 6)):
            if v.keys[j] in STOPS or v.keys[j] == COMMA:
                break
            if nouns.intersection(bases(v.keys[j])):
                return j, act
    return None
