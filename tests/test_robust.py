"""No text stops the program, and none costs more than its length."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tawatur.model import wire
from tawatur.model.codec import plain, record
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis
from tawatur.pipeline import analyse, analyse_article, compare_sentences, find_phrase, gather, parse_phrase

PIECES = (
    *(
        "قال",
        "وقال",
        "وأضاف",
        "إن",
        "أن",
        "ونفى",
        "أعلن",
        "نقلت",
        "عن",
        "وفقا",
        "ل",
        "بحسب",
        "في بيان",
        "مؤكدا",
        "رويترز",
    ),
    *(
        "الرئيس",
        "وزير",
        "الخارجية",
        "الروسي",
        "فلاديمير",
        "بوتين",
        "محمد",
        "بن",
        "كوريا",
        "الشمالية",
        "موسكو",
        "المصدر نفسه",
    ),
    *(
        "ثلاثة",
        "وعشرون",
        "ألف",
        "ألفي",
        "مليون",
        "مئات",
        "الآلاف",
        "نحو",
        "أكثر من",
        "بين",
        "إلى",
        "من",
        "جندي",
        "جنديين",
        "قتيلا",
    ),
    *(
        "12",
        "٣٬٥٠٠",
        "3.5",
        "2018",
        "1/2",
        "%",
        "$",
        "1,2,3",
        "0",
        "00:00",
        "25/7/2015",
        "1438هـ",
        "999999999999999999999999",
    ),
    *(
        "أمس",
        "الاثنين",
        "والثلاثاء",
        "يناير",
        "الماضي",
        "منذ",
        "قبل",
        "بعد",
        "خلال",
        "عام",
        "العام",
        "أسبوعين",
        "سنوات",
        "اليوم",
    ),
    *(
        "قتل",
        "مقتل",
        "أصيب",
        "هجوم",
        "اتفاق",
        "أرسلت",
        "ستسلم",
        "دمر",
        "اعتقال",
        "لم",
        "لن",
        "لا",
        "قد",
        "ربما",
        "و",
        "ف",
        "ب",
    ),
    *(
        "«",
        "»",
        '"',
        "“",
        "”",
        "'",
        "(",
        ")",
        "[",
        "]",
        "{",
        ":",
        "؛",
        "،",
        ".",
        "..",
        "؟",
        "!",
        "-",
        "–",
        "/",
        "|",
        "*",
        "#",
        "@",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\u00a0",
        "\u200f",
        "\u200e",
        "\u202b",
        "\u202c",
        "\u2067",
        "\ufeff",
        "\u200c",
        "ـ",
        "َّ",
    ),
    *(
        "\0",
        "\ud800",
        "\udfff",
        "\ufffd",
        "😀",
        "ﷺ",
        "ﻻ",
        "ء",
        "ىء",
        "x",
        "Reuters",
        "中文",
        "שלום",
        "é",
        "<b>",
        "https://a.b/c",
    ),
)
ARABIC = "قال وزير الخارجية الروسي إن ثلاثة جنود قتلوا أمس في موسكو. "
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(alphabet="".join(p for p in PIECES if len(p) == 1), max_size=60),
)
DATES = st.sampled_from([None, "2018-02-01", "2018-02-30", "yesterday", "", "0001-01-01", "9999-12-31"])
QUIET = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def whole(analysis: Analysis) -> None:
    """What is printed and what is kept can be written and read again, and every span equals its text."""
    line = wire.annotation(analysis)
    json.dumps(line, allow_nan=False)
    kept = json.dumps(plain(analysis), ensure_ascii=False).encode("utf-8", "surrogatepass")  # as a store keeps it
    assert record(Analysis, json.loads(kept)) == analysis
    text = analysis.document.text
    for kind in ("quantities", "times", "names", "noise"):
        for m in line[kind]:
            assert text[m["start"] : m["end"]] == m["text"] != ""


@QUIET
@given(TEXTS, DATES, st.booleans())
@example("", None, False)
@example("\ud800\udfff", None, False)
@example("x\ud800", None, False)
@example("ق", "2018-02-01", False)
@example("ألف " * 200, None, True)
@example("1" * 400, None, True)
@example("1," * 300, None, True)
@example("ماءر يوم ءب", None, True)
def test_analysis_never_raises(text: str, date: str | None, lead: bool) -> None:
    """Whatever the text; with a sentence before it, so that it is read as Arabic, or alone."""
    whole(analyse(ARABIC + text if lead else text, date=date))


@QUIET
@given(st.lists(st.tuples(TEXTS, DATES), max_size=4))
@example([("هجوم", "0001-01-01")])
def test_gathering_never_raises(articles: list[tuple[str, str | None]]) -> None:
    """Whatever the articles of an affair hold; the dossier can be written."""
    analyses = [
        analyse_article(RawArticle(id=str(n), text=ARABIC + text, date=date, outlet="نبأ" if n % 2 else None))
        for n, (text, date) in enumerate(articles)
    ]
    found = wire.dossier(gather(analyses), version="0", rules="0")
    json.dumps(found, allow_nan=False)


@QUIET
@given(TEXTS, DATES, st.sampled_from(["number", "ordinal", "percent", "time", "length"]))
@example("ألف " * 200, None, "number")
@example("12 1 " * 50, "2018-02-01", "time")
def test_single_phrases_never_raise(phrase: str, date: str | None, sort: str) -> None:
    """`parse`, whole and with `--find`."""
    json.dumps(parse_phrase(sort, phrase, date), allow_nan=False)
    for found in find_phrase(sort, phrase, date):
        assert phrase[found["start"] : found["end"]] == found["text"]


@QUIET
@given(TEXTS, TEXTS)
def test_comparing_never_raises(a: str, b: str) -> None:
    """`compare`, of any two texts."""
    relation, why = compare_sentences(ARABIC + a, ARABIC + b, "2018-02-01", "2018-02-02")
    assert relation
    assert isinstance(why, str)


LONG = {
    "one word": "ا",
    "words": "كلمة ",
    "numbers": "12 ",
    "number words": "ثلاثة وعشرون ",
    "powers": "ألف مليون ",
    "digits": "1",
    "digits and signs": "1,",
    "dates": "12 يناير 2018 - ",
    "ranges": "بين 3 و5 إلى ",
    "since": "منذ 3 ",
    "days": "الاثنين والثلاثاء و",
    "dots": ".",
    "lines": "سطر\n",
    "empty lines": "\n",
    "bidi controls": "\u200f",
    "marks": "َ",
    "stretching": "ـ",
    "nothing": "\0",
    "Latin": "x",
    "brackets": "(",
    "commas": "كلمة، ",
    "colons": "كلمة: ",
    "names": "محمد بن ",
    "sentences": "وقال فلاديمير بوتين إن ثلاثة جنود قتلوا أمس في كييف. ",
    "dialogue": "قال «نعم» ثم «لا». ",
}


@pytest.mark.parametrize("name", LONG)
def test_time_is_linear_in_length(name: str) -> None:
    """Eight times the text takes about eight times as long; a quadratic step would take sixty-four times."""

    def seconds(length: int) -> float:
        text = ARABIC + LONG[name] * (length // len(LONG[name]))
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            analyse(text, date="2018-02-01")
            best = min(best, time.process_time() - start)
        return best

    assert seconds(32_000) < 24 * seconds(4_000) + 0.2


def test_a_megabyte_of_one_word_is_read() -> None:
    """In seconds, without a claim."""
    got = analyse(ARABIC + "ب" * 1_000_000)
    assert len(got.document.tokens) < 30
