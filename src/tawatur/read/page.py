"""One page's markup → its article and what is known of it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from tawatur.read.blocks import HEADINGS, Block, Layout, layout
from tawatur.read.days import in_figures, in_words, iso
from tawatur.read.meta import Meta, meta
from tawatur.read.story import story
from tawatur.text.arabic import key
from tawatur.text.lexicon import table

_SUFFIX = re.compile(r"\s+[|\-–—»:·•]\s+")
_IN_URL = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)|/((?:19|20)\d\d)-(\d\d)-(\d\d)")
NEAR = 8
"""Blocks after the title within which a page prints its date."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gave."""

    text: str
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    agency: str | None


def extract(markup: str, url: str | None = None) -> Page:
    r"""The article of a page. `url`: the address that it came from, where it is known.

    >>> page = extract("<title>خبر قصير - منارة</title><h1>خبر قصير</h1><p>وصل الوفد إلى المدينة صباح اليوم، وقال رئيسه إنه راض.</p>")
    >>> page.text
    'خبر قصير\n\nوصل الوفد إلى المدينة صباح اليوم، وقال رئيسه إنه راض.'
    >>> page.outlet
    'منارة'
    """
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(markup)
    known = meta(tree)
    body = layout(tree.body) if tree.body is not None else Layout()
    window = _clean(tree.title or "")
    title_at, title = _title(body, known, window)
    blocks = [b.text for b in story(body, title_at)]
    if known.body and sum(map(len, blocks)) < 0.6 * len(known.body):
        blocks = _from_json(known.body)
    if title and blocks and _same(blocks[0], title):
        blocks = blocks[1:]
    text = "\n\n".join([title, *blocks] if title and blocks else blocks)
    address = known.url or url
    return Page(
        text=text,
        title=title,
        date=known.date or _printed(body, title_at) or _dated(url or known.url),
        outlet=_outlet(known, window, title),
        url=address,
        agency=_agency(known, body, title_at),
    )


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _same(a: str, b: str) -> bool:
    return _letters(a) == _letters(b)


def _letters(text: str) -> str:
    return "".join(c for c in key(text) if c.isalnum())


def _title(body: Layout, known: Meta, window: str) -> tuple[int | None, str | None]:
    """Where the title stands on the page, and its words: the heading that the page's head repeats, or the first one."""
    heads = [(i, b) for i, b in enumerate(body.blocks) if b.tag in HEADINGS and len(b.text) >= 8]
    named = _clean(html.unescape(known.title)) if known.title else ""
    spoken = [_letters(t) for t in (named, window) if t]
    for i, b in heads:
        letters = _letters(b.text)
        if letters and any(letters in s or (named and s == spoken[0] and s in letters) for s in spoken):
            return i, _clean(b.text)
    if named:
        for i, b in enumerate(body.blocks):
            if len(b.text) <= 2 * len(named) and _same(b.text, named):
                return i, named
        words = set(key(named).split())
        for i, b in heads:
            own = set(key(b.text).split())
            if len(words & own) >= 0.6 * max(1, min(len(words), len(own))) and len(own) >= 3:
                return i, _clean(b.text)
        return None, _SUFFIX.split(named)[0] if known.outlet and named.endswith(known.outlet) else named
    first = [(i, b) for i, b in heads if b.tag == "h1"] or heads[:1]
    if first:
        return first[0][0], _clean(first[0][1].text)
    head = _SUFFIX.split(window)[0] if window else ""
    for i, b in enumerate(body.blocks):
        if head and _same(b.text, head):
            return i, head
    return None, head or None


def _from_json(text: str) -> list[str]:
    """Paragraphs of an article's text as JSON-LD gives it, with or without markup in it."""
    plain = html.unescape(re.sub(r"<(?:br|/p|/div|/h\d)[^>]*>", "\n\n", text))
    plain = re.sub(r"<[^>]{1,300}>", " ", plain)
    pieces = re.split(r"\s*\n\s*\n\s*|\r?\n", plain)
    return [p for p in map(_clean, pieces) if p]


def _outlet(known: Meta, window: str, title: str | None) -> str | None:
    """The outlet's name: what the page says, or what its window's title ends with."""
    if known.outlet:
        return _clean(html.unescape(known.outlet))
    parts = _SUFFIX.split(window)
    if len(parts) >= 2 and title and _letters(parts[0])[:20] == _letters(title)[:20] and len(parts[-1].split()) <= 5:
        return parts[-1]
    return None


def _printed(body: Layout, title_at: int | None) -> str | None:
    """A date printed near the title: after it rather than before it, where pages print today's date."""
    if title_at is None:
        near: list[Block] = [b for b in body.blocks[:40] if len(b.text) <= 60]
    else:
        after = body.blocks[title_at + 1 : title_at + 1 + NEAR]
        near = [b for b in [*after, *reversed(body.blocks[max(0, title_at - 3) : title_at])] if len(b.text) <= 120]
    for b in near:
        if day := in_words(b.text) or in_figures(b.text):
            return day
    return None


def _dated(url: str | None) -> str | None:
    """A date in the address: /2025/07/13/."""
    try:
        m = _IN_URL.search(urlsplit(url).path if url else "")
    except ValueError:
        return None
    return iso("-".join(g.zfill(2) for g in m.groups() if g)) if m else None


@cache
def _agencies() -> frozenset[str]:
    rows: tuple[Any, ...] = table("tawatur.text.known", "ar.orgs.tsv", 5)
    return frozenset(_letters(name) for row in rows if row[2] == "agency" for name in row[4].split("|"))


def _agency(known: Meta, body: Layout, title_at: int | None) -> str | None:
    """An agency that the page names as author or source, in its head or beside its title."""
    near = (
        [b.text for b in body.blocks[title_at + 1 : title_at + 6] if len(b.text) <= 40] if title_at is not None else []
    )
    for text in [*known.authors, *near]:
        for piece in [text, *re.split(r"[:/|،,\-–—()+]", text)]:
            if len(piece) <= 40 and _letters(piece) in _agencies():
                return _clean(piece)
    return None
