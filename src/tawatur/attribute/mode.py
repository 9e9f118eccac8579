"""How a thing is said: stated, denied, estimated, pledged, demanded, hedged.

The cue's class decides first; a statement is then looked into: who says it, what its first words are, whether it says
that something is untrue. All words stand in the card under `modes`.
"""

from __future__ import annotations

from tawatur.attribute.draft import Draft
from tawatur.attribute.lexicon import W, classify, lemmas, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.text.verbs import is_future
from tawatur.text.words import FRAMES, SAID_OF_HER, SAID_OF_HIM, SAID_OF_THEM, looks_plural, peel, without_article

_NEAR = 6
"""Tokens at the start of an assertion in which a word of duty makes a demand of it."""
_DUTY = 4
"""Tokens that a duty of somebody else has at least: «على السلطات الكشف عن مكانه»."""
_DENIAL = 40


def decide(v: View, d: Draft) -> None:
    """Set the mode of `d`, and the word that decided it where that is not the cue."""
    i = d.word.first
    if d.mode == "denies" and d.word.kind == "verb" and i and v.has(i - 1, W.NEG):  # «لم يستبعد»: it may be
        d.mode, d.mode_cue = "hedged", i - 1
    if d.mode != "states":
        return
    for rule in (_denied, _hedged, _demanded, _own_plan, _expected):
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
    if v.t.keys[d.start] == FRAMES["ala"] and d.sort in ("that", "colon", "quote") and d.end - d.start > _DUTY:
        k = noun_phrase(v, d.start + 1, d.end, objects=True) if starts_noun(v, d.start + 1) else d.start
        named = v.has(d.start + 1, W.DEF | W.OFFICE | W.PARTITIVE | W.PLURAL) or d.start + 1 in v.named
        bare = without_article(v.t.keys[d.start + 1])
        if (
            named
            and bare not in words("modes", "no_duty")
            and k < d.end
            and (v.has(k, W.THAT) or classify(without_article(v.t.keys[k])) & (W.MASDAR | W.ABSTRACT))
        ):
            return "demands", d.start  # «على السلطات الكشف عن مكانه»
    if v.t.keys[d.start] in words("modes", "duty") or v.t.keys[d.start] == FRAMES["ala"]:
        for k in range(d.start + 1, min(d.start + _NEAR, d.end)):
            if v.t.keys[k] in words("classes", "that"):
                return "demands", d.start
    return None


def _own_plan(v: View, d: Draft) -> tuple[str, int] | None:
    """A future without a subject of its own at the very start, or a noun of readiness: what the speaker will do."""
    if d.sort == "label" or d.word.lemma in lemmas("warnings"):
        return None
    if not _own(v, d):
        return None
    if v.t.keys[d.start] in words("modes", "never") or _owned_plan(v, d):
        return "pledges", d.start
    if is_future(v.t.keys[d.start]) or v.t.keys[d.start] in words("modes", "pledge"):
        return ("estimates" if d.word.lemma in lemmas("views") else "pledges"), d.start
    return None


def _own(v: View, d: Draft) -> bool:
    """Whether the future at the start can be the speaker's own: «قال مسؤولون إنه سيعود» is of another."""
    pronoun = (
        next((p for p in (SAID_OF_THEM, SAID_OF_HER, SAID_OF_HIM) if v.t.keys[d.start - 1].endswith(p)), "")
        if d.start
        else ""
    )
    if d.sort != "that" or not pronoun or d.speaker is None or not v.has(d.start - 1, W.THAT):
        return True
    many = v.has(d.speaker[0], W.PLURAL) or looks_plural(v.t.keys[d.speaker[0]])
    return not (many and pronoun == SAID_OF_HIM) and not (
        not many and pronoun == SAID_OF_THEM and d.speaker[0] in v.people
    )


def _owned_plan(v: View, d: Draft) -> bool:
    """«بلاده ستظل ملتزمة», «حزبها سيحافظ على رمزه»: what the speaker's own country or body will do."""
    if not v.has(d.start, W.OWNED) and v.t.keys[d.start] not in words("modes", "own"):
        return False
    if d.speaker and without_article(v.t.keys[d.speaker[0]]) in words("sources", "hidden") | words(
        "sources", "role_media"
    ):
        return False
    near = range(d.start + 1, min(d.start + _NEAR, d.end))
    return any(is_future(v.t.keys[k]) and v.t.keys[k] not in words("modes", "no_act") for k in near)


def _expected(v: View, d: Draft) -> tuple[str, int] | None:
    """«من المتوقع أن», «تشير التوقعات إلى», «عن أمله في»: nobody claims to know."""
    for k in range(d.start, min(d.start + 3, d.end)):
        if v.t.keys[k] in words("modes", "expected"):
            return "estimates", k
    if d.source and without_article(v.t.keys[d.source[0]]) in words("modes", "forecasts"):
        return "estimates", d.source[0]
    return None


def _denied(v: View, d: Draft) -> tuple[str, int] | None:
    """«لا أساس له», «غير صحيح», «عار من الصحة»: what is asserted is that something is untrue."""
    for k in range(d.start, min(d.start + _DENIAL, d.end - 1)):
        if v.t.keys[k] in words("modes", "untrue_first") and v.t.keys[k + 1] in words("modes", "untrue_second"):
            return "denies", k
    return None
