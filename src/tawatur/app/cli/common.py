"""What every command shares: reading with a progress bar, writing lines, exit statuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import typer

from tawatur.errors import TawaturError
from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem

T = TypeVar("T")
ALL_READ, CALL_WRONG, SOME_NOT_READ = 0, 2, 3


def dates(pairs: list[str]) -> dict[str, str]:
    """`ID=2025-07-13` options as a mapping; raises a clear error where one is not that."""
    from tawatur.text.edtf import period

    out = {}
    for pair in pairs:
        name, sign, day = pair.rpartition("=")
        if not sign or not name or period(day[:10]) is None:
            raise TawaturError(f"--date {pair!r}: write ID=YYYY-MM-DD, for example --date a17=2025-07-13")
        out[name] = day
    return out


def articles(paths: list[str], given: list[str]) -> Iterator[RawArticle | Problem]:
    """Articles and problems of the named files, folders and standard input."""
    from tawatur.read import read

    yield from read(paths, dates=dates(given))


def write(line: Any, out: Any = None) -> None:
    """One JSON object as one line; the same object gives the same bytes."""
    (out or sys.stdout).write(json.dumps(line, ensure_ascii=False, separators=(", ", ": ")) + "\n")


NOTES = frozenset({"new-version"})
"""Problems that only tell how something was read: all of it was."""


def lost(problem: Problem) -> bool:
    """Whether something could not be read as it was given.

    >>> lost(Problem("broken-line", "a.jsonl:2", "not JSON")), lost(Problem("new-version", "a", "a later capture"))
    (True, False)
    """
    return problem.what not in NOTES


def complain(problem: Problem) -> None:
    """Say on standard error what could not be read."""
    sys.stderr.write(f"{problem.where}: {problem.why} [{problem.what}]\n")


def progress(items: Iterable[T], label: str) -> Iterator[T]:
    """Pass `items` on, with a counter on standard error where somebody watches; silence where it is piped."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        for item in items:
            yield item
            bar.advance(task)


def leave(*, problems: bool) -> None:
    """End with status 3 where something could not be read."""
    sys.stdout.flush()
    if problems:
        raise typer.Exit(SOME_NOT_READ)
