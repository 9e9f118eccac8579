"""Annotations against gold: the measures of the evaluation guidelines, and the errors by kind.

A predicted item matches a gold item when their spans overlap, the best pairs first, each item once. For attributions:
`cue` the cues overlap; `source` moreover each source has at least half of the other's words; `content` moreover the
contents share at least half of their joint length; `full` all three. Quantities: `value` low and high are equal. Times:
`value` the EDTF is equal. Gold gives strings, which are looked up in the article nearest to their attribution.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawatur.text.arabic import key

Json = dict[str, Any]
At = tuple[int, int]
_WORD = re.compile(r"\w+")
ATTRIBUTION = ("cue", "source", "content", "full")
VALUED = ("span", "value")


def places(text: str, piece: str) -> list[At]:
    """Where `piece` stands in `text`, overlapping places included.

    >>> places("ababa", "aba")
    [(0, 3), (2, 5)]
    """
    out, at = [], text.find(piece) if piece else -1
    while at >= 0:
        out.append((at, at + len(piece)))
        at = text.find(piece, at + 1)
    return out


def overlap(a: At | None, b: At | None) -> int:
    """Characters that two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


def joint(a: At | None, b: At | None) -> float:
    """Shared characters over joint length."""
    if not a or not b:
        return 0.0
    inter = overlap(a, b)
    union = (a[1] - a[0]) + (b[1] - b[0]) - inter
    return inter / union if union else 0.0


def half_each_way(a: str, b: str) -> bool:
    """Say whether each has at least half of the other's words.

    >>> half_each_way("وزير الخارجية الروسي سيرغي لافروف", "سيرغي لافروف")
    False
    """
    x, y = set(_WORD.findall(key(a))), set(_WORD.findall(key(b)))
    common = len(x & y)
    return bool(x and y) and common * 2 >= len(x) and common * 2 >= len(y)


def _nearest(text: str, piece: str | None, anchor: At) -> At | None:
    found = places(text, piece or "")
    if not found:
        return None
    return min(found, key=lambda p: max(0, anchor[0] - p[1], p[0] - anchor[1]) + 0.001 * abs(p[0] - anchor[0]))


def _gold_attribution(text: str, a: Json) -> Json:
    content = places(text, a["content"])
    sources = places(text, a["source"]) if a.get("source") else []
    if len(content) > 1 and sources:
        content = [min(content, key=lambda c: min(abs(c[0] - s[0]) for s in sources))]
    anchor = content[0] if content else (0, 0)
    source = _nearest(text, a.get("source"), anchor)
    between = (min(source[0], anchor[0]), min(max(source[1], anchor[0]), anchor[1])) if source else anchor
    return {**a, "at": _nearest(text, a["cue"], between), "content_at": anchor, "source_at": source}


def _gold_valued(text: str, item: Json) -> Json | None:
    found = places(text, item["text"])
    return {**item, "at": found[min(item.get("occ", 1), len(found)) - 1]} if found else None


def _at(span: Json | None) -> At | None:
    return (span["start"], span["end"]) if span and span.get("start") is not None else None


