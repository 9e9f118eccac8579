"""Times: dates, periods and lengths of time, with their EDTF values."""

from __future__ import annotations

from tawatur.find.times.finder import find

__all__ = ["find"]
