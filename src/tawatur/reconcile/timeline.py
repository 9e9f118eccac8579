"""What happened when: events with a time over all articles, and times that the text gives to what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model.document import Sentence
from tawatur.model.event import Estimate, Event
from tawatur.model.ids import content_id
from tawatur.model.ledger import Analysis, Merged, Moment
from tawatur.model.mention import Time
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import snippet
from tawatur.reconcile.narration import said_at
from tawatur.reconcile.origins import UNNAMED
from tawatur.text.edtf import period
from tawatur.text.say import amount

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
    return tuple(_moment(g, group_of, book) for g in lines)


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
            estimates = [e for e in a.estimates if s.span.covers(e.span)]
            claims = tuple(dict.fromkeys(c.id for c in a.claims if c.content.overlaps(t.span))) or spoken
            if events or claims or estimates:
                out.append(
                    _Told(
                        t.edtf or "", a.id, events, claims, _clause(a, s, t), _concepts(claims, book), tuple(estimates)
                    )
                )
    return out


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
    """What happened in English: the coded events, the figures with who gives them; else who says it, and its Arabic words."""
    said = [
        words.event(
            e.type,
            _names(e.actors, book),
            _names(e.recipients, book),
            book.label(e.place.entity, "en") if e.place and e.place.entity else "",
        )
        for e in m.events
    ]
    said += [
        words.figure(e.measure, e.of_en, amount(e.low, e.high, e.approx, "en"), book.label(e.origin, "en"))
        for e in m.figures
    ]
    if said:
        return "; ".join(dict.fromkeys(said))
    speakers = [book.label(book.claims[c].origin, "en") for c in m.claims if c in book.claims]
    return words.says(speakers[0], m.text) if speakers else m.text


def _names(refs: Sequence[object], book: Book) -> list[str]:
    return list(dict.fromkeys(book.label(e, "en") for r in refs if (e := getattr(r, "entity", None)) is not None))


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
