"""Estimates that can be compared, together: one series for one measure, thing counted, scope, happening and standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.model.event import Estimate
from tawatur.model.ids import content_id
from tawatur.reconcile.book import Book
from tawatur.reconcile.scope import apart

SOFT = frozenset({"happening", "magnitude"})
"""Conditions that one member of a series may fail against another, where a third holds both together."""


def _order(book: Book, e: Estimate) -> tuple[str, str, int, str]:
    return (e.said or str(book.day(e.article) or ""), e.article, e.span.start, e.id)


def group(book: Book) -> tuple[tuple[Estimate, ...], ...]:
    """All estimates in series, each estimate with its series' id; the order of the articles does not matter.

    An estimate joins the series to most of whose members it is comparable; a hard condition that fails against any
    member keeps it out. What joins none opens its own.
    """
    blocks: dict[tuple[str, str], list[list[Estimate]]] = {}
    for e in sorted(book.estimates, key=lambda e: _order(book, e)):
        open_series = blocks.setdefault((e.measure, e.standing), [])
        best, most = None, 0.0
        for members in open_series:
            share = _fit(e, members, book)
            if share > most:
                best, most = members, share
        if best is None:
            open_series.append([e])
        else:
            best.append(e)
    out = []
    for key in sorted(blocks):
        for members in blocks[key]:
            name = content_id("s", *sorted(e.id for e in members))
            out.append(tuple(replace(e, series=name) for e in members))
    return tuple(out)


def _fit(e: Estimate, members: Sequence[Estimate], book: Book) -> float:
    """Share of `members` that `e` can be compared with; 0 where a hard condition forbids it."""
    held = 0
    for m in members[-24:]:  # the latest members speak for a long series
        reason = apart(e, m, book)
        if reason is None:
            held += 1
        elif reason not in SOFT:
            return 0.0
    return held / min(len(members), 24)
