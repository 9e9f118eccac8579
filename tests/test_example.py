"""The example affair against its ledger, line by line: `examples/talbulaq.expected.toml` says what each line means."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis
from tawatur.model.problem import Problem
from tawatur.pipeline import analyse_article, gather
from tawatur.read import read
from tawatur.text.arabic import key

FOLDER = Path(__file__).parent.parent / "examples" / "talbulaq"
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (FOLDER.with_name("talbulaq.expected.toml")).read_text("utf-8")
)
Json = dict[str, Any]
Stretch = tuple[str, int, int]


# ---------------------------------------------------------------- what the program says
@cache
def source() -> tuple[tuple[RawArticle, ...], tuple[Problem, ...]]:
    """The articles and the problems of the folder."""
    got = list(read([str(FOLDER)]))
    return tuple(x for x in got if isinstance(x, RawArticle)), tuple(x for x in got if isinstance(x, Problem))


@cache
def analyses() -> dict[str, Analysis]:
    """Each article read once."""
    return {a.id: analyse_article(a) for a in source()[0]}


@cache
def dossier() -> Json:
    """The dossier in its outer shape."""
    return wire.dossier(gather(analyses().values()), version="test", rules="test")


def article(identity: str) -> Json:
    """One article of the dossier."""
    found = {a["id"]: a for a in dossier()["articles"]}
    assert identity in found, f"{identity} is not among {sorted(found)}"
    return dict(found[identity])


def stretch(identity: str, quote: str) -> Stretch:
    """Where `quote` stands in an article; blanks may differ where a page was extracted."""
    assert identity in analyses(), f"{identity} was not read; there are {sorted(analyses())}"
    m = re.search(r"\s+".join(map(re.escape, quote.split())), analyses()[identity].document.text)
    assert m, f"{identity} does not hold {quote!r}"
    return identity, m.start(), m.end()


def touches(a: Stretch, identity: str, span: Json | None) -> bool:
    """Say whether a span of the dossier shares characters with `a`."""
    return span is not None and identity == a[0] and span["start"] < a[2] and a[1] < span["end"]


def claims_at(at: Stretch) -> list[Json]:
    """Claims whose content shares characters with `at`, those that fit it best first."""
    found = [c for c in dossier()["claims"] if touches(at, c["article"], c)]
    return sorted(found, key=lambda c: abs(c["start"] - at[1]) + abs(c["end"] - at[2]))


def estimates_at(at: Stretch) -> list[Json]:
    """Estimates whose figure stands in `at`."""
    return [e for e in dossier()["estimates"] if touches(at, e["article"], e["span"])]


@cache
def spellings() -> dict[str, frozenset[str]]:
    """Entity id → its spellings as look-up keys."""
    return {
        e["id"]: frozenset(
            " ".join(key(w) for w in text.split())
            for text in [e["label"]["ar"], *(v["text"] for v in e["variants"])]
            if text
        )
        for e in dossier()["entities"]
    }


def is_one_of(entity: str | None, wanted: list[str], text: str = "") -> bool:
    """Say whether an origin or a link is one of those wanted: by id, by spelling, or by what stands in the text."""
    if entity in wanted:
        return True
    names = [*spellings().get(entity or "", ()), " ".join(key(w) for w in text.split())]
    folded = [" ".join(key(w) for w in want.split()) for want in wanted]
    return any(f" {w} " in f" {n} " for w in folded for n in names if n)


def shown(items: list[Json], *fields: str) -> str:
    """A few fields of the candidates, for a message that says what was found instead."""
    return "\n".join(str({f: i.get(f) for f in fields}) for i in items) or "nothing"


# ---------------------------------------------------------------- lines as parameters
def lines(kind: str) -> list[Any]:
    """All lines of one kind, each with its name and its mark."""
    out = []
    for n, line in enumerate(EXPECTED[kind], 1):
        what = (
            line.get("name")
            or line.get("quote")
            or line.get("where")
            or " · ".join(line.get("spellings", line.get("names", [])))
        )
        marks = [pytest.mark.xfail(strict=True)] if line.get("known_failure") else []
        out.append(pytest.param(line, id=f"{n}:{line.get('article', '')}:{what[:60]}", marks=marks))
    return out


ASPECTS = ("noise", "story", "unplaced", "made_evidence")
PLAIN = ("outlet", "date", "how", "made", "credit", "alone", "repeated_title")


def aspects() -> list[Any]:
    """Each thing said of each article; `known_failure` there lists aspects or phrases."""
    out = []
    for line in EXPECTED["article"]:
        todo = [(a, v) for a in ASPECTS for v in line.get(a, [])] + [(a, line[a]) for a in PLAIN if a in line]
        for aspect, value in todo:
            bad = {aspect, value} & set(line.get("known_failure", []))
            marks = [pytest.mark.xfail(strict=True)] if bad else []
            out.append(pytest.param(line["id"], aspect, value, id=f"{line['id']}:{aspect}:{value}"[:90], marks=marks))
    return out


# ---------------------------------------------------------------- the texts as they come
@pytest.mark.parametrize(("identity", "aspect", "value"), aspects())
def test_article(identity: str, aspect: str, value: Any) -> None:
    """Each article is read, cleaned, placed and described as a careful reader would."""
    one = article(identity)
    doc = analyses()[identity].document
    if aspect in ("outlet", "date", "how"):
        got = one[aspect][:10] if aspect == "date" and one[aspect] else one[aspect]
        assert got == value
    elif aspect == "noise":
        _, start, end = stretch(identity, value)
        left = [
            f
            for f, s, story in zip(doc.tokens.forms, doc.tokens.starts, doc.story, strict=True)
            if start <= s < end and story
        ]
        assert not left, f"still part of the story: {left}"
    elif aspect == "story":
        _, start, end = stretch(identity, value)
        lost = [n for n in doc.noise if n.span.start < end and start < n.span.end and n.reason != "repeat"]
        assert not lost, f"taken for noise: {lost}"
    elif aspect == "unplaced":
        at = stretch(identity, value)
        times = [t for t in wire.annotation(analyses()[identity])["times"] if touches(at, identity, t)]
        assert times, "no time was found there"
        assert all(t["edtf"] is None and t["why_not"] for t in times), times
    elif aspect == "made":
        assert value in [m["how"] for m in one["made"]], one["made"]
    elif aspect == "made_evidence":
        at = stretch(identity, value)
        assert any(touches(at, identity, e) for m in one["made"] for e in m["evidence"]), one["made"]
    elif aspect == "credit":
        assert any(value in c["name"]["text"] for c in one["credits"]), one["credits"]
    elif aspect == "repeated_title":
        assert any(n.reason == "repeat" for n in doc.noise), doc.noise
    elif aspect == "alone":
        others = [a["id"] for a in dossier()["articles"] if a["story"] == one["story"] and a["id"] != identity]
        held = [f["about"] for f in dossier()["findings"] if identity in f["articles"]]
        assert not others, f"shares its story with {others}"
        assert not held, f"is held by findings {held}"


def test_copies() -> None:
    """The groups of articles with one text are those that the ledger names, and no others."""
    want: dict[str, set[str]] = {}
    for line in EXPECTED["article"]:
        if "copies" in line:
            want.setdefault(line["copies"], set()).add(line["id"])
    got: dict[str, set[str]] = {}
    for a in dossier()["articles"]:
        if a["copy_group"]:
            got.setdefault(a["copy_group"], set()).add(a["id"])
    assert sorted(map(sorted, got.values())) == sorted(map(sorted, want.values()))


@pytest.mark.parametrize("line", lines("problem"))
def test_problem(line: Json) -> None:
    """What cannot be read is named, and the rest is read."""
    assert any(line["where"] in p.where for p in source()[1]), source()[1]


# ---------------------------------------------------------------- who is who
@pytest.mark.parametrize("line", lines("entity"))
def test_entity(line: Json) -> None:
    """All spellings of one person, body or place have one entity."""
    holders = {}
    for spelling in line["spellings"]:
        folded = " ".join(key(w) for w in spelling.split())
        ids = {i for i, names in spellings().items() if folded in names}
        assert ids, f"{spelling} is no entity's spelling"
        holders[spelling] = ids
    shared = set.intersection(*holders.values())
    assert shared, f"not one entity: {holders}"
    if "id" in line:
        assert line["id"] in shared


@pytest.mark.parametrize("line", lines("apart"))
def test_entities_apart(line: Json) -> None:
    """Two people with like names stay two."""
    for ids, names in spellings().items():
        held = [n for n in line["names"] if " ".join(key(w) for w in n.split()) in names]
        assert len(held) < 2, f"{ids} holds {held}"


# ---------------------------------------------------------------- figures
def find_estimate(line: Json) -> Json:
    """The estimate that has the line's figure and measure, or a failure that shows what stands there."""
    found = estimates_at(stretch(line["article"], line["quote"]))
    fits = [
        e
        for e in found
        if e["measure"] in line["measure"] and e["low"] == line.get("low") and e["high"] == line.get("high")
    ]
    assert fits, f"found there:\n{shown(found, 'measure', 'low', 'high', 'approx', 'origin', 'mode')}"
    return fits[0]


