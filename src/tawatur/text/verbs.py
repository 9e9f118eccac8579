"""How an Arabic verb is conjugated: from its two third-person forms to every written form, vowel marks left out.

The grammar is that of the school books (Wright, A Grammar of the Arabic Language, I §§ 89-170): endings of the past,
prefixes and endings of the present, and what they do to a weak last letter (نفى، دعا) or a weak middle one (قال، أشار).
Only third persons and the two first persons are made: news has no second. Words are given as a careful writer types them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.text.arabic import key
from tawatur.text.words import CONJUNCTIONS, FUTURE, suffixed, without_article

MIN_STEM = 3
ALEF_MAQSURA = "ى"
YEH = "ي"
ALEF = "ا"
TEH_MARBUTA = "ة"
HEH = "ه"
ALI = "علي"

_DAMMA = "\u064f"
_FATHATAN = "\u064b"
_HAMZA_ALEF = "أ"


@dataclass(frozen=True, slots=True)
class Inflected:
    """One written form. `tense`: past, present or jussive. `agrees`: person or gender and number.

    `agrees` is "ms", "fs", "md", "fd", "mp", "fp" in the third person, "1s" or "1p" in the first.
    `before_pronoun`: the form stands only before a suffixed pronoun (أعلنو ... ه, نفا ... ه).
    """

    key: str
    tense: str
    agrees: str
    before_pronoun: bool = False


def _past(verb: str) -> Iterator[tuple[str, str]]:
    last, stem = verb[-1], verb[:-1]
    yield verb, "ms"
    if last in "ىا" and len(verb) > 2:
        glide = "ي" if last == "ى" else "و"
        yield from ((stem + "ت", "fs"), (stem + glide + "ا", "md"), (stem + "تا", "fd"), (stem + "وا", "mp"))
        yield from ((stem + glide + "ن", "fp"), (stem + glide + "ت", "1s"), (stem + glide + "نا", "1p"))
        return
    if last == YEH and len(verb) > 2:  # لقي: لقوا, where the yeh gives way
        yield from ((verb + "ت", "fs"), (verb + "ا", "md"), (verb + "تا", "fd"), (stem + "وا", "mp"))
        yield from ((verb + "ن", "fp"), (verb + "ت", "1s"), (verb + "نا", "1p"))
        return
    yield from ((verb + "ت", "fs"), (verb + "ا", "md"), (verb + "تا", "fd"), (verb + "وا", "mp"))
    short = verb[:-2] + last if len(verb) in (3, 4, 5, 6) and verb[-2] == "ا" else verb
    if len(verb) > MIN_STEM:
        yield short + "ن", "fp"
    yield from ((short + "ت", "1s"), (short + "نا", "1p"))


def _present(verb: str) -> Iterator[tuple[str, str, str]]:
    rest = verb[1:]
    last, stem = rest[-1], rest[:-1]
    heads = (("ي", "ms"), ("ت", "fs"), (_HAMZA_ALEF, "1s"), ("ن", "1p"))
    for head, agrees in heads:
        yield head + rest, "present", agrees
    weak = last in "ىيو"
    dual = {"ى": stem + "ي", "ي": rest, "و": rest}.get(last, rest)
    plural = stem if weak else rest
    for head, gender in (("ي", "m"), ("ت", "f")):
        yield head + dual + "ان", "present", gender + "d"
        yield head + dual + "ا", "jussive", gender + "d"
    yield "ي" + plural + "ون", "present", "mp"
    yield "ي" + plural + "وا", "jussive", "mp"
    yield "ي" + rest + "ن", "present", "fp"
    if weak:
        yield "ي" + stem, "jussive", "ms"
        yield "ت" + stem, "jussive", "fs"
    elif len(rest) >= 3 and rest[-2] in "اوي":
        yield "ي" + rest[:-2] + last, "jussive", "ms"
        yield "ت" + rest[:-2] + last, "jussive", "fs"


def conjugate(past: str, present: str) -> Iterator[Inflected]:
    """Every written form of the verb whose third persons masculine singular are `past` and `present`.

    >>> forms = {f.key: f.agrees for f in conjugate("نفى", "ينفي")}
    >>> forms["نفت"], forms["نفوا"], forms["ينفون"], forms["تنفيان"]
    ('fs', 'mp', 'mp', 'fd')
    >>> {f.key for f in conjugate("أشار", "يشير")} >= {"اشارت", "اشرنا", "يشيرون", "يشر"}
    True
    """
    for word, agrees in _past(past):
        yield Inflected(key(word), "past", agrees)
        if agrees == "mp":
            yield Inflected(key(word[:-1]), "past", agrees, before_pronoun=True)
    if past.endswith("ى"):
        yield Inflected(key(past[:-1] + "ا"), "past", "ms", before_pronoun=True)
    for word, tense, agrees in _present(present):
        yield Inflected(key(word), tense, agrees)
        if agrees == "mp" and tense == "jussive":
            yield Inflected(key(word[:-1]), tense, agrees, before_pronoun=True)
        if word.endswith("ى"):
            yield Inflected(key(word[:-1] + "ا"), tense, agrees, before_pronoun=True)


def participle(active: str) -> Iterator[tuple[str, str]]:
    """The forms of an active participle that continue a speaker: the accusative of state (hal), with their agreement.

    >>> dict(participle("مشير"))
    {'مشيرا': 'ms', 'مشيره': 'fs', 'مشيرين': 'mp', 'مشيرتين': 'fd', 'مشيرات': 'fp'}
    """
    stem = active.removesuffix("ي")
    yield key(active + "ا"), "ms"
    yield key(active + "ة"), "fs"
    yield key(stem + "ين"), "mp"
    yield key(active + "تين"), "fd"
    yield key(active + "ات"), "fp"


def noun_stems(word: str) -> Iterator[tuple[str, str]]:
    """Every way to read `word` (a key) as a verbal noun: the stem to look up and the suffixed pronoun.

    >>> ("تصريح", "") in set(noun_stems("التصريحات")), ("تاكيد", "ه") in set(noun_stems("تاكيده"))
    (True, True)
    """
    bare = without_article(word)
    yield word, ""
    if bare != word:
        yield bare, ""
    for stem, pronoun in ((bare, ""), *suffixed(bare)):
        if pronoun and len(stem) >= MIN_STEM:
            yield stem, pronoun
        if stem.endswith("ات") and len(stem) > MIN_STEM + 1:
            yield stem[:-2], pronoun
            yield stem[:-2] + "ه", pronoun


def only_verbs(word: str) -> bool:
    """Whether `word` (a key) begins as an imperfect, as a past of form X, or ends as a plural: few nouns do.

    >>> only_verbs("يستعد"), only_verbs("استمعت"), only_verbs("كتبوا"), only_verbs("الوزير")
    (True, True, True, False)
    """
    if len(word) < 4:
        return False
    return word[0] == YEH or (word.startswith("است") and len(word) > 4) or (word.endswith("وا") and len(word) > 4)


def ends_as_past(word: str) -> bool:
    """Whether `word` (a key) ends in the ت of the past and in no plural of nouns: «صدقت», not «جهات».

    >>> ends_as_past("صدقت"), ends_as_past("جهات"), ends_as_past("بيت")
    (True, False, False)
    """
    return len(word) > MIN_STEM and word.endswith("ت") and not word.endswith("ات")


def ends_in_damma(raw: str) -> bool:
    """Whether the last letter carries a damma: the ending of the first person («أكدتُ»).

    >>> ends_in_damma("أكدتُ"), ends_in_damma("أكدت")
    (True, False)
    """
    return raw.endswith(_DAMMA)


_NO_FUTURE = (
    "سيطر",
    "سياس",
    "سيار",
    "سياد",
    "سيناء",
    "سينم",
    "سيناريو",
    "سيري",
    "سيرج",
    "سيرغ",
    "سيره",
    "سيرت",
    "سيول",
    "سيبير",
    "سيدن",
    "سيده",
    "سيدي",
    "سينغ",
    "سنغاف",
    "سنوي",
    "سندات",
    "سنتيم",
    "ستوكه",
    "ستار",
    "ستاد",
    "ستراس",
    "ستيف",
    "ستون",
)
"""How words begin whose س is of their root, or of a foreign name, before a letter that could open an imperfect."""


def is_future(word: str) -> bool:
    """Whether `word` (a key) is a future: س and the prefix of an imperfect.

    >>> is_future("سيعلن"), is_future("ستواصل"), is_future("سوريا"), is_future("سيطرته")
    (True, True, False, False)
    """
    return (
        not word.startswith(_NO_FUTURE)
        and len(word) > MIN_STEM + 1
        and word[0] == FUTURE
        and word[1] in "يتن"
        and not word.endswith(("ات", "ين", "ون"))
    )


_IMPERFECT = {"ي": "ms", "ت": "fs", "ن": "1p", "ا": "1s"}
_MANY = ("ون", "ان", "وا")
_COMMAND = ("ل", "فل", "ول")


def imperfect_agrees(word: str) -> str:
    """How the imperfect `word` (a key) agrees, by its first letter, a future س apart; "" where it begins like none.

    >>> imperfect_agrees("ستعلن"), imperfect_agrees("نعلن"), imperfect_agrees("سيعلنون"), imperfect_agrees("بعد")
    ('fs', '1p', 'mp', '')
    """
    bare = word[1:] if word[:1] == FUTURE and word[1:2] in _IMPERFECT else word
    if bare[:1] == YEH and len(bare) > MIN_STEM + 2 and bare.endswith(_MANY):
        return "mp"
    return _IMPERFECT.get(bare[:1], "") if len(bare) > MIN_STEM - 1 else ""


def future_at(form: str, word: str) -> str:
    """The future that `word` (a key, written `form`) is, و and ف taken off; "" where it is none.

    >>> future_at("فستعلن", "فستعلن"), future_at("سأعود", "ساعود"), future_at("ساعات", "ساعات")
    ('ستعلن', 'ساعود', '')
    """
    joined = word[:1] in CONJUNCTIONS and not is_future(word)
    bare, shown = (word[1:], form[1:]) if joined else (word, form)
    if is_future(bare):
        return bare
    return bare if shown.startswith(FUTURE + _HAMZA_ALEF) and len(bare) > MIN_STEM + 1 else ""


def commands(word: str) -> str:
    """The imperfect of a command with ل that `word` (a key) may be, or "": told from «لـ» with a noun only in part.

    >>> commands("فلتعلم"), commands("ليعلم"), commands("لقاء")
    ('تعلم', 'يعلم', '')
    """
    for lam in _COMMAND:
        rest = word.removeprefix(lam)
        if rest != word and rest[:1] in "يتن" and len(rest) > MIN_STEM:
            return rest
    return ""


def has_tanwin(raw: str) -> bool:
    """Whether the vowel marks show an indefinite accusative.

    >>> has_tanwin("طعامًا"), has_tanwin("طعاما")
    (True, False)
    """
    return _FATHATAN in raw


def says_passive(raw: str, tense: str) -> bool:
    """Whether the vowel marks of `raw` say that it is passive: a damma on the first letter of a past («أُعلن»).

    In the present the sign is a damma on the prefix and no hint of form IV; unmarked words are never told apart here.

    >>> says_passive("أُعلن", "past"), says_passive("أعلن", "past")
    (True, False)
    """
    word = raw.lstrip("وف")
    return tense == "past" and len(word) > 2 and word[1] == _DAMMA
