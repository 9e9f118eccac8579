"""Events, figures and claims as sentences: English of a news agency from coded parts, Arabic headings in the nominative plural."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tawatur.model.document import RawArticle
from tawatur.model.event import MEASURES, PLOVER, STANDINGS, Estimate
from tawatur.model.problem import Problem
from tawatur.model.span import Span
from tawatur.pipeline import analyse_article, gather
from tawatur.text import counted, tell
from tawatur.text.known.english import office, outlet
from tawatur.text.label import gathered, reason
from tawatur.text.lexicon import table

ARABIC = re.compile("[\u0621-\u064a]")
HAPPENED = ("yes", "no", "planned", "hedged")


def estimate(measure: str = "killed", **more: object) -> Estimate:
    """A figure of ten of something."""
    plain = Estimate(
        id="e",
        article="a",
        measure=measure,
        of_ar="شخصا",
        of_en="people",
        span=Span(start=0, end=1, text="x"),
        low=10,
        best=10,
        high=10,
        approx="exact",
        mode="states",
        origin="outlet",
        claim="c",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def acts() -> list[tuple[str, str, str]]:
    """Lemma, type and mode of everything that the events' lists code."""
    found = [(r[0], r[3], r[4]) for r in table("tawatur.events", "ar.verbs.tsv", 8)]
    found += [(r[0], r[2], r[3]) for r in table("tawatur.events", "ar.nouns.tsv", 6)]
    found += [(r[0], r[2], r[3]) for r in table("tawatur.events", "ar.phrases.tsv", 7)]
    return sorted({x for x in found if x[1] != "-"})


def test_every_act_that_can_be_coded_has_its_english() -> None:
    """No lemma of the events' lists falls back to the words of its type."""
    assert [a for a in acts() if not tell.told(*a)] == []


@pytest.mark.parametrize("happened", HAPPENED)
def test_every_act_is_a_sentence(happened: str) -> None:
    """With and without doer, target and place: no Arabic, no gap, no placeholder."""
    for lemma, kind, mode in acts():
        for who, whom, where in (
            (["Iran"], ["Iraq"], "Basra"),
            (["Iran", "Iraq"], [], ""),
            ([], ["Iraq"], ""),
            ([], [], "Basra"),
        ):
            said = tell.act(lemma, kind, None if mode == "-" else mode, happened, who, whom, where)
            assert not ARABIC.search(said)
            assert not re.search(r"[{}=]|  |^ | $", said), said
            assert all(name in said for name in (*who, *whom, where)), said


@pytest.mark.parametrize("kind", PLOVER)
def test_an_act_that_no_list_has_is_told_by_its_type(kind: str) -> None:
    """A new word in the events' lists never breaks a page."""
    assert tell.act("xyz", kind, None, "yes", ["Iran"], ["Iraq"]).startswith("Iran ")


def test_plans_doubts_and_denials_stay_what_they_are() -> None:
    """None of them reads as a fact."""
    said = [tell.act("قصف", "ASSAULT", "heavy-weapons", h, ["Iran"], ["Basra"]) for h in HAPPENED]
    assert said == [
        "Iran bombards Basra",
        "Iran does not bombard Basra",
        "Iran is to bombard Basra",
        "Iran reportedly bombards Basra",
    ]


@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("measure", MEASURES)
def test_every_figure_is_a_sentence(measure: str, standing: str) -> None:
    """Every measure with every standing, with a noun and without, one, none, many, vague and unknown."""
    for of_en, of_ar in (("people", "شخصا"), ("soldiers", "جنديا"), ("", "")):
        for low, high, approx in (
            (10, 10, "exact"),
            (1, 1, "exact"),
            (0, 0, "exact"),
            (1000, 9999, "vague"),
            (None, None, "vague"),
        ):
            e = estimate(
                measure, of_en=of_en, of_ar=of_ar, low=low, high=high, best=low, approx=approx, standing=standing
            )
            said = tell.how_many([e])
            assert not ARABIC.search(said + tell.what(e, "en"))
            assert not re.search(r"[{}]|  |^ | $", said), said
            assert ARABIC.search(tell.what(e, "ar"))
            assert (said == tell.how_many([replace(e, standing="happened")])) == (standing == "happened")


@pytest.mark.parametrize(
    ("measure", "english", "said"),
    [
        ("killed", "dead", "10 people killed"),
        ("killed", "firefighters", "10 firefighters killed"),
        ("wounded", "injured", "10 people wounded"),
        ("sent", "tents", "10 tents sent"),
        ("refugees", "Syrian refugees", "10 Syrian refugees"),
        ("attacks", "attacks", "10 attacks"),
        ("struck", "", "10 targets struck"),
        ("other", "villages", "10 villages"),
    ],
)
def test_a_figure_reads_as_a_reader_says_it(measure: str, english: str, said: str) -> None:
    """Noun and measure in one phrase."""
    assert tell.how_many([estimate(measure, of_en=english)]) == said


def test_figures_of_one_measure_stand_together_and_the_smaller_of_one_noun_is_left_out() -> None:
    """«Tents and litres sent» is one phrase; ten and seven people killed are one toll and its part."""
    tents, water = estimate("sent", of_en="tents"), estimate("sent", of_en="litres", low=2e6, high=2e6, best=2e6)
    assert tell.how_many([tents, water]) == "10 tents and 2 million litres sent"
    assert tell.how_many([estimate(low=7, high=7, best=7), estimate()]) == "10 people killed"


