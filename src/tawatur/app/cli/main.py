"""`tawatur`: the commands. Each reads named files, folders or `-` and writes standard output.

Exit status:

0 where all was read, 3 where some was not (a problem says what), 2 where the call was wrong.
Only this light file is imported at start-up; what a command needs is imported when it runs.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from tawatur.errors import TawaturError

app = typer.Typer(
    name="tawatur",
    help="Reads Arabic news about an affair: what is said to have happened, who says so first, how many independent "
    "origins stand behind it, and where accounts differ; every answer pinned to the characters that carry it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[
    list[str], typer.Argument(help="files or folders (.jsonl .txt .html .csv .xml .warc …), or - for standard input")
]
Dates = Annotated[
    list[str], typer.Option("--date", metavar="ID=DAY", help="date of publication of one article; may be repeated")
]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="processes; all cores by default once it pays")]


@app.callback(invoke_without_command=True)
def version(*, show: Annotated[bool, typer.Option("--version", help="print the version and leave")] = False) -> None:
    """Show the version."""
    if show:
        from tawatur import __version__

        typer.echo(f"tawatur {__version__}")
        raise typer.Exit


@app.command()
def annotate(paths: Paths, date: Dates = [], jobs: Jobs = None) -> None:  # noqa: B006 - typer copies it
    """Print what each article holds: who says what, how many, when, who; one JSON object a line."""
    from tawatur.app.cli.articles import annotate as run

    run(paths, date, jobs)


@app.command()
def stories(paths: Paths, date: Dates = [], jobs: Jobs = None) -> None:  # noqa: B006
    """Print which articles report the same happening, and who took whose text; one JSON object a line."""
    from tawatur.app.cli.articles import stories as run

    run(paths, date, jobs)


@app.command()
def report(
    paths: Annotated[
        list[str] | None, typer.Argument(help="files or folders, or -; may be left out where --store has articles")
    ] = None,
    date: Dates = [],  # noqa: B006
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="where to write; - is standard output")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="html|json|md|csv", help="what to write")] = "html",
    store: Annotated[
        str | None,
        typer.Option(metavar="FILE.db", help="keep articles and results; only what changed is computed again"),
    ] = None,
    jobs: Jobs = None,
) -> None:
    """Write the dossier of an affair: timeline, figures, claims with their origins, differences, wording, lineage."""
    from tawatur.app.cli.dossier import report as run

    run(paths or [], date, output, form, store, jobs)


@app.command()
def explain(
    paths: Paths,
    date: Dates = [],  # noqa: B006
    at: Annotated[
        str | None, typer.Option(metavar="ID:OFFSET", help="only what stands at this place of this article")
    ] = None,
    finding: Annotated[str | None, typer.Option(metavar="ID", help="only this finding")] = None,
    misses: Annotated[int, typer.Option(help="how many near misses to show for each kind of finding")] = 10,
) -> None:
    """Say which rule and which words gave each result, and which findings were considered and not asserted."""
    from tawatur.app.cli.explain import explain as run

    run(paths, date, at, finding, misses)


@app.command()
def compare(pairs: Paths) -> None:
    """Say how two sentences stand to each other: agrees, contradicts, updates, differs in scope, unrelated."""
    from tawatur.app.cli.phrases import compare as run

    run(pairs)


@app.command()
def parse(
    phrases: Paths,
    sort: Annotated[
        str, typer.Option("--as", metavar="number|ordinal|percent|time|length", help="what each phrase is")
    ] = "number",
    *,
    find: Annotated[bool, typer.Option("--find", help="find all such expressions inside each phrase")] = False,
) -> None:
    """Give the value of single phrases: numbers, ordinals, percents, times, lengths of time."""
    from tawatur.app.cli.phrases import parse as run

    run(phrases, sort, find=find)


@app.command()
def evaluate(
    paths: Annotated[str, typer.Argument(metavar="ARTICLES", help="articles, JSON Lines")],
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="gold annotations, JSON Lines")],
    errors: Annotated[int, typer.Option(help="list this many errors of each kind, the commonest kind first")] = 0,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="figures as one JSON object")] = False,
) -> None:
    """Score attributions, quantities and times against gold annotations, with the errors by kind, worst first."""
    from tawatur.app.cli.evaluate import evaluate as run

    run(paths, gold, errors, as_json=as_json)


def main() -> None:
    """Run one command; a caller's mistake is one clear line and status 2."""
    for stream in (sys.stdout, sys.stderr):  # the same bytes whatever the locale; a file's name may be no text at all
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except TawaturError as e:
        sys.stderr.write(f"tawatur: {e}\n")
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has gone: nothing to say and nobody to say it to
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
