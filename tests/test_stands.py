"""What voices say of one happening, set against each other; beside each rule the lookalike that must give nothing."""

from __future__ import annotations

import pytest

from tawatur.model.document import RawArticle
from tawatur.model.ledger import Dossier, Finding
from tawatur.pipeline import analyse_article, gather

Told = tuple[str, str, str]  # id, date, text


def dossier(*told: Told) -> Dossier:
    """The dossier over a few small articles."""
    return gather(
        [analyse_article(RawArticle(id=i, date=d, text=t, outlet=f"وسيلة {i}", lang="ar")) for i, d, t in told]
    )


def by_rule(d: Dossier, rule: str) -> list[Finding]:
    """The findings that one rule asserts."""
    return [f for f in d.findings if f.rule == rule]


BLAST = "هز تفجير انتحاري مدينة بنزرت الاثنين وأوقع 12 قتيلا."


def test_an_accusation_stands_against_its_denial_in_other_words() -> None:
    """Two states, two articles; the accused denies."""
    d = dossier(
        ("a", "2025-03-04", BLAST + " واتهمت تونس إيطاليا بالوقوف وراء التفجير."),
        ("b", "2025-03-05", BLAST + " ونفت إيطاليا أي ضلوع لها في التفجير."),
    )
    found = by_rule(d, "disputed.blame")
    assert len(found) == 1
    assert set(found[0].origins) == {"tun", "ita"}


def test_an_accusation_of_something_else_is_no_side() -> None:
    """Who is accused of delaying talks is not accused of the blast."""
    d = dossier(
        ("a", "2025-03-04", BLAST + " واتهمت تونس إيطاليا بتأخير المحادثات."),
        ("b", "2025-03-05", BLAST + " ونفت إيطاليا أي ضلوع لها في التفجير."),
    )
    assert not by_rule(d, "disputed.blame")


def test_nobody_claimed_it_against_claimed() -> None:
    """On the same day one article says that nobody has claimed it, another who has."""
    d = dossier(
        ("a", "2025-03-05", BLAST + " ولم تتبن أي جهة حتى الآن التفجير."),
        ("b", "2025-03-05", BLAST + " وتبنى حزب العمال الكردستاني التفجير في بنزرت."),
    )
    assert by_rule(d, "contradicts.claimed")
    assert not by_rule(d, "updates.claimed")


def test_claimed_later_is_an_update() -> None:
    """First nobody, then somebody: no quarrel."""
    d = dossier(
        ("a", "2025-03-04", BLAST + " ولم تتبن أي جهة حتى الآن التفجير."),
        ("b", "2025-03-06", BLAST + " وتبنى حزب العمال الكردستاني التفجير في بنزرت."),
    )
    assert by_rule(d, "updates.claimed")
    assert not by_rule(d, "contradicts.claimed")


def test_adopting_a_draft_claims_nothing() -> None:
    """The same verb with a draft."""
    d = dossier(
        ("a", "2025-03-05", BLAST + " ولم تتبن أي جهة حتى الآن التفجير."),
        ("b", "2025-03-05", BLAST + " وتبنى مجلس الأمن مشروع قرار بشأن التفجير في بنزرت."),
    )
    assert not by_rule(d, "contradicts.claimed")


@pytest.mark.parametrize(
    ("first", "second", "contradict"),
    [
        ("وانفجرت سيارة مفخخة في التفجير.", "وفجر المهاجم حزاما ناسفا في التفجير.", True),
        ("وانفجرت سيارة مفخخة في التفجير.", "وانفجرت سيارة ملغومة في التفجير.", False),
    ],
)
def test_means_that_exclude_each_other(first: str, second: str, *, contradict: bool) -> None:
    """A car bomb and a belt do; two words for a car bomb do not."""
    d = dossier(("a", "2025-03-04", f"{BLAST} {first}"), ("b", "2025-03-04", f"{BLAST} {second}"))
    assert bool(by_rule(d, "contradicts.means")) is contradict


