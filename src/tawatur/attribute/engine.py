"""All drafts of an article, in order: cues to drafts, drafts to ends, speakers, nesting."""

from __future__ import annotations

from tawatur.attribute import rules
from tawatur.attribute.draft import Draft
from tawatur.attribute.ends import bound
from tawatur.attribute.mode import decide
from tawatur.attribute.speakers import settle
from tawatur.attribute.view import View, story_sentences
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue

RULES = {
    "verb": rules.verb,
    "participle": rules.participle,
    "particle": rules.particle,
    "masdar": rules.masdar,
    "colon": rules.colon,
}


def drafts(v: View) -> list[Draft]:
    """Every attribution of the article as a draft, by where its cue stands."""
    sentences = {s.index: s for s in story_sentences(v.doc)}
    found: list[Draft] = []
    for s in sentences.values():
        here = _of_sentence(v, s)
        for d in here:
            bound(v, d, here, s)
        found += [d for d in here if d.end > d.start]
    settle(v, found, sentences)
    _nest(found)
    for d in found:
        decide(v, d)
    return found


def _of_sentence(v: View, s: Sentence) -> list[Draft]:
    out: list[Draft] = []
    taken = s.first
    for i in range(s.first, s.last):
        if i < taken or i not in v.cues or not v.doc.story[i]:
            continue
        q = v.inside[i]
        limit = min(s.last, q.last - 1) if q and q.balanced and q.last - 1 > i else s.last
        for cue in v.cues[i]:
            d = RULES[cue.kind](v, cue, s, limit)
            if d is not None:
                out.append(d)
                taken = max(taken, _merged(v, d, cue))
                break
    return out


def _merged(v: View, d: Draft, cue: Cue) -> int:
    """The first token that may hold another cue: what only continues this one is passed over."""
    if d.sort in ("that", "colon", "quote") and d.start > d.cue[1]:
        between = range(d.cue[1], d.start)
        if all(c.kind != "verb" or c.lemma == "قال" for k in between for c in v.cues.get(k, ())):
            return d.start
    return d.cue[1]


def _nest(found: list[Draft]) -> None:
    """What stands in another's assertion has that one's speaker before its own in the chain."""
    for n, d in enumerate(found):
        best: int | None = None
        for m, o in enumerate(found):
            if m != n and o.sort != "before" and o.start <= d.cue[0] and d.cue[1] <= o.end and o.cue[0] < d.cue[0]:
                if d.word.kind == "participle" and d.speaker == o.speaker:
                    continue
                if best is None or found[best].start <= o.start:
                    best = m
        d.outer = best
    for d in found:
        if d.outer is not None and d.source is not None:
            o = found[d.outer]
            chain = [*o.via, *([o.speaker] if o.speaker else [])]
            d.via = [*chain, *d.via]
