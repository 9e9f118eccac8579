"""Whom a verb without a subject means, among all who were named before it: several weak signs, added up.

«وأضاف» mostly takes up who spoke last, yet not where a woman spoke between, where the last speaker was only quoted by
another, or where somebody else opened the paragraph. Each phrase that may be meant collects its signs: how far back it
stands, whether it spoke, its gender and number, its place in its sentence, whether a rule proposes it. The weights
(`ar.referents.tsv`) are those of a conditional logit fitted to hand-marked articles by `tools/train_referents.py`
(McFadden 1974, "Conditional logit analysis of qualitative choice behavior"; for the task: Lappin and Leass 1994, "An
algorithm for pronominal anaphora resolution").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from tawatur.attribute.agreement import fits, gender, mute
from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W, lemmas
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Reference
from tawatur.text.lexicon import table

SENTENCES = 6
"""Sentences back within which a phrase that never spoke may be meant."""
SPEAKERS = 8
"""Earlier drafts whose speakers may be meant."""
MOST = 24
"""Named phrases that are looked at."""


@dataclass(slots=True)
class Candidate:
    """A phrase that may be meant, and the signs for and against it."""

    phrase: Range
    entity: str | None = None
    type: str = ""
    signs: set[str] = field(default_factory=set)


@cache
def weights() -> dict[str, float]:
    """Sign → what it adds."""
    return {sign: float(weight) for sign, weight in table("tawatur.attribute", "ar.referents.tsv", 2)}


def choose(v: View, d: Draft, past: Sequence[Draft], s: Sentence, proposed: Mapping[str, Range | None]) -> Range | None:
    """The phrase that the verb of `d` means; None where nobody stands before it.

    `past`: the drafts before it, with their speakers. `proposed`: what single rules take it for, by the rule's name.
    """
    found = candidates(v, d, past, s, proposed)
    if not found:
        return None
    w = weights()
    found = [c for c in found if "disagrees" not in c.signs] or found  # grammar before habit
    return max(found, key=lambda c: (sum(w.get(sign, 0.0) for sign in c.signs), c.phrase[0])).phrase


def candidates(
    v: View, d: Draft, past: Sequence[Draft], s: Sentence, proposed: Mapping[str, Range | None]
) -> list[Candidate]:
    """Everybody who may be meant, in the order of the text, with their signs."""
    at = d.cue[0]
    by_place: dict[int, Candidate] = {}

    def put(phrase: Range) -> Candidate:
        for c in by_place.values():
            if c.phrase[0] < phrase[1] and phrase[0] < c.phrase[1]:
                return c
        by_place[phrase[0]] = Candidate(phrase)
        return by_place[phrase[0]]

    spoke = [o for o in past if o.speaker is not None and o.cue[0] < at]
    for o in spoke[-SPEAKERS:]:
        assert o.speaker is not None
        c = put(o.speaker)
        c.signs.add(
            "spoke as a particle's" if o.word.kind == "particle" else "spoke" if o.outer is None else "spoke within"
        )
    for name, phrase in proposed.items():
        if phrase is not None and phrase[0] < at:
            put(phrase).signs.add(f"proposed {name}")
    first = bisect_right(v.reference_starts, at) - 1
    for r in v.references[max(0, first - MOST + 1) : first + 1][::-1]:
        if r.last > at or r.type not in ("PER", "ORG", "LOC"):
            continue
        if v.doc.story[r.first] and _apart(v, r.first, s) <= SENTENCES:
            c = put((r.first, r.last))
            _name(c, r)
    found = [by_place[k] for k in sorted(by_place)]
    _compare(v, d, spoke, s, found)
    return found


def _name(c: Candidate, r: Reference) -> None:
    if c.entity is None or r.first == c.phrase[0]:
        c.entity, c.type = r.entity, r.type


def _apart(v: View, token: int, s: Sentence) -> int:
    """Sentences between a token and the sentence `s`."""
    return s.index - v.sentence_of(token)


def _compare(v: View, d: Draft, spoke: Sequence[Draft], s: Sentence, found: list[Candidate]) -> None:
    """Add what each candidate shows beside the others."""
    main = next((o.speaker for o in reversed(spoke) if o.outer is None and o.word.kind != "particle"), None)
    last = next((c for c in found if main is not None and c.phrase[0] < main[1] and main[0] < c.phrase[1]), None)
    goes_on = d.word.lemma in lemmas("continuing")
    latest: dict[str, Candidate] = {c.entity: c for c in found if c.entity}
    for rank, c in enumerate(reversed(found)):
        add, start = c.signs.add, c.phrase[0]
        apart = _apart(v, start, s)
        add(f"sentences {min(apart, 4)}")
        add(f"rank {min(rank, 4)}")
        add(f"type {c.type or 'none'}")
        if not fits(v, c.phrase, d.word.agrees):
            add("disagrees")
        elif (told := gender(v, c.phrase)) and d.word.agrees[:1] in ("m", "f"):
            add("agrees in gender" if told == d.word.agrees[0] else "another gender")
        if mute(v, c.phrase):
            add("mute")
        if c is last:
            add("spoke last")
            if goes_on:
                add("spoke last and goes on")
            if d.word.before:
                add("spoke last, joined")
        elif last is not None and c.entity and c.entity == last.entity:
            add("is who spoke last")
        if c.entity and latest[c.entity] is c:
            add("latest of its name")
        if d.start <= start < d.end:
            add("in its own assertion")
        if any(o.start <= start < o.end for o in spoke):
            add("in what is said")
        _place(v, c)


def _place(v: View, c: Candidate) -> None:
    """Where in its sentence a candidate stands."""
    start = c.phrase[0]
    role = v.role_of(start)
    if role in ("title", "subhead"):
        c.signs.add("in a title")
    if v.opens_sentence(start):
        c.signs.add("opens its sentence")
    elif v.verbal(start - 1) and start - 1 not in v.named:
        c.signs.add("after a verb")
    elif v.has(start - 1, W.PREP):
        c.signs.add("after a preposition")
