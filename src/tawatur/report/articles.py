"""The articles: lineage, evidence, and the full text with every mention marked by its kind."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from tawatur.model.ledger import Analysis
from tawatur.report import words
from tawatur.report.lines import Desk
from tawatur.report.marked import Mark, pieces
from tawatur.report.words import Both, ui
from tawatur.text.known import english
from tawatur.text.label import clean, outlet_of, title


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as the page shows it."""

    n: int
    id: str
    title: str
    outlet: Both
    named: bool
    date: Both
    date_is: Both
    url: str | None
    hows: tuple[Both, ...]
    sources: tuple[tuple[Both, int | None], ...]
    evidence: tuple[Both, ...]
    siblings: tuple[tuple[int, Both], ...]
    story: tuple[tuple[int, Both], ...]
    lang: str
    rtl: bool
    claims: Both
    text: Markup


def link(url: str | None) -> str | None:
    """The address if it is a web page's; anything else (javascript:, data:, file:) is no link.

    >>> link("https://example.org/a"), link("javascript:alert(1)"), link("http:x")
    ('https://example.org/a', None, None)
    """
    if not url:
        return None
    address = clean(url.strip())
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def articles(desk: Desk) -> list[ArticleView]:
    """All articles in order of publication. Call it last: the texts carry an anchor for all that was pointed at before."""
    groups: dict[str, list[str]] = {}
    for p in desk.dossier.placements:
        for group in {p.copy_group, p.story} - {None}:
            groups.setdefault(str(group), []).append(p.id)
    ordered = sorted(desk.dossier.analyses, key=lambda a: (a.document.article.date or "9999", a.id))
    return [_view(a, desk, groups) for a in ordered]


def _others(group: str | None, groups: dict[str, list[str]], n: int, desk: Desk) -> list[tuple[int, Both]]:
    """The other articles of a group, by number and outlet."""
    found = [(desk.places.number[i], words.outlet(desk.labels, i)) for i in groups.get(group or "", ())]
    return [x for x in found if x[0] != n]


def _view(a: Analysis, desk: Desk, groups: dict[str, list[str]]) -> ArticleView:
    raw, n = a.document.article, desk.places.number[a.id]
    p = next((p for p in desk.dossier.placements if p.id == a.id), None)
    hows = [p.how] if p and p.how else []
    hows += [m.how for m in a.document.making if m.how not in hows]
    copies = _others(p.copy_group, groups, n, desk) if p else []
    ends = desk.places.targets(a.id)
    known = desk.places.number
    return ArticleView(
        n=n,
        id=raw.id,
        title=title(a.document),
        outlet=words.outlet(desk.labels, a.id),
        named=bool(outlet_of(a.document)),
        date=words.time(raw.date),
        date_is=words.reason(raw.date_is) if raw.date_is and raw.date_is != "given" else Both("", ""),
        url=link(raw.url),
        hows=tuple(words.term("hows", h) for h in hows),
        sources=tuple((_source(s, desk), known.get(s)) for s in (p.derived_from if p else ())),
        evidence=tuple(words.reason(x) for x in p.evidence) if p else (),
        siblings=tuple(copies),
        story=tuple(x for x in _others(p.story, groups, n, desk) if x not in copies) if p else (),
        lang=a.document.lang,
        rtl=a.document.lang in ("ar", "fa", "ur", "he", "ckb", "ps"),
        claims=words.count(len(a.claims), "claims"),
        text=pieces(raw.text, _marks(a, desk), {start: f"a-{n}-{start}" for start in ends}, ends),
    )


def _source(name: str, desk: Desk) -> Both:
    """What an article was taken from: another article by its outlet, or an agency by name."""
    if name in desk.analyses:
        return words.outlet(desk.labels, name)
    known_ = desk.labels.entities.get(name)
    return words.entity(desk.labels, name) if known_ else Both(name, english.outlet(name))


def _says(name: str, value: str = "") -> str:
    both = ui(name)
    return f"{both.ar} · {both.en}" + (f": {value}" if value else "")


def _marks(a: Analysis, desk: Desk) -> list[Mark]:
    """Every mention with its kind as class and its value as tooltip."""
    out = [Mark(x.span.start, x.span.end, "m-noise", _says("noise", x.reason)) for x in a.document.noise]
    out += [Mark(q.span.start, q.span.end, "m-quote", _says("quote")) for q in a.quotes if not q.is_name]
    named = set()
    for n in a.names:
        named.add((n.span.start, n.span.end))
        label = desk.labels.entity(n.entity, "en") if n.entity else n.type
        out.append(Mark(n.span.start, n.span.end, "m-name", _says("name", label)))
    for r in a.references:
        if (r.span.start, r.span.end) not in named and r.how in ("role", "metonym", "anaphor"):
            out.append(Mark(r.span.start, r.span.end, "m-name", _says("name", desk.labels.entity(r.entity, "en"))))
    out += [Mark(t.span.start, t.span.end, "m-time", _says("time", t.edtf or t.why_not)) for t in a.times]
    for q in a.quantities:
        said = words.value(q.low, q.high, q.approx).en
        out.append(Mark(q.span.start, q.span.end, "m-qty", _says("quantity", said)))
    for x in a.attributions:
        out.append(Mark(x.cue.start, x.cue.end, "m-cue", _says("cue", words.term("modes", x.mode).en)))
    return out
