"""Every case file beside the code it speaks of: what must be found, and the lookalikes that must not be."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import tawatur
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article

PACKAGE = Path(tawatur.__file__).parent
KINDS = {
    "find/cues": "cues",
    "find/quantities": "quantities",
    "find/times": "times",
    "find/names": "names",
    "find/quotes": "quotes",
    "attribute": "attributions",
    "clean": "noise",
    "events": "events",
    "split": "sentences",
}
SPANS = {"cue", "source", "content", "refers_to", "trigger", "place"}
LISTS = {"via", "actors", "recipients"}


def cases() -> list[Any]:
    """All cases of all files, each with its own name and mark."""
    out = []
    for folder, kind in KINDS.items():
        for path in sorted((PACKAGE / folder).glob("*.cases.toml")):
            data = tomllib.loads(path.read_text("utf-8"))
            unknown = set(data) - {"case", "not"}
            assert not unknown, f"{path}: {unknown}"
            for sort in ("case", "not"):
                for n, case in enumerate(data.get(sort, [])):
                    marks = (
                        [pytest.mark.xfail(strict=True, reason=case.get("why", ""))]
                        if case.get("known_failure")
                        else []
                    )
                    out.append(pytest.param(kind, sort, case, id=f"{folder}/{path.stem}:{sort}{n + 1}", marks=marks))
    return out


def found(kind: str, text: str, date: str | None) -> list[dict[str, Any]]:
    """What the program finds of one kind, as flat dictionaries of strings and values."""
    analysis = analyse_article(RawArticle(id="case", text=text, date=date, lang="ar"))
    if kind == "sentences":
        return [{"text": s.span.text, "role": s.role} for s in analysis.document.sentences]
    if kind == "cues":
        return [
            {"text": c.span.text, "lemma": c.lemma, "kind": c.kind, "mode": c.mode, "_at": (c.span.start, c.span.end)}
            for c in analysis.cues
        ]
    if kind == "quotes":
        return [
            {"text": q.span.text, "inner": q.inner.text, "balanced": q.balanced, "is_name": q.is_name}
            for q in analysis.quotes
        ]
    out = []
    for item in wire.annotation(analysis)[kind]:
        flat = dict(item)
        for name in SPANS & set(flat):
            flat[name] = flat[name]["text"] if flat[name] else None
        for name in LISTS & set(flat):
            flat[name] = [s["text"] for s in flat[name]]
        anchor = item.get("cue") or item.get("trigger") or item
        flat["_at"] = (anchor["start"], anchor["end"])
        for s in [item, *(item.get(n) for n in SPANS)]:
            if isinstance(s, dict) and "start" in s:
                assert text[s["start"] : s["end"]] == s["text"]
        out.append(flat)
    return out


@pytest.mark.parametrize("folder", sorted(KINDS))
def test_there_are_as_many_lookalikes_as_cases(folder: str) -> None:
    """A lookalike that must not match is worth as much as a match."""
    data = [tomllib.loads(p.read_text("utf-8")) for p in sorted((PACKAGE / folder).glob("*.cases.toml"))]
    assert data, f"{folder} has no cases"
    assert sum(len(d.get("not", [])) for d in data) >= sum(len(d.get("case", [])) for d in data)


@pytest.mark.parametrize(("kind", "sort", "case"), cases())
def test_case(kind: str, sort: str, case: dict[str, Any]) -> None:
    """A case finds what it lists and nothing else; a lookalike finds nothing."""
    got = found(kind, case["text"], case.get("date"))
    if sort == "not":
        if kind == "sentences":  # what looks like an end and is none: the text stays whole
            got = got[1:]
        if "span" in case:
            at = case["text"].index(case["span"])
            got = [g for g in got if "_at" not in g or (g["_at"][0] < at + len(case["span"]) and at < g["_at"][1])]
        unlike = case.get("unlike", {})  # the thing is there, but not as it is read wrongly
        got = [
            g for g in got if all(g.get(k) == v for k, v in unlike.items()) and (not case.get("carried") or g["via"])
        ]
        assert not got, case.get("why")
        return
    rest = list(got)
    for want in case["expect"]:
        hit = next((g for g in rest if all(g.get(k) == v for k, v in want.items())), None)
        assert hit is not None, f"{want} not among {got}"
        rest.remove(hit)
    assert case.get("partial") or not rest, f"not expected: {rest}"
