"""Past what stands between a cue and what it asserts: its subject with all that describes it, adjuncts, transmitters."""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct, relative
from tawatur.attribute.agreement import fits
from tawatur.attribute.lexicon import W, lemmas, prefixed, signs, words
from tawatur.attribute.objects import object_begins
from tawatur.attribute.openings import clause_ahead
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.via import carried_by, interview, transmitter
from tawatur.attribute.view import View
from tawatur.attribute.walk import Walk
from tawatur.text.words import BI, KA, LI

_CLAUSE = 14
"""Tokens that a describing clause may have to count as part of the source."""
_TITLES = 28
"""Tokens that a row of titles up to a name may have."""
_AHEAD = 9
"""Tokens within which a clause must begin for the words before it to be the subject's."""


def past(w: Walk, j: int, stops: frozenset[str]) -> int:
    """The token after whatever stands at `j` and is not yet what is asserted; `j` itself where the walk must end."""
    v = w.v
    if v.t.keys[j] in words("merges", "after"):
        if (
            w.merged is not None
            or w.skipped_object
            or (j > w.after and w.leaning and v.t.keys[j] in words("merges", "state"))
        ):
            return j
        w.merged = j
        return j + 1
    if v.punct(j, signs("marks")) and j not in v.opens:  # a quotation mark that pairs with nothing
        return j + 1
    if (
        v.has(j, W.PREP)
        and v.has(j, W.AND)
        and j + 1 < w.limit
        and v.t.keys[j + 1] in words("classes", "circumstances")
    ):
        return j  # «بشهاداتهم ومن المقرر أن»: a new clause
    if v.punct(j, signs("commas")) and w.subject is not None and w.subject[1] == j and _parenthesis(v, j + 1, w.limit):
        end = relative(v, j + 2, w.limit)
        _extend(w, end)
        return end
    if v.punct(j, signs("commas")) and w.subject is not None and w.subject[1] == j and _unnamed_aside(w, j + 1):
        return relative(v, j + 2, w.limit)
    if v.punct(j, signs("commas")):
        return _apposition(w, j + 1, stops)
    if carrier := transmitter(v, j, w.limit) or carried_by(v, j, w.limit) or interview(v, j, w.limit):
        w.via.append(carrier)
        return carrier[1]
    if v.has(j, W.REL) and w.subject is not None and w.subject[1] == j:
        end = relative(v, j + 1, w.limit)
        if w.subject[0] not in v.people:  # «قالت هيلي التي كانت في رحلة»: a name needs no clause to tell who
            _extend(w, end)
        return end
    if w.subject is not None and w.subject[1] == j and v.is_word(j) and _parenthesis(v, j, w.limit):
        end = relative(v, j + 1, w.limit)  # «فلان وهو متحدث باسم الحركة إن»
        _extend(w, end)
        return end
    waiting = w.subject is None and not w.has_subject
    after = adjunct(v, j, w.limit, lenient=waiting and j == w.after)
    if after > j:
        return after
    if v.verbal(j) and j not in v.named and not v.has(j, W.OFFICE | W.MASDAR | W.DEF):
        described = (
            w.subject is not None and w.subject[1] == j and not v.has(w.subject[0], W.DEF) and j - 1 not in v.named
        )
        known = w.has_subject or described or (w.subject is not None and w.subject[1] < j)
        joined = v.has(j, W.AND) or any(c.before for c in v.cues.get(j, ()))
        if not known or joined or not v.is_word(j - 1) or j <= w.after:
            return j
        end = relative(v, j + 1, w.limit)
        if described:
            _extend(w, end)
        return end
    if not starts_noun(v, j):
        return j
    end = noun_phrase(
        v,
        j,
        w.limit,
        stops=stops,
        objects=bool(w.frames & {"obj", "fact", "blame", "label", "ila", "min", "bi", "ala"}),
    )
    if "that" in w.frames and not w.addressed:
        whole = noun_phrase(v, j, w.limit, stops=stops)
        if not (whole < w.limit and clause_opens(v, whole)) and w.subject is None:
            whole = _up_to_name(v, j, w.limit)
        if end < whole < w.limit and clause_opens(v, whole):  # «أكد الفريق الركن فلان وزير الدفاع أن»
            end = whole
    if w.subject is None and not w.has_subject:
        if v.accusative(j):  # «كتب مهاجما الهيئة»: how, not who
            return end
        if not fits(v, (j, end), w.agrees, before=False) and not _must_speak(w, j, end):
            # «وشكر السفارة»: the verb would agree with its subject
            w.has_subject = True
            return j if w.frames & {"obj", "blame"} else end
        w.subject = (j, end)
        return end
    told = w.addressed and object_begins(v, w.subject[0], j) if w.subject is not None else False
    if w.subject is not None and w.subject[1] == j and "that" in w.frames and not told and clause_ahead(w, j):
        w.subject = (w.subject[0], end)  # «نائب الناطق المقدم فلان، أن»
        return end
    if not w.skipped_object:
        w.skipped_object = True
        return end
    if j in v.named and v.punct(j - 1, signs("commas")):  # «إلى جانب وزير الدفاع، فلان، »
        return end
    return j


