"""Web pages: the article's own text, and its title, date, outlet, address and agency, from whatever the page gives.

The text is made of the title and the paragraphs of the part of the page that holds the story; menus, forms, lists of
links, captions and comments around it are left out, what stands between its paragraphs stays for `clean` to mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.decode import NotTextError, decode, whole
from tawatur.read.records import LONGEST
from tawatur.read.source import Source

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)


def read_html(source: Source) -> Iterator[RawArticle | Problem]:
    """The article of one page, under the file's name."""
    data = source.data()
    if not data.strip():
        yield Problem("empty", source.name, "There is nothing in this file.")
        return
    yield from page_article(data, source.name)


def page_article(
    data: bytes, name: str, *, url: str | None = None, captured: str | None = None
) -> Iterator[RawArticle | Problem]:
    """The article of a page's bytes. `url`, `captured`: where and when a crawler found it."""
    from tawatur.read.page import extract

    try:
        markup, wrong = markup_of(data)
    except NotTextError as e:
        yield Problem("not-text", name, f"This page is not text: {e}.")
        return
    if wrong:
        yield Problem("bad-encoding", name, f"Of this page, {wrong}.")
    page = extract(markup, url)
    if not page.text.strip():
        yield Problem("no-text", name, "No article was found on this page.")
        return
    if len(page.text) > LONGEST:
        yield Problem("too-large", name, f"This article has more than {LONGEST:,} characters; it was left out.")
        return
    yield RawArticle(
        id=name,
        text=whole(page.text),
        date=page.date,
        date_is="from page" if page.date else None,
        title=page.title,
        outlet=page.outlet,
        url=url or page.url,
        captured=captured,
        agency=page.agency,
    )


def markup_of(data: bytes) -> tuple[str, str | None]:
    """The page as text: in UTF-8 if that is what the bytes are, else as the page declares, else as the letters show."""
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    if declared and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        name = declared.group(1).decode("ascii").lower()
        if name not in {"utf-8", "utf8", "utf-16", "unicode"}:
            try:
                return data.decode({"x-mac-arabic": "mac_arabic"}.get(name, name)), None
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data)
