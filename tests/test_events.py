"""What a figure measures, what it counts, how real it is; claims of the outlet's own voice; conjugation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.events.dictionary import noun_readings, verb_readings
from tawatur.events.units import counted
from tawatur.model.document import RawArticle
from tawatur.model.event import MEASURES, PLOVER, STANDINGS
from tawatur.model.ledger import Analysis
from tawatur.pipeline import analyse, analyse_article
from tawatur.text.arabic import key
from tawatur.text.conjugate import conjugate

ROOT = Path(__file__).resolve().parent.parent


def read(text: str, date: str | None = "2024-05-10") -> Analysis:
    """The analysis of one sentence."""
    return analyse_article(RawArticle(id="t", text=text, date=date, lang="ar"))


def figures(text: str) -> list[tuple[str, float | None, float | None]]:
    """Measure, low and high of every estimate of a text."""
    return [(e.measure, e.low, e.high) for e in read(text).estimates]


MEASURED = [
    ("قتل 12 شخصا وأصيب 30 آخرون في انفجار بالسوق.", [("killed", 12, 12), ("wounded", 30, 30)]),
    ("أسفر الهجوم عن مقتل 8 جنود و3 مدنيين.", [("killed", 8, 8), ("killed", 3, 3)]),
    ("أوقع الانفجار 30 قتيلا ونحو 100 جريح.", [("killed", 30, 30), ("wounded", 100, 100)]),
    ("لقي عشرة أشخاص مصرعهم غرقا.", [("killed", 10, 10)]),
    ("أودى الزلزال بحياة 50 شخصا.", [("killed", 50, 50)]),
    ("ارتفعت حصيلة القتلى إلى 40 شخصا.", [("killed", 40, 40)]),
    ("اعتقلت الشرطة 3 أشخاص يشتبه بهم.", [("arrested", 3, 3)]),
    ("قال المصدر إن 3600 مسلح غادروا المدينة.", [("evacuated", 3600, 3600)]),
    ("أرسل الجيش 13000 جندي إلى الجبهة.", [("sent", 13000, 13000)]),
    ("سيطر الجيش على 12 بلدة خلال أسبوع واحد.", [("taken", 12, 12)]),
    ("قصفت الطائرات سبعة أهداف في الشمال.", [("struck", 7, 7)]),
    ("نزح أكثر من ألفي شخص من البلدة.", [("displaced", 2000, None)]),
    ("أفرجت السلطات عن 25 سجينا.", [("released", 25, 25)]),
    ("بلغت قيمة العقود 18 مليار دولار.", [("money", 18e9, 18e9)]),
    ("تتضمن المعاهدة 23 مادة.", [("other", 23, 23)]),
    ("نقل 500 شخص إلى المستشفيات.", [("treated", 500, 500)]),
    ("أعلنت الشرطة وفاة ثلاثة من المصابين.", [("killed", 3, 3)]),
    ("مقتل 5 أشخاص وإصابة 3 جرحى.", [("killed", 5, 5), ("wounded", 3, 3)]),
    ("قتل انتحاري، كان يقود شاحنة، 32 شخصا في البلدة.", [("killed", 32, 32)]),
]

UNCOUNTED = [
    ("قتل شرطي وأصيب آخر بالرصاص.", [("killed", 1, 1), ("wounded", 1, 1)]),
    ("قتل جندي تركي وأصيب آخران بجروح.", [("killed", 1, 1), ("wounded", 2, 2)]),
    ("عثر على الضابطين مقتولين قرب الطريق.", [("killed", 2, 2)]),
    ("لم يسقط أي قتلى في الحادث.", [("killed", 0, 0)]),
]

NO_FIGURE = [
    "يبعد المصنع 25 كيلومترا عن المدينة.",
    "استمرت المحادثات ثلاثة أيام.",
    "ارتفعت الأسعار بنسبة 12%.",
    "فاز الفريق بثلاثة أهداف.",
    "تناهز المرأة العشرين من العمر.",
    "وقعت الدول الثلاث البيان.",
    "هذه واحدة من مجموعات كثيرة.",
]


@pytest.mark.parametrize(("text", "expected"), MEASURED + UNCOUNTED)
def test_measures(text: str, expected: list[tuple[str, float | None, float | None]]) -> None:
    """The counted noun, the act that governs it or the form of the noun says what is measured."""
    assert figures(text) == expected


@pytest.mark.parametrize("text", NO_FIGURE)
def test_no_estimate(text: str) -> None:
    """Lengths, distances, shares, ages, goals, known sets are no estimates."""
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("أرسلت الحكومة 500 جندي إلى الحدود.", "happened"),
        ("قد ترسل الحكومة 500 جندي إلى الحدود.", "planned"),
        ("سترسل الحكومة 500 جندي إلى الحدود.", "planned"),
        ("تعهدت الحكومة بإرسال 500 جندي إلى الحدود.", "pledged"),
        ("لم ترسل الحكومة 500 جندي إلى الحدود.", "denied"),
        ("وسط اتهامات بإرسال 500 جندي إلى الحدود.", "rumoured"),
        ("لا يزال خمسة أشخاص في عداد المفقودين.", "happened"),
        ("لا يوجد خمسة أشخاص في عداد المفقودين.", "denied"),
    ],
)
def test_standing(text: str, standing: str) -> None:
    """What happened, what may come, what is promised, denied or only alleged are kept apart."""
    (e,) = read(text).estimates
    assert e.standing == standing
    assert standing == "happened" or e.mode != "states" or standing == "denied"


def test_recalled_fact_is_no_pledge() -> None:
    """A past act in a relative clause happened, though the sentence promises something."""
    (e,) = read("تعهد الوزير بمحاسبة منفذي الهجوم الذي أودى بحياة 32 شخصا.").estimates
    assert (e.measure, e.standing) == ("killed", "happened")


def test_part_of_a_whole() -> None:
    """A figure behind «من بينهم» counts some of the one before it."""
    whole, part = read("تعهدت الحكومة بنشر 6000 شخص، من بينهم 5000 عامل.").estimates
    assert part.part_of
    assert part.whole == whole.id
    assert not whole.part_of


def test_span_and_day() -> None:
    """A length or an open time is what the figure spans, a day when it held; both stand beside the day of the utterance."""
    (e,) = read("سيطر الجيش على 12 بلدة خلال أسبوع واحد.").estimates
    assert (e.over, e.said) == ("P1W", "2024-05-10")
    (e,) = read("قتل 12 شخصا في السوق أمس.").estimates
    assert (e.as_of, e.over) == ("2024-05-09", None)


def test_without_a_date_nothing_is_said_on_a_day() -> None:
    """An article without a date has figures, but no day of utterance."""
    (e,) = read("قتل 12 شخصا في السوق.", date=None).estimates
    assert e.said is None
    assert e.as_of is None


def test_who_is_counted() -> None:
    """The noun with its origin, in both languages; people of a class."""
    (e,) = read("قتل 12 جنديا روسيا في كمين.").estimates
    assert (e.of_en, e.class_, e.recipient) == ("Russian soldiers", "combatant", "rus")


def test_narration_claims() -> None:
    """A sentence of the outlet's own voice that holds a figure or an event is a claim; one that holds neither is none."""
    a = read("الطقس جميل اليوم. قتل 12 شخصا في السوق.")
    told = [c for c in a.claims if c.kind == "narration"]
    assert [c.content.text for c in told] == ["قتل 12 شخصا في السوق"]
    assert {c.origin for c in told} == {"outlet"}
    assert {e.claim for e in a.estimates} == {told[0].id}
    assert set(told[0].events) == {e.id for e in a.events}


