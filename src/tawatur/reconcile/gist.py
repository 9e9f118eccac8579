"""What a claim is about, as a heading: who says it and its own words; in English also whom and what the words name.

English cannot be made from words that are not coded, and is not guessed: the Arabic stands as a quotation beside a gloss.
"""

from __future__ import annotations

from tawatur.model.claim import Claim
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.text import tell
from tawatur.text.label import quotation, spoken_of

MOST = 3
"""So many of those whom a claim names are told."""


def gist(claim: Claim, book: Book) -> dict[str, str]:
    """The heading in both languages."""
    quoted = quotation(snippet(claim.content.text))
    return {"ar": f"{book.voice(claim.origin, claim.article, 'ar')}: {quoted}", "en": said(claim, quoted, book)}


def said(claim: Claim, quoted: str, book: Book, *, mode: str = "") -> str:
    """A claim in English: who says it, of whom it speaks, and its Arabic words, which `quoted` holds.

    `mode`: "admits", where the claim's own mode does not say how it is said.
    """
    who = tell.speaks(book.voice(claim.origin, claim.article, "en"), mode or claim.mode)
    found = spoken_of(claim, book.by_article[claim.article].references, book.entity)
    return tell.quoting(who, list(dict.fromkeys(book.named(e, "en") for e in found))[:MOST], quoted)
