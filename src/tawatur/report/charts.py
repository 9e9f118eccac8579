"""Figures over time: one panel a series, one symbol an origin, with bars from low to high; geometry only, no drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tawatur.model.claim import OUTLET
from tawatur.model.event import Estimate
from tawatur.report import words
from tawatur.report.lines import Desk
from tawatur.report.places import Spot
from tawatur.report.words import Both
from tawatur.text.edtf import period
from tawatur.text.label import series_order
from tawatur.text.say import figure

WIDTH, HEIGHT = 420, 230
LEFT, RIGHT, TOP, BOTTOM = 52, 18, 22, 34
WIDE = 3.8
"""Half the width of a digit of a label."""
SHAPES = 6
"""So many origins have a symbol and a colour of their own; further ones share the last."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure (or several equal ones of one origin and day) in the picture."""

    x: float
    y: float
    low: float
    high: float
    left: float
    right: float
    up: bool
    down: bool
    vague: bool
    shape: int
    says: str
    label: Both
    label_x: float
    label_y: float
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One series as a picture: points, lines between those of one origin, ticks, legend."""

    series: str
    title: Both
    points: tuple[Point, ...]
    lines: tuple[tuple[int, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    x_ticks: tuple[tuple[float, str], ...]
    legend: tuple[tuple[int, Both], ...]
    undated: int


def panels(desk: Desk, most: int = 12) -> list[Panel]:
    """A panel for each series with at least two different values; one that stays the same needs no picture."""
    out = []
    for group in series_order(desk.dossier.estimates):
        placed = [(e, d) for e in group if (d := _day(e)) is not None and _best(e) is not None]
        if len({(e.low, e.high) for e, _ in placed}) > 1:
            out.append(_panel(group, placed, desk))
    return out[:most]


def _best(e: Estimate) -> float | None:
    known = [x for x in (e.best, e.low, e.high) if x is not None]
    if e.best is None and e.low is not None and e.high is not None:
        return (e.low + e.high) / 2
    return known[0] if known else None


def _day(e: Estimate) -> date | None:
    """The day for which the figure held: the end of the span that it counts, else the middle of its time, else of saying.

    A total "over 2024" that is told a year later belongs to the end of 2024.
    """
    over = period(e.over)
    if over is not None and not over.open:
        return over.last
    for told in (e.as_of, e.said):
        p = period(told)
        if p is not None and not p.open:
            return p.first + timedelta(days=(p.last - p.first).days // 2)
    return None


def _nice(top: float) -> float:
    """The step of at most five ticks up to `top`.

    >>> _nice(13000), _nice(57)
    (5000.0, 20.0)
    """
    if top <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(top))
    return (
        float(next(s * power for s in (0.25, 0.5, 1, 2, 2.5, 5) if top / (s * power) <= 4 and (s * power).is_integer()))
        if top >= 4
        else 1.0
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days and values to places in the picture."""

    first: date
    last: date
    top: float

    def x(self, day: date) -> float:
        """Days that lie outside stand at the edge."""
        inner = WIDTH - LEFT - RIGHT - 24
        if self.first == self.last:
            return LEFT + 12 + inner / 2
        part = (min(max(day, self.first), self.last) - self.first).days / (self.last - self.first).days
        return round(LEFT + 12 + inner * part, 1)

    def y(self, value: float) -> float:
        """Zero is the ground line."""
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / self.top, 1)


def _panel(group: Sequence[Estimate], placed: Sequence[tuple[Estimate, date]], desk: Desk) -> Panel:
    days = sorted(d for _, d in placed)
    first, last = days[0], days[-1]
    highest = max(x for e, _ in placed for x in (e.low, e.best, e.high) if x is not None)
    step = _nice(highest)
    scale = _Scale(first, last, max(1.0, math.ceil(highest * 1.02 / step)) * step)
    order = list(dict.fromkeys(_who(e) for e, _ in placed))
    shapes = {who: min(i, SHAPES - 1) for i, who in enumerate(order)}
    named = {i for who, i in shapes.items() if not who.startswith(("unnamed", OUTLET))}
    points = _labelled(_points(placed, scale, shapes, desk))
    signs = 7 if (last - first).days > 120 else 10  # months, or days
    return Panel(
        series=group[0].series or group[0].id,
        title=desk.titles[group[0].series or group[0].id],
        points=tuple(points),
        lines=tuple(_lines(points, named)),
        y_ticks=tuple((scale.y(i * step), figure(i * step)) for i in range(round(scale.top / step) + 1)),
        x_ticks=tuple((scale.x(d), d.isoformat()[:signs]) for d in _days(first, last)),
        legend=tuple((shapes[_who(e)], words.origin(desk.labels, e.origin, e.article)) for e in _firsts(placed)),
        undated=len(group) - len(placed),
    )


