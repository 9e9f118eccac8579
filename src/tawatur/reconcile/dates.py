"""When something that happens once is said to have happened: dates of one event that exclude each other.

What happens once stands in a table (`ar.toml`, once): the signing of one treaty, one explosion in one place. Two
occurrences are one event where they share those who took part (for a signing), or the place and the story or the toll
(for an attack or a disaster). Only a time that stands beside the act counts as its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.model.claim import Claim
from tawatur.model.document import Sentence
from tawatur.model.ledger import Analysis, Finding
from tawatur.model.mention import Time
from tawatur.model.tokens import Kind
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding
from tawatur.reconcile.likeness import sense
from tawatur.reconcile.narration import claim_at, said_at
from tawatur.reconcile.origins import belongs
from tawatur.text.arabic import key
from tawatur.text.edtf import Period, period
from tawatur.text.lexicon import card
from tawatur.text.say import when
from tawatur.text.stem import stem
from tawatur.text.words import ARTICLE, peel

AFTER, BEFORE = 14, 5
"""How many words after or before the act, or the thing it is done to, its time may stand."""

THING = 13
"""How many words from the act the thing may stand: subject, titles and adjectives stand between them."""


@dataclass(frozen=True, slots=True)
class Once:
    """A kind of act that happens once: its words, and the things that must stand beside it, if any."""

    name: str
    acts: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One telling of such an act with its time."""

    once: str
    article: str
    claim: Claim
    sentence: Sentence
    time: Time
    days: Period
    entities: frozenset[str]
    place: str | None
    numbers: frozenset[float]
    qualifiers: frozenset[str]
    label: str


@cache
def _table() -> tuple[Once, ...]:
    return tuple(
        Once(
            o["name"], frozenset(stem(key(w)) for w in o["acts"]), frozenset(stem(key(w)) for w in o.get("things", ()))
        )
        for o in card("tawatur.reconcile", "ar.toml")["once"]
    )


def occurrences(a: Analysis, book: Book) -> list[Occurrence]:
    """Every telling of an act of the table that has a time beside it."""
    t = a.document.tokens
    out = []
    for s in a.document.sentences:
        if s.role == "caption":
            continue
        times = [
            m
            for m in a.times
            if s.first <= m.first < s.last and m.sort != "length" and not m.in_noise and not said_at(a, m.span)
        ]
        if not times:
            continue
        stems = [stem(t.keys[i]) if t.kinds[i] is Kind.WORD else "" for i in range(s.first, s.last)]
        for once in _table():
            found = _act(once, stems, s.first, times)
            if found is None:
                continue
            time, thing, at = found
            days = period(time.edtf)
            if days is None or days.open or (not once.things and days.days > 1):
                continue  # a week or a month says nothing against the day of an attack
            act = next((x for x in book.happenings[a.id] if x.at == at), None)
            if act is not None and not (act.dated and act.days == days):
                continue  # the time belongs to another happening of the sentence
            out.append(_occurrence(a, s, once, time, days, thing, book, act.place if act is not None else None))
    return out


def _act(once: Once, stems: Sequence[str], first: int, times: Sequence[Time]) -> tuple[Time, int | None, int] | None:
    for n, word in enumerate(stems):
        if word not in once.acts:
            continue
        thing = None
        if once.things:
            near = [m for m in range(max(0, n - THING + 2), min(len(stems), n + THING)) if stems[m] in once.things]
            if not near:
                continue
            thing = first + min(near, key=lambda m: abs(m - n))
        at = first + n
        marks = [at] if thing is None else [at, thing]
        close = [
            (min(m.first - k if m.first >= k else 2 * (k - m.last) for k in marks), m)
            for m in times
            if any(-BEFORE <= m.first - k <= AFTER for k in marks) and not _crossed(once, stems, n, m.first - first)
        ]
        if close:
            return min(close, key=lambda c: (c[0], c[1].first))[1], thing, at
    return None


def _crossed(once: Once, stems: Sequence[str], act: int, time: int) -> bool:
    """Another act of the same kind stands between the act and the time."""
    low, high = min(act, time) + 1, max(act, time)
    return any(stems[i] in once.acts for i in range(low, high))


def _occurrence(
    a: Analysis, s: Sentence, once: Once, time: Time, days: Period, thing: int | None, book: Book, place: str | None
) -> Occurrence:
    t = a.document.tokens
    who = {r.entity for r in a.references if s.first <= r.first < s.last} | sense(a, s.span).entities
    if thing is not None and thing > s.first and t.keys[thing - 1] in _pointing():
        previous = [p for p in a.document.sentences if p.index < s.index][-3:]
        who |= {r.entity for p in previous for r in a.references if p.first <= r.first < p.last}
    wide = {p for e in who for p in (e, *belongs(e, book.entity), *_served(e, book))}
    places = [
        r.entity
        for r in a.references
        if s.first <= r.first < s.last and r.type == "LOC" and not book.is_state(r.entity)
    ]
    qualifiers: frozenset[str] = frozenset()
    label = t.span(max(s.first, time.first - 6), time.last).text
    if thing is not None:
        end = thing + 1
        while end < min(s.last, thing + 5) and _definite(t.keys[end]):
            end += 1
        qualifiers = frozenset(stem(t.keys[i]) for i in range(thing + 1, end))
        label = t.span(thing, end).text
    return Occurrence(
        once=once.name,
        article=a.id,
        claim=claim_at(a, s, time.span),
        sentence=s,
        time=time,
        days=days,
        entities=frozenset(wide),
        place=place or (places[0] if places else book.focus.get(a.id)),
        numbers=frozenset(e.low for e in a.estimates if s.span.covers(e.span) and e.low is not None),
        qualifiers=qualifiers,
        label=label,
    )


