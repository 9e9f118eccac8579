"""The page: every mention marked and no character changed, every link has its place, both languages, nothing foreign runs."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model.document import RawArticle
from tawatur.model.ledger import Dossier
from tawatur.pipeline import analyse_article, gather
from tawatur.read import read
from tawatur.report import render_html
from tawatur.report.bidi import prose
from tawatur.report.differ import differing
from tawatur.report.marked import Mark, pieces
from tawatur.text.label import quotation
from tawatur.text.tell import sentence

EXAMPLE = Path(__file__).parent.parent / "examples" / "talbulaq"
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def example() -> Dossier:
    """The example affair."""
    return gather(analyse_article(a) for a in read([str(EXAMPLE)]) if isinstance(a, RawArticle))


@pytest.fixture(scope="module")
def page(example: Dossier) -> str:
    """Its page."""
    return render_html(example, version="0", rules="r")


class Elements(HTMLParser):
    """Every element's tag and attributes, and the texts of the elements that hold an article."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "line", "circle", "rect", "path", "polyline"})

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it, and that it is open."""
        self.found.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.found.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close it, or note that another one is open."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def texts(source: str) -> list[str]:
    """The raw texts that the page shows, tags stripped."""
    blocks = re.findall(r'<div class="text"[^>]*>(.*?)</div></details>', source, re.DOTALL)
    return [html.unescape(TAG.sub("", b)) for b in blocks]


def test_the_full_texts_come_back_exactly(example: Dossier, page: str) -> None:
    """Stripping the marks gives every article's raw text, character for character."""
    assert sorted(texts(page)) == sorted(a.document.text for a in example.analyses)


def test_every_inner_link_has_its_place_and_no_id_comes_twice(page: str) -> None:
    """Each `#…` names exactly one element; each element is closed where it should be."""
    seen = Elements(page)
    ids = [a["id"] for _, a in seen.found if "id" in a]
    assert not seen.wrong
    assert len(ids) == len(set(ids))
    wanted = {a["href"][1:] for _, a in seen.found if a.get("href", "").startswith("#")}
    assert wanted <= set(ids)


def test_a_link_means_the_characters_that_it_shows(example: Dossier, page: str) -> None:
    """A figure's link leads to its own offsets in its own article."""
    number = {a.id: i for i, a in enumerate(example.analyses, 1)}
    links = set(re.findall(r'href="#(a-\d+-\d+)" data-to="(\d+)"', page))
    for e in example.estimates:
        assert (f"a-{number[e.article]}-{e.span.start}", str(e.span.end)) in links


def test_all_that_the_dossier_holds_is_on_the_page(example: Dossier, page: str) -> None:
    """Findings, figures' sentences, spellings, moments and problems, in both languages."""
    shown = html.unescape(TAG.sub("", page))
    for f in example.findings:
        assert f'id="{f.id}"' in page
        assert f.about_ar in shown
        if f.kind not in ("agrees", "wording"):
            assert f.why_ar in shown
            assert sentence(f.why_en) in shown
    for e in example.entities:
        assert all(text in shown for text, _ in e.variants)
    assert all(quotation(m.what_ar) in shown for m in example.timeline)
    assert all(m.what_en in shown for m in example.timeline)
    assert "English" in shown


def test_the_same_dossier_gives_the_same_page(example: Dossier, page: str) -> None:
    """No clock, no set order, no path."""
    assert render_html(example, version="0", rules="r") == page
    assert str(Path.cwd()) not in page


HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script></title></style>{{7*7}}&amp;\u202e\0\r\n"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", 'https://e.org/"><b>', "//e.org", "http://["]
)
def test_hostile_input_is_inert(url: str) -> None:
    """A page of hostile title, outlet, id, date note, text and address has exactly the tags of a harmless one."""
    words = " قالت وزارة الصحة إن خمسة أشخاص قتلوا أمس. "

    def made(bad: str, address: str) -> str:
        raw = RawArticle(
            id="x" + bad,
            text=bad + words + bad,
            title="t" + bad,
            outlet="o" + bad,
            url=address,
            date="2025-01-02",
            date_is="inferred: " + bad,
            lang="ar",
        )
        return render_html(gather([analyse_article(raw)]), version="0", rules="r")

    seen = Elements(made(HOSTILE, url))
    assert not seen.wrong
    assert sum(tag == "script" for tag, _ in seen.found) == 1
    assert not any(tag in ("img", "iframe", "object", "base", "form") for tag, _ in seen.found)
    for _, attributes in seen.found:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        address = attributes.get("href", "#")
        assert address.startswith(("#", "data:,", "https://e.org/")), address
        if address.startswith("https:"):
            assert attributes["rel"] == "noopener noreferrer"


