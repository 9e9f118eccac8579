"""Finds words that may carry an attribution: verbs in every form, verbal nouns, participles, particles, colons."""

from __future__ import annotations

from tawatur.find.cues.finder import find

__all__ = ["find"]
