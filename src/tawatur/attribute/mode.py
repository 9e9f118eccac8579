"""How a thing is said: stated, denied, estimated, pledged, demanded, hedged."""

from __future__ import annotations

from tawatur.attribute.draft import Draft
from tawatur.attribute.lexicon import words
from tawatur.attribute.view import View


def decide(v: View, d: Draft) -> None:
    """Set the mode from the cue's class, the negation before it, the source and the first words of what is asserted."""
    if d.mode != "states":
        return
    for k in range(d.start, min(d.start + 6, d.end)):
        if v.t.keys[k] in words("modes", "demand"):
            d.mode, d.mode_cue = "demands", k
            return
    if d.source and any(
        v.t.keys[k] in words("modes", "rumour") for k in range(d.source[0], min(d.source[0] + 2, d.source[1]))
    ):
        d.mode, d.mode_cue = "hedged", d.source[0]
        return
    if v.t.keys[d.start] in words("modes", "pledge"):
        d.mode, d.mode_cue = "pledges", d.start
