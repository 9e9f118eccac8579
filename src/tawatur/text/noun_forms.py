"""Forms of nouns: sound plurals, the dual, the indefinite accusative; and back from a form to the singular.

All words are look-up keys (`arabic.key`). Broken plurals follow no rule that pays: lists carry them.
Source: Wright, A Grammar of the Arabic Language, part I, §§ 299-316.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawatur.text.memo import Memo
from tawatur.text.words import ARTICLE, PRONOUNS

TANWIN = "ا"
FEMININE = "ه"
FEMININE_STEM = "ت"  # teh marbuta before an ending
SOUND_FEMININE = "ات"
SOUND_MASCULINE = ("ون", "ين")
DUAL = ("ان", "ين")
CONSTRUCT = ("ي", "ا")
"""Endings of the dual and of the sound masculine plural before their noun, as far as written."""
OF = "من"
BY = "ب"
NISBA_ADVERB = "يا"
PARTICIPLE = "م"
"""How participles of the derived forms begin: «معبر», «مؤكد»."""
METRE = "م"
THEM = ("هم", "ها", "هن", "ه")
OWNED = ("هم", "ها", "هن", "هما", "نا")
"""Pronouns that say at the end of a word that it is no indefinite noun."""
_NOT_AFTER_A_NUMBER = ("ي", "سي", "ست", "سن", "و")  # prefixes of the imperfect, of the future, and «and»
_VERBAL_ENDS = ("وا", "تم")
_NOMINAL_ENDS = (FEMININE, TANWIN, SOUND_FEMININE, *SOUND_MASCULINE)
_HANGING = ("ب", "ل", "ف", "ك")


def forms(singular: str, plurals: str) -> dict[str, bool]:
    """Every form of a noun that may stand after a number, True for plurals; `plurals` as noun lists write them.

    >>> forms("غاره", "+ات")
    {'غاره': False, 'غارها': False, 'غارات': True}
    >>> sorted(forms("قتيل", "قتلي"))
    ['قتلي', 'قتليا', 'قتيل', 'قتيلا']
    """
    stem = singular[:-1] if singular.endswith((FEMININE, TANWIN)) else singular
    out = {singular: False, singular + TANWIN: False}
    for plural in plurals.split("/"):
        if plural == "-":
            continue
        if plural == "+" + SOUND_FEMININE:
            out[stem + SOUND_FEMININE] = True
        elif plural == "+" + SOUND_MASCULINE[0]:
            out.update(dict.fromkeys((stem + end for end in SOUND_MASCULINE), True))
        else:
            out[plural] = out[plural + TANWIN] = True
    return out


def dual_singulars(word: str) -> Iterator[str]:
    """The singulars of which the indefinite `word` may be the dual, the likelier first; none where it has no such form.

    >>> list(dual_singulars("غارتين")), list(dual_singulars("جنديان")), list(dual_singulars("غارات"))
    (['غاره', 'غارت'], ['جندي'], [])
    """
    if len(word) < 5 or not word.endswith(DUAL):
        return
    stem = word[:-2]
    if stem.endswith("ت") and len(stem) > 2:
        yield stem[:-1] + FEMININE
    yield stem
    if stem.endswith("ي"):
        return
    if stem.endswith("و"):
        yield stem[:-1] + "ا"


def is_nominative_dual(word: str) -> bool:
    """Whether the ending is -an, which no sound plural has."""
    return word.endswith(DUAL[0])


@Memo
def looks_verbal(word: str) -> bool:
    """Whether an unknown word after a number is rather a verb, or has «and» on it.

    >>> [looks_verbal(w) for w in ("يعملون", "سيصلون", "شنت", "تهدف", "ناقلات", "توقيع")]
    [True, True, True, True, False, False]
    """
    if word.endswith(_VERBAL_ENDS) or word.startswith(_NOT_AFTER_A_NUMBER):
        return True
    if word.endswith("ت") and not word.endswith(SOUND_FEMININE):
        return True  # third person feminine: nouns in this ending are few, and lists know them
    imperfect = word.startswith("ت") and not word.endswith(_NOMINAL_ENDS) and word[-2] not in "يا"
    return imperfect and len(word) > 3


def hanging(word: str) -> str:
    """The word without a preposition or conjunction of one letter that may hang on it; "" where none may.

    >>> hanging("بمدينه"), hanging("مدينه")
    ('مدينه', '')
    """
    return word[1:] if word.startswith(_HANGING) and len(word) > 3 else ""


def owned(word: str) -> Iterator[str]:
    """The forms of the noun that `word` with a suffixed pronoun may stand for.

    >>> list(owned("مقاتليها"))[:2]
    ['مقاتلي', 'مقاتلين']
    """
    for pronoun in PRONOUNS:
        stem = word[: -len(pronoun)]
        if word.endswith(pronoun) and len(stem) >= 3:
            yield stem
            yield stem + "ن"
            if stem.endswith("ت"):
                yield stem[:-1] + FEMININE
            if stem[-1] in "ؤئا":
                yield stem[:-1] + "اء"
                yield stem[:-1] + "ء"


def singular(word: str, known: Mapping[str, str], *, accusative: bool) -> str:
    """The singular of a counted noun: by the list `known` (form → singular), else by the rules of sound plurals.

    `accusative`: the number is one after which the noun stands in -an.

    >>> singular("الجنود", {"جنود": "جندي"}, accusative=False), singular("مسعفين", {}, accusative=False)
    ('جندي', 'مسعف')
    """
    bare = word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word
    for form in (word, bare, *owned(bare)):
        if form in known:
            return known[form]
    if len(bare) > 4:
        if bare.endswith(SOUND_FEMININE):
            base = bare[:-2]
            return known.get(base + FEMININE) or known.get(base) or _feminine_or_not(base)
        if bare.endswith(SOUND_MASCULINE):
            return bare[:-2]
    if accusative and bare.endswith(TANWIN) and len(bare) > 3:
        return bare[:-1]
    return bare


def _feminine_or_not(base: str) -> str:
    """Verbal nouns of the derived stems (انفجار، تحقيق) take -at in the plural and are masculine; most others are not."""
    derived = base[0] in "ات" and len(base) >= 5 and base[-2] in "اي"
    return base if derived else base + FEMININE


def imperfects(masculine: str) -> tuple[list[str], list[str]]:
    """Third person masculine and feminine of an imperfect verb, and their jussive where its weak last letter falls.

    >>> imperfects("يتخطي")
    (['يتخطي', 'تتخطي'], ['يتخط', 'تتخط'])
    """
    both = [masculine, "ت" + masculine[1:]]
    return both, [word[:-1] for word in both if word[-1] in "وي"]


def past_feminine(perfect: str) -> str:
    """Third person feminine of a perfect verb: a weak last letter falls before the ending.

    >>> past_feminine("تجاوز"), past_feminine("تخطي")
    ('تجاوزت', 'تخطت')
    """
    return (perfect[:-1] if perfect[-1] in "يا" else perfect) + "ت"
