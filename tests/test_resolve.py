"""Who is meant: spellings, short forms, offices, capitals that act; in one article and over several."""

from __future__ import annotations

from tawatur.find import names
from tawatur.model.document import Document, RawArticle
from tawatur.model.ledger import Analysis, Entity
from tawatur.resolve import merge, resolve
from tawatur.text.tokenize import tokenize


def analysis(text: str, ident: str = "a", date: str | None = None) -> Analysis:
    """One article with its names resolved."""
    tokens = tokenize(text)
    doc = Document(
        article=RawArticle(id=ident, text=text, date=date), lang="ar", tokens=tokens, story=(True,) * len(tokens)
    )
    found, references, entities = resolve(doc, names.find(doc))
    return Analysis(document=doc, names=found, references=references, entities=entities)


def references(text: str) -> dict[str, str]:
    """Each phrase with its entity; the last where one stands twice."""
    return {r.span.text: r.entity for r in analysis(text).references}


def by_id(entities: tuple[Entity, ...]) -> dict[str, Entity]:
    """Entities by id."""
    return {e.id: e for e in entities}


def test_a_phrase_has_its_title_and_its_name() -> None:
    """The span of a person is office and name; the head is the name."""
    a = analysis("قال وزير الخارجية الروسي سيرجي لافروف إن بلاده مستعدة.")
    r = next(r for r in a.references if r.type == "PER")
    assert (r.span.text, r.head.text if r.head else None) == ("وزير الخارجية الروسي سيرجي لافروف", "سيرجي لافروف")
    assert r.entity == "per:sergey-lavrov"


def test_short_forms_follow_long_ones() -> None:
    """A family name alone is the one who was named in full."""
    got = references("التقى كيم جونج أون الوفد. وقال كيم إن اللقاء مهم. وكان الناطق راجح بادي قد سبقه، ورد بادي لاحقا.")
    assert got["كيم"] == "per:kim-jong-un"
    assert got["بادي"] == got["الناطق راجح بادي"]


def test_two_people_with_one_family_name_stay_two() -> None:
    """A shared family name joins nobody."""
    a = analysis("قال الوزير سامر حداد إن الخطة جاهزة، ونفى المدير زهير حداد ذلك.")
    assert len([e for e in a.entities if e.type == "PER"]) == 2
    b = analysis("حضر الاجتماع محمد حسن، وغاب عنه محمد حسين.", "b")
    assert len([e for e in b.entities if e.type == "PER"]) == 2


def test_an_office_is_whoever_holds_it_in_the_article() -> None:
    """Before or after the name, with the adjective or the state's name."""
    got = references(
        "قال الرئيس الفرنسي إيمانويل ماكرون إنه مستعد. وأضاف الرئيس الفرنسي أن الخيار مفتوح. ورد رئيس فرنسا على سؤال."
    )
    assert got["الرئيس الفرنسي"] == got["رئيس فرنسا"] == "per:emmanuel-macron"


def test_an_office_without_a_name_is_a_role() -> None:
    """Nobody is named: the office itself, stable over runs."""
    assert references("نفت وزيرة خارجية النرويج الخبر.")["وزيرة خارجية النرويج"] == "role:nor-foreign-minister"


def test_bodies_of_states_are_named_by_rule() -> None:
    """Ministries, armies, services; governments are the state."""
    got = references(
        "نفى الجيش الصيني ذلك، وقالت الحكومة الصينية إنها تدرسه، وردت الاستخبارات العسكرية الكورية الجنوبية."
    )
    assert got["الجيش الصيني"] == "org:chn-army"
    assert got["الحكومة الصينية"] == "chn"
    assert got["الاستخبارات العسكرية الكورية الجنوبية"] == "org:kor-military-intelligence"


def test_a_second_adjective_is_a_second_body() -> None:
    """Elliptic coordination gives two bodies of one sort."""
    got = references("أكدت الاستخبارات الأوكرانية والكورية الجنوبية الخبر.")
    assert set(got.values()) >= {"org:ukr-intelligence", "org:kor-intelligence"}


def test_capitals_act_or_are_places() -> None:
    """The subject of a verb is a government; after في it is a city."""
    got = analysis("أكدت سيول أن الاتفاق قائم. وعقد اللقاء في سيول أمس.").references
    assert [(r.entity, r.how) for r in got if r.span.text == "سيول"] == [("kor", "metonym"), ("loc:seoul", "name")]


def test_spellings_meet_over_articles() -> None:
    """G as ج or غ, vowels in or out, joined or apart: one person, one id, all spellings kept."""
    texts = ["قال وزير الدفاع سيرجي شويغو إن الأمر انتهى.", "قال وزير الدفاع سيرغي شويجو إن الأمر بدأ."]
    entities, _ = merge([analysis(t, str(i)) for i, t in enumerate(texts)])
    e = by_id(entities)["per:sergei-shoigu"]
    assert {"سيرجي شويغو", "سيرغي شويجو"} <= {t for t, _ in e.variants}


def test_an_office_meets_its_holder_over_articles() -> None:
    """Named in one article, only the office in another of the same time: one person; long after: not."""
    a = analysis("أعلن وزير خارجية النرويج أولاف هانسن استقالته.", "a", "2024-03-01")
    b = analysis("نفى وزير خارجية النرويج الخبر.", "b", "2024-04-01")
    c = analysis("نفى وزير خارجية النرويج الخبر.", "c", "2031-04-01")
    entities, renamed = merge([a, b, c])
    person = next(e.id for e in entities if e.type == "PER" and "أولاف هانسن" in {t for t, _ in e.variants})
    assert renamed["b"] == {"role:nor-foreign-minister": person}
    assert "c" not in renamed


def test_parties_and_labels() -> None:
    """A known agency has its state; a body by rule too; both languages are given."""
    e = by_id(analysis("نقلت وكالة الأنباء المركزية الكورية عن وزارة الدفاع الروسية ذلك.").entities)
    assert (e["org:kcna"].party, e["org:kcna"].sort) == ("prk", "agency")
    assert (e["org:rus-ministry-defence"].party, e["org:rus-ministry-defence"].label_en) == (
        "rus",
        "Russian defence ministry",
    )


def test_order_does_not_matter() -> None:
    """Merging the same articles in another order gives the same entities."""
    articles = [
        analysis("قال سيرجي لافروف ذلك.", "a"),
        analysis("وصل لافروف أمس.", "b"),
        analysis("غادر وزير الخارجية الروسي.", "c"),
    ]
    assert merge(articles)[0] == merge(articles[::-1])[0]
