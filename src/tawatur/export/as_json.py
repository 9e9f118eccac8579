"""The dossier as JSON, schema `tawatur.dossier/1`."""

from __future__ import annotations

import json

from tawatur.model import wire
from tawatur.model.ledger import Dossier


def write(dossier: Dossier, *, version: str, rules: str) -> str:
    """The dossier as indented JSON; the same input gives the same text.

    Lone surrogates, which no UTF-8 file can hold, are written as escapes, so that reading gives the same strings back.
    """
    text = json.dumps(wire.dossier(dossier, version=version, rules=rules), ensure_ascii=False, indent=1)
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text + "\n"
