"""The forms that a rule of modes may ask for: a future and whose deed it is, a first person, a duty, a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tawatur.attribute.adjuncts import adjunct
from tawatur.attribute.agreement import fits, speaks
from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W, classify, common_verb, prefixed, signs, words
from tawatur.attribute.mode_words import lemmas_listed, listed, phrases, phrases_at
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.side import speaks_for
from tawatur.attribute.view import View
from tawatur.model.mention import Cue
from tawatur.text.verbs import HEH, YEH, commands, future_at, imperfect_agrees
from tawatur.text.words import (
    BI,
    CONJUNCTIONS,
    FIRST_PERSON,
    FRAMES,
    FUTURE,
    LI,
    looks_plural,
    suffixed,
    without_article,
)

_OPENING = 3
"""Words within which a first person opens what is asserted."""
_MAIN = 14
"""Words within which the main verb of an assertion stands."""
_DUTY = 9
_SOON = 16
_NOMINAL = (HEH, YEH)
"""Endings of adjectives and of things, which nobody is told to do."""


@dataclass(frozen=True, slots=True)
class Hit:
    """The token that decides a mode, and the mode where the form itself gives it."""

    at: int
    mode: str = ""


def opening(v: View, d: Draft) -> int:
    """The first word of what is asserted, past quotation marks and brackets."""
    return next((k for k in range(d.start, d.end) if v.is_word(k)), d.start)


def negated(v: View, d: Draft) -> Hit | None:
    """«لم يستبعد»: a negation before the cue."""
    i = d.word.first
    return Hit(i - 1) if d.word.kind == "verb" and i and v.has(i - 1, W.NEG) else None


def first_person(v: View, d: Draft) -> Hit | None:
    """«نطالب بـ», «لا أعتقد أن»: the speaker himself names his act of speech; what he denies to do is no such act."""
    seen = 0
    for k in range(d.start, d.end):
        if not v.is_word(k):
            continue
        for c in v.cues.get(k, ()):
            if (
                c.kind == "verb"
                and c.mode != "states"
                and c.lemma not in lemmas_listed("no_first_person")
                and _mine(v, c)
            ):
                no = k > d.start and v.has(k - 1, W.NEG)
                return None if no and c.mode != "estimates" else Hit(k, c.mode)
        seen += 1
        if seen >= _OPENING or not v.has(k, W.PRON | W.PART | W.NEG | W.ADV | W.THAT):
            return None
    return None


def _mine(v: View, c: Cue) -> bool:
    """Whether the form is a first person: the hamza of «أعتقد» tells where the letters alone do not."""
    if c.agrees in ("1s", "1p"):
        return True
    bare = v.t.forms[c.first].lstrip("".join(CONJUNCTIONS)) if c.before else v.t.forms[c.first]
    return bare.startswith(FIRST_PERSON) and not c.lemma.startswith(FIRST_PERSON)


def own_act(v: View, d: Draft) -> Hit | None:
    """«أعلنت رفضها …», «جدد دعوته إلى …», «أكد رفض بلاده …»: the verbal noun of an act of speech, the speaker's own."""
    for k in range(d.cue[1], min(d.start + 1, d.end)):
        for c in v.cues.get(k, ()):
            if c.kind == "masdar" and c.mode != "states" and (c.after or _own_body(v, k + 1, d)):
                return Hit(k, c.mode)
    return None


def _own_body(v: View, k: int, d: Draft) -> bool:
    """«بلاده», «حكومتها»: a body one speaks for, with a pronoun."""
    if k >= d.end:
        return False
    return any(stem in listed("bodies") for stem, _ in suffixed(v.t.keys[k]))


