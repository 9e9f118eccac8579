"""The page as a file, without a browser: every kind of finding is shown, nothing foreign is markup, nothing is loaded."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from tawatur.model.document import RawArticle
from tawatur.model.ledger import FINDING_KINDS, Dossier, Finding, Moment
from tawatur.model.problem import Problem
from tawatur.pipeline import analyse_article, gather
from tawatur.report import render_html
from tawatur.text.label import term

TOLD = (
    ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية أن عدد قتلى انفجار مصنع بنزرت بلغ عشرة أشخاص."),
    ("b", "2025-03-06", "قالت وزارة الداخلية التونسية إن حصيلة انفجار مصنع بنزرت ارتفعت إلى 17 قتيلا على الأقل."),
    ("c", None, "أكدت وكالة المدى نقلا عن وزارة الداخلية التونسية أن حصيلة انفجار مصنع بنزرت بلغت أمس 23 قتيلا."),
)
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</style></title>"


def dossier(extra: str = "", **more: str) -> Dossier:
    """Three editions of one toll, the last without a date."""
    return gather(
        [analyse_article(RawArticle(id=extra + i, date=d, text=t + extra, lang="ar", **more)) for i, d, t in TOLD]
    )


def page(d: Dossier) -> str:
    """The page of a dossier."""
    return render_html(d, version="1", rules="r")


def every_kind(d: Dossier, said: str = "«الانفجار»: المدى بصوتها؛ «الكارثة»: الوزارة بين علامتي تنصيص") -> Dossier:
    """The same with one finding of each kind over all its claims and figures."""
    claims, figures = tuple(c.id for c in d.claims), tuple(e.id for e in d.estimates)
    found = tuple(
        Finding(
            id=f"f-{kind}",
            kind=kind,
            about_ar=f"موضوع {kind}",
            about_en=f"about {kind}",
            why_ar=said,
            why_en=said,
            claims=claims,
            estimates=figures if kind in ("agrees", "updates") else (),
            articles=tuple(a.id for a in d.analyses),
            independent_origins=3,
            origins=tuple(sorted({c.origin for c in d.claims})),
            parties=("tun",),
            rule=f"{kind}.test",
        )
        for kind in FINDING_KINDS
    )
    return replace(d, findings=found)


@pytest.mark.parametrize("kind", FINDING_KINDS)
def test_every_kind_of_finding_is_shown_with_its_claims(kind: str) -> None:
    """Its name in both languages, what it is about, why, and a link to each claim."""
    html = page(every_kind(dossier()))
    for lang in ("ar", "en"):
        assert term("kinds", kind, lang) in html
    assert f"About {kind}" in html
    assert f'id="f-{kind}"' in html


def test_speakers_of_one_party_are_told_from_parties() -> None:
    """Three speakers of one party are three and one, in both languages."""
    html = page(every_kind(dossier()))
    text = re.sub(r"<[^>]+>", "", html)
    assert "3 speakers" in text
    assert "1 party" in text


def test_the_policy_allows_our_own_style_and_script_alone() -> None:
    """Nothing may be loaded, and the hashes are those of what stands in the page."""
    html = page(dossier())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        inside = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(inside) == 1
        assert b64encode(sha256(inside[0].encode()).digest()).decode() in policy[1].replace("&#43;", "+")
    assert " style=" not in html.split("</style>")[1]
    assert not re.search(r'(src|href)="(?!#|data:,)', html)


def test_hostile_words_are_text_wherever_they_stand() -> None:
    """In id, outlet, title, address, text, entity, finding, moment and problem."""
    d = dossier(HOSTILE, outlet=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    d = every_kind(d, HOSTILE)
    entities = tuple(replace(e, label_ar=HOSTILE, label_en=HOSTILE, variants=((HOSTILE, ("a",)),)) for e in d.entities)
    d = replace(
        d,
        entities=entities,
        timeline=(Moment(time=HOSTILE, what_ar=HOSTILE, what_en=HOSTILE),),
        problems=(Problem(HOSTILE, HOSTILE, HOSTILE),),
    )
    html = page(d)
    assert html.count("<script") == 1
    assert "<img" not in html
    assert "49" not in re.sub(r"<style>.*?</style>|<script>.*?</script>|\d{3,}", "", html, flags=re.DOTALL)
    assert 'href="javascript' not in html
    assert len(re.findall(r"<title[ >]", html)) == html.count("</title>")
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "ftp://x"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    """Other schemes are no links."""
    assert f'href="{url}' not in page(dossier(url=url))


def test_links_of_the_web_give_nothing_away() -> None:
    """They open without opener and referrer."""
    html = page(dossier(url="https://news.example/a?b=1&c=2"))
    link = re.search(r"<a [^>]*https://news\.example[^>]*>", html)
    assert link is not None
    assert "noopener" in link[0]
    assert "noreferrer" in link[0]


def test_the_same_dossier_gives_the_same_page() -> None:
    """No clock, path or machine is in it."""
    assert page(dossier()) == page(dossier())


def test_the_texts_stand_whole() -> None:
    """Every character of every article is in the page, whatever is marked in it."""
    html = page(dossier())
    body = re.findall(r'<div class="text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert {re.sub(r"<[^>]+>", "", t) for t in body} == {t for _, _, t in TOLD}


def test_an_empty_dossier_has_a_page() -> None:
    """No article and no finding: the page says so instead of failing."""
    assert page(gather([])).startswith("<!doctype html>")


def test_an_article_without_date_says_what_stays_open() -> None:
    """The relative time that could not be placed is listed with the reason in both languages."""
    html = page(dossier())
    assert "The article has no date of publication" in html
    assert "لا تاريخ نشر للمقال" in html
