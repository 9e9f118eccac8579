"""Where an assertion opens after its cue: أن, a colon, a quotation, a preposition of the verb, or a bare object."""

from __future__ import annotations

from tawatur.attribute.lexicon import W, classify, common, governs_bi, owned_act, prefixed, words
from tawatur.attribute.phrase import named_by, noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.attribute.walk import Found, Walk
from tawatur.text.verbs import is_future
from tawatur.text.words import ARTICLE, BI, FRAMES, KA, LI, without_article

_AHEAD = 9
"""Tokens within which a clause must begin for the words before it to be the subject's."""
_BLAME = 10
"""Tokens within which the word for guilt must follow."""


def opens(w: Walk, j: int, stops: frozenset[str]) -> Found | None:
    """What is asserted, if its opening stands at token `j`."""
    v, frames = w.v, w.frames
    clause = bool(frames & {"that", "quote", "obj"})
    if v.punct(j, ":") and clause:
        return w.found(j + 1, j, "colon")
    if clause and j in v.opens and not (v.opens[j].is_name or named_by(v, j, w.limit)):
        return w.found(j, j, "quote")
    if BI in stops and j in v.opens and (w.subject or w.has_subject) and prefixed(v.t.keys[j + 1], BI):
        return w.found(j, j, "prep")  # «أشاد الرئيس "بالحشد" الكبير»
    if v.has(j, W.THAT):
        if not frames & {"that", "obj"}:
            return None
        return w.found(j + 1, j, "that")
    word = v.t.keys[j]
    if word in stops and v.bits[j]:
        if j + 1 < w.limit and v.has(j + 1, W.THAT):
            return w.found(j + 2, j, "that")
        if "ila_that" in frames or (word in (FRAMES["fi"], FRAMES["ala"]) and j + 1 < w.limit and _occasion(w, j + 1)):
            return None
        return w.found(j + 1, j, "prep")
    if word in words("verbs", "bi_adverbs"):
        return None
    for letter in (BI, LI):
        if letter in stops and (rest := prefixed(word, letter)):
            if j == w.after and not (
                w.has_subject or w.owned or rest.startswith(ARTICLE) or classify(rest) or common(rest)
            ):
                return None  # «طالب بيومي الحكومة»: a name that begins like a preposition
            if letter == LI and classify(rest) & W.MEDIA:
                return None
            return w.found(j + 1 if classify(rest) & W.THAT else j, j, "prep")
        if letter in stops and word == letter:
            return w.found(j, j, "prep")
    if BI in stops and (w.subject or w.has_subject) and j not in v.named and governs_bi(word):
        return w.found(j, j, "prep")
    if "that" in frames and word in FRAMES.values() and v.bits[j] and j + 1 < w.limit and v.has(j + 1, W.THAT):
        return w.found(j + 2, j, "that")
    if "blame" in frames and not any(
        v.t.keys[k] in words("verbs", "blame") for k in range(j, min(j + _BLAME, w.limit))
    ):
        return None
    if w.plain and w.subject is not None and w.subject[1] == j and _spoken(v, j, w.limit):
        return w.found(j, j, "colon")
    if (
        "blame" in frames
        and w.subject is not None
        and not w.has_subject
        and w.subject[1] == j
        and (word in words("verbs", "blame"))
    ):  # «وحملت دمشق المسؤولية»: who is blamed; who blames was named before
        start, w.subject = w.subject[0], None
        return w.found(start, start, "object")
    if "fact" in frames and not w.owned and _act(w, j):
        return w.found(j, j, "object")
    if frames & {"obj", "blame"} and not w.owned and _object(w, j):
        if "that" in frames and v.has(j, W.DEM | W.DEF) and (k := _clause_after(w, j)):
            return w.found(k + 1, k, "that")
        return w.found(j, j, "object")
    return None


def _occasion(w: Walk, k: int) -> bool:
    """«في مؤتمر», «على تويتر», «على صفحته»: when and where it is said."""
    if w.v.has(k, W.TIME | W.OCCASION):
        return w.v.t.keys[k - 1] == FRAMES["fi"] or w.v.t.keys[k] in words("classes", "pages")
    return w.v.t.keys[k - 1] == FRAMES["ala"] and w.v.t.keys[k] in words("classes", "pages")


def clause_ahead(w: Walk, j: int) -> bool:
    """Whether the words that follow are still the subject's: a clause with أن comes before any verb."""
    for k in range(j, min(j + _AHEAD, w.limit)):
        if w.v.has(k, W.THAT) or w.v.punct(k, ":"):
            return not w.v.t.keys[k].startswith(BI)  # «الاتهامات بأن»: the clause of a noun
        if (w.v.verbal(k) and k not in w.v.named and not w.v.has(k, W.DEF)) or w.v.has(k, W.REL | W.PREP):
            return False
    return False


def _act(w: Walk, j: int) -> bool:
    """Whether a verbal or abstract noun opens an object at `j`: «أظهر تراجعا», «طلبت التحقيق»."""
    nouns = W.ABSTRACT | W.MASDAR | (W.VERB if w.v.has(j, W.DEF) else 0)  # «التوصل»: with the article it is a noun
    bare = classify(without_article(w.v.t.keys[j])) & nouns
    known = w.has_subject or w.subject is not None
    return bool(bare) and (known or not w.v.has(j, W.DEF)) and _object(w, j)


def _clause_after(w: Walk, j: int) -> int | None:
    """«أوضح هذه المسألة بأن …»: the clause that follows a definite object is what is asserted."""
    k = noun_phrase(w.v, j, w.limit)
    of_noun = k < w.limit and w.v.t.keys[k].startswith(BI) and "bi" not in w.frames  # «الاتهامات بأنها كذبت»
    return k if k < w.limit and not of_noun and (w.v.has(k, W.THAT) or w.v.punct(k, ":")) else None


def _object(w: Walk, j: int) -> bool:
    """Whether the bare noun phrase at `j` is what is asserted: the subject is known, or the word cannot be one."""
    v = w.v
    if v.t.keys[j] in words("classes", "object_particles") or (v.has(j, W.DEM) and (w.subject or w.has_subject)):
        return True
    if any(c.kind in ("particle", "participle") for c in v.cues.get(j, ())):
        return False
    if not starts_noun(v, j) or (v.verbal(j) and not v.has(j, W.MASDAR | W.ABSTRACT | W.OWNED)):
        return False
    if any(prefixed(v.t.keys[j], p) for p in (BI, LI, KA)):
        return False
    if w.has_subject or v.accusative(j):
        return True
    if w.subject:
        opens = v.has(j, W.ABSTRACT | W.MASDAR | W.OWNED | W.DEM) or "that" not in w.frames
        return opens or not clause_ahead(w, j)
    if v.has(j, W.OWNED) and owned_act(v.t.keys[j]):  # «أعلنت مسؤوليتها عن»: an act of the speaker's own
        return True
    return v.has(j, W.ABSTRACT | W.MASDAR) and not v.has(j, W.DEF | W.OFFICE | W.PARTITIVE)


def _spoken(v: View, j: int, limit: int) -> bool:
    """«وقال نجار إذا فرضنا …»: what is said with no mark before it, where a particle or a «we» shows that it begins."""
    word = v.t.keys[j]
    if word in words("verbs", "speech_opens") or (is_future(word) and not v.has(j, W.DEF) and j not in v.named):
        return j + 2 < limit
    return False
