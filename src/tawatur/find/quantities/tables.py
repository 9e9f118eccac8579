"""The quantity finder's words, unfolded from its card and lists into look-up tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur.text.arabic import key
from tawatur.text.lexicon import card, table
from tawatur.text.noun_forms import SOUND_FEMININE, SOUND_MASCULINE, forms, imperfects, past_feminine
from tawatur.text.tokenize import tokenize

PACKAGE = "tawatur.find.quantities"


@dataclass(frozen=True, slots=True)
class Tables:
    """Look-up tables; all keys are `arabic.key` forms, phrases are tuples of them.

    `before`, `after`: phrase → approximation; `verbs`: those of `before` that are verbs; `reaching`: verbs
    that say how many there are, unless they only may reach so many. `lemmas`: any form of a noun → its singular. `sound`: singulars whose plural
    is in -un (their dual in -in cannot be told from it). `currencies`: singular → {adjective or "": code}.
    """

    before: dict[tuple[str, ...], str]
    before_last: frozenset[str]
    verbs: dict[tuple[str, ...], str]
    reaching: frozenset[str]
    after: dict[tuple[str, ...], str]
    after_first: frozenset[str]
    sets: dict[str, frozenset[str]]
    phrases: dict[str, frozenset[tuple[str, ...]]]
    lemmas: dict[str, str]
    plurals: frozenset[str]
    sound: frozenset[str]
    currencies: dict[str, dict[str, str]]


def words(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase."""
    return tokenize(phrase).keys


def _verbs(data: dict[str, Any], out: dict[tuple[str, ...], str]) -> None:
    """Each approximating verb in both genders, both tenses, with what may lead it and what may stand inside it."""
    leads = ((), *(words(w) for w in data["negation"]["leads"]))
    negations = [words(w) for w in data["negation"]["words"]]
    joined = key(data["negation"]["joined"])
    adverbs = ((), *(words(w) for w in data["negation"]["adverbs"]))
    for verb in data["verb"]:
        imperfect, perfect = key(verb["imperfect"]), key(verb["perfect"])
        present, jussive = imperfects(imperfect)
        past = [perfect, past_feminine(perfect)] if perfect else []
        for preposition in verb["with"]:
            end = words(preposition) if preposition else ()
            for adverb in adverbs:
                for stem in present + past + jussive:
                    for lead in leads:
                        if stem not in jussive:
                            out.setdefault((*lead, stem, *adverb, *end), verb["yes"])
                    for negation in negations:
                        out.setdefault((*negation, stem, *adverb, *end), verb["no"])
                    for lead in leads:
                        out.setdefault((*lead, joined + stem, *adverb, *end), verb["no"])


@cache
def tables() -> Tables:
    """Unfold the card and the lists once."""
    data = card(PACKAGE, "ar.toml")
    before: dict[tuple[str, ...], str] = {}
    for approx, phrases in data["before"].items():
        for phrase in phrases:
            before[words(phrase)] = approx
    verbs: dict[tuple[str, ...], str] = {}
    _verbs(data, verbs)
    before.update(verbs)
    reaching = frozenset(w for v in data["verb"] if v.get("reaches") for w in imperfects(key(v["imperfect"]))[0])
    after = {words(p): approx for approx, phrases in data["after"].items() for p in phrases}
    lemmas: dict[str, str] = {}
    plurals: set[str] = set()
    sound: set[str] = set()
    for singular, many in table("tawatur.text", "ar.counted.tsv", 2):
        for form, plural in forms(key(singular), key(many)).items():
            if plural:
                plurals.add(form)
            lemmas.setdefault(form, key(singular))
        if f"+{SOUND_MASCULINE[0]}" in many.split("/"):
            sound.add(key(singular))
    for singular, _ in table("tawatur.text", "ar.counted.tsv", 2):
        lemmas[key(singular)] = key(singular)
    currencies: dict[str, dict[str, str]] = {}
    for noun, adjective, code in table(PACKAGE, "ar.currencies.tsv", 3):
        kinds = currencies.setdefault(key(noun), {})
        kinds["" if adjective == "-" else key(adjective)] = "" if code == "-" else code
        for form in forms(key(noun), f"+{SOUND_FEMININE}"):
            lemmas.setdefault(form, key(noun))
    sets = {
        name: frozenset(key(w) for w in data[name]["words"])
        for name in (
            "change",
            "label",
            "date",
            "time_unit",
            "stop",
            "takes_number",
            "not_dual",
            "clitics",
            "one",
            "relative",
            "few",
            "no_whole",
            "adjective",
            "year",
            "elided",
            "placed",
            "not_one",
            "aside",
            "light",
            "may",
        )
    }
    sets["article"] = frozenset(map(key, data["clitics"]["article"]))
    sets["idioms"] = frozenset(map(key, data["one"]["idioms"]))
    sets["hours"] = frozenset(map(key, data["time_unit"]["hours"]))
    sets["to"] = frozenset(map(key, data["range"]["to"]))
    sets["or"] = frozenset(map(key, data["range"]["or"]))
    sets["from"] = frozenset(map(key, data["range"]["from"]))
    sets["dash"] = frozenset(data["range"]["dash"])
    sets["percent"] = frozenset(data["percent"]["signs"])
    phrases = {
        "between": frozenset(words(p) for p in data["range"]["between"]),
        "percent": frozenset(words(p) for p in data["percent"]["phrases"]),
        "each": frozenset(words(p) for p in data["of"]["each"]),
        "of": frozenset(words(p) for p in data["of"]["phrases"]),
    }
    return Tables(
        before=before,
        before_last=frozenset(p[-1] for p in before),
        verbs=verbs,
        reaching=reaching,
        after=after,
        after_first=frozenset(p[0] for p in after),
        sets=sets,
        phrases=phrases,
        lemmas=lemmas,
        plurals=frozenset(plurals),
        sound=frozenset(sound),
        currencies=currencies,
    )
