"""Every first speaker with what is told from them: claims by origin, whether or not a finding holds them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tawatur.model.claim import OUTLET, Claim
from tawatur.report import words
from tawatur.report.bidi import prose
from tawatur.report.lines import Desk
from tawatur.report.places import Spot
from tawatur.report.words import Both
from tawatur.text import tell
from tawatur.text.label import spoken_of

MOST = 40
"""So many claims of one speaker are listed; the texts have all of them marked."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: through which outlet, when, with what reserve."""

    content: Markup
    on: str
    outlet: Both
    date: Both
    mode: Both
    mode_css: str
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Voice:
    """One first speaker."""

    name: Both
    party: Both
    claims: Both
    articles: Both
    said: tuple[Said, ...]
    more: int


def voices(desk: Desk) -> list[Voice]:
    """First speakers, those with most claims first; outlets in their own voice are not among them."""
    groups: dict[str, list[Claim]] = {}
    for c in desk.dossier.claims:
        if c.origin != OUTLET:
            groups.setdefault(c.origin, []).append(c)
    ordered = sorted(groups.items(), key=lambda g: (g[0].startswith("unnamed:"), -len(g[1]), g[0]))
    return [_voice(origin, claims, desk) for origin, claims in ordered]


def _voice(origin: str, claims: list[Claim], desk: Desk) -> Voice:
    found = sorted(claims, key=lambda c: (desk.date.get(c.article) or "9999", c.article, c.content.start))
    entity = desk.labels.entities.get(origin)
    return Voice(
        name=words.origin(desk.labels, origin),
        party=words.entity(desk.labels, entity.party)
        if entity and entity.party not in (None, origin)
        else Both("", ""),
        claims=words.count(len(found), "claims"),
        articles=words.count(len({c.article for c in found}), "articles"),
        said=tuple(_said(c, desk) for c in found[:MOST]),
        more=max(0, len(found) - MOST),
    )


def _on(c: Claim, desk: Desk) -> str:
    """In English, of whom the Arabic words speak."""
    analysis = desk.analyses.get(c.article)
    found = spoken_of(c, analysis.references, desk.labels.entities) if analysis else []
    return tell.listed([tell.named(desk.labels.entity(e, "en"), e) for e in found[:3]])


def _said(c: Claim, desk: Desk) -> Said:
    return Said(
        content=prose(" ".join(c.content.text.split()), "ar"),
        on=_on(c, desk),
        outlet=words.outlet(desk.labels, c.article),
        date=words.time(desk.date.get(c.article)),
        mode=words.term("modes", c.mode),
        mode_css=c.mode,
        spot=desk.places.spot(c.article, c.content),
    )