def _points(placed: Sequence[tuple[Estimate, date]], scale: _Scale, shapes: dict[str, int], desk: Desk) -> list[Point]:
    """One point for figures that are equal in origin, day and value; those of other origins at one place stand beside it."""
    out: dict[tuple[object, ...], Point] = {}
    for e, d in placed:
        best, same = _best(e), (_who(e), d, e.low, e.high)
        if best is None or same in out:
            continue
        x, y = scale.x(d), scale.y(best)
        while any(abs(p.x - x) < 9 and abs(p.y - y) < 7 for p in out.values()):
            x += 10
        p = period(e.as_of) if not e.over else None
        wide = p is not None and not p.open and p.days > 1
        high = scale.y(e.high if e.high is not None else best)
        up = e.approx == "at_least" or e.high is None
        out[same] = Point(
            x=x,
            y=y,
            low=scale.y(e.low if e.low is not None else 0),
            high=high,
            left=scale.x(p.first) if p and wide else x,
            right=scale.x(p.last) if p and wide else x,
            up=up,
            down=e.low is None,
            vague=e.approx == "vague",
            shape=shapes[_who(e)],
            says=_says(e, desk),
            label=_label(e),
            label_x=min(max(x, _half(e) + 1), WIDTH - _half(e) - 1),
            label_y=high - (19 if up else 8),
            spot=desk.places.spot(e.article, e.span),
        )
    return list(out.values())


def _labelled(points: Sequence[Point]) -> list[Point]:
    """The same points; a label that would cover a symbol or another label is left out (its point still tells it)."""
    boxes = [(p, p.x - 6, p.x + 6, p.y - 6, p.y + 6) for p in points]
    taken: list[tuple[float, float, float, float]] = []
    out = []
    for p in points:
        half = WIDE * max(map(len, p.label))
        box = (p.label_x - half, p.label_x + half, p.label_y - 10, p.label_y + 1)
        others = [b[1:] for b in boxes if b[0] is not p]
        if any(
            box[0] < r and left < box[1] and box[2] < low and top < box[3] for left, r, top, low in [*taken, *others]
        ):
            out.append(replace(p, label=Both("", "")))
        else:
            taken.append(box)
            out.append(p)
    return out


def _who(e: Estimate) -> str:
    """An origin; outlets in their own voices are told apart."""
    return f"{OUTLET} {e.article}" if e.origin == OUTLET else e.origin


def _firsts(placed: Sequence[tuple[Estimate, date]]) -> list[Estimate]:
    seen: dict[str, Estimate] = {}
    for e, _ in placed:
        seen.setdefault(_who(e), e)
    return list(seen.values())


def _days(first: date, last: date) -> list[date]:
    half = first + timedelta(days=(last - first).days // 2)
    return list(dict.fromkeys((first, half, last))) if (last - first).days > 2 else list(dict.fromkeys((first, last)))


def _lines(points: Iterable[Point], named: set[int]) -> list[tuple[int, str]]:
    """A line through the points of each named origin that has several, in order of time; voices without a name may be many."""
    by_shape: dict[int, list[Point]] = {}
    for p in points:
        by_shape.setdefault(p.shape, []).append(p)
    return [
        (shape, " ".join(f"{p.x},{p.y}" for p in sorted(found, key=lambda p: p.x)))
        for shape, found in by_shape.items()
        if len(found) > 1 and shape < SHAPES - 1 and shape in named
    ]


def _half(e: Estimate) -> float:
    """Half the room that the label takes."""
    return WIDE * max(map(len, _label(e)))


def _label(e: Estimate) -> Both:
    """The figure in signs that both languages read; «thousands» in words, since it is no range that anybody gave."""
    if e.approx == "vague":
        return words.value(e.low, e.high, e.approx)
    label = _signs(e)
    return Both(label, label)


def _signs(e: Estimate) -> str:
    best = _best(e)
    if e.low is not None and e.high is not None and e.low != e.high:
        return f"{figure(e.low)}–{figure(e.high)}"
    sign = "≥ " if e.approx == "at_least" else "≤ " if e.approx == "at_most" else "~" if e.approx == "about" else ""
    return sign + figure(best or 0)


def _says(e: Estimate, desk: Desk) -> str:
    value, who = words.value(e.low, e.high, e.approx), words.speakers(desk.labels, e)
    when = words.time(e.as_of or e.said)
    return " · ".join(" – ".join((value[i], who[i], when[i])) for i in (0, 1))