def test_the_policy_names_the_scripts_own_hash(page: str) -> None:
    """Nothing loads and nothing but the page's own script and style runs."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    said = html.unescape(policy[1])
    assert "default-src 'none'" in said
    assert "unsafe" not in said
    assert said.count("'sha256-") == 2
    assert not re.search(r'(?:src|action|srcset)="', page)


@pytest.mark.parametrize("raw", [[], ["x"], ["قالت الوزارة إن خمسة قتلوا."]])
def test_small_and_empty_affairs_have_a_page(raw: list[str]) -> None:
    """No article, no figure, no date: a page all the same, which says so."""
    d = gather(analyse_article(RawArticle(id=str(i), text=t)) for i, t in enumerate(raw))
    assert "</html>" in render_html(d, version="0", rules="r")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=12), st.data())
def test_marks_never_change_a_character(text: str, cuts: list[tuple[int, int]], data: st.DataObject) -> None:
    """Whatever overlaps, stripping the tags gives the text back; marks lie exactly where they were put."""
    marks = [Mark(a, b, f"k{i}", '"<t>') for i, (a, b) in enumerate(cuts)]
    ids = {i: f"i{i}" for i in data.draw(st.sets(st.integers(0, 60), max_size=4))}
    shown = str(pieces(text, marks, ids))
    plain = text.replace("\0", "\ufffd")
    plain = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in plain)
    back = html.unescape(TAG.sub("", shown)) if "&#" not in plain else None
    if back is not None and not re.search(r"&#(?!13;|34;|39;)", shown):
        assert back == plain
    for i, (a, b) in enumerate(cuts):
        if 0 <= a < b <= len(text):
            held = "".join(
                html.unescape(m[2])
                for m in re.finditer(r'<span (?:[^>]*?)class="([^"]*)"[^>]*>([^<]*)</span>', shown)
                if f"k{i}" in m[1].split()
            )
            assert held == plain[a:b]


@pytest.mark.parametrize(
    ("text", "lang", "isolated"),
    [
        ("بين 8–13 أكتوبر", "ar", ["8–13"]),
        ("(001, 002)", "ar", ["001", "002"]),
        ("في 2024. ثم 1,500.", "ar", ["2024", "1,500"]),
        ("وكالة Yonhap News قالت", "ar", ["Yonhap News"]),
        ("عن alriyadh (24 يوليو 2015)، 3alyoum", "ar", ["alriyadh", "24", "2015", "3alyoum"]),
        ("فرانس (snn-2015-07-22, a/b.txt)", "ar", ["snn-2015-07-22", "a/b.txt"]),
        ("that «الاتفاق», «الحرب» differ", "en", ["«الاتفاق»", "«الحرب»"]),
    ],
)
def test_what_runs_the_other_way_is_isolated(text: str, lang: str, isolated: list[str]) -> None:
    """Figures and ranges without the comma after them; foreign words; each Arabic name by itself in English."""
    shown = str(prose(text, lang))
    assert [html.unescape(x) for x in re.findall(r"<bdi[^>]*>([^<]*)</bdi>", shown)] == isolated
    assert html.unescape(TAG.sub("", shown)) == text


def test_words_that_differ() -> None:
    """Spelling variants of hamza are one word; what only one side has is told on that side."""
    a, b = "أعلنت الوزارة مقتل عشرة أشخاص فجر اليوم", "اعلنت الوزارة مقتل تسعة أشخاص اليوم"
    only_a, only_b = differing(a, b)
    assert [a[i:j] for i, j in only_a] == ["عشرة", "فجر"]
    assert [b[i:j] for i, j in only_b] == ["تسعة"]


def test_the_style_runs_in_both_directions() -> None:
    """No left or right in the style sheet: only logical properties, so that one sheet serves both languages."""
    style = (Path(__file__).parent.parent / "src/tawatur/report/style.css").read_text("utf-8")
    assert not re.search(r"(?:margin|padding|border|inset)-(?:left|right)|text-align:\s*(?:left|right)|float:", style)
    assert not re.search(r"https?:|url\(|@import", style)


def test_every_phrase_is_in_both_languages() -> None:
    """The interface never falls back on one language, and both have the same parts to fill."""
    from tawatur.text.lexicon import card

    for name, phrase in card("tawatur.report", "words.toml").items():
        assert set(phrase) == {"ar", "en"}, name
        assert sorted(re.findall(r"{\w+}", phrase["ar"])) == sorted(re.findall(r"{\w+}", phrase["en"])), name
