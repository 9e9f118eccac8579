"""One utterance in different words: what one speaker said once, told by two articles with another word at its heart.

Two ways show it. Two quotations of one speaker, close in time, that run alike but for some words. And the same act of one
speaker («الدعم») qualified in different ways («غير المشروط», «غير المحدود»): the qualifiers are data (`ar.toml`, drift).
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.ledger import Finding
from tawatur.model.tokens import Kind
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding
from tawatur.reconcile.gist import gist
from tawatur.reconcile.likeness import concept, token_range
from tawatur.reconcile.origins import UNNAMED, backing, party
from tawatur.text.arabic import key
from tawatur.text.lexicon import Phrases, card
from tawatur.text.stem import rarity, stem
from tawatur.text.translit import skeletons
from tawatur.text.words import peel

ALIKE, TOO_ALIKE = 0.55, 0.97
"""Share of words in common, in order, from which two quotations are one utterance, and above which they are one text."""

CLOSE = 7
"""Days within which two articles may tell one utterance."""

REACH = 7
"""How many words a qualifier may stand after the word that it qualifies."""


def findings(book: Book, pairs: Sequence[tuple[str, str]]) -> list[Finding]:
    """Drift of quotations, then drift of qualifiers; one finding for each utterance."""
    out = _quoted(book, pairs)
    taken = {c for f in out for c in f.claims}
    return [*out, *(f for f in _qualified(book) if f.kind != "quote_drift" or not set(f.claims) <= taken)]


def _near(a: Claim, b: Claim, book: Book) -> bool:
    x, y = book.day(a.article), book.day(b.article)
    return x is not None and y is not None and abs((x - y).days) <= CLOSE


def _quoted(book: Book, pairs: Sequence[tuple[str, str]]) -> list[Finding]:
    out: list[Finding] = []
    taken: set[str] = set()
    for i, j in pairs:
        a, b = book.claims[i], book.claims[j]
        if {a.kind, b.kind} != {"direct"} or a.origin != b.origin or a.origin == OUTLET or a.article == b.article:
            continue
        if a.origin.startswith(UNNAMED) or not _near(a, b, book) or i in taken or j in taken:
            continue
        changed = _changed(a, b, book)
        if changed:
            taken |= {i, j}
            out.append(_finding(book, [a, b], changed))
    return out


def _changed(a: Claim, b: Claim, book: Book) -> list[tuple[str, str]] | None:
    """The words in which two quotations differ, each with its article, where they are one utterance; None otherwise."""
    x, y = _stems(a, book), _stems(b, book)
    match = SequenceMatcher(None, x, y, autojunk=False)
    if min(len(x), len(y)) < 4 or not ALIKE <= match.ratio() <= TOO_ALIKE:
        return None
    out: list[tuple[str, str]] = []
    for op, i1, i2, j1, j2 in match.get_opcodes():
        if op != "replace":
            continue
        old, new = x[i1:i2], y[j1:j2]
        if skeletons(old) == skeletons(new):
            continue  # a name spelt in two ways, or a plural of the word
        if any(rarity(w) > 3.5 for w in old) and any(rarity(w) > 3.5 for w in new) and not set(old) & set(new):
            out += [(_words(a, i1, i2, book), a.article), (_words(b, j1, j2, book), b.article)]
    return out or None


def _word_tokens(c: Claim, book: Book) -> list[int]:
    a = book.by_article[c.article]
    first, last = token_range(a, c.content)
    return [i for i in range(first, last) if a.document.tokens.kinds[i] is Kind.WORD]


def _stems(c: Claim, book: Book) -> list[str]:
    t = book.by_article[c.article].document.tokens
    return [stem(t.keys[i]) for i in _word_tokens(c, book)]


def _words(c: Claim, first: int, last: int, book: Book) -> str:
    at = _word_tokens(c, book)
    t = book.by_article[c.article].document.tokens
    return t.span(at[first], at[last - 1] + 1).text


@cache
def _drift() -> tuple[frozenset[str], Phrases[str]]:
    data = card("tawatur.reconcile", "ar.toml")["drift"]
    heads = {concept(key(w)) for w in data["heads"]}
    entries = [(form, names.split("|")[0]) for names in data["qualifiers"] for form in names.split("|")]
    return frozenset(heads), Phrases(entries)


def qualified(c: Claim, book: Book) -> tuple[str, str] | None:
    """(name of the qualifier, its words) where a claim qualifies an act of support; None where it does not."""
    heads, qualifiers = _drift()
    a = book.by_article[c.article]
    t = a.document.tokens
    first, last = token_range(a, c.sentence)
    low, high = token_range(a, c.content)
    for i in range(first, last):
        if not any(concept(rest) in heads for _, rest in peel(t.keys[i])):
            continue
        for j in range(i + 1, min(last, i + 1 + REACH)):
            for _, rest in peel(t.keys[j]):
                found = qualifiers.longest(t.keys, j, first=rest)
                if found and j + found[0] <= last and (low <= j < high or low <= i < high):
                    return found[1], t.span(j, j + found[0]).text
    return None


def _qualified(book: Book) -> list[Finding]:
    groups: dict[str, list[tuple[Claim, str, str]]] = {}
    for c in book.claims.values():
        if c.origin == OUTLET or c.origin.startswith(UNNAMED):
            continue
        found = qualified(c, book)
        if found:
            owner = party(c.origin, book.entity) or c.origin
            groups.setdefault(owner, []).append((c, *found))
    out = []
    for owner in sorted(groups):
        told = sorted(groups[owner], key=lambda g: (str(book.day(g[0].article)), g[0].article, g[0].content.start))
        head = told[0][0]
        close = [g for g in told if _near(head, g[0], book)]
        for start in range(1, len(told)):
            if len({g[1] for g in close}) > 1 and len({g[0].article for g in close}) > 1:
                break
            close = [g for g in told[start:] if _near(told[start][0], g[0], book)]
        claims = list({c.id: c for c, _, _ in close}.values())
        if len({g[1] for g in close}) > 1:
            out.append(_finding(book, claims, [(words_, c.article) for c, _, words_ in close]))
        if len({c.article for c in claims}) > 1:
            out.append(_one_stand(book, claims))
    return out


def _one_stand(book: Book, claims: Sequence[Claim]) -> Finding:
    """One party's stand, told by several articles in whatever words: they agree that it is taken."""
    head = min(claims, key=lambda c: (len(c.content.text), c.id))
    return finding(book, "agrees.stand", claims, about=gist(head, book), parts={}, key=[c.id for c in claims])


def _finding(book: Book, claims: Sequence[Claim], sides: Sequence[tuple[str, str]]) -> Finding:
    speakers = backing(claims, book.entity).origins
    parts = {
        lang: {
            "origin": words.listed([book.label(o, lang) for o in speakers], lang),
            "sides": words.listed(list(dict.fromkeys(f"«{said}» ({book.outlet(a, lang)})" for said, a in sides)), lang),
        }
        for lang in LANGUAGES
    }
    return finding(book, "quote_drift", claims, about=gist(claims[0], book), parts=parts, key=[c.id for c in claims])
