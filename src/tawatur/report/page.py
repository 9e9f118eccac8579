"""The dossier as one HTML file that needs nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawatur.model.ledger import Dossier
from tawatur.report import words
from tawatur.report.articles import articles
from tawatur.report.bidi import outside, prose
from tawatur.report.charts import panels
from tawatur.report.evidence import findings
from tawatur.report.lead import lead, timeline
from tawatur.report.limits import limits
from tawatur.report.lines import Desk
from tawatur.report.people import people
from tawatur.report.voices import voices
from tawatur.report.words import Both, ui
from tawatur.text.arabic import is_arabic
from tawatur.text.label import series_order


@cache
def environment() -> Environment:
    """The templates, with autoescape on and undefined names an error."""
    env = Environment(
        loader=PackageLoader("tawatur.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(outside=outside, both=both, tip=tip)
    env.globals.update(ui=ui, term=words.term, count=words.count)
    return env


def both(text: Both) -> Markup:
    """A text in both languages, of which the page shows one; one that is the same in either stands once."""
    if text.ar == text.en:
        return (
            outside(text.ar) if is_arabic(text.ar) else Markup('<bdi dir="ltr">{}</bdi>').format(prose(text.ar, "en"))
        )
    return Markup('<span class="A" lang="ar" dir="rtl">{}</span><span class="E" lang="en" dir="ltr">{}</span>').format(
        prose(text.ar, "ar"), prose(text.en, "en")
    )


def tip(text: Both) -> str:
    """Both languages in one line, for attributes that cannot be switched."""
    return text.ar if text.ar == text.en else f"{text.ar} · {text.en}"


def _asset(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup(resources.files("tawatur.report").joinpath(name).read_text("utf-8"))  # noqa: S704 (our own file)


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def render_html(dossier: Dossier, *, version: str, rules: str) -> str:
    """The whole page; `version` and `rules` are shown at its end. The same dossier gives the same bytes.

    No other host is ever contacted: a content security policy forbids it, and allows only the page's own script and
    style, by their hashes. Text from outside is escaped everywhere; only http and https addresses become links.
    """
    desk = Desk(dossier)
    style, script = _asset("style.css"), _asset("page.js")
    found, moments = findings(desk), timeline(desk)
    groups = series_order(dossier.estimates)
    view = {
        "lead": lead(desk, found, moments),
        "years": [(year, list(group)) for year, group in groupby(moments, key=lambda m: m.year)],
        "panels": {p.series: p for p in panels(desk)},
        "series": [(desk.rows(g), words.count(len(g), "figures")) for g in groups if len(g) > 1],
        "single": [desk.figure(g[0]) for g in groups if len(g) == 1],
        "findings": [f for f in found if f.kind not in ("wording", "agrees")],
        "agreed": [f for f in found if f.kind == "agrees"],
        "wordings": [f for f in found if f.kind == "wording"],
        "people": people(desk),
        "voices": voices(desk),
        "limits": limits(desk),
        "title": _headline(desk),
        "articles": articles(desk),  # last: by now every stretch that the page points at is known
    }
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    template = environment().get_template("dossier.html.j2")
    return template.render(**view, policy=policy, style=style, script=script, version=version, rules=rules)


def _headline(desk: Desk) -> Both:
    """What the affair is about, by the names that most articles share."""
    named = sorted(
        desk.dossier.entities, key=lambda e: (-len({a for _, ids in e.variants for a in ids}), e.type != "PER", e.id)
    )
    top = [words.entity(desk.labels, e.id) for e in named if e.type in ("PER", "ORG", "LOC")][:4]
    return words.joined(top) if top else ui("brand")
