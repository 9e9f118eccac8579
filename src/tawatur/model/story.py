"""Which articles report one happening, and who took whose text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where one article stands among the others; the fields of `tawatur stories`.

    `copy_group`: articles with the same text, or cut from one agency text or statement. `derived_from`: article ids or
    agencies. `how`: copy, excerpt, stitched, rewrite or translation, only with evidence other than the date.
    """

    id: str
    story: str
    copy_group: str | None = None
    derived_from: tuple[str, ...] = ()
    how: str | None = None
    evidence: tuple[str, ...] = ()
