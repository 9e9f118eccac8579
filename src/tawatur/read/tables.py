"""CSV (also with semicolons or tabs) and Parquet, with the column names of JSON Lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.decode import NotTextError, decode
from tawatur.read.records import FIELDS, article
from tawatur.read.source import LARGEST, Source

HEAD = 1 << 16
"""Bytes from which the encoding of a table is told."""


def read_csv(source: Source) -> Iterator[RawArticle | Problem]:
    """One article a row; the line that is named is where the row begins."""
    with source.open() as file:
        head = file.read(HEAD)
        try:
            encoding = _encoding(head)
        except NotTextError as e:
            yield Problem("not-text", source.name, f"This file is not text: {e}.")
            return
        if not head.strip():
            yield Problem("empty", source.name, "There is nothing in this file.")
            return
        joined = io.BufferedReader(_Joined(head, file))
        text = io.TextIOWrapper(joined, encoding=encoding, errors="replace", newline="")
        yield from _rows(text, source.name)


def _rows(text: io.TextIOWrapper, name: str) -> Iterator[RawArticle | Problem]:
    csv.field_size_limit(LARGEST)
    first = text.readline(HEAD)
    sign = max(",;\t|", key=first.count)
    columns = [c.strip().strip("\ufeff").casefold() for c in next(csv.reader([first], delimiter=sign), [])]
    if "text" not in columns:
        known = ", ".join(FIELDS)
        yield Problem("no-text", name, f"This table has no column named text; the columns are named {known}.")
        return
    rows = csv.reader(text, delimiter=sign)
    line = 2
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except (csv.Error, UnicodeError) as e:
            yield Problem(
                "broken-line", f"{name}:{line}", f"This row cannot be read ({e}); the rest of the table was left out."
            )
            return
        where, line = f"{name}:{line}", rows.line_num + 2
        if not any(cell.strip() for cell in row):
            continue
        record = dict(zip(columns, row, strict=False))
        if len(row) < len(columns) and "text" not in record:
            yield Problem("broken-line", where, "This row is cut off before its text; the rows after it were read.")
            continue
        if "\ufffd" in record["text"]:
            yield Problem(
                "bad-encoding", where, "Some bytes of this row are in another encoding; \ufffd stands in their place."
            )
        yield from article(record, where)


def _encoding(head: bytes) -> str:
    """Name of the encoding that the head of the table is in."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            return name
    for cut in range(4):  # the head may end inside a letter
        try:
            head[: len(head) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return "utf-8"
    decode(head)  # raises where it is no text at all
    old, new = head.decode("windows-1256", "replace"), head.decode("utf-8", "replace")
    return "utf-8" if 50 * new.count("\ufffd") < len(new) else "windows-1256" if old else "utf-8"


class _Joined(io.RawIOBase):
    """Bytes that were read ahead, and then the rest of the file."""

    def __init__(self, head: bytes, file: Any) -> None:
        self._head, self._file = memoryview(head), file

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        if self._head:
            n = min(len(buffer), len(self._head))
            buffer[:n] = self._head[:n]
            self._head = self._head[n:]
            return n
        found = self._file.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)


def read_parquet(source: Source) -> Iterator[RawArticle | Problem]:
    """One article a row, a few hundred rows at a time; needs the extra `parquet`."""
    try:
        import pyarrow.parquet as pq
        from pyarrow import ArrowException
    except ImportError:
        yield Problem("needs-extra", source.name, "Parquet needs pyarrow: pip install 'tawatur[parquet]'.")
        return
    number = 0
    try:
        with pq.ParquetFile(source.path or source.open()) as file:
            columns = [c for c in FIELDS if c in file.schema_arrow.names]
            if "text" not in columns:
                yield Problem(
                    "no-text",
                    source.name,
                    f"This table has no column named text; there are {', '.join(file.schema_arrow.names)}.",
                )
                return
            for batch in file.iter_batches(batch_size=256, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield from article(row, f"{source.name}:{number}")
    except (ArrowException, OSError) as e:
        yield Problem("broken-file", source.name, f"This table cannot be read: {str(e).splitlines()[0]}.")
