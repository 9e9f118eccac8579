"""The number grammar: every form of every number reads back, and single phrases do as well as on public collections."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.find.quantities import phrases
from tawatur.text.numerals import digits_value, read_number, read_ordinal, read_several
from tawatur.text.tokenize import tokenize

PEERS = Path(__file__).parents[2] / "shared" / "peers"
LEFT_OUT = Path(__file__).parent / "gold" / "peers_numbers_left_out.tsv"

ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def below_hundred(n: int) -> str:
    """A number below a hundred in words."""
    if n < 10:
        return ONES[n]
    if n == 10:
        return "عشرة"
    if n < 20:
        return {11: "أحد", 12: "اثنا"}.get(n, ONES[n - 10]) + " عشر"
    return f"{ONES[n % 10]} و{TENS[n // 10]}" if n % 10 else TENS[n // 10]


def below_thousand(n: int) -> str:
    """A number below a thousand in words."""
    parts = [HUNDREDS[n // 100], below_hundred(n % 100)]
    return " و".join(p for p in parts if p)


def counted(n: int, one: str, two: str, few: str, many: str) -> str:
    """So many of a power of a thousand."""
    if n <= 2:
        return ["", one, two][n]
    return f"{below_thousand(n)} {few if 3 <= n % 100 <= 10 else many}"


def spelled(n: int) -> str:
    """A number in words, as a grammar book writes it."""
    parts = [
        counted(n // 10**9, "مليار", "ملياران", "مليارات", "مليارا"),
        counted(n // 10**6 % 1000, "مليون", "مليونان", "ملايين", "مليونا"),
        counted(n // 1000 % 1000, "ألف", "ألفان", "آلاف", "ألفا"),
        below_thousand(n % 1000),
    ]
    return " و".join(p for p in parts if p)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_every_number_reads_back(n: int) -> None:
    """A number spelled by the book gives its value, all words taken."""
    tokens = tokenize(spelled(n))
    number = read_number(tokens, 0)
    assert number is not None
    assert (number.value, number.last) == (n, len(tokens))


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from([",", "٬", "،", "."]))
def test_thousands_signs(n: int, sign: str) -> None:
    """Groups of three are thousands whatever the sign, in both digit sets."""
    grouped = f"{n:,}".replace(",", sign)
    for text in (grouped, grouped.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))):
        tokens = tokenize(text)
        number = read_number(tokens, 0)
        assert number is not None
        assert (number.value, number.last) == (n, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اثنتين", 2), ("ثمان", 8), ("ثماني", 8), ("اثنتا عشرة", 12), ("إحدى عشرة", 11), ("أحد عشر", 11),
        ("ثلاثمائة", 300), ("ثلاث مئة", 300), ("ثلاث مائة", 300), ("مائتي", 200), ("ألفا", 2000), ("ألفي", 2000),
        ("مليوني", 2e6), ("ملياري", 2e9), ("ثلاثة آلاف", 3000), ("مئة ألف", 1e5), ("ثلاثة ملايين", 3e6),
        ("تريليون", 1e12), ("3.5 مليون", 3.5e6), ("12 ألفا", 12000), ("مليون ونصف", 1.5e6), ("مليار وربع المليار", 1.25e9),
        ("نصف مليون", 5e5), ("ثلاثة أرباع المليون", 7.5e5), ("خمسة أثمان", 0.625), ("صفر فاصلة خمسة", 0.5),
        ("مئة وأحد عشر", 111), ("ألف ومئتان وخمسون مليونا", 1.25e9), ("12,5", 12.5), ("1.250", 1250), ("0.125", 0.125),
    ],
)  # fmt: skip
def test_forms(text: str, value: float) -> None:
    """Genders, cases, joined and apart, powers, parts, points."""
    tokens = tokenize(text)
    number = read_number(tokens, 0)
    assert number is not None
    assert (number.value, number.last) == (pytest.approx(value), len(tokens))


@pytest.mark.parametrize("text", ["لست", "أحد", "الاثنين", "الأحد", "كتاب", "طالبان", "الحادي عشر", "آلاف", "1.2.3"])
def test_no_numbers(text: str) -> None:
    """Lookalikes, days, ordinals, vague plurals are no numbers."""
    assert read_number(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الثالثة", 3),
        ("ثاني", 2),
        ("الحادية عشرة", 11),
        ("الثاني والعشرون", 22),
        ("الخامس بعد المئة", 105),
        ("المئة", 100),
    ],
)
def test_ordinals(text: str, value: int) -> None:
    """Simple, compound, after a hundred."""
    tokens = tokenize(text)
    ordinal = read_ordinal(tokens, 0)
    assert ordinal is not None
    assert (ordinal.value, ordinal.last) == (value, len(tokens))


def test_digits_and_vague_plurals() -> None:
    """An address is no number; a vague plural spans its power."""
    assert digits_value("192.168.1.2") is None
    several = read_several(tokenize("مئات الآلاف"), 0)
    assert several is not None
    assert (several.value, several.high) == (1e5, 999999)


@given(st.text(alphabet="ابتثمئةالفوعشرين نصف0123456789٠١٢.,،/-%()\n", max_size=60))
def test_nothing_breaks_the_phrases(text: str) -> None:
    """No text makes a phrase reader fail, and every span is what it says."""
    for finder in (phrases.find_numbers, phrases.find_ordinals, phrases.find_percents):
        for found in finder(text):
            assert text[found["start"] : found["end"]] == found["text"]
    for parser in (phrases.parse_number, phrases.parse_ordinal, phrases.parse_percent):
        assert set(parser(text)) == {"low", "best", "high"}


def left_out() -> dict[str, str]:
    """Rows that are not right by our guidelines, with the reason."""
    rows = (line.split("\t") for line in LEFT_OUT.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: row[2] for row in rows}


def relative(row: dict[str, Any]) -> bool:
    """Whether a row asks for a place counted from the end or from here («the last», «the next»): no number is said in it."""
    return any(w["resolution"].get("relativeTo") in ("end", "current") for w in row["expected"] if w["resolution"])


def rows(name: str) -> list[dict[str, Any]]:
    """A public collection of phrases."""
    path = PEERS / name
    if not path.exists():
        pytest.skip("shared measuring data is absent")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def close(got: float | None, want: float | None) -> bool:
    """Whether two values are equal, but for rounding."""
    if got is None or want is None:
        return got is want
    return abs(got - want) <= 1e-6 * max(1.0, abs(want))


@pytest.mark.shared
@pytest.mark.parametrize(("kind", "parser"), [("numeral", phrases.parse_number), ("ordinal", phrases.parse_ordinal)])
def test_maha(kind: str, parser: Any) -> None:
    """At least 97 in a hundred of Maha's phrases."""
    skip, good, n = left_out(), 0, 0
    for row in rows("maha_ar/maha_ar.jsonl"):
        if row["dimension"] != kind or row["id"] in skip:
            continue
        n += 1
        expected = row["expected"] or {}
        want = expected.get("value", (expected.get("values") or [None])[0])
        good += close(parser(row["phrase"])["low"], want)
    print(f"Maha {kind}: {good} of {n} right, {good / n:.3f}")  # noqa: T201
    assert good / n >= 0.97


