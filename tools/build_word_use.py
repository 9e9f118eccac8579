"""Learn from unlabelled news how words are used; writes src/tawatur/text/ar.uses.tsv.

    python tools/build_word_use.py NEWS.jsonl.gz ...

Three facts about single words of twenty articles or more, each from what stands just before them, the way a grammar
tells word classes apart: after «لم», «لن», «قد» and «سوف» stands a verb, after a preposition or under the article a
noun (Ryding chs. 16, 23, 26); the noun after «قال» that a clause with «إن» follows is one that can speak, and «قال» or
«قالت» tells its gender. Nothing of a text can be read back from the table.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.tokenize import tokenize
from tawatur.text.word_use import CARD, EVIDENCE, TARGET
from tawatur.text.words import ARTICLE

ARTICLES = 20
LEAST_VERB = 10
"""Places that must tell verb from noun."""
LEAST_SPEAKER = 200
"""Places that must be seen before a noun is said never to speak."""
LEAST_GENDER = 4
REACH = 13
"""Tokens after a speaker within which the clause must open."""


class Counts:
    """What was counted, by word without its article."""

    def __init__(self) -> None:
        self.noun: Counter[str] = Counter()
        self.verb: Counter[str] = Counter()
        self.masculine: Counter[str] = Counter()
        self.feminine: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()

    def add(self, t: Tokens) -> None:
        """Count one article."""
        e = EVIDENCE
        met = set()
        for i, word in enumerate(t.keys):
            if t.kinds[i] is not Kind.WORD:
                continue
            definite = word.startswith(ARTICLE) and len(word) > 4
            bare = word[2:] if definite else word
            met.add(bare)
            self.seen[bare] += 1
            before = t.keys[i - 1] if i and t.gaps[i] <= Gap.SPACE else ""
            if definite or before in e["prepositions"]:
                self.noun[bare] += 1
            elif before in e["before_verb"]:
                self.verb[bare] += 1
            said = self.masculine if before in e["he_said"] else self.feminine if before in e["she_said"] else None
            if said is not None and any(w in e["that"] for w in t.keys[i + 1 : i + REACH]):
                said[bare] += 1
        self.articles.update(met)

    def rows(self) -> list[str]:
        """The table's rows, sorted."""
        out = []
        for word in sorted(w for w, n in self.articles.items() if n >= ARTICLES and len(w) > 1):
            told = self.verb[word] + self.noun[word]
            verb = str(min(9, 10 * self.verb[word] // told)) if told >= LEAST_VERB else "-"
            m, f = self.masculine[word], self.feminine[word]
            spoke = 1000 * (m + f) // self.seen[word]
            speaks = str(min(9, spoke)) if spoke or self.seen[word] >= LEAST_SPEAKER else "-"
            gender = "-" if m + f < LEAST_GENDER else "m" if m >= 9 * f else "f" if f >= 9 * m else "-"
            if (verb, speaks, gender) != ("-", "-", "-"):
                out.append(f"{word}\t{verb}\t{speaks}\t{gender}")
        return out


def main(paths: list[str]) -> None:
    """Read the collections named on the command line and write the table."""
    counts = Counts()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.add(tokenize(json.loads(line)["text"]))
    rows = counts.rows()
    head = (
        "# Word without its article; tenths of its places that are a verb's; thousandths in which it speaks, 9 for nine "
        "and more; gender as a speaker; - unknown.\n# Made by tools/build_word_use.py from unlabelled news; words of "
        f"twenty articles or more. Evidence: {CARD}.\n"
    )
    Path(TARGET).write_text(head + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main(sys.argv[1:])