def duty(v: View, d: Draft) -> Hit | None:
    """«على فلان أن …», «عليكم أن», «على السلطات الكشف عن …»."""
    at = opening(v, d)
    word = v.t.keys[at]
    joined = word[1:] if word[:1] in CONJUNCTIONS else word
    whose = joined != FRAMES["ala"]
    if whose and joined not in listed("on_whom"):
        return None
    if not whose and (at + 1 >= d.end or v.t.keys[at + 1] in listed("no_duty") or v.has(at + 1, W.TIME | W.OCCASION)):
        return None
    for k in range(at + 1, min(at + _DUTY, d.end)):
        if v.has(k, W.THAT) and not v.t.keys[k].startswith(BI):
            return Hit(at)
        if v.has(k, W.DEF) and _deed(v, k, d.end, whose=whose and k == at + 1) and (whose or k > at + 1):
            return Hit(at)
        if v.verbal(k) and k not in v.named and not v.has(k, W.DEF):
            return None
        if v.punct(k, signs("commas") + signs("stops")):
            return None
    return None


def _deed(v: View, k: int, limit: int, *, whose: bool) -> bool:
    """Whether the definite word at `k` is what somebody is to do: a verbal noun, or a noun that a preposition follows
    («التخلص من», «الخروج منها»); right after «عليهم» any («عليهم الدفع»).
    """
    if whose:
        return True
    if v.has(k - 1, W.PREP):
        return False
    bare = without_article(v.t.keys[k])
    if classify(bare) & (W.MASDAR | W.ABSTRACT):
        return True
    nominal = not bare.endswith(_NOMINAL) and not looks_plural(bare) and k not in v.named
    return nominal and k + 1 < limit and v.has(k + 1, W.PREP)


def wish(v: View, d: Draft) -> Hit | None:
    """«ليعلم الجميع», «فلتعد …»: a command to a third person opens what is said in his own words."""
    at = opening(v, d)
    word = v.t.keys[at]
    direct = d.sort in ("colon", "quote")
    if not commands(word) or not (direct or word[:1] in CONJUNCTIONS):
        return None
    known = v.has(at, W.PREP | W.CONJ | W.PART | W.MASDAR | W.THAT) or prefixed(word, LI) is not None
    return None if known or at in v.named else Hit(at)


def urged(v: View, d: Draft) -> Hit | None:
    """«شدد على تكثيف …», «شدد على عدم السماح»: who insists on a deed asks for it."""
    word = v.t.keys[d.start]
    if d.sort != "prep" or without_article(word) in listed("stative") or v.has(d.start, W.OWNED):
        return None
    none = word in listed("none") and d.start + 1 < d.end and v.has(d.start + 1, W.DEF)
    return Hit(d.start) if none or v.has(d.start, W.MASDAR) else None


def to_come(v: View, d: Draft) -> Hit | None:
    """«أعلن عقد جلسة غدا»: a deed that is announced for a time still to come."""
    if d.sort not in ("object", "prep"):
        return None
    for k in range(d.start, min(d.start + _SOON, d.end)):
        if v.t.keys[k] in listed("to_come"):
            return Hit(k)
        if v.has(k, W.REL) or (v.verbal(k) and k not in v.named and not v.has(k, W.DEF | W.MASDAR) and k > d.start):
            return None
    return None


def future(v: View, d: Draft) -> Hit | None:
    """The main verb of what is asserted is a future."""
    found = _main_future(v, d)
    return Hit(found[0]) if found else None


def own_future(v: View, d: Draft) -> Hit | None:
    """The main verb is a future whose subject is the speaker, or whom he speaks for; «سيتم …» names nobody else."""
    if d.sort == "label":
        return None
    found = _main_future(v, d)
    if found is None:
        return None
    at, subject = found
    verb = at + 1 if _free(v, at) and at + 1 < d.end else at
    if any(c.kind == "verb" and c.mode == "states" for c in v.cues.get(verb, ())) and subject is None:
        return None  # «سأشدد على أن»: what is said, said beforehand
    bare = v.t.keys[verb].lstrip("".join(CONJUNCTIONS)).removeprefix(FUTURE)
    agrees = imperfect_agrees(bare)
    if subject is not None:
        arranged = bare in listed("arranged") and v.has(subject[0], W.DEF | W.MASDAR) and not _someone(v, subject)
        return Hit(at) if arranged or speaks_for(v, subject, d) else None
    if agrees in ("1s", "1p") or v.t.keys[verb] in listed("impersonal"):
        return Hit(at)
    behind = verb + 1
    while behind < d.end and not starts_noun(v, behind) and (k := adjunct(v, behind, d.end)) > behind:
        behind = k
    if behind < d.end and starts_noun(v, behind):
        actor = (behind, noun_phrase(v, behind, d.end, objects=True))
        if speaks_for(v, actor, d):
            return Hit(at)
    if at > opening(v, d) and phrases_at(v, phrases("conditional"), opening(v, d)):
        return None  # «إذا استمر فسوف يؤدي إلى …»: what will come of it
    return Hit(at) if d.speaker is None or fits(v, d.speaker, agrees) else None


