"""Word classes: what a word can be, by the closed classes of the grammar and by its shape. Looked up once a word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tawatur.text.arabic import key
from tawatur.text.lexicon import card, known_keys
from tawatur.text.memo import Memo
from tawatur.text.stem import rarity
from tawatur.text.stem import stem as stem_of
from tawatur.text.verbs import ALEF, MIN_STEM, YEH, conjugate, noun_stems, only_verbs
from tawatur.text.word_use import is_verb
from tawatur.text.words import ARTICLE, BI, CONJUNCTIONS, KA, PREPOSITIONS, PRONOUNS, peel, suffixed

_HERE = "tawatur.attribute"


class W:
    """What a word can be, as bits of a plain int (asked too often for an enum). Several may hold: «ما» is a particle
    and opens an object.
    """

    THAT = 1 << 0  # أن, إن, بأن, with or without a pronoun
    PREP = 1 << 1
    REL = 1 << 2
    DEM = 1 << 3
    PRON = 1 << 4
    PART = 1 << 5
    CONJ = 1 << 6
    ADV = 1 << 7
    TIME = 1 << 8
    OCCASION = 1 << 9
    NEG = 1 << 10
    PARTITIVE = 1 << 11
    ABSTRACT = 1 << 12
    OFFICE = 1 << 13
    FEM = 1 << 14
    PLURAL = 1 << 15
    MASC = 1 << 16
    VERB = 1 << 17  # a common verb, or a shape that only verbs have
    MASDAR = 1 << 18
    DEF = 1 << 19  # has the article
    AND = 1 << 20  # a conjunction is written with it (certain only with the article or a closed class word)
    OWNED = 1 << 21  # carries a suffixed pronoun
    MEDIA = 1 << 22


_BITS = {
    "that": W.THAT,
    "prepositions": W.PREP,
    "pronominal": W.PREP,
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
_COMMON = 6.0
"""Inverse document frequency up to which a word is common enough to be seen under a preposition."""
CLOSED = W.THAT | W.PREP | W.REL | W.DEM | W.PRON | W.PART | W.CONJ


@cache
def data() -> dict[str, object]:
    """The card of this stage, its top keys checked."""
    found = card(_HERE, "ar.toml")
    known_keys(
        found,
        (
            "classes",
            "verbs",
            "signs",
            "outlets",
            "norms",
            "headline",
            "merges",
            "inside",
            "masdar_patterns",
            "sources",
            "ends",
        ),
        "attribute/ar.toml",
    )
    return found


@cache
def _table() -> dict[str, int]:
    out: dict[str, int] = {}
    d = card(_HERE, "ar.toml")
    for name, bit in _BITS.items():
        for word in d["classes"][name]:
            out[key(word)] = out.get(key(word), 0) | bit
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


@Memo
def classify(word: str) -> int:
    """What `word` (a key) can be.

    >>> bool(classify("انه") & W.THAT), bool(classify("وفي") & W.PREP), bool(classify("تنديد") & W.MASDAR)
    (True, True, True)
    >>> bool(classify("الوزير") & W.DEF), bool(classify("والوزير") & W.AND)
    (True, True)
    """
    table = _table()
    bits = table.get(word, 0)
    if not bits and verb_shape(word):
        return W.VERB
    if not bits and word[:1] in CONJUNCTIONS and len(word) > 2:
        inner = table.get(word[1:], 0)
        if not inner and verb_shape(word[1:]):
            return W.VERB | W.AND
        if inner or word[1:].startswith(ARTICLE):
            bits = inner | W.AND
            word = word[1:]
    if not bits & CLOSED:
        if word.startswith(ARTICLE) and len(word) > 4:
            bits |= W.DEF | _open_class(table, word[2:])
        else:
            bits |= _shape(word)
    return bits


def common_verb(word: str) -> bool:
    """Whether `word` (a key) is a form of one of the common verbs that the card lists.

    >>> common_verb("تشن"), common_verb("تيار")
    (True, False)
    """
    return bool(_table().get(word, 0) & W.VERB)


def verb_shape(word: str) -> bool:
    """Whether `word` (a key) has a shape that only verbs have, nouns of that shape apart.

    >>> verb_shape("يستعد"), verb_shape("استمعت"), verb_shape("استماع"), verb_shape("يونيو")
    (True, True, False, False)
    """
    pattern, _ = _masdar()
    if word in words("verbs", "no_verbs"):
        return False
    return is_verb(word) or (only_verbs(word) and not pattern.fullmatch(word))


def _open_class(table: dict[str, int], bare: str) -> int:
    keep = W.OFFICE | W.FEM | W.PLURAL | W.MASC | W.OCCASION | W.PARTITIVE | W.MEDIA
    return table.get(bare, 0) & keep


def _foreign(word: str) -> bool:
    """Whether a word of a verbal noun's shape is more likely a name from abroad: no known word has its stem («إرلان»)."""
    shapes = card(_HERE, "ar.toml")["masdar_patterns"]["foreign"]
    return any(re.fullmatch(p, word) for p in shapes) and rarity(stem_of(word)) >= rarity("")


def _shape(word: str) -> int:
    bits = 0
    pattern, other = _masdar()
    if word not in other and pattern.fullmatch(word) and not _foreign(word):
        bits |= W.MASDAR
    if any(
        len(stem) >= 3
        and len(pronoun) > 1
        and (classify_base(stem) or pattern.fullmatch(stem) or rarity(stem_of(stem)) < _COMMON)
        for stem, pronoun in suffixed(word)
    ):
        bits |= W.OWNED
    return bits


