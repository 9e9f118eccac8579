"""Finds quantities: numbers with what they count, in digits and words, exact, approximate, bounded, ranged and vague."""

from __future__ import annotations

from tawatur.find.quantities.finder import find

__all__ = ["find"]
