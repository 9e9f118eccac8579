"""Which words look like verbs of a feminine subject: a guess from letters, for words that no list of verbs holds."""

from __future__ import annotations

from tawatur.text.memo import Memo


@Memo
def feminine_verb(word: str) -> bool:
    """Say whether a key has the shape of a third person feminine verb: perfect in ت, present in ت or ست.

    >>> feminine_verb("افادت"), feminine_verb("ستعلن"), feminine_verb("تصريحات"), feminine_verb("الثبات")
    (True, True, False, False)
    """
    for lead in ("و", "ف"):
        if word.startswith(lead) and len(word) > 4 and (word.endswith("ت") or word[1] in "تس"):
            word = word[1:]
            break
    if word.startswith("ال") or word.endswith(("ات", "ه")) or len(word) < 4:
        return False
    return word.endswith("ت") or word.startswith("ست") or (word.startswith("ت") and word[2] != "ا")
