"""`annotate` and `stories`: one line an article, in the order given."""

from __future__ import annotations

from tawatur.app.cli.common import articles, complain, leave, lost, progress, write
from tawatur.batch.local import run
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem
from tawatur.pipeline import analyse_article, place_articles


def _line(article: RawArticle) -> wire.Json:
    return wire.annotation(analyse_article(article))


def annotate(paths: list[str], given: list[str], jobs: int | None) -> None:
    """Stream annotations; memory does not grow with the number of articles."""
    problems = False
    for item in progress(run(articles(paths, given), _line, jobs=jobs), "articles"):
        if isinstance(item, Problem):
            problems |= lost(item)
            complain(item)
        else:
            write(item)
    leave(problems=problems)


def stories(paths: list[str], given: list[str], jobs: int | None) -> None:
    """Place each article among the others."""
    problems, analyses = False, []
    for item in progress(run(articles(paths, given), analyse_article, jobs=jobs), "articles"):
        if isinstance(item, Problem):
            problems |= lost(item)
            complain(item)
        else:
            analyses.append(item)
    for placement in place_articles(analyses):
        write(wire.placement(placement))
    leave(problems=problems)
