"""JSON Lines, and JSON that is one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.decode import NotTextError, decode
from tawatur.read.records import article
from tawatur.read.source import Source, lines


def read_lines(source: Source) -> Iterator[RawArticle | Problem]:
    """One article a line; a line that is none is a problem and the rest is read."""
    with source.open() as file:
        for number, line in lines(file):
            where = f"{source.name}:{number}"
            if line is None:
                yield Problem("too-large", where, "This line is too long to be an article; it was left out.")
            elif line.strip(b"\xef\xbb\xbf \t\r\n\x00"):
                yield from _line(line, where)


def _line(line: bytes, where: str) -> Iterator[RawArticle | Problem]:
    try:
        text, wrong = decode(line)
    except NotTextError as e:
        yield Problem("not-text", where, f"This line is not text: {e}.")
        return
    raw = _parse(text)
    if not isinstance(raw, dict):
        yield Problem("broken-line", where, "This line is not a JSON object; the lines after it were read.")
        return
    if wrong:
        yield Problem("bad-encoding", where, f"Of this line, {wrong}.")
    yield from article(raw, where)


def read_json(source: Source) -> Iterator[RawArticle | Problem]:
    """A list of articles, one article, or (often under this suffix) JSON Lines."""
    try:
        text, wrong = decode(source.data())
    except NotTextError as e:
        yield Problem("not-text", source.name, f"This file is not text: {e}.")
        return
    raw = _parse(text)
    if raw is None:
        yield from read_lines(source)
        return
    if wrong:
        yield Problem("bad-encoding", source.name, f"Of this file, {wrong}.")
    if isinstance(raw, dict) and isinstance(raw.get("articles"), list):
        raw = raw["articles"]
    for number, item in enumerate(raw if isinstance(raw, list) else [raw], 1):
        where = f"{source.name}:{number}" if isinstance(raw, list) else source.name
        if isinstance(item, dict):
            yield from article(item, where)
        else:
            yield Problem("broken-line", where, "This is not a JSON object.")


def _parse(text: str) -> Any:
    """The value, or None where the text is no JSON (or nested beyond reason)."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
