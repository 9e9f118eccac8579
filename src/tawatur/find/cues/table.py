"""The card of cues, spelled out: which written form is which form of which word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tawatur.errors import DataError
from tawatur.text.arabic import key
from tawatur.text.lexicon import Phrases, card, known_keys, table
from tawatur.text.memo import Memo
from tawatur.text.verbs import ALEF, ALEF_MAQSURA, conjugate, noun_stems, participle
from tawatur.text.words import CONJUNCTIONS, FRAMES, FUTURE, OBJECTS, peel, peel_verb

COLON = ":"
_HERE = "tawatur.find.cues"
_KEYS = ("particles", "owned", "never", "participles")
_FRAMES = frozenset({"that", "quote", "ila_that", "obj", "fact", "label", "name", "blame", "carry", *FRAMES})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word as a cue.

    `kind`: verb, masdar or participle. `frame`: the card's frames, joined by +. `tense` and `agrees` as in `text.verbs`.
    `before`: proclitics; `after`: the suffixed pronoun.
    """

    lemma: str
    kind: str
    mode: str
    frame: str
    tense: str = ""
    agrees: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Forms:
    verbs: dict[str, tuple[Reading, ...]]
    stems: dict[str, tuple[Reading, ...]]
    nouns: dict[str, tuple[Reading, ...]]
    participles: dict[str, tuple[Reading, ...]]


def _add(table_: dict[str, list[Reading]], word: str, reading: Reading) -> None:
    here = table_.setdefault(word, [])
    if all((r.lemma, r.kind) != (reading.lemma, reading.kind) for r in here):
        here.append(reading)


@cache
def forms() -> _Forms:
    """Every form of every verb of the list: bare, before a pronoun, verbal nouns, participles. About 10 ms, once."""
    data = card(_HERE, "ar.toml")
    known_keys(data, _KEYS, "cues/ar.toml")
    verbs: dict[str, list[Reading]] = {}
    stems: dict[str, list[Reading]] = {}
    nouns: dict[str, list[Reading]] = {}
    participles: dict[str, list[Reading]] = {}
    for past, present, masdars, active, mode, frame in table(_HERE, "ar.verbs.tsv", 6):
        if unknown := set(frame.split("+")) - _FRAMES:
            raise DataError(f"cues/ar.verbs.tsv: {past}: unknown frames {sorted(unknown)}")
        for f in conjugate(past, present):
            r = Reading(past, "verb", mode, frame, f.tense, f.agrees)
            if f.before_pronoun or not (f.tense == "past" and f.agrees == "ms" and past.endswith(ALEF_MAQSURA)):
                _add(stems, f.key, r)
            if not f.before_pronoun:
                _add(verbs, f.key, r)
        for noun in masdars.split("|") if masdars != "-" else ():
            _add(nouns, key(noun), Reading(past, "masdar", mode, frame))
        if active != "-":
            for word, agrees in participle(active):
                _add(participles, word, Reading(past, "participle", mode, frame, "", agrees))
    for mode, words in data["participles"].items():
        for active in words:
            for word, agrees in participle(active):
                _add(participles, word, Reading(active, "participle", mode, "that+obj+bi+ala", "", agrees))
    return _Forms(*({w: tuple(rs) for w, rs in t.items()} for t in (verbs, stems, nouns, participles)))


@cache
def particles() -> Phrases[tuple[str, str]]:
    """Particles, each with its mode and the pronoun that hangs on it («على حد قوله»)."""
    data = card(_HERE, "ar.toml")
    plain = [(p, (mode, "")) for mode, ps in data["particles"].items() for p in ps]
    owned = [(p + o, (mode, o)) for mode, ps in data["owned"].items() for p in ps for o in OBJECTS]
    return Phrases([*plain, *owned])


@cache
def never() -> frozenset[str]:
    """Forms that are nearly always something else than the verb they could be."""
    return frozenset(map(key, card(_HERE, "ar.toml")["never"]["words"]))


@cache
def glued() -> dict[tuple[str, str], str]:
    """Particles of one word and a preposition that is written with the next word, with their mode."""
    return {(w[0], w[1]): mode for w, (mode, _) in particles().all() if len(w) == 2 and len(w[1]) == 1}


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """For the first word of each particle what may follow it; "" where it may stand alone or before a glued letter."""
    out: dict[str, set[str]] = {}
    for words, _ in particles().all():
        out.setdefault(words[0], set()).add(words[1] if len(words) > 1 and len(words[1]) > 1 else "")
    return {first: frozenset(rest) for first, rest in out.items()}


@Memo
def opens_particle(word: str) -> frozenset[str]:
    """What may follow `word` (a key) in a particle, a conjunction before it apart; empty where it opens none.

    >>> "لسان" in opens_particle("علي"), opens_particle("سياره")
    (True, frozenset())
    """
    bare = word[1:] if word[:1] in CONJUNCTIONS else word
    return _seconds().get(word, frozenset()) | _seconds().get(bare, frozenset())


@Memo
def may_be_cue(word: str) -> bool:
    """Whether a token with this key can be a cue or begin one: most words cannot, and are passed over at once."""
    return word == COLON or (word[:1].isalpha() and bool(opens_particle(word) or readings(word)))


@Memo
def readings(word: str) -> tuple[Reading, ...]:
    """Every way to read `word` (a key) as a verb, verbal noun or participle of the list; the barest reading first.

    >>> [(r.lemma, r.agrees, r.before, r.after) for r in readings("واوضحته")][:1]
    [('أوضح', 'fs', 'و', 'ه')]
    >>> readings("سياره")
    ()
    """
    f = forms()
    if word in never():
        return ()
    out: dict[tuple[str, str], Reading] = {}

    def take(r: Reading, before: str = "", after: str = "") -> None:
        out.setdefault((r.lemma, r.kind), Reading(r.lemma, r.kind, r.mode, r.frame, r.tense, r.agrees, before, after))

    for before, rest in peel_verb(word):
        for r in f.verbs.get(rest, ()):
            if FUTURE not in before or r.tense == "present":
                take(r, before)
        for pronoun in OBJECTS if rest.endswith(OBJECTS) else ():
            if rest.endswith(pronoun) and len(rest) - len(pronoun) >= 3:
                for r in f.stems.get(rest[: -len(pronoun)], ()):
                    if r.agrees not in ("1s", "1p"):
                        take(r, before, pronoun)
    for before, rest in peel(word):
        if not before or before in CONJUNCTIONS:
            for r in f.participles.get(rest, ()):
                take(r, before)
        hung = rest.endswith(OBJECTS) and (not before or before in CONJUNCTIONS)
        for pronoun in OBJECTS if hung else ():  # «واصفاها»
            stem = rest.removesuffix(pronoun)
            if stem != rest and stem.endswith(ALEF):
                for r in f.participles.get(stem, ()):
                    take(r, before, pronoun)
        for r in _masdars(rest, f.nouns):
            take(r, before, r.after)
    return tuple(out.values())


def _masdars(word: str, nouns: dict[str, tuple[Reading, ...]]) -> Iterator[Reading]:
    """Read `word` as a verbal noun: bare, with the article, in the sound plural, with a pronoun."""
    for stem, pronoun in noun_stems(word):
        if stem in nouns:
            yield from (replace(r, after=pronoun) for r in nouns[stem])
            return
