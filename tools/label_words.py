"""How often the tagger takes each word for part of a name, over unlabelled news: one more class of words to learn from.

    python tools/label_words.py WEIGHTS.tsv CLASSES.tsv NEWS.jsonl.gz... > src/tawatur/find/names/ar.classes.tsv

`WEIGHTS.tsv`: weights trained without this column; `CLASSES.tsv`: what tools/build_word_classes.py wrote. Every second
article is read. Only single words of twenty articles or more are in the table; shares are kept as 0 to 5.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tawatur.find.names import features, tagger
from tawatur.find.names.listed import listed
from tawatur.find.names.titled import titled
from tawatur.text.tokenize import tokenize

STEPS = (0.01, 0.05, 0.15, 0.4, 0.75)
TYPES = ("PER", "LOC", "ORG")


def main(weights: str, table: str, news: list[str]) -> None:
    """Write the table of classes with the shares of names as its last column."""
    tagger.use(Path(weights).read_text("utf-8"))
    rows = [r.split("\t") for r in Path(table).read_text("utf-8").splitlines() if not r.startswith("#")]
    known = {r[0] for r in rows}
    seen: Counter[str] = Counter()
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for path in news:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % 2:
                    continue
                tokens = tokenize(json.loads(line)["text"])
                seen.update(k for k in tokens.keys if k in known)
                for c in tagger.tagged(tokens, features.marks([*listed(tokens), *titled(tokens)])):
                    for k in tokens.keys[c.first : c.last]:
                        named[k][c.type] += 1
    print("# Word; fine, middle, coarse class; how often it is taken for a person, place, organisation (0 to 5).")
    for word, *classes in rows:
        shares = [named[word][t] / max(1, seen[word]) for t in TYPES]
        print("\t".join([word, *classes[:3], "".join(str(sum(s >= x for x in STEPS)) for s in shares)]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
