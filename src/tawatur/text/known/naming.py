"""When two names of people are one: spellings of foreign names by rule, parts left out, native names told apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from tawatur.text.arabic import key
from tawatur.text.known.given import LINKS, given
from tawatur.text.known.lists import people
from tawatur.text.translit import apart, skeleton, skeletons, voiced
from tawatur.text.words import without_article

EAST = frozenset(("prk", "kor", "chn", "vnm", "twn", "hkg", "mmr", "khm", "lao"))
"""Where the family name stands first."""


def parts(name: str) -> tuple[str, ...]:
    """The words of a name as compared: «عبد الله» is one word, and so is «أبو مازن».

    >>> parts("عبد الله الثاني")
    ('عبدالله', 'الثاني')
    """
    out: list[str] = []
    for word in key(name).split():
        if out and out[-1] in ("عبد", "ابو", "ابي", "ابا"):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


@lru_cache(maxsize=1 << 14)
def same_word(a: str, b: str) -> bool:
    """Say whether two words can be one name in two spellings. Native names differ by one vowel and are two all the same.

    >>> same_word("جونج", "جونغ"), same_word("تشي", "تشوي"), same_word("حسن", "حسين")
    (True, True, False)
    """
    if a == b:
        return True
    names = given()
    if a in names and b in names and "native" in (names[a], names[b]):
        return False
    skel = skeleton(a)
    if not skel or skel != skeleton(b):
        return False
    if without_article(a) != a or without_article(b) != b:  # an Arabic word: its vowels tell it from others
        return voiced(a) == voiced(b)
    return apart(voiced(a), voiced(b)) <= (1 if len(skel) < 4 else 2)


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether two whole names are one in two spellings, their words joined or apart.

    >>> same_name(("كيم", "جونج", "اون"), ("كيم", "جونغ", "اون"))
    True
    >>> same_name(("محمد", "حسن"), ("محمد", "حسين"))
    False
    """
    if len(a) == len(b):
        return all(same_word(x, y) for x, y in zip(a, b, strict=True))
    if skeletons(a) != skeletons(b):
        return False
    return apart(voiced("".join(a)), voiced("".join(b))) <= 2


def shortens(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether a name of two words or more is a longer one with words left out: its order kept, one of its ends kept.

    >>> shortens(("داود", "اوغلو"), ("احمد", "داود", "اوغلو"))
    True
    """
    if not 1 < len(short) < len(long):
        return False
    at = 0
    for word in long:
        if at < len(short) and same_word(short[at], word):
            at += 1
    return at == len(short) and (same_word(short[-1], long[-1]) or same_word(short[0], long[0]))


@cache
def _famous() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Skeleton of each spelling of a well-known person → (words, id)."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for person in people().values():
        for name in person.names:
            words = parts(name)
            out.setdefault(skeletons(words), []).append((words, person.id))
    return {k: tuple(v) for k, v in out.items()}


@cache
def _families() -> dict[str, tuple[tuple[str, str], ...]]:
    """Skeleton of the last word of well-known names → (the word, id), where it belongs to one person only."""
    out: dict[str, dict[str, set[str]]] = {}
    for person in people().values():
        if person.party in EAST:
            continue
        for name in person.names:
            words = parts(name)
            last = words[-1]
            if len(words) > 1 and given().get(last, "family") == "family" and len(last) > 3:
                out.setdefault(skeleton(last), {}).setdefault(last, set()).add(person.id)
    return {
        s: tuple((w, next(iter(ids))) for w, ids in words_.items())
        for s, words_ in out.items()
        if len({i for ids in words_.values() for i in ids}) == 1
    }


def famous(words: Sequence[str]) -> str | None:
    """Id of the well-known person with this whole name, in any spelling.

    A slip of the pen that swaps two letters of the last word is forgiven where the given name is the same.

    >>> famous(parts("سيرجي لافروف")), famous(parts("محمد علي")), famous(parts("إيمانويل ماركون"))
    ('per:sergey-lavrov', None, 'per:emmanuel-macron')
    """
    for known, ident in _famous().get(skeletons(words), ()):
        if same_name(words, known):
            return ident
    if len(words) < 2 or len(words[-1]) < _SLIP:
        return None
    found = {
        ident
        for first, last, ident in _by_letters().get("".join(sorted(words[-1])), ())
        if same_word(first, words[0]) and _swapped(last, words[-1])
    }
    return next(iter(found)) if len(found) == 1 else None


_SLIP = 6
"""Letters of a word from which on two swapped ones are a slip and no other name."""


@cache
def _by_letters() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Sorted letters of the last word of well-known names → (first word, last word, id)."""
    out: dict[str, list[tuple[str, str, str]]] = {}
    for person in people().values():
        for name in person.names:
            words = parts(name)
            if len(words) > 1:
                out.setdefault("".join(sorted(words[-1])), []).append((words[0], words[-1], person.id))
    return {letters: tuple(rows) for letters, rows in out.items()}


def _swapped(a: str, b: str) -> bool:
    """Say whether two words of the same letters differ in two that stand side by side or next but one."""
    apart_ = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart_) == 2 and apart_[1] - apart_[0] < 3


