"""Estimates that can be compared, together: one series for one measure, thing counted, scope, happening and standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.model.event import Estimate
from tawatur.model.ids import content_id
from tawatur.reconcile.book import Book
from tawatur.reconcile.scope import apart, standing

SOFT = frozenset({"happening", "magnitude"})
"""Conditions that one member of a series may fail against another, where a third holds both together."""


WINDOW = 24
"""How many of a series' latest members a newcomer is compared with."""


def _order(book: Book, e: Estimate) -> tuple[str, str, int, str]:
    return (e.said or str(book.day(e.article) or ""), e.article, e.span.start, e.id)


def group(book: Book) -> tuple[tuple[Estimate, ...], ...]:
    """All estimates in series, each estimate with its series' id; the order of the articles does not matter.

    An estimate joins the series to most of whose members it is comparable; a hard condition that fails against any
    member keeps it out. What joins none opens its own.
    """
    blocks: dict[tuple[str, str], list[list[Estimate]]] = {}
    for e in sorted(book.estimates, key=lambda e: _order(book, e)):
        open_series = blocks.setdefault((e.measure, standing(e)), [])
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
        for members in _joined(blocks[key], book):
            name = content_id("s", *sorted(e.id for e in members))
            out.append(tuple(replace(e, series=name) for e in members))
    return tuple(out)


def _joined(open_series: list[list[Estimate]], book: Book) -> list[list[Estimate]]:
    """Join series most of whose members are comparable: the order of arrival must not keep them apart."""
    series = list(open_series)
    while True:
        best: tuple[float, int, int] | None = None
        for n, a in enumerate(series):
            for m in range(n + 1, len(series)):
                share = sum(_fit(e, series[m], book) for e in a[-WINDOW:]) / len(a[-WINDOW:])
                if share >= JOIN and (best is None or share > best[0]):
                    best = (share, n, m)
        if best is None:
            return series
        _, n, m = best
        series[n] = sorted([*series[n], *series[m]], key=lambda e: _order(book, e))
        del series[m]


JOIN = 0.5
"""Least share of comparable pairs from which two series are one."""


def _fit(e: Estimate, members: Sequence[Estimate], book: Book) -> float:
    """Share of `members` that `e` can be compared with; 0 where a hard condition forbids it against one in five or more."""
    held = hard = 0
    latest = members[-WINDOW:]  # the latest members speak for a long series
    for m in latest:
        reason = apart(e, m, book)
        if reason is None:
            held += 1
        elif reason not in SOFT:
            hard += 1
    return 0.0 if hard * 5 > len(latest) else held / len(latest)
