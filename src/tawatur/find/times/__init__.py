"""Finds times."""

from __future__ import annotations

from tawatur.model.document import Document
from tawatur.model.mention import Time


def find(doc: Document) -> tuple[Time, ...]:
    """Every times mention of `doc`, in the order of the text."""
    return ()
