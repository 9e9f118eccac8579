"""Adjuncts of a verb: adverbs, times, prepositional phrases, brackets, relative clauses, none of them a source."""

from __future__ import annotations

from tawatur.attribute.lexicon import W, classify, prefixed, signs, words
from tawatur.attribute.phrase import closing, noun_phrase, starts_noun
from tawatur.attribute.view import FAR, View
from tawatur.model.tokens import Kind
from tawatur.text.words import (
    ARTICLE,
    BI,
    FRAMES,
    KA,
    LI,
)


def adjunct(v: View, j: int, limit: int, *, lenient: bool = False) -> int:
    """The token after the adjunct that begins at `j`, or `j` if none does: adverbs, times, prepositional phrases,
    brackets, relative clauses. `lenient`: a subject is still awaited, so that «بادي» is no ب with a noun.
    """
    if v.t.kinds[j] is Kind.PUNCT:
        if v.punct(j, "(["):
            return closing(v, j, limit)
        return _dashed(v, j, limit) if v.punct(j, signs("dashes")) else j
    if v.has(j, W.TIME):
        return _time(v, j, limit)
    if v.has(j, W.ADV):
        return j + 1
    if (
        v.has(j, W.REL)
        or (v.has(j, W.PRON) and v.has(j, W.AND))
        or (v.has(j, W.PART | W.CONJ) and j and v.punct(j - 1, signs("commas")))
    ):
        return relative(v, j + 1, limit)
    if v.t.keys[j] in (BI, LI, KA):
        if j + 1 in v.opens:
            return v.opens[j + 1].last
        return noun_phrase(v, j + 1, limit) if j + 1 < limit else limit
    if v.has(j, W.DEF) and j + 1 < limit and v.has(j + 1, W.TIME) and v.t.keys[j] in words("verbs", "when"):
        return _time(v, j + 1, limit)
    if v.has(j, W.PREP):
        if v.t.keys[j] in words("classes", "pronominal"):
            return j + 1
        if j + 1 < limit and v.has(j + 1, W.THAT):
            return relative(v, j + 2, limit)
        if j + 1 < limit and starts_noun(v, j + 1) and not v.has(j + 1, W.THAT):
            return noun_phrase(v, j + 1, limit)
        return _time(v, j + 1, limit) if j + 1 < limit and v.has(j + 1, W.TIME) else j + 1
    rests = [r for letter in (BI, LI, KA) if (r := prefixed(v.t.keys[j], letter))]
    if rests and (not lenient or rests[0].startswith(ARTICLE) or classify(rests[0]) & ~W.VERB):
        return noun_phrase(v, j, limit)
    return j


def _time(v: View, j: int, limit: int) -> int:
    first = j
    while j < limit and (
        v.has(j, W.TIME)
        or (j > first and v.t.keys[j] in words("verbs", "month_tails"))
        or v.t.kinds[j] is Kind.NUMBER
        or v.punct(j, "(/")
    ):
        j = closing(v, j, limit)
    return j


def _dashed(v: View, j: int, limit: int) -> int:
    for k in range(j + 2, min(j + 15, limit)):
        if v.punct(k, signs("dashes")):
            return k + 1
    return j + 1


def relative(v: View, j: int, limit: int) -> int:
    """To the end of a relative clause: a comma, or what can only belong to the main verb."""
    k, limit = j, min(limit, j + FAR)
    while k < limit and not v.punct(k, signs("commas") + ":") and not (v.has(k, W.THAT) and not _circumstance(v, k, j)):
        if k in v.opens:
            if not v.opens[k].is_name:
                break
            k = v.opens[k].last
        elif (
            k > j and v.has(k - 1, W.TIME) and v.has(k, W.MASDAR | W.ABSTRACT) and not v.has(k, W.DEF | W.AND | W.TIME)
        ):
            break  # «بيانات صدرت أمس | تراجع النشاط»
        else:
            k += 1
    if j < k < limit and v.has(k, W.THAT) and v.t.keys[k - 1] in FRAMES.values():  # «بيان صدر أمس | إلى أن»
        return k - 1
    return min(k, limit)


def _circumstance(v: View, k: int, first: int) -> bool:
    """«قبل أن», «دون أن», «إلا أن»: a clause that says when or how, not what was said."""
    return k > first and v.t.keys[k - 1] in words("classes", "circumstances")


def skip_adjuncts(v: View, j: int, limit: int) -> int:
    """The first token from `j` on, up to `limit`, that is in no adjunct."""
    while j < limit and (k := adjunct(v, j, limit)) > j:
        j = k
    return j
