"""When two figures are certainly of one happening: what a finding that sets them against each other asks for.

A series may join figures through a third one; a reader who is told that two figures differ must see that both count the
same. So the two themselves are asked, whatever the series holds beside them.
"""

from __future__ import annotations

from functools import cache

from tawatur.model.event import Estimate
from tawatur.model.ledger import Analysis
from tawatur.reconcile.acts import Act, one_act, when
from tawatur.reconcile.acts import alike as alike_sorts
from tawatur.reconcile.book import Book
from tawatur.reconcile.likeness import token_range
from tawatur.reconcile.scope import GROWING, MANIFOLD, VICTIMS, alike, counted, explicit, is_total, main, one_sweep
from tawatur.text.arabic import key
from tawatur.text.edtf import period
from tawatur.text.lexicon import card
from tawatur.text.words import peel

BACK = 2
"""How many sentences back the happening may be named to which a toll without one belongs."""


def firm(a: Estimate, b: Estimate, book: Book) -> bool:
    """Say whether two figures are certainly of one happening: one act, alike sentences, or one movement of one body."""
    x, y = explicit(a), explicit(b)
    if a.measure not in GROWING and x is not None and y is not None and not x.meets(y) and not _beside(a, b):
        return False
    if a.measure in DAILY and not _one_day(a, b):
        return False
    if a.measure in MANIFOLD and (priced(a, book) or priced(b, book)):
        return False
    if a.measure in MANIFOLD:
        alone = a.article != b.article and book.same_story(a.article, b.article)
        return alone and alike(a, b, book, share=0.6, weight=16.0, rare=2)
    if alike(a, b, book, share=0.5, weight=12.0, rare=2) and (_common(a, b, book) or _tolls(a, b, book)):
        return True
    if a.measure not in VICTIMS:
        return _one_movement(a, b, book)
    p, q = anchor(a, book), anchor(b, book)
    if p is None or q is None or p.place is None or q.place is None:
        return (p is None and q is None and _lead(a, b, book)) or _topical(a, b, p, q, book)
    if not one_act(p, q, book):
        return False
    one, other = book.referents.get((p.article, p.at)), book.referents.get((q.article, q.at))
    if not (p.sort.daily or q.sort.daily or (one is not None and one.daily)):
        return True
    dated = p.days is not None and q.days is not None and p.days.days == q.days.days == 1
    return dated and one is not None and one == other and not one.daily


def _tolls(a: Estimate, b: Estimate, book: Book) -> bool:
    """Both are given as whole tolls («ارتفع عدد القتلى إلى»), in articles of one affair."""
    return is_total(a, book) and is_total(b, book) and book.related(a.article, b.article)


def _common(a: Estimate, b: Estimate, book: Book) -> bool:
    """Alike sentences name somebody or some place in common, or four rare words: people die in the same few words."""
    senses = book.likeness.senses
    if a.claim not in senses or b.claim not in senses:
        return False
    return (
        bool(senses[a.claim].entities & senses[b.claim].entities)
        or len(book.likeness.rare_shared(a.claim, b.claim)) > 3
    )


DAILY = frozenset({"attacks", "struck", "launched"})
"""Measures of which a war has another figure each day."""


def _one_day(a: Estimate, b: Estimate) -> bool:
    x, y = period(a.as_of or a.said), period(b.as_of or b.said)
    return x is not None and y is not None and x.meets(y)


def _beside(a: Estimate, b: Estimate) -> bool:
    """Two days that lie side by side: what happened at night is told with either."""
    x, y = explicit(a), explicit(b)
    return x is not None and y is not None and max((x.first - y.last).days, (y.first - x.last).days) <= 1


def _lead(a: Estimate, b: Estimate, book: Book) -> bool:
    """Both are their articles' own matter, in one story about one place."""
    return (
        book.same_story(a.article, b.article)
        and main(a, book)
        and main(b, book)
        and book.focus.get(a.article) is not None
        and book.focus.get(a.article) == book.focus.get(b.article)
    )


