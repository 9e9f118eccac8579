"""Who is meant: spellings, short forms, offices, capitals that act; in one article and over several."""

from __future__ import annotations

from tawatur.find import names
from tawatur.model.document import Document, RawArticle
from tawatur.model.ledger import Analysis, Entity
from tawatur.pipeline import analyse_article
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


def read_whole(text: str) -> dict[str, str]:
    """Each phrase with its entity, in an article that has sentences as well."""
    return {r.span.text: r.entity for r in analyse_article(RawArticle(id="a", text=text)).references}


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


def test_five_spellings_over_five_articles_are_one() -> None:
    """G four ways, a vowel in or out, the given name left out: one person with all spellings."""
    said = ["تيمور جانغازييف", "تيمور جانجازييف", "تيمور جانقازييف", "تيمور جانغزييف", "جانغازييف"]
    entities, _ = merge([analysis(f"قال النائب {name} إن القرار صدر.", str(n)) for n, name in enumerate(said)])
    found = [e for e in entities if e.id.startswith("per:")]
    assert len(found) == 1
    assert set(said) <= {t for t, _ in found[0].variants}


def test_a_shared_family_name_joins_nobody_over_articles() -> None:
    """Two bearers, and a third article that gives the family name alone: nobody is taken for another."""
    entities, renamed = merge(
        [
            analysis("قال النائب تيمور جانغازييف إن القرار صدر.", "a"),
            analysis("نفى الوزير أسكار جانغازييف ذلك.", "b"),
            analysis("رفض جانغازييف التعليق.", "c"),
        ]
    )
    named = {t: e.id for e in entities for t, _ in e.variants if e.type == "PER"}
    assert named["تيمور جانغازييف"] != named["أسكار جانغازييف"]
    assert "c" not in renamed


def test_a_state_said_in_one_article_is_known_in_all() -> None:
    """Whose president it is may stand in the second article only; the label follows the best spelling."""
    entities, _ = merge(
        [
            analysis("التقى تيمور جانجازييف الوفد.", "a"),
            analysis("وصل الرئيس الكازاخي تيمور جانغازييف. وقال تيمور جانغازييف إنه مرتاح.", "b"),
            analysis("غادر تيمور جانغازييف.", "c"),
        ]
    )
    e = next(e for e in entities if e.id.startswith("per:"))
    assert (e.party, e.label_ar, e.label_en) == ("kaz", "تيمور جانغازييف", "Timur Jangazeyev")


def test_a_slip_of_the_pen_in_a_well_known_name() -> None:
    """Two letters swapped are the same person beside the same given name; another given name is another person."""
    got = references("قال إيمانويل ماركون إن الوقت ضيق. ورد عليه جيرار ماركون.")
    assert got["إيمانويل ماركون"] == "per:emmanuel-macron"
    assert got["جيرار ماركون"] != "per:emmanuel-macron"


def test_a_body_cut_short_is_the_one_named_in_full() -> None:
    """The beginning of a known body's name, in an article that has the whole; not in one that has it not."""
    both = references("اتهمت أنقرة حزب العمال الكردستاني بالهجوم. وقال حزب العمال في بيان إنه لم يشارك.")
    assert both["حزب العمال"] == "org:pkk"
    assert references("فاز حزب العمال البريطاني بالمقعد.").get("حزب العمال البريطاني") != "org:pkk"


def test_bare_ministry_of_the_story() -> None:
    """A bare ministry is that of the state whose agency carries it, or which alone the article is about."""
    got = read_whole(
        "ووفق ما نقلته وكالة الأنباء القيرغيزية، أقرت وزارة الدفاع بوجود ألغام. وزار أستانا وفد من كازاخستان."
    )
    assert got["وزارة الدفاع"] == "org:kgz-ministry-defence"
    about_one = (
        "أعلن الجيش القيرغيزي إغلاق المعابر شمالي قيرغيزستان. وشهدت قيرغيزستان سيولا، ولقيت بلدات قيرغيزستان عونا. "
    )
    assert read_whole(about_one + "وقالت وزارة الصحة إن المستشفيات تعمل.")["وزارة الصحة"] == "org:kgz-ministry-health"


def test_bare_ministry_left_open() -> None:
    """Beside the army of another state, or in an article about two, a bare ministry is nobody's in particular."""
    text = "بعد غارات الجيش القيرغيزي، قالت وزارة الصحة إن المستشفيات تعمل."
    assert "وزارة الصحة" not in read_whole(text)
    two = "أعلن الجيش القيرغيزي والجيش الكازاخي مناورات بين قيرغيزستان وكازاخستان وقيرغيزستان وكازاخستان. "
    assert "وزارة الصحة" not in read_whole(two + "وقالت وزارة الصحة إن المستشفيات تعمل.")


def test_spokesman_of_the_ministry_just_named() -> None:
    """«باسم الوزارة» is of the ministry named before, a rank may stand before the name; another's spokesman is not."""
    told = (
        "أعلنت وزارة الداخلية القيرغيزية إغلاق الطريق. وقال المتحدث باسم الوزارة العقيد بكتور عثمانوف إن السيل انحسر."
    )
    party = {e.label_ar: e.party for e in analyse_article(RawArticle(id="a", text=told)).entities}
    assert party["بكتور عثمانوف"] == "org:kgz-ministry-interior"
    other = told.replace("باسم الوزارة", "باسم الشركة")
    party = {e.label_ar: e.party for e in analyse_article(RawArticle(id="a", text=other)).entities}
    assert party["بكتور عثمانوف"] != "org:kgz-ministry-interior"


def test_minister_of_the_only_such_ministry() -> None:
    """A minister without an adjective is of the state whose ministry of that field alone is named."""
    one = "أقرت وزارة الدفاع القيرغيزية بالخطأ. وقال وزير الدفاع تاشتان بكيروف إنه آسف."
    party = {e.label_ar: e.party for e in analyse_article(RawArticle(id="a", text=one)).entities}
    assert party["تاشتان بكيروف"] == "kgz"
    two = one.replace("بالخطأ", "بالخطأ أمام وزارة الدفاع الكازاخية")
    party = {e.label_ar: e.party for e in analyse_article(RawArticle(id="a", text=two)).entities}
    assert party["تاشتان بكيروف"] is None
