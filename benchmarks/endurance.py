"""What takes longer than a minute: a long stream, a hostile stream, and a store whose writer is killed again and again.

    python benchmarks/endurance.py [--articles 20000] [--kills 25]

Ends with an error if an article is lost, a stream needs more memory the longer it is, or a killed store gives another dossier
than one that was never killed.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import load, streamed

from tawatur.model.document import RawArticle

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/talbulaq"
GROWTH = 1.25  # a stream ten times as long may hold this much more: caches of words fill slowly


def record(article: RawArticle) -> str:
    """One line of JSON Lines."""
    return json.dumps({"id": article.id, "text": article.text, "date": article.date}, ensure_ascii=False) + "\n"


def long_stream(articles: list[RawArticle]) -> None:
    """Every article comes out once, in order, and memory stays flat."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        given = [
            RawArticle(id=f"{n}", text=a.text, date=a.date) for n, a in enumerate(articles)
        ]  # repeated articles need ids of their own
        path.write_text("".join(map(record, given)), "utf-8")
        start = time.perf_counter()
        with out.open("wb") as stream:
            subprocess.run([sys.executable, "-m", "tawatur", "annotate", str(path)], stdout=stream, check=True)
        seconds = time.perf_counter() - start
        ids = [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()]
        assert ids == [a.id for a in given], "articles lost or out of order"
        print(f"long stream: {len(ids):,} articles in {seconds:.0f} s, {len(ids) / seconds:.0f} a second on all cores")
        few, many = streamed(given[: len(given) // 10]), streamed(given)
        print(f"peak memory: {few:.0f} MB over a tenth of them, {many:.0f} MB over all")
        assert many < few * GROWTH, "memory grows with the stream"


def hostile_stream(articles: list[RawArticle], seed: int = 7) -> None:
    """Articles cut, doubled, shuffled and mixed with control characters are annotated as any other."""
    rng = random.Random(seed)
    noise = ["\u202e", "\x00", "\ufeff", "«", '"', "\ud800", "😀", "\u0640" * 50, "(" * 200, "9" * 400]
    broken = []
    for n, a in enumerate(articles):
        cut = sorted(rng.randrange(len(a.text) + 1) for _ in range(4))
        parts = [a.text[i:j] for i, j in zip([0, *cut], [*cut, len(a.text)], strict=True)]
        rng.shuffle(parts)
        broken.append({"id": f"{n}", "text": rng.choice(noise).join(parts), "date": a.date})
    done = subprocess.run(
        [sys.executable, "-m", "tawatur", "annotate", "-"],
        input="".join(json.dumps(b) + "\n" for b in broken).encode(),
        capture_output=True,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode in (0, 3), done.stderr.decode()[-500:]
    assert [x["id"] for x in lines] == [b["id"] for b in broken], "articles lost or out of order"
    print(f"hostile stream: {len(lines):,} articles, none lost, exit {done.returncode}")


def kills(times: int, seed: int = 7) -> None:
    """A report into a store, killed at random moments, ends in the dossier of a run that was never killed."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        whole, killed = Path(folder) / "whole.json", Path(folder) / "killed.json"
        base = [sys.executable, "-m", "tawatur", "report", str(EXAMPLE), "--format", "json"]
        start = time.perf_counter()
        subprocess.run([*base, "-o", str(whole)], capture_output=True, check=False)
        full = time.perf_counter() - start
        command = [*base, "--store", str(Path(folder) / "affair.db"), "-o", str(killed)]
        finished = 0
        for _ in range(times):
            run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                run.wait(rng.uniform(0.05, 1.1) * full)
                finished += 1
            except subprocess.TimeoutExpired:
                run.kill()
                run.wait()
        subprocess.run(command, capture_output=True, check=False)
        same = {k: v for k, v in json.loads(whole.read_text("utf-8")).items() if k != "made"}
        now = {k: v for k, v in json.loads(killed.read_text("utf-8")).items() if k != "made"}
        assert now == same, "the killed store gives another dossier"
        print(
            f"kills: {times - finished} of {times} runs killed midway; the last gives the dossier of a run never killed"
        )


def main() -> None:
    """Run all three."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--articles", type=int, default=20000)
    ap.add_argument("--kills", type=int, default=25)
    ap.add_argument("--news")
    args = ap.parse_args()
    articles, source = load(args.articles, args.news)
    print(f"{len(articles):,} articles ({source})")
    long_stream(articles)
    hostile_stream(articles[:2000])
    kills(args.kills)


if __name__ == "__main__":
    main()
