"""When two figures can be compared: one measure, one thing counted, one scope, one happening, one standing.

`apart` asks one condition after the other and names the first that fails, so that a near miss can be told with the
condition that held it back, and a difference in scope with what differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tawatur.model.event import Estimate
from tawatur.reconcile.book import Book
from tawatur.reconcile.likeness import concept, token_range
from tawatur.reconcile.origins import party
from tawatur.text.arabic import key
from tawatur.text.edtf import Period, period
from tawatur.text.lexicon import card
from tawatur.text.stem import stem
from tawatur.text.words import ARTICLE, peel

CONDITIONS = (
    "measure",
    "standing",
    "counted",
    "part",
    "setting",
    "recipient",
    "actor",
    "place",
    "over",
    "time",
    "magnitude",
    "happening",
)
GROWING = frozenset(
    {
        "sent",
        "launched",
        "taken",
        "destroyed",
        "arrested",
        "displaced",
        "evacuated",
        "released",
        "refugees",
        "struck",
        "weapons",
    }
)
"""Measures of which a longer span counts more of the same: a figure since October and one over a year belong together."""

MANIFOLD = frozenset({"other", "money", "agreements", "vehicles", "weapons", "attended", "affected"})
"""Measures under which one article may give many figures of many things."""

TOO_FAR = 25.0
"""Figures further apart than this factor are not taken for one thing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: its noun as a concept, and whether that is people in general."""

    noun: str
    people: bool


def counted(e: Estimate) -> Counted:
    """What `e` counts. "Dead", "victims", "persons" are people in general; "policemen", "children" are some of them."""
    s = concept(key(e.lemma)) if e.lemma else ""
    said = key(e.of_ar).split()
    if len(said) > 1 and stem(key(e.lemma)) in _stems("collective"):
        s = concept(said[1])  # «رجال الإطفاء», «عناصر الإنقاذ»: what they do says who they are
    return Counted(s, not s or s in _stems("people"))


@cache
def _stems(name: str) -> frozenset[str]:
    words = card("tawatur.reconcile", "ar.toml")[name]["words"]
    return frozenset({stem(key(w)) for w in words} | {concept(key(w)) for w in words})


def explicit(e: Estimate) -> Period | None:
    """The time that the text itself gives to a figure, not the day on which it was said."""
    for value in (e.over, e.as_of if e.as_of != e.said else None):
        p = period(value)
        if p is not None:
            return p
    return None


def failing(a: Estimate, b: Estimate, book: Book) -> tuple[str, ...]:
    """Every condition of `CONDITIONS` that keeps two figures apart, in that order."""
    return tuple(name for name in CONDITIONS if _CHECKS[name](a, b, book))


def apart(a: Estimate, b: Estimate, book: Book) -> str | None:
    """Name of the first condition that keeps two figures apart; None where they can be compared."""
    return next((name for name in CONDITIONS if _CHECKS[name](a, b, book)), None)


def _counted_apart(a: Estimate, b: Estimate, _: Book) -> bool:
    x, y = counted(a), counted(b)
    classes = {a.class_, b.class_} - {"unknown", "mixed"}
    if a.measure in HELD and all(c.people or c.noun in _stems("suspects") for c in (x, y)):
        return False
    return x.people != y.people or (not x.people and x.noun != y.noun) or len(classes) > 1


HELD = frozenset({"arrested", "captured", "released", "charged"})
"""Measures of people in custody, who are called suspects, members or militants without being some of them."""


def _roles_apart(a: str | None, b: str | None, book: Book) -> bool:
    return bool(a and b and a != b and not book.near(a, b))


def limited(e: Estimate) -> bool:
    """Say whether a figure counts over a span of its own; a span of days is only when the happening was."""
    if e.over is None:
        return False
    if e.over.startswith("P"):
        return e.over[-1] not in "DHW" or (e.over[-1] == "W" and e.over[1:-1].isdigit() and int(e.over[1:-1]) >= 4)
    p = period(e.over)
    return p is not None and (p.open or p.days > 21)


def _over_apart(a: Estimate, b: Estimate, _: Book) -> bool:
    if (a.low, a.high) == (b.low, b.high) and counted(a) == counted(b) and not counted(a).people:
        return False  # nine firefighters and nine firefighters in six weeks are the same nine
    return a.measure not in GROWING and limited(a) != limited(b)


VICTIMS = frozenset({"killed", "wounded", "casualties", "missing", "affected", "treated"})


def standing(e: Estimate) -> str:
    """Standing of a figure; nobody is pledged or asked to be killed: such a figure is of what happened."""
    return "happened" if e.measure in VICTIMS and e.standing in ("pledged", "demanded") else e.standing


def _time_apart(a: Estimate, b: Estimate, _: Book) -> bool:
    return a.measure not in GROWING and not _times_meet(a, b)


def _place_apart(a: Estimate, b: Estimate, book: Book) -> bool:
    """What is sent has two places, so only a place that the figure itself has tells; else that of its sentence does."""
    if a.measure in GROWING:
        return book.near(a.place, b.place) is False
    return book.near(book.scene(a), book.scene(b)) is False


def _magnitude_apart(a: Estimate, b: Estimate, _: Book) -> bool:
    return _factor(a, b) > TOO_FAR


def is_total(e: Estimate, book: Book) -> bool:
    """Say whether the text gives a figure as the whole toll: «الحصيلة», «عدد القتلى» shortly before it."""
    a = book.by_article[e.article]
    first, _ = token_range(a, e.span)
    t = a.document.tokens
    return any(stem(t.keys[i]) in _totals() for i in range(max(0, first - TOTAL_REACH), first))


TOTAL_REACH = 7
"""How many words before a figure the word for a toll may stand."""


@cache
def _totals() -> frozenset[str]:
    return frozenset(stem(key(w)) for w in card("tawatur.reconcile", "ar.toml")["totals"]["words"])


def setting(e: Estimate, book: Book) -> frozenset[str]:
    """What narrows a figure down: those in hospital, those in a critical state, those of one wave (`ar.toml`, settings)."""
    known = book.settings.get(e.id)
    if known is None:
        known = book.settings[e.id] = _setting(e, book)
    return known - {"several"} if e.measure == "attacks" else known


def _setting(e: Estimate, book: Book) -> frozenset[str]:
    a = book.by_article[e.article]
    first, last = token_range(a, e.span)
    t = a.document.tokens
    found = set()
    names = _settings()
    beyond = min((q.first for q in a.quantities if q.first >= last), default=len(t))
    for i in range(max(0, first - 2), min(beyond + 1, last + 9, len(t))):
        if i >= last and t.keys[i] in STOPS:
            break
        if first <= i < last and e.measure != "attacks":
            continue  # what is counted narrows nothing down
        found |= {names[rest] for _, rest in peel(t.keys[i]) if rest in names}
    return frozenset(found)


STOPS = frozenset(".؟!؛:،")


@cache
def _settings() -> dict[str, str]:
    sets: dict[str, list[str]] = card("tawatur.reconcile", "ar.toml")["settings"]
    return {k: name for name, listed in sets.items() for w in listed for k in (key(w), ARTICLE + key(w))}


_CHECKS: dict[str, Callable[[Estimate, Estimate, Book], bool]] = {
    "measure": lambda a, b, _: a.measure != b.measure,
    "standing": lambda a, b, _: standing(a) != standing(b),
    "counted": _counted_apart,
    "part": lambda a, b, _: a.part_of != b.part_of,
    "setting": lambda a, b, book: setting(a, book) != setting(b, book),
    "recipient": lambda a, b, book: _roles_apart(a.recipient, b.recipient, book),
    "actor": lambda a, b, book: _roles_apart(a.actor, b.actor, book),
    "place": _place_apart,
    "over": _over_apart,
    "time": _time_apart,
    "magnitude": _magnitude_apart,
    "happening": lambda a, b, book: not _one_happening(a, b, book),
}


def _times_meet(a: Estimate, b: Estimate) -> bool:
    x, y = explicit(a), explicit(b)
    return x is None or y is None or x.meets(y) or abs((x.first - y.first).days) <= 2


def value(e: Estimate) -> float | None:
    """One number for a figure: its best, else its middle, else its only bound."""
    if e.best is not None:
        return e.best
    if e.low is not None and e.high is not None:
        return (e.low * e.high) ** 0.5 if e.low > 0 else e.high / 2
    return e.low if e.low is not None else e.high


def _factor(a: Estimate, b: Estimate) -> float:
    x, y = value(a), value(b)
    if not x or not y:
        return 1.0
    return max(x, y) / min(x, y)


def _one_happening(a: Estimate, b: Estimate, book: Book) -> bool:
    """One place named by both, one story that both tell as their own matter, or sentences that are much alike.

    Soldiers or shells that go to one recipient add up over an affair: they need no other bond.

    Of money and of things that no measure names there are many in one article: only alike sentences of two articles
    make two such figures one.
    """
    if a.measure in MANIFOLD:
        return a.article != b.article and alike(a, b, book, share=0.5, weight=14.0, rare=2)
    if _one_place(a, b, book) and (_close(a, b, book) or explicit(a) or explicit(b)):
        return True
    if a.measure in GROWING and a.recipient is not None and a.recipient == b.recipient and not counted(a).people:
        return True
    if a.measure == "arrested" and one_sweep(a, b, book):
        return True
    if a.measure == "sent" and not counted(a).people and book.related(a.article, b.article):
        return True
    if (
        main(a, book)
        and main(b, book)
        and (book.same_story(a.article, b.article) or book.one_topic(a.article, b.article))
    ):
        return True
    if not _close(a, b, book):
        return alike(a, b, book, share=0.6, weight=15.0, rare=2)
    return alike(a, b, book, share=0.34, weight=9.0, rare=1)


def one_sweep(a: Estimate, b: Estimate, book: Book) -> bool:
    """Arrests that one state's people give within a few days of each other, in articles of one affair."""
    own = party(a.origin, book.entity)
    x, y = book.day(a.article), book.day(b.article)
    near = x is not None and y is not None and abs((x - y).days) <= SWEEP
    return own is not None and own == party(b.origin, book.entity) and near and book.related(a.article, b.article)


