"""The real affairs: what their careful reader finds (EXPECTED) is in the dossier. Figures and ids only, no text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article, gather

AFFAIRS = Path(__file__).resolve().parents[2] / "shared/affairs"
KNOWN = set(RawArticle.__dataclass_fields__)
pytestmark = pytest.mark.shared


@cache
def dossier(name: str) -> dict[str, Any]:
    """The dossier over one affair."""
    path = AFFAIRS / name / "articles.jsonl"
    if not path.exists():
        pytest.skip("the real affairs are not beside this clone")
    raws = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    got = gather([analyse_article(RawArticle(**{k: v for k, v in r.items() if k in KNOWN})) for r in raws])
    return wire.dossier(got, version="test", rules="test")


# what, article, low, high, over, standing: the table "Figures, each with who stands behind it".
FIGURES = [
    ("sent", "002", 1500, 1500, "2024-10-08/2024-10-13", "happened"),
    ("sent", "002", 10000, 12000, None, "planned"),
    ("sent", "003", 10000, None, "2024", "happened"),
    ("sent", "001", 13000, 13000, "2024-10/..", "happened"),
    ("sent", "002", 1000, 9999, None, "rumoured"),
    ("sent", "001", 6000, 6000, None, "pledged"),
    ("sent", "001", 5000, 5000, None, "pledged"),
    ("sent", "000", None, 30000, None, "rumoured"),
    ("sent", "001", 12000000, 12000000, "2024-10/..", "happened"),
    ("killed", "003", 2000, 2000, None, "happened"),
    ("killed", "004", 9, 9, "P4M", "happened"),
    ("taken", "002", 12, 12, "P1W", "happened"),
    ("other", "002", 5, 5, None, "happened"),
    ("other", "002", 23, 23, None, "happened"),
]


@pytest.mark.parametrize(("measure", "article", "low", "high", "over", "standing"), FIGURES)
def test_every_figure_with_its_span_and_standing(
    measure: str, article: str, low: float | None, high: float | None, over: str | None, standing: str
) -> None:
    """One estimate of the dossier for each row."""
    here = [e for e in dossier("russia-dprk")["estimates"] if e["article"] == article]
    values = [e for e in here if e["low"] == low and e["high"] == high]
    assert [e for e in values if e["measure"] == measure and e["standing"] == standing and over in (None, e["over"])], (
        values
    )


ORIGINS = [
    ("002", 1500, {"kor"}),
    ("001", 13000, {"org:kor-military-intelligence"}),
    ("001", 12000000, {"org:kor-military-intelligence"}),
    ("001", 6000, {"prk"}),
    ("000", 30000, {"unnamed:media"}),
    ("004", 9, {"per:kim-jong-un"}),
    ("002", 12, {"org:rus-army"}),
    ("002", 23, {"outlet"}),
]


@pytest.mark.parametrize(("article", "high", "origins"), ORIGINS)
def test_who_stands_behind_a_figure(article: str, high: float, origins: set[str]) -> None:
    """The first origin of each figure."""
    found = {e["origin"] for e in dossier("russia-dprk")["estimates"] if e["article"] == article and e["high"] == high}
    assert found & origins, found


# kind, articles that one finding of that kind holds, least number of its independent origins and most.
FINDINGS = [
    ("agrees", {"000", "001"}, 1, 1),
    ("quote_drift", {"000", "001"}, 1, 1),
    ("agrees", {"003", "004"}, 1, 1),
    ("updates", {"001", "002", "003"}, 1, 3),
    ("differs_in_scope", {"003", "004"}, 1, 3),
    ("contradicts", {"001", "002", "003"}, 1, 3),
    ("differs_in_scope", {"002"}, 1, 9),
    ("wording", {"000", "001", "002", "004"}, 1, 9),
]


@pytest.mark.parametrize(("kind", "articles", "least", "most"), FINDINGS)
def test_every_finding_that_a_careful_reader_makes(kind: str, articles: set[str], least: int, most: int) -> None:
    """Agreement, drift, growth, scope, date, doubt, wording."""
    found = [f for f in dossier("russia-dprk")["findings"] if f["kind"] == kind and articles <= set(f["articles"])]
    assert [f for f in found if least <= f["independent_origins"] <= most], found


def test_no_other_contradiction() -> None:
    """The date of the treaty is the only one; two thousand and nine are none."""
    assert len([f for f in dossier("russia-dprk")["findings"] if f["kind"] in ("contradicts", "disputed")]) == 1


ONE = [
    ("prk", 4),
    ("per:kim-jong-un", 2),
    ("per:choe-son-hui", 2),
    ("per:sergey-lavrov", 2),
    ("org:kcna", 2),
]


@pytest.mark.parametrize(("entity", "spellings"), ONE)
def test_one_entity_under_many_spellings(entity: str, spellings: int) -> None:
    """At least so many spellings stand under one entity."""
    found = {e["id"]: e for e in dossier("russia-dprk")["entities"]}
    assert len(found[entity]["variants"]) >= spellings


@pytest.mark.parametrize(
    "time", ["2024-06", "2024-10-08/2024-10-13", "2025-07-11", "2025-07-12", "2025-12", "2025-06", "2025-04"]
)
def test_what_happened_when(time: str) -> None:
    """The timeline has each time."""
    assert time in {m["time"] for m in dossier("russia-dprk")["timeline"]}


def test_a_translation_shows() -> None:
    """001 is a translation with its evidence; nothing shows how the others were made, but for the one an app promotes."""
    made = {a["id"]: {m["how"] for m in a["made"]} for a in dossier("russia-dprk")["articles"]}
    assert "translation" in made["001"]
    assert not made["000"] | made["003"] | made["004"]


@pytest.mark.parametrize("name", ["suruc", "douma"])
def test_tolls_of_one_attack_stand_in_one_series(name: str) -> None:
    """Most estimates of people killed in the attack that the affair is about share one series."""
    killed = [e for e in dossier(name)["estimates"] if e["measure"] == "killed" and e["standing"] == "happened"]
    sizes: dict[str, int] = {}
    for e in killed:
        sizes[e["series"]] = sizes.get(e["series"], 0) + 1
    assert max(sizes.values()) * 3 >= len(killed)


def test_what_a_leader_calls_the_war_as_his_minister_tells_it() -> None:
    """«الحرب المقدسة»: outlet, minister, leader."""
    got = [c for c in dossier("russia-dprk")["claims"] if c["article"] == "002" and len(c["text"].split()) == 2]
    named = [c for c in got if c["origin"] == "per:kim-jong-un" and c["text"].split()[1][-1] == "\u0629"]
    assert [link["entity"] for c in named for link in c["chain"]][1:] == ["per:choe-son-hui", "per:kim-jong-un"], got
