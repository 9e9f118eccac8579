"""The order in which the ledger is drawn up: series, findings over figures, findings over claims, timeline."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model.claim import Claim
from tawatur.model.ledger import FINDING_KINDS, Dossier, Finding
from tawatur.reconcile import (
    asides,
    courses,
    dates,
    differences,
    doubts,
    drift,
    figures,
    propositions,
    quarrels,
    timeline,
    wording,
)
from tawatur.reconcile.book import Book
from tawatur.reconcile.series import group


def draw_up(book: Book) -> Dossier:
    """The dossier of an affair."""
    series = group(book)
    found = [f for s in series for f in (*figures.agreements(s, book), *figures.changes(s, book))]
    found += differences.between(series, book)
    pairs = tuple(sorted({*book.likeness.candidates(tuple(book.claims)), *propositions.admissions(book)}))
    told = frozenset(frozenset(f.claims) for f in found if f.kind == "agrees")
    found += propositions.agreements(book, pairs, told)
    found += propositions.disputes(book, pairs)
    found += doubts.findings(book)
    stood, more_claims = quarrels.findings(book)
    found += stood
    aside, aside_claims = asides.findings(book)
    found += aside
    went_on, course_claims = courses.findings(book)
    found += went_on
    found += drift.findings(book, pairs)
    named, extra = wording.findings(book)
    found += named
    dated, more, odd = dates.contradictions(book)
    found += dated
    merged = timeline.merge(book)
    claims = _claims(book, [*extra, *more, *more_claims, *aside_claims, *course_claims])
    by_event = {m: e.id for e in merged for m in e.members}
    return Dossier(
        analyses=book.analyses,
        placements=book.placements,
        entities=book.entities,
        claims=tuple(replace(c, events=tuple(dict.fromkeys(by_event.get(e, e) for e in c.events))) for c in claims),
        events=merged,
        estimates=tuple(sorted((e for s in series for e in s), key=lambda e: (e.article, e.span.start, e.id))),
        findings=tuple(sorted(_once(found), key=lambda f: (FINDING_KINDS.index(f.kind), f.articles, f.id))),
        timeline=timeline.moments(book, merged, odd),
        problems=tuple(sorted({p for a in book.analyses for p in a.problems})),
    )


def _claims(book: Book, extra: list[Claim]) -> list[Claim]:
    """All claims, with those that only a finding needed, in the order of the articles and of the text."""
    known = {**{c.id: c for c in extra}, **book.claims}
    return sorted(known.values(), key=lambda c: (c.article, c.content.start, c.content.end, c.id))


def _once(found: list[Finding]) -> list[Finding]:
    """Each finding once, and none that says of the same claims what another of its kind says already."""
    out: dict[str, Finding] = {}
    for f in found:
        out.setdefault(f.id, f)
    kept = list(out.values())
    return [
        f
        for f in kept
        if not any(
            o is not f and o.kind == f.kind and set(f.claims) < set(o.claims) and not f.estimates and not o.estimates
            for o in kept
        )
    ]