def test_every_value_is_of_the_contract() -> None:
    """Measures, standings and types come from closed lists, and every span is proof of itself."""
    text = " ".join(t for t, _ in MEASURED + UNCOUNTED)
    a = read(text)
    claims = {c.id for c in a.claims}
    for e in a.estimates:
        assert e.measure in MEASURES
        assert e.standing in STANDINGS
        assert e.claim in claims
        assert text[e.span.start : e.span.end] == e.span.text
    for v in a.events:
        assert v.type in PLOVER
        assert v.claim in claims
        for r in (*v.actors, *v.recipients):
            assert text[r.span.start : r.span.end] == r.span.text


def test_same_input_same_output() -> None:
    """Reading twice gives the same events and estimates."""
    text = " ".join(t for t, _ in MEASURED)
    assert read(text).estimates == read(text).estimates
    assert read(text).events == read(text).events


@pytest.mark.parametrize("text", ["", " ", "قتل", "12", "قتل قتل قتل", "من 5", "«", "أن 3", "بين 5 و", "لم", "ال", "و"])
def test_never_fails(text: str) -> None:
    """Whatever the text, coding gives something or nothing, never an error."""
    read(text)


@pytest.mark.parametrize(
    ("word", "lemma", "voice"),
    [
        ("وسيقتلون", "قتل", "either"),
        ("اغتيلت", "اغتال", "passive"),
        ("يصاب", "أصاب", "passive"),
        ("هوجموا", "هاجم", "passive"),
    ],
)
def test_verb_forms(word: str, lemma: str, voice: str) -> None:
    """A form with what hangs on it leads to its lemma and tells its voice where the letters do."""
    assert (lemma, voice) in {(r.act.lemma, r.form.voice) for r in verb_readings(key(word)) if r.form}