def _pairs(gold: Sequence[Any], got: Sequence[Any], weight: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    scored = sorted(
        ((weight(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(got)), key=lambda t: (-t[0], t[1], t[2])
    )
    used_gold: set[int] = set()
    used_got: set[int] = set()
    out = []
    for w, i, j in scored:
        if w <= 0:
            break
        if i not in used_gold and j not in used_got:
            used_gold.add(i)
            used_got.add(j)
            out.append((i, j))
    return out


@dataclass
class Scores:
    """Counts over articles; `table()` gives the figures, `errors` the mistakes as (kind of mistake, article, detail).

    A detail holds what the gold says, what was got, and `at`, where it stands in the article.
    """

    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("attributions", "quantities", "times"), 0))
    got: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("attributions", "quantities", "times"), 0))
    hits: dict[str, int] = field(default_factory=dict)
    right: dict[str, list[int]] = field(default_factory=lambda: {k: [0, 0] for k in ("kind", "mode", "via")})
    modes: list[tuple[str, str]] = field(default_factory=list)
    errors: list[tuple[str, str, Json]] = field(default_factory=list)

    def _hit(self, name: str, ok: bool = True) -> None:
        self.hits[name] = self.hits.get(name, 0) + ok

    def add(self, text: str, gold: Json, got: Json) -> None:
        """Count one article: its raw text, its gold, its annotation."""
        self._attributions(text, gold, got)
        for sort in ("quantities", "times"):
            self._valued(sort, text, gold, got)

    def _attributions(self, text: str, gold: Json, got: Json) -> None:
        want = [_gold_attribution(text, a) for a in gold["attributions"]]
        have = got.get("attributions", [])
        self.gold["attributions"] += len(want)
        self.got["attributions"] += len(have)

        def weight(g: Json, p: Json) -> float:
            if not overlap(g["at"], _at(p.get("cue"))):
                return 0
            return (
                1 + joint(g["content_at"], _at(p.get("content"))) + (overlap(g["source_at"], _at(p.get("source"))) > 0)
            )

        pairs = _pairs(want, have, weight)
        for i, j in pairs:
            self._attribution(gold["id"], want[i], have[j])
        matched_want, matched_have = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, g in enumerate(want):
            if i not in matched_want:
                self.errors.append(("attribution missed", gold["id"], {"gold": _brief(g), "at": g["at"]}))
        for j, p in enumerate(have):
            if j not in matched_have:
                self.errors.append(("attribution spurious", gold["id"], {"got": _brief_got(p), "at": _at(p["cue"])}))

    def _attribution(self, article: str, g: Json, p: Json) -> None:
        self._hit("attributions.cue")
        got_source = ((p.get("source") or p.get("refers_to")) or {}).get("text") or ""
        source = half_each_way(g.get("source") or g.get("refers_to") or "", got_source)
        content = joint(g["content_at"], _at(p.get("content"))) >= 0.5
        self._hit("attributions.source", source)
        self._hit("attributions.content", content)
        self._hit("attributions.full", source and content)
        for name in ("kind", "mode"):
            self.right[name][0] += p.get(name) == g[name]
            self.right[name][1] += 1
        via_got, via_gold = [v.get("text", "") for v in p.get("via", [])], g.get("via") or []
        if via_got or via_gold:
            same = len(via_got) == len(via_gold) and all(
                half_each_way(a, b) for a, b in zip(via_gold, via_got, strict=True)
            )
            self.right["via"][0] += same
            self.right["via"][1] += 1
        self.modes.append((g["mode"], str(p.get("mode"))))
        for name, ok in (("source", source), ("content", content), ("mode", p.get("mode") == g["mode"])):
            if not ok:
                self.errors.append(
                    (f"attribution {name}", article, {"gold": _brief(g), "got": _brief_got(p), "at": g["at"]})
                )

    def _valued(self, sort: str, text: str, gold: Json, got: Json) -> None:
        want = [x for item in gold[sort] if (x := _gold_valued(text, item))]
        have = got.get(sort, [])
        self.gold[sort] += len(want)
        self.got[sort] += len(have)
        pairs = _pairs(want, have, lambda g, p: joint(g["at"], _at(p)))
        for i, j in pairs:
            self._hit(f"{sort}.span")
            g, p = want[i], have[j]
            ok = g["edtf"] == p.get("edtf") if sort == "times" else _same(g, p, "low") and _same(g, p, "high")
            self._hit(f"{sort}.value", ok)
            if not ok:
                self.errors.append((f"{sort} value", gold["id"], {"gold": _plain(g), "got": _plain(p), "at": g["at"]}))
        matched_want, matched_have = {i for i, _ in pairs}, {j for _, j in pairs}
        self.errors += [
            (f"{sort} missed", gold["id"], {"gold": _plain(g), "at": g["at"]})
            for i, g in enumerate(want)
            if i not in matched_want
        ]
        self.errors += [
            (f"{sort} spurious", gold["id"], {"got": _plain(p), "at": _at(p)})
            for j, p in enumerate(have)
            if j not in matched_have
        ]

    def table(self) -> dict[str, Json]:
        """All figures: precision, recall and F1 of each measure; accuracies of kind, mode and via; macro F1 of mode."""
        out: dict[str, Json] = {}
        for sort, names in (("attributions", ATTRIBUTION), ("quantities", VALUED), ("times", VALUED)):
            for name in names:
                hit, n_got, n_gold = self.hits.get(f"{sort}.{name}", 0), self.got[sort], self.gold[sort]
                p, r = hit / n_got if n_got else 0.0, hit / n_gold if n_gold else 0.0
                f1 = 2 * p * r / (p + r) if p + r else 0.0
                out[f"{sort}.{name}"] = {
                    "precision": round(p, 4),
                    "recall": round(r, 4),
                    "f1": round(f1, 4),
                    "gold": n_gold,
                    "predicted": n_got,
                }
        f1s = []
        for m in sorted({g for g, _ in self.modes}):
            n = sum(g == m for g, _ in self.modes) + sum(p == m for _, p in self.modes)
            f1s.append(2 * sum(g == p == m for g, p in self.modes) / n if n else 0.0)
        out["attributions.mode"] = {"macro_f1": round(sum(f1s) / len(f1s), 4) if f1s else None, "of": len(self.modes)}
        for name, (ok, n) in self.right.items():
            out[f"attributions.{name}_accuracy"] = {"accuracy": round(ok / n, 4) if n else None, "of": n}
        return out

    def by_kind(self) -> list[tuple[str, list[tuple[str, Json]]]]:
        """Errors grouped by kind of mistake, the commonest first."""
        groups: dict[str, list[tuple[str, Json]]] = {}
        for kind, article, detail in self.errors:
            groups.setdefault(kind, []).append((article, detail))
        return sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))


def _same(a: Json, b: Json, name: str) -> bool:
    x, y = a.get(name), b.get(name)
    return (x is None and y is None) or (x is not None and y is not None and abs(float(x) - float(y)) < 1e-6)


def _brief(g: Json) -> Json:
    return {
        "source": g.get("source") or g.get("refers_to"),
        "cue": g["cue"],
        "content": g["content"],
        "mode": g["mode"],
    }


def _brief_got(p: Json) -> Json:
    def text(name: str) -> str | None:
        return (p.get(name) or {}).get("text")

    return {
        "source": text("source") or text("refers_to"),
        "cue": text("cue"),
        "content": text("content"),
        "mode": p.get("mode"),
    }


def _plain(item: Json) -> Json:
    return {k: item[k] for k in ("text", "low", "high", "approx", "edtf", "rule") if k in item}


def score(texts: Mapping[str, str], golds: Sequence[Json], got: Mapping[str, Json]) -> Scores:
    """Score every gold article; an article without annotation counts as found nothing."""
    out = Scores()
    for g in golds:
        out.add(texts[g["id"]], g, got.get(g["id"], {}))
    return out
