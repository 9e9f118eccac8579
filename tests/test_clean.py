"""Cleaning: whole stretches, with reasons, that lead back to the raw text; how a text was made; its language and date."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.clean import clean
from tawatur.model.document import Document, RawArticle
from tawatur.text.tokenize import tokenize

SHARED = Path(__file__).parents[2] / "shared"


def cleaned(text: str, **more: str) -> Document:
    """The cleaned document of a text with a date."""
    return clean(RawArticle(id="a", text=text, **{"date": "2025-07-13", **more}))


def test_credits_name_agencies_by_their_entity() -> None:
    """A dateline's agency and outlet, and an agency at the end, are credits."""
    doc = cleaned("واس - الرياض: أغلقت الأمطار طرقا عدة في شمال البلاد يوم أمس. (أ.ف.ب)")
    assert [(c.role, c.entity, c.span.text) for c in doc.credits] == [
        ("agency", "org:spa", "واس"),
        ("agency", "org:afp", "أ.ف.ب"),
    ]
    assert [m.how for m in doc.making] == ["agency"]
    assert all(doc.text[n.span.start : n.span.end] == n.span.text for n in doc.noise)


def test_agencies_not_named_are_agencies() -> None:
    """«وكالات» is a credit without an entity."""
    doc = cleaned("عواصم - وكالات\nأغلقت الأمطار طرقا عدة في شمال البلاد يوم أمس وتوقفت الدراسة في ثلاث مناطق.")
    assert [(c.role, c.entity) for c in doc.credits] == [("agencies", None)]


TRANSLATED = """
Prime Minister Rawan Idris opens the new harbour of Kalmira

كالميرا تفتح الميناء الجديد

فتحت الحكومة ، بعد عام من العمل ، الميناء الجديد ، وقال الوزير ، الذي حضر الحفل ، إن العمل تم في الوقت ، كما وعد.

أعلن الحكومة أن السفن ستصل غدا، وكانت الكرملين قد رحب بذلك. أكد البلدين أن premium محتوى digest سيستمر.
"""


def test_a_translation_shows_by_several_kinds_of_left_overs() -> None:
    """Foreign caption, spaced commas, foreign words and broken agreement together are sure evidence."""
    (made,) = cleaned(TRANSLATED).making
    assert made.how == "translation"
    assert made.confident
    assert {why for _, why in made.evidence} >= {"foreign caption", "space before comma", "agreement"}


def test_one_kind_of_left_over_is_no_evidence() -> None:
    """A typist who sets spaces before commas has not translated."""
    assert not cleaned("قال الوزير ، أمس ، إن العمل ، الذي بدأ ، سينتهي ، غدا ، وأضاف أنه راض.").making


def test_promoted_text_says_so() -> None:
    """A label of paid content is evidence."""
    doc = cleaned("هاتف جديد في الأسواق\nمحتوى ممول\nأطلقت الشركة هاتفها الجديد في الأسواق أمس بسعر منخفض.")
    assert [m.how for m in doc.making] == ["promoted"]


def test_a_title_that_came_beside_the_text_is_found_in_it_or_not_at_all() -> None:
    """A given title is matched against the first lines; where it is absent the text begins with its first paragraph."""
    body = "وصل وفد كبير إلى المدينة صباح اليوم\n\nوقال رئيسه إن المحادثات تبدأ غدا في مبنى الوزارة القديم."
    assert cleaned(body, title="محادثات النهر تبدأ غدا في العاصمة القديمة").title is None
    assert cleaned(body, title="وفد كبير يصل إلى المدينة صباح اليوم").title is not None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister said on Sunday that the harbour would open next week after a year of works.", "en"),
        ("وزیر امور خارجه گفت که گفت‌وگوها هفته آینده در تهران برگزار می‌شود و چند کشور در آن شرکت می‌کنند.", "fa"),
        ("وزیر خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے اسلام آباد میں ہوں گے اور کئی ممالک شریک ہوں گے۔", "ur"),
    ],
)
def test_other_languages_are_told_apart(text: str, lang: str) -> None:
    """Not Arabic: the language is named and a problem says so."""
    doc = cleaned(text)
    assert doc.lang == lang
    assert [p.what for p in doc.problems] == ["not-arabic"]


def test_problems_of_date_and_emptiness() -> None:
    """No date and no words are problems, not errors."""
    assert [p.what for p in clean(RawArticle(id="a", text="قال الوزير إنه راض.")).problems] == ["no-date"]
    assert [p.what for p in clean(RawArticle(id="a", text=" \n ... \n")).problems] == ["empty"]


@given(st.text(max_size=200))
def test_any_text_is_cleaned(text: str) -> None:
    """Whatever comes in, flags and spans fit the text."""
    doc = cleaned(text)
    assert len(doc.story) == len(doc.tokens)
    assert all(text[n.span.start : n.span.end] == n.span.text for n in doc.noise)


def test_whole_pages_dumped_as_text_lose_no_paragraph() -> None:
    """Everything that stands on a page, menus and comments and all, as careless collectors keep it: the story stays."""
    from resiliparse.parse.html import HTMLTree

    from tawatur.read.blocks import layout
    from tawatur.read.html import markup_of

    folder = Path(__file__).parent / "pages"
    shares = []
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        markup, _ = markup_of((folder / gold["page"]).read_bytes())
        doc = cleaned("\n\n".join(block.text for block in layout(HTMLTree.parse(markup).body).blocks))
        first = {paragraph.split("\n")[0] for paragraph in gold["text"].split("\n\n")}
        for noise in doc.noise:
            assert noise.reason == "repeat" or not first & set(noise.span.text.split("\n"))
        kept = Counter(form for form, story in zip(doc.tokens.forms, doc.story, strict=True) if story)
        wanted = Counter(tokenize(gold["text"]).forms)
        if kept:
            shares.append(sum((kept & wanted).values()) / sum(kept.values()))
    assert sum(shares) / len(shares) >= 0.85


@pytest.mark.shared
def test_little_of_clean_news_is_noise() -> None:
    """In articles that their collectors have cleaned, less than one word in a hundred is noise."""
    path = SHARED / "news" / "five-outlets-2018-01-to-05.jsonl.gz"
    if not path.exists():
        pytest.skip("the shared measuring data is not here")
    words = noise = 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % 60 == 0:
                raw = json.loads(line)
                doc = cleaned(raw["text"], outlet=raw["outlet"])
                words += len(doc.story)
                noise += doc.story.count(False)
    assert noise < 0.01 * words


@pytest.mark.shared
def test_no_gold_attribution_stands_in_noise() -> None:
    """What people marked as said by someone is story."""
    folder = SHARED / "eval" / "dev"
    if not folder.exists():
        pytest.skip("the shared measuring data is not here")
    texts = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    docs = {raw["id"]: cleaned(raw["text"], outlet=raw["outlet"]) for raw in texts}
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        doc = docs[gold["id"]]
        for said in gold["attributions"]:
            content = said.get("content")
            if content and doc.text.count(content) == 1:
                at = doc.text.index(content)
                assert not any(n.span.start < at + len(content) and at < n.span.end for n in doc.noise)
