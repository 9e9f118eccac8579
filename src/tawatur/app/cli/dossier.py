"""`report`: articles in, one dossier out; with a store, only what changed is computed again."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tawatur.app.cli.common import articles, complain, leave, lost, progress
from tawatur.batch.local import run
from tawatur.errors import InputError, TawaturError
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis, Dossier
from tawatur.model.problem import Problem
from tawatur.pipeline import analyse_article, gather, rules, with_parties
from tawatur.store import Store, open_store


def stored(
    store: Store, items: Iterable[RawArticle | Problem], jobs: int | None
) -> tuple[list[Analysis], list[Problem], int]:
    """Add `items` to the store and return the analyses of everything in it, the problems, and how many were computed.

    Each result is on disk before the next is asked for: a run that is killed loses what was in flight, nothing else.
    """
    problems = []
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            store.add(item)
    version = rules()
    done: dict[str, Analysis] = {}
    todo: list[RawArticle] = []
    for article in store.articles():
        known = store.result(article, version)
        if known is None:
            todo.append(article)
        else:
            done[article.id] = known
    for result in progress(run(todo, analyse_article, jobs=jobs), "articles"):
        assert not isinstance(result, Problem)
        store.keep(result.document.article, version, result)
        done[result.id] = result
    return [done[i] for i in sorted(done)], problems, len(todo)


def _fresh(items: Iterator[RawArticle | Problem], jobs: int | None) -> tuple[list[Analysis], list[Problem]]:
    analyses, problems = [], []
    for item in progress(run(items, analyse_article, jobs=jobs), "articles"):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            analyses.append(item)
    return analyses, problems


def render(dossier: Dossier, form: str) -> str:
    """The dossier in one of the formats of `EXPORTERS`."""
    from tawatur import __version__

    if form == "html":
        from tawatur.report import render_html

        return render_html(dossier, version=__version__, rules=rules())
    from tawatur.export import EXPORTERS

    if form == "json":
        dossier = replace(dossier, entities=with_parties(dossier.entities))
    return EXPORTERS[form](dossier, version=__version__, rules=rules())


def report(
    paths: list[str], given: list[str], output: str | None, form: str, address: str | None, jobs: int | None
) -> None:
    """Write the dossier."""
    from tawatur.export import EXPORTERS

    known = ["html", *EXPORTERS]
    if form not in known:
        raise TawaturError(f"--format {form!r}: choose one of {', '.join(known)}")
    if not paths and address is None:
        raise TawaturError("nothing to read: name files or folders, or a --store that holds articles")
    if address is None:
        analyses, problems = _fresh(articles(paths, given), jobs)
    else:
        with closing(open_store(address)) as store:
            analyses, problems, computed = stored(store, articles(paths, given) if paths else (), jobs)
            sys.stderr.write(f"{len(analyses)} articles in {address}, {computed} analysed now\n")
    from tawatur.text.label import gathered

    for problem in gathered(problems):
        complain(problem)
    if not analyses:
        raise InputError("no article could be read, so there is no dossier to write")
    dossier = gather(analyses)
    dossier = replace(dossier, problems=tuple(sorted({*dossier.problems, *problems})))
    target = output or ("dossier.html" if form == "html" else "-")
    text = render(dossier, form)
    if target == "-":
        sys.stdout.write(text)
    else:
        try:
            Path(target).write_text(text, encoding="utf-8")
        except OSError as e:
            raise TawaturError(f"{target}: cannot be written ({e.strerror}); choose another place with -o") from e
        sys.stderr.write(f"{target}: {len(dossier.analyses)} articles, {len(dossier.findings)} findings\n")
    leave(problems=any(map(lost, problems)))
