"""Sentences, in text where full stops, quotes and spaces are missing or wrong."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model.document import Document, Sentence
from tawatur.model.tokens import Gap


def split(doc: Document) -> Document:
    """Return `doc` with its sentences."""
    t = doc.tokens
    out: list[Sentence] = []
    first = paragraph = 0
    for i in range(len(t)):
        ends = i + 1 == len(t) or t.gaps[i + 1] >= Gap.LINE or t.forms[i] in ".؟!"
        if ends:
            out.append(
                Sentence(
                    span=t.span(first, i + 1),
                    first=first,
                    last=i + 1,
                    index=len(out),
                    paragraph=paragraph,
                    role="body" if paragraph else "title",
                )
            )
            if i + 1 < len(t) and t.gaps[i + 1] >= Gap.LINE:
                paragraph += 1
            first = i + 1
    return replace(doc, sentences=tuple(out))
