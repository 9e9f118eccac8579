"""Loads word lists and cards that ship beside the code that owns them, and guards their letters.

A language is a set of files `<lang>.toml` and `<lang>.<list>.tsv` beside each finder. Entries are written as a careful
writer would: no tatweel, no presentation forms, no Persian yeh or kaf, no stray spaces; marks only where a card says so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Generic, TypeVar

from tawatur.errors import DataError
from tawatur.text.arabic import form
from tawatur.text.tokenize import tokenize

V = TypeVar("V")


def guard(word: str, where: str) -> str:
    """Return `word` if its letters are in normal form, else raise DataError naming `where`.

    >>> guard("جندي", "ar.toml")
    'جندي'
    """
    if word != word.strip() or "  " in word:
        raise DataError(f"{where}: {word!r} has stray spaces")
    if form(word) != word:
        raise DataError(f"{where}: {word!r} is not in normal form, write {form(word)!r}")
    return word


def _guard_all(value: Any, where: str) -> None:
    if isinstance(value, str):
        guard(value, where)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            guard(name, where)
            _guard_all(inner, f"{where}/{name}")
    elif isinstance(value, Sequence):
        for inner in value:
            _guard_all(inner, where)


@cache
def card(package: str, name: str) -> dict[str, Any]:
    """Read the TOML card `name` of `package` and guard every string in it.

    Raises DataError where it is missing, not TOML, or holds letters outside normal form.
    """
    path = resources.files(package).joinpath(name)
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as e:
        raise DataError(f"{package}: no card {name}") from e
    except tomllib.TOMLDecodeError as e:
        raise DataError(f"{package}/{name}: {e}") from e
    _guard_all(data, f"{package}/{name}")
    return data


def known_keys(data: Mapping[str, Any], allowed: Iterable[str], where: str) -> None:
    """Raise DataError if `data` has a key that nobody reads: a slip of the pen in a card must not pass in silence."""
    if unknown := sorted(set(data) - set(allowed)):
        raise DataError(f"{where}: unknown keys {', '.join(unknown)}")


@cache
def table(package: str, name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Read the TSV list `name` of `package`: `columns` fields a row; lines that start with # are comments.

    Raises DataError where a row has another number of fields, stands twice, or holds letters outside normal form.
    """
    where = f"{package}/{name}"
    try:
        lines = resources.files(package).joinpath(name).read_text("utf-8").splitlines()
    except FileNotFoundError as e:
        raise DataError(f"{package}: no list {name}") from e
    rows: dict[tuple[str, ...], None] = {}
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if len(row) != columns:
            raise DataError(f"{where}:{number}: {len(row)} fields, {columns} expected")
        if row in rows:
            raise DataError(f"{where}:{number}: stands twice")
        for field in row:
            guard(field, f"{where}:{number}")
        rows[row] = None
    return tuple(rows)


class Phrases(Generic[V]):
    """Word sequences to look up in `tokens.keys`, the longest first.

    >>> p = Phrases([("كوريا الشمالية", "prk"), ("كوريا", "kor?")])
    >>> p.longest(tokenize("في كوريا الشماليه").keys, 1)
    (2, 'prk')
    """

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries:
            keys = tokenize(phrase).keys
            self._by_first.setdefault(keys[0], []).append((keys, value))
        for found in self._by_first.values():
            found.sort(key=lambda e: -len(e[0]))

    def __contains__(self, first: str) -> bool:
        return first in self._by_first

    def longest(self, keys: Sequence[str], at: int, first: str | None = None) -> tuple[int, V] | None:
        """Longest phrase that starts at token `at`, as (number of tokens, value).

        `first` stands for the key at `at` where the caller has taken a prefix off it.
        """
        for words, value in self._by_first.get(keys[at] if first is None else first, ()):
            n = len(words)
            if n == 1 or tuple(keys[at + 1 : at + n]) == words[1:]:
                return n, value
        return None

    def absent(self, keys: Iterable[str]) -> bool:
        """Whether no phrase begins with one of `keys`, so that none need be looked for."""
        return self._by_first.keys().isdisjoint(keys)

    def all(self) -> Iterator[tuple[tuple[str, ...], V]]:
        """Every phrase as its keys, with its value."""
        for found in self._by_first.values():
            yield from found
