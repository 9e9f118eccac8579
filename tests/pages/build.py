"""Writes the pages of this folder and gold.jsonl: `python tests/pages/build.py`. The layouts are after real content systems."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from layouts import LAYOUTS
from parts import Story

HERE = Path(__file__).parent


def main() -> None:
    """Write every page anew."""
    gold = []
    layouts: list[tuple[str, str, set[str], Callable[[Story], str]]] = LAYOUTS
    for number, (name, encoding, lacks, make) in enumerate(layouts):
        story = Story(number, name)
        markup = make(story)
        (HERE / f"{name}.html").write_bytes(markup.encode(encoding, "xmlcharrefreplace"))
        line = {"page": f"{name}.html", "text": story.gold(), "title": story.title}
        line |= {"date": None if "date" in lacks else story.date, "outlet": None if "outlet" in lacks else story.outlet}
        gold.append(json.dumps(line, ensure_ascii=False))
    (HERE / "gold.jsonl").write_text("\n".join(gold) + "\n", "utf-8")


if __name__ == "__main__":
    main()
