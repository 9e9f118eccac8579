"""Quotations: their marks, whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.clean import clean
from tawatur.find import quotes
from tawatur.model.document import RawArticle
from tawatur.split import split

ALPHABET = "قال الوزير إن«»\"“”„‹›'.:،\n (5) A"


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=120))
def test_spans_are_raw_text_and_never_cross(text: str) -> None:
    """Any text: each quotation is its own characters, holds its inner part, and two of them nest or stay apart."""
    doc = split(clean(RawArticle(id="x", text=text, lang="ar")))
    found = quotes.find(doc)
    for q in found:
        assert text[q.span.start : q.span.end] == q.span.text
        assert text[q.inner.start : q.inner.end] == q.inner.text
        assert q.span.covers(q.inner)
    for a in found:
        for b in found:
            crossing = a.span.start < b.span.start < a.span.end < b.span.end
            assert not crossing or not (a.balanced and b.balanced)


def test_the_longest_text_of_marks_stays_cheap() -> None:
    """A thousand marks in a row are no quadratic trap."""
    doc = split(clean(RawArticle(id="x", text='"« ' * 3000, lang="ar")))
    assert quotes.find(doc) is not None
