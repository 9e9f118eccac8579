"""Quality on the gold articles, where they are: those that are open while rules are written and, when asked, those set aside.

python benchmarks/scores.py [--gold FOLDER] [--set-aside]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests/gold"))

from split import held_out  # noqa: E402

from tawatur.app.scoring import score  # noqa: E402
from tawatur.model import wire  # noqa: E402
from tawatur.model.document import RawArticle  # noqa: E402
from tawatur.pipeline import analyse_article  # noqa: E402

SHARED = HERE.parent.parent / "shared"


def lines(path: Path) -> list[dict]:
    """Objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--gold", type=Path, default=SHARED / "eval/dev")
    ap.add_argument("--set-aside", action="store_true", help="also the third that is set aside: at most once a day")
    args = ap.parse_args()
    folder = args.gold
    if not (folder / "gold.jsonl").exists():
        sys.exit(f"{folder}: no gold articles here; nothing is scored")
    known = set(RawArticle.__dataclass_fields__)
    articles = {a["id"]: a for a in lines(folder / "articles.jsonl")}
    golds = lines(folder / "gold.jsonl")
    golds = [g for g in golds if args.set_aside or not held_out(g["id"])]
    got = {
        i: wire.annotation(analyse_article(RawArticle(**{k: v for k, v in a.items() if k in known})))
        for i, a in articles.items()
        if args.set_aside or not held_out(i)
    }
    texts = {i: a["text"] for i, a in articles.items()}
    parts = {"open": [g for g in golds if not held_out(g["id"])]}
    if args.set_aside:
        parts |= {"set aside": [g for g in golds if held_out(g["id"])], "all": golds}
    tables = {name: score(texts, part, got).table() for name, part in parts.items()}
    print(f"{'':28s}" + "".join(f"{name + ' (' + str(len(parts[name])) + ')':>18s}" for name in parts))
    for measure in tables["open"]:
        cells = []
        for name in parts:
            figures = tables[name][measure]
            cells.append(f"{figures.get('f1', figures.get('accuracy', figures.get('macro_f1')))!s:>18s}")
        print(f"{measure:28s}" + "".join(cells))


if __name__ == "__main__":
    main()
