"""Figures that only look like rivals: a part and its whole, one mission and a whole war, what is promised and what came."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.event import Estimate
from tawatur.model.ledger import Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.figures import BYSTANDERS, day_of, make, said, same_value
from tawatur.reconcile.happening import firm
from tawatur.reconcile.origins import belongs
from tawatur.reconcile.scope import MANIFOLD, VICTIMS, counted, failing, setting, standing, value
from tawatur.text.say import when
from tawatur.text.tell import thing

TELLING = ("over", "part", "setting", "counted", "standing")
"""Conditions whose failure is itself worth telling, the most telling first."""

BESIDE = frozenset({"magnitude", "time", "actor", "happening"})
"""Conditions that may fail with a telling one without making the pair a matter of two different things."""


def between(series: Sequence[Sequence[Estimate]], book: Book) -> list[Finding]:
    """One finding for each pair of series of one measure that a reader could take for rivals and that differ in scope."""
    kept: list[Pair] = []
    for n, a in enumerate(series):
        for b in series[n + 1 :]:
            if a[0].measure != b[0].measure or (a[0].measure in MANIFOLD and standing(a[0]) == standing(b[0])):
                continue
            found = _closest(a, b, book)
            if found and not any(_told_already(found, told) for told in kept):
                kept.append(found)
    return [_finding(*found, book) for found in kept]


Pair = tuple[str, Estimate, Estimate]


def _told_already(new: Pair, old: Pair) -> bool:
    """The same difference between the same values, one of them by the same estimate."""
    return (
        new[0] == old[0]
        and bool({new[1].id, new[2].id} & {old[1].id, old[2].id})
        and sorted((new[1].low or 0, new[2].low or 0)) == sorted((old[1].low or 0, old[2].low or 0))
    )


def _closest(a: Sequence[Estimate], b: Sequence[Estimate], book: Book) -> tuple[str, Estimate, Estimate] | None:
    """The pair that is likest to be confused, with the condition that tells the two apart."""
    best: tuple[tuple[bool, int, int, str, str], str, Estimate, Estimate] | None = None
    for x in a:
        for y in b:
            condition = telling(x, y, book)
            if condition is None:
                continue
            titles = sum(book.in_title(book.claims[e.claim]) for e in (x, y) if e.claim in book.claims)
            rank = (x.article != y.article, _gap(condition, x, y, book), titles, x.id, y.id)
            if best is None or rank < best[0]:
                best = (rank, condition, x, y)
    return best[1:] if best else None


def _gap(condition: str, a: Estimate, b: Estimate, book: Book) -> int:
    """How far two figures are from being told together: days between them; of what came and what was pledged, the latest."""
    x, y = day_of(a, book), day_of(b, book)
    if x is None or y is None:
        return FAR
    return FAR - int(max(x, y).toordinal()) if condition == "standing" else int(abs((x - y).days))


FAR = 10**7


def telling(a: Estimate, b: Estimate, book: Book) -> str | None:
    """The one condition that tells two figures apart in scope; None where they are one thing, or two things anyway."""
    several = "several" in setting(a, book) ^ setting(b, book)  # a sum of two attacks may look like the toll of one
    if "vague" in (a.approx, b.approx) or (same_value(a, b) and not several) or "denied" in (a.standing, b.standing):
        return None
    if {a.origin, b.origin} & BYSTANDERS:
        return None  # what a witness saw is no count
    failed = failing(a, b, book)
    if not failed or any(f not in TELLING and f not in BESIDE for f in failed):
        return None
    main = [f for f in TELLING if f in failed]
    if a.article == b.article and (a.claim == b.claim or not main or not _plain(main[0], a, b, book)):
        return None
    if main == ["over"] and counted(a).people and _factor(a, b) > CONFUSED:
        return None
    if a.measure in MANIFOLD and book.likeness.shared(a.claim, b.claim)[1] < 0.5:
        return None
    if len(main) != 1 or (main[0] == "counted" and not _nested(a, b)):
        return None
    if main[0] in ("counted", "part") and any(f in BESIDE and f != "magnitude" for f in failed):
        return None
    if a.measure in MANIFOLD and (main[0] != "standing" or a.article == b.article):
        return None
    if a.measure == "other" and main[0] == "standing":
        return None  # of what no measure names nobody pledges
    if main[0] == "part" and not _within(a, b):
        return None
    tied = (
        firm(a, b, book)
        if main[0] in ("counted", "part", "setting") or (a.measure in VICTIMS and main[0] == "standing")
        else _bound(a, b, book)
    )
    return main[0] if tied and (main[0] != "over" or _one_kind(a, b, book)) else None


def _within(a: Estimate, b: Estimate) -> bool:
    """The part is no larger than what it could be a part of."""
    part, whole = (a, b) if a.part_of else (b, a)
    return (value(part) or 0) <= (value(whole) or 0)


def _one_kind(a: Estimate, b: Estimate, book: Book) -> bool:
    """Say whether one mission and a whole war count the same people of one party, in articles of one affair."""
    shared = _shared_actor(a, b) or _own(a, b, book)
    return not counted(a).people and shared and book.related(a.article, b.article)


CONFUSED = 10.0
"""Counts of people further apart than this factor nobody takes for one another, unless they are of one sort of people."""


def _factor(a: Estimate, b: Estimate) -> float:
    x, y = value(a) or 1.0, value(b) or 1.0
    return max(x, y) / min(x, y)


def _plain(condition: str, a: Estimate, b: Estimate, book: Book) -> bool:
    """In one article most parts and wholes explain themselves; those in hospital beside all the wounded do not."""
    return condition == "over" or (condition == "setting" and bool((setting(a, book) ^ setting(b, book)) & STATES))


STATES = frozenset({"hospital", "critical", "several"})


def _nested(a: Estimate, b: Estimate) -> bool:
    """People in general against some of them: the part must not be larger than what it is a part of."""
    x, y = counted(a), counted(b)
    if x.people == y.people:
        return False
    part, whole = (b, a) if x.people else (a, b)
    p, w = value(part), value(whole)
    return p is not None and w is not None and p <= w


def _bound(a: Estimate, b: Estimate, book: Book) -> bool:
    """Say whether something ties the two together: one place, one recipient, one specific thing counted in one story."""
    scene = book.scene(a)
    if scene is not None and scene == book.scene(b) and not book.is_state(scene):
        return True
    x, y = counted(a), counted(b)
    if x.people != y.people or (not x.people and x.noun != y.noun):
        return False
    if not x.people and x.noun == y.noun and (_shared_actor(a, b) or book.related(a.article, b.article)):
        return True
    return (
        book.same_story(a.article, b.article)
        and book.focus.get(a.article) is not None
        and (book.focus.get(a.article) == book.focus.get(b.article))
    ) or (a.article != b.article and book.one_topic(a.article, b.article))


def _shared_actor(a: Estimate, b: Estimate) -> bool:
    return bool({a.actor, a.recipient} & {b.actor, b.recipient} - {None})


def _own(a: Estimate, b: Estimate, book: Book) -> bool:
    """One names whose they are, the other is told by that party of its own («مقتل جنود»)."""
    return any(
        x.recipient is not None and y.recipient is None and x.recipient in (y.origin, *belongs(y.origin, book.entity))
        for x, y in ((a, b), (b, a))
    )


def _finding(condition: str, a: Estimate, b: Estimate, book: Book) -> Finding:
    if condition == "over" and not a.over:
        a, b = b, a
    if condition == "setting" and not setting(a, book):
        a, b = b, a
    if condition in ("part", "counted") and (value(a) or 0) > (value(b) or 0):
        a, b = b, a
    parts: dict[str, dict[str, object]] = {}
    for lang in ("ar", "en"):
        parts[lang] = {
            "a": said(a, lang),
            "b": said(b, lang),
            "of_a": thing(a, lang),
            "of_b": thing(b, lang),
            "over_a": when(a.over, lang) if a.over else "",
            "over_b": words.over(when(b.over, lang) if b.over else None, lang),
            "setting_a": words.setting(setting(a, book), lang),
            "setting_b": words.setting(setting(b, book), lang),
            "standing_a": words.standing(a.standing, lang),
            "standing_b": words.standing(b.standing, lang),
        }
    rule = {"over": "differs.over", "standing": "differs.standing", "setting": "differs.setting"}.get(
        condition, "differs.part"
    )
    of = min((b, a), key=lambda e: len(e.of_ar.split())) if condition == "standing" else b
    return make(book, rule, (a, b), of, parts)