@pytest.mark.shared
@pytest.mark.parametrize(
    ("kind", "dimension", "models"),
    [("number", "numeral", "NumberModel"), ("ordinal", "ordinal", "OrdinalModel"), ("percent", "", "PercentModel")],
)
def test_at_most_one_row_in_ten_is_left_out(kind: str, dimension: str, models: str) -> None:
    """Of each kind, in both collections together; every row left out is one of them and has a reason."""
    of_kind = {r["id"] for r in rows("maha_ar/maha_ar.jsonl") if r["dimension"] == dimension}
    recognized = rows("ms_recognizers_ar/ms_recognizers_ar.jsonl")
    of_kind |= {r["id"] for r in recognized if r["model"].startswith(models) and not relative(r)}
    skipped = {line.split("\t")[0] for line in LEFT_OUT.read_text("utf-8").splitlines() if f"\t{kind}\t" in line}
    assert skipped <= of_kind
    assert len(skipped) <= len(of_kind) / 10
    assert all(left_out().values())


@pytest.mark.shared
@pytest.mark.parametrize(
    ("model", "finder"),
    [("Number", phrases.find_numbers), ("Ordinal", phrases.find_ordinals), ("Percent", phrases.find_percents)],
)
def test_recognizers(model: str, finder: Any) -> None:
    """At least 93 in a hundred of Recognizers-Text's phrases, spans and values."""
    skip, good, n = left_out(), 0, 0
    for row in rows("ms_recognizers_ar/ms_recognizers_ar.jsonl"):
        if row["dimension"] != "Number" or row["id"] in skip or relative(row):
            continue
        if row["model"] not in (f"{model}Model", f"{model}ModelSuppressExtendedTypes"):
            continue
        n += 1
        found = finder(row["phrase"])
        same = len(found) == len(row["expected"])
        for got, want in zip(found, row["expected"], strict=False):
            span = (got["start"], got["end"]) == (want["start"], want["end"])
            same = same and (span if want["offset_ok"] else got["text"] == want["text"])
            if not row["ignore_resolution"]:
                same = same and close(got["low"], float(str(want["resolution"]["value"]).rstrip("%")))
        good += same
    print(f"Recognizers-Text {model}: {good} of {n} right, {good / n:.3f}")  # noqa: T201
    assert good / n >= 0.93
