"""The dossier as JSON, schema `tawatur.dossier/1` (CONTRACT)."""

from __future__ import annotations

import json

from tawatur.model import wire
from tawatur.model.ledger import Dossier
from tawatur.text.label import clean


def render_json(dossier: Dossier, *, version: str, rules: str) -> str:
    """The whole dossier, letters as letters; lone surrogates, which UTF-8 cannot hold, become U+FFFD one for one."""
    data = wire.dossier(dossier, version=version, rules=rules)
    return clean(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
