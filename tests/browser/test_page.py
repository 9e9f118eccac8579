"""The dossier's page in Chromium: from a figure to its sentence and back, two languages, no request, nothing foreign runs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tawatur.model.document import RawArticle
from tawatur.model.ledger import Dossier
from tawatur.pipeline import analyse_article, gather
from tawatur.report import render_html

pytestmark = pytest.mark.browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOLD = (
    ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية أن عدد قتلى انفجار مصنع بنزرت بلغ عشرة أشخاص."),
    ("b", "2025-03-06", "قالت وزارة الداخلية التونسية إن حصيلة انفجار مصنع بنزرت ارتفعت إلى 17 قتيلا على الأقل 💥."),
    ("c", "2025-03-07", "💥 أكدت وزارة الداخلية التونسية أن حصيلة انفجار مصنع بنزرت بلغت 23 قتيلا."),
)
HOSTILE = "\"'><img src=http://x.example/i.png onerror=window.hurt=1><script>window.hurt=1</script></title></style>"


def dossier(**more: str) -> Dossier:
    """A small affair; `more` goes into each article."""
    extra = more.pop("text", "")
    return gather(
        [
            analyse_article(RawArticle(id=more.get("outlet", "") + i, date=d, text=t + extra, lang="ar", **more))
            for i, d, t in TOLD
        ]
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium from the system's packages; without it these tests skip."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Opened:
    """A page on which every request and every error is written down."""

    def __init__(self, page: Any, path: Path, html: str) -> None:
        self.page, self.requests, self.errors = page, [], []
        path.write_text(html, encoding="utf-8")
        page.on("request", lambda r: self.requests.append(r.url))
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.goto(path.as_uri())


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a dossier's page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")

    def visit(d: Dossier) -> Opened:
        return Opened(context.new_page(), tmp_path / "dossier.html", render_html(d, version="1", rules="r"))

    yield visit
    context.close()


def test_from_a_figure_to_its_characters_and_back(opened: Any) -> None:
    """Every figure of the table leads to a lit stretch of text that is the figure, also behind letters of two units."""
    o = opened(dossier())
    figures = o.page.locator("#figures table a[href^='#a-']:visible")
    assert figures.count() >= 3
    seen = set()
    for i in range(figures.count()):
        figures.nth(i).scroll_into_view_if_needed()
        figures.nth(i).click()
        lit = o.page.locator(".hit")
        assert lit.count() >= 1
        assert lit.first.is_visible()
        seen.add("".join(lit.all_text_contents()).strip())
        box = lit.first.bounding_box()
        assert 0 <= box["y"] <= 900
        o.page.locator("#back").click()
        assert o.page.locator(".hit").count() == 0
        assert o.page.evaluate("document.activeElement.getAttribute('href')").startswith("#a-")
    assert seen == {"عشرة أشخاص", "17 قتيلا على الأقل", "23 قتيلا"}
    assert not o.errors


def test_every_link_in_the_page_leads_somewhere(opened: Any) -> None:
    """No dead anchors, no id twice, and the other addresses are of the web."""
    o = opened(dossier(url="https://news.example/1", outlet="المدى"))
    ids = o.page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    links = o.page.evaluate("[...document.querySelectorAll('a[href]')].map(e => e.getAttribute('href'))")
    assert len(ids) == len(set(ids))
    assert {x for x in links if x.startswith("#") and x[1:] not in ids} == set()
    assert {x for x in links if not x.startswith("#")} <= {"https://news.example/1"}


def test_the_language_switches_and_is_remembered(opened: Any) -> None:
    """Arabic comes first; the switch turns language and direction round, also after the page is opened again."""
    o = opened(dossier())
    state = "[document.documentElement.lang, document.documentElement.dir]"
    assert o.page.evaluate(state) == ["ar", "rtl"]
    assert "القتلى" in o.page.locator("main").inner_text()
    o.page.locator("#lang").click()
    assert o.page.evaluate(state) == ["en", "ltr"]
    english = o.page.locator("main").inner_text()
    assert "at least 17" in english
    assert "القتلى" not in english
    o.page.reload()
    assert o.page.evaluate(state) == ["en", "ltr"]
    assert not o.errors


def test_light_and_dark(opened: Any) -> None:
    """The theme turns round at a click and stays after the page is opened again."""
    o = opened(dossier())
    paper = "getComputedStyle(document.body).backgroundColor"
    light = o.page.evaluate(paper)
    o.page.locator("#theme").click()
    dark = o.page.evaluate(paper)
    assert dark != light
    o.page.reload()
    assert o.page.evaluate(paper) == dark


def test_no_request_leaves(opened: Any) -> None:
    """Only the file itself is loaded."""
    o = opened(dossier(url="https://news.example/1"))
    o.page.locator("#lang").click()
    o.page.wait_for_load_state("networkidle")
    assert [u for u in o.requests if not re.match(r"(file|data):", u)] == []
    assert len([u for u in o.requests if u.startswith("file:")]) == 1


def test_hostile_articles_are_inert(opened: Any) -> None:
    """Code in title, outlet, id, address and text is shown as text: none runs, none loads, none is a link."""
    o = opened(dossier(title=HOSTILE, outlet=HOSTILE, url="javascript:window.hurt=1", text=HOSTILE))
    o.page.wait_for_load_state("networkidle")
    assert o.page.evaluate("window.hurt") is None
    assert o.page.locator("img").count() == 0
    assert o.page.locator("script").count() == 1
    assert o.page.locator("a[href^='javascript' i]").count() == 0
    assert all(u.startswith(("file:", "data:")) for u in o.requests)
    assert "onerror" in o.page.locator("#articles").text_content()
    assert not o.errors


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2200])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_width_scrolls_sideways(opened: Any, width: int, lang: str) -> None:
    """The page fits every screen; only a table may scroll, inside its own frame."""
    o = opened(dossier(outlet="صحيفة " + "المدى" * 12))
    o.page.set_viewport_size({"width": width, "height": 800})
    if lang == "en":
        o.page.locator("#lang").click()
    o.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert o.page.evaluate(over) <= 0


def test_the_keyboard_reaches_everything(opened: Any) -> None:
    """The first stop skips to the content; every control shows where the focus is."""
    o = opened(dossier())
    o.page.keyboard.press("Tab")
    assert o.page.evaluate("document.activeElement.className") == "skip"
    o.page.keyboard.press("Enter")
    assert o.page.evaluate("document.activeElement.id") == "main"
    bare = o.page.evaluate(
        """[...document.querySelectorAll('button, a[href], summary, input')].filter(e => e.offsetParent && !e.textContent.trim()
        && !e.getAttribute('aria-label') && e.localName !== 'input').length"""
    )
    assert bare == 0


def test_headings_step_down_one_at_a_time(opened: Any) -> None:
    """One h1, one main, and no level is skipped, so that a screen reader's outline holds."""
    o = opened(dossier())
    levels = o.page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(e => +e.localName[1])")
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for landmark in ("main", "nav", "footer"):
        assert o.page.locator(landmark).count() == 1


