"""Labels: «وصف X بأنه …», «ما وصفه بـ"…"», «ما سماه "…"»."""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.lexicon import W, classify, like, prefixed, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.words import BI, KA, without_article

_FAR = 40
"""Tokens within which «بأنه» must follow a verb of naming."""


def label(v: View, cue: Cue, s: Sentence, limit: int, before: Range | None) -> Draft | None:
    """What one calls a thing; `before`: the subject, where it stands before the verb."""
    j = cue.last
    source = before
    if source is None and j < limit and _subject_here(v, cue, j):
        source = (j, noun_phrase(v, j, limit, stops=frozenset({BI}), objects=not cue.after))
        source = apposed(v, source, limit)
        j = source[1] + 1 if source[1] < limit and v.punct(source[1], signs("commas")) else source[1]
    thing = j
    if cue.frame == "name":
        start = j if cue.after and j < limit and _names(v, j) else None
    else:
        start = after_bi(v, j, limit)
        if before is None and source is not None and not cue.after and _thing(v, source):
            source = None  # «وصف ضغط دمه بأنه ممتاز»: what is called so, by the one who spoke before
        if start is not None and source is None and not cue.after and start <= cue.last + 1:  # «ما وُصف بـ»
            return None
    if (
        start is not None and cue.frame == "label" and not cue.after
    ):  # «وصف الوزير القرار بأنه خطأ»: what is called so, too
        while thing < start and not starts_noun(v, thing) and (k := adjunct(v, thing, start)) > thing:
            thing = k + 1 if k < start and v.punct(k, signs("commas")) else k
        thing = thing + 1 if thing < start and v.punct(thing, signs("commas")) else thing
        if thing < start and starts_noun(v, thing) and not prefixed(v.t.keys[thing], BI) and v.t.keys[thing] != BI:
            start = thing
    return None if start is None else make(cue, s, start, "label", "attribute.label", source=source)


def apposed(v: View, phrase: Range, limit: int) -> Range:
    """The phrase with its appositions, as long as each is closed by a comma: «فلان، سفير البلاد، »."""
    while True:
        k = phrase[1] + 1
        if k >= limit or not v.punct(phrase[1], signs("commas")) or not starts_noun(v, k) or v.verbal(k):
            return phrase
        e = noun_phrase(v, k, limit)
        if e >= limit or not v.punct(e, signs("commas")):
            return phrase
        phrase = (phrase[0], e)


def _subject_here(v: View, cue: Cue, j: int) -> bool:
    if not starts_noun(v, j) or j in v.opens or prefixed(v.t.keys[j], BI) or v.t.keys[j] == BI:
        return False
    return bool(cue.after) or not v.has(j, W.MASDAR | W.ABSTRACT | W.DEM | W.OWNED)


def _thing(v: View, phrase: Range) -> bool:
    """Whether the phrase names a thing of somebody's or an act, and nobody who could call it something."""
    h = phrase[0]
    act = classify(without_article(v.t.keys[h])) & (W.ABSTRACT | W.MASDAR)
    return (v.has(h, W.OWNED) or bool(act)) and not v.has(h, W.OFFICE | W.MEDIA | W.PLURAL) and h not in v.named


def counted(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«وهو ما اعتبره الحكم سوء سلوك», «رحبت بالضربات واعتبرتها ردا مناسبا»: what one takes a thing for."""
    j = cue.last
    what = (
        v.t.keys[cue.first - 1] in words("verbs", "what") or v.has(cue.first - 1, W.REL)
        if cue.first > s.first
        else False
    )
    if not cue.after or j >= limit or v.has(j, W.THAT):
        return None
    source: Range | None = None
    if not v.accusative(j) and j not in v.opens and starts_noun(v, j) and (what or not v.has(j, W.MASDAR | W.ABSTRACT)):
        source = (j, noun_phrase(v, j, limit, objects=True))
        j = source[1]
    elif not cue.before and not what:
        return None
    while j < limit and not (j in v.opens or v.accusative(j)) and (k := adjunct(v, j, limit)) > j:
        j = k
    if j >= limit or not (j in v.opens or v.accusative(j) or (v.is_word(j) and starts_noun(v, j))):
        return None
    return make(cue, s, j, "label", "attribute.label", source=source)


def _names(v: View, j: int) -> bool:
    return (
        j in v.opens
        or v.t.keys[j] == BI
        or v.has(j, W.TIME)
        or (v.is_word(j) and (starts_noun(v, j) or bool(prefixed(v.t.keys[j], BI))))
    )


def after_bi(v: View, j: int, limit: int) -> int | None:
    """Where the label begins: after «بأن», or at the ب that stands before a quotation, or else at the first ب."""
    first = None
    for k in range(j, min(limit, j + _FAR)):
        if v.punct(k, signs("commas") + signs("stops") + ":") and k not in v.opens:
            break
        word = v.t.keys[k]
        if word in (BI, KA) and k + 1 < limit:
            return k + 1
        if v.has(k, W.THAT) and word.startswith(BI):
            return k + 1
        if first is None and (prefixed(word, BI) or like(word)):
            first = k
    if first is not None:
        return first
    far = next((k for k in range(j, min(j + _FAR, limit)) if v.has(k, W.THAT) or v.punct(k, signs("stops"))), None)
    if far is not None and far + 1 < limit and v.has(far, W.THAT) and v.t.keys[far].startswith(BI):
        return far + 1  # «ووصفت الوزارة، في بيان، القرار بأنه»: commas may stand between
    return None
