"""The dossier in other formats: the contract's shape, nothing that a spreadsheet or a Markdown reader would run."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from tawatur.export import EXPORTERS, render_csv, render_json, render_md
from tawatur.export.sheet import COLUMNS
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Dossier
from tawatur.model.problem import Problem
from tawatur.pipeline import analyse_article, gather

TOLD = (
    ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية أن عدد قتلى انفجار مصنع بنزرت بلغ عشرة أشخاص."),
    ("b", "2025-03-06", "قالت وزارة الداخلية التونسية إن حصيلة انفجار مصنع بنزرت ارتفعت إلى 17 قتيلا على الأقل."),
    ("c", "2025-03-07", "أكدت وزارة الداخلية التونسية أن حصيلة انفجار مصنع بنزرت بلغت 23 قتيلا."),
)
HOSTILE = '=HYPERLINK("http://x.example")\n| <script>alert(1)</script> [x](javascript:alert(1)) \x00'


def dossier(outlet: str = "صحيفة المدى البعيد", url: str | None = None) -> Dossier:
    """Three editions of one toll."""
    return gather(
        [
            analyse_article(RawArticle(id=i, date=d, text=t, outlet=outlet, url=url, title=outlet, lang="ar"))
            for i, d, t in TOLD
        ]
    )


def rows(d: Dossier) -> list[dict[str, str]]:
    """The sheet, read as a spreadsheet reads it."""
    text = render_csv(d, version="1", rules="r")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_json_is_the_contract() -> None:
    """What stands in the file is `wire.dossier`, with letters as letters."""
    d = dossier()
    text = render_json(d, version="1", rules="r")
    assert json.loads(text) == wire.dossier(d, version="1", rules="r")
    assert "وزارة الداخلية" in text


@pytest.mark.parametrize("form", EXPORTERS)
def test_the_same_dossier_gives_the_same_text(form: str) -> None:
    """Every format is deterministic, and each text can be written as UTF-8 whatever was in the article."""
    one, two = (EXPORTERS[form](dossier(), version="1", rules="r") for _ in range(2))
    assert one == two
    EXPORTERS[form](dossier(outlet="bad \ud800 letter"), version="1", rules="r").encode("utf-8")


def test_a_row_for_each_figure_with_all_that_stands_behind_it() -> None:
    """Series, origin, chain, sentence, article, address and dates are in the row, and offsets lead to the figure."""
    d = dossier(url="https://news.example/1")
    got = rows(d)
    assert list(got[0]) == list(COLUMNS)
    assert len(got) == len(d.estimates) == 3
    assert {r["series"] for r in got} == {e.series for e in d.estimates}
    assert sorted(r["low"] for r in got) == ["10", "17", "23"]
    texts = {i: t for i, _, t in TOLD}
    for r in got:
        assert texts[r["article"]][int(r["start"]) : int(r["end"])] == r["figure"]
        assert r["figure"] in r["sentence"]
        assert r["chain"].startswith("صحيفة المدى البعيد ← ")
        assert r["url"] == "https://news.example/1"
        assert r["date"].startswith("2025-03-0")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n=", " =", "＝", "＠", "|", "%"])
def test_no_cell_is_a_formula(start: str) -> None:
    """A cell that a spreadsheet would run is shown as text."""
    for r in rows(dossier(outlet=start + "cmd|'/c calc'!A0", url=start + "1+1")):
        for cell in (r["outlet"], r["url"], r["chain"]):
            assert cell.startswith("'")


def test_a_hostile_cell_stays_one_row() -> None:
    """Line breaks, quotes and separators from outside break no row."""
    got = rows(dossier(outlet=HOSTILE + '",\r\n"x"'))
    assert len(got) == 3
    assert all(None not in r for r in got)


def test_the_brief_says_it_in_both_languages() -> None:
    """Finding, figures, chain and articles, Arabic first."""
    text = render_md(dossier(), version="1", rules="r")
    arabic, english = text.split("# The affair")
    for half in (arabic, english):
        assert "10" in half
        assert "17" in half
        assert "23" in half
        assert "صحيفة المدى البعيد" in half
    assert "at least 17" in english


def test_what_runs_the_other_way_is_isolated() -> None:
    """Arabic in an English line and ranges or Latin letters in an Arabic one stand between the signs of isolation."""
    text = render_md(dossier(), version="1", rules="r")
    arabic, english = text.split("# The affair")
    bare = re.compile("(?<!\u2068)«[^»]*[ء-ي]")
    assert not [line for line in english.splitlines() if bare.search(line)]
    assert re.search("\u2068a:\\d+–\\d+\u2069", arabic)
    assert text.count("\u2068") == text.count("\u2069")


def test_an_unnamed_outlet_is_an_empty_cell() -> None:
    """What nobody names is not made up: the sheet's outlet is empty, the chain says which article it is."""
    got = rows(dossier(outlet=""))
    assert {r["outlet"] for r in got} == {""}
    assert all(r["chain"].startswith(f"المقال {r['article']} ← ") for r in got)
    assert all(r["chain_en"].startswith(f"article {r['article']} ← ") for r in got)


def test_the_sheet_is_in_english_too_and_names_everyone_by_id() -> None:
    """Who reads no Arabic has what is counted, who says so and through whom; ids stand beside names."""
    for r in rows(dossier()):
        assert r["what_en"] == "people killed"
        assert not re.search("[ء-ي]", r["origin_en"] + r["chain_en"])
        assert r["origin_id"] == "org:tun-ministry-interior"
        assert r["origin_en"] == "Tunisian interior ministry"


def test_the_brief_is_inert() -> None:
    """Nothing from outside becomes a tag, a link, a heading or a cell."""
    d = dossier(outlet=HOSTILE, url="javascript:alert(1)")
    d = replace(d, problems=(Problem("<img src=x>", "# [a](http://b)", "| www.c.example"),))
    text = render_md(d, version="1", rules="r")
    for live in ("<script", "<img", " [x](", " [a](", "http://", " www.c"):
        assert live not in text
    assert "\x00" not in text
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in table} == {8}


def test_an_empty_dossier_can_be_written() -> None:
    """No article, no finding: every format still gives its frame."""
    for write in EXPORTERS.values():
        assert write(gather([]), version="1", rules="r").strip()


def test_reasons_are_said_in_both_languages() -> None:
    """What a stage says in English stands in Arabic in the Arabic half, with its names kept."""
    d = replace(
        dossier(), problems=(Problem("repeated", "x", "This article was read before as abc; it is counted once."),)
    )
    text = re.sub("[\u2068\u2069]", "", render_md(d, version="1", rules="r"))
    arabic, english = text.split("# The affair")
    assert "قرئ هذا المقال من قبل باسم abc" in arabic
    assert "read before as abc" in english
