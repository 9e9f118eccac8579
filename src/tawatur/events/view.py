"""One article laid out by token: what stands where, who speaks there, which sentence it is."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from tawatur.model.document import Sentence
from tawatur.model.ledger import Analysis
from tawatur.model.mention import Name, Quantity, Reference, Time
from tawatur.model.span import Span
from tawatur.model.tokens import Tokens


@dataclass(slots=True)
class View:
    """Look-up tables over the tokens of one analysis, made once and read by every rule.

    `quantity`, `time`, `name`, `reference`: what covers a token (the widest reference). `speaker`: index of the innermost
    attribution whose content covers a token, -1 in the outlet's own voice. `said_by`: tokens of cues and sources.
    `party`: the state to which a place belongs. `acts`: what `govern` found, by sentence.
    """

    analysis: Analysis
    tokens: Tokens
    keys: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    quantity: dict[int, Quantity] = field(default_factory=dict)
    time: dict[int, Time] = field(default_factory=dict)
    name: dict[int, Name] = field(default_factory=dict)
    reference: dict[int, Reference] = field(default_factory=dict)
    speaker: dict[int, int] = field(default_factory=dict)
    said_by: dict[int, int] = field(default_factory=dict)
    party: dict[str, str] = field(default_factory=dict)
    acts: dict[int, Any] = field(default_factory=dict)

    def at(self, offset: int) -> int:
        """Index of the token that starts at `offset` or is the first after it."""
        return bisect_left(self.tokens.starts, offset)

    def range(self, span: Span) -> tuple[int, int]:
        """Tokens that `span` covers, first and last + 1."""
        return self.at(span.start), bisect_left(self.tokens.starts, span.end)


def view(analysis: Analysis) -> View:
    """Lay out `analysis`. Captions and other noise bear no events, so their sentences are left out."""
    doc = analysis.document
    v = View(analysis, doc.tokens, doc.tokens.keys, tuple(s for s in doc.sentences if s.role != "caption"))
    for e in analysis.entities:
        if e.type == "LOC" and e.sort != "state" and e.party is not None:
            v.party[e.id] = e.party
    for q in analysis.quantities:
        if not q.in_noise:
            v.quantity.update(dict.fromkeys(range(q.first, q.last), q))
    for t in analysis.times:
        v.time.update(dict.fromkeys(range(t.first, t.last), t))
    for n in analysis.names:
        v.name.update(dict.fromkeys(range(n.first, n.last), n))
    for r in sorted(analysis.references, key=lambda r: r.last - r.first):
        v.reference.update(dict.fromkeys(range(r.first, r.last), r))
    contents = [(x.content, i) for i, x in enumerate(analysis.attributions) if x.content is not None]
    for content, i in sorted(contents, key=lambda c: -(c[0].end - c[0].start)):
        v.speaker.update(dict.fromkeys(range(*v.range(content)), i))
    for i, x in enumerate(analysis.attributions):
        for part in (x.cue, x.source, *x.via):
            if part is not None:
                v.said_by.update(dict.fromkeys(range(*v.range(part)), i))
    return v
