"""English of names that are made of words: «حزب العدالة», «المنظمة العربية للتنمية الزراعية», «الحزب الديمقراطي»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tawatur.text.arabic import key
from tawatur.text.known.lists import states
from tawatur.text.known.nations import nation
from tawatur.text.lexicon import table
from tawatur.text.words import ARTICLE, CONJUNCTIONS, LI, without_article

_SMALL = frozenset(("of", "for", "and", "the"))
_AND, _FOR, _OF = "and", "for", "of"


@dataclass(slots=True)
class _Phrase:
    """A noun with its adjectives, and how it hangs on the noun before it."""

    link: str
    noun: str
    last: bool
    adjectives: list[str] = field(default_factory=list)

    def said(self) -> str:
        return " ".join([*self.adjectives, self.noun])


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {key(r[0]): (r[1], r[2]) for r in table("tawatur.text.known", "ar.gloss.tsv", 3)}


def _known(stem: str) -> tuple[str, str] | None:
    """English and sort of a word without its article; a feminine adjective by its masculine, a nationality by its state."""
    words = _words()
    if stem in words:
        return words[stem]
    if stem.endswith("ه") and stem[:-1] in words:
        return words[stem[:-1]]
    found = nation((stem,), 0)
    return (
        (f"of {states()[found[1].of[0]].en}", "s")
        if found and len(found[1].of) == 1 and found[1].of[0] in states()
        else None
    )


def _pieces(keys: tuple[str, ...]) -> Iterator[tuple[str, str, str] | None]:
    """Each word as (link, English, sort); None where the glossary has it not."""
    for at, word in enumerate(keys):
        link, stem = _OF, word
        if at and word[0] == CONJUNCTIONS[0] and _known(without_article(word[1:])):
            link, stem = _AND, word[1:]
        elif at and word.startswith(LI + LI) and len(word) > 4:
            link, stem = _FOR, ARTICLE + word[2:]
        elif at and word[0] == LI and word not in _words() and _known(without_article(word[1:])):
            link, stem = _FOR, word[1:]
        found = _known(without_article(stem))
        yield (link, *found) if found else None


@lru_cache(maxsize=1 << 10)
def gloss(name: str) -> str | None:
    """English of a name whose every word the glossary has; None else.

    >>> gloss("حزب العدالة"), gloss("الحزب الديمقراطي"), gloss("الوطن والعدالة")
    ('Justice Party', 'Democratic Party', 'Homeland and Justice')
    >>> gloss("المنظمة العربية للتنمية الزراعية"), gloss("لافروف")
    ('Arab Organisation for Agricultural Development', None)
    """
    phrases: list[_Phrase] = []
    state = ""
    for piece in _pieces(tuple(key(name).split())):
        if piece is None:
            return None
        link, english, sort = piece
        if sort == "s":
            state = english
        elif sort == "a":
            if not phrases:
                return None
            phrases[-1].adjectives.insert(0, english)
        else:
            phrases.append(_Phrase(link, english, sort == "h"))
    return _said(phrases, state) if phrases else None


def _said(phrases: list[_Phrase], state: str) -> str:
    first, *rest = phrases
    if (
        first.last
        and not first.adjectives
        and rest
        and rest[0].link == _OF
        and len(rest) <= 2 + (rest[-1].link == _AND)
    ):
        inner = " ".join(p.said() if n == 0 else f"{p.link} {p.said()}" for n, p in enumerate(rest))
        text = f"{inner} {first.noun}" if len(rest) == 1 or rest[-1].link == _AND else f"{first.noun} of {inner}"
    else:
        text = " ".join([first.said(), *(f"{p.link} {p.said()}" for p in rest)])
    text = f"{text} {state}".strip()
    return " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in text.split())
