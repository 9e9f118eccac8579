"""Rows that several sections show: a chain, and a figure or a claim with its sentence and its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.event import Estimate
from tawatur.model.ledger import Dossier
from tawatur.report import words
from tawatur.report.marked import Mark, pieces
from tawatur.report.places import Places, Spot
from tawatur.report.words import Both
from tawatur.text.arabic import key
from tawatur.text.label import Labels
from tawatur.text.tell import sentence, what


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain as it is drawn: its name and what sort of voice it is."""

    name: Both
    role: Both
    css: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as the tables show it."""

    id: str
    what: Both
    value: Both
    as_of: Both
    over: Both
    open: bool
    origin: Both
    chains: tuple[tuple[tuple[Step, ...], Spot | None], ...]
    mode: Both
    mode_css: str
    standing: Both
    standing_css: str
    sentence: Markup
    spot: Spot | None
    part: bool
    vague: bool
    series: str
    title: Both


LONG = 420
"""Characters beyond which a sentence is cut; a paragraph without full stops would push everything else off the page."""


def around(text: str, marks: list[tuple[int, int]]) -> tuple[int, int]:
    """Where to cut a long sentence so that the first and the last mark stay, with some words before and after.

    >>> around("a short one", [(0, 1)]), around("word " * 200, [(500, 504)])
    ((0, 11), (305, 699))
    """
    inside = [(max(0, a), min(len(text), b)) for a, b in marks if a < len(text) and b > 0]
    first, last = (min(a for a, _ in inside), max(b for _, b in inside)) if inside else (0, 200)
    start, end = max(0, first - 200), min(len(text), last + 200)
    if len(text) <= LONG or end - start >= len(text):
        return 0, len(text)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = text.rfind(" ", last, end) if text.rfind(" ", last, end) > 0 else end
    return start, end


class Desk:
    """The dossier with what every section looks up: labels, places, claims, the dates of articles."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.labels = Labels(dossier)
        self.places = Places(dossier)
        self.claims = {c.id: c for c in dossier.claims}
        self.estimates = {e.id: e for e in dossier.estimates}
        self.analyses = {a.id: a for a in dossier.analyses}
        self.date = {a.id: a.document.article.date for a in dossier.analyses}
        self.by_claim: dict[str, list[Estimate]] = {}
        groups: dict[str, list[Estimate]] = {}
        for e in dossier.estimates:
            self.by_claim.setdefault(e.claim, []).append(e)
            groups.setdefault(e.series or e.id, []).append(e)
        self.titles = {name: self._title(group) for name, group in groups.items()}

    def _title(self, group: list[Estimate]) -> Both:
        """What a series counts: the words that most of its figures use, the shorter ones of as many."""
        said = Counter(Both(what(e, "ar"), what(e, "en")) for e in group)
        ar, en = min(said, key=lambda both: (-said[both], len(both.ar), both))
        return Both(ar, sentence(en))

    def chain(self, claim: Claim) -> tuple[Step, ...]:
        """The links from the outlet to the first speaker; one name never twice in a row."""
        out: list[Step] = []
        for link in claim.chain:
            name = Both(*(self.labels.link(link, claim, lang) for lang in ("ar", "en")))
            if not out or out[-1].name != name:
                out.append(Step(name, words.term("roles", link.role), f"role-{link.role}"))
        return tuple(out)

    def sentence(self, claim: Claim, marks: list[Mark]) -> Markup:
        """The claim's sentence with `marks`, whose offsets count in the article's text; a long one is cut around them."""
        text, at = claim.sentence.text, claim.sentence.start
        shown = [m for m in marks if m.css == "fig"] or [m for m in marks if m.css == "said"]
        start, end = (
            at + i for i in around(text, [(m.start - at, min(m.end, m.start + LONG // 2) - at) for m in shown])
        )
        inside = [
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.css, m.says)
            for m in marks
            if m.start < end and start < m.end
        ]
        before, after = "" if start == at else "… ", "" if end == at + len(text) else " …"
        return Markup("{}{}{}").format(before, pieces(text[start - at : end - at], inside), after)

    def rows(self, group: Iterable[Estimate]) -> list[FigureRow]:
        """Rows for a series; figures that copies carry on in one sentence of one speaker share a row."""
        out: dict[tuple[str, ...], FigureRow] = {}
        for e in group:
            row, claim = self.figure(e), self.claims.get(e.claim)
            said = key(" ".join(claim.sentence.text.split())) if claim else e.id
            same = (
                said,
                e.origin if e.origin != OUTLET else e.article,
                key(e.span.text),
                str(e.low),
                str(e.high),
                e.mode,
            )
            known = out.get(same)
            out[same] = replace(known, chains=known.chains + row.chains) if known else row
        return list(out.values())

    def figure(self, e: Estimate) -> FigureRow:
        """One figure with its sentence, in which it is marked."""
        claim = self.claims.get(e.claim)
        marks = [Mark(e.span.start, e.span.end, "fig")]
        return FigureRow(
            id=e.id,
            what=Both(what(e, "ar"), what(e, "en")),
            value=words.value(e.low, e.high, e.approx),
            as_of=words.time(e.as_of) if e.as_of else Both("", ""),
            over=words.time(e.over) if e.over else Both("", ""),
            open=bool(e.over and ".." in e.over),
            origin=words.speakers(self.labels, e),
            chains=((self.chain(claim) if claim else (), self.places.spot(e.article, e.span)),),
            mode=words.term("modes", e.mode),
            mode_css=e.mode,
            standing=words.term("standings", e.standing),
            standing_css=e.standing,
            sentence=self.sentence(claim, marks) if claim else pieces(e.span.text, []),
            spot=self.places.spot(e.article, e.span),
            part=e.part_of,
            vague=e.approx == "vague",
            series=e.series or e.id,
            title=self.titles[e.series or e.id],
        )
