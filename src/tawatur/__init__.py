"""Reads Arabic news about an affair: who says what first, how many independent origins stand behind it.

The front door; nothing inside the package imports it except for the version.

>>> import tawatur
>>> doc = tawatur.analyse("قال وزير الدفاع إن ثلاثة جنود قتلوا أمس.", date="2025-07-13")
>>> [(q.span.text, q.low) for q in doc.quantities]
[('ثلاثة جنود', 3.0)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from tawatur.errors import TawaturError
    from tawatur.find.quantities.phrases import parse_number, parse_ordinal, parse_percent
    from tawatur.find.times.phrases import parse_length, parse_time
    from tawatur.model.document import RawArticle
    from tawatur.model.ledger import Analysis, Dossier
    from tawatur.model.problem import Problem
    from tawatur.pipeline import analyse, gather
    from tawatur.read import read
    from tawatur.store import open_store

# Each name is imported when it is first asked for, so that `import tawatur` and `tawatur --help` cost nothing.
_WHERE = {
    "TawaturError": "errors",
    "parse_number": "find.quantities.phrases",
    "parse_ordinal": "find.quantities.phrases",
    "parse_percent": "find.quantities.phrases",
    "parse_time": "find.times.phrases",
    "parse_length": "find.times.phrases",
    "RawArticle": "model.document",
    "Analysis": "model.ledger",
    "Dossier": "model.ledger",
    "Problem": "model.problem",
    "analyse": "pipeline",
    "gather": "pipeline",
    "read": "read",
    "open_store": "store",
}
__all__ = [
    "Analysis",
    "Dossier",
    "Problem",
    "RawArticle",
    "TawaturError",
    "analyse",
    "gather",
    "open_store",
    "parse_length",
    "parse_number",
    "parse_ordinal",
    "parse_percent",
    "parse_time",
    "read",
]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(f"tawatur.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'tawatur' has no attribute {name!r}")
