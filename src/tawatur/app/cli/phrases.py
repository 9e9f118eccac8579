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


def _objects(paths: list[str], needed: tuple[str, ...]) -> Iterator[dict[str, Any] | Problem]:
    for path in paths:
        if path != "-" and not Path(path).is_file():
            raise InputError(f"{path}: no such file; give JSON Lines with {', '.join(needed)}, or - for standard input")
        with nullcontext(sys.stdin) if path == "-" else Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                where = f"{'stdin' if path == '-' else Path(path).name}:{number}"
                try:
                    item = json.loads(line)
                except ValueError as e:
                    yield Problem("broken-line", where, f"not JSON: {e}")
                    continue
                if not isinstance(item, dict) or any(not isinstance(item.get(k), str) for k in needed if k != "id"):
                    yield Problem("broken-line", where, f"an object with {', '.join(needed)} is needed")
                    continue
                item.setdefault("id", where)
                yield item


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
