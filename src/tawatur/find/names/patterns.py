"""Phrases that may name a body, by their grammar: «المنظمة العالمية للملكية الفكرية», «جامعة البلقاء التطبيقية». Hints for the tagger."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.listed import word_lists
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.memo import Memo
from tawatur.text.verb_shape import inflected_verb
from tawatur.text.words import ARTICLE, LI, adjective_shape, peel, without_article

_MOST = 6


@Memo
def head(word: str) -> tuple[int, bool] | None:
    """Letters of proclitic before the head of a body, and whether the head is definite; None where the word is none.

    >>> head("والمنظمه"), head("جامعه"), head("كتاب")
    ((1, True), (0, False), None)
    """
    heads = word_lists("org_heads")
    for prefix, stem in peel(word):
        if stem in heads:
            return len(prefix), False
        bare = without_article(stem)
        if bare != stem and bare in heads:
            return len(prefix), True
    return None


def _joined(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.kinds[at] is Kind.WORD and tokens.gaps[at] < Gap.LINE


def _definite(word: str) -> bool:
    return word.startswith(ARTICLE) and len(word) > 4


def _adjectives(tokens: Tokens, at: int) -> int:
    """Where the definite adjectives that begin at `at` end."""
    while _joined(tokens, at) and _definite(tokens.keys[at]) and adjective_shape(tokens.keys[at]):
        at += 1
    return at


def bodies(tokens: Tokens) -> Iterator[Candidate]:
    """A definite head with its adjectives and what it is for; an indefinite head with what it is of."""
    at = 0
    for begin, found in enumerate(map(head.__getitem__, tokens.keys)):
        if found is None or begin < at or tokens.kinds[begin] is not Kind.WORD:
            continue
        at = begin
        prefix, definite = found
        end = _for(tokens, _adjectives(tokens, at + 1), at) if definite else _of(tokens, at + 1)
        if end > at + 1:
            yield Candidate(
                at, min(end, at + _MOST), prefix, "ORG", "pattern:definite" if definite else "pattern:construct", 0
            )
        at = max(end, at + 1)


def _for(tokens: Tokens, at: int, first: int) -> int:
    """What a body is for: «للملكية الفكرية», «لكرة القدم»; only after an adjective."""
    if at == first + 1 or not _joined(tokens, at) or tokens.keys[at][0] != LI or len(tokens.keys[at]) < 4:
        return at
    if tokens.keys[at].startswith(LI + LI):
        return _adjectives(tokens, at + 1)
    if _joined(tokens, at + 1) and _definite(tokens.keys[at + 1]) and not inflected_verb(tokens.keys[at]):
        return _adjectives(tokens, at + 2)
    return at


def _of(tokens: Tokens, at: int) -> int:
    """What an indefinite head is of: definite words, or one bare word that is no verb and no stop word."""
    if not _joined(tokens, at):
        return at
    word = tokens.keys[at]
    if _definite(word):
        return _adjectives(tokens, at + 1)
    if word in word_lists("stop") or inflected_verb(word):
        return at
    if _joined(tokens, at + 1) and _definite(tokens.keys[at + 1]):
        return _adjectives(tokens, at + 2)
    return at + 1
