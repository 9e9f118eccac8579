"""What follows a cue: its subject, its adjuncts, its transmitters, and where what is asserted begins."""

from __future__ import annotations

from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.lexicon import W, lemmas
from tawatur.attribute.openings import opens
from tawatur.attribute.passage import past
from tawatur.attribute.view import FAR, View
from tawatur.attribute.walk import Found, Walk
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.words import FRAMES

NO_SUBJECT_AFTER = ("md", "fd", "mp", "fp")
"""Before its subject a verb stands in the singular (Ryding ch. 3): after a plural or dual comes no subject."""


def complement(v: View, cue: Cue, limit: int, *, has_subject: bool) -> Found | None:
    """Where the assertion of `cue` begins, looking no further than token `limit`; None where the cue asserts nothing.

    `has_subject`: the subject stands before the cue, so that a noun phrase after it is an object.
    """
    frames = frozenset(cue.frame.split("+"))
    stops = frozenset(p for f, p in FRAMES.items() if f in frames) | (
        frozenset({FRAMES["ila"]}) if "ila_that" in frames else frozenset()
    )
    if cue.agrees in NO_SUBJECT_AFTER:
        has_subject = True
    w = Walk(
        v,
        limit,
        frames,
        has_subject,
        bool(cue.after),
        after=cue.last,
        leaning=cue.lemma in lemmas("leaning"),
        addressed=cue.lemma in lemmas("addressed"),
        plain=cue.lemma in lemmas("plain") and cue.tense == "past" and cue.before != "",
        agrees=cue.agrees,
    )
    j = cue.last
    while j < min(limit, cue.last + FAR):
        opened = opens(w, j, stops)
        if opened is not None:
            return opened
        before = w.has_subject
        after = past(w, j, stops)
        if after <= j and w.has_subject == before:
            return None
        j = after
    return None


def draft_of(v: View, cue: Cue, s: Sentence, found: Found, before: Range | None, rule: str) -> Draft:
    """The draft of a cue with its complement; a preposition that opens it belongs to the cue («مشيرا إلى»)."""
    d = make(cue, s, found.start, found.sort, rule, source=before or found.subject)
    d.via = found.via
    opened = found.marker == cue.last and found.sort in ("that", "prep") and v.has(found.marker, W.PREP)
    if opened and v.t.keys[found.marker] in FRAMES.values():
        d.cue = (cue.first, cue.last + 1)
    return d
