"""`explain`: which rule and which words gave each result, and what was considered and not asserted."""

from __future__ import annotations

import sys

from tawatur.app.cli.common import articles, complain, leave, lost
from tawatur.errors import TawaturError
from tawatur.model.ledger import Analysis
from tawatur.model.problem import Problem
from tawatur.pipeline import analyse_article, explain_dossier


def _place(at: str) -> tuple[str, int]:
    name, sign, offset = at.rpartition(":")
    if not sign or not offset.isdigit():
        raise TawaturError(
            f"--at {at!r}: write ID:OFFSET, the article's id and a character's number, for example a17:250"
        )
    return name, int(offset)


def _lines(analysis: Analysis, offset: int | None) -> list[tuple[int, str]]:
    """Every result of one article as (offset, line); with `offset` only those that stand there."""
    out: list[tuple[int, str]] = []

    def add(start: int, end: int, line: str) -> None:
        if offset is None or start <= offset < end:
            out.append((start, f"{start}–{end}  {line}"))

    for n in analysis.document.noise:
        add(n.span.start, n.span.end, f"noise ({n.reason}) «{_short(n.span.text)}»  rule {n.rule}")
    for sort, mentions in (
        ("name", analysis.names),
        ("time", analysis.times),
        ("quantity", analysis.quantities),
        ("quote", analysis.quotes),
    ):
        for m in mentions:
            value = getattr(m, "edtf", None) or getattr(m, "entity", None) or ""
            if sort == "quantity":
                value = f"{getattr(m, 'low')}–{getattr(m, 'high')} {getattr(m, 'unit')}"  # noqa: B009
            add(m.span.start, m.span.end, f"{sort} «{_short(m.span.text)}» {value}  rule {m.rule}")
    for a in analysis.attributions:
        speaker = (a.source or a.refers_to).text if (a.source or a.refers_to) else "?"  # type: ignore[union-attr]
        chain = " ← ".join(k.role + (f" «{k.name.text}»" if k.name else "") for k in a.chain)
        add(
            a.cue.start,
            a.cue.end,
            f"attribution «{a.cue.text}» by «{speaker}», {a.kind}, {a.mode}; {chain}  rule {a.rule}",
        )
    for e in analysis.events:
        add(e.trigger.start, e.trigger.end, f"event {e.type} «{e.trigger.text}», happened: {e.happened}  rule {e.rule}")
    for x in analysis.estimates:
        add(
            x.span.start,
            x.span.end,
            f"estimate {x.measure} «{x.span.text}», {x.standing}, origin {x.origin}  rule {x.rule}",
        )
    return sorted(out)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else flat[:67] + "…"


def explain(paths: list[str], given: list[str], at: str | None, finding: str | None, misses: int) -> None:
    """Print the rules behind results."""
    only = _place(at) if at else None
    analyses, problems = [], False
    for item in articles(paths, given):
        if isinstance(item, Problem):
            problems |= lost(item)
            complain(item)
        else:
            analyses.append(analyse_article(item))
    say = sys.stdout.write
    if only and all(a.id != only[0] for a in analyses):
        raise TawaturError(f"--at: no article {only[0]!r}; there are {', '.join(a.id for a in analyses[:10])}")
    if finding is None:
        for a in analyses:
            if only is None or a.id == only[0]:
                say(f"{a.id}\n" + "".join(f"  {line}\n" for _, line in _lines(a, only[1] if only else None)))
    if only is None:
        dossier, considered = explain_dossier(analyses, misses)
        shown = [f for f in dossier.findings if finding in (None, f.id)]
        if finding and not shown:
            raise TawaturError(
                f"--finding {finding!r}: no such finding; there are {', '.join(f.id for f in dossier.findings[:10]) or 'none'}"
            )
        say("findings\n")
        for f in shown:
            say(f"  {f.id}  {f.kind}: {f.why_en}\n    rule {f.rule}; claims {', '.join(f.claims)}\n")
        if finding is None:
            say("considered and not asserted\n")
            for kind, found in considered.items():
                for line in found:
                    say(f"  {kind}: {line}\n")
    leave(problems=problems)
