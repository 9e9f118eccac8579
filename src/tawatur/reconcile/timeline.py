"""What happened when: events with a time over all articles, and times that the text gives to what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tawatur.model.claim import OUTLET
from tawatur.model.document import Sentence
from tawatur.model.event import Estimate, Event
from tawatur.model.ids import content_id
from tawatur.model.ledger import Analysis, Merged, Moment
from tawatur.model.mention import Time
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.reconcile.gist import said
from tawatur.reconcile.narration import said_at
from tawatur.reconcile.origins import UNNAMED
from tawatur.text import tell
from tawatur.text.edtf import period
from tawatur.text.label import quotation

MOST = 150
"""Longest stretch of text shown for one moment, in characters."""


@dataclass(frozen=True, slots=True)
class _Told:
    time: str
    article: str
    events: tuple[Event, ...]
    claims: tuple[str, ...]
    text: str
    concepts: frozenset[str]
    figures: tuple[Estimate, ...] = ()


def moments(book: Book, merged: Sequence[Merged]) -> tuple[Moment, ...]:
    """The timeline, in order of time; what several articles tell of one time is one line."""
    told = [m for a in book.analyses for m in _told(a, book)]
    told.sort(key=lambda m: (_start(m.time), m.time, m.article, m.text))
    group_of = {member: m.id for m in merged for member in m.members}
    lines: list[list[_Told]] = []
    for m in told:
        home = next(
            (g for g in reversed(lines) if g[0].time == m.time and any(_alike(m, o, group_of) for o in g)), None
        )
        if home is None:
            lines.append([m])
        else:
            home.append(m)
    return _once(_moment(g, group_of, book) for g in lines)


def _once(lines: Iterable[Moment]) -> tuple[Moment, ...]:
    """Lines that say the same of one time, so far as it is coded, are one line of all their articles."""
    out: dict[tuple[str, str], Moment] = {}
    for m in lines:
        known = out.get((m.time, m.what_en))
        out[m.time, m.what_en] = (
            m
            if known is None
            else replace(
                known,
                events=tuple(dict.fromkeys(known.events + m.events)),
                articles=tuple(sorted({*known.articles, *m.articles})),
                claims=tuple(dict.fromkeys(known.claims + m.claims)),
            )
        )
    return tuple(out.values())


def _start(edtf: str) -> tuple[int, int, int, int]:
    p = period(edtf)
    return (p.first.year, p.first.month, p.first.day, -(p.days)) if p else (9999, 12, 31, 0)


def _told(a: Analysis, book: Book) -> list[_Told]:
    out = []
    for s in a.document.sentences:
        times = [t for t in a.times if s.first <= t.first < s.last and not t.in_noise and t.edtf and t.sort != "length"]
        for t in times:
            if period(t.edtf) is None:
                continue
            events = tuple(
                e
                for e in a.events
                if e.time_span == t.span or (e.time_span is None and e.time == t.edtf and s.span.covers(e.trigger))
            )
            spoken = _spoken(a, t)
            estimates = [e for e in a.estimates if s.span.covers(e.span) and _held(e, t, times)]
            claims = tuple(dict.fromkeys(c.id for c in a.claims if c.content.overlaps(t.span))) or spoken
            if events or claims or estimates:
                out.append(
                    _Told(
                        t.edtf or "", a.id, events, claims, _clause(a, s, t), _concepts(claims, book), tuple(estimates)
                    )
                )
    return out


def _held(e: Estimate, t: Time, times: Sequence[Time]) -> bool:
    """Whether a figure belongs to a time of its sentence: the span it counts, else when it held, else the nearest time."""
    for own in (e.over, e.as_of):
        if any(o.edtf == own for o in times):
            return t.edtf == own
    return t is min(times, key=lambda o: (abs(o.span.start - e.span.start), o.span.start))


def _spoken(a: Analysis, t: Time) -> tuple[str, ...]:
    """The claims that were made at a time («قالت الوزارة، الأربعاء، إن»): the time stands with the cue, not in what was said.

    That somebody who is named said, denied or admitted something on a day is itself a thing that happened.
    """
    said = {n for n in said_at(a, t.span) if not a.attributions[n].origin.startswith(UNNAMED)}
    return tuple(c.id for c in a.claims if c.attribution in said)


def _clause(a: Analysis, s: Sentence, t: Time) -> str:
    """The stretch of the sentence around a time, from one punctuation mark to another, long enough to be understood."""
    if len(s.span.text) <= MOST:
        return snippet(s.span.text, MOST)
    tokens = a.document.tokens
    marks = [i for i in range(s.first, s.last) if tokens.forms[i] in CUTS]
    starts = [s.first, *(i + 1 for i in marks if i < t.first)]
    start = max((i for i in starts if t.span.end - tokens.starts[i] >= LEFT), default=s.first)
    ends = [*(i for i in marks if i >= t.last), s.last]
    end = min((i for i in ends if tokens.ends[i - 1] - tokens.starts[start] >= LEAST), default=s.last)
    if tokens.ends[end - 1] - tokens.starts[start] <= MOST or t.span.end - tokens.starts[start] <= MOST - 20:
        return snippet(tokens.span(start, end).text, MOST)
    while t.span.end - tokens.starts[start] > MOST - 20 and start < t.first:
        start += 1
    return "… " + snippet(tokens.span(start, t.last).text, MOST)


CUTS = frozenset(".؟!؛:،,")
LEFT, LEAST = 45, 60
"""Least number of characters before the end of the time, and in all."""


def _concepts(claims: Sequence[str], book: Book) -> frozenset[str]:
    senses = book.likeness.senses
    return frozenset(c for i in claims if i in senses for c in senses[i].concepts)


def _alike(a: _Told, b: _Told, group_of: dict[str, str]) -> bool:
    """One line for both: one merged event, or one time and much the same words."""
    if {group_of.get(e.id, e.id) for e in a.events} & {group_of.get(e.id, e.id) for e in b.events}:
        return True
    both = a.concepts & b.concepts
    return bool(both) and 2 * len(both) >= min(len(a.concepts), len(b.concepts)) and a.article != b.article


def _moment(group: Sequence[_Told], group_of: dict[str, str], book: Book) -> Moment:
    head = min(group, key=lambda m: (len(m.events) == 0, len(m.text), m.article))
    return Moment(
        time=head.time,
        what_ar=head.text,
        what_en=_english(head, book),
        events=tuple(dict.fromkeys(group_of.get(e.id, e.id) for m in group for e in m.events)),
        articles=tuple(sorted({m.article for m in group})),
        claims=tuple(dict.fromkeys(c for m in group for c in m.claims)),
    )


def _english(m: _Told, book: Book) -> str:
    """What happened in English: the coded events, the figures, with whose they are; else who says it, and the Arabic words."""
    parts: dict[str, list[str]] = {}
    sent: dict[tuple[str, str, str, str], list[Estimate]] = {}
    counts: dict[str, list[Estimate]] = {}
    for f in m.figures:
        source = _source(f.origin, book)
        if f.measure == "sent" and f.actor and book.acts(f.actor):
            whom = f.recipient if f.recipient and f.recipient != f.actor else ""
            sent.setdefault((source, f.actor, whom, f.standing), []).append(f)
        elif not f.part_of and f.measure != "other":
            counts.setdefault(source, []).append(f)
    for (source, who, to, _), figures in sent.items():
        told = tell.sending(figures, book.named(who, "en"), book.named(to, "en") if to else "")
        parts.setdefault(source, []).append(told)
    dead = any(f.measure == "killed" for f in m.figures)
    for e in m.events:
        if e.type in SENDING and any(r.entity == who for r in e.actors for _, who, _, _ in sent):
            continue  # the figure tells it already
        claim = book.claims.get(e.claim or "")
        if told := _event(e, book, dead=dead):
            parts.setdefault(_source(claim.origin if claim else OUTLET, book), []).append(told)
    for source, figures in counts.items():
        parts.setdefault(source, []).append(tell.how_many(figures))
    if parts:
        lines = [("; ".join(dict.fromkeys(all_)), source) for source, all_ in parts.items()]
        return ". ".join(tell.sentence(tell.according(told, who) if who else told) for told, who in lines)
    quoted = quotation(m.text)
    claims = [book.claims[c] for c in m.claims if c in book.claims]
    if claims:
        return tell.sentence(said(claims[0], quoted, book))
    return tell.quoting(book.outlet(m.article, "en"), [], quoted)


ALONE = frozenset({"AGREE"})
"""Acts that say something without whoever does them: the signing of an agreement."""

SENDING = frozenset({"MOBILIZE", "AID"})


def _source(origin: str, book: Book) -> str:
    """Who says it, for a sentence; "" where the outlet speaks, which the line names beside it."""
    return "" if origin == OUTLET else book.named(origin, "en")


def _event(e: Event, book: Book, *, dead: bool) -> str:
    """An event in English; "" where nobody and no place in it is known, so that a bare noun would say nothing.

    `dead`: figures tell of the killed, so that a killing by nobody known need not be told beside them.
    """
    who, whom = _names(e.actors, book), _names(e.recipients, book)
    places = {r.entity for r in e.recipients if (k := book.entity.get(r.entity or "")) is not None and k.type == "LOC"}
    where = book.named(e.place.entity, "en") if e.place and e.place.entity else ""
    if places and tell.bodily(e.lemma, e.type, e.mode):
        where, whom = where or whom[0], []
    elif places:
        where = ""
    nobody = not (who or whom or where) and e.type not in ALONE
    if nobody or (dead and not who and tell.bodily(e.lemma, e.type, e.mode)):
        return ""
    return tell.act(e.lemma, e.type, e.mode, e.happened, who, whom, where)


def _names(refs: Sequence[object], book: Book) -> list[str]:
    return list(dict.fromkeys(book.named(e, "en") for r in refs if (e := getattr(r, "entity", None)) is not None))


def merge(book: Book) -> tuple[Merged, ...]:
    """Events over all articles: the same type, actors and recipients that meet, times and places that can be one."""
    groups: list[list[Event]] = []
    for a in book.analyses:
        for e in sorted(a.events, key=lambda e: (e.trigger.start, e.id)):
            home = next((g for g in groups if all(_one(e, o, book) for o in g)), None)
            if home is None:
                groups.append([e])
            else:
                home.append(e)
    return tuple(_merged(g) for g in groups)


def _one(a: Event, b: Event, book: Book) -> bool:
    if a.type != b.type or a.happened != b.happened or a.mode != b.mode:
        return False
    x, y = period(a.time), period(b.time)
    if x is not None and y is not None and not x.meets(y):
        return False
    if x is None and y is None and not book.same_story(a.article, b.article):
        return False
    if book.near(a.place.entity if a.place else None, b.place.entity if b.place else None) is False:
        return False
    who_a, who_b = {r.entity for r in a.actors if r.entity}, {r.entity for r in b.actors if r.entity}
    whom_a, whom_b = {r.entity for r in a.recipients if r.entity}, {r.entity for r in b.recipients if r.entity}
    if (who_a and who_b and not who_a & who_b) or (whom_a and whom_b and not whom_a & whom_b):
        return False
    return bool(who_a & who_b or whom_a & whom_b) and a.lemma == b.lemma


def _merged(group: Sequence[Event]) -> Merged:
    def everyone(field: str) -> tuple[str, ...]:
        return tuple(sorted({r.entity for e in group for r in getattr(e, field) if r.entity}))

    times = [e.time for e in group if e.time]
    places = [e.place.entity for e in group if e.place and e.place.entity]
    return Merged(
        id=content_id("ev", *sorted(e.id for e in group)),
        type=group[0].type,
        mode=group[0].mode,
        actors=everyone("actors"),
        recipients=everyone("recipients"),
        place=min(places) if places else None,
        time=min(times, key=lambda t: (p.days if (p := period(t)) else 10**6, t)) if times else None,
        happened=group[0].happened,
        members=tuple(e.id for e in group),
        claims=tuple(dict.fromkeys(e.claim for e in group if e.claim)),
    )
