"""Finds stretches in quotation marks: all pairs, unbalanced, nested, over sentence ends and paragraphs."""

from __future__ import annotations

from tawatur.find.quotes.finder import find

__all__ = ["find"]
