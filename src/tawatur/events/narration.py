"""Claims of the outlet's own voice: stretches of sentences outside every attributed content that hold an event or a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.events.view import View
from tawatur.model.claim import OUTLET, Claim, Link
from tawatur.model.document import Sentence
from tawatur.model.ids import content_id

ENDING = ".،؛:"


def claims(v: View, needed: Iterable[int], background: Mapping[int, int]) -> tuple[tuple[Claim, ...], dict[int, Claim]]:
    """All claims of the article, narration added, and for every token of `needed` the claim that holds it.

    A token inside an attribution's content belongs to that attribution's claim; any other to the stretch of its own
    sentence between contents. `background`: figures that a relative clause only recalls, with its pronoun: in reported
    speech that is the outlet's own reminder («ندد الرئيس بالهجوم الذي أوقع 30 قتيلا»), unless the words are quoted.
    """
    existing = {c.attribution: c for c in v.analysis.claims if c.attribution is not None}
    made: dict[str, Claim] = {}
    of: dict[int, Claim] = {}
    for at in sorted(set(needed)):
        held = existing.get(v.speaker.get(at, -1))
        opener = background.get(at)
        if held is not None and (opener is None or _quoted(v, at)):
            of[at] = held
            continue
        s = next((s for s in v.sentences if s.first <= at < s.last), None)
        if s is None:
            continue
        claim = _narration(v, s, *(_stretch(v, s, at) if held is None or opener is None else _clause(v, s, opener, at)))
        of[at] = made.setdefault(claim.id, claim)
    ordered = sorted((*v.analysis.claims, *made.values()), key=lambda c: (c.content.start, c.content.end, c.id))
    return tuple(ordered), of


def _quoted(v: View, at: int) -> bool:
    start = v.tokens.starts[at]
    return any(q.span.start <= start < q.span.end and not q.is_name for q in v.analysis.quotes)


def _stretch(v: View, s: Sentence, at: int) -> tuple[int, int]:
    """The stretch of the sentence around `at` that no attribution covers."""
    first = at
    while first > s.first and v.speaker.get(first - 1, -1) < 0:
        first -= 1
    last = at + 1
    while last < s.last and v.speaker.get(last, -1) < 0:
        last += 1
    return first, last


def _clause(v: View, s: Sentence, opener: int, at: int) -> tuple[int, int]:
    """The relative clause from its pronoun to the next mark behind `at`."""
    last = at + 1
    while last < s.last and v.keys[last] not in ENDING:
        last += 1
    return opener, last


def _narration(v: View, s: Sentence, first: int, last: int) -> Claim:
    while last - 1 > first and v.keys[last - 1] in ENDING:
        last -= 1
    content = v.tokens.span(first, last)
    return Claim(
        id=content_id("c", v.analysis.id, content.start, content.end, "narration"),
        article=v.analysis.id,
        content=content,
        sentence=s.span,
        chain=(Link(role="outlet"),),
        origin=OUTLET,
        mode="states",
        kind="narration",
    )