SWEEP = 3
"""Days within which a wave of arrests is one."""


def _close(a: Estimate, b: Estimate, book: Book) -> bool:
    """Told within ten days of each other."""
    x, y = book.day(a.article), book.day(b.article)
    return x is not None and y is not None and abs((x - y).days) <= 10


def _one_place(a: Estimate, b: Estimate, book: Book) -> bool:
    """Both figures belong to one place smaller than a state; an article's own matter belongs to the place it is about."""
    x = book.scene(a) or (book.focus.get(a.article) if main(a, book) else None)
    y = book.scene(b) or (book.focus.get(b.article) if main(b, book) else None)
    return x is not None and x == y and not book.is_state(x)


def alike(a: Estimate, b: Estimate, book: Book, *, share: float, weight: float, rare: int) -> bool:
    """Say whether the claims of two figures share so much of the shorter one, so much weight and so many rare words."""
    common, part = book.likeness.shared(a.claim, b.claim)
    return part >= share and common >= weight and len(book.likeness.rare_shared(a.claim, b.claim)) >= rare


def main(e: Estimate, book: Book) -> bool:
    """Say whether a figure belongs to the happening its article reports, not to some earlier one it recalls."""
    focus, day, told = book.focus.get(e.article), book.day(e.article), explicit(e) or book.told(e)
    scene = book.scene(e)
    if book.near(scene, focus) is False and not book.in_lead(scene, e.article):
        return False
    return not (day and told and not told.open and (day - told.last).days > 31)
