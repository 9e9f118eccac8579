"""Times: values that a validator accepts, spans that hold their text, nothing invented, nothing that crashes."""

from __future__ import annotations

import gzip
import itertools
import json
import re
import warnings
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.find.times import phrases
from tawatur.find.times.finder import Finder
from tawatur.find.times.found import published
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article
from tawatur.text.edtf import period
from tawatur.text.tokenize import tokenize

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the validator calls its parser library by old names
    from edtf_validate.valid_edtf import is_valid

MONTHS = [
    "يناير",
    "شباط",
    "مارس",
    "نيسان/أبريل",
    "مايو (أيار)",
    "حزيران",
    "يوليوز",
    "آب",
    "سبتمبر",
    "تشرين الأول",
    "نونبر",
    "ديسمبر",
]
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WORDS = [
    *(
        "قبل",
        "منذ",
        "بعد",
        "من",
        "إلى",
        "بين",
        "حتى",
        "عام",
        "شهر",
        "يوم",
        "الـ",
        "و",
        "-",
        "/",
        "(",
        ")",
        "،",
        "الماضي",
        "المقبل",
        "الجاري",
    ),
    *(
        "نفسه",
        "التالي",
        "نفس",
        "هذا",
        "أمس",
        "غدا",
        "اليوم",
        "الأحد",
        "الخميس",
        "أكتوبر",
        "شوال",
        "رمضان",
        "2015",
        "15",
        "1436هـ",
        "99",
    ),
    *(
        "25/7/2015",
        "30/2/2014",
        "ثلاثة",
        "نصف",
        "الأول",
        "الأسبوع",
        "الشهر",
        "العام",
        "القرن",
        "العشرين",
        "أيام",
        "سنوات",
        "عقدين",
        "ساعة",
    ),
    *(
        "الثمانينات",
        "الصيف",
        "ربيع",
        "الربع",
        "فجر",
        "مطلع",
        "نحو",
        "أكثر من",
        "عدة",
        "الموافق",
        "عيد الفطر",
        "موسم الحج",
        "999999999 سنة",
    ),
]
days = st.dates(min_value=date(1945, 1, 1), max_value=date(2060, 12, 31))


def value(phrase: str, day: str | None = "2015-07-22") -> str | None:
    """What a phrase is worth."""
    edtf: str | None = phrases.parse_time(phrase, day)["edtf"]
    return edtf


@given(days)
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    """Digits of both sets in every order, and names of months of every system, give the same day."""
    iso = day.isoformat()
    d, m, y = day.day, day.month, day.year
    written = [iso, f"{d}/{m}/{y}", f"{d}-{m}-{y}م", f"{d}.{m}.{y}", f"{y}/{m:02d}/{d:02d}", f"{d} {MONTHS[m - 1]} {y}"]
    written += [w.translate(DIGITS) for w in written]
    written += [f"{d} من شهر {MONTHS[m - 1]} عام {y}", f"يوم {d} {MONTHS[m - 1]} سنة {y}م"]
    assert {value(w, None) for w in written} == {iso}


@given(days, st.integers(1, 400))
def test_distance_from_the_date(day: date, n: int) -> None:
    """So many days ago, and the words for the days around today."""
    said = day.isoformat()
    assert value("أمس", said) == (day - timedelta(1)).isoformat()
    assert value("بعد غد", said) == (day + timedelta(2)).isoformat()
    assert value(f"قبل {n} يوما", said) == (day - timedelta(n)).isoformat()


@given(days, st.integers(0, 6))
def test_a_weekday_is_the_latest_or_the_next(day: date, n: int) -> None:
    """A weekday lies within the week before the date, with «المقبل» in the week after it, with «الماضي» before it."""
    name = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"][n]
    said = day.isoformat()
    plain, coming, gone = (date.fromisoformat(value(w, said) or "") for w in (name, f"{name} المقبل", f"{name} الماضي"))
    assert plain.weekday() == coming.weekday() == gone.weekday() == n
    assert timedelta(0) <= day - plain < timedelta(7)
    assert timedelta(0) < coming - day <= timedelta(7)
    assert timedelta(0) < day - gone <= timedelta(7)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.none() | st.dates())
