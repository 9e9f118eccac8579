"""RSS and Atom feeds: one article an item, with as much text as the feed carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.days import iso
from tawatur.read.decode import NotTextError, decode
from tawatur.read.records import article
from tawatur.read.source import Source

_ITEMS = {"item", "entry"}
_FIELDS = {
    "title": "title",
    "link": "url",
    "guid": "guid",
    "id": "guid",
    "pubdate": "date",
    "published": "date",
    "date": "date",
    "updated": "updated",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
    "creator": "agency",
}


class _Reader:
    """Collects items while the XML is parsed; no entity of the document's own is ever expanded."""

    def __init__(self) -> None:
        self.items: list[dict[str, str]] = []
        self.outlet = ""
        self._item: dict[str, str] | None = None
        self._path: list[str] = []
        self._words: list[str] = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.EntityDeclHandler = self._refuse
        self._parser = parser

    def read(self, text: str) -> None:
        """Parse the whole feed; raises expat.ExpatError where it is broken, after keeping the items before."""
        self._parser.Parse(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", text).lstrip("\ufeff \r\n\t").encode("utf-8", "replace"), True
        )

    def _refuse(self, *_: object) -> None:
        raise expat.ExpatError("it declares entities of its own")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1].lower()
        self._path.append(local)
        if local in _ITEMS:
            self._item = {}
        if local == "link" and self._item is not None and attributes.get("rel", "alternate") == "alternate":
            self._item.setdefault("url", attributes.get("href", ""))
        self._words.clear()

    def _end(self, _name: str) -> None:
        local = self._path.pop() if self._path else ""
        text = "".join(self._words).strip()
        self._words.clear()
        if local in _ITEMS and self._item is not None:
            self.items.append(self._item)
            self._item = None
        elif self._item is not None:
            field = _FIELDS.get(local)
            if field and text and not self._item.get(field):
                self._item[field] = text
        elif local == "title" and not self.outlet and self._path and self._path[-1] in {"channel", "feed"}:
            self.outlet = text


def read_feed(source: Source) -> Iterator[RawArticle | Problem]:
    """The items of one feed; a broken feed gives the items before the break."""
    try:
        text, wrong = decode(source.data())
    except NotTextError as e:
        yield Problem("not-text", source.name, f"This feed is not text: {e}.")
        return
    if wrong:
        yield Problem("bad-encoding", source.name, f"Of this feed, {wrong}.")
    reader = _Reader()
    broken = None
    try:
        reader.read(text)
    except expat.ExpatError as e:
        broken = Problem(
            "broken-file", source.name, f"This feed is broken ({e}); the items before the break were read."
        )
    for number, item in enumerate(reader.items, 1):
        yield from _article(item, reader.outlet, f"{source.name}:{number}")
    if broken:
        yield broken
    elif not reader.items:
        yield Problem("empty", source.name, "This feed has no items.")


def _article(item: dict[str, str], outlet: str, where: str) -> Iterator[RawArticle | Problem]:
    from tawatur.read.page import extract

    content = max(item.get("content", ""), item.get("summary", ""), key=len)
    title = item.get("title", "").strip()
    if "<" in content:
        body = extract(f"<body><div class='entry-content'>{content}</div></body>").text
    else:
        body = content.strip()
    if not (title or body):
        yield Problem("no-text", where, "This item has neither title nor text.")
        return
    day = iso(item.get("date", "")) or iso(item.get("updated", ""))
    yield from article(
        {
            "id": item.get("guid") or item.get("url") or where,
            "text": "\n\n".join(t for t in (title, body) if t),
            "title": title,
            "date": day,
            "outlet": outlet,
            "url": item.get("url") or (item["guid"] if item.get("guid", "").startswith("http") else None),
            "agency": item.get("agency"),
        },
        where,
    )