def _served(entity: str, book: Book) -> list[str]:
    """The states whose offices somebody holds, by the ids of his roles («role:kaz-president»)."""
    known = book.entity.get(entity)
    codes = [role.partition(":")[2].partition("-")[0] for role in known.roles] if known is not None else []
    return [c for c in codes if book.is_state(c)]


def _definite(word: str) -> bool:
    """An adjective or noun with the article, perhaps after a preposition, that is no relative pronoun."""
    return not is_relative(word) and any(rest.startswith(ARTICLE) for _, rest in peel(word))


def is_relative(word: str) -> bool:
    """Say whether a word opens a relative clause («الذي», «التي»)."""
    return word in _relatives()


@cache
def _relatives() -> frozenset[str]:
    return frozenset(key(w) for w in card("tawatur.reconcile", "ar.toml")["relative"]["words"])


@cache
def _pointing() -> frozenset[str]:
    return frozenset(key(w) for w in card("tawatur.reconcile", "ar.toml")["pointing"]["words"])


def one_event(a: Occurrence, b: Occurrence, book: Book) -> bool:
    """Say whether two occurrences tell one event."""
    if a.once != b.once:
        return False
    once = next(o for o in _table() if o.name == a.once)
    if once.things:
        return len({e for e in a.entities & b.entities if book.is_state(e)}) >= 2
    if a.article == b.article and not a.days.meets(b.days):
        return False  # what can happen twice and has two days in one article happened twice
    if not (_recent(a, book) and _recent(b, book)):
        return False
    if a.place is not None and a.place == b.place and a.numbers & b.numbers:
        return True
    if book.same_story(a.article, b.article) and a.place is not None:
        return book.focus.get(a.article) == book.focus.get(b.article) == a.place == b.place
    return book.one_topic(a.article, b.article) and _of_topic(a, book) and _of_topic(b, book)


def _of_topic(o: Occurrence, book: Book) -> bool:
    """The act is told beside the word that the article is about, or in its lead."""
    return o.sentence.index < TOPIC_LEAD or o.place is None or book.in_lead(o.place, o.article)


TOPIC_LEAD = 4


def _recent(o: Occurrence, book: Book) -> bool:
    """The day lies in the fortnight before the article, or is given by its date and not by its distance."""
    day = book.day(o.article)
    if day is None:
        return not o.time.inferred
    return 0 <= (day - o.days.first).days <= 14 or (o.days.days == 1 and any(c.isdigit() for c in o.time.span.text))


def contradictions(book: Book) -> tuple[list[Finding], list[Claim], frozenset[tuple[str, int]]]:
    """One finding for each event whose dates exclude each other; the claims that carry the dates; and the odd ones out.

    Odd out is a date that fewer articles give than one that excludes it, as (article, where the time stands).
    """
    all_of = [o for a in book.analyses for o in occurrences(a, book)]
    out: list[Finding] = []
    claims: list[Claim] = []
    odd: set[tuple[str, int]] = set()
    used: set[int] = set()
    for n, o in enumerate(all_of):
        if n in used:
            continue
        cluster = [m for m in range(n, len(all_of)) if m not in used and (m == n or one_event(o, all_of[m], book))]
        used |= set(cluster)
        members = [all_of[m] for m in cluster]
        if any(not x.days.meets(y.days) for i, x in enumerate(members) for y in members[i + 1 :]):
            told = _told(members, book)
            found = _finding(told, book)
            if found is not None:
                out.append(found)
                claims += [o.claim for o in told]
                odd |= {(o.article, o.time.span.start) for o in told if _odd(o, members)}
    return out, claims, frozenset(odd)


def _odd(o: Occurrence, members: Sequence[Occurrence]) -> bool:
    with_it = {m.article for m in members if m.days.meets(o.days)}
    against = {m.article for m in members if not m.days.meets(o.days)}
    return len(with_it) < len(against)


def _told(members: Sequence[Occurrence], book: Book) -> list[Occurrence]:
    """Those in a conflict, one for each date and article, copies of one text counted as one."""
    kept: list[Occurrence] = []
    for o in members:
        if any(not o.days.meets(p.days) for p in members) and not any(
            book.same_text(k.article, o.article) and k.time.edtf == o.time.edtf for k in kept
        ):
            kept.append(o)
    return kept


def _finding(members: Sequence[Occurrence], book: Book) -> Finding | None:
    claims = list({o.claim.id: o.claim for o in members}.values())
    if len(members) < 2:
        return None
    head = max(members, key=lambda o: (len(o.qualifiers), o.article))
    odd = next((o for o in members if head.qualifiers and o.qualifiers and not o.qualifiers & head.qualifiers), None)
    rule = "contradicts.date.reader" if odd is not None else "contradicts.date"
    once = card("tawatur.reconcile", "words.toml")["once"][head.once]
    extra = {"a": odd.label, "b": head.label} if odd is not None else {}
    return finding(
        book,
        rule,
        claims,
        about=once,
        parts={lang: {"of": once[lang], "sides": _sides(members, book, lang), **extra} for lang in LANGUAGES},
        key=[f"{o.article}:{o.time.span.start}" for o in members],
    )


def _sides(members: Sequence[Occurrence], book: Book, lang: str) -> str:
    sides: dict[str, list[str]] = {}
    for o in members:
        sides.setdefault(when(o.time.edtf, lang), []).append(book.outlet(o.article, lang))
    return words.listed(
        [f"{date} ({words.listed(list(dict.fromkeys(who)), lang)})" for date, who in sides.items()], lang
    )
