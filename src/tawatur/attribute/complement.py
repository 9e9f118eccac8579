"""What follows a cue: its subject, its adjuncts, its transmitters, and where what is asserted begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.attribute.lexicon import W, classify, prefixed, signs, words
from tawatur.attribute.phrase import adjunct, named_by, noun_phrase, starts_noun
from tawatur.attribute.via import transmitter
from tawatur.attribute.view import View
from tawatur.model.mention import Cue
from tawatur.text.words import BI, FRAMES, KA, LI

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """Where an assertion begins. `sort`: that, colon, quote, prep or object; `marker`: the token that opens it.

    `subject`, `via`: token ranges. `merged`: a second verb of speech with the same assertion («وأضاف يقول»).
    """

    start: int
    marker: int
    sort: str
    subject: Range | None = None
    via: list[Range] = field(default_factory=list)
    merged: int | None = None


@dataclass(slots=True)
class _Walk:
    """The state of one walk from a cue to what it asserts."""

    v: View
    limit: int
    frames: frozenset[str]
    has_subject: bool
    owned: bool
    subject: Range | None = None
    via: list[Range] = field(default_factory=list)
    merged: int | None = None
    skipped_object: bool = False

    def found(self, start: int, marker: int, sort: str) -> Found | None:
        """The result, unless nothing is left to assert."""
        while start < self.limit and self.v.punct(start, ":" + signs("commas") + signs("dashes")):
            start += 1
        if start >= self.limit:
            return None
        return Found(start, marker, sort, self.subject, self.via, self.merged)


def complement(v: View, cue: Cue, limit: int, *, has_subject: bool) -> Found | None:
    """Where the assertion of `cue` begins, looking no further than token `limit`; None where the cue asserts nothing.

    `has_subject`: the subject stands before the cue, so that a noun phrase after it is an object.
    """
    frames = frozenset(cue.frame.split("+"))
    stops = frozenset(p for f, p in FRAMES.items() if f in frames) | (
        frozenset({FRAMES["ila"]}) if "ila_that" in frames else frozenset()
    )
    w = _Walk(v, limit, frames, has_subject, bool(cue.after))
    j = cue.last
    while j < limit:
        opened = _opens(w, j, stops)
        if opened is not None:
            return opened
        after = _past(w, j, stops)
        if after <= j:
            return None
        j = after
    return None


def _opens(w: _Walk, j: int, stops: frozenset[str]) -> Found | None:
    """What is asserted, if its opening stands at token `j`."""
    v, frames = w.v, w.frames
    if v.punct(j, ":"):
        return w.found(j + 1, j, "colon")
    if j in v.opens and not (v.opens[j].is_name or named_by(v, j, w.limit)):
        return w.found(j, j, "quote")
    if v.has(j, W.THAT):
        if "quote" in frames and j > 0 and not v.has(j - 1, W.PREP):
            return None
        return w.found(j + 1, j, "that")
    word = v.t.keys[j]
    if word in stops:
        if j + 1 < w.limit and v.has(j + 1, W.THAT):
            return w.found(j + 2, j, "that")
        if "ila_that" in frames or (word == FRAMES["fi"] and j + 1 < w.limit and v.has(j + 1, W.TIME | W.OCCASION)):
            return None
        return w.found(j + 1, j, "prep")
    for letter in (BI, LI):
        if letter in stops and (rest := prefixed(word, letter)):
            if letter == LI and classify(rest) & W.MEDIA:
                return None
            return w.found(j + 1 if classify(rest) & W.THAT else j, j, "prep")
        if letter in stops and word == letter:
            return w.found(j, j, "prep")
    if frames & {"obj", "blame"} and not w.owned and _object(w, j):
        return w.found(j, j, "object")
    return None


def _object(w: _Walk, j: int) -> bool:
    """Whether the bare noun phrase at `j` is what is asserted: the subject is known, or the word cannot be one."""
    v = w.v
    if v.t.keys[j] in words("classes", "object_particles") or (v.has(j, W.DEM) and (w.subject or w.has_subject)):
        return True
    if not starts_noun(v, j) or (v.verbal(j) and not v.has(j, W.MASDAR | W.ABSTRACT)):
        return False
    if any(prefixed(v.t.keys[j], p) for p in (BI, LI, KA)):
        return False
    if w.has_subject or w.subject:
        return True
    return v.has(j, W.ABSTRACT | W.MASDAR) and not v.has(j, W.DEF | W.OFFICE | W.PARTITIVE)


def _past(w: _Walk, j: int, stops: frozenset[str]) -> int:
    """The token after whatever stands at `j` and is not yet what is asserted; `j` itself where the walk must end."""
    v = w.v
    if v.t.keys[j] in words("merges", "after") and w.merged is None:
        w.merged = j
        return j + 1
    if v.punct(j, signs("commas")):
        return _apposition(w, j + 1, stops)
    if carrier := transmitter(v, j, w.limit):
        w.via.append(carrier)
        return carrier[1]
    after = adjunct(v, j, w.limit)
    if after > j:
        return after
    if v.verbal(j) and j not in v.named and not v.has(j, W.OFFICE | W.MASDAR | W.DEF):
        return j
    if not starts_noun(v, j):
        return j
    end = noun_phrase(
        v, j, w.limit, stops=stops, objects=bool(w.frames & {"obj", "blame", "label", "ila", "min", "bi", "ala"})
    )
    if w.subject is None and not w.has_subject:
        w.subject = (j, end)
        return end
    if not w.skipped_object:
        w.skipped_object = True
        return end
    return j


def _apposition(w: _Walk, j: int, stops: frozenset[str]) -> int:
    """After a comma: a phrase that explains the subject is part of it; anything else is left to the walk."""
    v = w.v
    if w.subject is None or w.subject[1] != j - 1 or j >= w.limit or not starts_noun(v, j) or j in v.opens:
        return j
    if v.verbal(j) and not v.has(j, W.DEF | W.OFFICE):
        return j
    if any(prefixed(v.t.keys[j], p) for p in (BI, LI, KA)) or any(c.kind == "participle" for c in v.cues.get(j, ())):
        return j
    end = noun_phrase(v, j, w.limit, stops=stops)
    w.subject = (w.subject[0], end)
    return end
