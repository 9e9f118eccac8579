"""The store's contract, for every kind of store."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.app.cli.dossier import stored
from tawatur.errors import StoreError
from tawatur.model.codec import plain, record
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis
from tawatur.pipeline import analyse_article, rules
from tawatur.store import STORES, Store, open_store

TEXT = "قال وزير الصحة إن {n} أشخاص قتلوا في انفجار مستودع أمس.\nوأضاف أن «الوضع تحت السيطرة»."


def article(n: int, **more: Any) -> RawArticle:
    """One small article."""
    return RawArticle(id=f"a{n}", text=TEXT.format(n=n + 3), date="2025-03-05", outlet="نبأ", **more)


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store of each kind."""
    return open_store(f"{request.param}://{tmp_path / 'affair.db'}")


def test_what_goes_in_comes_out(store: Store) -> None:
    """Articles come back as they were given, by id."""
    assert store.add(article(2))
    assert store.add(article(1))
    assert not store.add(article(1))
    assert list(store.articles()) == [article(1), article(2)]


def test_another_text_under_a_known_id_is_a_new_version(store: Store) -> None:
    """The later version is current, the earlier one is kept."""
    store.add(article(1))
    store.add(article(1, title="عنوان"))
    assert [a.title for a in store.articles()] == ["عنوان"]
    assert [a.title for a in store.versions("a1")] == [None, "عنوان"]


def test_results_come_back_equal_and_only_for_their_rules(store: Store) -> None:
    """A result belongs to one text and one version of the rules."""
    analysis = analyse_article(article(1))
    store.keep(article(1), "r1", analysis)
    assert store.result(article(1), "r1") == analysis
    assert store.result(article(1), "r2") is None
    assert store.result(article(2), "r1") is None


def test_adding_one_article_analyses_one(store: Store) -> None:
    """What did not change is not computed again."""
    first, _, computed = stored(store, [article(n) for n in range(4)], 1)
    assert (len(first), computed) == (4, 4)
    again, _, computed = stored(store, [article(n) for n in range(5)], 1)
    assert (len(again), computed) == (5, 1)
    assert again[:4] == first
    assert stored(store, [], 1)[2] == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200), title=st.none() | st.text(max_size=20))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, text: str, title: str | None) -> None:
    """Bidi marks, control letters, lone surrogates: all come back as they were."""
    store = open_store(str(tmp_path_factory.mktemp("s") / "x.db"))
    raw = RawArticle(id="x", text=text, title=title, date="2025-01-01")
    store.add(raw)
    assert list(store.articles()) == [raw]
    analysis = analyse_article(raw)
    store.keep(raw, rules(), analysis)
    assert store.result(raw, rules()) == analysis
    store.close()


def test_records_of_another_shape_are_refused() -> None:
    """A row of another version is not misread."""
    data = plain(analyse_article(article(1)))
    assert record(Analysis, data).id == "a1"
    with pytest.raises(ValueError, match="not a stored"):
        record(Analysis, data[:-1])


def test_foreign_files_are_refused_with_a_clear_word(tmp_path: Path) -> None:
    """Another program's database, no database at all, an unknown kind, a newer schema."""
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError, match="another program"):
        open_store(str(other))
    (tmp_path / "text.db").write_text("not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / "text.db"))
    with pytest.raises(StoreError, match="no store of kind"):
        open_store("cupboard://x")
    ours = tmp_path / "ours.db"
    open_store(str(ours)).close()
    with sqlite3.connect(ours) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer"):
        open_store(str(ours))


KILLED = """
import os, sys
from tawatur.app.cli.dossier import stored
from tawatur.store import open_store
from tests_article import articles
store = open_store(sys.argv[1])
keep = store.keep
count = 0
def stop(article, rules, analysis):
    global count
    keep(article, rules, analysis)
    count += 1
    if count == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
store.keep = stop
stored(store, articles(), 1)
"""


@pytest.mark.parametrize("after", [1, 3])
def test_a_killed_run_leaves_the_store_whole(tmp_path: Path, after: int) -> None:
    """Killed without warning after some results: those are kept, the rest is computed in the next run."""
    (tmp_path / "tests_article.py").write_text(
        f"from tawatur.model.document import RawArticle\nTEXT = {TEXT!r}\n"
        "def articles():\n    return [RawArticle(id=f'a{n}', text=TEXT.format(n=n + 3), date='2025-03-05', outlet='نبأ') for n in range(5)]\n",
        encoding="utf-8",
    )
    path = tmp_path / "affair.db"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(after)], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == -9, done.stderr.decode()
    store = open_store(str(path))
    everything, _, computed = stored(store, [article(n) for n in range(5)], 1)
    assert computed == 5 - after
    assert everything == [analyse_article(article(n)) for n in range(5)]
