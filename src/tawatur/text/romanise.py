"""A readable Latin spelling of a name in Arabic letters, by rule, for names that no list knows.

Arabic writes no short vowels, and و and ي are now vowels, now consonants. The commonest names are therefore a table
(`known/ar.latin.tsv`); the endings of Slavic, Caucasian and Central Asian surnames are another; what is left goes letter
by letter, with a vowel only where a run of consonants could not be said otherwise.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.text.arabic import key
from tawatur.text.lexicon import card, table

_CONSONANT = dict(
    zip(
        "بتثجحخدذرزسشصضطظغفقكلمنهپڤچگڭ",
        (
            "b",
            "t",
            "th",
            "j",
            "h",
            "kh",
            "d",
            "dh",
            "r",
            "z",
            "s",
            "sh",
            "s",
            "d",
            "t",
            "z",
            "gh",
            "f",
            "q",
            "k",
            "l",
            "m",
            "n",
            "h",
            "p",
            "v",
            "ch",
            "g",
            "g",
        ),
        strict=True,
    )
)
_LONG = "اأإآىويؤئةء"
_NATIVE = frozenset("حعضصظذثخ")
"""Letters for sounds that few other languages have: a name with one of them is hardly foreign."""
_ENDINGS = (
    ("وفيتش", "ovich"),
    ("يفيتش", "evich"),
    ("شفيلي", "shvili"),
    ("سكايا", "skaya"),
    ("اييفا", "ayeva"),
    ("ييفا", "eyeva"),
    ("ايفا", "ayeva"),
    ("ستان", "stan"),
    ("وفنا", "ovna"),
    ("بيرغ", "berg"),
    ("اييف", "ayev"),
    ("ييف", "eyev"),
    ("ايف", "ayev"),
    ("وفا", "ova"),
    ("يفا", "eva"),
    ("سكي", "sky"),
    ("يتش", "ich"),
    ("نكو", "nko"),
    ("برغ", "berg"),
    ("وف", "ov"),
    ("يف", "ev"),
    ("يان", "ian"),
)
"""Endings of surnames, longest first."""
_LEAST = 2
"""Letters that must stand before an ending."""
_HISSES, _LIQUIDS, _SONORANTS = ("s", "sh"), ("r", "l"), ("r", "l", "n", "m", "h")


@cache
def _common() -> dict[str, str]:
    """Key of a common name → its usual Latin spelling."""
    out: dict[str, str] = {}
    for latin_, names in table("tawatur.text.known", "ar.latin.tsv", 2):
        for name in names.split():
            out.setdefault(key(name), latin_)
    return out


def _vowel(word: str, at: int) -> tuple[str, bool]:
    """Latin for a vowel letter, or for و and ي as consonants; and whether it is a vowel there."""
    letter = word[at]
    before = word[at - 1] if at else ""
    after = word[at + 1] if at + 1 < len(word) else ""
    if letter in "وي":
        strong = "w" if letter == "و" else "y"
        if (
            not at
            or (after and after in "اأآةى" and (letter == "و" or before in _LONG))
            or (after == letter and before)
        ):
            return strong, False
        if letter == "و" and after == "ي":
            return "w", False
        if letter == "و" and before in "أإ" and at == 1:
            return "o", True
        return ("u" if letter == "و" else "i"), True
    if letter in "أإاآ":
        if after and after in "وي" and not at:
            return ("a" if letter == "أ" and after == "ي" else ""), True
        return ("i" if letter == "إ" and not at else "a"), True
    if letter == "ئ":
        return ("" if after == "ي" else "i" if before == "ا" else "e"), True
    if letter == "ؤ":
        return ("" if after == "و" else "o"), True
    return ("" if letter == "ء" else "a"), True


def _units(word: str) -> list[tuple[str, bool]]:
    """The word as (Latin letters, whether a vowel)."""
    word = word if "ستش" in word else word.replace("تش", "چ")
    native = any(c in _NATIVE for c in word)
    out: list[tuple[str, bool]] = []
    for at, letter in enumerate(word):
        last = at == len(word) - 1
        if letter == "ع":
            follows = not last and word[at + 1] in _LONG
            out.append(("", False) if follows and at else ("" if follows else "a", True))
        elif letter in _LONG:
            out.append(_vowel(word, at))
        elif letter == "ه" and last and at and word[at - 1] not in _LONG:
            out.append(("a", True))
        elif (letter == "غ" and not native) or (letter == "ج" and last and out and out[-1][0] == "n"):
            out.append(("g", False))
        elif letter in _CONSONANT:
            out.append((_CONSONANT[letter], False))
        elif not "\u0600" <= letter <= "\u06ff":
            out.append((letter, True))
    return out


def _said(run: list[str], *, first: bool, last: bool, after: str) -> str:
    """A run of consonants with the vowels that it cannot be said without."""
    if first and (len(run) > 1 or last) and not _easy(run, last=last):
        return run[0] + "a" + _said(run[1:], first=False, last=last, after="a")
    if last and not first and len(run) == 2 and after == "a" and run[0] not in _SONORANTS:
        return run[0] + "i" + run[1]
    out = ""
    held = 0
    for at, c in enumerate(run):
        joins = c in _LIQUIDS and at and run[at - 1] not in _SONORANTS and not (last and at == len(run) - 1)
        if held == 2 and not joins:
            out, held = out + "a", 0
        out, held = out + c, held + (not joins)
    return out


def _easy(run: list[str], *, last: bool) -> bool:
    """Say whether a word can begin with these consonants before a vowel: «br», «st»."""
    if last or len(run) != 2:
        return False
    return (run[1] in _LIQUIDS and run[0] not in (*_HISSES, *_LIQUIDS, "n", "m", "h", "j", "z")) or (
        run[0] in _HISSES and run[1] in ("t", "k", "b", "f")
    )


def _spelt(word: str, *, goes_on: bool = False) -> str:
    """Latin letters of one word or stem; `goes_on`: an ending that begins with a vowel or is said for itself follows."""
    out, run, after = "", [], ""
    begun = False
    for text, is_vowel in _units(word):
        if not is_vowel:
            run.append(text)
            continue
        if run:
            out += _said(run, first=not begun, last=False, after=after)
        begun, run = True, []
        out += text
        after = text
    if run:
        out += _said([*run], first=not begun, last=not goes_on, after="a" if out.endswith("a") else after)
    return out


def _word(word: str) -> str:
    common = _common().get(key(word))
    if common:
        return common
    if word.startswith("ال") and len(word) > 4:
        return "al-" + _word(word[2:])
    ending, end = next(((e, s) for e, s in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEAST), ("", ""))
    stem = word.removesuffix(ending)
    said = (_common().get(key(stem)) or _spelt(stem, goes_on=bool(ending))) + end
    return said[:1].upper() + said[1:]


@cache
def _letters() -> dict[str, str]:
    """Key of each name of a Latin letter as Arabic spells it out → the letter."""
    return {
        key(name): letter for letter, names in card("tawatur.text", "label.toml")["letters"].items() for name in names
    }


def _acronyms(words: list[str]) -> list[str]:
    """The words with runs of letter names joined: «بي كيه كيه» is PKK; one alone is a word, but for «إف 15»."""
    out: list[str] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and key(words[end]) in _letters():
            end += 1
        if end - at > 1 or (end - at == 1 and end < len(words) and words[end].isdecimal()):
            out.append("".join(_letters()[key(w)] for w in words[at:end]))
            at = end
        else:
            out.append(_word(words[at]))
            at += 1
    return out


@lru_cache(maxsize=1 << 12)
def latin(name: str) -> str:
    """A readable Latin spelling of a name; never fails, and is the name itself where no letter of it can be spelt.

    >>> latin("راجح بادي"), latin("غولنارا إيساكوفا")
    ('Rajih Badi', 'Gulnara Isakova')
    >>> latin("محمد العثمان"), latin("باكتور عثمانوف")
    ('Muhammad al-Othman', 'Baktur Othmanov')
    >>> latin("يو إس إس دونالد كوك"), latin("بي كيه كيه")
    ('USS Donald Kuk', 'BKK')
    """
    return " ".join(w for w in _acronyms(name.split()) if w) or name