def test_nouns_are_not_verbs_with_pronouns() -> None:
    """A journey is no deportation, a minister no visit, families no capture."""
    for text in ("رحلة الوزير قصيرة.", "وزير الصحة مريض.", "وصلت أسرهم متأخرة."):
        assert not read(text).events


def test_units_know_their_number() -> None:
    """Singular, dual and plural of a counted noun, by rule and by list."""
    assert [counted(key(w)).number for w in ("جندي", "الضابطين", "جثتي", "قتلى")] == ["s", "d", "d", "p"]


def test_conjugation_of_weak_verbs() -> None:
    """Hollow and defective verbs change their letters as the grammar says."""
    assert {"نفت", "ينفون", "نفوا"} <= set(conjugate("نفى"))
    assert {"اصيب", "يصاب", "يصب"} <= set(conjugate("أصاب"))
    assert noun_readings(key("واشتباكات"))


def test_benchmark_skips_without_data(tmp_path: Path) -> None:
    """The benchmark over outside gold says why it does nothing where the data are not there."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks/event_gsr.py"), "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
    )
    assert done.returncode == 1
    assert "nothing is measured" in done.stderr


def test_background_is_the_outlets_own_voice() -> None:
    """What a relative clause only recalls in reported speech is the outlet's reminder; in quotation marks it is not."""
    (e,) = read("ندد الرئيس بالهجوم الذي أوقع 30 قتيلا في السوق.").estimates
    assert (e.origin, e.mode, e.standing) == ("outlet", "states", "happened")
    (e,) = read("قال الرئيس: «نندد بالهجوم الذي أوقع 30 قتيلا في السوق».").estimates
    assert e.origin != "outlet"
    (e,) = read("قالت الوزارة إن الهجوم الذي وقع أمس أسفر عن مقتل 30 شخصا.").estimates
    assert e.origin != "outlet"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قالت الوزيرة إن عدد القتلى ارتفع أمس إلى 26.", 26),
        ("ارتفع عدد القتلى إلى 40.", 40),
        ("ارتفعت حصيلة القتلى في المدينة إلى 40، بحسب الشرطة.", 40),
        ("بلغ عدد القتلى 15.", 15),
        ("قال إن عدد القتلى في عام 2015 كان كبيرا.", None),
        ("ارتفع عدد القتلى في 12 محافظة.", None),
    ],
)
def test_a_count_without_its_noun_behind_or_before_its_verb(text: str, value: int | None) -> None:
    """«عدد القتلى» says what the bare number counts, wherever the verb stands; years and places are no number of it."""
    found = [e.low for e in analyse(text, date="2025-07-13").estimates if e.measure == "killed"]
    assert found == ([value] if value is not None else [])
