"""`tawatur evaluate`: the figures, and a report of the mistakes that can be read, the commonest kind first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur.app.cli.evaluate import evaluate
from tawatur.app.mistakes import how, listed, summary
from tawatur.app.scoring import Scores, score

TEXT = "أعلن الوزير أمس أن ثلاثة جنود قتلوا في مايو الماضي. ووصل 12 عاملا."


def times(*items: tuple[str, str | None]) -> list[dict[str, object]]:
    """Gold times."""
    return [{"text": text, "edtf": edtf} for text, edtf in items]


GOLD = {
    "id": "a",
    "attributions": [],
    "quantities": [
        {"text": "ثلاثة جنود", "low": 4, "high": 4, "approx": "exact", "unit": "جنود"},
        {"text": "12 عاملا", "low": 12, "high": 12, "approx": "exact", "unit": "عاملا"},
    ],
    "times": times(("أمس", "2015-07-20"), ("مايو الماضي", "2015-05")),
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """One article of ours, and gold with which it does not wholly agree."""
    articles, gold = tmp_path / "a.jsonl", tmp_path / "g.jsonl"
    articles.write_text(json.dumps({"id": "a", "text": TEXT, "date": "2015-07-22"}, ensure_ascii=False) + "\n", "utf-8")
    gold.write_text(json.dumps(GOLD, ensure_ascii=False) + "\n", "utf-8")
    return str(articles), str(gold)


def test_figures_then_kinds_then_each_mistake(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every part of the report, from the command itself."""
    evaluate(*files, 3, as_json=False)
    out = capsys.readouterr().out
    figures, kinds, *rest = out.split("\n\n")
    assert "times.value" in figures
    assert kinds.startswith("errors by kind, worst first: 3\n")
    assert [line.split()[:3] for line in kinds.splitlines()[1:]] == [
        ["attribution", "spurious", "1"],
        ["quantities", "value", "1"],
        ["times", "value", "1"],
    ]
    assert kinds.splitlines()[-1].endswith("day-word 1")
    (day,) = [part for part in rest if part.startswith("times value: 1")]
    assert "gold أمس = 2015-07-20" in day
    assert "got  أمس = 2015-07-21" in day
    assert "…أعلن الوزير [أمس] أن ثلاثة جنود" in day


def test_without_asking_no_mistake_is_listed(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """The summary alone; as JSON the figures alone."""
    evaluate(*files, 0, as_json=False)
    assert "got  " not in capsys.readouterr().out
    evaluate(*files, 3, as_json=True)
    assert json.loads(capsys.readouterr().out)["times.value"]["f1"] == 0.5


def test_the_commonest_kind_comes_first() -> None:
    """Kinds by number, then by name; at most so many of each, and each where it stands."""
    day = {"text": "أمس", "edtf": "2015-07-21", "start": 12, "end": 15, "rule": "time-day-word"}
    scores = score({"a": TEXT}, [GOLD], {"a": {"times": [day, {**day, "start": 0, "end": 4, "text": "أعلن"}]}})
    assert [(kind, len(found)) for kind, found in scores.by_kind()] == [
        ("quantities missed", 2),
        ("times missed", 1),
        ("times spurious", 1),
        ("times value", 1),
    ]
    lines = list(listed(scores, {"a": TEXT}, 1))
    assert sum(line.startswith("  a") for line in lines) == 4
    assert next(iter(summary(scores))) == "errors by kind, worst first: 5"
    assert list(summary(Scores())) == ["errors by kind, worst first: 0"]


@pytest.mark.parametrize(
    ("want", "have", "way"),
    [
        ("الوزير", "", "none"),
        ("الوزير", "الوزير الأول", "longer"),
        ("الوزير الأول", "الوزير", "shorter"),
        ("أ", "ب", "another"),
    ],
)
def test_how_a_source_differs(want: str, have: str, way: str) -> None:
    """One word says what went wrong."""
    assert how("attribution source", {"gold": {"source": want}, "got": {"source": have}}) == way


def test_how_a_value_differs() -> None:
    """The rule of a time, the approximations of a quantity."""
    sides = {"gold": {"approx": "exact"}, "got": {"approx": "at_most"}}
    assert how("quantities value", sides) == "exact → at_most"
    assert how("quantities missed", {"gold": {"approx": "vague"}}) == "vague"
