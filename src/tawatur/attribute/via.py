"""Those who carry a speaker's words: the agency that was told, the channel that showed it, the paper that is cited."""

from __future__ import annotations

from tawatur.attribute.lexicon import W, classify, prefixed
from tawatur.attribute.phrase import noun_phrase
from tawatur.attribute.view import View
from tawatur.text.words import FRAMES, LI

Range = tuple[int, int]
_TOLD = ("ila", "ala", "an")


def transmitter(v: View, j: int, limit: int) -> Range | None:
    """The carrier that an adjunct at `j` names: «لوكالة رويترز», «إلى قناة العربية»; None where it names none."""
    word = v.t.keys[j]
    if rest := prefixed(word, LI):
        if classify(rest) & W.MEDIA:
            return j, noun_phrase(v, j, limit)
        return None
    if word == FRAMES["ila"] and j + 1 < limit and v.has(j + 1, W.MEDIA):
        return j + 1, noun_phrase(v, j + 1, limit)
    return None
