"""The walk from a cue to what it asserts: its state, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.attribute.draft import Range
from tawatur.attribute.lexicon import W, signs
from tawatur.attribute.view import View


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
class Walk:
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
    after: int = 0
    leaning: bool = False
    addressed: bool = False
    apposed: bool = False
    plain: bool = False
    agrees: str = ""

    def found(self, start: int, marker: int, sort: str) -> Found | None:
        """The result, unless nothing is left to assert."""
        while start < self.limit and self.v.punct(start, ":" + signs("commas") + signs("dashes")):
            start += 1
        if sort == "colon" and start < self.limit and self.v.has(start, W.THAT):
            start += 1
        if start >= self.limit:
            return None
        return Found(start, marker, sort, self.subject, self.via, self.merged)
