"""An outlet's own doubt («دون وجود أي معلومات موثوقة») against what named speakers say of the same people or things.

The doubt is about what its own sentence tells. Where the others speak of another place or act, the two differ in scope,
and the finding says so; where they speak of the same, it is disputed.
"""

from __future__ import annotations

from functools import cache

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.document import Sentence
from tawatur.model.ledger import Analysis, Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding, snippet
from tawatur.reconcile.gist import gist
from tawatur.reconcile.likeness import Sense, is_entity
from tawatur.reconcile.origins import INDISTINCT, UNNAMED, backing, belongs
from tawatur.reconcile.propositions import SAYING
from tawatur.text.label import quotation
from tawatur.text.lexicon import Phrases, card
from tawatur.text.stem import rarity
from tawatur.text.words import BI, CONJUNCTIONS

SHARED_WEIGHT = 2.0
"""Least weight of the nouns that a doubt and a statement have in common."""

TELLING = 2.9
"""Least rarity of such a noun: "soldiers" tells, "to be" does not."""


@cache
def _phrases() -> Phrases[str]:
    return Phrases((p, p) for p in card("tawatur.reconcile", "ar.toml")["doubt"]["phrases"])


def doubted(analysis: Analysis) -> list[tuple[Sentence, Claim]]:
    """Sentences in which the outlet doubts, each with the claim that it doubts: the last of the sentence before the doubt."""
    t = analysis.document.tokens
    out = []
    for s in analysis.document.sentences:
        at = next(
            (
                i
                for i in range(s.first, s.last)
                if any(_phrases().longest(t.keys, i, first=f) for f in _firsts(t.keys[i]))
            ),
            None,
        )
        if at is None:
            continue
        offset = t.starts[at]
        inside = [c for c in analysis.claims if s.span.start <= c.content.start < s.span.end]
        before = [c for c in inside if c.content.start < offset] or inside
        if before:
            out.append((s, max(before, key=lambda c: (c.kind != "narration", c.content.start))))
    return out


def _firsts(key: str) -> tuple[str, ...]:
    """A word as it stands, and without the conjunction or preposition before it («ورغم», «بدون», «من دون»)."""
    return (key, key[1:]) if key[:1] in PREFIXES and len(key) > 3 else (key,)


PREFIXES = frozenset({*CONJUNCTIONS, BI})


def findings(book: Book) -> list[Finding]:
    """One finding for each doubt that named speakers of the same article speak to."""
    out = []
    for a in book.analyses:
        for _, doubt in doubted(a):
            if doubt.origin not in INDISTINCT and doubt.mode != "hedged":
                continue  # what a named speaker doubts is his own word, not the outlet's
            others = [
                c
                for c in a.claims
                if c.id != doubt.id
                and c.mode in SAYING
                and c.origin != OUTLET
                and not c.origin.startswith(UNNAMED)
                and not doubt.content.overlaps(c.content)
                and not _ahead(a, c)
                and _one_matter(doubt, c, book)
            ]
            if others:
                out.append(_finding(book, doubt, others))
    return out


def _ahead(a: Analysis, c: Claim) -> bool:
    """What is said is only of what may come: «قد ترسل» states nothing that somebody else could doubt."""
    told = [e for e in a.events if c.content.covers(e.trigger)]
    return bool(told) and all(e.happened in ("planned", "hedged") for e in told)


def _one_matter(doubt: Claim, c: Claim, book: Book) -> bool:
    """Both speak of the same people or things: a noun in common, and somebody who acts in common."""
    x, y = book.likeness.senses[doubt.id], book.likeness.senses[c.id]
    things = [w for w in x.concepts & y.concepts if not is_entity(w) and rarity(w) >= TELLING]
    speaker = {c.origin, *belongs(c.origin, book.entity)}  # a government that speaks of "a team" speaks of its own
    shared = _actors(x, book) & (_actors(y, book) | speaker)
    return bool(things) and bool(shared) and book.likeness.total(things) >= SHARED_WEIGHT


def _actors(sense: Sense, book: Book) -> set[str]:
    """Those who act, and the parties they belong to; towns are only where something happens."""
    return {p for e in sense.entities if book.acts(e) for p in (e, *belongs(e, book.entity))}


def _doubted(doubt: Claim, where: set[str], book: Book, lang: str) -> str:
    """What is doubted, in its own words, and where it would be."""
    text = quotation(snippet(doubt.content.text, 70))
    return f"{text} ({words.listed(sorted(book.label(p, lang) for p in where), lang)})" if where else text


def _places(c: Claim, book: Book) -> set[str]:
    sense = book.likeness.senses[c.id]
    return {e for e in sense.entities if (k := book.entity.get(e)) is not None and k.type == "LOC"}


def _finding(book: Book, doubt: Claim, others: list[Claim]) -> Finding:
    where = _places(doubt, book)
    said = set[str]().union(*(_places(c, book) for c in others)) - where
    speakers = backing(others, book.entity).origins
    parts = {
        lang: {
            "doubted": _doubted(doubt, where, book, lang),
            "said": words.listed(sorted(book.label(p, lang) for p in said), lang),
            "accuser": words.listed([book.named(o, lang) for o in speakers], lang),
            "denier": book.voice(doubt.origin, doubt.article, lang),
        }
        for lang in LANGUAGES
    }
    return finding(
        book,
        "differs.doubt" if where and said else "disputed.doubt",
        [doubt, *others],
        about=gist(doubt, book),
        parts=parts,
        key=[c.id for c in (doubt, *others)],
        speakers=others,
    )
