"""Attributions: what holds for every text, and how chains are put together."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.attribute.lexicon import classify, data
from tawatur.find.cues.table import forms, readings
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article

WORDS = [
    "قال",
    "وقال",
    "الوزير",
    "إن",
    "أن",
    "إلى",
    "على",
    "عن",
    "ب",
    "ل",
    "«الخطة»",
    '"نعم"',
    ":",
    "،",
    ".",
    "وأضاف",
    "مؤكدا",
    "وفقا",
    "لوكالة",
    "الأنباء",
    "نقلت",
    "عن",
    "مصدر",
    "أمني",
    "قوله",
    "بحسب",
    "ما",
    "ذكرت",
    "الذي",
    "التي",
    "كانت",
    "قد",
    "يعتقد",
    "وصفه",
    "بأنه",
    "(",
    ")",
    "-",
    "12",
    "CNN",
    "نددت",
    "بالهجوم",
    "دعا",
    "الحكومة",
    "لم",
    "ما",
    "كما",
    "حسبما",
    "\n",
]


def attributions(text: str) -> list[object]:
    """What is found in `text`."""
    return list(analyse_article(RawArticle(id="x", text=text, lang="ar")).attributions)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_never_crashes_and_spans_are_raw_text(words: list[str]) -> None:
    """Any order of the words of speech: no crash, every span is the text's own characters, no assertion is empty."""
    text = " ".join(words)
    analysis = analyse_article(RawArticle(id="x", text=text, lang="ar"))
    for a in analysis.attributions:
        for s in (a.cue, a.source, a.refers_to, a.content, *a.via):
            assert s is None or text[s.start : s.end] == s.text
        assert a.content is not None
        assert a.content.text.strip()
        assert a.outer is None or a.outer < len(analysis.attributions)
        assert a.source is None or a.refers_to is None
    assert len(analysis.claims) >= len(analysis.attributions)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    """Not even nonsense makes it raise."""
    attributions(text)


def test_every_form_of_every_verb_is_read_back() -> None:
    """A form that the card makes is found again when it stands in a text, with a conjunction too."""
    for word in list(forms().verbs)[::7]:
        found = {r.lemma for r in readings(word)} | {r.lemma for r in readings("و" + word)}
        assert found >= {r.lemma for r in forms().verbs[word]} or not readings(word)


@pytest.mark.parametrize("word", ["تابعة", "صرحة"])
def test_a_noun_in_teh_marbuta_is_no_verb_with_a_pronoun(word: str) -> None:
    """«تابعة» is an adjective; only the look-up key makes it look like «تابعه»."""
    analysis = analyse_article(RawArticle(id="x", text=f"شركة {word} للدولة", lang="ar"))
    assert not [c for c in analysis.cues if c.kind == "verb"]


def test_chain_runs_from_the_outlet_to_the_first_speaker() -> None:
    """Outlet, carrier, source: in this order, and the origin is the end of the chain."""
    text = "نقلت وكالة أنباء الساحل عن مصدر طبي قوله إن الجرحى بخير."
    (a,) = analyse_article(RawArticle(id="x", text=text, lang="ar")).attributions
    assert [k.role for k in a.chain] == ["outlet", "agency", "unnamed"]
    assert [k.name.text for k in a.chain[1:] if k.name] == ["وكالة أنباء الساحل", "مصدر طبي"]
    assert a.origin == "unnamed:medical"


def test_claims_carry_the_content_and_the_chain() -> None:
    """One claim an attribution, with its content, sentence, chain, origin, mode and kind."""
    analysis = analyse_article(RawArticle(id="x", text="أعلنت الشرطة أن الطريق مفتوح.", lang="ar"))
    (a,) = analysis.attributions
    claim = next(c for c in analysis.claims if c.attribution == 0)
    assert a.content is not None
    assert (claim.content, claim.chain, claim.origin) == (a.content, a.chain, a.origin)
    assert claim.sentence.covers(claim.content)


def test_the_card_has_no_unknown_parts() -> None:
    """A slip of the pen in the card does not pass in silence."""
    assert data()
    assert classify("في")


@pytest.mark.parametrize("repeated", ["قال إن ", "وقال ", "وصف ", "الذي قال ", "بحسب "])
def test_time_grows_with_the_length_of_a_text_that_repeats_one_word(repeated: str) -> None:
    """Work is counted in calls, not in seconds: twice the text, about twice the calls."""

    def calls(times: int) -> int:
        seen = 0

        def count(*_: object) -> None:
            nonlocal seen
            seen += 1

        article = RawArticle(id="a", text=repeated * times, lang="ar")
        sys.setprofile(count)
        try:
            analyse_article(article)
        finally:
            sys.setprofile(None)
        return seen

    calls(10)  # fills what is worked out once
    once, twice = calls(300), calls(600)
    assert twice < 2.6 * once, f"{once} calls, then {twice}"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("طالب زعيم حزب «الوطن والعدل» المعارض كريم الصالح بتحقيق.", "per:"),
        ("طالب حزب «الوطن والعدل» المعارض بتحقيق.", "org:"),
    ],
)
def test_who_holds_the_office_speaks(text: str, origin: str) -> None:
    """A party's leader is not the party, and the party is not its leader."""
    (a,) = analyse_article(RawArticle(id="a", text=text)).attributions
    assert a.origin.startswith(origin)
