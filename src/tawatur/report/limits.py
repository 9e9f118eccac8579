"""What could not be done: unread input, unplaced times, open speakers, undated figures."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.span import Span
from tawatur.report import words
from tawatur.report.lines import Desk, FigureRow
from tawatur.report.places import Spot
from tawatur.report.words import Both
from tawatur.text.label import gathered


@dataclass(frozen=True, slots=True)
class Loose:
    """Words of an article that stay open, with the reason."""

    text: str
    why: Both
    outlet: Both
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that the dossier could not settle."""

    problems: tuple[tuple[Both, str, Both], ...]
    unplaced: tuple[Loose, ...]
    open_sources: tuple[Loose, ...]
    undated: tuple[FigureRow, ...]

    def __bool__(self) -> bool:
        """True where something is left open."""
        return bool(self.problems or self.unplaced or self.open_sources or self.undated)


def limits(desk: Desk) -> Limits:
    """Read everything that stayed open off the dossier."""
    unplaced: list[Loose] = []
    opened: list[Loose] = []
    for a in desk.dossier.analyses:
        outlet = words.outlet(desk.labels, a.id)

        def loose(span: Span, why: str, article: str = a.id, outlet: Both = outlet) -> Loose:
            return Loose(span.text, words.reason(why), outlet, desk.places.spot(article, span))

        unplaced.extend(loose(t.span, t.why_not) for t in a.times if t.edtf is None and not t.in_noise)
        opened.extend(loose(x.cue, x.why_open) for x in a.attributions if x.why_open)
    return Limits(
        problems=tuple(
            (words.term("problems", p.what), p.where, words.reason(p.why)) for p in gathered(desk.dossier.problems)
        ),
        unplaced=tuple(unplaced),
        open_sources=tuple(opened),
        undated=tuple(desk.figure(e) for e in desk.dossier.estimates if not (e.as_of or e.over)),
    )
