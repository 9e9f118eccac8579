"""What the figures of a series say together: agreement, update, contradiction; between series: difference in scope.

Agreement and precision: equal values agree; figures that differ in precision only ("about 100", "more than 100",
"104") agree too. Update: one party's later figure, or a total that grows with time. Contradiction: different parties,
one time, values that exclude each other; rival lower bounds exclude each other only in fact, and `why` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.model.claim import OUTLET
from tawatur.model.event import Estimate
from tawatur.model.ledger import Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding
from tawatur.reconcile.happening import firm, partial
from tawatur.reconcile.origins import INDISTINCT, UNNAMED, party
from tawatur.reconcile.scope import GROWING, TOO_FAR, VICTIMS, is_total, value
from tawatur.text.edtf import period
from tawatur.text.say import amount
from tawatur.text.tell import what

PRECISION = 0.1
"""Within a tenth, figures of which one is a rounding differ in precision only (the eval guidelines' rule)."""


def day_of(e: Estimate, book: Book) -> date | None:
    """When a figure held: its own time, else the end of the span it counts, else the day it was said or published.

    The time beside a toll is when the attack was, not when the dead were counted: a toll holds when it is said.
    """
    if e.measure in VICTIMS:
        p = period(e.said)
        return p.last if p is not None and not p.open else book.day(e.article)
    own = e.as_of if e.as_of != e.said else None
    for text in (own, e.over, e.said):
        p = period(text)
        if p is not None and not p.open:
            return p.last
    return book.day(e.article)


def rounded(e: Estimate) -> bool:
    """Say whether a figure is given with less precision than a count has."""
    v = value(e)
    return e.approx in ("about", "at_least", "at_most", "range") or (v is not None and v >= 100 and v % 100 == 0)


def same_value(a: Estimate, b: Estimate) -> bool:
    """Say whether two figures are one value, perhaps at different precision.

    Small tolls are counts: 30 and 31 are two values even after "at least", for that is how a toll grows.
    """
    if (a.low, a.high) == (b.low, b.high):
        return True
    if "vague" in (a.approx, b.approx):
        return False
    x, y = value(a), value(b)
    if x is None or y is None:
        return False
    if x == y and "at_most" not in (a.approx, b.approx):
        return True
    return (rounded(a) or rounded(b)) and max(x, y) >= 100 and abs(x - y) <= PRECISION * max(x, y)


def compatible(a: Estimate, b: Estimate) -> bool:
    """Say whether both can be true in logic: their ranges meet."""
    low, high = max(a.low or 0, b.low or 0), min(_top(a), _top(b))
    return low <= high


def _top(e: Estimate) -> float:
    return e.high if e.high is not None else float("inf")


STEEP = 3.0
"""A toll that more than triples from one count to the next is not taken for growth."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series: the estimates that have it, first told first."""

    members: tuple[Estimate, ...]

    @property
    def head(self) -> Estimate:
        """The estimate that speaks for the value: a named speaker's before an outlet's, the earliest first."""
        return self.members[0]


def points(series: Sequence[Estimate], book: Book) -> list[Point]:
    """The distinct values of a series, vague ones left out, in the order in which they held."""

    def rank(e: Estimate) -> tuple[date, int, bool, str, int]:
        kind = 2 if e.origin == OUTLET else 1 if e.origin.startswith(UNNAMED) else 0
        title = e.claim in book.claims and book.in_title(book.claims[e.claim])
        return (day_of(e, book) or date.max, kind, title, e.article, e.span.start)

    groups: list[list[Estimate]] = []
    for e in sorted((e for e in series if e.approx != "vague"), key=rank):
        home = next((g for g in groups if all(same_value(e, m) for m in g)), None)
        if home is None:
            groups.append([e])
        else:
            home.append(e)
    return [Point(tuple(g)) for g in groups]


def said(e: Estimate, lang: str) -> str:
    """A figure in words."""
    return amount(e.low, e.high, e.approx, lang)


def make(book: Book, rule: str, estimates: Sequence[Estimate], of: Estimate, parts: Parts) -> Finding:
    """A finding over estimates; `of` is the one that says what is counted."""
    members = sorted(set(estimates), key=lambda e: (e.article, e.span.start, e.id))
    claims = [book.claims[i] for i in dict.fromkeys(e.claim for e in members) if i in book.claims]
    about = {lang: of_text(of, lang) for lang in LANGUAGES}
    return finding(
        book,
        rule,
        claims,
        about=about,
        parts={lang: {"of": about[lang], **parts[lang]} for lang in LANGUAGES},
        key=[e.id for e in members],
        estimates=members,
        articles=[e.article for e in members],
    )


Parts = dict[str, dict[str, object]]


def of_text(e: Estimate, lang: str) -> str:
    """What is counted, and by which measure."""
    return what(e, lang)


def _side(e: Estimate, book: Book, lang: str) -> str:
    return f"{said(e, lang)} ({book.voice(e.origin, e.article, lang)})"


def agreements(series: Sequence[Estimate], book: Book) -> list[Finding]:
    """One finding for each value that at least two articles give."""
    out = []
    for p in points(series, book):
        if len({e.article for e in p.members}) < 2:
            continue
        parts: dict[str, dict[str, object]] = {
            lang: {"values": " / ".join(dict.fromkeys(said(e, lang) for e in p.members))} for lang in ("ar", "en")
        }
        out.append(make(book, "agrees.figure", p.members, p.head, parts))
    return out


def changes(series: Sequence[Estimate], book: Book) -> list[Finding]:
    """Updates and contradictions of one series: of the figures that are certainly of one happening, group by group."""
    return [f for group in _certain(series, book) for f in _changes(group, book)]


def _certain(series: Sequence[Estimate], book: Book) -> list[list[Estimate]]:
    """The series cut into figures that pairs of one happening join; parts and vague figures are left out."""
    groups: list[list[Estimate]] = []
    for e in series:
        if e.approx == "vague" or partial(e, book):
            continue
        home = [g for g in groups if any(firm(e, m, book) for m in g)]
        groups = [*(g for g in groups if g not in home), [m for g in home for m in g] + [e]]
    order = {e.id: n for n, e in enumerate(series)}
    return [sorted(g, key=lambda e: order[e.id]) for g in groups]


def _changes(series: Sequence[Estimate], book: Book) -> list[Finding]:
    """At most one update, and one contradiction for each rival."""
    ps = points(series, book)
    if len(ps) < 2:
        return []
    line = _firmly(_main_line(ps, book), book)
    rivals = [p for p in ps if p not in line]
    out = []
    if len(line) > 1 and len({p.head.article for p in line}) > 1:
        out.append(_update(line, book))
    if len(line) == 1 and rivals:
        sides = [p for p in rivals if _two_voices(line[0], p, book)]
        return [*out, _contradiction([*line, *sides], book)] if sides else out
    for rival in rivals:
        against = [p for p in _excluded(rival, line, book) if _two_voices(p, rival, book)]
        if against:
            out.append(_contradiction([*against, rival], book))
    return out


def _firmly(line: list[Point], book: Book) -> list[Point]:
    """The longest run of values of which each is certainly of one happening with one before it."""
    runs: list[list[Point]] = []
    for p in line:
        if runs and any(_pair(before, p, book) for before in reversed(runs[-1])):
            runs[-1].append(p)
        else:
            runs.append([p])
    return max(runs, key=len)


def _pair(a: Point, b: Point, book: Book) -> tuple[Estimate, Estimate] | None:
    """The first two estimates of two values that are certainly of one happening."""
    return next(((x, y) for x in a.members for y in b.members if firm(x, y, book)), None)


def _two_voices(a: Point, b: Point, book: Book) -> bool:
    """Say whether two values have voices that can contradict: two articles; or, in one article, two speakers' tolls."""
    pair = _pair(a, b, book)
    if pair is None:
        return False
    a, b = Point((pair[0],)), Point((pair[1],))
    if compatible(a.head, b.head) and {a.head.origin, b.head.origin} & (BYSTANDERS | INDISTINCT):
        return (
            False  # what one witness saw, or nobody in particular says, does not rival a count that leaves room for it
        )
    if a.head.article != b.head.article:
        return True
    voices = [party(p.head.origin, book.entity) or p.head.origin for p in (a, b)]
    totals = is_total(a.head, book) and is_total(b.head, book)
    return totals and voices[0] != voices[1] and not set(voices) & INDISTINCT


BYSTANDERS = frozenset({UNNAMED + "witness", UNNAMED + "analyst"})


def _voices(p: Point, book: Book) -> set[str]:
    return {party(e.origin, book.entity) or e.origin for e in p.members}


def _main_line(ps: list[Point], book: Book) -> list[Point]:
    """The values that tell one story in time: one party's, or a growth in which each later value is larger.

    The longest such line wins; among equals the one with more articles.
    """
    days = {id(p): day_of(p.head, book) or date.max for p in ps}
    if ps[0].head.measure in GROWING:  # two values of one day, of which the larger came later
        ps = sorted(ps, key=lambda p: (days[id(p)], value(p.head) or 0))
    best: list[Point] = [ps[0]]
    voices = sorted({v for p in ps for v in _voices(p, book) if v != OUTLET and not v.startswith(UNNAMED)})
    for voice in voices:
        line = _steady([p for p in ps if voice in _voices(p, book)])
        if _weight(line) > _weight(best):
            best = line
    growth: list[Point] = []
    for p in sorted(ps, key=lambda p: (days[id(p)], value(p.head) or 0)):
        if not growth or _grows(growth[-1], p, days, book):
            growth.append(p)
    if len(growth) == len(ps) and len(growth) > len(best):
        best = growth
    return best


def _steady(line: list[Point]) -> list[Point]:
    """A party's values without those that fall to less than half of the one before: a count is corrected, not halved."""
    kept: list[Point] = []
    for p in line:
        if not kept or (value(p.head) or 0) * 2 >= (value(kept[-1].head) or 0):
            kept.append(p)
    return kept


def _grows(a: Point, b: Point, days: dict[int, date], book: Book) -> bool:
    """A later, larger value; on one and the same day only where the earlier one leaves room for it."""
    x, y = value(a.head) or 0, value(b.head) or 0
    if y <= x or y > (TOO_FAR if a.head.measure in GROWING else STEEP) * x:
        return False
    if _set_against(a, b, book):
        return False
    if days[id(b)] - days[id(a)] >= timedelta(days=1):
        return True
    return compatible(a.head, b.head) or bool(_voices(a, book) & _voices(b, book)) or a.head.origin == OUTLET


def _set_against(a: Point, b: Point, book: Book) -> bool:
    """One article gives both counts, by two speakers: it sets them against each other."""

    def told(p: Point) -> set[tuple[str, str]]:
        return {(e.article, party(e.origin, book.entity) or e.origin) for e in p.members}

    return any(x == y and v != w for x, v in told(a) for y, w in told(b)) and not _voices(a, book) & _voices(b, book)


def _weight(line: list[Point]) -> tuple[int, int]:
    return len(line), len({e.article for p in line for e in p.members})


def _update(line: list[Point], book: Book) -> Finding:
    heads = [p.head for p in line]
    owners = {party(e.origin, book.entity) for e in heads}
    one = len(owners) == 1 and None not in owners
    steps = {
        lang: " ← ".join(said(e, lang) for e in heads) if lang == "ar" else " → ".join(said(e, lang) for e in heads)
        for lang in ("ar", "en")
    }
    parts: dict[str, dict[str, object]] = {
        lang: {"steps": steps[lang], "origin": book.label(next(iter(owners)), lang) if one else ""}
        for lang in ("ar", "en")
    }
    return make(book, "updates.same" if one else "updates.growing", heads, heads[-1], parts)


def _excluded(rival: Point, line: list[Point], book: Book) -> list[Point]:
    """The values of the main line that hold at the rival's time and that it excludes; none where it fits between them."""
    t = day_of(rival.head, book)
    if t is None:
        return []
    when = [(day_of(p.head, book), p) for p in line]
    same = [p for d, p in when if d is not None and abs((d - t).days) <= 1]
    if same:
        if any(compatible(p.head, rival.head) and p.head.approx == "exact" for p in same) and len(same) > 1:
            same = [p for p in same if day_of(p.head, book) == t]
        return [p for p in same if not _fits(p, rival)]
    before = [p for d, p in when if d is not None and d < t][-1:]
    after = [p for d, p in when if d is not None and d > t][:1]
    around = [*before, *after]
    low = min((value(p.head) or 0 for p in around), default=0)
    high = max((value(p.head) or 0 for p in around), default=0)
    v = value(rival.head) or 0
    if low * (1 - PRECISION) <= v <= high * (1 + PRECISION) or (not after and v > high):
        return [] if v <= high * (1 + PRECISION) else before
    return around


def _fits(p: Point, rival: Point) -> bool:
    x, y = value(p.head) or 0, value(rival.head) or 0
    return abs(x - y) <= PRECISION * max(x, y)


def _contradiction(ps: list[Point], book: Book) -> Finding:
    pairs = [pair for p in ps[:-1] if (pair := _pair(p, ps[-1], book))]
    heads = [*(x for x, _ in pairs), *dict.fromkeys(y for _, y in pairs)] or [p.head for p in ps]
    logic = all(compatible(a, b) for n, a in enumerate(heads) for b in heads[n + 1 :])
    rule = "contradicts.rival" if logic else "contradicts.figure"
    parts: dict[str, dict[str, object]] = {
        lang: {"sides": words.listed([_side(e, book, lang) for e in heads], lang)} for lang in ("ar", "en")
    }
    return make(book, rule, heads, heads[0], parts)
