"""What a page says about itself: schema.org JSON-LD, Open Graph and other meta elements, <time>, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tawatur.read.days import iso

_KINDS = re.compile(r"(?:Article|Posting|Report|NewsItem|WebPage)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "title", "headline")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "date",
    "article.published",
    "article:post_date",
    "uploaddate",
    "datecreated",
    "og:article:published_time",
    "last-modified",
)
_OUTLETS = (
    "og:site_name",
    "application-name",
    "twitter:app:name:iphone",
    "publisher",
    "dc.publisher",
    "al:android:app_name",
)
_AGENCY = (
    "source",
    "news_source",
    "article:source",
    "dc.source",
    "original-source",
    "author",
    "dc.creator",
    "article:author",
)


@dataclass(slots=True)
class Meta:
    """What was found; None where the page is silent."""

    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    body: str | None = None  # the article's text as JSON-LD has it


def meta(tree: Any) -> Meta:
    """Read the head of a page, and the JSON-LD and <time> of its body."""
    found = Meta()
    named: dict[str, str] = {}
    for element in tree.document.get_elements_by_tag_name("meta"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop") or ""
        content = (element.getattr("content") or "").strip()
        if name and content:
            named.setdefault(name.strip().lower(), content)
    for item in _linked(tree):
        _from_item(item, found)
    found.title = found.title or _first(named, _TITLES[:2]) or _first(named, _TITLES[2:])
    found.date = found.date or next((d for n in _DATES if n in named and (d := iso(named[n]))), None)
    found.outlet = _first(named, _OUTLETS[:1]) or found.outlet or _first(named, _OUTLETS[1:])
    found.url = _canonical(tree) or named.get("og:url") or found.url
    found.authors += tuple(named[n] for n in _AGENCY if n in named)
    if found.date is None:
        for element in tree.document.get_elements_by_tag_name("time"):
            if day := iso(element.getattr("datetime") or ""):
                found.date = day
                break
    if found.date is None:
        for element in tree.document.get_elements_by_attr("itemprop", "datePublished"):
            if day := iso(element.getattr("content") or element.getattr("datetime") or element.text or ""):
                found.date = day
                break
    return found


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[n] for n in names if n in named), None)


def _canonical(tree: Any) -> str | None:
    for element in tree.document.get_elements_by_tag_name("link"):
        if "canonical" in (element.getattr("rel") or "").lower():
            address = (element.getattr("href") or "").strip()
            if address.startswith(("http://", "https://")):
                return str(address)
    return None


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of an article's kind, articles before pages."""
    found: list[dict[str, Any]] = []
    for element in tree.document.get_elements_by_tag_name("script"):
        if "ld+json" in (element.getattr("type") or "").lower():
            text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", element.text or "").strip().rstrip(";")
            try:
                _objects(json.loads(text, strict=False), found, 0)
            except (ValueError, RecursionError):
                continue
    yield from sorted(found, key=lambda o: "WebPage" in str(o.get("@type")))


def _objects(value: Any, out: list[dict[str, Any]], depth: int) -> None:
    if depth > 6 or len(out) > 50:
        return
    if isinstance(value, list):
        for item in value[:100]:
            _objects(item, out, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_KINDS.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
            out.append(value)
        for inner in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            _objects(value.get(inner), out, depth + 1)


def _from_item(item: dict[str, Any], found: Meta) -> None:
    page = "WebPage" in str(item.get("@type"))
    if not page:
        found.title = found.title or _text(item.get("headline"))
        body = _text(item.get("articleBody"))
        found.body = found.body or body
    found.date = found.date or iso(_text(item.get("datePublished")) or "")
    found.outlet = found.outlet or _name(item.get("publisher"))
    address = _text(item.get("url"))
    if address and address.startswith("http"):
        found.url = found.url or address
    for who in ("author", "creator", "sourceOrganization", "copyrightHolder"):
        if name := _name(item.get(who)):
            found.authors += (name,)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value)
