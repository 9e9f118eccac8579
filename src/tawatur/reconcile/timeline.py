"""What happened when: events with a time over all articles, and times that the text gives to what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.model.claim import OUTLET
from tawatur.model.document import Sentence
from tawatur.model.event import Estimate, Event
from tawatur.model.ids import content_id
from tawatur.model.ledger import Analysis, Merged, Moment
from tawatur.model.mention import Time
from tawatur.reconcile import propositions
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.reconcile.likeness import is_entity
from tawatur.reconcile.narration import said_at
from tawatur.reconcile.origins import UNNAMED, party
from tawatur.reconcile.telling import Told, english
from tawatur.text.arabic import key
from tawatur.text.edtf import period
from tawatur.text.lexicon import card
from tawatur.text.words import peel, without_article

MOST = 150
"""Longest stretch of text shown for one moment, in characters."""


def moments(book: Book, merged: Sequence[Merged], odd: frozenset[tuple[str, int]] = frozenset()) -> tuple[Moment, ...]:
    """The timeline, in order of time; what several articles tell of one time is one line.

    `odd`: times, by article and start, that a finding on dates shows to stand against those of more articles.
    """
    told = [m for a in book.analyses for m in _told(a, book, odd)]
    told.sort(key=lambda m: (_start(m.time), m.time, m.article, m.text))
    group_of = {member: m.id for m in merged for member in m.members}
    lines: list[list[Told]] = []
    for m in told:
        home = next(
            (g for g in reversed(lines) if g[0].time == m.time and any(_alike(m, o, group_of, book) for o in g)), None
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


def _told(a: Analysis, book: Book, odd: frozenset[tuple[str, int]]) -> list[Told]:
    out = []
    for s in a.document.sentences:
        times = [t for t in a.times if s.first <= t.first < s.last and not t.in_noise and t.edtf and t.sort != "length"]
        for t in times:
            span = period(t.edtf)
            if span is None or s.role == "caption" or (a.id, t.span.start) in odd:
                continue
            events = tuple(
                e
                for e in a.events
                if e.time_span == t.span or (e.time_span is None and e.time == t.edtf and s.span.covers(e.trigger))
            )
            events = tuple(e for e in events if e.happened != "no")
            spoken = _spoken(a, t)
            estimates = tuple(e for e in a.estimates if s.span.covers(e.span) and _holds_at(a, e, t))
            heard = tuple(dict.fromkeys(c.id for c in a.claims if c.content.overlaps(t.span)))
            claims = heard or spoken
            if events or estimates or spoken or (heard and _passed(a, t, book)):
                out.append(
                    Told(t.edtf or "", a.id, events, claims, _clause(a, s, t), _concepts(claims, book), estimates)
                )
    return [*out, *_undated(a, book)]


SEASON = 92
"""Longest time, in days, at which something that is only told can be a moment: over a year nothing happens once."""


def _passed(a: Analysis, t: Time, book: Book) -> bool:
    """A time, no longer than a season, that was over when the article appeared: what is to come has not happened."""
    span, day = period(t.edtf), book.day(a.id)
    if span is None or span.open or span.days > SEASON:
        return False
    if day is None:
        return True
    told = all(c.attribution is None for c in a.claims if c.content.overlaps(t.span))
    return span.last < day if told and span.days == 1 else span.days == 1 or span.last <= day


def _holds_at(a: Analysis, e: Estimate, t: Time) -> bool:
    """A figure belongs to a time of its sentence that it holds at or counts over; not to the day on which it was said."""
    if e.standing == "denied":
        return False
    if e.over == t.edtf or (e.as_of == t.edtf and e.as_of != e.said):
        return True
    return e.as_of == t.edtf and e.over is None and not said_at(a, t.span)


def _undated(a: Analysis, book: Book) -> list[Told]:
    """The meetings, visits and signings that an article without a time for them opens with: about the day of publication."""
    day = (a.document.article.date or "")[:10]
    if period(day) is None:
        return []
    out = []
    timed = _met(book)
    for s in [s for s in a.document.sentences if s.role != "caption"][:LEAD]:
        events = tuple(
            e
            for e in a.events
            if s.span.covers(e.trigger)
            and e.type in MEETINGS
            and e.happened == "yes"
            and e.time is None
            and e.recipients
            and (e.actors or any(c.origin != OUTLET for c in a.claims if s.span.covers(c.sentence)))
            and not any(_ago(time, day) for r in (*e.actors, *e.recipients) for time in timed.get(r.entity or "", ()))
        )
        if events:
            claims = tuple(dict.fromkeys(e.claim for e in events if e.claim))
            out.append(Told(f"{day}~", a.id, events, claims, snippet(s.span.text, MOST), _concepts(claims, book)))
    return out[:1] or _letters(a, day, book)


def _letters(a: Analysis, day: str, book: Book) -> list[Told]:
    """A letter that an article opens with, whose day it does not tell: who writes to whom, about the day of publication."""
    t = a.document.tokens
    kinds = frozenset(key(w) for w in card("tawatur.reconcile", "ar.toml")["letters"]["words"])

    def letters(s: Sentence) -> list[int]:
        return [i for i in range(s.first, s.last) if any(without_article(r) in kinds for _, r in peel(t.keys[i]))]

    told = [s for s in a.document.sentences if s.role != "caption"]
    if any(
        s.span.covers(m.span) and m.sort in ("day", "period") and letters(s) and not said_at(a, m.span)
        for s in told
        for m in a.times
    ):
        return []
    for s in told[:LETTER_LEAD]:
        for i in letters(s):
            to = [r for r in a.references if i < r.first <= i + REACH and r.type == "PER"]
            by = [c for c in a.claims if s.span.covers(c.content) and c.origin in book.entity]
            if to and by and by[0].origin != to[0].entity:
                ids = (by[0].id,)
                return [Told(f"{day}~", a.id, (), ids, snippet(s.span.text, MOST), _concepts(ids, book))]
    return []


LETTER_LEAD, REACH = 3, 8
"""How many sentences may tell an article's letter; how many words behind it the one may stand to whom it is written."""