def _unnamed_aside(w: Walk, j: int) -> bool:
    """«مسؤول أمني، طلب عدم الكشف عن هويته، »: a clause that tells why nobody is named."""
    v = w.v
    if j >= w.limit or not any(c.lemma in lemmas("hiding") for c in v.cues.get(j, ())):
        return False
    return any(v.t.keys[k] in words("verbs", "hidden_thing") for k in range(j + 1, min(j + _AHEAD, w.limit)))


def _up_to_name(v: View, j: int, limit: int) -> int:
    """The token after a person's name that stands right before أن or a colon, where no verb, sign or occasion lies
    between: «المشرف على الحملة استشاري الغدد بجامعة الساحل الدكتور فلان أن»; `j` where there is none.
    """
    for k in range(j, min(j + _TITLES, limit)):
        if clause_opens(v, k):
            return k if k - 1 in v.people else j
        if not v.is_word(k) or v.has(k, W.REL | W.PRON | W.TIME | W.ADV) or (v.has(k, W.CONJ) and not v.has(k, W.PREP)):
            return j
        if v.has(k, W.PREP) and (
            v.t.keys[k] not in words("inside", "within_titles") or (k + 1 < limit and v.has(k + 1, W.OCCASION))
        ):
            return j
        if v.verbal(k) and k not in v.named and not v.has(k, W.DEF | W.OFFICE | W.MASDAR | W.ABSTRACT):
            return j
    return j


def clause_opens(v: View, k: int) -> bool:
    """Whether a clause that is asserted opens at token `k`: أن or إن, not the بأن of a noun; a colon."""
    return v.punct(k, ":") or (v.has(k, W.THAT) and not v.t.keys[k].startswith(BI))


def _parenthesis(v: View, j: int, limit: int) -> bool:
    """«فلان، وهو ممثل الهيئة، »: a nominal clause that says who the subject is."""
    return j < limit and v.has(j, W.PRON) and v.has(j, W.AND)


def _extend(w: Walk, end: int) -> None:
    """A clause that describes the subject is part of it, unless somebody speaks in it or it is too long to be meant."""
    assert w.subject is not None
    speaks = any(
        c.kind == "verb" and not c.after and c.lemma not in lemmas("carriers")
        for k in range(w.subject[1], end)
        for c in w.v.cues.get(k, ())
    )
    issued = w.v.t.keys[w.subject[1]] in words("verbs", "issued")  # when a text came out is not part of its name
    if not speaks and not issued and end - w.subject[1] <= _CLAUSE:
        w.subject = (w.subject[0], end)


def _apposition(w: Walk, j: int, stops: frozenset[str]) -> int:
    """After a comma: a phrase that explains the subject is part of it; anything else is left to the walk."""
    v = w.v
    if w.subject is None or w.subject[1] != j - 1 or j >= w.limit or not starts_noun(v, j) or j in v.opens:
        return j
    if v.verbal(j) and not v.has(j, W.DEF | W.OFFICE):
        return j
    aside = any(c.kind in ("participle", "particle") for c in v.cues.get(j, ()))
    if aside or any(prefixed(v.t.keys[j], p) for p in (BI, LI, KA)):
        return j
    if w.frames & {"obj", "fact"} and v.has(j, W.ABSTRACT | W.MASDAR | W.OWNED):
        return j
    end = noun_phrase(v, j, w.limit, stops=stops, objects=bool(w.frames & {"obj", "fact"}))
    closed = end >= w.limit or not v.is_word(end) or v.has(end, W.THAT)
    closed = closed or (v.t.keys[end] not in stops and adjunct(v, end, w.limit) > end)
    if w.frames & {"obj", "blame", "label", "bi", "ala", "min"} and not closed:  # «دعا فلان، وهو كذا، الحكومة إلى»
        return j
    if w.apposed and w.frames & {
        "obj",
        "blame",
    }:  # «واتهم الناطق، فلان، الرئيس بالكذب»: one apposition, then the object
        return j
    w.subject, w.apposed = (w.subject[0], end), True
    return end


def _must_speak(w: Walk, j: int, end: int) -> bool:
    """«أكدت كريم من جديد أن …», as careless translations write: a person right behind a verb that takes nobody as its
    object, and a clause with أن soon after, can only be who speaks.
    """
    if w.addressed or "that" not in w.frames or j not in w.v.people or j != w.after:
        return False
    return any(w.v.has(k, W.THAT) for k in range(end, min(end + _SOON, w.limit)))


_SOON = 4
"""Tokens within which the clause must open."""
