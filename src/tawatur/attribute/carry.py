"""Carriers: «نقلت الوكالة عن الوزير قوله إن …»: the agency carries, the minister speaks."""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.lexicon import W, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.via import own
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.words import FRAMES


def carry(v: View, cue: Cue, s: Sentence, limit: int, before: Range | None) -> Draft | None:
    """The draft of a verb of carrying; None where nobody is carried or no words follow."""
    j, carrier, source, named = _who(v, cue.last, limit, before)
    if not named:
        return None
    start = _words(v, j, limit)
    if start is None:
        return None
    d = make(cue, s, start, "that", "attribute.carry", source=source)
    d.via = [carrier] if carrier and not own(v, carrier) else []
    return d


def _who(v: View, j: int, limit: int, carrier: Range | None) -> tuple[int, Range | None, Range | None, bool]:
    """Past carrier and speaker: the token after them, both phrases, and whether anyone is carried («نقلت عنه»)."""
    stops = frozenset({FRAMES["an"]}) | words("merges", "carried")
    pronoun = False
    while j < limit:
        word = v.t.keys[j]
        spoken = j + 1
        if word == FRAMES["ala"] and j + 2 < limit and v.t.keys[j + 1] in words("merges", "tongue"):
            spoken = j + 2
        if (word in stops or spoken == j + 2) and spoken < limit and starts_noun(v, spoken):
            e = _apposed(v, noun_phrase(v, spoken, limit, stops=stops), limit)
            return e, carrier, (spoken, e), True
        if word.startswith(FRAMES["an"]) and v.has(j, W.PREP):
            pronoun = True
            j += 1
            continue
        if carrier is None and starts_noun(v, j) and not v.verbal(j):
            carrier = (j, noun_phrase(v, j, limit, stops=stops))
            j = carrier[1]
            continue
        k = j + 1 if v.punct(j, signs("commas")) else adjunct(v, j, limit)  # «نقل التلفزيون، أمس، عن»
        if k <= j:
            break
        j = k
    return j, carrier, None, pronoun


def _words(v: View, j: int, limit: int) -> int | None:
    """Where the words carried begin: after «قوله», أن or a colon, or at a quotation."""
    marked = False
    while j < limit:
        if v.has(j, W.THAT) or v.punct(j, ":"):
            return j + 1 if j + 1 < limit else None
        if j in v.opens and not v.opens[j].is_name:
            return j
        if v.t.keys[j] in words("merges", "carried") or any(c.kind == "masdar" and c.after for c in v.cues.get(j, ())):
            marked = True
            j += 1
            continue
        if marked and not (v.has(j, W.TIME | W.ADV) or v.punct(j, signs("commas"))):
            return j
        if (k := j + 1 if v.punct(j, signs("commas")) else adjunct(v, j, limit)) <= j:
            break
        j = k
    return j if marked and j < limit else None


def _apposed(v: View, e: int, limit: int) -> int:
    """Past an apposition after a comma: «عن الناطق باسم الوزارة، فلان، قوله»."""
    k = e + 1
    if k >= limit or not v.punct(e, signs("commas")) or not starts_noun(v, k) or k in v.opens:
        return e
    act = any(c.kind == "masdar" and c.after for c in v.cues.get(k, ()))
    return e if act or v.t.keys[k] in words("merges", "carried") or v.verbal(k) else noun_phrase(v, k, limit)
