"""Light stems and how rare they are: what two sentences must share to be about one thing.

The stemmer is light10 (Larkey, Ballesteros, Connell 2007, "Light Stemming for Arabic Information Retrieval"): it takes
off a conjunction, a preposition with the article, and the commonest endings, and never looks inside the word.
Rarity is the share of news articles that have the stem: a table of stems that stand in twenty articles or more, counted
over two public collections of 2015 and 2018 (see NOTICE); a stem that is not in it counts as rare.
"""

from __future__ import annotations

import math
from functools import cache

from tawatur.text.lexicon import table
from tawatur.text.memo import Memo

_BEFORE = ("وبال", "وكال", "وال", "بال", "كال", "فال", "ولل", "فلل", "لل", "ال")
_LAST = frozenset("اتنهي")
"""What a word must end in for one of the endings to come off."""
_AFTER = ("ها", "ان", "ات", "ون", "ين", "يه", "يا", "ته", "ه", "ي")


@Memo
def stem(word: str) -> str:
    """Return the light stem of `word`, a look-up key (see `arabic.key`).

    >>> stem("والجنود"), stem("القوات"), stem("بالصواريخ"), stem("مدينه")
    ('جنود', 'قو', 'صواريخ', 'مدين')
    """
    for before in _BEFORE if word.startswith(_BEFORE) else ():
        if word.startswith(before) and len(word) - len(before) >= 2:
            word = word[len(before) :]
            break
    else:
        if word.startswith("و") and len(word) > 3:
            word = word[1:]
    if word[-1:] not in _LAST:
        return word
    for after in _AFTER if word.endswith(_AFTER) else ():
        if word.endswith(after) and len(word) - len(after) >= 2:
            word = word[: -len(after)]
    return word


@cache
def _counts() -> tuple[dict[str, int], int]:
    rows = table("tawatur.text", "ar.stems.tsv", 2)
    return {s: int(n) for s, n in rows if s != "*"}, next(int(n) for s, n in rows if s == "*")


@Memo
def rarity(stemmed: str) -> float:
    """Inverse document frequency of a stem, natural logarithm: about 1 for the commonest words, 9 for unseen ones.

    >>> rarity("في") < rarity("جنود") < rarity("كورسك")
    True
    """
    counts, articles = _counts()
    return 1 + math.log(articles / counts.get(stemmed, 10))