def _met(book: Book) -> dict[str, list[str]]:
    """Entity → the times of the meetings at which it is said to have been, in any article."""
    out: dict[str, list[str]] = {}
    for a in book.analyses:
        for e in a.events:
            if e.type in MEETINGS and e.time:
                for r in (*e.actors, *e.recipients):
                    if r.entity and not book.is_state(r.entity):
                        out.setdefault(r.entity, []).append(e.time)
    return out


def _ago(time: str, day: str) -> bool:
    """A time lies in the last days before publication: a meeting without one is most likely that one."""
    p, q = period(time), period(day)
    return p is not None and q is not None and not p.open and 0 <= (q.first - p.first).days <= JUST


JUST = 10
"""Days before publication within which a meeting with a day and one without are taken for one."""

LEAD = 6
"""How many sentences, the title among them, tell an article's own news."""

MEETINGS = frozenset({"CONSULT", "AGREE"})


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


def _one_utterance(i: str, j: str, book: Book) -> bool:
    """Two articles tell one claim, or one party's admission of one time: it is made for the first time once."""
    a, b = book.claims.get(i), book.claims.get(j)
    if a is None or b is None or a.article == b.article:
        return False
    if propositions.same(a, b, book) is None:
        return True
    own = party(a.origin, book.entity)
    return own is not None and own == party(b.origin, book.entity) and all(propositions.admits(c, book) for c in (a, b))


def _alike(a: Told, b: Told, group_of: dict[str, str], book: Book) -> bool:
    """One line for both: one merged event, or one time and much the same words."""
    if {group_of.get(e.id, e.id) for e in a.events} & {group_of.get(e.id, e.id) for e in b.events}:
        return True
    if any(_one_utterance(i, j, book) for i in a.claims for j in b.claims):
        return True  # an admission, an utterance that both tell
    both = a.concepts & b.concepts
    if a.article != b.article and not (a.events and b.events) and not (a.figures or b.figures):
        p = period(a.time)
        if p is not None and p.days == 1 and len([c for c in both if is_entity(c) and not book.is_state(c)]) >= 2:
            return True  # one day, the same people and places, of which one article codes what they did
    return bool(both) and 2 * len(both) >= min(len(a.concepts), len(b.concepts)) and a.article != b.article


def _moment(group: Sequence[Told], group_of: dict[str, str], book: Book) -> Moment:
    head = min(group, key=lambda m: (len(m.events) == 0, len(m.text), m.article))
    return Moment(
        time=head.time,
        what_ar=head.text,
        what_en=english(group, head, group_of, book),
        events=tuple(dict.fromkeys(group_of.get(e.id, e.id) for m in group for e in m.events)),
        articles=tuple(sorted({m.article for m in group})),
        claims=tuple(dict.fromkeys(c for m in group for c in m.claims)),
    )


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
