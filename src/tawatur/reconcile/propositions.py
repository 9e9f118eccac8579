"""What the claims say together: the same, by how many origins; asserted and denied; denied and later admitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.ledger import Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import finding
from tawatur.reconcile.gist import gist
from tawatur.reconcile.likeness import is_entity
from tawatur.reconcile.origins import INDISTINCT, UNNAMED, belongs, party
from tawatur.text.arabic import key
from tawatur.text.edtf import Period, period
from tawatur.text.lexicon import card
from tawatur.text.stem import stem
from tawatur.text.words import VERB_STARTS

SAYING = frozenset({"states", "estimates", "hedged"})

SAME_SHARE, SAME_WEIGHT, SAME_RARE = 0.6, 15.0, 2
"""Least share of the shorter claim, least weight and least number of rare words that two claims of one proposition share."""

ONE_COUNTS = 0.8
"""Least share where one claim counts something and the other does not: they are then not quite one proposition."""

ABOUT_SHARE, ABOUT_WEIGHT, ABOUT_RARE = 0.45, 11.0, 2
"""The same for an assertion and its denial, which share the matter but not the sentence."""

BESIDE_SHARE, BESIDE_WEIGHT = 0.35, 6.5
"""The same where one article sets the assertion beside its denial: it need not repeat what both are about."""

ADMITTED = 31
"""Days within which two admissions of one party are one."""


def same(a: Claim, b: Claim, book: Book) -> str | None:
    """Name of the first condition that keeps two claims from saying the same; None where they do."""
    x, y = book.likeness.senses[a.id], book.likeness.senses[b.id]
    if (a.mode in SAYING) != (b.mode in SAYING) or (a.mode not in SAYING and a.mode != b.mode):
        return "mode"
    if x.negated != y.negated:
        return "negation"
    if _one_admission(a, b, book):
        return None
    common, share = book.likeness.shared(a.id, b.id)
    if x.numbers and y.numbers and not x.numbers & y.numbers:
        return "numbers"
    if bool(x.numbers) != bool(y.numbers) and share < ONE_COUNTS:
        return "numbers"
    if _exclude(x.times, y.times):
        return "times"
    if common < SAME_WEIGHT or share < SAME_SHARE:
        return "likeness"
    if len(book.likeness.rare_shared(a.id, b.id)) < SAME_RARE:
        return "rare words"
    return None


def admissions(book: Book) -> list[tuple[str, str]]:
    """Pairs of claims in which one party admits something: worth comparing whatever words they share."""
    by_party: dict[str, list[str]] = {}
    for c in book.claims.values():
        if admits(c, book):
            by_party.setdefault(party(c.origin, book.entity) or c.origin, []).append(c.id)
    return [(a, b) if a < b else (b, a) for ids in by_party.values() for n, a in enumerate(ids) for b in ids[n + 1 :]]


def _one_admission(a: Claim, b: Claim, book: Book) -> bool:
    """Two tellings of one party's admission: a party admits a thing for the first time once.

    Both are made with a verb of admitting, their sentences name one month, and they share a word of the matter.
    """
    own = party(a.origin, book.entity) or a.origin
    if own != (party(b.origin, book.entity) or b.origin) or own == OUTLET or own.startswith(UNNAMED):
        return False
    if not (admits(a, book) and admits(b, book)):
        return False
    x, y = _named_times(a, book), _named_times(b, book)
    matter = book.likeness.senses[a.id].concepts & book.likeness.senses[b.id].concepts
    return any(p.meets(q) for p in x for q in y) and any(not is_entity(c) for c in matter)


def _named_times(c: Claim, book: Book) -> list[Period]:
    times = book.by_article[c.article].times
    found = [p for t in times if c.sentence.covers(t.span) and (p := period(t.edtf)) is not None]
    return [p for p in found if not p.open and p.days <= ADMITTED]


def _exclude(a: Sequence[str], b: Sequence[str]) -> bool:
    """Both name times, and no time of the one can be one of the other."""
    x, y = [p for t in a if (p := period(t))], [p for t in b if (p := period(t))]
    return bool(x and y) and not any(p.meets(q) for p in x for q in y)


def agreements(book: Book, pairs: Sequence[tuple[str, str]], told: frozenset[frozenset[str]]) -> list[Finding]:
    """One finding for each proposition that claims of two articles carry.

    `pairs`: candidate pairs of claim ids. `told`: sets of claims that a finding over figures holds already.
    """
    linked: dict[str, set[str]] = {}
    for i, j in pairs:
        a, b = book.claims[i], book.claims[j]
        if a.article != b.article and same(a, b, book) is None:
            linked.setdefault(i, set()).add(j)
            linked.setdefault(j, set()).add(i)
    out, used = [], set[str]()
    for center in sorted(linked, key=lambda i: (-len(linked[i]), i)):
        if center in used:
            continue
        members = {center}
        for other in sorted(linked[center] - used, key=lambda o: (-book.likeness.shared(center, o)[0], o)):
            if all(other in linked.get(m, ()) or book.claims[m].article == book.claims[other].article for m in members):
                members.add(other)
        claims = [
            book.claims[i]
            for i in sorted(members, key=lambda i: (book.claims[i].article, book.claims[i].content.start))
        ]
        if len({c.article for c in claims}) < 2 or any(members <= t for t in told):
            continue
        used |= members
        out.append(_finding(book, "agrees.claim", claims, {}))
    return out


@cache
def _admitting() -> frozenset[str]:
    return frozenset(key(w) for w in card("tawatur.reconcile", "ar.toml")["admitting"]["words"])


def _one_denial(against: Mapping[str, list[Claim]], book: Book) -> list[tuple[Claim, list[Claim]]]:
    """Denials of one matter by one party as one: the earliest and longest stands for all, with what stands against any."""
    groups: list[list[Claim]] = []
    for i in sorted(
        against,
        key=lambda i: (
            str(book.day(book.claims[i].article) or ""),
            book.in_title(book.claims[i]),
            -len(book.claims[i].content.text),
            i,
        ),
    ):
        deny = book.claims[i]
        own = party(deny.origin, book.entity) or deny.origin
        home = next(
            (
                g
                for g in groups
                if (party(g[0].origin, book.entity) or g[0].origin) == own
                and book.likeness.shared(g[0].id, i)[1] >= ABOUT_SHARE
            ),
            None,
        )
        if home is None:
            groups.append([deny])
        else:
            home.append(deny)
    out = []
    for group in groups:
        said = {c.id: c for deny in group for c in against[deny.id]}
        out.append((group[0], [said[i] for i in sorted(said)]))
    return out


@cache
def _denying() -> frozenset[str]:
    return frozenset(stem(key(w)) for w in card("tawatur.reconcile", "ar.toml")["denying"]["words"])


def denies(claim: Claim, book: Book) -> bool:
    """Say whether a claim says that something is not so; refusing to comment or to be named is no denial."""
    if claim.mode != "denies" or claim.attribution is None:
        return False
    a = book.by_article[claim.article].attributions[claim.attribution]
    return any(
        stem(w) in _denying() or stem(w.lstrip(VERB_STARTS)) in _denying()
        for w in (key(a.lemma), *key(a.cue.text).split())
    )


def admits(claim: Claim, book: Book) -> bool:
    """Say whether a claim is made with a verb of admitting («أقر», «اعترف»)."""
    if claim.attribution is None:
        return False
    a = book.by_article[claim.article].attributions[claim.attribution]
    return key(a.lemma) in _admitting() or any(
        key(a.cue.text).endswith(w) or w in key(a.cue.text) for w in _admitting()
    )


def disputes(book: Book, pairs: Sequence[tuple[str, str]]) -> list[Finding]:
    """Denials against assertions of one matter: disputed between parties, an update where one party changes its word."""
    against: dict[str, list[Claim]] = {}
    for i, j in pairs:
        a, b = book.claims[i], book.claims[j]
        if denies(a, book) and b.mode in SAYING:
            deny, say = a, b
        elif denies(b, book) and a.mode in SAYING:
            deny, say = b, a
        else:
            continue
        if about(deny, say, book) is None:
            against.setdefault(deny.id, []).append(say)
    out = []
    for deny, said in _one_denial(against, book):
        own = party(deny.origin, book.entity) or deny.origin
        same_party = [c for c in said if (party(c.origin, book.entity) or c.origin) == own]
        others = [c for c in said if (party(c.origin, book.entity) or c.origin) != own]
        later = [c for c in same_party if _later(c, deny, book) and (admits(c, book) or c.mode == "states")]
        if later:
            parts = {lang: {"origin": book.named(own, lang)} for lang in ("ar", "en")}
            out.append(_finding(book, "updates.position", [deny, *_few(later, book)], parts))
        named = [c for c in others if c.origin != OUTLET] or others
        named = [c for c in named if c.article != deny.article or not {c.origin, deny.origin} & INDISTINCT]
        if named:
            accusers = sorted({c.origin for c in named})
            parts = {
                lang: {
                    "accuser": words.listed([book.named(o, lang) for o in accusers], lang),
                    "denier": book.voice(deny.origin, deny.article, lang),
                }
                for lang in ("ar", "en")
            }
            out.append(_finding(book, "disputed.denial", [deny, *_few(named, book)], parts))
    return out


def about(deny: Claim, say: Claim, book: Book) -> str | None:
    """Name of the first condition that keeps a denial from being about an assertion; None where it is."""
    if deny.article == say.article and deny.content.overlaps(say.content):
        return "one inside the other"
    common, share = book.likeness.shared(deny.id, say.id)
    beside = deny.article == say.article
    if common < (BESIDE_WEIGHT if beside else ABOUT_WEIGHT) or share < (BESIDE_SHARE if beside else ABOUT_SHARE):
        return "likeness"
    if len(book.likeness.rare_shared(deny.id, say.id, 4.0)) < ABOUT_RARE:
        return "rare words"
    if book.likeness.senses[say.id].negated:
        return "negation"
    accused = _named(deny, book)
    return "other actors" if accused and not accused & _named(say, book) else None


def _named(c: Claim, book: Book) -> set[str]:
    """The people, organisations and states that a claim names, with the parties that they belong to; no places."""
    found = {e for e in book.likeness.senses[c.id].entities if book.acts(e)}
    return {p for e in found for p in (e, *belongs(e, book.entity))}


def _later(c: Claim, deny: Claim, book: Book) -> bool:
    x, y = book.day(c.article), book.day(deny.article)
    return x is not None and y is not None and x > y


def _few(claims: Sequence[Claim], book: Book) -> list[Claim]:
    """One claim an origin and text: copies say nothing new."""
    out: list[Claim] = []
    for c in sorted(
        claims, key=lambda c: (str(book.day(c.article) or ""), c.article, book.in_title(c), c.content.start)
    ):
        if not any(
            c.origin == o.origin and (book.same_text(c.article, o.article) or c.article == o.article) for o in out
        ):
            out.append(c)
    return out


def _finding(book: Book, rule: str, claims: Sequence[Claim], parts: dict[str, dict[str, str]]) -> Finding:
    named = [c for c in claims if c.origin != OUTLET and not c.origin.startswith(UNNAMED)]
    head = min(named or claims, key=lambda c: (len(c.content.text), c.id))
    return finding(book, rule, claims, about=gist(head, book), parts=parts, key=[c.id for c in claims])
