"""The figures as CSV: one row an estimate, to be pasted into a sheet and coded further."""

from __future__ import annotations

import csv
import io

from tawatur.model.event import Estimate
from tawatur.model.ledger import Dossier
from tawatur.model.wire import number
from tawatur.text.label import Labels, clean, series_order
from tawatur.text.tell import what

COLUMNS = (
    "id",
    "series",
    "measure",
    "of",
    "of_en",
    "what_en",
    "standing",
    "mode",
    "class",
    "part_of",
    "low",
    "best",
    "high",
    "approx",
    "figure",
    "as_of",
    "over",
    "said",
    "actor",
    "actor_id",
    "recipient",
    "recipient_id",
    "place",
    "place_id",
    "origin",
    "origin_en",
    "origin_id",
    "chain",
    "chain_en",
    "sentence",
    "article",
    "start",
    "end",
    "outlet",
    "date",
    "date_is",
    "url",
)
LIVE = ("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection), with the full-width forms that some fold."""


def inert(text: str) -> str:
    """A cell on one line that no spreadsheet runs: a leading apostrophe before what would start a formula.

    >>> inert("=HYPERLINK(1)"), inert(" @x"), inert("2024-10/..")
    ("'=HYPERLINK(1)", "'@x", '2024-10/..')
    """
    line = " ".join(clean(text).replace("\0", "").split())
    return "'" + line if line.startswith(LIVE) else line


def render_csv(dossier: Dossier, *, version: str, rules: str) -> str:  # noqa: ARG001 - every exporter takes them
    """One row an estimate, by series and time; RFC 4180, with a byte order mark so that Excel reads the letters right."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    rows = _Rows(dossier)
    for series in series_order(dossier.estimates):
        for estimate in series:
            writer.writerow([v if isinstance(v, int | float) else inert(v or "") for v in rows.row(estimate)])
    return "\ufeff" + out.getvalue()


class _Rows:
    """Looks up what stands behind a figure."""

    def __init__(self, dossier: Dossier) -> None:
        self.labels = Labels(dossier)
        self.claims = {c.id: c for c in dossier.claims}
        self.articles = {a.id: a.document.article for a in dossier.analyses}

    def row(self, e: Estimate) -> tuple[str | float | None, ...]:
        """The cells of one estimate, in the order of `COLUMNS`."""
        claim, article, name = self.claims.get(e.claim), self.articles.get(e.article), self.labels.entity
        # the outlet first, as the chain runs; the sign is the one of the glossary, whatever the cell's direction
        ar, en = (" ← ".join(self.labels.chain(claim, lang)) if claim else "" for lang in ("ar", "en"))
        return (
            *(
                e.id,
                e.series,
                e.measure,
                e.of_ar,
                e.of_en,
                what(e, "en"),
                e.standing,
                e.mode,
                e.class_,
                "yes" if e.part_of else "",
            ),
            *(number(e.low), number(e.best), number(e.high), e.approx, e.span.text, e.as_of, e.over, e.said),
            *(x for who in (e.actor, e.recipient, e.place) for x in (name(who, "ar"), who)),
            *(self.labels.speakers(e, lang) for lang in ("ar", "en")),
            *(e.origin, ar, en),
            *(" ".join(claim.sentence.text.split()) if claim else "", e.article, e.span.start, e.span.end),
            *(article.outlet if article else "", *((article.date, article.date_is, article.url) if article else ())),
        )
