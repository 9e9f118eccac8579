"""Who is meant where the verb holds its subject: the phrase that stood last and agrees."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.agreement import fits
from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W
from tawatur.attribute.phrase import adjunct, noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.model.document import Sentence


def settle(v: View, drafts: Sequence[Draft], sentences: dict[int, Sentence]) -> None:
    """Give every draft its speaker, in the order of the text."""
    for n, d in enumerate(drafts):
        if d.speaker is None:
            d.speaker = _speaker(v, d, drafts, n, sentences[d.sentence])
            if d.speaker is None:
                d.why_open = "no phrase before it agrees with the verb"


def _speaker(v: View, d: Draft, drafts: Sequence[Draft], n: int, s: Sentence) -> Range | None:
    past = drafts[:n]
    if d.word.kind in ("participle", "masdar"):
        return _same_level(v, d, past) or _main_subject(v, d, s) or _same_sentence(v, d, past) or _earlier(v, d, past)
    if d.outer is not None:
        outer = drafts[d.outer].speaker
        inner = _same_level(v, d, past)
        if inner or (outer and fits(v, outer, d.word.agrees)):
            return inner or outer
    here = _same_level(v, d, past)
    if here is None and d.word.before and d.cue[0] > s.first:
        here = _main_subject(v, d, s)
    return here or _earlier(v, d, past)


def _same_level(v: View, d: Draft, past: Sequence[Draft]) -> Range | None:
    """The speaker of the nearest cue before it in its sentence that agrees and stands in the same outer assertion."""
    for o in reversed(past):
        if o.sentence != d.sentence:
            break
        if (
            o.outer == d.outer
            and o.word.kind != "particle"
            and o.speaker is not None
            and fits(v, o.speaker, d.word.agrees)
        ):
            return o.speaker
    return None


def _same_sentence(v: View, d: Draft, past: Sequence[Draft]) -> Range | None:
    """The speaker of the nearest cue before it in its sentence that agrees."""
    for o in reversed(past):
        if o.sentence != d.sentence:
            break
        if o.speaker is not None and fits(v, o.speaker, d.word.agrees) and o.word.kind != "particle":
            return o.speaker
    return None


def _main_subject(v: View, d: Draft, s: Sentence) -> Range | None:
    """The subject of the sentence's first verb: «أطلقت الحركة هجومها وتعهدت بشن»."""
    if d.cue[0] == s.first:
        return None
    j = s.first
    limit = d.cue[0]
    if v.verbal(j) and not v.has(j, W.DEF):
        j += 1
        while j < limit and not starts_noun(v, j) and (k := adjunct(v, j, limit)) > j:
            j = k
        if j < limit and starts_noun(v, j) and not v.verbal(j):
            phrase = (j, noun_phrase(v, j, limit, objects=True))
            return phrase if fits(v, phrase, d.word.agrees) else None
        return None
    if starts_noun(v, j) and not v.has(j, W.PREP):
        e = noun_phrase(v, j, limit)
        if e < limit and v.verbal(e):
            return (j, e) if fits(v, (j, e), d.word.agrees) else None
    return None


def _earlier(v: View, d: Draft, past: Sequence[Draft]) -> Range | None:
    """The last main speaker of the text before that agrees; failing that, the last speaker."""
    last: Range | None = None
    for o in reversed(past):
        if o.speaker is None or o.outer is not None or o.word.kind == "particle":
            continue
        last = last or o.speaker
        if fits(v, o.speaker, d.word.agrees):
            return o.speaker
    return last