def _someone(v: View, phrase: Range) -> bool:
    return any(k in v.named for k in range(*phrase)) or speaks(v, phrase)


def own_denial(v: View, d: Draft) -> Hit | None:
    """«قواتها لا تقوم بأي عمليات», «أنه لم يكن ضالعا»: of himself or his side the speaker says that nothing is so."""
    first = opening(v, d)
    for k in range(first, min(first + _DUTY, d.end - 1)):
        if v.t.keys[k] in listed("no_verbs"):
            own = (
                (first > 0 and v.has(first - 1, W.THAT) and v.t.keys[first - 1] not in words("classes", "that"))
                if k == first
                else speaks_for(v, (first, k), d)
            )
            if k == first and not own and starts_noun(v, min(k + 2, d.end - 1)):
                own = speaks_for(v, (k + 2, k + 3), d)
            near = range(k + 1, min(k + _DUTY, d.end))
            none = any(v.t.keys[n] in listed("nothing") for n in near)
            sure = any(v.t.keys[n] in listed("certain") for n in near)  # «ليس لدينا أي شك»
            return Hit(k) if own and none and not sure else None
        if v.has(k, W.THAT | W.REL | W.CONJ) or (v.verbal(k) and k not in v.named and not v.has(k, W.DEF)):
            return None
    return None


def _free(v: View, k: int) -> bool:
    return v.t.keys[k] in listed("negative_future") or v.t.keys[k] in listed("free_future")


def _is_future(v: View, k: int) -> bool:
    """Whether token `k` is or opens a future; a short or an -un form («ستشن», «سيكون») where its imperfect is known."""
    if k in v.named:
        return False
    word = v.t.keys[k]
    if _free(v, k) or future_at(v.t.forms[k], word):
        return True
    bare = word[1:] if word[:1] in CONJUNCTIONS else word
    return bare[:1] == FUTURE and common_verb(bare[1:]) and bool(imperfect_agrees(bare[1:]))


def _main_future(v: View, d: Draft) -> tuple[int, Range | None] | None:
    """Where the future of the main clause stands, and the phrase before it that is its subject."""
    k = opening(v, d)
    if phrases_at(v, phrases("conditional"), k):
        answer = _after_condition(v, d)
        if answer is None:
            return None
        k = answer
    while k < d.end and not _is_future(v, k) and not starts_noun(v, k) and (e := adjunct(v, k, d.end)) > k:
        k = e
    first = k
    for k in range(first, min(first + _MAIN, d.end)):
        if _is_future(v, k):
            return k, (first, k) if k > first else None
        if v.has(k, W.THAT | W.REL) or (v.has(k, W.CONJ) and k > first):
            return None
        if v.punct(k, signs("stops")) or (v.verbal(k) and k not in v.named and not v.has(k, W.DEF | W.MASDAR)):
            return None
    return None


def _after_condition(v: View, d: Draft) -> int | None:
    """The first token of the clause that answers a condition: a future, or what stands after a comma with ف."""
    for k in range(d.start + 1, d.end):
        if _is_future(v, k) and (v.t.keys[k][:1] == CONJUNCTIONS[1] or v.punct(k - 1, signs("commas"))):
            return k
        if v.punct(k - 1, signs("commas")) and v.t.keys[k][:1] == CONJUNCTIONS[1] and v.has(k, W.DEF):
            return k
    return None


SHAPES: dict[str, Callable[[View, Draft], Hit | None]] = {
    "first_person": first_person,
    "own_act": own_act,
    "own_future": own_future,
    "future": future,
    "own_denial": own_denial,
    "duty": duty,
    "wish": wish,
    "to_come": to_come,
    "urged": urged,
    "negated": negated,
}
