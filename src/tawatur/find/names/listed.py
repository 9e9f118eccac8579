"""Names that lists know, and bodies named by rule: one look-up a token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tawatur.find.names.candidates import Candidate
from tawatur.model.tokens import Kind, Tokens
from tawatur.text.arabic import key
from tawatur.text.known.bodies import find_body
from tawatur.text.known.index import Hit, lookup
from tawatur.text.lexicon import card

PACKAGE = "tawatur.find.names"
_OPEN = frozenset("«\"“”'‘(")
_TANWEEN = "\u064b"
_UNNAMED = frozenset(("", "media", "opposition", "state-media", "security", "agency"))
"""Bodies that are spoken of but are no proper names."""


@cache
def word_lists(*lists: str) -> frozenset[str]:
    """Keys of the words in the card's lists of these names."""
    data = card(PACKAGE, "ar.toml")
    return frozenset(key(w) for name in lists for w in data[name])


def _company(tokens: Tokens, at: int, hit: Hit) -> bool:
    """Say whether a weak name stands where it can only be a name: after its head, after في for places, in marks."""
    if at == 0:
        return False
    before = tokens.keys[at - 1]
    if before in _OPEN and at + 1 < len(tokens):
        head = tokens.keys[at - 2] if at > 1 else ""
        return hit.type == "ORG" and (head in word_lists("media_heads", "org_heads") or before == "(")
    if hit.type == "LOC":
        return before.lstrip("وفبل") in word_lists("place_heads") or before in word_lists("place_heads")
    return before in word_lists("media_heads", "org_heads") or before[1:] in word_lists("media_heads", "org_heads")


def listed(tokens: Tokens) -> Iterator[Candidate]:
    """Known names and bodies of states, in the order of the text; the longest at each place."""
    at, end = 0, len(tokens)
    keys, kinds = tokens.keys, tokens.kinds
    while at < end:
        if kinds[at] is Kind.PUNCT:
            at += 1
            continue
        body = find_body(keys, at) if kinds[at] is Kind.WORD else None
        found = lookup(keys, at)
        if found and (not body or body.last <= at + found[0]):
            n, prefix, hit = found
            tanween = _TANWEEN in tokens.text[tokens.starts[at] : tokens.ends[at]]  # an adjective: «توغلاً أوكرانياً»
            if not tanween and (not hit.weak or (not prefix and _company(tokens, at, hit))):
                yield Candidate(at, at + n, prefix, hit.type, f"known:{hit.sort}", 50, hit.entity)
                at += n
                continue
        if body and body.template.id not in _UNNAMED and (body.of or body.template.portfolio):
            yield Candidate(body.first, body.last, body.prefix, "ORG", f"body:{body.template.id}", 45)
            at = body.last
            continue
        at += 1
