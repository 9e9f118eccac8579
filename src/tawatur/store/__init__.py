"""Where articles and their results are kept. `STORES` is the one line that a new kind of store adds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from tawatur.errors import StoreError
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis
from tawatur.store.sqlite import SqliteStore


class Store(Protocol):
    """What every store can do. Nothing that was added is ever lost or changed."""

    def add(self, article: RawArticle) -> bool:
        """Keep an article; False where this very article is kept already. Another text under a known id is a new version."""

    def articles(self) -> Iterator[RawArticle]:
        """The current version of every article, by id."""

    def versions(self, article_id: str) -> list[RawArticle]:
        """Every version of one article, the oldest first."""

    def result(self, article: RawArticle, rules: str) -> Analysis | None:
        """What was computed for this very article by these very rules, or None."""

    def keep(self, article: RawArticle, rules: str, analysis: Analysis) -> None:
        """Keep what was computed."""

    def close(self) -> None:
        """Release the store; everything acknowledged is on disk."""


STORES = {"sqlite": SqliteStore}


def open_store(address: str) -> Store:
    """Open the store at `address` (a file, made where it is absent).

    Raises StoreError where it cannot be opened, is no store of ours, or was made by a newer program.
    """
    kind, sign, rest = address.partition("://")
    if sign and kind not in STORES:
        raise StoreError(f"{address}: no store of kind {kind!r}; give a file name, for example affair.db")
    return STORES[kind if sign else "sqlite"](Path(rest if sign else address))
