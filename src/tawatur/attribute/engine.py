"""All drafts of an article, in order: cues to drafts, drafts to ends, speakers, nesting."""

from __future__ import annotations

from tawatur.attribute.draft import Draft
from tawatur.attribute.ends import bound
from tawatur.attribute.lexicon import W, lemmas, words
from tawatur.attribute.mode import decide
from tawatur.attribute.participles import masdar, participle
from tawatur.attribute.particles import colon, particle
from tawatur.attribute.routing import absorb, route, without
from tawatur.attribute.speakers import settle
from tawatur.attribute.subject import clause_start
from tawatur.attribute.verbs import verb
from tawatur.attribute.via import is_media, own
from tawatur.attribute.view import SIGHT, View, story_sentences
from tawatur.model.document import Sentence
from tawatur.text.words import without_article

RULES = {
    "verb": verb,
    "participle": participle,
    "particle": particle,
    "masdar": masdar,
    "colon": colon,
}


def drafts(v: View) -> list[Draft]:
    """Every attribution of the article as a draft, by where its cue stands."""
    sentences = {s.index: s for s in story_sentences(v.doc)}
    found: list[Draft] = []
    for s in sentences.values():
        here = _of_sentence(v, s)
        for n, d in enumerate(here):
            bound(v, d, here[max(0, n - 1) : n + SIGHT], s)
        _inner(here)
        found += [d for d in here if any(v.is_word(k) for k in range(d.start, d.end))]
    found.sort(key=lambda d: d.cue)
    found = absorb(v, found)
    nest(found)
    settle(v, found, sentences)
    found = without(found, {n for n, d in enumerate(found) if _nobody(v, d) or _topic(v, found, n)})
    found = route(v, found, sentences)
    for d in found:
        decide(v, d)
    return found


def _inner(here: list[Draft]) -> None:
    """«وبحسب الوكالة، انهار الجسر، كما أعلنت البلدية», «قال فلان إن …، بحسب الدراسة»: an assertion that stands before
    its cue begins where the one before it does, and leaves out who says that.
    """
    for n, d in enumerate(here):
        if d.sort != "before" or d.exact:
            continue
        for o in reversed(here[max(0, n - SIGHT) : n]):
            if o.sort != "before" and d.start < o.start < d.cue[0] - 1 and o.word.kind != "participle":
                d.start = o.start
                break


def _of_sentence(v: View, s: Sentence) -> list[Draft]:
    out: list[Draft] = []
    taken = s.first
    for i in range(s.first, s.last):
        if i < taken or i not in v.cues or not v.doc.story[i]:
            continue
        q = v.inside[i]
        limit = min(s.last, q.last - 1) if q and q.balanced and q.last - 1 > i else s.last
        object_ = bool(out) and out[-1].sort == "object" and out[-1].start == i
        for cue in v.cues[i]:
            if object_ and cue.kind == "verb" and cue.tense == "past" and cue.agrees == "ms" and not cue.before:
                continue  # «أعلن الناطق رفض العرض»: what the first verb has for its object is a noun
            d = RULES[cue.kind](v, cue, s, limit)
            if d is not None and not _same_clause(v, d, out):
                out.append(d)
                taken = max(taken, _merged(v, d))
                break
    return out


def _same_clause(v: View, d: Draft, before: list[Draft]) -> bool:
    """«قال المتحدث الذي كان يتحدث أمس إن»: the clause belongs to the first verb, the second only describes."""
    o = before[-1] if before else None
    if o is None or o.start != d.start or d.sort != "that" or d.word.kind != "verb" or o.word.kind != "verb":
        return False
    start = clause_start(v, d.cue[0] - 1, o.cue[1])
    described = v.has(start - 1, W.REL)
    return described and not d.word.before and v.is_word(d.cue[0] - 1)


def _merged(v: View, d: Draft) -> int:
    """The first token that may hold another cue: what only continues this one is passed over."""
    if d.sort in ("that", "colon", "quote") and d.start > d.cue[1]:
        between = range(d.cue[1], d.start)
        if all(c.kind != "verb" or v.t.keys[k] in words("merges", "after") for k in between for c in v.cues.get(k, ())):
            return d.start
    return d.cue[1]


def nest(found: list[Draft]) -> None:
    """What stands in another's assertion is nested in it: the innermost such is its outer draft."""
    open_: list[int] = []  # those whose assertion may still hold the next cue
    for n, d in enumerate(found):
        while open_ and found[open_[-1]].end < d.cue[1]:
            open_.pop()
        best: int | None = None
        for m in open_[-SIGHT:]:
            o = found[m]
            if o.start <= d.cue[0] and d.cue[1] <= o.end and (best is None or found[best].start <= o.start):
                best = m
        d.outer = best
        if d.sort != "before":
            open_.append(n)


def _nobody(v: View, d: Draft) -> bool:
    """Whether a verb that opens a sentence has no speaker to be found («أعلن أمس عن»: a passive), or the outlet tells in
    its own name («"المرفأ" تكشف الأسباب»).
    """
    if d.word.kind != "verb":
        return False
    if d.speaker is None:
        return not d.word.before and d.word.tense == "past" and d.word.agrees == "ms" and d.sort in ("prep", "object")
    press = d.source is not None and without_article(v.t.keys[d.source[0]]) in words("norms", "press")  # its reporter
    return d.source is not None and not press and is_media(v, d.source) and own(v, d.source)


def _topic(v: View, found: list[Draft], n: int) -> bool:
    """«تحدث عن تجربته قائلا: …»: of what he spoke only leads up to what he said."""
    d = found[n]
    if d.word.lemma not in lemmas("topics") or d.sort != "prep" or n + 1 >= len(found):
        return False
    o = found[n + 1]
    return o.sentence == d.sentence and v.t.keys[o.cue[0]] in words("merges", "state") and v.is_word(o.cue[0] - 1)
