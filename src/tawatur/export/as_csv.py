"""The figures as a sheet: one row an estimate, for a coder to paste."""

from __future__ import annotations

import csv
import io

from tawatur.model.event import Estimate
from tawatur.model.ledger import Dossier
from tawatur.model.wire import number
from tawatur.text.label import Labels, clean, series_order

COLUMNS = (
    "series",
    "measure",
    "of_ar",
    "of_en",
    "low",
    "best",
    "high",
    "approx",
    "as_of",
    "over",
    "said",
    "mode",
    "standing",
    "part_of",
    "actor",
    "recipient",
    "place",
    "class",
    "origin",
    "origin_label",
    "chain",
    "figure",
    "sentence",
    "article",
    "outlet",
    "date",
    "url",
    "start",
    "end",
    "id",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet compute a cell instead of showing it (OWASP, CSV injection)."""


def guard(cell: object) -> str:
    """A cell's text that no spreadsheet takes for a formula; line breaks become spaces, so one row is one line.

    >>> guard("=1+1"), guard(" @x"), guard(13000), guard(None)
    ("'=1+1", "'@x", '13000', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return str(cell)
    text = " ".join(clean(str(cell)).replace("\0", "").split())
    return "'" + text if text.startswith(_FORMULA) else text


def write(dossier: Dossier, *, version: str, rules: str) -> str:  # noqa: ARG001 (all formats are called alike)
    """One row an estimate, series together; a header line of `COLUMNS` first."""
    labels = Labels(dossier)
    claims = {c.id: c for c in dossier.claims}
    raw = {a.id: a.document.article for a in dossier.analyses}
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    sheet.writerow(COLUMNS)

    def row(e: Estimate) -> list[object]:
        claim, article = claims.get(e.claim), raw[e.article]
        figures = [number(x) for x in (e.low, e.best, e.high)]
        told = [e.series, e.measure, e.of_ar, e.of_en, *figures, e.approx, e.as_of, e.over, e.said]
        what = [e.mode, e.standing, "yes" if e.part_of else "", e.actor, e.recipient, e.place, e.class_]
        who = [e.origin, labels.origin(e.origin, "ar", e.article)]
        chain = " ← ".join(labels.chain(claim, "ar")) if claim else ""
        sentence = claim.sentence.text if claim else e.span.text
        where = [e.article, labels.outlet(e.article, "ar"), article.date, article.url, e.span.start, e.span.end, e.id]
        return [*told, *what, *who, chain, e.span.text, sentence, *where]

    for group in series_order(dossier.estimates):
        for e in group:
            sheet.writerow([guard(c) for c in row(e)])
    return out.getvalue()
