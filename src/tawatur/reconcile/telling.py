"""A moment of the timeline in English: what was coded of it, with whose word it is; else its Arabic words beside a gloss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model.claim import OUTLET
from tawatur.model.event import Estimate, Event
from tawatur.reconcile import propositions
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.reconcile.gist import said
from tawatur.text import tell
from tawatur.text.label import quotation


@dataclass(frozen=True, slots=True)
class Told:
    """One time as one article tells it: the events and figures at it, the claims, the words around it."""

    time: str
    article: str
    events: tuple[Event, ...]
    claims: tuple[str, ...]
    text: str
    concepts: frozenset[str]
    figures: tuple[Estimate, ...] = ()


def english(group: Sequence[Told], m: Told, group_of: dict[str, str], book: Book) -> str:
    """What happened in English: the coded events, the figures, with whose they are; else who says it, and the Arabic words."""
    claims = [book.claims[c] for o in group for c in o.claims if c in book.claims]
    admitted = next((c for c in claims if propositions.admits(c, book)), None)
    if admitted is not None:
        quoted = quotation(snippet(admitted.content.text))
        return tell.sentence(said(admitted, quoted, book, mode="admits"))
    parts: dict[str, list[str]] = {}
    senders = _sent(m.figures, parts, book)
    dead = any(f.measure == "killed" for f in m.figures)
    for e in _fullest(group, group_of):
        if e.type in SENDING and senders & {r.entity for r in e.actors}:
            continue  # the figure tells it already
        claim = book.claims.get(e.claim or "")
        if told := _event(e, book, dead=dead):
            parts.setdefault(_source(claim.origin if claim else OUTLET, book), []).append(told)
    counts: dict[str, list[Estimate]] = {}
    for f in m.figures:
        if not f.part_of and f.measure != "other" and not (f.measure == "sent" and f.actor in senders):
            counts.setdefault(_source(f.origin, book), []).append(f)
    for source, figures in counts.items():
        parts.setdefault(source, []).append(tell.how_many(figures))
    if parts:
        lines = [("; ".join(dict.fromkeys(all_)), source) for source, all_ in parts.items()]
        return ". ".join(tell.sentence(tell.according(told, who) if who else told) for told, who in lines)
    own_figures = [e for e in book.by_article[m.article].estimates if e.claim in m.claims and not e.part_of]
    if own_figures and any(e.measure != "other" for e in own_figures):
        return _uttered(own_figures, book)
    quoted = quotation(m.text)
    own = [book.claims[c] for c in m.claims if c in book.claims]
    return tell.sentence(said(own[0], quoted, book)) if own else tell.quoting(book.outlet(m.article, "en"), [], quoted)


def _uttered(figures: Sequence[Estimate], book: Book) -> str:
    """The figures that somebody gave at a time, where the line tells nothing else."""
    by: dict[str, list[Estimate]] = {}
    for e in figures:
        if e.measure != "other":
            by.setdefault(e.origin, []).append(e)
    told = ((tell.how_many(found), _source(origin, book)) for origin, found in by.items())
    return ". ".join(tell.sentence(tell.according(said_, who) if who else said_) for said_, who in told)


ALONE = frozenset({"AGREE"})
"""Acts that say something without whoever does them: the signing of an agreement."""

SENDING = frozenset({"MOBILIZE", "AID"})


def _sent(figures: Sequence[Estimate], parts: dict[str, list[str]], book: Book) -> set[str | None]:
    """Put what somebody sent into `parts`, by whose word it is, as an event; return who sent it."""
    sent: dict[tuple[str, str, str, str], list[Estimate]] = {}
    for f in figures:
        if f.measure == "sent" and f.actor and book.acts(f.actor):
            whom = f.recipient if f.recipient and f.recipient != f.actor else ""
            sent.setdefault((_source(f.origin, book), f.actor, whom, f.standing), []).append(f)
    for (source, who, to, _), found in sent.items():
        told = tell.sending(found, book.named(who, "en"), book.named(to, "en") if to else "")
        parts.setdefault(source, []).append(told)
    return {who for _, who, _, _ in sent}


def _fullest(group: Sequence[Told], group_of: dict[str, str]) -> list[Event]:
    """Each event as that article tells it which tells most of it; one without a doer not beside one of its type that has."""
    best: dict[str, Event] = {}
    for e in (e for o in group for e in o.events):
        kind = group_of.get(e.id, e.id)
        if kind not in best or _told_roles(e) > _told_roles(best[kind]):
            best[kind] = e
    named = {e.type for e in best.values() if e.actors}
    return [e for e in best.values() if e.actors or e.type not in named]


def _source(origin: str, book: Book) -> str:
    """Who says it, for a sentence; "" where the outlet speaks, which the line names beside it."""
    return "" if origin == OUTLET else book.named(origin, "en")


def _event(e: Event, book: Book, *, dead: bool) -> str:
    """An event in English; "" where nobody and no place in it is known, so that a bare noun would say nothing.

    `dead`: figures tell of the killed, so that a killing by nobody known need not be told beside them.
    """
    who, whom = _names(e.actors, book), _names(e.recipients, book)
    places = [r.entity for r in e.recipients if _place(r.entity, book)]
    where = book.named(e.place.entity, "en") if e.place and e.place.entity else ""
    if places and (tell.bodily(e.lemma, e.type, e.mode) or (e.mode != "visit" and _visited(e, places[0], book))):
        where, whom = (
            where or book.named(places[0] or "", "en"),
            [w for w in whom if w != book.named(places[0] or "", "en")],
        )
    elif places:
        where = ""
    nobody = not (who or whom or where) and e.type not in ALONE
    if nobody or (dead and not who and tell.bodily(e.lemma, e.type, e.mode)):
        return ""
    return tell.act(e.lemma, e.type, e.mode, e.happened, who, whom, where)


def _place(entity: str | None, book: Book) -> bool:
    known = book.entity.get(entity or "")
    return known is not None and known.type == "LOC"


def _visited(e: Event, entity: str | None, book: Book) -> bool:
    """A town to which somebody goes is a place, and nobody that he talks with."""
    return e.type == "CONSULT" and _place(entity, book) and not book.is_state(entity or "")


def _told_roles(e: Event) -> int:
    """How much of an event is told: those in it, and its place."""
    return 2 * len(e.actors) + len(e.recipients) + (e.place is not None)


def _names(refs: Sequence[object], book: Book) -> list[str]:
    return list(dict.fromkeys(book.named(e, "en") for r in refs if (e := getattr(r, "entity", None)) is not None))
