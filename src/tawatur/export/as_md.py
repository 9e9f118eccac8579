"""The dossier as a readable brief: findings with their reasons, figures, timeline, articles; Arabic first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tawatur.model.ledger import Dossier, Finding
from tawatur.text.label import LANGS, Labels, clean, count, series_order, term, title
from tawatur.text.lexicon import card
from tawatur.text.say import amount, when

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_KINDS = ("contradicts", "disputed", "updates", "differs_in_scope", "quote_drift", "wording", "agrees")


def plain(text: str | None) -> str:
    r"""Text from outside as one line that Markdown shows as it is: no link, tag, table or heading comes out of it.

    >>> print(plain("a [b](http://c) <i> | d"))
    a \[b\](http\://c) \<i\> \| d
    """
    one = _MARKS.sub(r"\\\1", " ".join(clean(text or "").split()).replace("&", "&amp;"))
    return one.replace("://", r"\://").replace("www.", r"www\.")


def write(dossier: Dossier, *, version: str, rules: str) -> str:
    """The brief in Arabic, then the same in English."""
    labels = Labels(dossier)
    parts = ["\n".join(_brief(dossier, labels, lang)) for lang in LANGS]
    return "\n\n---\n\n".join(parts) + f"\n\ntawatur {version} · {rules}\n"


def _brief(d: Dossier, labels: Labels, lang: str) -> Iterable[str]:
    w: dict[str, str] = card("tawatur.export", "words.toml")[lang]
    outlets = {labels.outlet(a.id, lang) for a in d.analyses}
    sizes = {"articles": len(d.analyses), "outlets": len(outlets), "claims": len(d.claims), "figures": len(d.estimates)}
    counts = {what: count(n, what, lang) for what, n in sizes.items()}
    yield f"# {w['title']}\n\n{w['input'].format(**counts)}\n"
    yield f"## {w['findings']}\n"
    yield from (_finding(f, labels, lang, w) for f in sorted(d.findings, key=_order))
    if not d.findings:
        yield w["none"]
    yield f"\n## {w['figures']}\n"
    yield from _table(w["header"], _figures(d, labels, lang, w["from"]))
    yield f"\n## {w['timeline']}\n"
    for m in d.timeline:
        yield f"- **{plain(when(m.time, lang))}**: {plain(m.what_ar if lang == 'ar' else m.what_en)} ({_ids(m.articles)})"
    yield f"\n## {w['articles']}\n"
    yield from _table(w["articles_header"], _articles(d, labels, lang))
    if d.problems:
        yield f"\n## {w['problems']}\n"
        yield from (f"- {plain(p.where)}: {plain(term('problems', p.what, lang))} ({plain(p.why)})" for p in d.problems)


def _order(f: Finding) -> tuple[int, int, str]:
    return _KINDS.index(f.kind), -len(f.articles), f.id


def _ids(articles: Iterable[str]) -> str:
    return ", ".join(plain(a) for a in articles)


def _finding(f: Finding, labels: Labels, lang: str, w: dict[str, str]) -> str:
    about, why = (f.about_ar, f.why_ar) if lang == "ar" else (f.about_en, f.why_en)
    parties = plain(", ".join(labels.entity(p, lang) for p in f.parties)) or "0"
    backed = w["origins"].format(origins=f.independent_origins, parties=parties, articles=_ids(f.articles))
    return f"- **{term('kinds', f.kind, lang)}: {plain(about)}.** {plain(why)} *({backed})*"


def _figures(d: Dossier, labels: Labels, lang: str, arrow: str) -> Iterable[list[str]]:
    claims = {c.id: c for c in d.claims}
    for group in series_order(d.estimates):
        for e in group:
            claim = claims.get(e.claim)
            yield [
                labels.counted(e, lang),
                amount(e.low, e.high, e.approx, lang),
                when(e.as_of, lang),
                when(e.over, lang) if e.over else "",
                labels.origin(e.origin, lang, e.article),
                f" {arrow} ".join(labels.chain(claim, lang)) if claim else "",
                term("modes", e.mode, lang),
                term("standings", e.standing, lang),
                f"{e.article}:{e.span.start}–{e.span.end}",
            ]


def _articles(d: Dossier, labels: Labels, lang: str) -> Iterable[list[str]]:
    placed = {p.id: p for p in d.placements}
    for a in d.analyses:
        raw, p = a.document.article, placed.get(a.id)
        made = [p.how] if p and p.how else []
        made += [m.how for m in a.document.making if m.how not in made]
        lineage = ", ".join(term("hows", h, lang) for h in made)
        source = ", ".join(p.derived_from) if p else ""
        said = f"{lineage}: {source}" if source else lineage
        yield [
            a.id,
            labels.outlet(a.id, lang),
            when(raw.date[:10] if raw.date else None, lang),
            raw.date_is or "",
            title(a.document),
            said,
        ]


def _table(header: str, rows: Iterable[list[str]]) -> Iterable[str]:
    yield f"| {header} |"
    yield "|" + "---|" * (header.count("|") + 1)
    for row in rows:
        yield "| " + " | ".join(plain(c) for c in row) + " |"
