"""Arabic verbs from two principal parts: every written form of the third person, active and passive.

A reader of unvowelled news sees letters, not vowels: «قتل» is *he killed* and *he was killed*. So a form carries the
voices that its letters allow, and whoever reads the sentence decides. Weak verbs change their letters by rule (hollow
«قال / قيل / يقال», defective «ألقى / ألقوا / يلق», third form «هاجم / هوجم»): Ryding, A Reference Grammar of Modern
Standard Arabic (2005), chapters 21 to 38.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.text.arabic import key

_WEAK_END = "اىيو"


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


def _perfect(stem: str, voice: str) -> Iterator[tuple[str, VerbForm]]:
    """Endings of the perfect on the third person masculine singular `stem`."""
    last = stem[-1]
    base = stem[:-1] if last in "اى" else stem
    dual = stem[:-1] + ("و" if last == "ا" else "ي") if last in "اى" else stem
    plural = stem[:-1] if last in _WEAK_END and len(stem) > 2 else stem
    yield stem, VerbForm("perfect", voice)
    yield base + "ت", VerbForm("perfect", voice, "f")
    yield plural + "وا", VerbForm("perfect", voice, "m", "p")
    yield dual + "ا", VerbForm("perfect", voice, "m", "d")
    yield base + "تا", VerbForm("perfect", voice, "f", "d")
    if last == "أ":
        yield stem[:-1] + "ؤوا", VerbForm("perfect", voice, "m", "p")
    hollow = len(stem) > 2 and stem[-2] == "ا" and last not in _WEAK_END
    we = stem[:-2] + last if hollow else (base + "ي" if last == "ى" else base)
    yield we + "نا", VerbForm("perfect", voice, "m", "p", 1)


def _imperfect(stem: str, voice: str) -> Iterator[tuple[str, VerbForm]]:
    """Prefixes and endings of the imperfect on `stem`, the third person masculine singular («يقتل»)."""
    body = stem[1:]
    last = body[-1]
    weak = last in _WEAK_END
    short = body[:-1] if weak else body
    dual = short + "ي" if last == "ى" else body
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        yield prefix + body, VerbForm("imperfect", voice, gender)
        yield prefix + dual + "ان", VerbForm("imperfect", voice, gender, "d")
        yield prefix + dual + "ا", VerbForm("imperfect", voice, gender, "d", jussive=True)
    yield "ن" + body, VerbForm("imperfect", voice, "m", "p", 1)
    for ending in ("ون", "وا"):
        yield "ي" + short + ending, VerbForm("imperfect", voice, "m", "p", jussive=ending == "وا")
    yield "ي" + dual + "ن", VerbForm("imperfect", voice, "f", "p")
    hollow = len(body) > 2 and body[-2] in "اوي" and not weak
    if (weak and len(short) > 1) or hollow:
        cut = short if weak else body[:-2] + last
        yield "ي" + cut, VerbForm("imperfect", voice, "m", jussive=True)
        yield "ت" + cut, VerbForm("imperfect", voice, "f", jussive=True)


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
    found: dict[str, dict[VerbForm, None]] = {}

    def add(active: str, passive: str, make: object) -> None:
        same = key(active) == key(passive)
        for stem, voice in ((active, "either" if same else "active"), *(() if same else ((passive, "passive"),))):
            for word, form in make(stem, voice):  # type: ignore[operator]
                found.setdefault(key(word), {})[form] = None

    add(perfect, passive_perfect(perfect), _perfect)
    add(imperfect, passive_imperfect(imperfect), _imperfect)
    return {word: tuple(forms) for word, forms in found.items()}
