"""Sentences: every word of the story stands in one, none of the noise does, and lines that a machine broke are joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.clean import clean
from tawatur.model.document import Document, RawArticle
from tawatur.split import split

PAGE = """
وفد يصل إلى المدينة

منذ 4 ساعات

منارة نيوز- أعلن المتحدث وصول الوفد إلى المدينة. وقال إن المحادثات تبدأ غدا

الوفد في المطار © منارة

وأضاف أن الموعد لم يحدد.
"""


def made(text: str) -> Document:
    """The document with its sentences."""
    return split(clean(RawArticle(id="a", text=text, date="2025-07-13")))


def test_every_word_of_the_story_stands_in_one_sentence_and_noise_in_none_but_captions() -> None:
    """Sentences cover the story without holes and without overlap."""
    doc = made(PAGE)
    held = [0] * len(doc.tokens)
    for s in doc.sentences:
        for i in range(s.first, s.last):
            held[i] += 1
            assert doc.story[i] or s.role == "caption"
    assert max(held) == 1
    assert all(held[i] for i, story in enumerate(doc.story) if story)
    assert [s.role for s in doc.sentences] == ["title", "body", "body", "caption", "body"]
    assert [s.index for s in doc.sentences] == list(range(5))


def test_lines_wrapped_by_width_are_joined() -> None:
    """A machine's line breaks do not end sentences."""
    clause = "وقال العمدة إن الماء سيعود إلى الحي {} بعد أن تصلح الأنابيب التي كسرت في العاصفة"
    words = (" ".join(clause.format(n) for n in range(20, 28)) + ".").split()
    rows = [" ".join(words[i : i + 9]) for i in range(0, len(words), 9)]
    doc = made("\n".join(rows))
    assert len(doc.sentences) == 1


@given(st.text(alphabet='اب جد.؟!\n"«»“”()0123,،:-[]©aZ\u0640\u064b', max_size=120))
def test_any_text_splits_without_holes(text: str) -> None:
    """Whatever comes in, the story's tokens are covered once, in order, and spans are cut from the raw text."""
    doc = made(text)
    held = [0] * len(doc.tokens)
    last = 0
    for s in doc.sentences:
        assert s.first >= last
        last = s.last
        assert doc.text[s.span.start : s.span.end] == s.span.text
        for i in range(s.first, s.last):
            held[i] += 1
    assert all(held[i] == 1 for i, story in enumerate(doc.story) if story)
