"""Web archives: the article of every HTML page that a crawler kept."""

from __future__ import annotations

import io
from collections.abc import Iterator

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.html import page_article
from tawatur.read.source import Source

PAGE = 8 << 20
"""Bytes of the largest page."""


def read_warc(source: Source) -> Iterator[RawArticle | Problem]:
    """One article a page, under its address; needs the extra `warc`."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield Problem("needs-extra", source.name, "Web archives need fastwarc: pip install 'tawatur[warc]'.")
        return
    number = pages = 0
    # the library unpacks by itself, and must be able to go back in what it reads
    with source.path.open("rb") if source.path else io.BytesIO(source.data()) as file:
        try:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True):
                number += 1
                kind = (record.http_content_type or "").lower() if record.http_headers else ""
                status = record.http_headers.status_code if record.http_headers else None
                if "html" not in kind or (status and status != 200):
                    continue
                address = (record.headers.get("WARC-Target-URI") or "").strip("<>") or f"{source.name}:{number}"
                data = record.reader.read(PAGE + 1)
                if len(data) > PAGE:
                    yield Problem("too-large", address, f"This page has more than {PAGE >> 20} MiB; it was left out.")
                    continue
                url = address if address.startswith("http") else None
                pages += 1
                yield from page_article(data, address, url=url, captured=record.headers.get("WARC-Date"))
        except (OSError, ValueError, EOFError, RuntimeError) as e:
            yield Problem(
                "broken-file", source.name, f"This archive is broken ({e}); the pages before the break were read."
            )
            return
        except BaseException as e:
            if type(e).__name__ != "PanicException":  # the library's own core gave up; it is no Exception in Python
                raise
            yield Problem("broken-file", source.name, "This archive is broken; the pages before the break were read.")
            return
    if not pages:
        yield Problem("empty", source.name, f"This archive holds no page that could be read ({number} records).")
