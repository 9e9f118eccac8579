"""Differences inside one sentence, one article or one matter that no happening of the table carries.

An accusation that the same sentence or the next says is denied («وهو ما تنفيه أنقرة»); a question left open that a
claim of responsibility answers; a headline that counts in tens over a body that counts a hundred and more; people
treated, wounded and affected, of whom one set lies in the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tawatur.model.claim import Claim, Link
from tawatur.model.document import Sentence
from tawatur.model.event import Estimate
from tawatur.model.ids import content_id
from tawatur.model.ledger import Analysis, Finding
from tawatur.model.span import Span
from tawatur.reconcile import words
from tawatur.reconcile.acts import one_act
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding, snippet
from tawatur.reconcile.figures import make, of_text, said
from tawatur.reconcile.gist import gist
from tawatur.reconcile.happening import anchor
from tawatur.reconcile.likeness import token_range
from tawatur.reconcile.narration import claim_at
from tawatur.reconcile.origins import party
from tawatur.reconcile.scope import counted
from tawatur.reconcile.stands import Stand, stands
from tawatur.text.label import quotation
from tawatur.text.lexicon import Phrases, card
from tawatur.text.tell import what
from tawatur.text.words import peel

NEXT = 2
"""Sentences within which a question belongs to the killing told before it."""

NESTED = ("treated", "wounded", "casualties", "affected")
"""Measures of people of whom each set lies in a later one: brought to a doctor, hurt, hurt or killed, touched at all."""


@cache
def _list(table: str, name: str) -> Phrases[str]:
    return Phrases((w, w) for w in card("tawatur.reconcile", "ar.stands.toml")[table][name])


def findings(book: Book) -> tuple[list[Finding], list[Claim]]:
    """The findings, and the claims that only they needed."""
    out: list[Finding] = []
    claims: list[Claim] = []
    for found, extra in (*_denied(book), *_answered(book)):
        out.append(found)
        claims += extra
    out += [*_headlines(book), *_nested(book), *_nothing(book)]
    return out, claims


# ---------------------------------------------------------------- accused, and denied in the same breath
def _denied(book: Book) -> Iterator[tuple[Finding, list[Claim]]]:
    by: dict[str, list[tuple[Claim, Claim]]] = {}
    for a in book.analyses:
        for accusation, denial, who in _pairs(a, book):
            by.setdefault(who, []).append((accusation, denial))
    for who in sorted(by):
        told: list[tuple[Claim, Claim]] = []
        for pair in by[who]:
            alike = not told or _one_charge(told[0][0], pair[0], book)
            if alike and not any(book.same_text(pair[0].article, o[0].article) for o in told):
                told.append(pair)
        told = told[:3]
        members = [c for pair in told for c in pair]
        rebuttals = [r for _, d in told if (r := _rebuttal(d, who, book)) is not None]
        claims = list({c.id: c for c in [*members, *rebuttals]}.values())
        if len(claims) < 2:
            continue
        label = {lang: book.label(who, lang) for lang in LANGUAGES}
        yield (
            finding(
                book,
                "disputed.aside",
                claims,
                about=gist(told[0][0], book),
                parts={lang: {"denier": label[lang]} for lang in LANGUAGES},
                key=[c.id for c in claims],
            ),
            claims,
        )


def _one_charge(a: Claim, b: Claim, book: Book) -> bool:
    known = book.likeness.senses
    return a.id in known and b.id in known and book.likeness.shared(a.id, b.id)[0] >= ONE


ONE = 7.0
"""Weight that two accusations share that are one."""


def _pairs(a: Analysis, book: Book) -> Iterator[tuple[Claim, Claim, str]]:
    """(accusation, denial, party that denies): a clause that takes up all before it and denies it."""
    t = a.document.tokens
    for s in a.document.sentences:
        if s.role == "caption":
            continue
        for i in range(s.first + 3, s.last):
            opened = _takes_up(t.keys, i)
            if not opened or i + opened >= s.last:
                continue
            before = next((r for r in a.references if r.first == i + opened and not r.in_noise), None)
            verb = before.last if before is not None else i + opened  # «مع أن أنقرة تنفي ذلك»
            if verb >= s.last or not any(
                _list("deny", "verbs").longest(t.keys, verb, first=rest) for _, rest in peel(t.keys[verb])
            ):
                continue
            name = before.first if before is not None else verb + 1
            who = _named(a, name, book)
            if who is None:
                continue
            accusation = _said_before(a, s, t.starts[i])
            denial = _denial(a, s, t.starts[i], name, who)
            if accusation is not None and accusation.id != denial.id:
                yield accusation, denial, who


def _denial(a: Analysis, s: Sentence, start: int, name: int, who: str) -> Claim:
    """The denial as a claim of its own: the one that was read there, else one made of the clause."""
    read = [c for c in a.claims if c.mode == "denies" and s.span.covers(c.content) and c.content.start >= start]
    if read:
        return read[0]
    content = Span.of(a.document.text, start, s.span.end)
    named = next(r for r in a.references if r.first == name)
    return Claim(
        id=content_id("c", a.id, content.start, content.end, "denial"),
        article=a.id,
        content=content,
        sentence=s.span,
        chain=(Link(role="outlet"), Link(role="state", name=named.span, entity=named.entity)),
        origin=who,
        mode="denies",
        kind="indirect",
    )


def _takes_up(keys: tuple[str, ...], i: int) -> int:
    """Number of words that take up all that was said before («وهو ما», «الأمر الذي»), 0 where none does."""
    for _, rest in peel(keys[i]):
        found = _list("aside", "words").longest(keys, i, first=rest)
        if found:
            return found[0]
    return 0


def _named(a: Analysis, at: int, book: Book) -> str | None:
    near = next((r for r in a.references if r.first == at and not r.in_noise), None)
    if near is None:
        return None
    who = party(near.entity, book.entity) or near.entity
    return who if book.acts(who) else None


def _said_before(a: Analysis, s: Sentence, offset: int) -> Claim | None:
    """The claim in a sentence that ends before a place or begins before it, the longest."""
    found = [c for c in a.claims if s.span.covers(c.content) and c.content.start < offset and c.mode != "denies"]
    spoken = [c for c in found if c.kind != "narration"]
    return max(spoken or found, key=lambda c: (c.content.end - c.content.start, c.id), default=None)


def _rebuttal(denial: Claim, who: str, book: Book) -> Claim | None:
    """What the same party says next in the article."""
    a = book.by_article[denial.article]
    after = [c for c in a.claims if 0 < c.content.start - denial.sentence.end < REBUTTAL and c.kind != "narration"]
    own = [c for c in after if (party(c.origin, book.entity) or c.origin) == who]
    return own[0] if own else None


REBUTTAL = 160
"""Characters behind a denial's sentence within which its speaker's next words belong to it."""


# ---------------------------------------------------------------- nothing of the kind, and done
@cache
def _done() -> tuple[tuple[Phrases[str], Phrases[str]], ...]:
    rows = card("tawatur.reconcile", "ar.stands.toml")["done"]
    return tuple((Phrases((w, w) for w in r["noun"]), Phrases((w, w) for w in r["words"])) for r in rows)


def _hit(phrases: Phrases[str], keys: tuple[str, ...], i: int) -> bool:
    return any(phrases.longest(keys, i, first=rest) for _, rest in peel(keys[i]))


def _nothing(book: Book) -> Iterator[Finding]:
    """One speaker says that nothing of a kind took place, another in the same article that it did."""
    for a in book.analyses:
        keys = a.document.tokens.keys
        for deny in (c for c in book.claims.values() if c.article == a.id and c.origin in book.entity):
            first, last = token_range(a, deny.content)
            said = [
                n
                for i in range(first, last - 3)
                if _hit(_list("absent", "not"), keys, i)
                and _hit(_list("nothing", "verbs"), keys, i + 1)
                and _hit(_list("nothing", "any"), keys, i + 2)
                for n, (nouns, _) in enumerate(_done())
                if _hit(nouns, keys, i + 3)
            ]
            others = [
                c
                for c in book.claims.values()
                if c.article == a.id
                and c.id != deny.id
                and c.origin in book.entity
                and c.origin != deny.origin
                and c.mode == "states"
                and said
                and any(_hit(_done()[said[0]][1], keys, i) for i in range(*token_range(a, c.content)))
            ]
            if others:
                text = quotation(snippet(deny.content.text))
                parts = {
                    lang: {
                        "of": text,
                        "denier": book.label(deny.origin, lang),
                        "accuser": words.listed([book.label(c.origin, lang) for c in others[:3]], lang),
                    }
                    for lang in LANGUAGES
                }
                yield finding(
                    book,
                    "contradicts.nothing",
                    [deny, *others[:3]],
                    about=gist(deny, book),
                    parts=parts,
                    key=[c.id for c in (deny, *others[:3])],
                )
                break


# ---------------------------------------------------------------- left open, and answered
def _answered(book: Book) -> Iterator[tuple[Finding, list[Claim]]]:
    claimed = [x for x in stands(book) if x.kind == "claimed.killing"]
    if not claimed:
        return
    asked = [(c, e) for a in book.analyses for c, e in _questions(a, book)]
    used: set[str] = set()
    for claim, e in asked:
        later = [x for x in claimed if _one_killing(e, x, book) and x.article != claim.article]
        if not later or e.measure in used:
            continue
        used.add(e.measure)
        same = [c for c, o in asked if any(_one_killing(o, x, book) for x in later) or _one_question(c, claim, book)]
        first = _distinct(same, book)[:2]
        answers = _distinct([x.claim for x in later], book)[:2]
        day, then = book.day(first[0].article), book.day(answers[0].article)
        if day is None or then is None or then <= day:
            continue
        claims = [*first, *answers]
        culprit = later[0].value
        yield (
            finding(
                book,
                "updates.open",
                claims,
                about={lang: of_text(e, lang) for lang in LANGUAGES},
                parts={lang: {"of": of_text(e, lang), "culprit": book.label(culprit, lang)} for lang in LANGUAGES},
                key=[c.id for c in claims],
            ),
            claims,
        )


def _one_question(a: Claim, b: Claim, book: Book) -> bool:
    known = book.likeness.senses
    return a.id in known and b.id in known and book.likeness.shared(a.id, b.id)[1] >= HALF


HALF = 0.5
"""Share of the shorter question from which two are one."""


def _distinct(claims: list[Claim], book: Book) -> list[Claim]:
    out: list[Claim] = []
    for c in sorted(claims, key=lambda c: (str(book.day(c.article)), c.article, c.content.start)):
        if not any(o.article == c.article or book.same_text(o.article, c.article) for o in out):
            out.append(c)
    return out


def _questions(a: Analysis, book: Book) -> Iterator[tuple[Claim, Estimate]]:
    """Questions left open right after a killing is told, with its toll."""
    t = a.document.tokens
    killed = [
        e
        for e in book.estimates
        if e.article == a.id and e.measure == "killed" and e.low == e.high and not counted(e).people
    ]
    for s in a.document.sentences:
        for i in range(s.first, s.last):
            if not any(_list("open", "words").longest(t.keys, i, first=rest) for _, rest in peel(t.keys[i])):
                continue
            sentences = {x.index: x for x in a.document.sentences if 0 <= s.index - x.index <= NEXT}
            near = [e for e in killed if any(x.span.covers(e.span) for x in sentences.values())]
            if near:
                yield claim_at(a, s, t.span(i, i + 1)), near[-1]


def _one_killing(e: Estimate, x: Stand, book: Book) -> bool:
    """A claim of responsibility names as many of the same people, in an article of the same affair."""
    told = [
        o
        for o in book.estimates
        if o.article == x.article and o.measure == "killed" and x.claim.sentence.covers(o.span)
    ]
    return book.related(e.article, x.article) and any(
        (o.low, o.high) == (e.low, e.high) and counted(o) == counted(e) for o in told
    )


# ---------------------------------------------------------------- headline and body; sets of people
def _headlines(book: Book) -> Iterator[Finding]:
    """A headline's tens that lie below what the body counts: the outlet is careful, these are not two counts."""
    by: dict[str, list[Estimate]] = {}
    for e in book.estimates:
        by.setdefault(e.article, []).append(e)
    for article in sorted(by):
        title = [
            e
            for e in by[article]
            if e.claim in book.claims and book.in_title(book.claims[e.claim]) and e.approx == "vague"
        ]
        body = [
            e
            for e in by[article]
            if e.approx != "vague" and not (e.claim in book.claims and book.in_title(book.claims[e.claim]))
        ]
        for t in title:
            rival = [
                e
                for e in body
                if e.measure == t.measure
                and e.standing == t.standing
                and t.high is not None
                and (e.low or 0) > t.high
                and counted(e).people == counted(t).people
            ]
            if rival:
                e = rival[0]
                parts: dict[str, dict[str, object]] = {
                    lang: {"a": said(t, lang), "b": said(e, lang), "who": book.label(e.origin, lang)}
                    for lang in LANGUAGES
                }
                yield make(book, "differs.headline", (t, e), e, parts)
                break


def _nested(book: Book) -> Iterator[Finding]:
    """People treated in one article and affected or wounded in another, of one happening: one set lies in the other."""
    people = [
        e
        for e in book.estimates
        if e.measure in NESTED and e.approx != "vague" and counted(e).people and e.standing == "happened"
    ]
    seen: set[frozenset[str]] = set()
    for n, a in enumerate(people):
        for b in people[n + 1 :]:
            pair = frozenset({a.measure, b.measure})
            if len(pair) < 2 or a.article == b.article or pair in seen or (a.low, a.high) == (b.low, b.high):
                continue
            small, large = (a, b) if NESTED.index(a.measure) < NESTED.index(b.measure) else (b, a)
            if (small.low or small.high or 0) > (large.high or large.low or 0) or "treated" not in pair:
                continue
            p, q = anchor(a, book), anchor(b, book)
            if p is None or q is None or not one_act(p, q, book):
                continue
            seen.add(pair)
            parts: dict[str, dict[str, object]] = {
                lang: {
                    "a": said(small, lang),
                    "of_a": what(small, lang),
                    "b": said(large, lang),
                    "of_b": what(large, lang),
                }
                for lang in LANGUAGES
            }
            yield make(book, "differs.measure", (small, large), large, parts)
