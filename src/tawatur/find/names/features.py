"""What the tagger sees of a word: its letters, its class, the lists it stands in. One list a word, made once and kept.

Everything about one word depends on the word alone, so that the weights of a word can be summed up once for each place
it may stand in (see `tagger`). What depends on more words than one (known names, titles) is added by `marks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.grams import foreignness
from tawatur.find.names.listed import classes, word_lists
from tawatur.find.names.titled import name_like
from tawatur.model.tokens import Kind
from tawatur.text.known.endings import family_shape
from tawatur.text.known.given import LINKS, given
from tawatur.text.known.index import index
from tawatur.text.known.nations import nation
from tawatur.text.known.offices import starts
from tawatur.text.verb_shape import common_verb, inflected_verb
from tawatur.text.words import is_nisba, peel, without_article

OFFSETS = (-2, -1, 0, 1, 2)
OWN_LETTERS = 3
"""How many of the first features in `near` are the word's own letters; the others it shares with many words."""


@lru_cache(maxsize=1 << 8)
def flags(word: str) -> tuple[str, ...]:
    """Lists that a key stands in, with its proclitics on or off."""
    out = []
    for prefix, stem in peel(word):
        mark = "+" if prefix else ""
        bare = without_article(stem)
        kind = given().get(stem)
        if kind:
            out.append(f"given{mark}={kind}")
        if stem in LINKS:
            out.append(f"link{mark}")
        if stem in index():
            hits = [h for tail, h in index()[stem] if not tail]
            out.append(f"known{mark}={hits[0].type}{hits[0].weak:d}" if hits else f"begins{mark}")
        if nation((stem,), 0):
            out.append(f"nation{mark}")
        if stem in word_lists("place_heads"):
            out.append(f"place{mark}")
        if stem in word_lists("org_heads") or bare in word_lists("org_heads"):
            out.append(f"org{mark}")
        if stem in word_lists("media_heads"):
            out.append(f"media{mark}")
    foreign = foreignness(word)
    out.append(f"g={foreign}")
    bare = peel(word)[-1][1]
    if bare != word:
        out.append(f"g+={foreignness(bare)}")
    if family_shape(word):
        out.append("fam")
    if inflected_verb(word):
        out.append("verb")
    elif common_verb(word):
        out.append("act")
    if without_article(bare) != bare:
        out.append("al" if is_nisba(bare) else "the")
    elif is_nisba(word):
        out.append("nis")
    if starts(word):
        out.append("title")
    if word in word_lists("stop"):
        out.append("stop")
    elif name_like(word):
        out.append("rare")
    return tuple(dict.fromkeys(out))


@lru_cache(maxsize=1 << 12)
def _classes(known: tuple[str, str, str, str], mark: str) -> tuple[str, ...]:
    fine, middle, coarse_, names = known
    return (
        *(f"f{mark}={fine}", f"m{mark}={middle}", f"c{mark}={coarse_}"),
        *(f"q{mark}={names}", f"qp{mark}={names[0]}", f"ql{mark}={names[1]}", f"qo{mark}={names[2]}"),
    )


Parts = tuple[Sequence[str], Sequence[tuple[str, ...]]]
"""Features that hardly another word has, and groups of features that many words have together."""
_UNCLASSED = ("c=?",)


def own(word: str, kind: Kind) -> tuple[str, ...]:
    """Features of a word where it stands."""
    single, shared = own_parts(word, kind)
    return (*single, *chain.from_iterable(shared))


def own_parts(word: str, kind: Kind) -> Parts:
    """The same, told apart by how many words have them."""
    if kind is not Kind.WORD:
        return (f"k={int(kind)}", "w=0" if kind is Kind.NUMBER else f"w={word}"), ()
    out = [f"w={word}", f"n={min(len(word), 8)}"]
    out += [f"p={word[:n]}" for n in (1, 2, 3, 4) if len(word) > n]
    out += [f"s={word[-n:]}" for n in (1, 2, 3, 4) if len(word) > n]
    known = classes()
    shared = [flags(word), _classes(known[word], "") if word in known else _UNCLASSED]
    for _, stem in peel(word)[1:]:
        if stem in known:
            shared.append(_classes(known[stem], "+"))
            out.append(f"t={stem}")
    return out, shared


def near(word: str, kind: Kind) -> tuple[str, ...]:
    """Features of a word as a neighbour, next but one or next."""
    single, shared = near_parts(word, kind)
    return (*single, *chain.from_iterable(shared))


def near_parts(word: str, kind: Kind) -> Parts:
    """The same, told apart by how many words have them."""
    if kind is not Kind.WORD:
        return (f"w={word}" if kind is Kind.PUNCT else f"k={int(kind)}",), ()
    known = classes()
    shared = (flags(word), _classes(known[word], "") if word in known else _UNCLASSED)
    return (f"w={word}", f"s={word[-2:]}", f"p={word[:2]}"), shared


def coarse(word: str, kind: Kind) -> str:
    """One small label of a word, for pairs of words."""
    if kind is not Kind.WORD:
        return word if kind is Kind.PUNCT else f"k{int(kind)}"
    found = classes().get(word)
    if found:
        return found[2]
    marks = flags(word)
    return marks[0] if marks else "?"


def marks(candidates: Iterable[Candidate]) -> dict[int, list[str]]:
    """Features of tokens inside what lists and titles propose: which part of it, which type, by which kind of rule."""
    out: dict[int, list[str]] = {}
    for c in candidates:
        rule = c.rule.partition(":")[0]
        for i in range(c.first, c.last):
            place = "B" if i == c.first else "I"
            out.setdefault(i, []).extend((f"{place}-{c.type}/{rule}", f"{place}-{c.rule}"))
    return out
