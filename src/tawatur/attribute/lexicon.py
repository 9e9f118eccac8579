"""Word classes: what a word can be, by the closed classes of the grammar and by its shape. Looked up once a word."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import cache, lru_cache

from tawatur.text.arabic import key
from tawatur.text.lexicon import card, known_keys
from tawatur.text.stem import rarity, stem
from tawatur.text.verbs import conjugate
from tawatur.text.words import ARTICLE, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, peel, suffixed

_HERE = "tawatur.attribute"


class W(IntFlag):
    """What a word can be. Several may hold: «ما» is a particle and opens an object."""

    THAT = auto()  # أن, إن, بأن, with or without a pronoun
    PREP = auto()
    REL = auto()
    DEM = auto()
    PRON = auto()
    PART = auto()
    CONJ = auto()
    ADV = auto()
    TIME = auto()
    OCCASION = auto()
    NEG = auto()
    PARTITIVE = auto()
    ABSTRACT = auto()
    OFFICE = auto()
    FEM = auto()
    PLURAL = auto()
    MASC = auto()
    VERB = auto()  # a common verb, or a shape that only verbs have
    MASDAR = auto()
    DEF = auto()  # has the article
    AND = auto()  # a conjunction is written with it (certain only with the article or a closed class word)
    OWNED = auto()  # carries a suffixed pronoun
    MEDIA = auto()


_BITS = {
    "that": W.THAT,
    "prepositions": W.PREP,
    "relatives": W.REL,
    "demonstratives": W.DEM,
    "pronouns": W.PRON,
    "particles": W.PART,
    "conjunctions": W.CONJ,
    "adverbs": W.ADV,
    "times": W.TIME,
    "occasions": W.OCCASION,
    "negations": W.NEG,
    "partitives": W.PARTITIVE,
    "abstracts": W.ABSTRACT,
    "offices": W.OFFICE,
    "feminine": W.FEM,
    "plural": W.PLURAL,
    "masculine": W.MASC,
    "media": W.MEDIA,
}
CLOSED = W.THAT | W.PREP | W.REL | W.DEM | W.PRON | W.PART | W.CONJ


@cache
def data() -> dict[str, object]:
    """The card of this stage, its top keys checked."""
    found = card(_HERE, "ar.toml")
    known_keys(
        found,
        ("classes", "verbs", "signs", "headline", "merges", "inside", "masdar_patterns", "sources", "modes", "ends"),
        "attribute/ar.toml",
    )
    return found


@cache
def _table() -> dict[str, W]:
    out: dict[str, W] = {}
    d = card(_HERE, "ar.toml")
    for name, bit in _BITS.items():
        for word in d["classes"][name]:
            out[key(word)] = out.get(key(word), W(0)) | bit
    for that in d["classes"]["that"]:
        for pronoun in PRONOUNS:
            out[key(that) + pronoun] = W.THAT
    for pair in d["verbs"]["common"]:
        past, present = pair.split()
        for f in conjugate(past, present):
            if f.agrees not in ("1s", "1p") and f.key not in out and f.tense != "jussive":
                out[f.key] = W.VERB
    return out


@cache
def _masdar() -> tuple[re.Pattern[str], frozenset[str]]:
    d = card(_HERE, "ar.toml")["masdar_patterns"]
    return re.compile("|".join(f"(?:{p})" for p in d["patterns"])), frozenset(map(key, d["not"]))


@lru_cache(maxsize=1 << 16)
def classify(word: str) -> W:
    """What `word` (a key) can be.

    >>> bool(classify("انه") & W.THAT), bool(classify("وفي") & W.PREP), bool(classify("تنديد") & W.MASDAR)
    (True, True, True)
    >>> bool(classify("الوزير") & W.DEF), bool(classify("والوزير") & W.AND)
    (True, True)
    """
    table = _table()
    bits = table.get(word, W(0))
    if not bits and word[:1] in CONJUNCTIONS and len(word) > 2:
        inner = table.get(word[1:], W(0))
        if inner or word[1:].startswith(ARTICLE):
            bits = inner | W.AND
            word = word[1:]
    if not bits & CLOSED:
        if word.startswith(ARTICLE) and len(word) > 4:
            bits |= W.DEF | _open_class(table, word[2:])
        else:
            bits |= _shape(word)
    return bits


def _open_class(table: dict[str, W], bare: str) -> W:
    keep = W.OFFICE | W.FEM | W.PLURAL | W.MASC | W.OCCASION | W.PARTITIVE | W.MEDIA
    return table.get(bare, W(0)) & keep


def _shape(word: str) -> W:
    bits = W(0)
    pattern, other = _masdar()
    if word not in other and pattern.fullmatch(word):
        bits |= W.MASDAR
    for stem, pronoun in suffixed(word):
        if len(stem) >= 3 and len(pronoun) > 1 and (classify_base(stem) or pattern.fullmatch(stem)):
            bits |= W.OWNED
            break
    return bits


def classify_base(stem: str) -> bool:
    """Whether `stem` is a noun of the card."""
    return bool(_table().get(stem, W(0)) & (W.ABSTRACT | W.OFFICE | W.OCCASION | W.PARTITIVE))


@cache
def signs(name: str) -> str:
    """The punctuation marks called `name` in the card."""
    return str(card(_HERE, "ar.toml")["signs"][name])


@cache
def words(section: str, name: str) -> frozenset[str]:
    """The keys of a list of the card."""
    return frozenset(map(key, card(_HERE, "ar.toml")[section][name]))


@lru_cache(maxsize=1 << 16)
def prefixed(word: str, letter: str) -> str | None:
    """What hangs on the preposition `letter` in `word` (a key), where it can be told from a word that begins with it.

    Told by the article, or because what is left is the commoner word of the two.

    >>> prefixed("بفتح", "ب"), prefixed("بادي", "ب")
    ('فتح', None)
    """
    rest = attached(word, letter)
    if rest is None or len(rest) < 3:
        return None
    if rest.startswith(ARTICLE) or classify(rest) & (W.THAT | W.ABSTRACT | W.OFFICE | W.MEDIA | W.MASDAR):
        return rest
    return rest if rarity(stem(rest)) + 0.3 < rarity(stem(word)) else None


@lru_cache(maxsize=1 << 16)
def attached(word: str, letter: str) -> str | None:
    """What is left of `word` (a key) when the preposition `letter` that is written with it is taken off, or None.

    >>> attached("بالهجوم", "ب"), attached("للجيش", "ل"), attached("بعد", "ب")
    ('الهجوم', 'الجيش', None)
    """
    if letter not in PREPOSITIONS or classify(word) & (CLOSED | W.ADV | W.TIME):
        return None
    for before, rest in peel(word):
        if before == letter and len(rest) >= 2:
            return rest
    return None
