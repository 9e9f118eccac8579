"""The acts: what a verb, a verbal noun or a noun says is done, and what a figure beside it counts.

`ar.verbs.tsv`, `ar.nouns.tsv` and `ar.phrases.tsv` hold the words; `text.conjugate` writes out the forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tawatur.text.arabic import key
from tawatur.text.conjugate import VerbForm, conjugate
from tawatur.text.inflect import (
    AMBIGUOUS,
    before_pronoun,
    ends_feminine,
    forms_of_masdar,
    hamza_back,
    is_future,
    plural_forms,
    without_accusative,
)
from tawatur.text.lexicon import table
from tawatur.text.memo import Memo
from tawatur.text.words import ARTICLE, peel, peel_verb, suffixed

PACKAGE = "tawatur.events"


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the dictionary. `type`, `mode`: PLOVER's, None where the word names no event.

    `measure`: what a figure beside it counts; `counts`: which argument that is: "o" the object (or the subject of the
    passive), "s" the subject, else the keys of the prepositions that may stand before it. `recipient`: "o" or prepositions, in this order.
    """

    lemma: str
    type: str | None = None
    mode: str | None = None
    measure: str | None = None
    counts: tuple[str, ...] = ("o",)
    recipient: tuple[str, ...] = ()
    kind: str = "verb"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the act, its verb form (None for nouns), what is attached before and after."""

    act: Act
    form: VerbForm | None = None
    prefix: str = ""
    pronoun: str = ""
    definite: bool = False


def _cell(text: str) -> str | None:
    return None if text == "-" else text


def _many(text: str) -> tuple[str, ...]:
    return () if text == "-" else tuple(key(w) for w in text.split("/"))


def _act(lemma: str, cells: tuple[str, ...], kind: str) -> Act:
    type_, mode, measure, counts, recipient = cells
    return Act(
        lemma=lemma,
        type=_cell(type_),
        mode=_cell(mode),
        measure=_cell(measure),
        counts=_many(counts) or ("o",),
        recipient=_many(recipient),
        kind=kind,
    )


@cache
def _verbs() -> dict[str, tuple[tuple[Act, VerbForm], ...]]:
    out: dict[str, list[tuple[Act, VerbForm]]] = {}
    for lemma, imperfect, _, *cells in table(PACKAGE, "ar.verbs.tsv", 8):
        act = _act(lemma, tuple(cells), "verb")
        for word, forms in conjugate(lemma, imperfect).items():
            out.setdefault(word, []).extend((act, form) for form in forms)
    return {word: tuple(found) for word, found in out.items()}


@cache
def _nouns() -> dict[str, tuple[Act, ...]]:
    out: dict[str, list[Act]] = {}
    for lemma, _, masdars, *cells in table(PACKAGE, "ar.verbs.tsv", 8):
        act = _act(lemma, tuple(cells), "masdar")
        for masdar in _many(masdars):
            for word in forms_of_masdar(masdar):
                out.setdefault(word, []).append(act)
    for noun, plurals, type_, mode, measure, recipient in table(PACKAGE, "ar.nouns.tsv", 6):
        act = _act(noun, (type_, mode, measure, "o", recipient), "noun")
        for word in dict.fromkeys((key(noun), *plural_forms(noun, plurals))):
            out.setdefault(word, []).append(act)
    return {word: tuple(acts) for word, acts in out.items() if acts}


@cache
def feminine() -> frozenset[str]:
    """Keys of verbal nouns that a careful writer ends in teh marbuta."""
    rows = table(PACKAGE, "ar.verbs.tsv", 8)
    return frozenset(key(m) for row in rows for m in row[2].split("/") if ends_feminine(m))


@cache
def phrases() -> dict[str, tuple[tuple[frozenset[str], Act], ...]]:
    """For a verb's lemma, the nouns near it that decide its meaning, with the act that both name."""
    out: dict[str, list[tuple[frozenset[str], Act]]] = {}
    for lemma, nouns, *cells in table(PACKAGE, "ar.phrases.tsv", 7):
        out.setdefault(lemma, []).append((frozenset(_many(nouns)), _act(lemma, tuple(cells), "phrase")))
    return {lemma: tuple(rows) for lemma, rows in out.items()}


@Memo
def bases(word: str) -> tuple[str, ...]:
    """The nouns that `word` (a key) may be once what hangs on it is taken off: particles, article, pronoun, accusative.

    >>> "هجوم" in bases("هجوما"), "حتف" in bases("حتفهم"), "حياه" in bases("بحياه")
    (True, True, True)
    """
    out: dict[str, None] = {}
    for _, rest in peel(word):
        bare = rest[2:] if rest.startswith(ARTICLE) and len(rest) > 4 else rest
        out[bare] = out[without_accusative(bare)] = None
        for stem, _ in suffixed(bare):
            out[stem] = None
    return tuple(out)


@Memo
def verb_readings(word: str) -> tuple[Reading, ...]:
    """Every reading of `word` (a key) as a verb of the dictionary.

    >>> {(r.act.lemma, r.prefix) for r in verb_readings("وسيقتل")}
    {('قتل', 'وس')}
    """
    forms = _verbs()
    out: list[Reading] = []
    for prefix, rest in peel_verb(word):
        for act, form in forms.get(rest, ()):
            if is_future(prefix) and form.aspect != "imperfect":
                continue
            out.append(Reading(act, form, prefix))
        if out:
            continue
        for stem, pronoun in suffixed(rest):
            if pronoun in AMBIGUOUS or len(stem) < 3:
                continue
            for written in before_pronoun(stem):
                out.extend(
                    Reading(act, form, prefix, pronoun)
                    for act, form in forms.get(written, ())
                    if form.voice != "passive" and "o" in (*act.counts, *act.recipient)
                )
    return tuple(out)


@Memo
def noun_readings(word: str) -> tuple[Reading, ...]:
    """Every reading of `word` (a key) as a verbal noun or noun of the dictionary.

    >>> [(r.act.measure, r.prefix, r.definite) for r in noun_readings("بمقتل")]
    [('killed', 'ب', False)]
    """
    forms = _nouns()
    out: list[Reading] = []
    for prefix, rest in peel(word):
        definite = rest.startswith(ARTICLE) and len(rest) > 4
        bare = rest[2:] if definite else rest
        for written in dict.fromkeys((bare, without_accusative(bare))):
            out.extend(Reading(act, None, prefix, "", definite) for act in forms.get(written, ()))
        if out or definite:
            continue
        for stem, pronoun in suffixed(bare):
            if len(stem) > 2 and pronoun not in AMBIGUOUS:
                for written in hamza_back(stem):
                    out.extend(Reading(act, None, prefix, pronoun, True) for act in forms.get(written, ()))
    return tuple(dict.fromkeys(out))


@Memo
def readings(word: str) -> tuple[tuple[Reading, ...], tuple[Reading, ...]] | None:
    """Readings of a key as verb and as noun; None where it has neither."""
    verbs, nouns = verb_readings(word), noun_readings(word)
    return (verbs, nouns) if verbs or nouns else None
