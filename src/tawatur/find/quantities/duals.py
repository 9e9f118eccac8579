"""Indefinite duals that count: «جنديين», «غارتان». Form alone does not do: sound plurals and names look the same."""

from __future__ import annotations

from tawatur.find.quantities.tables import tables
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.memo import Memo
from tawatur.text.noun_forms import DUAL, FEMININE, FEMININE_STEM, PARTICIPLE, dual_singulars, is_nominative_dual
from tawatur.text.number_words import reading
from tawatur.text.stem import rarity, stem
from tawatur.text.words import ARTICLE, CONJUNCTIONS, is_nisba, peel


@Memo
def singular(word: str) -> tuple[int, str] | None:
    """The key `word` as an indefinite dual: (letters that hang before it, singular); None where it is none.

    >>> singular("جنديين"), singular("وغارتين"), singular("مدنيين"), singular("البلدين"), singular("باكستان")
    ((0, 'جندي'), (1, 'غاره'), None, None, None)
    """
    t = tables()
    readings = [(len(before), inner) for before, inner in peel(word)]
    for _, inner in readings:
        if (
            inner in t.sets["not_dual"]
            or inner in t.sets["time_unit"]
            or inner in t.lemmas
            or inner.startswith(ARTICLE)
        ):
            return None
    for letters, inner in readings:
        for one in dual_singulars(inner):
            if t.lemmas.get(one) == one and (one not in t.sound or is_nominative_dual(inner)):
                return letters, one
    for letters, inner in readings:
        if letters > 1 or (letters and word[0] != CONJUNCTIONS[0]) or (not letters and word[0] == CONJUNCTIONS[0]):
            continue
        one = next(dual_singulars(inner), "")
        if inner[-3:-2] == FEMININE_STEM and _known_feminine(one):
            return letters, one
    return None


def _known_feminine(one: str) -> bool:
    """A word in teh marbuta that news uses, and no number or relative adjective: its dual can be nothing else."""
    if not one.endswith(FEMININE) or len(one) <= 3 or reading(one) is not None or is_nisba(one):
        return False
    return rarity(stem(one)) < rarity("")


def at(tokens: Tokens, i: int) -> tuple[int, str, int] | None:
    """The dual at token `i`: (letters to skip, singular, token after it and after «اثنان»); None where it counts nothing.

    A dual after a dual is its adjective; one before «اللذان» is known already; one with the article is a known pair.
    """
    found = singular(tokens.keys[i])
    if found is None:
        return None
    if i and tokens.gaps[i] <= Gap.SPACE and tokens.kinds[i - 1] == Kind.WORD and not found[0]:
        previous = tokens.keys[i - 1]
        coordinated = previous.startswith(CONJUNCTIONS[0]) and previous.endswith(FEMININE) and i > 1
        if coordinated and tokens.keys[i - 2].endswith(FEMININE) and tokens.gaps[i - 1] <= Gap.SPACE:
            return None  # «خبرة وقدرة هائلتين»: the adjective of both
        nisba = is_nisba(tokens.keys[i]) or is_nisba(previous)
        adjective = nisba and previous.endswith(DUAL) and len(previous) > 4
        if (
            adjective
            or singular(previous) is not None
            or _two(previous)
            or (previous.startswith(ARTICLE) and _two_of(previous))
        ):
            return None
    last = i + 1
    if last < len(tokens) and tokens.gaps[last] <= Gap.SPACE:
        following = tokens.keys[last]
        if following in tables().sets["relative"]:
            return None
        if following in tables().sets["not_one"] and tokens.keys[i][found[0]] == PARTICIPLE:
            return None  # «معبرين عن», «مؤكدين أن»
        if _two(following) and not following.startswith(ARTICLE):
            last += 1
    return found[0], found[1], last


def _two(word: str) -> bool:
    found = reading(word)
    return found is not None and found.atom.value == 2


def _two_of(word: str) -> bool:
    return any(True for _ in dual_singulars(word[len(ARTICLE) :]))
