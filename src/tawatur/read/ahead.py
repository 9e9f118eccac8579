"""A look at the first bytes of a source without losing them."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace
from typing import cast

from tawatur.read.source import Source

HEAD = 1 << 12
"""Bytes looked at."""


def ahead(source: Source) -> tuple[bytes, Source]:
    """The first bytes, and a source that still has them: a file is opened again, a stream is buffered."""
    if source.stream is None:
        with source.open() as file:
            return file.read(HEAD), source
    stream = source.stream
    if not hasattr(stream, "peek"):
        if isinstance(stream, io.TextIOBase):
            stream = io.BytesIO(stream.read().encode("utf-8", "replace"))
        stream = io.BufferedReader(cast("io.RawIOBase", stream), 1 << 16)
    buffered = cast("io.BufferedReader", stream)
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        buffered = io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=buffered)), 1 << 16)
    return buffered.peek(HEAD)[:HEAD], replace(source, stream=buffered)