@pytest.mark.parametrize("line", lines("estimate"))
def test_estimate(line: Json) -> None:
    """Each figure stands with its range, its times, its first speaker, its mode and its standing."""
    e = find_estimate(line)
    claim = next(c for c in dossier()["claims"] if c["id"] == e["claim"])
    wrong = {f: (line[f], e[f]) for f in ("approx", "as_of", "over", "standing") if f in line and e[f] != line[f]}
    if "mode" in line and e["mode"] not in line["mode"]:
        wrong["mode"] = (line["mode"], e["mode"])
    if "part" in line and not e["part_of"]:
        wrong["part"] = (True, False)
    last = claim["chain"][-1]["name"] if claim["chain"] else None
    if "origin" in line and not is_one_of(e["origin"], line["origin"], (last or {}).get("text", "")):
        wrong["origin"] = (line["origin"], e["origin"])
    if "via" in line and not passes_through(claim, line["via"]):
        wrong["via"] = (line["via"], claim["chain"])
    assert not wrong, f"wanted, found: {wrong}"


def passes_through(claim: Json, wanted: list[str]) -> bool:
    """Say whether a link between outlet and first speaker is one of those wanted."""
    return any(is_one_of(k["entity"], wanted, (k["name"] or {}).get("text", "")) for k in claim["chain"][:-1])


