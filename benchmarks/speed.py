"""Articles a second of each stage and of the whole, on one core, beside other tools on the same articles in the same run.

    python benchmarks/speed.py [--articles 2000] [--news FILE.jsonl.gz]

All times are processor time of this process. Peers that are not installed are named as such: dateparser, mahad (Maha) and
spacy. Install them in an environment of their own, put at the end of PYTHONPATH; dateparser and mahad want different versions
of one library, so each needs its own run. Without a news collection beside the repository the example's articles are
repeated; the figures say which was used.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tawatur.attribute import attribute
from tawatur.batch.local import run
from tawatur.clean import clean
from tawatur.events import code
from tawatur.find import cues, names, quantities, quotes, times
from tawatur.model import wire
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis
from tawatur.pipeline import analyse_article
from tawatur.read import read
from tawatur.resolve import resolve
from tawatur.split import split

HERE = Path(__file__).resolve().parent
NEWS = HERE.parent.parent / "shared/news"
PATTERNS = 20_000


def load(n: int, path: str | None) -> tuple[list[RawArticle], str]:
    """`n` articles, and where they come from."""
    files = [Path(path)] if path else sorted(NEWS.glob("*.jsonl.gz"))
    known = set(RawArticle.__dataclass_fields__)
    out: list[RawArticle] = []
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if len(out) >= n * (files.index(file) + 1) // len(files):
                    break
                if number % 7 == 0:
                    out.append(RawArticle(**{k: v for k, v in json.loads(line).items() if k in known}))
    if out:
        return out, ", ".join(f.name for f in files)
    example = [a for a in read([str(HERE.parent / "examples/talbulaq")]) if isinstance(a, RawArticle)]
    return (example * (n // len(example) + 1))[:n], "the example affair, repeated"


def timed(work: Callable[[Any], Any], items: list[Any]) -> tuple[float, list[Any]]:
    """Processor seconds, and the results."""
    start = time.process_time()
    out = [work(x) for x in items]
    return time.process_time() - start, out


def scan_patterns() -> Any:
    """An automaton over the words of the package's own lists: what finding words alone costs."""
    import ahocorasick

    package = HERE.parent / "src/tawatur"
    words = {
        w
        for p in sorted(package.rglob("ar.*.tsv"))
        for w in p.read_text("utf-8").split()
        if len(w) > 2 and not w.isascii()
    }
    automaton = ahocorasick.Automaton()
    for w in sorted(words)[:PATTERNS]:
        automaton.add_word(w, w)
    automaton.make_automaton()
    return automaton


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser()
    ap.add_argument("--articles", type=int, default=2000)
    ap.add_argument("--news")
    args = ap.parse_args()
    articles, source = load(args.articles, args.news)
    size = sum(len(a.text.encode()) for a in articles)
    for a in articles[:50]:
        analyse_article(a)  # tables and caches are loaded once a process
    n = len(articles)
    print(f"{n} articles, {size / 1e6:.1f} MB ({source})\n")
    print(f"{'stage':14s} {'s':>7s} {'articles/s':>11s} {'ms/article':>11s}")

    def row(name: str, seconds: float) -> None:
        print(f"{name:14s} {seconds:7.2f} {n / seconds if seconds else 0:11.0f} {1000 * seconds / n:11.3f}")

    each, before = [], time.process_time()
    for _ in run(iter(articles), annotated, jobs=1):  # as the command does it, and before any stage has met the words
        now = time.process_time()
        each.append(now - before)
        before = now
    row("annotate", sum(each))
    print("stage by stage, once the words of these articles are known:")
    s, docs = timed(clean, articles)
    row("clean", s)
    s, docs = timed(split, docs)
    row("split", s)
    found: dict[str, list[Any]] = {}
    for name, finder in (
        ("cues", cues),
        ("quotes", quotes),
        ("times", times),
        ("quantities", quantities),
        ("names", names),
    ):
        s, found[name] = timed(finder.find, docs)
        row(f"find {name}", s)
    s, resolved = timed(lambda x: resolve(*x), list(zip(docs, found["names"], strict=True)))
    row("resolve", s)
    items = list(zip(docs, found["cues"], found["quotes"], resolved, strict=True))
    s, said = timed(lambda x: attribute(x[0], x[1], x[2], x[3][1], x[3][2]), items)
    row("attribute", s)
    analyses = [
        Analysis(
            document=d,
            cues=found["cues"][i],
            names=resolved[i][0],
            references=resolved[i][1],
            times=found["times"][i],
            quantities=found["quantities"][i],
            quotes=found["quotes"][i],
            attributions=said[i][0],
            claims=said[i][1],
            entities=resolved[i][2],
        )
        for i, d in enumerate(docs)
    ]
    s, _ = timed(code, analyses)
    row("events", s)
    print()
    beside(articles, each)
    print(
        f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (holds all results)"
    )
    for count in (200, n):
        print(f"peak memory of `tawatur annotate --jobs 1` over {count} articles: {streamed(articles[:count]):.0f} MB")
    start = [subprocess_cpu([sys.executable, "-m", "tawatur", "--help"]) for _ in range(5)]
    print(f"processor time of `tawatur --help`: {sorted(start)[2]:.2f} s (median of 5)")


