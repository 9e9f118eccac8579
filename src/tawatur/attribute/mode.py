"""How a thing is said: stated, denied, estimated, pledged, demanded, hedged.

The cue's class decides first; a statement is then looked into: who says it, what its first words are, whether it says
that something is untrue. All words stand in the card under `modes`.
"""

from __future__ import annotations

from tawatur.attribute.draft import Draft
from tawatur.attribute.lexicon import W, lemmas, words
from tawatur.attribute.view import View
from tawatur.text.verbs import is_future
from tawatur.text.words import FRAMES, peel

_NEAR = 6
"""Tokens at the start of an assertion in which a word of duty makes a demand of it."""
_DENIAL = 40


def decide(v: View, d: Draft) -> None:
    """Set the mode of `d`, and the word that decided it where that is not the cue."""
    i = d.word.first
    if d.mode == "denies" and d.word.kind == "verb" and i and v.has(i - 1, W.NEG):  # «لم يستبعد»: it may be
        d.mode, d.mode_cue = "hedged", i - 1
    if d.mode != "states":
        return
    for rule in (_denied, _hedged, _demanded, _own_plan):
        if found := rule(v, d):
            d.mode, d.mode_cue = found
            return


def _hedged(v: View, d: Draft) -> tuple[str, int] | None:
    """«تقارير», «أنباء»: nobody stands behind it."""
    if d.source and any(stem in words("modes", "rumour") for _, stem in peel(v.t.keys[d.source[0]])):
        return "hedged", d.source[0]
    return None


def _demanded(v: View, d: Draft) -> tuple[str, int] | None:
    """«يجب», «ضرورة», «على فلان أن» among the first words."""
    for k in range(d.start, min(d.start + _NEAR, d.end)):
        if v.t.keys[k] in words("modes", "demand"):
            return "demands", k
    if v.t.keys[d.start] in words("modes", "duty") or v.t.keys[d.start] == FRAMES["ala"]:
        for k in range(d.start + 1, min(d.start + _NEAR, d.end)):
            if v.t.keys[k] in words("classes", "that"):
                return "demands", d.start
    return None


def _own_plan(v: View, d: Draft) -> tuple[str, int] | None:
    """A future without a subject of its own at the very start, or a noun of readiness: what the speaker will do."""
    if d.sort == "label" or d.word.lemma in lemmas("warnings"):
        return None
    if is_future(v.t.keys[d.start]) or v.t.keys[d.start] in words("modes", "pledge"):
        return ("estimates" if d.word.lemma in lemmas("views") else "pledges"), d.start
    return None


def _denied(v: View, d: Draft) -> tuple[str, int] | None:
    """«لا أساس له», «غير صحيح», «عار من الصحة»: what is asserted is that something is untrue."""
    for k in range(d.start, min(d.start + _DENIAL, d.end - 1)):
        if v.t.keys[k] in words("modes", "untrue_first") and v.t.keys[k + 1] in words("modes", "untrue_second"):
            return "denies", k
    return None
