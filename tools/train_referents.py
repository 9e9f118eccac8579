"""Fit the weights of attribute/ar.referents.tsv: whom a verb without a subject means.

    python tools/train_referents.py [ROUNDS]

A conditional logit over the candidates of each such verb in the open gold articles (tests/gold/sets.py), with an L2
prior, by plain gradient ascent; needs numpy. Weights say nothing of any text. After each round the weights are
written and the articles read again, because whom earlier verbs mean is a sign for later ones. Prints the share that is
right, and the same with articles left out in turn.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/gold"))

from sets import SETS

from tawatur.app.scoring import _at, _gold_attribution, half_each_way, overlap
from tawatur.attribute import referents, speakers
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article

TARGET = ROOT / "src/tawatur/attribute/ar.referents.tsv"
LEAST = 8
PRIOR = 2.0
STEPS = 400
FOLDS = 8
Case = tuple[str, list[set[str]], list[bool]]


def cases() -> list[Case]:
    """Article, signs of each candidate, whether it is the one that the gold names."""
    out: list[Case] = []
    for load in SETS.values():
        articles, golds = load(aside=False)
        for gold in golds:
            a = articles[gold["id"]]
            seen: dict[int, list[Any]] = {}

            def noting(v, d, past, s, proposed, seen=seen):
                found = referents.candidates(v, d, past, s, proposed)
                seen[v.t.starts[d.cue[0]]] = [
                    (set(c.signs), v.t.text[slice(v.t.starts[c.phrase[0]], v.t.ends[c.phrase[1] - 1])]) for c in found
                ]
                return referents.choose(v, d, past, s, proposed)

            speakers.choose = noting
            known = set(RawArticle.__dataclass_fields__)
            got = wire.annotation(analyse_article(RawArticle(**{k: x for k, x in a.items() if k in known})))
            want = [_gold_attribution(a["text"], g) for g in gold["attributions"]]
            for p in got["attributions"]:
                found = seen.get(p["cue"]["start"])
                g = max(want, key=lambda g: overlap(g["at"], _at(p["cue"])), default=None)
                if found is None or g is None or not overlap(g["at"], _at(p["cue"])):
                    continue
                who = g.get("source") or g.get("refers_to")
                if found and who:
                    right = [half_each_way(who, text) for _, text in found]
                    if any(right):
                        out.append((gold["id"], [signs for signs, _ in found], right))
    speakers.choose = referents.choose
    return out


def fit(rows: list[Case], names: list[str]) -> np.ndarray:
    """Weights of `names` by gradient ascent on the log-likelihood of the right candidates."""
    place = {n: k for k, n in enumerate(names)}
    mats = [np.array([[float(n in signs) for n in place] for signs in found]) for _, found, _ in rows]
    rights = [np.array(r, float) for _, _, r in rows]
    w = np.zeros(len(names))
    for step in range(STEPS):
        grad = -PRIOR * w
        for m, r in zip(mats, rights, strict=True):
            z = m @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            q = p * r
            q /= q.sum()
            grad += m.T @ (q - p)
        w += grad * (0.02 if step < STEPS // 2 else 0.008)
    return w


def right(rows: list[Case], names: list[str], w: np.ndarray) -> int:
    """In how many cases the best candidate is right."""
    value = dict(zip(names, w, strict=True))
    n = 0
    for _, found, r in rows:
        scores = [sum(value.get(s, 0.0) for s in signs) for signs in found]
        n += r[max(range(len(r)), key=lambda k: (scores[k], k))]
    return n


def main(rounds: int) -> None:
    """Fit, write, read again."""
    for _ in range(rounds):
        rows = cases()
        counts = Counter(s for _, found, _ in rows for signs in found for s in signs)
        names = sorted(s for s, n in counts.items() if n >= LEAST)
        folds = defaultdict(list)
        for k, article in enumerate(sorted({r[0] for r in rows})):
            folds[k % FOLDS].append(article)
        out = 0
        for held in folds.values():
            train, test = [r for r in rows if r[0] not in held], [r for r in rows if r[0] in held]
            out += right(test, names, fit(train, names))
        w = fit(rows, names)
        print(f"{len(rows)} cases, right {right(rows, names, w) / len(rows):.3f}, left out {out / len(rows):.3f}")
        head = "# Sign and what it adds; made by tools/train_referents.py from the open gold articles.\n"
        TARGET.write_text(head + "".join(f"{n}\t{x:.2f}\n" for n, x in zip(names, w, strict=True)), "utf-8")
        referents.weights.cache_clear()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
