"""How a matter goes on from article to article: a decision put off, a mission planned, arrived and kept out, access.

The stages are data (`ar.courses.toml`). A stage counts where its words and one of the matter's nouns stand together; a
speaker's deadlines are his own, what goes on in a place belongs to the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur.model.claim import Claim
from tawatur.model.document import Sentence
from tawatur.model.ledger import Analysis, Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding
from tawatur.reconcile.narration import claim_at
from tawatur.reconcile.origins import party
from tawatur.text.lexicon import Phrases, card
from tawatur.text.words import peel

REACH, APART, FEW = 12, 14, 2
"""Words between a stage and its noun; days between two articles of one course; claims of one stage."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of one matter, where an article shows it."""

    course: str
    kind: str
    of: str
    stage: int
    name: str
    claim: Claim
    title: bool


@cache
def _courses() -> tuple[tuple[dict[str, Any], Phrases[str], Phrases[int]], ...]:
    rows = card("tawatur.reconcile", "ar.courses.toml")["course"]
    return tuple(
        (
            r,
            Phrases((w, w) for w in r["heads"]),
            Phrases((w, n) for n, stage in enumerate(r["stages"]) for w in stage["words"]),
        )
        for r in rows
    )


def steps(a: Analysis, book: Book) -> Iterator[Step]:
    """Every step that an article shows."""
    t = a.document.tokens
    for s in a.document.sentences:
        if s.role == "caption":
            continue
        for row, heads, stages in _courses():
            at = [i for i in range(s.first, s.last) if _find(heads, t.keys, i) is not None]
            if not at:
                continue
            passed = s.first
            for i in range(s.first, s.last):
                found = _find(stages, t.keys, i) if i >= passed else None
                if found is None or not any(abs(j - i) <= REACH for j in at):
                    continue
                passed = i + found[0]
                claim = claim_at(a, s, t.span(i, min(passed, s.last)))
                of = _of(row["by"], a, s, claim, book)
                if of is not None:
                    stage = found[1]
                    yield Step(
                        row["name"], row["kind"], of, stage, row["stages"][stage]["name"], claim, s.role == "title"
                    )


def _find(phrases: Phrases[Any], keys: Sequence[str], i: int) -> tuple[int, Any] | None:
    return next((f for _, rest in peel(keys[i]) if (f := phrases.longest(keys, i, first=rest))), None)


def _of(by: str, a: Analysis, s: Sentence, claim: Claim, book: Book) -> str | None:
    """Whose matter it is: the speaker, where he is named; or the place, by the sentence or by what the article is about."""
    if by == "speaker":
        return claim.origin if claim.origin in book.entity else None
    here = [r for r in a.references if s.first <= r.first < s.last and r.type == "LOC" and r.how != "metonym"]
    towns = [r.entity for r in here if not book.is_state(r.entity)]
    focus = book.focus.get(a.id)
    return focus if focus is not None and (focus in towns or not towns) else towns[0] if towns else None


def findings(book: Book) -> tuple[list[Finding], list[Claim]]:
    """The findings, and the claims that only they needed."""
    by: dict[tuple[str, str], list[Step]] = {}
    for a in book.analyses:
        for x in steps(a, book):
            by.setdefault((x.course, x.of), []).append(x)
    out, claims = [], list[Claim]()
    for key in sorted(by):
        held = _near(by[key], book)
        made = _disputed(held, book) if held[0].kind == "disputed" else _updated(held, book)
        if made is not None:
            out.append(made[0])
            claims += made[1]
    return out, claims


def _near(held: Sequence[Step], book: Book) -> list[Step]:
    center = max(
        sorted({x.claim.article for x in held}), key=lambda a: sum(book.related(a, x.claim.article) for x in held)
    )
    day = book.day(center)
    return [
        x
        for x in held
        if book.related(center, x.claim.article)
        and (day is None or (d := book.day(x.claim.article)) is None or abs((d - day).days) <= APART)
    ]


def _stages(held: Sequence[Step], book: Book) -> list[Step]:
    """The first tellings of each stage, a few of each, in the order of the days."""
    out: list[Step] = []
    for x in sorted(
        held, key=lambda x: (x.title, str(book.day(x.claim.article)), x.claim.article, x.claim.content.start)
    ):
        same = [o for o in out if o.stage == x.stage]
        if len(same) < FEW and not any(
            o.claim.id == x.claim.id or book.same_text(o.claim.article, x.claim.article) for o in same
        ):
            out.append(x)
    return sorted(out, key=lambda x: (str(book.day(x.claim.article)), x.claim.article, x.claim.content.start))


def _updated(held: Sequence[Step], book: Book) -> tuple[Finding, list[Claim]] | None:
    """A later article shows another stage."""
    told = _stages(held, book)
    days = {book.day(x.claim.article) for x in told}
    if len({x.stage for x in told}) < 2 or len(days) < 2:
        return None
    last = told[-1]
    if not any(x.stage != last.stage and book.day(x.claim.article) != book.day(last.claim.article) for x in told):
        return None
    said = {lang: words.steps([words.stage(x.course, x.name, lang) for x in _runs(told)], lang) for lang in LANGUAGES}
    return _finding(book, "updates.course", told, {lang: {"steps": said[lang]} for lang in LANGUAGES})


def _runs(told: Sequence[Step]) -> list[Step]:
    return [x for n, x in enumerate(told) if n == 0 or told[n - 1].stage != x.stage]


def _disputed(held: Sequence[Step], book: Book) -> tuple[Finding, list[Claim]] | None:
    """Two parties show stages that exclude each other."""
    told = [x for x in _stages(held, book) if x.claim.origin in book.entity or x.claim.origin.startswith("unnamed:")]
    sides = {n: [x for x in told if x.stage == n] for n in {x.stage for x in told}}
    voices = {n: {party(x.claim.origin, book.entity) or x.claim.origin for x in side} for n, side in sides.items()}
    if len(sides) < 2 or any(voices[n] & voices[m] for n in sides for m in sides if n < m):
        return None
    said = {
        lang: words.listed(
            [
                f"{words.stage(side[0].course, side[0].name, lang)} ({words.listed([book.label(x.claim.origin, lang) for x in side], lang)})"
                for _, side in sorted(sides.items())
            ],
            lang,
        )
        for lang in LANGUAGES
    }
    return _finding(book, "disputed.course", told, {lang: {"sides": said[lang]} for lang in LANGUAGES})


def _finding(
    book: Book, rule: str, told: Sequence[Step], parts: dict[str, dict[str, object]]
) -> tuple[Finding, list[Claim]] | None:
    claims = list({x.claim.id: x.claim for x in told}.values())
    if len(claims) < 2:
        return None
    head = told[0]
    about = {lang: words.course(head.course, book.label(head.of, lang), lang) for lang in LANGUAGES}
    made = finding(
        book,
        rule,
        claims,
        about=about,
        parts={lang: {"of": about[lang], **parts[lang]} for lang in LANGUAGES},
        key=[c.id for c in claims],
    )
    return made, claims
