"""A record with CONTRACT's names (of JSON, CSV or Parquet) → an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.read.days import iso
from tawatur.read.decode import whole

FIELDS = ("id", "text", "date", "date_is", "title", "outlet", "url", "captured", "lang", "agency")
LONGEST = 5_000_000
"""Characters of the longest article; a year of one newspaper's front pages has fewer."""


def article(raw: Mapping[str, Any], where: str) -> Iterator[RawArticle | Problem]:
    """The article of one record, or the problem why there is none. `where` names it where it has no id of its own.

    >>> [a.id for a in article({"text": "نص", "date": "2025-07-13"}, "a.jsonl:3")]
    ['a.jsonl:3']
    >>> [p.what for p in article({"id": 7}, "a.jsonl:4")]
    ['no-text']
    """
    given = raw.get("id")
    identity = whole(str(given)).strip() if given is not None and not isinstance(given, (dict, list)) else ""
    name = identity or where
    text = raw.get("text")
    if not isinstance(text, str):
        yield Problem("no-text", where, "This record has no text; an article needs the fields id and text.")
        return
    if len(text) > LONGEST:
        yield Problem("too-large", name, f"This article has more than {LONGEST:,} characters; it was left out.")
        return
    values: dict[str, str | None] = {}
    for field in FIELDS[2:]:
        value = raw.get(field)
        words = whole(str(value)).strip() if value is not None and not isinstance(value, (dict, list)) else ""
        values[field] = words or None
    if values["date"]:
        day = iso(values["date"])
        if day is None:
            yield Problem("bad-date", name, f"The date {values['date'][:40]!r} cannot be read; write it as 2025-07-13.")
            values["date_is"] = None
        else:
            values["date_is"] = values["date_is"] or "given"
        values["date"] = day
    else:
        values["date_is"] = None
    yield RawArticle(id=name, text=whole(text), **values)
