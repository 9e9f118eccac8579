"""Ids stay unique, copies of one record are told apart from other texts, later captures of one address are versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem

_COUNTING = re.compile(r"^(?:utm_|fbclid$|gclid$|ref$|source$|amp$)")


@dataclass(slots=True)
class Register:
    """What was read so far: a few bytes an article."""

    _texts: dict[str, bytes] = field(default_factory=dict)
    _pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _copies: dict[str, int] = field(default_factory=dict)

    def add(self, article: RawArticle) -> Iterator[RawArticle | Problem]:
        """The article under an id of its own; nothing but a problem where it was read before.

        >>> r = Register()
        >>> [type(x).__name__ for x in r.add(RawArticle(id="a", text="نص"))]
        ['RawArticle']
        >>> [x.what for x in r.add(RawArticle(id="a", text="نص"))]
        ['repeated']
        >>> [getattr(x, "id", None) or x.what for x in r.add(RawArticle(id="a", text="نص آخر"))]
        ['repeated-id', 'a#2']
        """
        digest = blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        page = _page(article.url)
        earlier = self._pages.get(page) if page else None
        same = article.id in self._texts and self._texts[article.id] == digest
        if same or (earlier and earlier[1] == digest):
            first = article.id if same else earlier[0] if earlier else article.id
            yield Problem("repeated", article.id, f"This article was read before as {first}; it is counted once.")
            return
        version_of = earlier[0] if earlier else None
        if article.id in self._texts:
            ident = self._fresh(article.id)
            if version_of is None:
                why = f"Another article has this id already; this one is called {ident}."
                yield Problem("repeated-id", article.id, why)
            article = replace(article, id=ident)
        if version_of is not None:
            why = f"This is a later version of {version_of} at the same address; it is no other carrier."
            yield Problem("new-version", article.id, why)
            article = replace(article, version_of=version_of)
        self._texts[article.id] = digest
        if page and earlier is None:
            self._pages[page] = (article.id, digest)
        yield article

    def _fresh(self, ident: str) -> str:
        """The first of `<id>#2`, `<id>#3` … that is free."""
        number = self._copies.get(ident, 1) + 1
        while f"{ident}#{number}" in self._texts:
            number += 1
        self._copies[ident] = number
        return f"{ident}#{number}"


def _page(url: str | None) -> str | None:
    """An address in one spelling, without what only counts visitors; None where it names no single page.

    >>> _page("http://www.example.org/a/?utm_source=x#top") == _page("https://example.org/a")
    True
    >>> _page("https://example.org/") is None
    True
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _COUNTING.match(k.lower())])
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or query):
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{query}"
