"""How a thing is said: stated, denied, estimated, pledged, demanded, hedged.

The cue's class decides first; what it says is then looked into by the rules of `ar.modes.toml`, in their order. Words
and the order of rules stand there; the forms that a rule may ask for are in `mode_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tawatur.attribute.draft import Draft
from tawatur.attribute.lexicon import W
from tawatur.attribute.mode_forms import SHAPES, Hit
from tawatur.attribute.mode_words import phrases_at
from tawatur.attribute.view import View
from tawatur.errors import DataError
from tawatur.text.arabic import key
from tawatur.text.lexicon import Phrases, card, known_keys
from tawatur.text.words import CONJUNCTIONS, peel, without_article

_HERE = "tawatur.attribute"
_NEAR = 6
"""Words at the start of an assertion among which `near` looks."""
_EARLY = 40
PLACES = ("first", "near", "clause", "early", "before")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; what is empty asks nothing."""

    mode: str
    of: frozenset[str]
    verbs: frozenset[str]
    not_verbs: frozenset[str]
    speaker: frozenset[str]
    not_speaker: frozenset[str]
    at: str
    words: Phrases[bool]
    shape: str


@cache
def rules() -> tuple[Rule, ...]:
    """The table; DataError where a row asks for a place or a form that there is not."""
    data = card(_HERE, "ar.modes.toml")
    known_keys(data, ("rule", "forms"), "attribute/ar.modes.toml")
    return tuple(_rule(n, row) for n, row in enumerate(data["rule"], 1))


def _rule(n: int, row: dict[str, object]) -> Rule:
    where = f"attribute/ar.modes.toml: rule {n}"
    known_keys(row, Rule.__slots__, where)
    at, shape = str(row.get("at", "")), str(row.get("shape", ""))
    if (at and at not in PLACES) or (shape and shape not in SHAPES):
        raise DataError(f"{where}: no place {at!r} or no form {shape!r}")

    def listed(name: str) -> list[str]:
        found = row.get(name, [])
        return [str(word) for word in found] if isinstance(found, list) else []

    return Rule(
        mode=str(row["mode"]),
        of=frozenset(listed("of") or ["states"]),
        verbs=frozenset(listed("verbs")),
        not_verbs=frozenset(listed("not_verbs")),
        speaker=frozenset(map(key, listed("speaker"))),
        not_speaker=frozenset(map(key, listed("not_speaker"))),
        at=at,
        words=Phrases((phrase, True) for phrase in listed("words")),
        shape=shape,
    )


def decide(v: View, d: Draft) -> None:
    """Set the mode of `d`, and the word that decided it where that is not the cue."""
    if d.start >= d.end:
        return
    heads = _heads(v, d, 2)
    said = _said(v, d)
    for rule in rules():
        if d.mode not in rule.of or (rule.verbs and d.word.lemma not in rule.verbs) or d.word.lemma in rule.not_verbs:
            continue
        if (rule.speaker and not rule.speaker & _heads(v, d, 1)) or rule.not_speaker & heads:
            continue
        if rule.at and rule.at != "before" and rule.words.absent(said):
            continue
        if hit := _applies(v, d, rule):
            d.mode, d.mode_cue = rule.mode or hit.mode, hit.at
            return


def _said(v: View, d: Draft) -> set[str]:
    """The words of the assertion, with and without و, ف before them: most rules ask for words that it has not."""
    out = set(v.t.keys[d.start : d.end])
    return out | {word[1:] for word in out if word[:1] in CONJUNCTIONS}


def _applies(v: View, d: Draft, rule: Rule) -> Hit | None:
    """What makes the rule apply, or None: its words at their place, its form, or the speaker alone."""
    if rule.at:
        return _stands(v, d, rule)
    if rule.shape:
        return SHAPES[rule.shape](v, d)
    return Hit(d.speaker[0]) if d.speaker else None


def _stands(v: View, d: Draft, rule: Rule) -> Hit | None:
    if rule.at == "before":
        at = d.word.first - 1
        return Hit(at) if at >= 0 and phrases_at(v, rule.words, at) else None
    if rule.at == "clause":
        return _in_main_clause(v, d, rule)
    reach = {"first": 1, "near": _NEAR, "early": _EARLY}[rule.at]
    seen = 0
    for k in range(d.start, d.end):
        if not v.is_word(k):
            continue
        if phrases_at(v, rule.words, k):
            return Hit(k)
        seen += 1
        if seen >= reach:
            return None
    return None


def _in_main_clause(v: View, d: Draft, rule: Rule) -> Hit | None:
    """The rule's words as the main verb: «الملعب الذي بني قبل سنوات يجب أن …», not «القوات التي يجب أن …»."""
    held = skip = 0
    for k in range(d.start, d.end):
        if k < skip:
            continue
        if v.has(k, W.REL):  # its verb is the next word, unless a particle comes between
            led = k + 1 < d.end and v.has(k + 1, W.PART | W.NEG | W.ADV)
            held, skip = held + led, k + 2
            continue
        found = phrases_at(v, rule.words, k)
        if not found and not (v.verbal(k) and k not in v.named and not v.has(k, W.DEF)):
            if v.has(k, W.THAT) or (v.has(k, W.CONJ) and k > d.start):
                return None
            continue
        if not held:
            return Hit(k) if found else None
        held -= 1
    return None


def _heads(v: View, d: Draft, n: int) -> frozenset[str]:
    """The stems of the first `n` words of the speaker: what kind of speaker it is."""
    if d.speaker is None:
        return frozenset()
    out: set[str] = set()
    for k in range(d.speaker[0], min(d.speaker[0] + n, d.speaker[1])):
        word = v.t.keys[k]
        out |= {word, *(stem for _, stem in peel(word))}
        if word[:1] in CONJUNCTIONS:
            out.add(word[1:])
    return frozenset(out | {without_article(w) for w in out})
