"""The files below a folder, and what stands beside them: dates.csv, <file>.meta.json."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.days import iso
from tawatur.read.source import Source

DATES = "dates.csv"
META = ".meta.json"
_FACTS = ("date_is", "title", "outlet", "url", "captured", "lang", "agency")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a file's articles beside the file itself."""

    dates: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # id → day and how it is known
    facts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def complete(self, article: RawArticle, asked: Mapping[str, str]) -> RawArticle:
        """The article with what was asked for, then what stands beside it, then its own."""
        if self.facts:
            article = replace(article, **self.facts)
        if article.id in self.dates:
            day, how = self.dates[article.id]
            article = replace(article, date=day, date_is=how)
        if article.id in asked:
            article = replace(article, date=asked[article.id], date_is="given")
        return article


def files(path: Path) -> Iterator[tuple[Source, Beside]]:
    """Every file of a folder and of those below it, in the order of their names; hidden files and sidecars are passed over."""
    if not path.is_dir():
        yield Source(path.name, path), _facts(path, path.name)
        return
    inherited: dict[Path, tuple[Mapping[str, tuple[str, str]], tuple[Problem, ...]]] = {}
    for folder, below, names in os.walk(path):
        below[:] = sorted(d for d in below if not d.startswith("."))
        here = Path(folder)
        above = inherited.get(here.parent, ({}, ()))[0] if here != path else {}
        own, problems = _dates(here, path)
        known = {**above, **own}
        inherited[here] = known, problems
        for name in sorted(names):
            file = here / name
            if name.startswith(".") or name == DATES or name.endswith(META) or not file.is_file():
                continue
            ident = file.relative_to(path).as_posix()
            facts = _facts(file, ident)
            yield Source(ident, file), Beside(known, facts.facts, problems + facts.problems)
            problems = ()


def _dates(folder: Path, root: Path) -> tuple[dict[str, tuple[str, str]], tuple[Problem, ...]]:
    """The folder's own dates.csv; an id may be written as it is, or as the path below this folder."""
    path = folder / DATES
    if not path.is_file():
        return {}, ()
    where = path.relative_to(root).as_posix()
    out: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    prefix = folder.relative_to(root).as_posix()
    try:
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as e:
        return {}, (Problem("broken-file", where, f"These dates cannot be read: {e}."),)
    for number, row in enumerate(rows, 2):
        ident, day = (row.get("id") or "").strip(), iso(row.get("date") or "")
        if not ident or day is None:
            problems.append(Problem("bad-date", f"{where}:{number}", "Write an id and a date as 2025-07-13."))
            continue
        how = (row.get("date_is") or "").strip() or "given"
        out[ident] = (day, how)
        if prefix != ".":
            out[f"{prefix}/{ident}"] = (day, how)
    return out, tuple(problems)


def _facts(file: Path, ident: str) -> Beside:
    """What <file>.meta.json says of a page or plain text."""
    path = file.with_name(file.name + META)
    if not path.is_file():
        return Beside()
    try:
        raw = json.loads(path.read_text("utf-8-sig"))
        if not isinstance(raw, dict):
            raise TypeError
    except (OSError, ValueError, TypeError, RecursionError):
        return Beside(problems=(Problem("broken-file", ident + META, "This is not a JSON object."),))
    facts = {name: str(raw[name]) for name in _FACTS if isinstance(raw.get(name), str) and raw[name].strip()}
    problems: tuple[Problem, ...] = ()
    if raw.get("date"):
        day = iso(str(raw["date"]))
        if day is None:
            problems = (Problem("bad-date", ident + META, "Write the date as 2025-07-13."),)
        else:
            facts["date"] = day
            facts.setdefault("date_is", "given")
    return Beside(facts=facts, problems=problems)
