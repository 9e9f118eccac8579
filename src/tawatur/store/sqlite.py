"""The default store: one SQLite file, written in transactions, so that a run killed at any moment leaves it whole."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from tawatur.errors import StoreError
from tawatur.model.codec import plain, record
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis

APPLICATION = 0x74775731  # "twW1": says that a SQLite file is ours

STEPS = (
    """
    CREATE TABLE article (
        number INTEGER PRIMARY KEY,      -- order of arrival
        id TEXT NOT NULL,
        hash TEXT NOT NULL,              -- of everything that was given, one row for each distinct version
        given TEXT NOT NULL,             -- the article as JSON, never changed
        UNIQUE (id, hash)
    );
    CREATE TABLE result (
        hash TEXT NOT NULL,
        rules TEXT NOT NULL,             -- version of the code and rules that made it
        analysis BLOB NOT NULL,          -- zlib over JSON, see model/codec.py
        PRIMARY KEY (hash, rules)
    ) WITHOUT ROWID;
    """,
)
"""Numbered schema steps: step n brings a store of schema n to n + 1. Steps are added, never changed."""


def _given(article: RawArticle) -> tuple[str, str]:
    text = json.dumps(asdict(article), ensure_ascii=False, sort_keys=True)
    return text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class SqliteStore:
    """A store in one file; see `Store` for what each method promises."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(path, timeout=30, isolation_level=None)
            self._prepare(path)
        except sqlite3.DatabaseError as e:
            raise StoreError(f"{path}: cannot be opened as a store ({e}); give another file name") from e

    def _prepare(self, path: Path) -> None:
        db = self._db
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("BEGIN IMMEDIATE")
        try:
            application = db.execute("PRAGMA application_id").fetchone()[0]
            schema = db.execute("PRAGMA user_version").fetchone()[0]
            tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if application != APPLICATION and tables:
                raise StoreError(f"{path}: a database of another program; give another file name")
            if schema > len(STEPS):
                raise StoreError(f"{path}: made by a newer tawatur (schema {schema}); upgrade tawatur to open it")
            for number in range(schema, len(STEPS)):
                for statement in STEPS[number].split(";"):
                    db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {len(STEPS)}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            db.close()
            raise

    def add(self, article: RawArticle) -> bool:
        """Keep an article; False where this very article is kept already."""
        given, digest = _given(article)
        done = self._db.execute(
            "INSERT OR IGNORE INTO article (id, hash, given) VALUES (?, ?, ?)", (article.id, digest, given)
        )
        return done.rowcount == 1

    def articles(self) -> Iterator[RawArticle]:
        """The current version of every article, by id."""
        rows = self._db.execute(
            "SELECT given FROM article WHERE number IN (SELECT max(number) FROM article GROUP BY id) ORDER BY id"
        )
        for (given,) in rows.fetchall():
            yield RawArticle(**json.loads(given))

    def versions(self, article_id: str) -> list[RawArticle]:
        """Every version of one article, the oldest first."""
        rows = self._db.execute("SELECT given FROM article WHERE id = ? ORDER BY number", (article_id,))
        return [RawArticle(**json.loads(given)) for (given,) in rows]

    def result(self, article: RawArticle, rules: str) -> Analysis | None:
        """What was computed for this very article by these very rules, or None."""
        row = self._db.execute(
            "SELECT analysis FROM result WHERE hash = ? AND rules = ?", (_given(article)[1], rules)
        ).fetchone()
        if row is None:
            return None
        try:
            return record(Analysis, json.loads(zlib.decompress(row[0])))
        except (ValueError, zlib.error):  # made by other records, or a damaged row: computed anew
            return None

    def keep(self, article: RawArticle, rules: str, analysis: Analysis) -> None:
        """Keep what was computed."""
        text = json.dumps(plain(analysis), ensure_ascii=False, separators=(",", ":"))
        blob = zlib.compress(text.encode("utf-8", "surrogatepass"), 6)
        self._db.execute("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", (_given(article)[1], rules, blob))

    def close(self) -> None:
        """Release the file."""
        self._db.close()
