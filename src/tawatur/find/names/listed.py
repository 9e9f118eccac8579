"""Names that lists know, and bodies named by rule: one look-up a token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tawatur.find.names.candidates import Candidate
from tawatur.model.tokens import Kind, Tokens
from tawatur.text.arabic import key
from tawatur.text.known.begins import BODY, NAME, begins
from tawatur.text.known.bodies import find_body
from tawatur.text.known.index import Hit, lookup
from tawatur.text.known.lists import words
from tawatur.text.known.naming import surnames
from tawatur.text.known.offices import starts
from tawatur.text.lexicon import card, table
from tawatur.text.memo import Memo
from tawatur.text.words import CONJUNCTIONS, peel, without_article

PACKAGE = "tawatur.find.names"
OPENING = frozenset("«\"“”'‘(")
CLOSING = frozenset("»\"”“'’)")
TANWEEN = "\u064b"
"""The mark of the indefinite accusative: a place name never has it, an adjective may."""
_NAMED = ("ministry-", "intelligence", "military-intelligence", "security-council", "central-bank", "parliament")
"""Bodies of states whose names are proper names; armies, police, governments and the press are only spoken of."""


@cache
def classes() -> dict[str, tuple[str, str, str, str]]:
    """Word → its fine, its middle and its coarse class, and how often it is (part of) a name of each type (see tools/build_word_classes.py)."""
    return {r[0]: (r[1], r[2], r[3], r[4]) for r in table(PACKAGE, "ar.classes.tsv", 5)}


@cache
def word_lists(*lists: str) -> frozenset[str]:
    """Keys of the words in the card's lists of these names."""
    data = {**card(PACKAGE, "ar.toml"), "media_heads": words()["media_heads"]}
    return frozenset(key(w) for name in lists for w in data[name])


def _company(tokens: Tokens, at: int, hit: Hit) -> bool:
    """Say whether a weak name stands where it can only be a name: after its head, after في for places, in marks."""
    if at == 0:
        return False
    before = tokens.keys[at - 1]
    if before in OPENING and at + 1 < len(tokens):
        head = tokens.keys[at - 2] if at > 1 else ""
        return hit.type == "ORG" and (head in word_lists("media_heads", "org_heads") or before == "(")
    if hit.type == "LOC":
        word = tokens.keys[at]
        plain = hit.weak and word in classes() and classes()[word][3][1] == "0"  # «في صور ولقطات»
        heads = word_lists("place_heads") if plain else word_lists("place_heads", "before_places")
        return before in heads or before[1:] in heads
    return before in word_lists("media_heads", "org_heads") or before[1:] in word_lists("media_heads", "org_heads")


def _apart(word: str, prefix: int) -> bool:
    """Say whether a word is rather a proclitic and a town than one word: «بحلب» is, «ورقة» is not."""
    return word not in classes() or word[prefix:] in classes() or without_article(word[prefix:]) != word[prefix:]


@Memo
def _famous(word: str) -> int | None:
    """Letters of proclitic before the family name of one well-known person; None where the word is none, or a common one."""
    for prefix, stem in peel(word):
        if len(prefix) < 2 and len(stem) > 3 and stem in surnames() and stem not in word_lists("not_surnames"):
            return len(prefix)
    return None


@Memo
def _may_be_listed(word: str) -> bool:
    return bool(begins[word] & (NAME | BODY)) or _famous(word) is not None


def listed(tokens: Tokens) -> Iterator[Candidate]:
    """Known names and bodies of states, in the order of the text; the longest at each place."""
    at = 0
    keys, kinds = tokens.keys, tokens.kinds
    for begin in [i for i, word in enumerate(keys) if _may_be_listed[word]]:
        if begin < at or kinds[begin] is Kind.PUNCT:
            continue
        at = begin
        body = find_body(keys, at) if kinds[at] is Kind.WORD else None
        found = lookup(keys, at)
        if found and (not body or body.last <= at + found[0]):
            n, prefix, hit = found
            tanween = TANWEEN in tokens.text[tokens.starts[at] : tokens.ends[at]]  # an adjective: «توغلاً أوكرانياً»
            taken_apart = n == 1 and prefix and hit.sort == "city" and not _apart(keys[at], prefix)
            if n == 1 and hit.sort == "city" and keys[at][:prefix].endswith(CONJUNCTIONS[1]):
                taken_apart = True  # «فبركة»
            spoken_of = hit.sort == "military" and body is not None
            if (
                not tanween
                and not taken_apart
                and not spoken_of
                and (not hit.weak or (not prefix and _company(tokens, at, hit)))
            ):
                skip = (
                    1 if hit.type == "PER" and n > 1 and not prefix and starts(keys[at]) else 0
                )  # «الملك عبد الله الثاني»
                alone = n == 1 and hit.sort in ("city", "region") and not _company(tokens, at, hit)
                strength = 0 if alone else 35  # a town that the tagger does not see either is rather a plain word
                yield Candidate(at + skip, at + n, prefix, hit.type, f"known:{hit.sort}", strength, hit.entity)
                at += n
                continue
        if not found and kinds[at] is Kind.WORD and (lone := _famous(keys[at])) is not None:
            yield Candidate(at, at + 1, lone, "PER", "known:family", 25)
        if body and body.template.id.startswith(_NAMED) and body.of:
            yield Candidate(body.first, body.last, body.prefix, "ORG", f"body:{body.template.id}", 34)
            at = body.last