def test_prints_in_black_on_white_without_controls(opened: Any) -> None:
    """On paper there are no buttons and no dark ground, whatever the screen shows."""
    o = opened(dossier())
    o.page.locator("#theme").click()
    o.page.emulate_media(media="print")
    assert not o.page.locator("#lang").is_visible()
    assert o.page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )


def test_on_paper_nothing_that_is_found_stays_folded(opened: Any) -> None:
    """Before printing the folds of findings and names open, the full texts stay folded, and afterwards all is as it was."""
    o = opened(
        dossier(text="\n\n" + " ".join(f"قال خالد{c} العمري إن بنزرت هادئة." for c in "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"))
    )
    folds = "[...document.querySelectorAll('details:not(.full):not(.voice)')].map(d => d.open)"
    before = o.page.evaluate(folds)
    assert not all(before)
    o.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(o.page.evaluate(folds))
    assert not any(o.page.evaluate("[...document.querySelectorAll('details.full')].map(d => d.open)"))
    o.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert o.page.evaluate(folds) == before


def test_escape_leads_back_as_the_button_does(opened: Any) -> None:
    """From the lit characters the keyboard alone leads back to the figure."""
    o = opened(dossier())
    link = o.page.locator("#figures table a[href^='#a-']:visible").first
    link.focus()
    o.page.keyboard.press("Enter")
    assert o.page.locator(".hit").count() >= 1
    o.page.keyboard.press("Escape")
    assert o.page.locator(".hit").count() == 0
    assert o.page.evaluate("document.activeElement.getAttribute('href')") == link.get_attribute("href")


FOREIGN = """(lang) => {
  const foreign = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const letters = lang === "en" ? /[\\u0621-\\u064a]/ : /[A-Za-z]{2}/;
  while (walk.nextNode()) {
    const text = walk.currentNode, at = text.parentElement;
    if (!letters.test(text.data) || at.closest("script, style, .text, blockquote, .sent, svg") || !at.checkVisibility()) continue;
    if (at.closest("[lang]").lang === lang && !at.closest("bdi")) foreign.add(text.data.trim());
  }
  return [...foreign];
}"""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_language_stands_bare_in_the_other(opened: Any, lang: str) -> None:
    """Outside the articles' own sentences every Arabic word of the English page is marked as Arabic, and the other way."""
    o = opened(
        dossier(
            outlet="صحيفة المدى",
            text="\n\nقال جون سميث من BBC Arabic إن KCNA نقلت ذلك عن «وكالة الشرق».",
            title="ماذا قالت KCNA؟",
        )
    )
    if lang == "en":
        o.page.locator("#lang").click()
    o.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert o.page.evaluate(FOREIGN, lang) == []


CONTRAST = """() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c.slice(0, 3); } return [255, 255, 255]; };
  const poor = new Set();
  for (const e of document.querySelectorAll("main *, header *, nav *, footer *")) {
    if (!e.checkVisibility({ visibilityProperty: true }) || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    if (e.closest(".sr, svg")) continue;
    const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.add(`${e.localName}.${e.className} ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(opened: Any, dark: bool) -> None:
    """Every text has a contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3 AA), what is not the story too."""
    o = opened(dossier(text="\n\nاقرأ أيضا: أسعار الذهب تتراجع\nمنذ 4 ساعات"))
    if dark:
        o.page.locator("#theme").click()
    o.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert o.page.evaluate(CONTRAST) == []


def test_without_script_the_page_is_still_read(browser: Any, tmp_path: Path) -> None:
    """Where scripts are off the dossier stands in Arabic, and a figure's link still opens its sentence."""
    path = tmp_path / "dossier.html"
    path.write_text(render_html(dossier(), version="1", rules="r"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert "القتلى" in page.locator("#figures").inner_text()
    link = page.locator("#figures table a[href^='#a-']").first
    target = link.get_attribute("href")
    link.click()
    assert page.locator(target).is_visible()
    context.close()
