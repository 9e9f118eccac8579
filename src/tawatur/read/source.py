"""Where bytes come from: a file below a folder or standard input, packed or not, never more of them than is safe."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

LARGEST = 64 << 20
"""Bytes of the largest page, plain text or single record: a book has two million."""
UNPACKED = 4 << 30
"""Bytes that a packed stream may give in all, and below which its growth is not looked at: `SWELLS` of them."""
SWELLS = 200
"""Times that packed text may grow; text packs to a third or a tenth, what grows more is made to fill memory."""
SMALL = 16 << 20


class TooLargeError(Exception):
    """More bytes than are safe to hold or to unpack."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. `name`: what ids are made of, the path below the folder that was given, with slashes."""

    name: str
    path: Path | None = None
    stream: BinaryIO | None = None

    @property
    def suffix(self) -> str:
        """The last suffix in lower case, that of packing taken off: ".jsonl" for "a.jsonl.gz"."""
        name = self.name.lower().removesuffix(".gz")
        return "." + name.rsplit(".", 1)[1] if "." in name.rsplit("/", 1)[-1] else ""

    def open(self) -> BinaryIO:
        """The bytes, unpacked; raises OSError where the file cannot be opened."""
        if self.stream is not None:
            return self.stream
        assert self.path is not None
        raw = self.path.open("rb")
        head = raw.read(2)
        raw.seek(0)
        if head != b"\x1f\x8b":
            return raw
        size = self.path.stat().st_size
        return io.BufferedReader(_Unpacked(raw, max(SMALL, min(UNPACKED, SWELLS * size))), 1 << 16)

    def data(self) -> bytes:
        """All the bytes; raises TooLargeError where there are too many, OSError or zlib.error where they are broken."""
        with self.open() as file:
            found = file.read(LARGEST + 1)
        if len(found) > LARGEST:
            raise TooLargeError(f"more than {LARGEST >> 20} MiB")
        return found


class _Unpacked(io.RawIOBase):
    """A gzip stream that stops with an error when it swells beyond what text does."""

    def __init__(self, raw: BinaryIO, most: int) -> None:
        self._raw, self._file, self._left = raw, gzip.GzipFile(fileobj=raw), most

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer."""
        found = self._file.read(len(buffer))
        self._left -= len(found)
        if self._left < 0:
            raise TooLargeError("it unpacks to far more than text would")
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Close both files."""
        if not self.closed:
            self._file.close()
            self._raw.close()
        super().close()


BROKEN = (OSError, EOFError, zlib.error, TooLargeError)
"""What reading bytes may raise."""


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Number each line from 1 and give its bytes, or None where it is too long to hold; memory stays bounded."""
    number = 0
    while True:
        line = file.readline(LARGEST)
        if not line:
            return
        number += 1
        if len(line) < LARGEST or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LARGEST)
        yield number, None
