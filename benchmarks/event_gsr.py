"""ASSAULT and PROTEST on the Open Event Data Alliance's Arabic gold: detection, and tokens of actors and targets.

python benchmarks/event_gsr.py [--data FOLDER] [--errors N]

Detection: a sentence is a yes where at least one event of the type is coded, whether it happened or not; sentences that
the annotators left ambiguous are left out. Actors and targets: overlap F1 of tokens, summed over the sentences, against
the annotator who is nearest, for events of the sentence's type.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from tawatur.model.document import RawArticle
from tawatur.model.event import Event
from tawatur.pipeline import analyse_article
from tawatur.text.tokenize import tokenize

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def lines(path: Path) -> list[dict]:
    """Objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def coded(text: str, name: str) -> tuple[Event, ...]:
    """Events of one sentence."""
    return analyse_article(RawArticle(id=name, text=text, date=None, lang="ar")).events


def f1(hit: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    p, r = hit / predicted if predicted else 0.0, hit / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def detection(rows: list[dict], errors: int) -> None:
    """Print detection per type, and up to `errors` wrong sentences of each kind."""
    for kind in ("ASSAULT", "PROTEST"):
        hit = predicted = gold = 0
        wrong: list[str] = []
        for row in rows:
            if row["event_type"] != kind or row["label"] == "ambiguous":
                continue
            found = [e for e in coded(row["text"], row["id"]) if e.type == kind]
            yes = row["label"] == "yes"
            hit += bool(found) and yes
            predicted += bool(found)
            gold += yes
            if bool(found) != yes:
                words = " ".join(e.trigger.text for e in found)
                wrong.append(f"{'missed' if yes else 'false ' + row['label']} [{words}] {row['text']}")
        p, r, f = f1(hit, predicted, gold)
        print(f"{kind:8s} detection  precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}  ({gold} yes, {predicted} coded)")
        for line in wrong[:errors]:
            print("   ", line)


def spans(rows: list[dict]) -> None:
    """Print overlap of actors' and targets' tokens."""
    for role, field in (("source_actor", "actors"), ("target_actor", "recipients")):
        hit = predicted = gold = 0
        for row in rows:
            events = [e for e in coded(row["text"], row["id"]) if e.type == row["event_type"]]
            mine = Counter(k for e in events for r in getattr(e, field) for k in tokenize(r.span.text).keys)
            best = None
            for other in row["spans"]:
                theirs = Counter(k for w in other[role] for k in tokenize(w).keys)
                same = sum((mine & theirs).values())
                figure = (f1(same, sum(mine.values()), sum(theirs.values()))[2], same, sum(theirs.values()))
                best = figure if best is None or figure > best else best
            if best is not None:
                hit, predicted, gold = hit + best[1], predicted + sum(mine.values()), gold + best[2]
        p, r, f = f1(hit, predicted, gold)
        print(f"{field:10s} overlap    precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}")


def main() -> None:
    """Print the figures, or why there are none."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, default=SHARED / "peers/event_gsr")
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    if not (a.data / "detection.jsonl").exists():
        sys.exit(f"{a.data}: the gold sentences are not here; nothing is measured")
    detection(lines(a.data / "detection.jsonl"), a.errors)
    spans(lines(a.data / "spans.jsonl"))


if __name__ == "__main__":
    main()
