"""Finds names."""

from __future__ import annotations

from tawatur.model.document import Document
from tawatur.model.mention import Name


def find(doc: Document) -> tuple[Name, ...]:
    """Every names mention of `doc`, in the order of the text."""
    return ()
