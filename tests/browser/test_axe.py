"""The page by the rules of axe-core (WCAG 2.2 A and AA and good practice), in both languages and themes, all folds open.

The package is no part of this project: `npm install axe-core` in the clone, or globally, or its file named in AXE_CORE.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article, gather
from tawatur.report import render_html

pytestmark = pytest.mark.browser

TOLD = (
    ("a", "2025-03-05", "أعلنت وزارة الداخلية التونسية أن عدد قتلى انفجار مصنع بنزرت بلغ عشرة أشخاص."),
    ("b", "2025-03-06", "قالت وزارة الداخلية التونسية إن حصيلة انفجار مصنع بنزرت ارتفعت إلى 17 قتيلا على الأقل."),
    (
        "c",
        "2025-03-07",
        "أكدت وزارة الداخلية التونسية أن حصيلة انفجار مصنع بنزرت بلغت 23 قتيلا.\n\nاقرأ أيضا: أسعار الذهب",
    ),
    ("d", None, "نفت وزارة الداخلية التونسية أمس سقوط آلاف الجرحى، بحسب مصدر أمني."),
)


@cache
def axe() -> Path | None:
    """The package's file, where it is installed."""
    roots = [Path(named).parent for named in (os.environ.get("AXE_CORE"),) if named]
    npm = shutil.which("npm")
    for scope in ((), ("-g",)):
        if npm is not None:
            said = subprocess.run([npm, "root", *scope], capture_output=True, text=True, check=False)
            roots.append(Path(said.stdout.strip()) / "axe-core")
    return next((root / "axe.min.js" for root in roots if (root / "axe.min.js").is_file()), None)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Chromium from the system's packages."""
    if axe() is None:
        pytest.skip("axe-core is not installed (npm install axe-core)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_axe_finds_nothing(chromium: Any, tmp_path: Path, lang: str, theme: str) -> None:
    """No rule of axe-core is broken anywhere on the page."""
    d = gather([analyse_article(RawArticle(id=i, date=day, text=t, outlet="صحيفة المدى")) for i, day, t in TOLD])
    path = tmp_path / "dossier.html"
    path.write_text(render_html(d, version="1", rules="r"), encoding="utf-8")
    context = chromium.new_context(color_scheme=theme, bypass_csp=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(path.as_uri())
    if lang == "en":
        page.locator("#lang").click()
    page.add_style_tag(content=".art{content-visibility:visible!important}")
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.add_script_tag(path=str(axe()))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    context.close()
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
