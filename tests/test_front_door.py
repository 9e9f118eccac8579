"""What a user of the package or of the command meets first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import tawatur

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/talbulaq"
ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def run(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """One run of the command."""
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *args],
        capture_output=True,
        text=True,
        input=stdin,
        env=ENV,
        check=False,
        encoding="utf-8",
    )


def test_every_name_of_the_front_door_opens() -> None:
    """Lazy names are real names."""
    for name in tawatur.__all__:
        assert getattr(tawatur, name) is not None
    with pytest.raises(AttributeError):
        tawatur.nothing_of_the_kind  # noqa: B018


def test_one_article_to_a_dossier_in_python() -> None:
    """The README's promise."""
    doc = tawatur.analyse("قال وزير الصحة إن ثلاثة أشخاص قتلوا في انفجار أمس.", date="2025-07-13")
    dossier = tawatur.gather([doc])
    assert [e.low for e in dossier.estimates] == [3]
    assert [t.edtf for t in doc.times] == ["2025-07-12"]


def test_annotate_reads_standard_input() -> None:
    """One object an article, offsets into the text as it was given."""
    text = "أعلن الجيش مقتل جنديين."
    done = run(
        "annotate", "-", stdin=json.dumps({"id": "x", "text": text, "date": "2025-01-02"}, ensure_ascii=False) + "\n"
    )
    assert done.returncode == 0, done.stderr
    got = json.loads(done.stdout)
    assert got["id"] == "x"
    for kind in ("quantities", "times", "names", "noise"):
        assert all(text[m["start"] : m["end"]] == m["text"] for m in got[kind])


def test_a_broken_line_is_a_problem_and_status_three() -> None:
    """What cannot be read is said, the rest is done."""
    good = json.dumps({"id": "x", "text": "قال الوزير إن الوضع هادئ.", "date": "2025-01-02"}, ensure_ascii=False)
    done = run("annotate", "-", stdin=good + "\n{broken\n")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert ":2" in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("annotate", "no-such-file.jsonl"),
        ("report", "--format", "pdf", str(EXAMPLE)),
        ("report",),
        ("parse", "--as", "colour", "-"),
        ("report", str(EXAMPLE), "--date", "nonsense"),
    ],
)
def test_a_wrong_call_is_one_clear_line_and_status_two(args: tuple[str, ...]) -> None:
    """No traceback, no silence."""
    done = run(*args)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_the_same_input_gives_the_same_bytes_whatever_the_number_of_processes(tmp_path: Path) -> None:
    """One process or two; hash seeds of their own."""
    out = []
    for jobs, seed in (("1", "1"), ("2", "2")):
        path = tmp_path / f"{jobs}.json"
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tawatur",
                "report",
                str(EXAMPLE),
                "--format",
                "json",
                "-o",
                str(path),
                "--jobs",
                jobs,
            ],
            env={**ENV, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 3, done.stderr.decode()  # the example holds one broken file
        out.append(path.read_bytes())
    assert out[0] == out[1]


def test_report_writes_every_format(tmp_path: Path) -> None:
    """html, json, md and csv over the example."""
    for form in ("html", "json", "md", "csv"):
        path = tmp_path / f"d.{form}"
        done = run("report", str(EXAMPLE), "--format", form, "-o", str(path))
        assert done.returncode == 3, done.stderr
        assert path.stat().st_size > 1000


def test_a_store_makes_the_second_run_compute_nothing(tmp_path: Path) -> None:
    """`--store` keeps results; the dossier is the same."""
    store = str(tmp_path / "affair.db")
    first = run("report", str(EXAMPLE), "--format", "json", "-o", str(tmp_path / "1.json"), "--store", store)
    second = run("report", "--format", "json", "-o", str(tmp_path / "2.json"), "--store", store)
    assert " 0 analysed now" not in first.stderr
    assert " 0 analysed now" in second.stderr
    one, two = (
        json.loads((tmp_path / "1.json").read_text("utf-8")),
        json.loads((tmp_path / "2.json").read_text("utf-8")),
    )
    assert {k: v for k, v in one.items() if k != "problems"} == {k: v for k, v in two.items() if k != "problems"}


def test_help_is_quick_because_nothing_heavy_is_imported() -> None:
    """Start-up imports none of the stages."""
    code = "import sys; import tawatur.app.cli.main; print([m for m in sys.modules if m.startswith('tawatur.') or m in ('rich', 'numpy')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENV, check=True)
    assert "pipeline" not in done.stdout
    assert "numpy" not in done.stdout


def test_a_later_capture_of_one_address_is_a_version_and_no_other_carrier(tmp_path: Path) -> None:
    """The later text counts; the earlier one is listed with what changed."""
    lines = [
        {
            "id": "v1",
            "url": "https://naba.example/1",
            "captured": "2025-03-05T10:00",
            "date": "2025-03-05",
            "text": "قالت وزارة الداخلية التونسية إن عشرة أشخاص قتلوا في انفجار مصنع بنزرت.",
        },
        {
            "id": "v2",
            "url": "https://naba.example/1",
            "captured": "2025-03-05T18:00",
            "date": "2025-03-05",
            "text": "قالت وزارة الداخلية التونسية إن 12 شخصا قتلوا في انفجار مصنع بنزرت.",
        },
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines), "utf-8")
    done = run("report", str(path), "--format", "json")
    dossier = json.loads(done.stdout)
    assert [a["id"] for a in dossier["articles"]] == ["v1", "v2"]
    assert {e["article"] for e in dossier["estimates"]} == {"v2"}
    old = dossier["articles"][0]
    assert any("12" in e for e in old["evidence"])
    assert not [f for f in dossier["findings"] if "v1" in f["articles"]]