def test_every_value_is_edtf(words: list[str], day: date | None) -> None:
    """Whatever is said, a value is valid EDTF or a length, or there is a reason; spans are in order and hold their text."""
    text = " ".join(words)
    tokens = tokenize(text)
    end = 0
    for found in Finder(tokens, day).run():
        span = tokens.span(found.first, found.last)
        assert span.start >= end
        assert text[span.start : span.end] == span.text
        end = span.end
        edtf = found.value.edtf
        assert (edtf is None) == bool(found.value.why)
        if edtf is not None and found.value.sort != "length":
            assert is_valid(edtf)
            assert "X" in edtf or period(edtf) is not None


@given(st.text(alphabet="قبلمنذعاميوشهر 0123456789/-(),.هـ\u064b\u200f\n", max_size=60))
def test_no_text_crashes(text: str) -> None:
    """Any letters, digits and signs."""
    phrases.find_times(text, "2015-07-22")
    phrases.find_lengths(text)
    phrases.parse_time(text)
    phrases.parse_length(text)


def test_without_a_date_only_absolute_times_have_values() -> None:
    """Relative times stay unplaced and say why; absolute ones do not rest on the date."""
    text = "التقى أمس نظيره، وكان قد زاره في 3 مايو 2014 وفي يونيو الماضي."
    times = analyse_article(RawArticle(id="a", text=text, lang="ar")).times
    assert [(t.edtf, bool(t.why_not), t.inferred) for t in times] == [
        (None, True, False),
        ("2014-05-03", False, False),
        (None, True, False),
    ]


def test_a_title_printed_twice_gives_its_time_once() -> None:
    """The second printing of a title is not read."""
    title = "مقتل سبعة عمال في انهيار مصنع النسيج شرق المدينة أمس"
    text = f"{title}\n{title}\nقال مصدر في الشرطة إن سبعة عمال قتلوا حين انهار سقف المصنع عليهم وهم نيام."
    analysis = analyse_article(RawArticle(id="a", text=text, date="2015-07-22", lang="ar"))
    assert [t.span.start for t in analysis.times] == [title.index("أمس")]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("من 8 إلى 13 أكتوبر 2014", "2014-10-08/2014-10-13"),
        ("الأسبوع الماضي", "2015-07-13/2015-07-19"),
        ("الشهر قبل الماضي", "2015-05"),
        ("ليس وقتا", None),
        ("3-1", None),
        ("", None),
        ("31 فبراير 2014", None),
    ],
)
def test_parse_time(phrase: str, edtf: str | None) -> None:
    """A whole phrase has a value only where it is a time as a whole."""
    assert value(phrase) == edtf


def test_date_of_publication() -> None:
    """Only an ISO day counts."""
    assert published("2015-07-22T08:00:00+03:00") == date(2015, 7, 22)
    assert published(None) is None
    assert published("22/7/2015") is None


NEWS = sorted((Path(__file__).parents[2] / "shared/news").glob("*.jsonl.gz"))
LENGTH = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")
EACH = 250
"""Articles of each collection."""


def accepted(edtf: str) -> bool:
    """ISO 8601-2 by another's validator; lengths and their ranges, which it does not know, by their shape."""
    return all(map(LENGTH.fullmatch, edtf.split("/"))) if edtf.startswith("P") else bool(is_valid(edtf))


@pytest.mark.shared
@pytest.mark.skipif(not NEWS, reason="the news is not here")
@pytest.mark.parametrize("path", NEWS, ids=lambda p: p.name)
def test_a_validator_accepts_every_value_of_news(path: Path) -> None:
    """Whatever real articles say, each value is one that others can read, or there is a reason."""
    values = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, EACH):
            article = json.loads(line)
            found = Finder(tokenize(article["text"]), published(article.get("date"))).run()
            assert all((f.value.edtf is None) == bool(f.value.why) for f in found)
            values |= {f.value.edtf for f in found if f.value.edtf is not None}
    assert len(values) > EACH
    assert not [v for v in values if not accepted(v)]


def test_what_a_validator_accepts() -> None:
    """The check itself tells good values from bad ones."""
    good = ["2015", "2015-07~", "2015-22", "197X", "1970~/..", "2015-03-26/..", "2010/2015", "P3D", "PT48H", "P7Y/P8Y"]
    bad = ["2015-13", "2015-02-30", "P", "PT", "2015/2014", "15-07-2015", "P3D/2015"]
    assert all(map(accepted, good))
    assert not any(map(accepted, bad))
