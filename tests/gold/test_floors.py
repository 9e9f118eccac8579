"""Scores on gold only rise: each figure stays at or above its floor (floors.toml); raising a floor is part of a change."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tawatur.app.scoring import score
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from sets import SETS, SHARED, dev  # noqa: E402

FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@cache
def table(name: str) -> dict[str, Any]:
    """Figures over the open articles of a set."""
    articles, golds = SETS[name](aside=False)
    if not golds:
        pytest.skip("the gold articles are not beside this clone")
    known = set(RawArticle.__dataclass_fields__)
    got = {
        i: wire.annotation(analyse_article(RawArticle(**{k: v for k, v in a.items() if k in known})))
        for i, a in articles.items()
    }
    return score({i: a["text"] for i, a in articles.items()}, golds, got).table()


@pytest.mark.shared
@pytest.mark.parametrize(("name", "measure"), [(n, m) for n in sorted(FLOORS) for m in sorted(FLOORS[n])])
def test_no_score_falls_below_its_floor(name: str, measure: str) -> None:
    """A change that lowers a score says so by lowering its floor."""
    figures = table(name)[measure]
    got = figures.get("f1", figures.get("accuracy", figures.get("macro_f1")))
    assert got is not None
    assert got >= FLOORS[name][measure]


@pytest.mark.shared
def test_scores_are_those_of_the_reference_scorer() -> None:
    """`tawatur evaluate` counts as the guidelines' own scorer does."""
    scorer = SHARED / "eval/score.py"
    if not scorer.exists():
        pytest.skip("the reference scorer is not beside this clone")
    import importlib.util

    spec = importlib.util.spec_from_file_location("reference", scorer)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    articles, golds = dev(aside=False)
    golds = golds[:25]
    got = {
        g["id"]: wire.annotation(
            analyse_article(RawArticle(id=g["id"], text=articles[g["id"]]["text"], date=articles[g["id"]]["date"]))
        )
        for g in golds
    }
    theirs, _ = reference.score(articles, {g["id"]: g for g in golds}, got)
    assert score({i: a["text"] for i, a in articles.items()}, golds, got).table() == theirs
