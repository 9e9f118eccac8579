"""Files of every format that articles come in → raw articles, one at a time.

Formats: plain text, JSON Lines and JSON, CSV and Parquet (CONTRACT's names as columns), HTML pages, RSS and Atom feeds,
web archives; packed with gzip or not; folders of them; standard input as "-".

Dates and other facts that a file cannot hold itself stand beside it: `dates.csv` in the folder, with the columns `id`,
`date` and, if it was worked out, `date_is`; and `<file>.meta.json` beside a page or plain text, an object with any of
date, date_is, title, outlet, url, captured, lang, agency. What is asked for on the command line (`--date ID=…`) goes
before both, both go before what the file says.

What cannot be read is a Problem, and everything else is read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tawatur.errors import InputError
from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.feed import read_feed
from tawatur.read.folder import Beside, files
from tawatur.read.html import read_html
from tawatur.read.identity import Register
from tawatur.read.jsonl import read_json, read_lines
from tawatur.read.plain import read_plain
from tawatur.read.source import BROKEN, Source
from tawatur.read.tables import read_csv, read_parquet
from tawatur.read.warc import read_warc

__all__ = ["READERS", "Reader", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its name, the suffixes that tell it, how its bytes begin where no suffix does, what reads it."""

    name: str
    suffixes: tuple[str, ...]
    begins: tuple[bytes, ...]
    read: Callable[[Source], Iterator[RawArticle | Problem]]


READERS = (
    Reader("jsonl", (".jsonl", ".ndjson", ".jsonlines"), (b"{",), read_lines),
    Reader("json", (".json",), (b"[",), read_json),
    Reader("csv", (".csv", ".tsv"), (b"id,", b"id;", b"id\t", b"text,", b"\xef\xbb\xbfid,"), read_csv),
    Reader("parquet", (".parquet", ".pq"), (b"PAR1",), read_parquet),
    Reader("feed", (".rss", ".atom", ".xml"), (b"<?xml", b"<rss", b"<feed"), read_feed),
    Reader(
        "html",
        (".html", ".htm", ".xhtml", ".shtml", ".mhtml"),
        (b"<!doctype", b"<html", b"<head", b"<!--", b"<"),
        read_html,
    ),
    Reader("warc", (".warc",), (b"WARC/",), read_warc),
    Reader("plain", (".txt", ".text", ".md"), (), read_plain),
)


def read(
    paths: Sequence[str], stdin: IO[Any] | None = None, dates: Mapping[str, str] | None = None
) -> Iterator[RawArticle | Problem]:
    """Articles and problems of the named files and folders, in a fixed order; memory does not grow with their number.

    `stdin`: what "-" reads (standard input where it is None). `dates`: day of publication by article id.
    Raises InputError before anything is read where a named file does not exist.
    """
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise InputError(f"{path}: there is no such file or folder")
    return _read(paths, stdin, dates or {})


def _read(paths: Sequence[str], stdin: IO[Any] | None, dates: Mapping[str, str]) -> Iterator[RawArticle | Problem]:
    register = Register()
    for path in paths:
        if path == "-":
            stream: Any = stdin or sys.stdin
            sources: Iterator[tuple[Source, Beside]] = iter(
                [(Source("-", stream=getattr(stream, "buffer", stream)), Beside())]
            )
        else:
            sources = files(Path(path))
        for source, beside in sources:
            yield from beside.problems
            for item in _one(source):
                if isinstance(item, Problem):
                    yield item
                else:
                    yield from register.add(beside.complete(item, dates))


def _one(source: Source) -> Iterator[RawArticle | Problem]:
    """Everything of one file, whatever is wrong with it."""
    try:
        reader, ready = _reader(source)
        if reader is None:
            known = " ".join(suffix for r in READERS for suffix in r.suffixes)
            why = f"This is no format that can be read (by its suffix or its first bytes); these are: {known}."
            yield Problem("unknown-format", source.name, why)
            return
        yield from reader.read(ready)
    except MemoryError:
        yield Problem("too-large", source.name, "This file does not fit into memory; it was left out.")
    except BROKEN as e:
        what = "too-large" if type(e).__name__ == "TooLargeError" else "broken-file"
        said = e.strerror if isinstance(e, OSError) and e.strerror else str(e) or type(e).__name__
        yield Problem(what, source.name, f"This file was not read to its end: {said}.")


def _reader(source: Source) -> tuple[Reader | None, Source]:
    """The reader of a file: by its suffix, else by how its bytes begin; standard input is read ahead for that."""
    from tawatur.read.ahead import ahead

    by_suffix = next((r for r in READERS if source.suffix in r.suffixes), None)
    if by_suffix is not None and by_suffix.name not in {"feed", "html"}:
        return by_suffix, source
    head, ready = ahead(source)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()[:512]
    if by_suffix is not None:
        is_feed = b"<rss" in start or b"<feed" in start or b"<rdf:rdf" in start
        if by_suffix.name == "feed" and not is_feed and b"<html" in start:
            return next(r for r in READERS if r.name == "html"), ready
        return by_suffix, ready
    for reader in READERS:
        if any(start.startswith(b.lower()) for b in reader.begins):
            if reader.name == "feed" and b"<html" in start:
                continue
            return reader, ready
    binary = b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if binary or source.suffix:
        return None, ready
    return READERS[-1], ready
