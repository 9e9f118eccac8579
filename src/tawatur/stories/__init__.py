"""Which articles report the same happening, and who took whose text."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tawatur.model.ids import content_id
from tawatur.model.ledger import Analysis
from tawatur.model.story import Placement
from tawatur.stories.group import group
from tawatur.stories.lineage import lineage
from tawatur.stories.profile import Weights, profile


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the collector of cycles from walking over all articles again and again: nothing made here has cycles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def place(analyses: Sequence[Analysis]) -> tuple[Placement, ...]:
    """One placement an article, in the order given; groups do not depend on that order."""
    ordered = sorted(analyses, key=lambda a: a.id)
    with _no_collector():
        profiles = [profile(a, n) for n, a in enumerate(ordered)]
        groups = group(profiles, Weights(profiles))
    story: dict[str, str] = {}
    copies: dict[str, str] = {}
    for prefix, found, out in (("story", groups.stories, story), ("text", groups.copies, copies)):
        for members in found:
            first = min((profiles[m] for m in members), key=lambda p: (p.date or "9999", p.id))
            for m in members:
                out[profiles[m].id] = content_id(prefix, first.id)
    lines = {p.id: found for p, found in zip(profiles, lineage(ordered, profiles, groups), strict=True)}
    return tuple(
        Placement(
            id=a.id,
            story=story[a.id],
            copy_group=copies.get(a.id),
            derived_from=lines[a.id].derived_from,
            how=lines[a.id].how,
            evidence=lines[a.id].evidence,
        )
        for a in analyses
    )
