"""What hangs on an Arabic word: conjunctions, prepositions, the article before it, pronouns after it.

Look-up works on keys (`arabic.key`). Nothing is cut off blindly: `peel` proposes every reading, the caller's table decides.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from tawatur.text.memo import Memo

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
BI, LI, KA = PREPOSITIONS
FRAMES = {"ila": "الي", "ala": "علي", "an": "عن", "min": "من", "fi": "في", "bi": BI, "li": LI}
"""Keys of the prepositions that verbs govern, by the names that cards use."""
FIRST_PERSON = "أ"
ACCUSATIVE = "ا"
"""How the indefinite accusative ends where it is written."""
HAMZAS = ("أ", "إ", "آ")
"""Letters that no article begins with: «إلدار», «ألمانيا», «آلاف» are whole words."""
FUTURE = "س"
ARTICLE = "ال"
VERB_STARTS = "يتنوف"
"""Letters that open a present-tense verb, or a conjunction before it."""
PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
"""Suffixed pronouns, longest first."""
OBJECTS = ("هما", "هم", "ها", "نا", "ه")
"""Those of the third person and the first plural: what news hangs on its verbs."""

_BY_LAST = {end: tuple(p for p in PRONOUNS if p[-1] == end) for end in {p[-1] for p in PRONOUNS}}
"""The pronouns by their last letter: most words end in none."""
_HANGING = frozenset((*CONJUNCTIONS, *PREPOSITIONS))
_BEFORE_NOUN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_BEFORE_VERB = ("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل")
_HANGING_ON_VERBS = frozenset(p[0] for p in _BEFORE_VERB if p)


@Memo
def peel(word: str) -> tuple[tuple[str, str], ...]:
    """Every way to read `word` (a key) as proclitics and a noun, the whole word first; «لل» becomes ل + ال.

    >>> peel("وللجيش")
    (('', 'وللجيش'), ('و', 'للجيش'), ('ول', 'الجيش'), ('ول', 'لجيش'))
    >>> peel("بالقاهره")[1]
    ('ب', 'القاهره')
    """
    if word[:1] not in _HANGING:
        return (("", word),)
    out: list[tuple[str, str]] = []
    for prefix in _BEFORE_NOUN:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if prefix.endswith("ل") and rest.startswith("ل") and len(rest) > 2:
            out.append((prefix, "ا" + rest))
        if len(rest) >= 2 or not prefix:
            out.append((prefix, rest))
    return tuple(out)


@Memo
def peel_verb(word: str) -> tuple[tuple[str, str], ...]:
    """Every way to read `word` (a key) as conjunction, future س and a verb, the whole word first.

    >>> peel_verb("وستعلن")
    (('', 'وستعلن'), ('و', 'ستعلن'), ('وس', 'تعلن'))
    """
    if len(word) > 2 and word[0] not in _HANGING_ON_VERBS:
        return (("", word),)
    return tuple((p, word[len(p) :]) for p in _BEFORE_VERB if word.startswith(p) and len(word) - len(p) >= 2)


def without_article(word: str) -> str:
    """Take the article away, if what is left can be a word.

    >>> without_article("الجنود"), without_article("الم")
    ('جنود', 'الم')
    """
    return word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word


def suffixed(word: str) -> Iterator[tuple[str, str]]:
    """Every way to read `word` (a key) as stem and suffixed pronoun; a stem in ت is offered with ه too (teh marbuta).

    >>> list(suffixed("حكومتهم"))
    [('حكومت', 'هم'), ('حكومه', 'هم')]
    """
    for pronoun in _BY_LAST.get(word[-1:], ()):
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 2:
            stem = word[: -len(pronoun)]
            yield stem, pronoun
            if stem.endswith("ت"):
                yield stem[:-1] + "ه", pronoun


def find_in(word: str, table: Container[str]) -> tuple[str, str] | None:
    """First reading of `word` (a key) whose stem stands in `table`, as (proclitics, stem); None where none does.

    >>> find_in("وبالجنود", {"الجنود"})
    ('وب', 'الجنود')
    """
    for prefix, stem in peel(word):
        if stem in table:
            return prefix, stem
    return None


def is_feminine_nisba(word: str) -> bool:
    """Say whether `word` (a key) has the ending of a feminine adjective of relation, which no masculine person bears.

    >>> is_feminine_nisba("العسكريه"), is_feminine_nisba("عسكريين")
    (True, False)
    """
    return word.endswith("يه") and len(word) > 4


def is_nisba(word: str) -> bool:
    """Whether `word` (a key) has the shape of a relative adjective: «الكردي», «التركيه», «الروسيين».

    >>> is_nisba("التركيه"), is_nisba("الدول")
    (True, False)
    """
    return word.endswith(("ي", "يه", "يين", "يون", "يان", "يتان", "يتين"))


def looks_feminine(word: str) -> bool:
    """Whether `word` (a key) ends in teh marbuta, as far as a key can tell it from a pronoun.

    >>> looks_feminine("الوزاره"), looks_feminine("الوزير")
    (True, False)
    """
    return word.endswith("ه") and len(word) > 3


def looks_plural(word: str) -> bool:
    """Whether `word` (a key) has the ending of the sound masculine plural.

    >>> looks_plural("مسؤولون"), looks_plural("الجنود")
    (True, False)
    """
    bare = without_article(word)
    return (len(bare) > 4 and bare.endswith(("ون", "يين"))) or (bare != word and len(bare) > 4 and bare.endswith("ين"))


def is_sound_feminine_plural(word: str) -> bool:
    """Whether `word` (a key) has the ending of the sound feminine plural.

    >>> is_sound_feminine_plural("تصرفات"), is_sound_feminine_plural("بيت")
    (True, False)
    """
    return len(word) > 4 and word.endswith("ات")


def looks_dual(word: str) -> bool:
    """Whether `word` (a key) has the nominative ending of the dual.

    >>> looks_dual("الرئيسان"), looks_dual("الرئيس")
    (True, False)
    """
    return len(word) > 5 and word.endswith("ان")


_ADJECTIVE = re.compile("م..+|.ا..|..ي.|ا...|ا..ي|اول|عام|خاص|حر|مر")


def adjective_shape(word: str) -> bool:
    """Whether `word` (a key) has a shape that definite adjectives have: relative, participle, فاعل, فعيل, أفعل.

    >>> adjective_shape("الجديده"), adjective_shape("السابق"), adjective_shape("القرار"), adjective_shape("الحكومه")
    (True, True, False, False)
    """
    if is_nisba(word):
        return True
    bare = without_article(word)
    for ending in ("ه", "ون", "ين", "ان", "ات"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return bool(_ADJECTIVE.fullmatch(bare))
