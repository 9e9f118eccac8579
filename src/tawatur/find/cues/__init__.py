"""Finds cues."""

from __future__ import annotations

from tawatur.model.document import Document
from tawatur.model.mention import Cue


def find(doc: Document) -> tuple[Cue, ...]:
    """Every cues mention of `doc`, in the order of the text."""
    return ()
