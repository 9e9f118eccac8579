"""Quality on the gold articles, where they are: those that are open while rules are written and, when asked, the rest.

python benchmarks/scores.py [--set-aside]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests/gold"))

from sets import SETS

from tawatur.app.scoring import score
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.pipeline import analyse_article


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--set-aside", action="store_true", help="also what is set aside: at most once a day")
    aside = ap.parse_args().set_aside
    known = set(RawArticle.__dataclass_fields__)
    tables: dict[str, dict] = {}
    for name, load in SETS.items():
        for part in (False, True) if aside else (False,):
            articles, golds = load(aside=part)
            if not golds:
                continue
            got = {
                i: wire.annotation(analyse_article(RawArticle(**{k: v for k, v in a.items() if k in known})))
                for i, a in articles.items()
            }
            table = score({i: a["text"] for i, a in articles.items()}, golds, got).table()
            tables[f"{name}{', aside' * part} ({len(golds)})"] = table
    if not tables:
        sys.exit("no gold articles beside this clone; nothing is scored")
    print(f"{'':28s}" + "".join(f"{name:>18s}" for name in tables))
    for measure in next(iter(tables.values())):
        figures = [table[measure] for table in tables.values()]
        values = [f.get("f1", f.get("accuracy", f.get("macro_f1"))) if f.get("gold") != 0 else "-" for f in figures]
        cells = [f"{value!s:>18s}" for value in values]
        print(f"{measure:28s}" + "".join(cells))


if __name__ == "__main__":
    main()
