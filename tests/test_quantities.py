"""Quantities in whole articles: offsets, noise, repeats, any input."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tawatur.find.quantities import find
from tawatur.model.document import Document, Noise, RawArticle
from tawatur.model.mention import Quantity
from tawatur.model.span import Span
from tawatur.text.tokenize import tokenize


def document(text: str) -> Document:
    """An article that is all story."""
    tokens = tokenize(text)
    return Document(article=RawArticle(id="t", text=text), lang="ar", tokens=tokens, story=(True,) * len(tokens))


def found(text: str) -> tuple[Quantity, ...]:
    """Its quantities."""
    return find(document(text))


def test_prefixes_stay_out_of_the_span() -> None:
    """What hangs on the first word is not part of the phrase; marks on it go with it."""
    (quantity,) = found("انتهى وَبِخمسةِ جرحى.")
    assert quantity.span.text == "خمسةِ جرحى"
    (quantity,) = found("مساعدات لآلاف النازحين")
    assert quantity.span.text == "آلاف النازحين"


def test_unit_span_stands_in_the_text() -> None:
    """The counted noun is pinned to its characters."""
    text = "قتل ثلاثة من عناصر الشرطة و12 مدنيا."
    for quantity in found(text):
        assert quantity.unit_span is not None
        assert text[quantity.unit_span.start : quantity.unit_span.end] == quantity.unit


def test_noise_is_marked_and_a_repeated_title_is_silent() -> None:
    """A caption's figure is reported as noise; the second printing of a title gives nothing."""
    text = "مقتل 5 جنود\nمقتل 5 جنود\nصورة: 3 شاحنات"
    doc = document(text)
    story = tuple(start < 11 for start in doc.tokens.starts)
    noise = (
        Noise(span=Span.of(text, 12, 23), reason="repeat", rule="t"),
        Noise(span=Span.of(text, 24, len(text)), reason="caption", rule="t"),
    )
    got = find(replace(doc, story=story, noise=noise))
    assert [(q.span.text, q.in_noise) for q in got] == [("5 جنود", False), ("3 شاحنات", True)]


def test_a_sentence_end_stops_the_unit() -> None:
    """An elided unit is not taken from another sentence."""
    first, second = found("قتل 12 جنديا. وأصيب 30.")
    assert (first.lemma, second.lemma) == ("جندي", "")


@given(st.text(alphabet="ابتثمئةالفوعشرين نصف من بين إلى نحو0123456789٠١٢.,،/-%()«»:\n", max_size=120))
def test_any_text(text: str) -> None:
    """Nothing breaks it; spans are ordered, do not overlap, and are the text's own."""
    at = 0
    for quantity in found(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text
        assert quantity.span.start >= at
        assert quantity.span.end > quantity.span.start
        at = quantity.span.end
        assert quantity.low is not None or quantity.high is not None
