"""Sentences, in text where full stops, quotes and spaces are missing or wrong.

A line break ends a sentence unless the line visibly runs on; a full stop ends one unless it shortens a word, stands in
a number, an address or a list number; what closes (quotation marks, brackets) goes with the sentence before it. A
title is one sentence, whatever marks it holds: two dots in a headline are a comma.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.model.document import Document, Sentence
from tawatur.split.blocks import Block, blocks
from tawatur.split.stops import stops

__all__ = ["split"]


def split(doc: Document) -> Document:
    """Return `doc` with its sentences: one for every token of the story and of its captions, none for other noise.

    >>> from tawatur.model.document import RawArticle
    >>> from tawatur.text.tokenize import tokenize
    >>> words = tokenize("هدفه “حل جذري للوضع”.جاءت الزيارة بدعوة من د. سلمى.")
    >>> doc = Document(article=RawArticle(id="a", text=words.text), lang="ar", tokens=words, story=(True,) * len(words))
    >>> [s.span.text for s in split(doc).sentences]
    ['هدفه “حل جذري للوضع”.', 'جاءت الزيارة بدعوة من د. سلمى.']
    """
    out: list[Sentence] = []
    for block in blocks(doc):
        _cut(doc, block, out)
    return replace(doc, sentences=tuple(out))


def _cut(doc: Document, block: Block, out: list[Sentence]) -> None:
    """Append the sentences of one block to `out`."""
    t = doc.tokens
    whole = block.role in {"title", "subhead"}
    first = block.first
    for last in [block.last] if whole else stops(t, block.first, block.last):
        out.append(
            Sentence(
                span=t.span(first, last),
                first=first,
                last=last,
                index=len(out),
                paragraph=block.paragraph,
                role=block.role,
            )
        )
        first = last
