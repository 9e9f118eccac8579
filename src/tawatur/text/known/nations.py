"""Adjectives of nationality, all forms by rule: masculine, feminine, dual, plural, with and without the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.text.arabic import key
from tawatur.text.known.lists import states, words


@dataclass(frozen=True, slots=True)
class Nation:
    """An adjective of nationality. `of`: the states (or bodies) it may mean, the likeliest first; `number`: m, f, d, p."""

    of: tuple[str, ...]
    definite: bool
    number: str


_ENDINGS = (("", "m"), ("ه", "f"), ("ون", "p"), ("ين", "p"), ("ات", "p"), ("ان", "d"), ("تان", "d"), ("تين", "d"))


def _forms(adjective: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every form of a masculine adjective of one or two words, as keys, with its number. A first word not in ي is fixed."""
    parts = key(adjective).split()
    fixed = len(parts) == 2 and not parts[0].endswith("ي")
    for ending, number in _ENDINGS:
        if fixed:
            yield (parts[0], parts[1] + ending), number
        else:
            yield tuple(p + ending for p in parts), number


def _definite(form: tuple[str, ...], *, fixed: bool) -> tuple[str, ...]:
    return ("ال" + form[0], form[1]) if fixed else tuple("ال" + p for p in form)


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], Nation]]]:
    """First key → (other keys, nation), longest first."""
    found: dict[tuple[str, ...], Nation] = {}

    def put(form: tuple[str, ...], of: str, number: str, *, fixed: bool) -> None:
        for keys, definite in ((form, False), (_definite(form, fixed=fixed), True)):
            old = found.get(keys)
            of_all = (*old.of, of) if old and of not in old.of else (old.of if old else (of,))
            found[keys] = Nation(of_all, definite, number)

    for s in states().values():
        for adjective in s.adjectives:
            fixed = " " in adjective and not adjective.split()[0].endswith("ي")
            for form, number in _forms(adjective):
                put(form, s.id, number, fixed=fixed)
                if len(form) == 2 and not fixed:
                    put(form[:1], s.id, number, fixed=False)
        for plural in s.plurals:
            put(tuple(key(plural).split()), s.id, "p", fixed=False)
    for adjective, of in words()["adjective_of"].items():
        for form, number in _forms(adjective):
            put(form, of, number, fixed=False)
    out: dict[str, list[tuple[tuple[str, ...], Nation]]] = {}
    for keys, nation in found.items():
        out.setdefault(keys[0], []).append((keys[1:], nation))
    for tails in out.values():
        tails.sort(key=lambda t: -len(t[0]))
    return out


def may_be_nation(word: str) -> bool:
    """Whether an adjective of nationality may begin with a key."""
    return word in _table()


def nation(keys: Sequence[str], at: int, first: str | None = None) -> tuple[int, Nation] | None:
    """Adjective of nationality at token `at`, as (tokens, nation); `first` stands for a key whose proclitics are off.

    >>> nation(("الاستخبارات", "الكوريه", "الجنوبيه"), 1)[1].of
    ('kor',)
    >>> nation(("الوزيره", "الكوريه"), 1)[1].of
    ('kor', 'prk')
    """
    word = keys[at] if first is None else first
    for tail, found in _table().get(word, ()):
        n = len(tail) + 1
        if n == 1 or tuple(keys[at + 1 : at + n]) == tail:
            return n, found
    return None
