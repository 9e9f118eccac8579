"""Written forms of nouns: duals, sound plurals, the accusative of an indefinite noun, endings of adjectives.

Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 5 and 6. All forms are look-up keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.text.arabic import key
from tawatur.text.memo import Memo

ADJECTIVE = ("", "ا", "ه", "ون", "ين", "ان", "ات", "تين", "تان")
"""Endings of an adjective in ي by case, gender and number, on its masculine singular."""

AMBIGUOUS = frozenset({"ي", "ك"})
"""Suffixed pronouns of one letter that in news are nearly always something else."""


def accusative(word: str) -> str:
    """The indefinite accusative of a key, or the key itself where that is not written.

    >>> accusative("هجوم"), accusative("مدينه")
    ('هجوما', 'مدينه')
    """
    return word if word.endswith(("ه", "ا")) else word + "ا"


def duals(singular: str) -> tuple[str, ...]:
    """The four duals of a noun: nominative and oblique, free and in construct.

    >>> duals("جثة")
    ('جثتان', 'جثتين', 'جثتا', 'جثتي')
    """
    stem = key(singular)
    if singular.endswith("ة"):
        stem = stem[:-1] + "ت"
    elif singular.endswith("ى"):
        stem = stem[:-1] + "ي"
    return tuple(stem + ending for ending in ("ان", "ين", "ا", "ي"))


def plural_forms(singular: str, plurals: str) -> Iterator[str]:
    """Every plural that a cell such as "+ون/عناصر" names: +ون and +ات are made by rule, others stand as they are.

    >>> list(plural_forms("مدني", "+ون")), list(plural_forms("غارة", "+ات"))
    (['مدنيون', 'مدنيين', 'مدنيو', 'مدنيي'], ['غارات'])
    """
    for cell in plurals.split("/"):
        if cell == "+ون":
            base = key(singular.removesuffix("ى"))
            yield from (base + ending for ending in ("ون", "ين", "و", "ي"))
        elif cell == "+ات":
            yield key(singular.removesuffix("ة")) + "ات"
        elif cell != "-":
            yield key(cell)


def forms_of_masdar(masdar: str) -> tuple[str, ...]:
    """A verbal noun and its plural in ات.

    >>> forms_of_masdar("مداهمه")
    ('مداهمه', 'مداهمات')
    """
    return (masdar, (masdar.removesuffix("ه")) + "ات")


def without_accusative(word: str) -> str:
    """Take the accusative alef off, where one can stand.

    >>> without_accusative("هجوما"), without_accusative("دعا")
    ('هجوم', 'دعا')
    """
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def is_future(prefix: str) -> bool:
    """Say whether proclitics of a verb end in the future particle.

    >>> is_future("وس"), is_future("و")
    (True, False)
    """
    return prefix.endswith("س")


def is_joined(prefix: str) -> bool:
    """Say whether proclitics begin with a conjunction.

    >>> is_joined("وب"), is_joined("ب")
    (True, False)
    """
    return prefix.startswith(("و", "ف"))


def before_pronoun(stem: str) -> tuple[str, ...]:
    """How a verb form is written without the pronoun: «قتلو[هم]» is «قتلوا».

    >>> before_pronoun("قتلو")
    ('قتلو', 'قتلوا')
    """
    return (stem, stem + "ا") if stem.endswith("و") else (stem,)


def is_adjective(word: str) -> bool:
    """Say whether a key can be an adjective in ي, of any gender, number and case; what looks like a verb («تأتي») is none.

    >>> [is_adjective(w) for w in ("عسكري", "الشماليه", "كوريين", "في", "بناء", "تاتي")]
    [True, True, True, False, False, False]
    """
    if word.startswith(("ي", "ت")) and word.endswith("ي"):
        return False
    return len(word) > 3 and word.endswith(("ي", "يه", "يا", "يين", "يون", "يات"))


def marked_passive(raw: str, aspect: str) -> bool:
    """Say whether the vowel marks of `raw` make it passive: a damma on the first letter of a perfect («قُتل»).

    In the imperfect a damma may also mark the active of derived stems, so it decides nothing there.

    >>> marked_passive("قُتل", "perfect"), marked_passive("وقُتلوا", "perfect"), marked_passive("قتل", "perfect")
    (True, True, False)
    """
    word = raw[1:] if raw[:1] in "وف" and len(raw) > 4 else raw
    return aspect == "perfect" and len(word) > 2 and word[1] == "\u064f"


def is_definite(word: str, prefix: str) -> bool:
    """Say whether a key has the article behind its proclitics `prefix`.

    >>> is_definite("والجيش", "و"), is_definite("للجيش", "ل"), is_definite("جيش", ""), is_definite("الي", "")
    (True, True, False, False)
    """
    rest = word.removeprefix(prefix)
    return (rest.startswith("ال") and len(rest) > 4) or (prefix.endswith("ل") and rest.startswith("ل"))


def ends_feminine(form: str) -> bool:
    """Say whether a form ends in teh marbuta: then it is a noun and no verb with a pronoun, though the keys are one.

    >>> ends_feminine("رحلة"), ends_feminine("رحله")
    (True, False)
    """
    return form.endswith("ة")


def is_people(word: str) -> bool:
    """Say whether an adjective of origin can stand for people: masculine plural or dual, or one man in the accusative.

    >>> [is_people(w) for w in ("فلسطينيين", "الروس", "فلسطينيا", "روسيه", "روسي")]
    [True, True, True, False, False]
    """
    return word.endswith(("ين", "ون", "ان", "يا")) or (is_definite(word, "") and not word.endswith(("ي", "ه", "ات")))


def ends_in_he(form: str) -> bool:
    """Say whether a form ends in the letter he, which careful writers keep apart from teh marbuta: «مهاجمه» his striker.

    >>> ends_in_he("مهاجمه"), ends_in_he("مهاجمة")
    (True, False)
    """
    return form.endswith("ه")


@Memo
def may_be_dual(word: str) -> bool:
    """Say cheaply whether a key can be a dual, with or without a pronoun.

    >>> [may_be_dual(w) for w in ("الضابطين", "جثتي", "جنديان", "جثتيهما", "جنود")]
    [True, True, True, True, False]
    """
    return word.endswith(("ين", "ان", "ي", "ا"))


def hamza_back(stem: str) -> tuple[str, ...]:
    """How a stem in hamza is written without the pronoun that gave the hamza its seat: «لقائ[ه]» is «لقاء».

    >>> hamza_back("لقائ"), hamza_back("قصف")
    (('لقائ', 'لقاء'), ('قصف',))
    """
    return (stem, stem[:-1] + "ء") if stem.endswith(("ائ", "اؤ")) else (stem,)
