"""Scores on gold only rise: each figure stays at or above its floor (floors.toml); raising a floor is part of a change."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tawatur.app.scoring import score
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article

HERE = Path(__file__).resolve().parent
DEV = HERE.parents[2] / "shared/eval/dev"
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["dev"]


def lines(path: Path) -> list[dict[str, Any]]:
    """Objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    """Figures over all gold articles."""
    if not (DEV / "gold.jsonl").exists():
        pytest.skip("the gold articles are not beside this clone")
    known = set(RawArticle.__dataclass_fields__)
    articles = {
        a["id"]: RawArticle(**{k: v for k, v in a.items() if k in known}) for a in lines(DEV / "articles.jsonl")
    }
    got = {i: wire.annotation(analyse_article(a)) for i, a in articles.items()}
    return score({i: a.text for i, a in articles.items()}, lines(DEV / "gold.jsonl"), got).table()


@pytest.mark.shared
@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_no_score_falls_below_its_floor(table: dict[str, Any], measure: str) -> None:
    """A change that lowers a score says so by lowering its floor."""
    figures = table[measure]
    got = figures.get("f1", figures.get("accuracy", figures.get("macro_f1")))
    assert got is not None
    assert got >= FLOORS[measure]


@pytest.mark.shared
def test_scores_are_those_of_the_reference_scorer(tmp_path: Path) -> None:
    """`tawatur evaluate` counts as the guidelines' own scorer does."""
    scorer = DEV.parent / "score.py"
    if not scorer.exists():
        pytest.skip("the reference scorer is not beside this clone")
    import importlib.util

    spec = importlib.util.spec_from_file_location("reference", scorer)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    articles = {a["id"]: a for a in lines(DEV / "articles.jsonl")[:25]}
    golds = [g for g in lines(DEV / "gold.jsonl") if g["id"] in articles]
    got = {
        i: wire.annotation(analyse_article(RawArticle(id=i, text=a["text"], date=a["date"])))
        for i, a in articles.items()
    }
    theirs, _ = reference.score(articles, {g["id"]: g for g in golds}, got)
    assert score({i: a["text"] for i, a in articles.items()}, golds, got).table() == theirs
