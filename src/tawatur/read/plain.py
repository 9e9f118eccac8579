"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.decode import NotTextError, decode
from tawatur.read.records import article
from tawatur.read.source import Source


def read_plain(source: Source) -> Iterator[RawArticle | Problem]:
    """The file's text as it is, under the file's name."""
    data = source.data()
    try:
        text, wrong = decode(data)
    except NotTextError as e:
        yield Problem("not-text", source.name, f"This file is not text: {e}.")
        return
    if not text.strip():
        yield Problem("empty", source.name, "There is nothing in this file.")
        return
    if wrong:
        yield Problem("bad-encoding", source.name, f"Of this file, {wrong}.")
    yield from article({"text": text}, source.name)
