"""How foreign a word's letters look: log-odds of runs of three letters in foreign names against plain Arabic words.

    python tools/build_grams.py > src/tawatur/find/names/ar.grams.tsv

Reads only the package's own lists: names on one side, common words that news never has in names on the other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from tawatur.find.names.grams import runs
from tawatur.find.names.listed import classes
from tawatur.text.arabic import key
from tawatur.text.known.given import given
from tawatur.text.known.lists import people, places
from tawatur.text.words import peel, without_article

LEAST, SHOWN = 4, 0.25
ARAB = frozenset(
    (
        "sau",
        "are",
        "qat",
        "kwt",
        "bhr",
        "omn",
        "yem",
        "irq",
        "syr",
        "lbn",
        "jor",
        "pse",
        "egy",
        "sdn",
        "lby",
        "tun",
        "dza",
        "mar",
        "mrt",
    )
)


def foreign() -> set[str]:
    """Words of foreign names."""
    out = {w for w, kind in given().items() if kind in ("foreign", "family") and without_article(w) == w}
    for known in (*places().values(), *people().values()):
        if known.party not in ARAB:
            for name in known.names:
                out |= {w for w in key(name).split() if without_article(w) == w}
    return {w for w in out if len(w) > 2 and classes().get(w, ("", "", "", "9"))[3] != "000"}


def count(words: Iterable[str]) -> tuple[Counter[str], int]:
    """Runs of letters in all words, and how many there are."""
    seen = Counter(run for w in words for run in runs(w))
    return seen, sum(seen.values())


def main() -> None:
    """Write each run with its log-odds in tenths."""
    names, total = count(sorted(foreign()))
    plain = {s for w, c in classes().items() if c[3] == "000" for _, s in peel(w)[-1:]}
    words, other = count(sorted(plain))
    print(
        "# Run of three letters (^ begins, $ ends a word); log-odds in tenths of foreign names against plain words (tools/build_grams.py)."
    )
    for run in sorted({*names, *words}):
        if names[run] + words[run] >= LEAST:
            odds = math.log((names[run] + 0.5) / (total + 1)) - math.log((words[run] + 0.5) / (other + 1))
            if abs(odds) >= SHOWN:
                print(f"{run}\t{round(10 * odds)}")


if __name__ == "__main__":
    main()