@Memo
def has_pronoun(word: str) -> bool:
    """Whether `word` (a key that was written with a final heh) is a verbal or abstract noun with «ه»: «دعمه», «عمليته»."""
    pattern, other = _masdar()
    stem = word[:-1]
    if word in other or len(stem) < MIN_STEM:
        return False
    if _table().get(stem, 0) & W.ABSTRACT or pattern.fullmatch(stem):
        return True
    return any(
        base != stem and rarity(stem_of(base)) < _COMMON for base, pronoun in suffixed(word) if len(pronoun) == 1
    )


@Memo
def owned_act(word: str) -> bool:
    """Whether `word` (a key) is an act or state with a pronoun: «مسؤوليتها», «تأييده», not «مكتبه».

    >>> owned_act("مسؤوليتها"), owned_act("مكتبه")
    (True, False)
    """
    pattern, other = _masdar()
    return any(
        len(pronoun) <= 3 and (_table().get(stem, 0) & W.ABSTRACT or (stem not in other and pattern.fullmatch(stem)))
        for stem, pronoun in suffixed(word)
    )


@Memo
def looks_accusative(word: str) -> bool:
    """Whether `word` (a key) is a common noun with the alef of the indefinite accusative, as far as letters tell.

    >>> looks_accusative("تقريرا"), looks_accusative("اوباما")
    (True, False)
    """
    if len(word) <= MIN_STEM + 1 or not word.endswith(ALEF) or word.startswith(ARTICLE):
        return False
    base = rarity(stem_of(word[:-1]))
    return base < _COMMON - 1 and base + 1 < rarity(word)


def classify_base(stem: str) -> bool:
    """Whether `stem` is a noun of the card."""
    return bool(_table().get(stem, 0) & (W.ABSTRACT | W.OFFICE | W.OCCASION | W.PARTITIVE))


@cache
def signs(name: str) -> str:
    """The punctuation marks called `name` in the card."""
    return str(card(_HERE, "ar.toml")["signs"][name])


@cache
def words(section: str, name: str) -> frozenset[str]:
    """The keys of a list of the card."""
    return frozenset(map(key, card(_HERE, "ar.toml")[section][name]))


@Memo
def utterance(word: str) -> bool:
    """Whether `word` (a key), with or without article, plural ending, case ending or pronoun, is a noun of speech.

    >>> utterance("انتقاداتها"), utterance("الطائره")
    (True, False)
    """
    nouns = words("verbs", "utterances")
    bare = word[:-1] if word.endswith(ALEF) else word
    return any(stem in nouns for w in (word, bare) for stem, _ in noun_stems(w))


@cache
def blessings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Blessings that follow a name or a title, as keys, by their first word; the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for blessing in sorted(card(_HERE, "ar.toml")["inside"]["blessings"], key=len, reverse=True):
        spelled = tuple(map(key, blessing.split()))
        out.setdefault(spelled[0], []).append(spelled)
    return {first: tuple(rest) for first, rest in out.items()}


@cache
def letter_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of stations spelled in foreign letters, as keys, by their first letter."""
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in card(_HERE, "ar.toml")["inside"]["letters"]:
        spelled = tuple(map(key, name.split()))
        out[spelled[0]] = (*out.get(spelled[0], ()), spelled)
    return out


@cache
def outlets() -> tuple[tuple[str, str], ...]:
    """Latin short names of outlets, as files and addresses have them, with what they call themselves in Arabic."""
    return tuple((slug, name) for slug, name in card(_HERE, "ar.toml")["outlets"].items())


@cache
def lemmas(name: str) -> frozenset[str]:
    """The verbs of a list of the card, as lemmas (not folded)."""
    return frozenset(card(_HERE, "ar.toml")["verbs"][name])


@lru_cache(maxsize=1 << 15)
def prefixed(word: str, letter: str) -> str | None:
    """What hangs on the preposition `letter` in `word` (a key), where it can be told from a word that begins with it.

    Told by the article, or because what is left is the commoner word of the two.

    >>> prefixed("بفتح", "ب"), prefixed("بادي", "ب")
    ('فتح', None)
    """
    rest = attached(word, letter)
    if rest is None:
        return None
    if rest.startswith(ARTICLE) and len(rest) > 4:
        return rest
    if letter == KA:
        return None
    if classify(rest) & (W.THAT | W.ABSTRACT | W.OFFICE | W.MEDIA | W.MASDAR):
        return rest
    if len(rest) < 3 or (letter == BI and classify(rest) & W.VERB):
        return None
    common = rarity(stem_of(rest))
    return rest if common < _COMMON and common + 0.3 < rarity(stem_of(word)) else None


@Memo
def common(word: str) -> bool:
    """Whether `word` (a key) is among the commoner words of news, so that it is hardly a name.

    >>> common("مشروع"), common("كريسبوس")
    (True, False)
    """
    return rarity(stem_of(word)) < _COMMON - 1


@Memo
def governs_bi(word: str) -> bool:
    """Whether `word` (a key), where a verb waits for ب, is that preposition with a noun: no common word of its own.

    >>> governs_bi("بسحق"), governs_bi("بيان")
    (True, False)
    """
    rest = attached(word, BI)
    return (
        rest is not None
        and len(rest) >= MIN_STEM
        and not common(word)
        and rarity(stem_of(rest)) < rarity(stem_of(word))
    )


@Memo
def like(word: str) -> bool:
    """Whether `word` (a key) is ك with a common noun: «كجزء», «كمنظمة».

    >>> like("كجزء"), like("كيري")
    (True, False)
    """
    rest = attached(word, KA)
    if rest is None or len(rest) < MIN_STEM or rest.startswith(YEH) or classify(rest) & W.VERB:
        return False
    return rarity(stem_of(rest)) < _COMMON - 1 and rarity(stem_of(rest)) + 1 < rarity(stem_of(word))


@lru_cache(maxsize=1 << 15)
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
