"""The mistakes of a scoring as a page of text: how many of each kind, the commonest first, and each where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.app.scoring import Scores

Json = dict[str, Any]
AROUND = 40
"""Characters of the article shown before and after a mistake."""
REASONS = 6
"""Ways to go wrong that are told of each kind, at most."""


def how(kind: str, detail: Json) -> str:
    """In what way a mistake of `kind` is one: the rule that read it, what was taken for what; "" where nothing tells.

    >>> how("times value", {"gold": {"edtf": "2015"}, "got": {"edtf": "2014", "rule": "time-weekday"}})
    'weekday'
    >>> how("attribution mode", {"gold": {"mode": "states"}, "got": {"mode": "hedged"}})
    'states → hedged'
    """
    gold, got = detail.get("gold") or {}, detail.get("got") or {}
    if kind.startswith("times") and got:
        return str(got.get("rule", "")).removeprefix("time-")
    for name in ("mode", "approx"):
        if name in gold and name in got and gold[name] != got[name] and (kind.endswith(name) or name == "approx"):
            return f"{gold[name]} → {got[name]}"
    if kind in ("attribution source", "attribution content"):
        return _other(gold.get(kind.split()[1]), got.get(kind.split()[1]))
    return str((got or gold).get("rule") or (got or gold).get("approx") or (got or gold).get("mode") or "")


def _other(want: str | None, have: str | None) -> str:
    """How one stretch of text differs from the other."""
    if not have or not want:
        return "none" if not have else "too many"
    if want in have:
        return "longer"
    return "shorter" if have in want else "another"


def summary(scores: Scores) -> Iterator[str]:
    """One line a kind of mistake, the commonest first: how many, and in what ways."""
    kinds = scores.by_kind()
    yield f"errors by kind, worst first: {sum(len(found) for _, found in kinds)}"
    for kind, found in kinds:
        ways = Counter(way for _, detail in found if (way := how(kind, detail)))
        told = ", ".join(f"{way} {n}" for way, n in sorted(ways.items(), key=lambda w: (-w[1], w[0]))[:REASONS])
        yield f"  {kind:26s}{len(found):6d}  {told}".rstrip()


def _said(item: Json) -> str:
    """One side of a mistake: its words and its value."""
    if "cue" in item:
        return f"{item['source'] or '—'} | {item['cue']} | {item['content'] or '—'} | {item['mode']}"
    value = item["edtf"] if "edtf" in item else f"{item.get('low')} to {item.get('high')} ({item.get('approx')})"
    return f"{item['text']} = {value}"


def _place(text: str, at: tuple[int, int] | None) -> str:
    """The stretch in brackets among its neighbours, on one line."""
    if at is None:
        return ""
    before, after = text[max(0, at[0] - AROUND) : at[0]], text[at[1] : at[1] + AROUND]
    return " ".join(f"…{before}[{text[at[0] : at[1]]}]{after}…".split())


def listed(scores: Scores, texts: Mapping[str, str], most: int) -> Iterator[str]:
    """Up to `most` mistakes of each kind, each with what the gold says, what was got, and where it stands."""
    for kind, found in scores.by_kind():
        yield ""
        yield f"{kind}: {len(found)}"
        for article, detail in found[:most]:
            yield f"  {article}  {how(kind, detail)}".rstrip()
            for side in ("gold", "got"):
                if side in detail:
                    yield f"    {side:5s}{_said(detail[side])}"
            if place := _place(texts[article], detail.get("at")):
                yield f"    {place}"
