"""Findings with their evidence: who carries which sentence, through whom, and which words differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.model.claim import Claim
from tawatur.model.ledger import Finding
from tawatur.report import words
from tawatur.report.differ import differing
from tawatur.report.lines import Desk, Step
from tawatur.report.marked import Mark
from tawatur.report.places import Spot
from tawatur.report.words import Both
from tawatur.text.arabic import key
from tawatur.text.label import names as term_names
from tawatur.text.tell import sentence
from tawatur.text.words import ARTICLE

KINDS = ("contradicts", "disputed", "updates", "differs_in_scope", "quote_drift", "wording", "agrees")
"""In the order in which an editor wants to see them."""

_TERM = re.compile("\u00ab([^\u00bb]+)\u00bb: (.+?)(?=[;\u061b] \u00ab|$)")
"""One name of a wording finding's `why`, in guillemets, and who uses it; clauses end at a semicolon of either script."""


_QUOTED = re.compile("\u00ab([^\u00bb]+)\u00bb")
"""What a finding's `why` quotes."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One article that carries a sentence: its chain, its date, its place."""

    chain: tuple[Step, ...]
    date: Both
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of one first speaker, with every article that carries it."""

    origin: Both
    values: tuple[Both, ...]
    mode: Both
    mode_css: str
    sentence: Markup
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of a thing, and who uses it."""

    term: str
    users: Both


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding as the page shows it."""

    id: str
    kind: str
    label: Both
    about: Both
    head: Both
    why: Both
    backing: Both
    parties_said: Both
    names: Both
    figure: Both
    sides: tuple[Side, ...]
    namings: tuple[Naming, ...]


def findings(desk: Desk) -> list[FindingView]:
    """All findings, the ones that need an editor's eye first, those with most articles first among their kind."""
    measures = term_names("measures")

    def weight(f: Finding) -> tuple[int, int, int, int, str]:
        """By kind; lives before things, as the table of measures has them; then by how much is behind it."""
        told = [measures.index(desk.estimates[e].measure) for e in f.estimates if e in desk.estimates]
        return KINDS.index(f.kind), min(told, default=0), -len(f.articles), -len(f.claims), f.id

    ordered = sorted(desk.dossier.findings, key=weight)
    return [_view(f, desk) for f in ordered]


def _view(f: Finding, desk: Desk) -> FindingView:
    speakers = [words.origin(desk.labels, o) for o in f.origins]
    few_parties = f.parties and len(f.parties) < f.independent_origins
    parties = Both("", "")
    if few_parties:
        speak, belong = words.count(f.independent_origins, "speakers"), words.count(len(f.parties), "parties")
        parties = words.joined([speak, belong])
    return FindingView(
        id=f.id,
        kind=f.kind,
        label=words.term("kinds", f.kind),
        about=Both(f.about_ar, f.about_en),
        head=Both(f.about_ar, sentence(f.about_en)),
        why=Both(f.why_ar, sentence(f.why_en)),
        backing=words.joined([words.count(len(f.articles), "articles"), words.count(f.independent_origins, "origins")]),
        parties_said=parties,
        names=words.joined(speakers),
        figure=_figure(f, desk),
        sides=_sides(f, desk),
        namings=_namings(f) if f.kind == "wording" else (),
    )


def _figure(f: Finding, desk: Desk) -> Both:
    """The figure that a finding begins with, as a sentence says it."""
    first = next((desk.estimates[e] for e in f.estimates if e in desk.estimates), None)
    return words.how_many(first) if first is not None else Both("", "")


def _namings(f: Finding) -> tuple[Naming, ...]:
    arabic, english = _TERM.findall(f.why_ar), dict(_TERM.findall(f.why_en))
    return tuple(Naming(term, Both(users, english.get(term, users))) for term, users in arabic)


def _sides(f: Finding, desk: Desk) -> tuple[Side, ...]:
    """The finding's claims, those with one sentence by one speaker put together; in order of time."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for c in sorted((desk.claims[i] for i in f.claims if i in desk.claims), key=lambda c: _when(c, desk)):
        groups.setdefault((key(" ".join(c.sentence.text.split())), c.origin), []).append(c)
    heads = [g[0] for g in groups.values()]
    if f.kind in ("wording", "quote_drift"):
        marks = [_names(c, f) for c in heads]
    elif f.rule.startswith("contradicts.date"):
        marks = [_times(c, desk) for c in heads]
    else:
        marks = _differences(heads)
    wanted = set(f.estimates)
    return tuple(_side(g, m, wanted, desk) for g, m in zip(groups.values(), marks, strict=True))


def _side(group: Sequence[Claim], marks: list[Mark], wanted: set[str], desk: Desk) -> Side:
    head = group[0]
    figures = [e for e in desk.by_claim.get(head.id, ()) if e.id in wanted]
    shown = marks + [Mark(e.span.start, e.span.end, "fig") for e in figures]
    if not figures:
        shown.append(Mark(head.content.start, head.content.end, "said"))
    carriers: dict[tuple[str, int], Carrier] = {}
    for c in group:
        target = next((e.span for e in desk.by_claim.get(c.id, ()) if e.id in wanted), c.content)
        carriers.setdefault(
            (c.article, target.start),
            Carrier(desk.chain(c), words.time(desk.date.get(c.article)), desk.places.spot(c.article, target)),
        )
    return Side(
        origin=words.origin(desk.labels, head.origin, head.article),
        values=tuple(dict.fromkeys(words.value(e.low, e.high, e.approx) for e in figures)),
        mode=words.term("modes", head.mode),
        mode_css=head.mode,
        sentence=desk.sentence(head, shown),
        carriers=tuple(carriers.values()),
    )


def _when(c: Claim, desk: Desk) -> tuple[str, str, int]:
    return desk.date.get(c.article) or "9999", c.article, c.content.start


def _differences(heads: Sequence[Claim]) -> list[list[Mark]]:
    """Against the first sentence that it resembles, each sentence's own words; the first one against the second."""
    marks: list[list[Mark]] = [[] for _ in heads]
    for i, c in enumerate(heads):
        for j, other in enumerate(heads):
            if i == j:
                continue
            own, _ = differing(c.sentence.text, other.sentence.text)
            if own:
                at = c.sentence.start
                marks[i] = [Mark(at + a, at + b, "diff") for a, b in own]
                break
    return marks


def _times(c: Claim, desk: Desk) -> list[Mark]:
    """Where a sentence tells a time: what disagrees where dates do. Lengths of time are no dates."""
    dates = (t for t in desk.analyses[c.article].times if t.sort != "length" and t.edtf)
    return [Mark(t.span.start, t.span.end, "fig", t.edtf or "") for t in dates]


def _names(c: Claim, f: Finding) -> list[Mark]:
    """Where the words that a finding quotes stand in a sentence, with or without their article."""
    out = []
    for term in _QUOTED.findall(f.why_ar):
        bare = term.removeprefix(ARTICLE)
        for m in re.finditer(re.escape(bare), c.sentence.text):
            start = m.start() - len(ARTICLE) if c.sentence.text[: m.start()].endswith(ARTICLE) else m.start()
            out.append(Mark(c.sentence.start + start, c.sentence.start + m.end(), "fig"))
    return out
