"""Train the name tagger on ANERcorp (CC BY-SA 4.0) and write its weights; or measure it five-fold.

    python tools/train_names.py train.jsonl > src/tawatur/find/names/ar.weights.tsv
    python tools/train_names.py train.jsonl --folds

Needs python-crfsuite. Deterministic: L-BFGS with L1 and L2 from fixed starting weights, sentences in the order of the file.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from tawatur.find import names
from tawatur.find.names import tagger
from tawatur.find.names.listed import listed
from tawatur.find.names.titled import titled
from tawatur.model.document import Document, RawArticle
from tawatur.model.tokens import Tokens
from tawatur.text.tokenize import tokenize

C1, C2, ITERATIONS = 0.04, 0.3, 110
Gold = list[tuple[int, int, str]]


def load(path: str) -> list[tuple[str, Gold]]:
    """Text and gold spans (characters) of each sentence; tokens joined by spaces."""
    out = []
    for line in Path(path).read_text("utf-8").splitlines():
        row = json.loads(line)
        text, gold, at = " ".join(row["tokens"]), [], 0
        for token, tag in zip(row["tokens"], row["tags"], strict=True):
            if tag.startswith("B-"):
                gold.append((at, at + len(token), tag[2:]))
            elif tag.startswith("I-"):
                gold[-1] = (gold[-1][0], at + len(token), gold[-1][2])
            at += len(token) + 1
        out.append((text, gold))
    return out


def labels(tokens: Tokens, gold: Gold) -> list[str]:
    """BIO labels of our own tokens."""
    out = ["O"] * len(tokens)
    for start, end, kind in gold:
        inside = [i for i in range(len(tokens)) if tokens.starts[i] < end and start < tokens.ends[i]]
        for n, i in enumerate(inside):
            out[i] = ("I-" if n else "B-") + kind
    return out


def rows(tokens: Tokens) -> list[list[str]]:
    """Features of each token, as the tagger will see them."""
    hints = names.hints(tokens, [*listed(tokens), *titled(tokens)])
    return [tagger.attributes(tokens, i, hints) for i in range(len(tokens))]


def train(data: list[tuple[Tokens, Gold]]) -> str:
    """Weights as the text of a table."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": ITERATIONS, "feature.possible_transitions": True})
    for tokens, gold in data:
        trainer.append(rows(tokens), labels(tokens, gold))
    with tempfile.TemporaryDirectory() as folder:
        model = f"{folder}/model"
        trainer.train(model)
        tag = pycrfsuite.Tagger()
        tag.open(model)
        info = tag.info()
        return table(info)


def table(info: Any) -> str:
    """One row a feature: its weights by label, in hundredths; transitions first."""
    kinds = tagger.LABELS
    lines = [
        "# Weights of the name tagger, trained on ANERcorp (see LICENCE.weights): feature, then a weight a label in hundredths"
    ]
    lines += [f">{a}\t" + " ".join(str(round(100 * info.transitions.get((a, b), 0))) for b in kinds) for a in kinds]
    by: dict[str, list[int]] = {}
    for (feature, label), weight in info.state_features.items():
        by.setdefault(feature, [0] * len(kinds))[kinds.index(label)] = round(100 * weight)
    lines += [
        f"{feature}\t" + " ".join(str(w) if w else "" for w in by[feature])
        for feature in sorted(by)
        if any(abs(w) >= 3 for w in by[feature])
    ]
    return "\n".join(lines) + "\n"


def find(text: str) -> Gold:
    """What the whole finder says."""
    tokens = tokenize(text)
    doc = Document(article=RawArticle(id="x", text=text), lang="ar", tokens=tokens, story=(True,) * len(tokens))
    return [(n.span.start, n.span.end, n.type) for n in names.find(doc)]


def folds(data: list[tuple[str, Gold]], parts: int = 5) -> None:
    """Five-fold figures of the whole finder, exact spans, attached prefixes forgiven."""
    kinds = ("PER", "ORG", "LOC")
    count = {k: [0, 0, 0] for k in kinds}
    tokenized = [tokenize(text) for text, _ in data]
    for part in range(parts):
        tagger.use(train([(tokenized[i], g) for i, (_, g) in enumerate(data) if i * parts // len(data) != part]))
        for i, (text, gold) in enumerate(data):
            if i * parts // len(data) != part:
                continue
            rest = [g for g in gold if g[2] in kinds]
            for k in kinds:
                count[k][1] += sum(g[2] == k for g in rest)
            for start, end, kind in find(text):
                if kind in kinds:
                    count[kind][0] += 1
                    hit = next((g for g in rest if g[1] == end and g[2] == kind and abs(g[0] - start) <= 2), None)
                    if hit:
                        rest.remove(hit)
                        count[kind][2] += 1
    for name, (found, gold_n, right) in {**count, "micro": [sum(x) for x in zip(*count.values(), strict=True)]}.items():
        p, r = right / max(1, found), right / max(1, gold_n)
        print(f"{name}\tP {p:.3f}\tR {r:.3f}\tF1 {2 * p * r / max(1e-9, p + r):.3f}")


if __name__ == "__main__":
    sentences = load(sys.argv[1])
    if "--folds" in sys.argv:
        folds(sentences)
    else:
        sys.stdout.write(train([(tokenize(text), gold) for text, gold in sentences]))