def test_a_woman_and_a_man_as_the_one_who_did_it() -> None:
    """The word must stand beside the noun for whoever did it."""
    told = ("a", "2025-03-04", BLAST + " وقالت الشرطة التونسية إن منفذ التفجير امرأة في الثلاثين.")
    d = dossier(told, ("b", "2025-03-05", BLAST + " وقالت وزارة الداخلية التونسية إن منفذ التفجير رجل في الأربعين."))
    assert by_rule(d, "contradicts.culprit")
    d = dossier(told, ("b", "2025-03-05", BLAST + " وقالت وزارة الداخلية التونسية إن بين القتلى رجلا في الأربعين."))
    assert not by_rule(d, "contradicts.culprit")


def test_one_party_grows_surer() -> None:
    """From suspicion to evidence in two days; evidence still sought is none."""
    first = ("a", "2025-03-04", BLAST + " وقال وزير الخارجية الإيطالي إن التفجير في بنزرت هجوم محتمل لمتطرفين.")
    d = dossier(
        first, ("b", "2025-03-06", BLAST + " وقال وزير الخارجية الإيطالي إن لديه دليلا على أن تفجير بنزرت مدبر.")
    )
    assert by_rule(d, "updates.surer")
    d = dossier(
        first, ("b", "2025-03-06", BLAST + " وقال وزير الخارجية الإيطالي إنه يجمع أدلة على أن تفجير بنزرت مدبر.")
    )
    assert not by_rule(d, "updates.surer")


def test_a_charge_denied_in_the_same_breath() -> None:
    """«وهو ما تنفيه»: the clause takes up the charge and names who denies."""
    text = "اتهمت المعارضة التونسية الحكومة الإيطالية بتهريب السلاح إلى المتمردين، وهو ما تنفيه إيطاليا."
    assert by_rule(dossier(("a", "2025-03-04", text)), "disputed.aside")
    other = "اتهمت المعارضة التونسية الحكومة الإيطالية بتهريب السلاح إلى المتمردين، وهو ما تحقق فيه إيطاليا."
    assert not by_rule(dossier(("a", "2025-03-04", other)), "disputed.aside")


def test_a_careful_headline_is_no_second_count() -> None:
    """Tens in the headline, at least 150 in the body: a difference in scope; tens and 40 are none."""
    title = "عشرات القتلى في تفجير بنزرت\n"
    d = dossier(("a", "2025-03-04", title + "قال مسعفون إن 150 شخصا على الأقل قتلوا في تفجير بنزرت."))
    assert by_rule(d, "differs.headline")
    d = dossier(("a", "2025-03-04", title + "قال مسعفون إن 40 شخصا قتلوا في تفجير بنزرت."))
    assert not by_rule(d, "differs.headline")


def test_a_decision_put_off() -> None:
    """Within hours, then no date: an update of the speaker's word; twice within hours is none."""
    first = ("a", "2025-03-04", "قال الرئيس التونسي قيس سعيد إنه سيتخذ قرارا خلال ساعات بشأن ميناء بنزرت.")
    d = dossier(first, ("b", "2025-03-06", "قال الرئيس التونسي قيس سعيد إن القرار بشأن ميناء بنزرت لم يتخذ بعد."))
    assert by_rule(d, "updates.course")
    d = dossier(first, ("b", "2025-03-06", "قال الرئيس التونسي قيس سعيد إن القرار بشأن ميناء بنزرت سيصدر خلال ساعات."))
    assert not by_rule(d, "updates.course")


def test_blasts_of_two_towns_are_two_happenings() -> None:
    """The denial of one is nothing to the accusation of the other."""
    d = dossier(
        ("a", "2025-03-04", BLAST + " واتهمت تونس إيطاليا بالوقوف وراء التفجير."),
        ("b", "2025-03-05", "هز تفجير مدينة صفاقس الثلاثاء وأوقع 3 قتلى. ونفت إيطاليا أي ضلوع لها في التفجير."),
    )
    assert not by_rule(d, "disputed.blame")
