"""Write the pages that are made from the code: `python docs/build.py`; with `--check` only say whether they are current."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

DOCS = Path(__file__).resolve().parent
SRC = DOCS.parent / "src/tawatur"
HEAD = "<!-- Made by docs/build.py; change the code or the table and run it again. -->\n\n"


def findings() -> str:
    """The rules of findings, from their table and thresholds."""
    rules = tomllib.loads((SRC / "reconcile/rules.toml").read_text("utf-8"))
    words = tomllib.loads((SRC / "reconcile/words.toml").read_text("utf-8"))["why"]
    out = [HEAD + "# What may be called agreed, updated, contradicted, disputed\n"]
    out.append(
        "Figures are compared only inside a series: one measure, one thing counted, one scope, one happening, one standing. "
        "The conditions that keep two figures apart, asked in this order:\n"
    )
    scope = importlib.import_module("tawatur.reconcile.scope")
    out.append(", ".join(f"`{c}`" for c in scope.CONDITIONS) + ".\n")
    out.append("| threshold | value | meaning |\n|---|---|---|")
    for module, name, meaning in THRESHOLDS:
        value = getattr(importlib.import_module(f"tawatur.reconcile.{module}"), name)
        out.append(f"| `{module}.{name}` | {value} | {meaning} |")
    for rule, row in rules.items():
        out.append(f"\n## {rule} → {row['kind']}\n\n{row['asserts']} {row['holds']}")
        if row["never"]:
            out.append(f"Never: {row['never']}")
        out.append(f"\n> {words[rule]['en']}\n>\n> {words[rule]['ar']}")
    return "\n".join(out) + "\n"


THRESHOLDS = (
    ("figures", "PRECISION", "share within which a rounded figure is the same figure"),
    ("scope", "TOO_FAR", "factor beyond which two figures are not taken for one thing"),
    (
        "propositions",
        "SAME_SHARE",
        "share of the shorter claim's weight that two claims of one proposition have in common",
    ),
    ("propositions", "SAME_WEIGHT", "least common weight of two claims of one proposition"),
    ("propositions", "SAME_RARE", "least number of common rare words"),
    ("propositions", "ABOUT_SHARE", "the same share for a denial and an assertion"),
    ("propositions", "ABOUT_WEIGHT", "the same weight for a denial and an assertion"),
    ("drift", "ALIKE", "share of words in order from which two quotations are one utterance"),
    ("drift", "CLOSE", "days within which two articles may tell one utterance"),
    ("wording", "REACH", "words between a name and the entity that binds it to the affair"),
    ("dates", "AFTER", "words after an act within which its time may stand"),
)


def commands() -> str:
    """The commands, as they explain themselves."""
    out = [HEAD + "# Commands\n"]
    names = ["annotate", "stories", "report", "explain", "compare", "parse", "evaluate"]
    for name in ["", *names]:
        args = [sys.executable, "-m", "tawatur", *([name] if name else []), "--help"]
        env = {"COLUMNS": "100", "PATH": "", "PYTHONPATH": str(SRC.parent), "PYTHONIOENCODING": "utf-8"}
        text = subprocess.run(args, capture_output=True, text=True, check=True, env=env, encoding="utf-8").stdout
        text = text.replace("python -m tawatur", "tawatur")
        out.append(f"## tawatur {name}".rstrip() + "\n\n```text\n" + text.strip() + "\n```\n")
    return "\n".join(out)


PAGES = {"findings.md": findings, "commands.md": commands}


def main() -> int:
    """Write or check every page."""
    stale = []
    for name, make in PAGES.items():
        text, path = make(), DOCS / name
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if "--check" in sys.argv and stale:
        print(f"out of date: {', '.join(stale)}; run python docs/build.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
