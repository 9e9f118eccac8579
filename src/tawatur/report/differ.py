"""Which words of two sentences differ: what an editor would underline on two print-outs side by side."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from tawatur.text.arabic import key

_WORD = re.compile("[^\\s.,;:!?()\\[\\]\u00ab\u00bb\u201c\u201d\"'\u060c\u061b\u061f]+")
"""A word: anything but spaces and the marks of Latin and Arabic punctuation."""

ALIKE = 0.4
"""Below this share of common words two sentences are not versions of each other, and marking words says nothing."""


def differing(a: str, b: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Offsets of the words of `a` that `b` has not at that place, and of `b` that `a` has not; both empty if unlike.

    >>> differing("ten men died on Monday", "nine men died on Monday")
    ([(0, 3)], [(0, 4)])
    """
    left, right = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    match = SequenceMatcher(None, [key(w[0]) for w in left], [key(w[0]) for w in right], autojunk=False)
    if not left or not right or match.ratio() < ALIKE:
        return [], []
    only_a: list[tuple[int, int]] = []
    only_b: list[tuple[int, int]] = []
    for tag, i, j, k, m in match.get_opcodes():
        if tag != "equal":
            only_a.extend((w.start(), w.end()) for w in left[i:j])
            only_b.extend((w.start(), w.end()) for w in right[k:m])
    return only_a, only_b
