"""The claim that carries a place in an article: the innermost one that covers it, or the outlet's own voice."""

from __future__ import annotations

from tawatur.model.claim import OUTLET, Claim, Link
from tawatur.model.document import Sentence
from tawatur.model.ids import content_id
from tawatur.model.ledger import Analysis
from tawatur.model.span import Span

NEAR = 60
"""How many characters a time may stand from the cue with which somebody spoke."""


def said_at(a: Analysis, time: Span) -> set[int]:
    """The attributions that were made at a time («قالت الوزارة، الأربعاء، إن»): it stands with the cue, not in what was said."""
    return {
        n
        for n, x in enumerate(a.attributions)
        if abs(x.cue.start - time.start) < NEAR
        and x.content is not None
        and not x.content.overlaps(time)
        and min(x.cue.start, x.content.start) <= time.start <= max(x.cue.end, x.content.end)
    }


def claim_at(a: Analysis, sentence: Sentence, span: Span) -> Claim:
    """The claim in whose content `span` stands; the sentence's narration where no speaker has it.

    A sentence of the outlet's own voice that so far bore no claim gets one: its words are now part of a finding.
    """
    covering = [c for c in a.claims if c.content.covers(span)]
    if covering:
        return min(covering, key=lambda c: (c.content.end - c.content.start, c.id))
    touching = [c for c in a.claims if c.kind == "narration" and c.sentence.start == sentence.span.start]
    if touching:
        return touching[0]
    return Claim(
        id=content_id("c", a.id, sentence.span.start, sentence.span.end, "narration"),
        article=a.id,
        content=sentence.span,
        sentence=sentence.span,
        chain=(Link(role="outlet"),),
        origin=OUTLET,
        mode="states",
        kind="narration",
    )