@cache
def surnames() -> frozenset[str]:
    """Family names of well-known people that belong to one of them only, as spelt and as the Egyptian press spells g.

    >>> "لافروف" in surnames(), "كيم" in surnames()
    (True, False)
    """
    spelt = {word for rows in _families().values() for word, _ in rows if without_article(word) == word}
    return frozenset(spelt | {w.replace("غ", "ج") for w in spelt})


def family(word: str) -> str | None:
    """Id of the only well-known person with this family name.

    >>> family("لافروف"), family("كيم")
    ('per:sergey-lavrov', None)
    """
    for known, ident in _families().get(skeleton(word), ()):
        if same_word(word, known) and (len(skeleton(word)) > 2 or word == known):
            return ident
    return None


@cache
def _holders() -> dict[tuple[str, str], frozenset[str]]:
    out: dict[tuple[str, str], set[str]] = {}
    for person in people().values():
        if person.office and person.party:
            office = person.office.removeprefix(person.party + "-")
            for name in person.names:
                out.setdefault((office, skeleton(parts(name)[-1])), set()).add(person.id)
    return {k: frozenset(v) for k, v in out.items()}


def holder_named(office: str, word: str) -> str | None:
    """Id of the only well-known person with this family name who ever held the office.

    >>> holder_named("prime-minister", "اوغلو")
    'per:ahmet-davutoglu'
    """
    found = _holders().get((office, skeleton(word)), frozenset())
    return next(iter(found)) if len(found) == 1 else None


def native(words: Sequence[str]) -> bool:
    """Say whether a name is an Arabic one.

    >>> native(parts("راجح بن علي")), native(parts("مارك روته"))
    (True, False)
    """
    return any(given().get(w) == "native" or w in LINKS or w.startswith("عبد") for w in words)


def make_id(words: Sequence[str]) -> str:
    """Id of a person whom no list knows, from the skeleton of the name: the same for all its spellings.

    >>> make_id(parts("راجح بادي")), make_id(parts("تشي سون هوي")) == make_id(parts("تشوي سون هوي"))
    ('per:rkhbd', True)
    """
    skel = skeletons(words)
    return "per:" + (skel if len(skel) > 2 else voiced("".join(words)) or "-".join(words))


def fits(spelling: Sequence[str], short: Sequence[str], *, family_first: bool) -> bool:
    """Say whether a short form can mean the bearer of a whole name: its family name, «بن سلمان», Kim of Kim Jong Un.

    >>> fits(("سيرجي", "لافروف"), ("لافروف",), family_first=False), fits(("محمد", "علي"), ("محمد",), family_first=False)
    (True, False)
    """
    if len(short) > 1:
        return tuple(spelling[-len(short) :]) == tuple(short)
    word = short[0]
    last = spelling[-1]
    if same_word(last, word) or same_word(last.removeprefix("ال"), word.removeprefix("ال")):
        return True
    if same_word(spelling[0], word) and (family_first or given().get(word) == "foreign"):
        return True
    return len(spelling) > 2 and any(
        same_word(w, word) for w in spelling[1:-1] if given().get(w, "family") == "family" and w not in LINKS
    )
