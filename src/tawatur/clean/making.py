"""How a text was made, where it shows: translated, promoted, taken from an agency; each with the stretches that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.clean.lines import Line, pattern
from tawatur.clean.rules import CARD, begins
from tawatur.model.document import Credit, Making, Noise
from tawatur.model.span import Span
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.lexicon import known_keys

_CARD = CARD["making"]
known_keys(
    _CARD,
    (
        "promoted",
        "translated",
        "latin",
        "masculine",
        "feminine",
        "feminine_nouns",
        "masculine_nouns",
        "say",
        "duals",
    ),
    "tawatur.clean/ar.toml [making]",
)


def _keys(name: str) -> frozenset[str]:
    return frozenset(pattern(w)[0] for w in _CARD[name])


_LATIN, _SAY, _DUALS = _keys("latin"), _keys("say"), _keys("duals")
_MASCULINE, _FEMININE = _keys("masculine"), _keys("feminine")
_FEMININE_NOUNS, _MASCULINE_NOUNS = _keys("feminine_nouns"), _keys("masculine_nouns")
_VERBS = _MASCULINE | _FEMININE | _SAY
_PROMOTED = tuple(pattern(p) for p in _CARD["promoted"])
_TRANSLATED = tuple(pattern(p) for p in _CARD["translated"])
_COMMA = pattern("،")[0]

SHOWN = 5
"""Stretches shown for one reason; more prove no more."""
Evidence = tuple[Span, str]


def making(
    t: Tokens, all_lines: Sequence[Line], noise: Iterable[Noise], credits_: Sequence[Credit]
) -> tuple[Making, ...]:
    """Everything that the text shows of how it was made."""
    out: list[Making] = []
    captions = [n for n in noise if n.reason == "caption"]
    if found := translated(t, all_lines, captions):
        out.append(found)
    agency = tuple((c.span, "credit") for c in credits_ if c.role in {"agency", "agencies"})
    if agency:
        out.append(Making(how="agency", evidence=agency))
    promoted = tuple(
        (t.span(line.first, line.last), "label")
        for line in all_lines
        if len(line.words) <= 16 and any(begins(line, p) for p in _PROMOTED)
    )
    if promoted:
        out.append(Making(how="promoted", evidence=promoted))
    return tuple(out)


def translated(t: Tokens, all_lines: Sequence[Line], captions: Sequence[Noise]) -> Making | None:
    """Whether the text is a translation: it says so, or three kinds of left-overs show it, or broken agreement
    and one other kind (which leaves doubt).

    Left-overs: foreign words inside Arabic sentences, spaces before Arabic commas, verbs that do not agree with the noun
    beside them, a caption left in its language. An article written in Arabic may have one of these, not several.
    """
    for line in all_lines:
        if len(line.words) <= 10 and any(begins(line, p) for p in _TRANSLATED):
            return Making(how="translation", evidence=((t.span(line.first, line.last), "label"),))
    kinds = [
        [(n.span, "foreign caption") for n in captions if n.rule == "foreign-caption"],
        _foreign_words(t),
        _spaced_commas(t),
        _agreement(t),
    ]
    found = [k for k in kinds if k]
    if len(found) < 3 and not (len(found) == 2 and kinds[3]):
        return None
    evidence = tuple(e for k in found for e in k[:SHOWN])
    return Making(how="translation", evidence=evidence, confident=len(found) >= 3)


def _foreign_words(t: Tokens) -> list[Evidence]:
    """Foreign words that stand in an Arabic sentence as words of it, not as a gloss in brackets or marks."""
    out = []
    latin = [i for i, kind in enumerate(t.kinds) if kind is Kind.LATIN] if Kind.LATIN in t.kinds else []
    for i in latin:
        alone = 0 < i < len(t) - 1 and len(t.forms[i]) >= 3 and t.keys[i] not in _LATIN
        if alone and t.kinds[i - 1] == t.kinds[i + 1] == Kind.WORD and t.gaps[i] == t.gaps[i + 1] == Gap.SPACE:
            out.append((t.span(i, i + 1), "foreign word"))
    return out if len({s.text for s, _ in out}) >= 2 else []


def _spaced_commas(t: Tokens) -> list[Evidence]:
    """Arabic commas with a space before them, where that is the rule of the text and not a slip."""
    commas = [i for i, key in enumerate(t.keys) if key == _COMMA]
    spaced = [i for i in commas if t.gaps[i] == Gap.SPACE and i + 1 < len(t) and t.gaps[i + 1] == Gap.SPACE]
    if len(spaced) < 5 or len(spaced) < 0.8 * len(commas):
        return []
    return [(t.span(i - 1, i + 1), "space before comma") for i in spaced]


def _agreement(t: Tokens) -> list[Evidence]:
    """Verbs beside a subject of the other gender, and a dual subject in the wrong case."""
    out = []
    keys = t.keys
    for i, verb in enumerate(keys[:-1]):
        if verb not in _VERBS:
            continue
        noun = keys[i + 1]
        wrong = (
            (verb in _MASCULINE and noun in _FEMININE_NOUNS)
            or (verb in _FEMININE and noun in _MASCULINE_NOUNS)
            or (verb in _SAY and noun in _DUALS)
        )
        if wrong:
            out.append((t.span(i, i + 2), "agreement"))
    return out if len(out) >= 2 else []
