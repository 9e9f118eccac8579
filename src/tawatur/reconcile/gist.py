"""What a claim is about, as a heading: who says it and its own words; in English also whom and what the words name.

English cannot be made from words that are not coded, and is not guessed: the Arabic stands as a quotation beside a gloss.
"""

from __future__ import annotations

from tawatur.model.claim import Claim
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.reconcile.origins import belongs
from tawatur.text import tell
from tawatur.text.label import quotation

MOST = 3
"""So many of those whom a claim names are told."""


def gist(claim: Claim, book: Book) -> dict[str, str]:
    """The heading in both languages."""
    quoted = quotation(snippet(claim.content.text))
    return {"ar": f"{book.voice(claim.origin, claim.article, 'ar')}: {quoted}", "en": said(claim, quoted, book)}


def said(claim: Claim, quoted: str, book: Book) -> str:
    """A claim in English: who says it, of whom it speaks, and its Arabic words, which `quoted` holds."""
    who = tell.speaks(book.voice(claim.origin, claim.article, "en"), claim.mode)
    return tell.quoting(who, spoken_of(claim, book), quoted)


def spoken_of(claim: Claim, book: Book) -> list[str]:
    """English names of those whom a claim's content names, in its order; not the speaker and what the speaker belongs to."""
    own = {claim.origin, *belongs(claim.origin, book.entity)}
    found: dict[str, str] = {}
    for r in sorted(book.by_article[claim.article].references, key=lambda r: r.span.start):
        if claim.content.covers(r.span) and not r.in_noise and r.entity not in own:
            label = book.named(r.entity, "en")
            found.setdefault(r.entity, label)
    return list(dict.fromkeys(found.values()))[:MOST]
