"""The dossier in other formats than the page: one file a format, one line here for each."""

from __future__ import annotations

from typing import Protocol

from tawatur.export.brief import render_md
from tawatur.export.records import render_json
from tawatur.export.sheet import render_csv
from tawatur.model.ledger import Dossier

__all__ = ["EXPORTERS", "Exporter", "render_csv", "render_json", "render_md"]


class Exporter(Protocol):
    """Turns a dossier into the text of one file; the same dossier, version and rules give the same text."""

    def __call__(self, dossier: Dossier, *, version: str, rules: str) -> str:
        """Return the file's text."""


EXPORTERS: dict[str, Exporter] = {"json": render_json, "csv": render_csv, "md": render_md}