def _topical(a: Estimate, b: Estimate, p: Act | None, q: Act | None, book: Book) -> bool:
    """Both are their articles' own matter, and the articles are about one thing that no gazetteer knows."""
    if not (book.one_topic(a.article, b.article) and main(a, book) and main(b, book)):
        return False
    if p is not None and q is not None:
        x, y = when(p, book), when(q, book)
        dated = p.dated and q.dated and x is not None and y is not None
        return alike_sorts(p.sort, q.sort) and not (dated and x is not None and y is not None and not x.meets(y))
    return True


def _one_movement(a: Estimate, b: Estimate, book: Book) -> bool:
    """What one body sends to one recipient; what one body does in one place, in articles that are related."""
    if counted(a).people and a.measure not in ("arrested", "released", "evacuated", "displaced", "refugees"):
        return False
    if a.measure == "arrested" and one_sweep(a, b, book):
        return True
    if a.recipient is not None and a.recipient == b.recipient and (a.actor == b.actor or None in (a.actor, b.actor)):
        return book.related(a.article, b.article)
    if a.measure == "sent" and not counted(a).people:
        return book.related(a.article, b.article)
    place = book.scene(a)
    return (
        place is not None
        and place == book.scene(b)
        and not book.is_state(place)
        and book.same_story(a.article, b.article)
    )


def anchor(e: Estimate, book: Book) -> Act | None:
    """The happening to which a toll belongs: the one nearest in its own sentence, else the last one named shortly before."""
    a = book.by_article[e.article]
    sentence = next((s for s in a.document.sentences if s.span.covers(e.span)), None)
    if sentence is None:
        return None
    at, _ = token_range(a, e.span)
    named = book.happenings[e.article]
    here = [act for act in named if act.sentence == sentence.index and not _beyond(a, at, act.at)]
    if here:
        return min(here, key=lambda act: (abs(act.at - at), act.at))
    if any(act.sentence == sentence.index for act in named):
        return None
    own = {
        r.entity
        for r in a.references
        if sentence.first <= r.first < sentence.last and r.type == "LOC" and r.how != "metonym"
    }
    before = [act for act in named if 0 < sentence.index - act.sentence <= BACK]
    if not before or (own - {before[-1].place} and before[-1].place not in own):
        return None
    return before[-1]


def _beyond(a: Analysis, figure: int, act: int) -> bool:
    """The happening is only what the figure's own is an answer to or comes after («ردا على هجوم»)."""
    t = a.document.tokens
    back = _words()["background"]
    between = t.keys[max(0, act - 3) : act] if act > figure else ()
    return any(rest in back for w in between for _, rest in peel(w))


def partial(e: Estimate, book: Book) -> bool:
    """Say whether a figure counts some beside or out of others («اثنان منهم», «ثلاثة من القتلى», «أربعة من مرافقيه»)."""
    a = book.by_article[e.article]
    first, last = token_range(a, e.span)
    t = a.document.tokens
    words = _words()
    if e.measure in ("killed", "captured") and key(e.lemma) in words["others"]:
        return True
    near = [*t.keys[max(0, first - 2) : first], *t.keys[first : min(len(t), last + 2)]]
    return any(w in words["among"] for w in near) or any(
        w in words["of"] and t.keys[i + 1] in words["victims"]
        for i, w in enumerate(t.keys[first : last + 1], first)
        if i + 1 < len(t)
    )


def priced(e: Estimate, book: Book) -> bool:
    """Say whether a sum is a price, a rate or an entry of a firm's books, of which every day and period has another."""
    claim = book.claims.get(e.claim)
    if claim is None:
        return False
    t = book.by_article[e.article].document.tokens
    first, last = token_range(book.by_article[e.article], claim.sentence)
    return any(rest in _words()["market"] for i in range(first, last) for _, rest in peel(t.keys[i]))


@cache
def _words() -> dict[str, frozenset[str]]:
    data = card("tawatur.reconcile", "ar.toml")["partial"]
    return {name: frozenset(key(w) for w in listed) for name, listed in data.items()}
