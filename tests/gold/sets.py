"""Gold articles, set by set, where the shared measuring data stands beside the repository.

`dev`: the guidelines' own gold. `news`: 160 articles drawn at random from the news collections and annotated by hand
after the rules were written; `said`: 40 more, marked for attributions alone; both kept here as places in the articles,
without a word of them. Of `dev` and `news` a part is open, its errors may be read, and a part is only scored, at most
once a day.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
Json = dict[str, Any]


def held_out(article_id: str) -> bool:
    """Say whether an article of `dev` is scored only as a check and its errors are never read: every third, by the hash
    of its id, fixed before any rule was written.

    >>> held_out("snn-2015-07-22-1134")
    False
    """
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 3 == 0


def lines(path: Path) -> Iterator[Json]:
    """Objects of a JSON Lines file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


def dev(*, aside: bool) -> tuple[dict[str, Json], list[Json]]:
    """Articles by id and their gold, of the open or of the other part; nothing where they are not beside this clone."""
    folder = SHARED / "eval/dev"
    if not (folder / "gold.jsonl").exists():
        return {}, []
    golds = [g for g in lines(folder / "gold.jsonl") if held_out(g["id"]) == aside]
    wanted = {g["id"] for g in golds}
    return {a["id"]: a for a in lines(folder / "articles.jsonl") if a["id"] in wanted}, golds


def news(*, aside: bool) -> tuple[dict[str, Json], list[Json]]:
    """The same of the fresh articles: their texts from the collections, the title as first line."""
    return _fresh(HERE / ("news.sealed.jsonl" if aside else "news.open.jsonl"))


def said(*, aside: bool) -> tuple[dict[str, Json], list[Json]]:
    """More of the fresh articles, marked for attributions alone; all of them open."""
    return ({}, []) if aside else _fresh(HERE / "said.open.jsonl")


def _fresh(path: Path) -> tuple[dict[str, Json], list[Json]]:
    golds = {g["id"]: g for g in lines(path)}
    articles: dict[str, Json] = {}
    for path in sorted((SHARED / "news").glob("*.jsonl.gz")):
        for a in lines(path):
            if a["id"] in golds and a["id"] not in articles:
                title, text = a.pop("title", None), a["text"]
                a["text"] = f"{title}\n{text}" if title and not text.startswith(title) else text
                if hashlib.sha256(a["text"].encode()).hexdigest()[:16] == golds[a["id"]]["sha256"]:
                    articles[a["id"]] = a
    return articles, [_spelled(g, articles[i]["text"]) for i, g in golds.items() if i in articles]


def _spelled(gold: Json, text: str) -> Json:
    """Places as the strings that the scorer takes."""

    def string(at: list[int] | None) -> str | None:
        return text[at[0] : at[1]] if at else None

    def valued(item: Json) -> Json:
        start, end = item["span"]
        piece = text[start:end]
        before = sum(text.startswith(piece, k) for k in range(start))
        return {**item, "text": piece, "occ": before + 1}

    return {
        "id": gold["id"],
        "attributions": [
            {
                **a,
                "cue": string(a["cue"]),
                "source": string(a.get("source")),
                "refers_to": string(a.get("refers_to")),
                "content": string(a["content"]),
                "via": [string(v) for v in a["via"]],
            }
            for a in gold["attributions"]
        ],
        "quantities": [valued(q) for q in gold["quantities"]],
        "times": [valued(t) for t in gold["times"]],
    }


SETS = {"dev": dev, "news": news, "said": said}
