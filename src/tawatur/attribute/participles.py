"""Participles that continue a speaker, and verbal nouns with a clause: «…، مؤكدا أن …», «بقوله إن …»."""

from __future__ import annotations

from tawatur.attribute.agreement import speaks
from tawatur.attribute.complement import complement, draft_of
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.labels import after_bi
from tawatur.attribute.lexicon import W, lemmas, prefixed, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.slot import floor
from tawatur.attribute.view import View
from tawatur.attribute.walk import Found
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.words import BI, CONJUNCTIONS, FRAMES

_REACH = 9
"""Tokens within which the clause of a verbal noun must begin."""


def participle(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«…، مؤكدا أن …»: the speaker of the clause goes on."""
    i = cue.first
    opening = i == floor(v, cue, s)
    if not opening and (
        v.has(i - 1, W.PREP | W.PARTITIVE)
        or v.t.keys[i - 1].lstrip("".join(CONJUNCTIONS)) in words("verbs", "remains")
        or (
            i > 1 and v.has(i - 1, W.DEF) and v.t.keys[i - 2].lstrip("".join(CONJUNCTIONS)) in words("verbs", "remains")
        )
    ):
        return None  # «ستظل ملتزمة بالاتفاق»
    if cue.frame == "label":
        start = after_bi(v, cue.last, limit) or cue.last
        found = Found(start, start, "label") if start < limit else None
    else:
        found = complement(v, cue, limit, has_subject=True)
    if found is None or (opening and found.sort == "object"):
        return None
    loose = (
        not opening and v.is_word(i - 1) and cue.agrees != "ms"
    )  # «مصادر مؤكدة»: an adjective, unless its clause follows at once
    if not opening and found.sort in ("object", "prep") and v.accusative(i - 1) and i - 1 not in v.cues:
        return None  # «رجلا ملتزما بـ»
    if loose and (found.sort == "object" or found.marker - cue.last > 1):
        return None
    d = draft_of(v, cue, s, found, None, "attribute.participle")
    d.inherits = True
    return d


def masdar(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«تأكيد الوزير أن …», «بقوله إن …»: a verbal noun whose own clause follows."""
    if cue.first and v.t.keys[cue.first - 1] in words("verbs", "happens"):  # «ولم تتم دعوة المفتشين»
        return None
    frames = frozenset(cue.frame.split("+"))
    if not frames & {"that", "bi"} or (not cue.after and v.has(cue.first, W.PREP)):
        return None
    j = cue.last
    limit = min(limit, j + _REACH)
    source: Range | None = None
    if not cue.after and not v.has(cue.first, W.DEF) and j < limit and starts_noun(v, j) and not v.verbal(j):
        stops = frozenset(FRAMES.values()) | (frozenset({BI}) if "bi" in frames else frozenset())
        source = (j, noun_phrase(v, j, limit, stops=stops, objects="obj" in frames))
        if not speaks(v, source) and not v.has(j, W.DEF | W.DEM | W.MEDIA | W.PARTITIVE):  # «إشارة إيجابية إلى أن»
            return None
        j = source[1]
    if j < limit and _asserts(v, cue, frames, source, j):
        d = make(cue, s, j, "prep", "attribute.masdar", source=source)
        d.inherits = source is None
        return d
    governed = next((p for f, p in FRAMES.items() if f in frames and j < limit and v.t.keys[j] == p), None)
    if governed is not None and j + 1 < limit and not v.has(j + 1, W.THAT):  # «إعلان الحكومة عن خطة»
        if source is None or not speaks(v, source):
            return None
        return make(cue, s, j + 1, "prep", "attribute.masdar", source=source)
    if j < limit and v.t.keys[j] in FRAMES.values():
        j += 1
    if j + 1 >= limit or not v.has(j, W.THAT):
        return None
    after_preposition = (
        cue.first > 0 and v.has(cue.first - 1, W.PREP) and cue.lemma in lemmas("solemn")
    )  # «سارعت إلى تأكيد أن»
    if not cue.after and source is None and not after_preposition and not prefixed(v.t.keys[cue.first], BI):
        return None
    d = make(cue, s, j + 1, "that", "attribute.masdar", source=source)
    d.inherits = source is None
    return d


def _asserts(v: View, cue: Cue, frames: frozenset[str], source: Range | None, j: int) -> bool:
    """«تنديد الحكومة بالهجوم», «مع اعترافها بسقوط …», «إعلان الوزارة وفاة …»: what the verb takes, the noun takes."""
    by = "bi" in frames and (v.t.keys[j] == BI or prefixed(v.t.keys[j], BI) is not None)
    if source is None:
        along = cue.first > 0 and v.t.keys[cue.first - 1] in words("verbs", "along")
        return by and bool(cue.after) and along
    if not speaks(v, source):
        return False
    act = "obj" in frames and cue.lemma in lemmas("solemn") and not v.has(j, W.DEF | W.PREP | W.AND)
    return by or (act and v.has(j, W.MASDAR | W.ABSTRACT))
