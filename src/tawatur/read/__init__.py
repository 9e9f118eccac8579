"""Files of every format that articles come in → raw articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem


def read(paths: Sequence[str], dates: Mapping[str, str] | None = None) -> Iterator[RawArticle | Problem]:
    """Articles and problems of the named files."""
    known = set(RawArticle.__dataclass_fields__)
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            if line.strip():
                raw = json.loads(line)
                if dates and raw["id"] in dates:
                    raw["date"] = dates[raw["id"]]
                yield RawArticle(**{k: v for k, v in raw.items() if k in known})
