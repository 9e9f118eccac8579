"""Count in how many news articles each light stem stands; writes src/tawatur/text/ar.stems.tsv.

    python tools/build_stems.py FILE.jsonl.gz ...

Only stems of two letters or more that stand in at least twenty articles are kept, so that no phrase can be read back.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from tawatur.model.tokens import Kind
from tawatur.text.stem import stem
from tawatur.text.tokenize import tokenize

TARGET = Path(__file__).parent.parent / "src/tawatur/text/ar.stems.tsv"


def main() -> None:
    """Read the collections named on the command line and write the table."""
    counts: Counter[str] = Counter()
    articles = 0
    for path in sys.argv[1:]:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                tokens = tokenize(json.loads(line)["text"])
                articles += 1
                counts.update({stem(k) for k, kind in zip(tokens.keys, tokens.kinds, strict=True) if kind is Kind.WORD})
    kept = sorted((s, n) for s, n in counts.items() if n >= 20 and len(s) > 1)
    head = "# Light stems and the number of articles that have them; * is the number of articles. Made by tools/build_stems.py.\n"
    TARGET.write_text(head + f"*\t{articles}\n" + "".join(f"{s}\t{n}\n" for s, n in kept), "utf-8")
    print(f"{articles} articles, {len(kept)} stems")


if __name__ == "__main__":
    main()
