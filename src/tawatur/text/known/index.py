"""One dictionary over all known names, for one pass over the tokens of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.text.arabic import key
from tawatur.text.known.lists import Known, organisations, people, places, states, words
from tawatur.text.memo import Memo
from tawatur.text.tokenize import tokenize
from tawatur.text.words import peel


@dataclass(frozen=True, slots=True)
class Hit:
    """What a known name stands for. `weak`: the name is also a plain word and needs company."""

    entity: str
    type: str
    sort: str
    weak: bool = False


_Tails = list[tuple[tuple[str, ...], Hit]]


def _add(index: dict[str, _Tails], name: str, hit: Hit) -> None:
    keys = tokenize(name).keys
    tails = index.setdefault(keys[0], [])
    if all(t != keys[1:] for t, _ in tails):
        tails.append((keys[1:], hit))


@cache
def index() -> dict[str, _Tails]:
    """First key → (the other keys, what it is), longest first. Earlier lists win where two hold one name."""
    weak = {key(w) for w in words()["weak"]}
    never = {key(w) for w in words()["never"]}
    out: dict[str, _Tails] = {}

    def add(known: Known) -> None:
        for name in known.names:
            if key(name) not in never:
                hit = Hit(known.id, known.type, known.sort, key(name) in weak)
                _add(out, name, hit)
                egyptian = name.replace("غ", "ج")  # g as the Egyptian press writes it
                if egyptian != name and key(egyptian) not in never:
                    _add(out, egyptian, hit)

    for s in states().values():
        for name in s.names:
            _add(out, name, Hit(s.id, "LOC", "state", key(name) in weak))
    regions = [p for p in places().values() if p.sort == "region"]
    capitals = [p for p in places().values() if p.sort == "capital"]
    for known in (*organisations().values(), *people().values(), *regions, *capitals, *places().values()):
        add(known)
    for tails in out.values():
        tails.sort(key=lambda t: -len(t[0]))
    return out


@Memo
def name_starts(word: str) -> tuple[tuple[int, _Tails], ...]:
    """Readings of a key as proclitics (their number of letters) and the rest of names that begin so."""
    found = index()
    return tuple((len(prefix), found[stem]) for prefix, stem in peel(word) if stem in found)


def lookup(keys: Sequence[str], at: int) -> tuple[int, int, Hit] | None:
    """Longest known name that starts at token `at`, as (tokens, letters of proclitic at its front, what it is).

    >>> t = tokenize("وكوريا الشمالية")
    >>> n, prefix, hit = lookup(t.keys, 0)
    >>> n, prefix, hit.entity
    (2, 1, 'prk')
    """
    best: tuple[int, int, Hit] | None = None
    for prefix, tails in name_starts[keys[at]]:
        for tail, hit in tails:
            n = len(tail) + 1
            if best and best[0] >= n:
                break
            if n == 1 or tuple(keys[at + 1 : at + n]) == tail:
                best = (n, prefix, hit)
                break
    return best
