"""What the page says in both languages; every text is data in `words.toml`."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.model.claim import Claim
from tawatur.model.event import Estimate
from tawatur.text import label, tell
from tawatur.text.label import Labels
from tawatur.text.lexicon import card
from tawatur.text.say import amount, when


class Both(NamedTuple):
    """One text in Arabic and in English; the page shows the one that is switched on."""

    ar: str
    en: str

    def __bool__(self) -> bool:
        """True where there is something to show."""
        return bool(self.ar or self.en)


def ui(name: str, **parts: Both | str) -> Both:
    """A set phrase of the interface, its parts filled in language by language.

    >>> ui("rest", n="3").en
    'the rest (3)'
    """
    words: dict[str, str] = card("tawatur.report", "words.toml")[name]
    filled = [
        words[lang].format(**{k: p if isinstance(p, str) else p[i] for k, p in parts.items()})
        for i, lang in enumerate(label.LANGS)
    ]
    return Both(*filled)


def term(table: str, name: str) -> Both:
    """A word of the shared tables: modes, standings, kinds and the like."""
    return Both(label.term(table, name, "ar"), label.term(table, name, "en"))


def count(n: int, what: str) -> Both:
    """So many of something."""
    return Both(label.count(n, what, "ar"), label.count(n, what, "en"))


def reason(text: str) -> Both:
    """Why a stage left something open or said something of a text."""
    return Both(label.reason(text, "ar"), label.reason(text, "en"))


def time(edtf: str | None) -> Both:
    """A time in words; hours of a publication time are left out."""
    day = edtf[:10] if edtf and "T" in edtf and not edtf.startswith("P") else edtf
    return Both(when(day, "ar"), when(day, "en"))


def value(low: float | None, high: float | None, approx: str) -> Both:
    """A figure in words."""
    return Both(amount(low, high, approx, "ar"), amount(low, high, approx, "en"))


def how_many(e: Estimate) -> Both:
    """A figure with what it counts, as a sentence says it."""
    return Both(tell.how_many_arabic(e), tell.how_many([e]))


def origin(labels: Labels, name: str, article: str | None = None) -> Both:
    """A first speaker."""
    return Both(labels.origin(name, "ar", article), labels.origin(name, "en", article))


def in_sentence(labels: Labels, said: Claim | Estimate) -> Both:
    """The same inside a sentence, in English with the articles that the names take."""
    names = {o: labels.origin(o, "en", said.article) for o in (said.origin, *said.also)}
    english = [tell.named(name, o) if o in labels.entities else name for o, name in names.items()]
    return Both(labels.speakers(said, "ar"), tell.listed(list(dict.fromkeys(english))))


def speakers(labels: Labels, said: Claim | Estimate) -> Both:
    """The first speaker of a claim or figure, with those who say it together with him."""
    return Both(labels.speakers(said, "ar"), labels.speakers(said, "en"))


def entity(labels: Labels, ident: str | None) -> Both:
    """Someone or something named."""
    return Both(labels.entity(ident, "ar"), labels.entity(ident, "en"))


def outlet(labels: Labels, article: str) -> Both:
    """The outlet of an article."""
    return Both(labels.outlet(article, "ar"), labels.outlet(article, "en"))


def joined(items: list[Both]) -> Both:
    """A list in one line, in each language's own way."""
    commas = card("tawatur.report", "words.toml")["comma"]
    return Both(f"{commas['ar']} ".join(b.ar for b in items), f"{commas['en']} ".join(b.en for b in items))
