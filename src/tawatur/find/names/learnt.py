"""Names that an article teaches: what a town, an agency or a family is called once, it is called in the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.listed import classes, word_lists
from tawatur.find.names.titled import name_like
from tawatur.model.tokens import Kind, Tokens
from tawatur.text.known.given import LINKS, given
from tawatur.text.known.index import lookup
from tawatur.text.memo import Memo
from tawatur.text.noun_forms import FEMININE
from tawatur.text.words import peel

_SURE = 41
"""Just above what the tagger finds."""
_LONGEST = 2


@Memo
def _heads_place(word: str) -> bool:
    heads = word_lists("learnt_places")
    return any(s in heads for _, s in peel(word))


def _places(tokens: Tokens) -> set[tuple[str, ...]]:
    """Unlisted names right after the head of a place: «بلدة تال بولاك»; two words no list of people knows."""
    out = set()
    for at in [i for i, before in enumerate(tokens.keys[:-1], 1) if _heads_place[before]]:
        if tokens.kinds[at] is not Kind.WORD or lookup(tokens.keys, at):
            continue
        words = tokens.keys[at : at + _LONGEST]
        ends = at + _LONGEST >= len(tokens) or tokens.kinds[at + _LONGEST] is not Kind.WORD
        joined = len(words) == _LONGEST and tokens.kinds[at + 1] is Kind.WORD and name_like(words[1])
        if joined and ends and not any(map(_ordinary, words)):
            out.add(tuple(words))
    return out


def _ordinary(word: str) -> bool:
    """Say whether a key is a person's name, a plain word, or has the ending of a feminine adjective."""
    plain = word in classes() and classes()[word][3][1] < "2"
    return plain or word in given() or word in LINKS or word in word_lists("stop") or word.endswith(FEMININE)


def _echoes(tokens: Tokens, places: set[tuple[str, ...]]) -> Iterator[Candidate]:
    firsts = {p[0]: p for p in sorted(places)}
    if not firsts:
        return
    for at, word in enumerate(tokens.keys[: len(tokens) - 1]):
        for prefix, stem in peel(word):
            place = firsts.get(stem)
            if place and tokens.keys[at + 1] == place[1]:
                yield Candidate(at, at + _LONGEST, len(prefix), "LOC", "learnt:place", _SURE)
                break


def learnt(tokens: Tokens, found: Sequence[Candidate]) -> list[Candidate]:
    """`found` with what the article teaches: its places, its agencies and the families of its people."""
    places = list(_echoes(tokens, _places(tokens)))
    covered = {i for p in places for i in range(p.first, p.last)}
    kept = []
    for c in found:
        if c.first not in covered and c.last - 1 not in covered:
            kept.append(c)
        elif c.type == "PER" and c.last - 1 not in covered and c.strength:
            after = next(i for i in range(c.first, c.last + 1) if i not in covered)
            kept.append(replace(c, first=after, prefix=0))  # «مستشفى تال بولاك بكتور عثمانوف»
    return [*_retyped(tokens, kept), *places]


def _retyped(tokens: Tokens, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A guessed name that is an agency's after its head elsewhere, or the family name of somebody named in full."""
    heads = word_lists("media_heads")
    tagged = [c for c in found if c.rule == "tagger" and c.entity is None]
    name = {id(c): (tokens.keys[c.first][c.prefix :], *tokens.keys[c.first + 1 : c.last]) for c in tagged}
    bodies = {name[id(c)] for c in tagged if c.type == "ORG" and c.first and tokens.keys[c.first - 1] in heads}
    families = {name[id(c)][-1:] for c in tagged if c.type == "PER" and c.last - c.first > 1}
    for c in found:
        said = name.get(id(c))
        if said and c.type == "PER" and said in bodies:
            yield replace(c, type="ORG")
        elif said and c.type == "ORG" and said in families and said[0] not in classes() and said not in bodies:
            yield replace(c, type="PER")
        else:
            yield c
