"""`evaluate`: figures against gold, and the errors by kind, worst first."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tawatur.app.cli.articles import _line
from tawatur.app.cli.common import articles, complain, leave, lost, progress, write
from tawatur.app.mistakes import listed, summary
from tawatur.app.scoring import score
from tawatur.errors import InputError
from tawatur.model.document import RawArticle


def _gold(path: str) -> list[dict[str, Any]]:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except OSError as e:
        raise InputError(f"{path}: gold cannot be read: {e.strerror}") from e
    except ValueError as e:
        raise InputError(f"{path}: gold must be JSON Lines: {e}") from e


def evaluate(path: str, gold_path: str, errors: int, *, as_json: bool) -> None:
    """Annotate the articles that have gold, and score them."""
    golds = _gold(gold_path)
    wanted = {g["id"] for g in golds}
    texts, got, problems = {}, {}, False
    for item in progress(articles([path], []), "articles"):
        if not isinstance(item, RawArticle):
            problems |= lost(item)
            complain(item)
        elif item.id in wanted:
            texts[item.id] = item.text
            got[item.id] = _line(item)
    if missing := sorted(wanted - set(texts)):
        raise InputError(f"{path}: {len(missing)} gold articles are not in it, the first is {missing[0]!r}")
    scores = score(texts, golds, got)
    if as_json:
        write(scores.table())
    else:
        for name, figures in scores.table().items():
            sys.stdout.write(f"{name:28s} " + "  ".join(f"{k} {v}" for k, v in figures.items()) + "\n")
        sys.stdout.write("\n")
        lines = [*summary(scores), *(listed(scores, texts, errors) if errors else ())]
        sys.stdout.writelines(f"{line}\n" for line in lines)
    leave(problems=problems)
