"""Times and lengths of two public collections of phrases, as far as they are right by our guidelines; skipped where they are absent."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tawatur.find.times import phrases
from tawatur.find.times.calendars import from_hijri
from tawatur.text.edtf import period

PEERS = Path(__file__).parents[2] / "shared/peers"
ROWS = PEERS / "maha_ar/maha_ar.jsonl"
RECOGNIZERS = PEERS / "ms_recognizers_ar/ms_recognizers_ar.jsonl"
LEFT_OUT = Path(__file__).parent / "peers"
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
NUMBER = r"(\d+(?:\.\d+)?)"
DURATION = re.compile(
    rf"P(?:{NUMBER}Y)?(?:{NUMBER}M)?(?:{NUMBER}W)?(?:{NUMBER}D)?(?:T(?:{NUMBER}H)?(?:{NUMBER}M)?(?:{NUMBER}S)?)?"
)
FLOORS = {"duration": 0.99, "time": 0.97, "recognizers": 0.96}
LEADS = frozenset(
    ["في", "إلى", "يوم", "عند", "خلال", "شهر", "مدة", "لمدة", "تاريخ", "من", "ما", "الفترة", "منذ", "بعد", "طوال"]
)
"""Words before a time that belong to its span in one way of counting and not in another; they change no value."""
CLOCK_UNITS = re.compile("ثاني|دقيق|دقائق|ساعة|ساعات|ساعتين")
NO_DATE = "0001-01-01"
SUMMER = "-SU"


def seconds(edtf: str) -> float:
    """A length in seconds, months of thirty days."""
    m = DURATION.fullmatch(edtf)
    assert m
    return sum(float(g or 0) * s for g, s in zip(m.groups(), SECONDS.values(), strict=True))


def in_hijri(got: str | None, want: str) -> bool:
    """Whether the value holds the Gregorian day of a Hijri date."""
    day, days = from_hijri(*map(int, want.split("-"))), period(got)
    if day is None or days is None:
        return False
    days = days.widened()  # a Hijri month alone is given as about a month of the other calendar
    return days.first <= day <= days.last


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
    if want is None:
        return got is None
    if "hijri" in want:
        return in_hijri(got, want["hijri"])
    start = want.get("start") or want.get("end") or ""
    if "part_of_day" in want or start[11:] not in ("00:00:00", "10:38:04"):
        return None
    return got is not None and start[:10].startswith(got.split("/")[0].rstrip("~"))


def listed(name: str) -> frozenset[str]:
    """The rows left out of one collection."""
    lines = (LEFT_OUT / name).read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if not line.startswith("#"))


@pytest.mark.skipif(not ROWS.exists(), reason="phrases of the peer are not here")
@pytest.mark.parametrize("dimension", ["duration", "time"])
def test_phrases_of_a_peer(dimension: str) -> None:
    """The share that is right does not fall, and at most one row in ten is left out."""
    left_out = listed("maha_times_left_out.tsv")
    rows = [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]
    rows = [r for r in rows if r["dimension"] == dimension and not CLOCK.search(r["test"])]
    judged = {r["id"]: x for r in rows if r["id"] not in left_out and (x := right(r)) is not None}
    rate = sum(judged.values()) / len(judged)
    print(f"Maha {dimension}: {sum(judged.values())} of {len(judged)} right, {rate:.3f}")  # noqa: T201
    assert sum(r["id"] in left_out for r in rows) <= len(rows) / 10
    assert rate >= FLOORS[dimension], [i for i, ok in judged.items() if not ok]


def bare(text: str) -> list[str]:
    """The words of a span without those that lead to it."""
    words = text.split()
    while len(words) > 1 and words[0] in LEADS:
        words = words[1:]
    return words


def worth(edtf: str | None, want: dict[str, Any]) -> bool:
    """Whether a value is that of the row, read for the past or for the time to come; ends there lie one day further."""
    said = want["resolution"]
    if not said or "Timex" not in said:
        return True
    if want["type"] == "duration":
        return edtf is not None and seconds(edtf) == seconds(said["Timex"])
    if said["Timex"].endswith(SUMMER):
        return edtf == said["Timex"].removesuffix(SUMMER) + "-22"
    days, ways = period(edtf), [said.get("FutureResolution") or {}, said.get("PastResolution") or {}]
    if any(w.get("date") == NO_DATE for w in ways):
        return edtf is None
    if days is None or edtf is None:
        return False
    ends = {(w.get("date") or w.get("startDate"), w.get("date") or w.get("endDate")) for w in ways if w}
    inclusive = days.last if "date" in ways[0] or "date" in ways[1] else days.last + timedelta(1)
    found = {(days.first.isoformat(), inclusive.isoformat())}
    if "/" in edtf and days.last < date.max:
        found.add((days.first.isoformat(), days.last.isoformat()))
    return bool(ends & found)


def found_right(row: dict[str, Any]) -> bool:
    """Whether all times of a phrase are found, with their spans and, where they were verified, their values."""
    lengths = row["model"].startswith("Duration")
    day = (row["reference_time"] or "2016-11-07")[:10]
    got = phrases.find_lengths(row["phrase"]) if lengths else phrases.find_times(row["phrase"], day)
    if len(got) != len(row["expected"]):
        return False
    pairs = list(zip(got, row["expected"], strict=True))
    spans = all(bare(g["text"]) == bare(w["text"]) for g, w in pairs)
    return spans and (row["ignore_resolution"] or all(worth(g["edtf"], w) for g, w in pairs))


@pytest.mark.skipif(not RECOGNIZERS.exists(), reason="phrases of the peer are not here")
def test_dates_periods_and_lengths_of_a_recognizer() -> None:
    """Dates, periods and lengths of a day and more, span and value; at most one row in ten is left out."""
    left_out = listed("ms_times_left_out.tsv")
    rows = [json.loads(line) for line in RECOGNIZERS.read_text("utf-8").splitlines()]
    rows = [r for r in rows if re.match("(Date|DatePeriod|Duration)(Extractor|Parser)", r["model"])]
    rows = [
        r for r in rows if not any(w["type"] == "duration" and CLOCK_UNITS.search(w["text"]) for w in r["expected"])
    ]
    judged = {r["id"]: found_right(r) for r in rows if r["id"] not in left_out}
    rate = sum(judged.values()) / len(judged)
    print(f"Recognizers-Text times: {sum(judged.values())} of {len(judged)} right, {rate:.3f}")  # noqa: T201
    assert sum(r["id"] in left_out for r in rows) <= len(rows) / 10
    assert rate >= FLOORS["recognizers"], [i for i, ok in judged.items() if not ok]
