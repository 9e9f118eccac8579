"""Mentions → attributions and claims, with chains, mode and kind."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.chain import Chains, bare_span
from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.engine import drafts
from tawatur.attribute.lexicon import W
from tawatur.attribute.view import View, view
from tawatur.model.claim import Attribution, Claim
from tawatur.model.document import Document
from tawatur.model.ids import content_id
from tawatur.model.ledger import Entity
from tawatur.model.mention import Cue, Quote, Reference
from tawatur.model.problem import Problem
from tawatur.model.span import Span


def attribute(
    doc: Document,
    cues: Sequence[Cue],
    quotes: Sequence[Quote],
    references: Sequence[Reference],
    entities: Sequence[Entity],
) -> tuple[tuple[Attribution, ...], tuple[Claim, ...], tuple[Problem, ...]]:
    """Who says what in `doc`: attributions in the order of their cues, one claim each, and what stayed open."""
    if not len(doc.tokens):
        return (), (), ()
    v = view(doc, cues, quotes, references)
    chains = Chains(v, references, entities)
    found = drafts(v)
    attributions = tuple(_attribution(v, d, chains) for d in found)
    claims = tuple(_claim(doc, n, a) for n, a in enumerate(attributions) if a.content is not None)
    return attributions, claims, ()


def content_span(v: View, d: Draft) -> Span:
    """The characters of what is asserted: inside the quotation marks where it is wholly quoted."""
    q = v.opens.get(d.start)
    if q is not None and d.exact:
        return q.inner
    if q is not None and q.last >= d.end and d.kind == "direct":
        return q.inner
    return v.t.span(d.start, d.end)


def _described(v: View, phrase: Range) -> bool:
    """Whether a relative clause follows the phrase, which may then hang on a preposition: «لروسيا التي أكدت»."""
    return phrase[1] < len(v.t) and v.has(phrase[1], W.REL)


def _attribution(v: View, d: Draft, chains: Chains) -> Attribution:
    links, origin, why = chains.of(d)
    source = (
        None
        if d.source is None
        else bare_span(v, d.source)
        if d.word.frame == "prep" or _described(v, d.source)
        else v.t.span(*d.source)
    )
    return Attribution(
        cue=v.t.span(*d.cue),
        source=source,
        refers_to=v.t.span(*d.speaker) if d.speaker and not d.source else None,
        content=content_span(v, d),
        kind=d.kind,
        mode=d.mode,
        via=tuple(bare_span(v, p) for p in d.via),
        origin=origin,
        chain=links,
        outer=d.outer,
        sentence=d.sentence,
        rule=d.rule,
        lemma=d.word.lemma,
        mode_cue=v.t.span(d.mode_cue, d.mode_cue + 1) if d.mode_cue is not None else None,
        why_open=why,
    )


def _claim(doc: Document, n: int, a: Attribution) -> Claim:
    assert a.content is not None
    return Claim(
        id=content_id("c", doc.id, a.cue.start, a.content.start, a.content.end),
        article=doc.id,
        content=a.content,
        sentence=next(s.span for s in doc.sentences if s.index == a.sentence),
        chain=a.chain,
        origin=a.origin,
        mode=a.mode,
        kind=a.kind,
        attribution=n,
    )
