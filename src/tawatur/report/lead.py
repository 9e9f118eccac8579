"""The affair in ten lines: what an editor must know before reading on. And the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.model.event import Estimate
from tawatur.model.ledger import Moment
from tawatur.model.span import Span
from tawatur.report import words
from tawatur.report.evidence import FindingView
from tawatur.report.lines import Desk
from tawatur.report.places import Spot
from tawatur.report.words import Both, ui
from tawatur.text import tell
from tawatur.text.edtf import period
from tawatur.text.label import outlet_of, quotation, series_order

LINES = 10
MONTH = 31
RECENT = 2
"""Years before the first article from which on something belongs to the affair and is no history."""
_DIFFER = ("contradicts", "disputed", "updates", "differs_in_scope", "quote_drift")


@dataclass(frozen=True, slots=True)
class Line:
    """One of the ten lines: a label, the text, and where it leads (a place in a text, or a part of the page)."""

    css: str
    label: Both
    text: Both
    spot: Spot | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class MomentView:
    """One line of the timeline."""

    edtf: str
    year: str
    time: Both
    what: Both
    spots: tuple[tuple[Both, Spot], ...]
    vague: bool
    near: bool


def lead(desk: Desk, found: Sequence[FindingView], moments: Sequence[MomentView]) -> list[Line]:
    """At most ten: the material; where accounts differ; the weightiest figures; what is common; first and last."""
    differing = _varied([f for f in found if f.kind in _DIFFER], 4)
    named = [f for f in found if f.kind == "wording"][:1]
    told = {e for f in desk.dossier.findings if f.kind in _DIFFER for e in f.estimates}
    ends = _ends(moments)
    room = LINES - 1 - len(differing) - len(named) - len(ends)
    weighty = _figures(desk, told)[: max(2, room - 1)]
    agreed = [f for f in found if f.kind == "agrees"][: room - len(weighty)]
    lines = [
        _cover(desk),
        *(Line(f.kind, f.label, _differs(f), href=f"#{f.id}") for f in differing),
        *weighty,
        *(Line(f.kind, f.label, _common(f), href=f"#{f.id}") for f in agreed),
        *(Line(f.kind, f.label, _names(f), href=f"#{f.id}") for f in named),
        *ends,
    ]
    return [replace(line, text=Both(line.text.ar, tell.sentence(line.text.en))) for line in lines]


def _varied(found: Sequence[FindingView], most: int) -> list[FindingView]:
    """The first of each kind, then the second of each, and so on; told in the order given."""
    seen: Counter[str] = Counter()
    rank: dict[str, tuple[int, int]] = {}
    for i, f in enumerate(found):
        rank[f.id] = (seen[f.kind], i)
        seen[f.kind] += 1
    chosen = set(sorted(rank, key=lambda i: rank[i])[:most])
    return [f for f in found if f.id in chosen]


def _cover(desk: Desk) -> Line:
    d = desk.dossier
    dates = sorted(x[:10] for x in desk.date.values() if x)
    named = {desk.labels.outlet(a.id, "ar") for a in d.analyses if outlet_of(a.document)}
    without = sum(1 for a in d.analyses if not outlet_of(a.document))
    outlets = words.count(len(named), "outlets") if named else ui("no_outlet")
    if named and without:
        outlets = ui("some_outlets", outlets=outlets, n=words.count(without, "articles"))
    parts = {"articles": words.count(len(d.analyses), "articles"), "outlets": outlets}
    if not dates:
        text = ui("cover_undated", **parts)
    elif dates[0] == dates[-1]:
        text = ui("cover_one", **parts, first=words.time(dates[0]))
    else:
        text = ui("cover", **parts, first=words.time(dates[0]), last=words.time(dates[-1]))
    copies = sum(1 for p in d.placements if p.how)
    if copies:
        more = ui("cover_copies", n=words.count(copies, "articles"))
        text = Both(f"{text.ar} {more.ar}.", f"{text.en} {more.en}.")
    return Line("cover", ui("lead_cover"), text, href="#articles")


def _figures(desk: Desk, told: set[str]) -> list[Line]:
    """Of each thing counted the newest figure of the series that most articles tell, unless a finding tells it already.

    History is left out: a toll of another war that an article recalls is not this affair's.
    """
    best: dict[tuple[str, str], list[Estimate]] = {}
    began = min((d[:10] for d in desk.date.values() if d), default="")
    for group in series_order(desk.dossier.estimates):
        thing = group[0].measure, group[0].of_en or group[0].of_ar
        if group[0].measure == "other" or _recalled(group[-1], began):
            continue
        if thing not in best or _spread(group) > _spread(best[thing]):
            best[thing] = group
    fresh = [g for g in best.values() if not told & {e.id for e in g} and not g[-1].part_of]
    return [_figure(g[-1], desk) for g in sorted(fresh, key=_spread, reverse=True)]


def _recalled(e: Estimate, began: str) -> bool:
    """Whether a figure counts what began or held years before the first article."""
    p = period(e.over) or period(e.as_of)
    return p is not None and began[:4].isdigit() and p.first.year < int(began[:4]) - RECENT


def _spread(group: Sequence[Estimate]) -> int:
    """How many articles tell a series; what is no more than pledged or rumoured counts for less than one."""
    return len({e.article for e in group}) if group[0].standing == "happened" else 0


def _figure(e: Estimate, desk: Desk) -> Line:
    parts = {"what": words.how_many(e), "origin": words.in_sentence(desk.labels, e)}
    when = e.over or e.as_of
    text = ui("lead_figure_dated", **parts, when=words.time(when)) if when else ui("lead_figure_line", **parts)
    return Line("figure", ui("lead_figure"), text, spot=desk.places.spot(e.article, e.span))


def _differs(f: FindingView) -> Both:
    """Why, with the words that it is about where the sentence does not say so itself."""
    if f.kind == "quote_drift":
        return f.why
    quotes = [about[about.find("\u00ab") :] if "\u00ab" in about else about for about in f.about]
    pairs = zip(f.about, f.why, quotes, strict=True)
    if all(about.lower() in why.lower() or quote in why for about, why, quote in pairs):
        return f.why
    return ui("lead_claim", why=f.why, quote=Both(*quotes))


def _common(f: FindingView) -> Both:
    return ui("lead_agrees", backing=f.backing, about=f.figure or f.about)


def _names(f: FindingView) -> Both:
    names = [f"\u00ab{n.term}\u00bb" for n in f.namings[:5]]
    return ui("lead_names", about=f.about, names=words.joined([Both(n, n) for n in names])) if names else f.why


def _ends(moments: Sequence[MomentView]) -> list[Line]:
    """What most articles tell (where none is told by two, the first thing), and the last thing; no times vaguer than a month."""
    near = [m for m in moments if m.near] or list(moments)
    if not near:
        return []
    most = max(near, key=lambda m: len(m.spots))
    head = ("lead_most", most) if len(most.spots) > 1 else ("lead_first", near[0])
    lines = []
    for name, m in (head, ("lead_last", near[-1]))[: 2 if near[-1] is not head[1] else 1]:
        text = Both(f"{m.time.ar}: {m.what.ar}", f"{m.time.en}: {m.what.en}")
        lines.append(Line("moment", ui(name), text, spot=m.spots[0][1] if m.spots else None))
    return lines


def timeline(desk: Desk) -> list[MomentView]:
    """The dossier's moments in order; a vague time is told as vague."""
    return [_moment(m, desk) for m in desk.dossier.timeline]


def _found(m: Moment, desk: Desk) -> list[tuple[Both, Spot]]:
    """Where the moment's own words stand in its articles, when no claim holds them."""
    out = []
    for article in m.articles:
        text = desk.analyses[article].document.text
        at = text.find(m.what_ar)
        spot = desk.places.spot(article, Span.of(text, at, at + len(m.what_ar))) if at >= 0 else None
        if spot:
            out.append((words.outlet(desk.labels, article), spot))
    return out


def _moment(m: Moment, desk: Desk) -> MomentView:
    spots: dict[str, tuple[Both, Spot]] = {}
    for ident in m.claims:
        claim = desk.claims.get(ident)
        if claim and claim.article not in spots and (spot := desk.places.spot(claim.article, claim.content)):
            spots[claim.article] = (words.outlet(desk.labels, claim.article), spot)
    first = m.time.split("/")[0]
    return MomentView(
        edtf=m.time,
        year=first[:4] if first[:4].isdigit() else "",
        time=words.time(m.time),
        what=Both(quotation(m.what_ar), m.what_en),
        spots=tuple(spots.values() or _found(m, desk)),
        vague=any(sign in m.time for sign in "~?%"),
        near=(p := period(m.time)) is not None and not p.open and p.days <= MONTH,
    )
