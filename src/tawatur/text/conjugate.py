"""Arabic verbs in both voices: what `text.verbs` conjugates, with the passive and the imperfect that a pattern gives.

A reader of unvowelled news sees letters, not vowels: «قتل» is *he killed* and *he was killed*. So a form carries the
voices that its letters allow, and whoever reads the sentence decides. Weak verbs change their letters by rule (hollow
«قال / قيل / يقال», defective «ألقى / ألقوا / يلق», third form «هاجم / هوجم»): Ryding, A Reference Grammar of Modern
Standard Arabic (2005), chapters 21 to 38.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.text.verbs import conjugate as inflect

_WEAK_END = "اىيو"

ONE_SPEAKER = "1s"
"""Left out: «أوقع» is in news *he caused* and never *I cause*, and the letters are the same."""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What the letters of one verb form tell: `aspect` perfect or imperfect; `voice` active, passive or either;
    `gender` m or f; `number` s, d or p; `person` 3 or 1; `jussive` where the letters stand only after «لم» and its kin.
    """

    aspect: str
    voice: str
    gender: str = "m"
    number: str = "s"
    person: int = 3
    jussive: bool = False


def imperfect_of(perfect: str) -> str:
    """The imperfect that the pattern of `perfect` gives: right for derived stems and for sound verbs.

    >>> [imperfect_of(w) for w in ("قتل", "أرسل", "أصاب", "هاجم", "اغتال", "استعاد", "وصل", "أدى", "تخلى")]
    ['يقتل', 'يرسل', 'يصيب', 'يهاجم', 'يغتال', 'يستعيد', 'يصل', 'يؤدي', 'يتخلى']
    """
    weak = perfect[-1] in "ىا"
    if perfect.startswith("أ") and len(perfect) > 3:
        rest = perfect[1:]
        if weak:
            return "ي" + rest[:-1] + "ي"
        return "ي" + (rest[:-2] + "ي" + rest[-1] if rest[-2] == "ا" else rest)
    if perfect.startswith("أ") and weak:  # second stem with a first radical hamza: أدى
        return "يؤ" + perfect[1:-1] + "ي"
    if perfect.startswith("ا") and len(perfect) > 4:
        rest = perfect[1:]
        if weak:
            return "ي" + rest[:-1] + "ي"
        if rest.startswith("ست") and rest[-2] == "ا":
            return "ي" + rest[:-2] + "ي" + rest[-1]
        return "ي" + rest
    if perfect.startswith("ت") and weak:
        return "ي" + perfect
    if perfect.startswith("و") and len(perfect) == 3 and not weak:
        return "ي" + perfect[1:]
    return "ي" + (perfect[:-1] + "ي" if weak else perfect)


def passive_perfect(perfect: str) -> str:
    """The letters of the passive perfect.

    >>> [passive_perfect(w) for w in ("قتل", "أصاب", "اغتال", "هاجم", "دعا", "استعاد")]
    ['قتل', 'أصيب', 'اغتيل', 'هوجم', 'دعي', 'استعيد']
    """
    out = perfect[:-1] + "ي" if perfect[-1] in "اى" else perfect
    if len(perfect) == 4 and perfect[1] == "ا" and perfect[0] not in "اآ":
        return out[0] + "و" + out[2:]
    if len(perfect) >= 3 and perfect[-2] == "ا" and perfect[-1] not in _WEAK_END:
        return out[:-2] + "ي" + out[-1]
    return out


def passive_imperfect(imperfect: str) -> str:
    """The letters of the passive imperfect.

    >>> [passive_imperfect(w) for w in ("يقتل", "يصيب", "يقول", "يأخذ", "يدعو", "يلقي")]
    ['يقتل', 'يصاب', 'يقال', 'يؤخذ', 'يدعى', 'يلقى']
    """
    out = imperfect[:-1] + "ى" if imperfect[-1] in "يو" else imperfect
    if len(out) > 3 and out[-2] in "وي" and out[-1] not in _WEAK_END:
        out = out[:-2] + "ا" + out[-1]
    return out[0] + "ؤ" + out[2:] if len(out) > 3 and out[1] == "أ" else out


def conjugate(perfect: str, imperfect: str = "-") -> dict[str, tuple[VerbForm, ...]]:
    """Every written form of a verb as a look-up key, with the readings that its letters allow.

    `perfect`, `imperfect`: the third person masculine singular as a careful writer spells it; "-" for the imperfect
    that the pattern gives.

    >>> forms = conjugate("اغتال")
    >>> [f.voice for f in forms["اغتالت"]], [f.voice for f in forms["اغتيل"]], forms["يغتالون"][0].number
    (['active'], ['passive'], 'p')
    >>> {f.voice for f in conjugate("قتل")["قتلوا"]}
    {'either'}
    """
    if imperfect == "-":
        imperfect = imperfect_of(perfect)
    voices: dict[str, dict[tuple[str, str], set[str]]] = {}
    parts = {"active": (perfect, imperfect), "passive": (passive_perfect(perfect), passive_imperfect(imperfect))}
    for voice, (past, present) in parts.items():
        for form in inflect(past, present):
            if not form.before_pronoun and form.agrees != ONE_SPEAKER:
                voices.setdefault(form.key, {}).setdefault((form.tense, form.agrees), set()).add(voice)
    return {
        word: tuple(_form(tense, agrees, found) for (tense, agrees), found in readings.items())
        for word, readings in voices.items()
    }


def _form(tense: str, agrees: str, voices: set[str]) -> VerbForm:
    """One reading: person 1 has no gender, and letters that serve both voices say neither."""
    first = agrees.startswith("1")
    return VerbForm(
        aspect="perfect" if tense == "past" else "imperfect",
        voice="either" if len(voices) > 1 else next(iter(voices)),
        gender="m" if first else agrees[0],
        number=agrees[1],
        person=1 if first else 3,
        jussive=tense == "jussive",
    )
