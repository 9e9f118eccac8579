"""`parse` and `compare`: single phrases and pairs of sentences, JSON Lines in and out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from tawatur.app.cli.common import complain, leave, write
from tawatur.errors import InputError, TawaturError
from tawatur.model.problem import Problem

SORTS = ("number", "ordinal", "percent", "time", "length")
_NOTHING = b"\xef\xbb\xbf \t\r\n\x00"
"""What an empty line may hold: a byte order mark, blanks."""


def _lines(path: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input for `-`, as bytes: what is broken in one must not cost the others."""
    if path != "-" and not Path(path).is_file():
        raise InputError(f"{path}: no such file; give JSON Lines, or - for standard input")
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as lines:
            yield from lines
    except OSError as e:
        raise InputError(f"{path}: cannot be read: {e.strerror}") from e


def _objects(paths: list[str], needed: tuple[str, ...]) -> Iterator[dict[str, Any] | Problem]:
    """One object a line, its texts without lone surrogates, its dates texts or nothing; or what is wrong with the line."""
    from tawatur.read.decode import NotTextError, decode, whole

    for path in paths:
        name = "stdin" if path == "-" else Path(path).name
        for number, line in enumerate(_lines(path), 1):
            where = f"{name}:{number}"
            if not line.strip(_NOTHING):
                continue
            try:
                item = json.loads(decode(line)[0].strip())
            except (ValueError, RecursionError, NotTextError) as e:
                yield Problem("broken-line", where, f"not JSON: {e}")
                continue
            if not isinstance(item, dict) or any(not isinstance(item.get(k), str) for k in needed if k != "id"):
                yield Problem("broken-line", where, f"an object with {', '.join(needed)} is needed")
                continue
            texts = {k: whole(v) for k, v in item.items() if isinstance(v, str)}
            given = item.get("id")
            plain = texts.get("id", given if isinstance(given, int | float) else where)
            yield {**texts, "id": plain}


def parse(paths: list[str], sort: str, *, find: bool) -> None:
    """Values of phrases, or with `find` all expressions inside them."""
    if sort not in SORTS:
        raise TawaturError(f"--as {sort!r}: choose one of {', '.join(SORTS)}")
    from tawatur.pipeline import find_phrase, parse_phrase

    problems = False
    for item in _objects(paths, ("id", "phrase")):
        if isinstance(item, Problem):
            problems = True
            complain(item)
        elif find:
            write({"id": item["id"], "found": find_phrase(sort, item["phrase"], item.get("date"))})
        else:
            write({"id": item["id"], **parse_phrase(sort, item["phrase"], item.get("date"))})
    leave(problems=problems)


def compare(paths: list[str]) -> None:
    """How the two sentences of each pair stand to each other."""
    from tawatur.pipeline import compare_sentences

    problems = False
    for item in _objects(paths, ("id", "a", "b")):
        if isinstance(item, Problem):
            problems = True
            complain(item)
        else:
            relation, why = compare_sentences(item["a"], item["b"], item.get("date_a"), item.get("date_b"))
            write({"id": item["id"], "relation": relation, "why": why})
    leave(problems=problems)
