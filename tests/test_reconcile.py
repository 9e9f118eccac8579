"""The ledger on small affairs: each kind of finding, and beside it the lookalike that must give none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Dossier, Finding
from tawatur.pipeline import analyse_article, compare_sentences, gather

Told = tuple[str, str, str]  # id, date, text


def dossier(*told: Told) -> Dossier:
    """The dossier over a few small articles."""
    return gather(
        [analyse_article(RawArticle(id=i, date=d, text=t, outlet=f"وسيلة {i}", lang="ar")) for i, d, t in told]
    )


def kinds(d: Dossier, *wanted: str) -> list[Finding]:
    """Findings of some kinds."""
    return [f for f in d.findings if f.kind in wanted]


GROWS: Sequence[Told] = (
    ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية أن عدد قتلى انفجار مصنع بنزرت بلغ عشرة أشخاص."),
    ("b", "2025-03-06", "قالت وزارة الداخلية التونسية إن حصيلة انفجار مصنع بنزرت ارتفعت إلى 17 قتيلا."),
    ("c", "2025-03-07", "أكدت وزارة الداخلية التونسية أن حصيلة انفجار مصنع بنزرت بلغت 23 قتيلا."),
)


def test_one_party_whose_toll_grows_updates_itself() -> None:
    """Three editions of one ministry: one update, no contradiction."""
    d = dossier(*GROWS)
    assert [len(f.estimates) for f in kinds(d, "updates")] == [3]
    assert not kinds(d, "contradicts")
    assert len({e.series for e in d.estimates}) == 1


def test_the_order_of_the_articles_does_not_matter() -> None:
    """Every order gives the same dossier."""
    first = wire.dossier(dossier(*GROWS), version="t", rules="t")
    for order in permutations(GROWS):
        assert wire.dossier(dossier(*order), version="t", rules="t") == first


def test_two_tolls_on_one_day_by_two_speakers_contradict() -> None:
    """In one article, since both are tolls; and the sentence says what is only a bound."""
    d = dossier(
        (
            "a",
            "2025-03-06",
            "أعلنت وزارة الداخلية التونسية ارتفاع حصيلة انفجار مصنع بنزرت إلى 17 قتيلا على الأقل. وقالت مصادر أمنية إن عدد قتلى الانفجار تجاوز 25 شخصا.",
        ),
    )
    found = kinds(d, "contradicts")
    assert [f.rule for f in found] == ["contradicts.rival"]
    assert "logic" in found[0].why_en


def test_ten_copies_of_one_statement_are_one_origin() -> None:
    """Copies agree, and count once."""
    text = "قالت وزارة الداخلية التونسية إن عشرة أشخاص قتلوا في انفجار مصنع للأسمدة قرب بنزرت، وإن فرق الإنقاذ تبحث عن مفقودين تحت الأنقاض."
    d = dossier(*((f"a{n}", "2025-03-05", text) for n in range(10)))
    agrees = [f for f in kinds(d, "agrees") if f.estimates]
    assert [(len(f.articles), f.independent_origins) for f in agrees] == [(10, 1)]


def test_a_number_that_means_something_else_does_not_agree() -> None:
    """Thirty-two dead and thirty-two prisoners are no agreement."""
    d = dossier(
        ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية مقتل 32 شخصا في انفجار مصنع بنزرت."),
        ("b", "2025-03-05", "أعلنت وزارة الداخلية التونسية اعتقال 32 شخصا في بنزرت."),
    )
    assert not kinds(d, "agrees", "contradicts", "updates")


def test_the_dead_of_another_place_are_another_series() -> None:
    """Figures of two towns never meet."""
    d = dossier(
        ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية مقتل 12 شخصا في انفجار في بنزرت."),
        ("b", "2025-03-05", "أعلنت وزارة الداخلية التونسية مقتل 40 شخصا في انفجار في صفاقس."),
    )
    assert len({e.series for e in d.estimates}) == 2
    assert not d.findings


def test_what_is_pledged_is_no_update_of_what_came() -> None:
    """Promised and arrived stand in two series and never contradict."""
    d = dossier(
        ("a", "2025-03-05", "تعهدت تركيا بإرسال 300 من رجال الإنقاذ إلى تونس."),
        ("b", "2025-03-20", "قالت وزارة الداخلية التونسية إن تركيا أرسلت 150 من رجال الإنقاذ إلى تونس."),
    )
    assert not kinds(d, "contradicts", "agrees")
    assert len({e.series for e in d.estimates if e.measure == "sent"}) == 2


DENIED: Sequence[Told] = (
    ("a", "2025-03-05", "قال حزب العمال التونسي إن صواريخ محظورة كانت مخزنة في مستودع بنزرت وقت الانفجار."),
    ("b", "2025-03-06", "نفت وزارة الدفاع التونسية أن تكون صواريخ محظورة مخزنة في مستودع بنزرت."),
)


def test_an_assertion_and_its_denial_are_disputed() -> None:
    """Two parties, one matter."""
    found = kinds(dossier(*DENIED), "disputed")
    assert len(found) == 1
    assert set(found[0].articles) == {"a", "b"}


def test_a_party_that_denies_and_later_admits_updates_its_own_account() -> None:
    """The later word replaces the earlier one of the same party."""
    d = dossier(
        DENIED[1],
        ("c", "2025-04-18", "أقرت وزارة الدفاع التونسية بأن صواريخ محظورة كانت مخزنة في مستودع بنزرت وقت الانفجار."),
    )
    assert [f.rule for f in kinds(d, "updates")] == ["updates.position"]
    assert not kinds(d, "disputed")


def test_a_denial_of_something_else_is_no_dispute() -> None:
    """No comment and other matters deny nothing."""
    d = dossier(
        DENIED[0],
        ("b", "2025-03-06", "نفت وزارة الدفاع التونسية استقالة الوزير."),
    )
    assert not kinds(d, "disputed", "contradicts")


def test_one_signing_has_one_date() -> None:
    """Two months for one treaty exclude each other; the claims that carry them are in the dossier."""
    d = dossier(
        ("a", "2025-01-10", "وقعت تونس وليبيا معاهدة الدفاع المشترك في يونيو 2024 خلال زيارة رسمية."),
        (
            "b",
            "2025-12-10",
            "قال محللون إن معاهدة الدفاع المشترك التي وقعتها تونس وليبيا في مارس 2023 غيرت ميزان القوى.",
        ),
    )
    found = [f for f in kinds(d, "contradicts") if f.rule.startswith("contradicts.date")]
    assert len(found) == 1
    assert set(found[0].claims) <= {c.id for c in d.claims}


def test_a_month_and_its_year_do_not_contradict() -> None:
    """June 2024 and 2024 are one date at two precisions."""
    d = dossier(
        ("a", "2025-01-10", "وقعت تونس وليبيا معاهدة الدفاع المشترك في يونيو 2024 خلال زيارة رسمية."),
        (
            "b",
            "2025-12-10",
            "قال محللون إن معاهدة الدفاع المشترك التي وقعتها تونس وليبيا في عام 2024 غيرت ميزان القوى.",
        ),
    )
    assert not kinds(d, "contradicts")


def test_what_each_side_calls_the_war() -> None:
    """A loaded name in one voice and a plain one in another."""
    d = dossier(
        ("a", "2025-01-10", "تواصل روسيا غزوها لأوكرانيا، وقتل ثلاثة جنود في خاركيف."),
        ("b", "2025-01-10", "قال الرئيس الروسي فلاديمير بوتين إن «العملية العسكرية الخاصة» في أوكرانيا ستستمر."),
    )
    found = kinds(d, "wording")
    assert len(found) == 1
    assert set(found[0].claims) <= {c.id for c in d.claims}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            "قالت وزارة الداخلية التونسية إن عشرة أشخاص قتلوا في انفجار مصنع بنزرت.",
            "أعلنت وزارة الداخلية التونسية مقتل 10 أشخاص في انفجار مصنع بنزرت.",
            "agrees",
        ),
        (
            "قالت وزارة الداخلية التونسية إن صواريخ محظورة كانت مخزنة في مستودع بنزرت.",
            "نفت وزارة الدفاع الليبية أن تكون صواريخ محظورة مخزنة في مستودع بنزرت.",
            "contradicts",
        ),
        ("قال الوزير إن الأسعار ستنخفض.", "فاز المنتخب التونسي بثلاثة أهداف.", "unrelated"),
    ],
)
def test_compare_is_the_ledgers_own_function(a: str, b: str, relation: str) -> None:
    """Two sentences, one relation, with the reason."""
    got, why = compare_sentences(a, b, "2025-03-05", "2025-03-05")
    assert got == relation
    assert bool(why) == (relation != "unrelated")


def test_every_id_that_a_finding_names_is_in_the_dossier() -> None:
    """No finding points into the void."""
    d = dossier(*GROWS, *((f"x{i}", d, t) for i, d, t in DENIED))
    claims, estimates, articles = {c.id for c in d.claims}, {e.id for e in d.estimates}, {a.id for a in d.analyses}
    for f in d.findings:
        assert set(f.claims) <= claims
        assert set(f.estimates) <= estimates
        assert set(f.articles) <= articles
        assert f.why_ar
        assert f.why_en


def test_a_claim_keeps_its_proof() -> None:
    """Every claim's characters stand where it says."""
    d = dossier(*GROWS, *((f"x{i}", d, t) for i, d, t in DENIED))
    text = {a.id: a.document.text for a in d.analyses}
    for c in d.claims:
        for s in (c.content, c.sentence, *(k.name for k in c.chain if k.name)):
            assert text[c.article][s.start : s.end] == s.text
    assert all(replace(c) == c for c in d.claims)