def test_what_was_sent_is_told_with_who_sent_it_and_not_twice_with_whose_it_is() -> None:
    """The sender's own adjective is not said again; a pledge is no fact."""
    soldiers = estimate("sent", of_en="North Korean soldiers", actor="prk")
    assert tell.sending([soldiers], "North Korea", "Russia") == "North Korea sends 10 soldiers to Russia"
    assert (
        tell.sending([replace(soldiers, standing="pledged")], "North Korea", "") == "North Korea is to send 10 soldiers"
    )


@pytest.mark.parametrize(
    ("phrase", "heading"),
    [
        ("شخصا", "أشخاص"),
        ("جنديا", "جنود"),
        ("جندي كوري شمالي", "جنود كوريون شماليون"),
        ("خيمة إضافية", "خيام إضافية"),
        ("قواعد عسكرية", "قواعد عسكرية"),
        ("شرطيين", "شرطيون"),
        ("الضابطين", "ضباط"),
        ("عسكريين إيرانيين", "عسكريون إيرانيون"),
        ("سكان البلدة", "سكان البلدة"),
        ("رجال الإنقاذ المدربين", "رجال الإنقاذ"),
        ("شخص من المسلحين", "أشخاص من المسلحين"),
        ("شخص سنويا", "أشخاص"),
        ("26", ""),
        ("العشرين", ""),
    ],
)
def test_a_counted_noun_is_a_heading_in_the_nominative_plural(phrase: str, heading: str) -> None:
    """Whatever case, number and article the number gave it in the text; a bare number is no noun."""
    assert counted.noun(phrase) == heading


def test_arabic_headings_do_not_say_the_measure_twice() -> None:
    """«القتلى» alone where people are counted; with the noun where it says more; people are sent otherwise than things."""
    assert tell.what(estimate(), "ar") == "القتلى"
    assert tell.what(estimate(of_ar="طفلا"), "ar") == "القتلى: أطفال"
    assert tell.what(estimate("sent", of_ar="جنديا"), "ar") == "من أرسلوا: جنود"
    assert tell.what(estimate("sent", of_ar="قذيفة"), "ar") == "ما أرسل: قذائف"


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("role:rus-foreign-minister", "Russian foreign minister"),
        ("role:rus-deputy-foreign-minister", "Russian deputy foreign minister"),
        ("role:usa-prime-minister", "US prime minister"),
        ("role:fra-representative-to-un", "French representative to the United Nations"),
        ("role:istanbul-governor", "governor of Istanbul"),
        ("role:former-egy-president", "former Egyptian president"),
        ("role:egy-ministry-interior-spokesperson", "Egyptian interior ministry spokesperson"),
    ],
)
def test_offices_are_named_as_a_news_agency_does(role: str, said: str) -> None:
    """With the adjective of the state, or with the place that has no adjective."""
    assert office(role) == said


def test_outlets_have_latin_letters() -> None:
    """A listed name as listed; the first word says what it is; a foreign name stays."""
    assert outlet("قناة الميادين") in ("Al Mayadeen", "Al-Mayadeen", "al-Mayadeen channel")
    assert outlet("صحيفة مرايا الخبر") == "Maraya al-Khabar newspaper"
    assert outlet("Reuters") == "Reuters"


def test_english_falls_back_to_no_bare_arabic() -> None:
    """Whatever the ledger says in English, Arabic in it is a quotation."""
    told = (
        ("a", "أعلنت وزارة الداخلية التونسية أمس أن ثلاثة مصانع أغلقت في بنزرت بعد الانفجار الكبير."),
        ("b", "أكدت وزارة الداخلية التونسية أمس أن ثلاثة مصانع أغلقت في بنزرت بعد الانفجار الكبير، ونفت سقوط ضحايا."),
    )
    d = gather([analyse_article(RawArticle(id=i, date="2025-03-06", text=t, outlet="صحيفة المدى")) for i, t in told])
    english = [*(m.what_en for m in d.timeline), *(x for f in d.findings for x in (f.about_en, f.why_en))]
    assert english
    assert [x for x in english if ARABIC.search(re.sub("«[^»]*»", "", x))] == []


def test_problems_that_many_lines_share_are_told_once() -> None:
    """With the lines; two of a kind, or two kinds, stay apart; nothing is lost."""
    bad = [
        Problem("no-text", f"gold.jsonl:{n}", "This record has no text; an article needs the fields id and text.")
        for n in range(1, 21)
    ]
    two = [Problem("broken-line", f"x.jsonl:{n}", "This is not a JSON object.") for n in (4, 9)]
    found = gathered([*bad, *two, Problem("empty", "e.txt", "There is nothing in this file.")])
    assert [p.where for p in found] == ["gold.jsonl:1-20", "x.jsonl:4", "x.jsonl:9", "e.txt"]
    assert "20 lines" in found[0].why
    assert not re.search("[A-Za-z]{3}", re.sub("id|text", "", reason(found[0].why, "ar")))
