"""Pages made from the code are current; every rule of a finding is explained, and none is idle."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RECONCILE = ROOT / "src/tawatur/reconcile"


def test_made_pages_are_current() -> None:
    """`python docs/build.py` would change nothing."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs/build.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_rule_has_a_row_and_a_sentence_and_is_used() -> None:
    """The table of rules, the sentences and the code name the same rules; both languages fill the same parts."""
    rules = tomllib.loads((RECONCILE / "rules.toml").read_text("utf-8"))
    why = tomllib.loads((RECONCILE / "words.toml").read_text("utf-8"))["why"]
    assert set(rules) == set(why)
    code = "\n".join(p.read_text("utf-8") for p in RECONCILE.glob("*.py"))
    for rule in rules:
        assert f'"{rule}"' in code, f"{rule} is asserted nowhere"
        parts = {lang: {p for _, p, _, _ in string.Formatter().parse(why[rule][lang]) if p} for lang in ("ar", "en")}
        assert parts["ar"] == parts["en"], rule


def test_no_arabic_letter_stands_in_code() -> None:
    """Words are data: outside text/ Arabic stands only in docstrings and comments."""
    arabic = re.compile("[\u0621-\u064a]")
    for path in sorted((ROOT / "src/tawatur").rglob("*.py")):
        if "text" in path.relative_to(ROOT / "src/tawatur").parts[:1]:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}  # docstrings
        for n in ast.walk(tree):  # as Python reads them: an escape is a letter too
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in told:
                assert not arabic.search(n.value), f"{path}:{n.lineno}: {n.value}"