def annotated(article: RawArticle) -> str:
    """One line of `tawatur annotate`."""
    return json.dumps(wire.annotation(analyse_article(article)), ensure_ascii=False)


def scan_peer() -> tuple[str, Callable[[str], Any]]:
    """What finding words alone costs."""
    automaton = scan_patterns()
    return f"one scan for {len(automaton):,} words", lambda text: sum(1 for _ in automaton.iter(text))


def dateparser_peer() -> tuple[str, Callable[[str], Any]]:
    """Dates alone."""
    import dateparser.search

    return "dateparser.search_dates", lambda text: dateparser.search.search_dates(text, languages=["ar"])


def maha_peer() -> tuple[str, Callable[[str], Any]]:
    """Times alone."""
    from maha.parsers.functions import parse_dimension

    return "Maha's time parser", lambda text: parse_dimension(text, time=True)


def spacy_peer() -> tuple[str, Callable[[str], Any]]:
    """Tokens alone."""
    import spacy

    pipe = spacy.blank("ar")
    pipe.max_length = 10**7
    return "spaCy's blank Arabic tokenizer", pipe


PEERS = (
    ("ahocorasick", scan_peer, 2000, None),
    ("dateparser", dateparser_peer, 60, 2),
    ("maha", maha_peer, 20, 50),
    ("spacy", spacy_peer, 2000, None),
)
"""What must be installed, the peer, how many articles it reads at most, and how many times faster we mean to be."""


def beside(articles: list[RawArticle], ours: list[float]) -> None:
    """Everything we do beside what others do: our time over the articles that the peer reads, from the one run over all."""
    for package, peer, most, wanted in PEERS:
        try:
            name, work = peer()
        except ImportError:
            print(f"{package} is not installed: no comparison with it")
            continue
        step = max(1, len(articles) // most)
        texts = [a.text for a in articles[::step][:most]]
        work(texts[0])  # its tables are loaded once, as ours were
        theirs, _ = timed(work, texts)
        here, each = sum(ours[::step][:most]) / len(texts), theirs / len(texts)
        ratio = f"{each / here:.2f} times as fast" if each > here else f"{here / each:.1f} times as slow"
        aim = f" (aim: {wanted})" if wanted else ""
        print(
            f"annotate is {ratio}{aim} as {name}: {1000 * here:.2f} and {1000 * each:.3f} ms an article, {len(texts)} articles"
        )


def streamed(articles: list[RawArticle]) -> float:
    """Peak memory in MB of the command over a file with `articles` (as Linux counts it for the program alone)."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_text(
            "".join(
                json.dumps({"id": a.id, "text": a.text, "date": a.date}, ensure_ascii=False) + "\n" for a in articles
            ),
            "utf-8",
        )
        code_ = (
            "import re,sys;from pathlib import Path;from tawatur.app.cli.main import main\n"
            f"sys.argv=['tawatur','annotate','--jobs','1',{str(path)!r}]\n"
            "try:\n main()\nexcept SystemExit:\n pass\n"
            "sys.stderr.write('PEAK '+re.search(r'VmHWM:\\s*(\\d+)',Path('/proc/self/status').read_text())[1])"
        )
        done = subprocess.run([sys.executable, "-c", code_], capture_output=True, text=True, check=True)
        return int(done.stderr.rsplit("PEAK ", 1)[1]) / 1024


def subprocess_cpu(command: list[str]) -> float:
    """Processor seconds of one run of `command`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
