"""Whom a speaker speaks for: his country, his ministry, what his title names."""

from __future__ import annotations

from functools import cache

from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W, prefixed, words
from tawatur.attribute.mode_words import listed, seats
from tawatur.attribute.view import View
from tawatur.text.verbs import ALEF, HEH, YEH
from tawatur.text.words import BI, CONJUNCTIONS, LI, suffixed, without_article

_MIN_NAME = 3
_TITLE = 7
"""Words before a name among which its title stands."""


def speaks_for(v: View, subject: Range, d: Draft) -> bool:
    """Whether the subject is a body of the speaker's («بلاده», «الوزارة»), is named in his title, or is his country."""
    h = next((k for k in range(*subject) if v.is_word(k)), subject[0])
    word = v.t.keys[h]
    if word[:1] in CONJUNCTIONS and without_article(word) not in listed("bodies"):
        word = word[1:] if v.has(h, W.AND) else word
    bare = without_article(word)
    if any(stem in listed("bodies") for stem, _ in suffixed(word)):
        return True
    definite = bare != word or any(v.has(k, W.DEF) for k in range(h + 1, subject[1]))  # «ديوان المظالم»
    if definite and bare in listed("bodies") and not _other(v, subject, h, d):
        return True
    if d.speaker is None:
        return False
    said = _known_as(v, d.speaker)
    if len(bare) >= _MIN_NAME and bare in said:
        return True
    official = v.has(d.speaker[0], W.OFFICE) or d.speaker[0] in v.people
    return _country_of(word, said) or (official and h in v.places and not said & _nations())


@cache
def _nations() -> frozenset[str]:
    """Countries and their adjectives: one of them in a speaker's title says whom he speaks for."""
    names = {without_article(w) for w in words("classes", "places")}
    stems = {n.rstrip(ALEF + HEH) for n in names} | {stem for _, stem in seats()}
    return frozenset(names | {s if s.endswith(YEH) else s + YEH for s in stems if len(s) >= _MIN_NAME})


def _other(v: View, subject: Range, h: int, d: Draft) -> bool:
    """«الحكومة البريطانية» in a Russian's mouth: an adjective or a name says that it is another's."""
    said = _known_as(v, d.speaker) if d.speaker else frozenset()
    rest = [v.t.keys[k] for k in range(h + 1, subject[1]) if v.is_word(k)]
    names = [w for w in rest if w.rstrip(HEH).endswith(YEH) and without_article(w) != w]
    if any(k in v.named and not v.has(k, W.DEF) for k in range(h + 1, subject[1])):
        return not any(v.t.keys[k] in said for k in range(h + 1, subject[1]))
    return bool(names) and not any(without_article(w).rstrip(HEH) in said for w in names)


def _country_of(word: str, said: frozenset[str]) -> bool:
    """«روسيا» and «الروسي», «تركيا» and «التركية»: a country whose adjective stands in the speaker's title."""
    if any(word == name and stem in said for name, stem in seats()):
        return True
    stem = without_article(word).rstrip(ALEF + HEH)
    return len(stem) >= _MIN_NAME and any(w in (stem, stem + YEH) for w in said)


def _known_as(v: View, phrase: Range) -> frozenset[str]:
    """The words of a speaker's title, articles and feminine endings off, there and where he is first named in full."""
    spans = [range(*phrase)]
    name = next((v.t.keys[k] for k in range(phrase[1] - 1, phrase[0] - 1, -1) if k in v.named), None)
    if name is not None:
        first = next((k for k, w in enumerate(v.t.keys) if w == name and k in v.named and k != phrase[1] - 1), None)
        if first is not None:
            spans.append(range(max(0, first - _TITLE), first + 1))
    out: set[str] = set()
    for span in spans:
        for k in span:
            word = v.t.keys[k]
            bare = without_article(word[1:] if v.has(k, W.AND) else prefixed(word, LI) or prefixed(word, BI) or word)
            out |= {bare, bare.rstrip(HEH)}
    return frozenset(out)
