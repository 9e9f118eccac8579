"""The ledger as a page: one self-contained HTML file in Arabic and English."""

from __future__ import annotations

from tawatur.report.page import render_html

__all__ = ["render_html"]
