"""Times and lengths of another project's test phrases, as far as they are right by our guidelines; skipped where its data is absent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tawatur.find.times import phrases

ROWS = Path(__file__).parents[2] / "shared/peers/maha_ar/maha_ar.jsonl"
LEFT_OUT = Path(__file__).parent / "peers/maha_times_left_out.tsv"
CLOCK = re.compile(
    r"test_(?:after|before)_(?:hours|minutes)|test_am|test_pm|specific_(?:hour|minute)|test_now|predefined"
)
MONTH = 30 * 86400
SECONDS = {
    "years": 12 * MONTH,
    "months": MONTH,
    "weeks": 604800,
    "days": 86400,
    "hours": 3600,
    "minutes": 60,
    "seconds": 1,
}
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
FLOORS = {"duration": 0.97, "time": 0.92}


def seconds(edtf: str) -> int:
    """A length in seconds, months of thirty days."""
    m = DURATION.fullmatch(edtf)
    assert m
    return sum(int(g or 0) * s for g, s in zip(m.groups(), SECONDS.values(), strict=True))


def right(row: dict[str, Any]) -> bool | None:
    """Whether the phrase is read as the row says; None where the row is about the clock."""
    want = row["expected"]
    if row["dimension"] == "duration":
        got = phrases.parse_length(row["phrase"])["edtf"]
        if want is None or got is None:
            return want is None and got is None
        total = sum(p["value"] * SECONDS[p["unit"]] for p in want.get("parts") or [want])
        return abs(seconds(got) - total) <= max(1, total / 1000)
    got = phrases.parse_time(row["phrase"], (row.get("reference_time") or "2021-09-01")[:10])["edtf"]
    if want is None or "hijri" in want:
        return (got is None) == (want is None)
    start = want.get("start") or want.get("end") or ""
    if "part_of_day" in want or start[11:] not in ("00:00:00", "10:38:04"):
        return None
    return got is not None and start[:10].startswith(got.split("/")[0].rstrip("~"))


@pytest.mark.skipif(not ROWS.exists(), reason="phrases of the peer are not here")
@pytest.mark.parametrize("dimension", ["duration", "time"])
def test_phrases_of_a_peer(dimension: str) -> None:
    """The share that is right does not fall, and at most one row in ten is left out."""
    left_out = {line.split("\t")[0] for line in LEFT_OUT.read_text("utf-8").splitlines() if not line.startswith("#")}
    rows = [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]
    rows = [r for r in rows if r["dimension"] == dimension and not CLOCK.search(r["test"])]
    judged = [x for x in (right(r) for r in rows if r["id"] not in left_out) if x is not None]
    assert sum(r["id"] in left_out for r in rows) <= len(rows) / 10
    assert sum(judged) / len(judged) >= FLOORS[dimension]