def series() -> dict[str, set[str]]:
    """Name of a series in the ledger → ids of the program's series that hold its figures."""
    out: dict[str, set[str]] = {}
    for line in EXPECTED["estimate"]:
        if "series" in line:
            try:
                out.setdefault(line["series"], set()).add(str(find_estimate(line)["series"]))
            except AssertionError:
                continue
    return out


@pytest.mark.parametrize("line", lines("series"))
def test_series(line: Json) -> None:
    """Figures that can be compared stand in one series."""
    got = series().get(line["name"], set())
    assert len(got) == 1, got
    assert got != {"None"}, "in no series"


@pytest.mark.parametrize("line", lines("series_apart"))
def test_series_apart(line: Json) -> None:
    """A part and its whole, the promised and the arrived, never share a series."""
    got = series()
    for a in line["names"]:
        for b in line["names"]:
            assert a == b or not got.get(a, set()) & got.get(b, set()), f"{a} and {b} share a series"


# ---------------------------------------------------------------- who stands behind what
@pytest.mark.parametrize("line", lines("claim"))
def test_claim(line: Json) -> None:
    """The chain leads from the outlet through its transmitters to the first speaker."""
    found = claims_at(stretch(line["article"], line["quote"]))
    for c in found:
        last = c["chain"][-1]["name"] if c["chain"] else None
        if (
            is_one_of(c["origin"], line["origin"], (last or {}).get("text", ""))
            and ("mode" not in line or c["mode"] in line["mode"])
            and ("kind" not in line or c["kind"] in line["kind"])
            and ("through" not in line or passes_through(c, line["through"]))
        ):
            return
    pytest.fail(f"found there:\n{shown(found, 'text', 'origin', 'mode', 'kind', 'chain')}")


# ---------------------------------------------------------------- findings
def members_of(finding: Json, at: Stretch, *, strict: bool = False) -> set[str]:
    """Claims and estimates of a finding that bear on `at`; strictly: its figures only, where it lists figures."""
    listed = [e for e in dossier()["estimates"] if e["id"] in finding["estimates"]]
    held = {e["id"] for e in listed if touches(at, e["article"], e["span"])}
    if strict and listed:
        return held
    claims = [c for c in dossier()["claims"] if c["id"] in finding["claims"]]
    held |= {c["id"] for c in claims if touches(at, c["article"], c)}
    return held | {c["id"] for c in claims if not strict and touches(at, c["article"], c["sentence"])}


