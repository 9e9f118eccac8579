"""The commands (first form: annotate over JSON Lines)."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    """Run one command."""
    from tawatur.model import wire
    from tawatur.model.document import RawArticle
    from tawatur.pipeline import analyse_article

    command, *paths = sys.argv[1:]
    assert command == "annotate"
    known = set(RawArticle.__dataclass_fields__)
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            if line.strip():
                raw = json.loads(line)
                a = analyse_article(RawArticle(**{k: v for k, v in raw.items() if k in known}))
                sys.stdout.write(json.dumps(wire.annotation(a), ensure_ascii=False) + "\n")
