"""Over articles that have nothing to do with each other there is no finding; those that belong together are still found."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis
from tawatur.pipeline import analyse_article, gather

SHARED = Path(__file__).resolve().parents[2] / "shared"
KNOWN = set(RawArticle.__dataclass_fields__)
UNRELATED = 30


def article(raw: dict[str, Any]) -> Analysis:
    """The analysis of one line of a collection."""
    return analyse_article(RawArticle(**{k: v for k, v in raw.items() if k in KNOWN}))


@pytest.fixture(scope="module")
def unrelated() -> list[Analysis]:
    """Thirty articles drawn with a fixed seed from two collections three years apart."""
    files = sorted((SHARED / "news").glob("*.jsonl.gz"))
    if not files:
        pytest.skip("the news collections are not beside this clone")
    out = []
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            out += Random(2026).sample(list(lines), UNRELATED // len(files))
    return [article(json.loads(line)) for line in out]


@pytest.fixture(scope="module")
def pairs() -> tuple[list[Analysis], list[tuple[str, str, str]]]:
    """Thirty pairs read by hand as copies or as reports of one event, and their articles."""
    folder = SHARED / "eval/stories"
    if not (folder / "pairs.jsonl").exists():
        pytest.skip("the labelled pairs are not beside this clone")
    labelled = [json.loads(line) for line in (folder / "pairs.jsonl").read_text("utf-8").splitlines()]
    chosen = [(p["a"], p["b"], p["label"]) for p in labelled if p["label"] in ("copy", "same_event")][:30]
    wanted = {i for a, b, _ in chosen for i in (a, b)}
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [raw for raw in map(json.loads, lines) if raw["id"] in wanted]
    return [article(raw) for raw in found], chosen


@pytest.mark.shared
def test_no_finding_over_unrelated_articles(unrelated: list[Analysis]) -> None:
    """With the very settings of every dossier."""
    assert [f.why_en for f in gather(unrelated).findings] == []


@pytest.mark.shared
def test_pairs_that_belong_together_are_found_among_unrelated_ones(
    unrelated: list[Analysis], pairs: tuple[list[Analysis], list[tuple[str, str, str]]]
) -> None:
    """Nine of ten pairs share a story, and no finding joins an unrelated article to anything."""
    analyses, labelled = pairs
    ids = {a.id for a in analyses}
    strangers = [a for a in unrelated if a.id not in ids]
    dossier = gather([*analyses, *strangers])
    story = {p.id: p.story for p in dossier.placements}
    together = sum(story[a] == story[b] for a, b, _ in labelled)
    assert together >= 0.9 * len(labelled)
    lone = {a.id for a in strangers}
    assert [f.why_en for f in dossier.findings if lone & set(f.articles)] == []