@pytest.mark.parametrize("line", lines("finding"))
def test_finding(line: Json) -> None:
    """One finding of the right kind holds all members, and counts those who speak for themselves."""
    at = [stretch(m["article"], m["quote"]) for m in line["members"]]
    holds = {f["id"]: [bool(members_of(f, a)) for a in at] for f in dossier()["findings"]}
    near = [f for f in dossier()["findings"] if sum(holds[f["id"]]) >= 2]
    seen = "\n".join(f"{f['kind']} {f['about']['en']} holds {holds[f['id']]} origins {f['origins']}" for f in near)
    full = [f for f in near if f["kind"] in line["kind"] and all(holds[f["id"]])]
    assert full, f"findings that hold at least two of the members:\n{seen or 'none'}"
    if "independent_origins" in line:
        assert line["independent_origins"] in [f["independent_origins"] for f in full], seen


@pytest.mark.parametrize("line", lines("never"))
def test_never(line: Json) -> None:
    """Lookalikes: no finding of these kinds holds both."""
    at = [stretch(m["article"], m["quote"]) for m in line["members"]]
    for f in dossier()["findings"]:
        if f["kind"] in line["kind"]:
            held = [members_of(f, a, strict=True) for a in at]
            assert not (all(held) and len(set.union(*held)) > 1), f"{f['kind']} {f['about']} holds both: {f['why']}"


@pytest.mark.parametrize("line", lines("timeline"))
def test_timeline(line: Json) -> None:
    """What happened when, each moment with the sentence that says so."""
    at = stretch(line["article"], line["quote"])
    moments = [m for m in dossier()["timeline"] if m["time"] == line["edtf"]]
    assert moments, f"times of the timeline: {sorted(m['time'] for m in dossier()['timeline'])}"
    assert any(line["article"] in m["articles"] for m in moments), moments
    times = [t for t in wire.annotation(analyses()[line["article"]])["times"] if touches(at, line["article"], t)]
    assert any(t["edtf"] == line["edtf"] for t in times), times


# ---------------------------------------------------------------- evidence taken away
def without(raw: RawArticle, sentences: set[str]) -> Analysis:
    """Read an article again without some sentences, wherever in it their words stand (a title stands twice)."""
    text = raw.text
    for words in sorted(sentences, key=lambda w: (-len(w), w)):
        text = text.replace(words, "")
    title = None if raw.title and any(w in raw.title for w in sentences) else raw.title
    return analyse_article(replace(raw, text=text, title=title))


def holders(out: Json, finding: Json) -> list[Json]:
    """The claims that a finding rests on, its figures' claims with them, in a fixed order."""
    ids = set(finding["claims"]) | {e["claim"] for e in out["estimates"] if e["id"] in finding["estimates"]}
    return sorted((c for c in out["claims"] if c["id"] in ids), key=lambda c: (c["article"], c["start"], c["end"]))


@pytest.mark.parametrize("n", range(len(dossier()["findings"])))
def test_evidence_removed(n: int) -> None:
    """A finding is gone once the sentences of all its members but one are taken out of the texts.

    Where another article says the same, it may step in for what was taken; then its sentence goes as well, and so on.
    """
    finding = dossier()["findings"][n]
    kept, *rest = holders(dossier(), finding)
    cut: dict[str, set[str]] = {}
    for _ in range(12):
        for c in rest:
            if (c["article"], c["sentence"]["text"]) != (kept["article"], kept["sentence"]["text"]):
                cut.setdefault(c["article"], set()).add(c["sentence"]["text"])
        if not cut:  # all members stand in one sentence: without it there is nothing
            cut = {kept["article"]: {kept["sentence"]["text"]}}
        again = wire.dossier(
            gather([without(a.document.article, cut[i]) if i in cut else a for i, a in analyses().items()]),
            version="test",
            rules="test",
        )
        alike = [f for f in again["findings"] if (f["kind"], f["about"]) == (finding["kind"], finding["about"])]
        own = (kept["article"], kept["text"])
        still = [h for h in (holders(again, f) for f in alike) if own in {(c["article"], c["text"]) for c in h}]
        if not still:
            return
        rest = [c for held in still for c in held if (c["article"], c["text"]) != own]
        taken = [c["text"] for c in rest if c["sentence"]["text"] in cut.get(c["article"], ())]
        assert not taken, f"still cites what is no longer there: {taken}"
        assert rest, f"stands on one member alone: {finding['about']}"
    pytest.fail(f"never gone: {finding['about']} {finding['why']}")
