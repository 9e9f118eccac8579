"""Quantities and counted victims → estimates: measure, what is counted, where, when, how real, who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from tawatur.events.arguments import roles
from tawatur.events.dictionary import PACKAGE
from tawatur.events.doubt import standing
from tawatur.events.govern import STOPS, Governor, governors
from tawatur.events.measure import OPENING, Measured, measured
from tawatur.events.phrases import agent, describes
from tawatur.events.scope import entity_after, over_and_day, place_of, said_on
from tawatur.events.units import Counted, bare, counted, listed, nisba, words
from tawatur.events.victims import Victim, victims
from tawatur.events.view import View
from tawatur.model.claim import Claim
from tawatur.model.document import Sentence
from tawatur.model.event import Estimate
from tawatur.model.ids import content_id
from tawatur.model.mention import Quantity
from tawatur.text.arabic import key
from tawatur.text.inflect import is_definite
from tawatur.text.lexicon import table
from tawatur.text.words import ARTICLE

ACTING = frozenset({"sent", "launched", "attended", "taken", "struck", "attacks", "weapons", "vehicles"})
"""Measures of what is done: the origin of the thing counted («جندي روسي») is who acts; else it is who is acted upon."""


DOUBT = {"rumoured": "hedged", "planned": "estimates"}
"""What a statement is worth where its own words doubt («قد ترسل»): nothing hedged is ever stated."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What will be an estimate: a quantity with what it measures, or a victim counted without a number."""

    sentence: Sentence
    first: int
    quantity: Quantity | None = None
    measured: Measured | None = None
    victim: Victim | None = None


def figures(v: View) -> tuple[Figure, ...]:
    """Every figure of the article that measures something, sentence by sentence in the order of the text."""
    out: list[Figure] = []
    for s in v.sentences:
        found = governors(v, s)
        seen: set[int] = set()
        for q in map(v.quantity.get, range(s.first, s.last)):
            if q is None or q.first in seen:
                continue
            seen.add(q.first)
            m = measured(v, s, q, found)
            if m is not None:
                out.append(Figure(s, q.first, q, m))
        out.extend(Figure(s, x.first, victim=x) for x in victims(v, s, found))
    return tuple(sorted(out, key=lambda f: (f.sentence.index, f.first)))


def estimates(v: View, found: tuple[Figure, ...], claim_of: Mapping[int, Claim]) -> tuple[Estimate, ...]:
    """The estimates of an article's figures. `claim_of`: for the first token of a figure, the claim that holds it."""
    out: list[Estimate] = []
    sentence, here = -1, 0
    for f in found:
        if f.sentence.index != sentence:
            sentence, here = f.sentence.index, len(out)
        if f.victim is not None:
            out.append(_of_victim(v, f.sentence, f.victim, claim_of))
        elif f.quantity is not None and f.measured is not None:
            e = _estimate(v, f.sentence, f.quantity, f.measured, claim_of)
            out.append(_part(v, f.sentence, f.quantity, e, out[here:]))
    return tuple(out)


def _estimate(v: View, s: Sentence, q: Quantity, m: Measured, claim_of: Mapping[int, Claim]) -> Estimate:
    claim = claim_of[q.first]
    at = m.governor.at if m.governor else -1
    first, last = _thing(v, s, q)
    of_ar = v.tokens.span(first, last).text if first < last else q.unit
    return _complete(
        v,
        s,
        Estimate(
            id=content_id("e", v.analysis.id, q.span.start, q.span.end, m.measure),
            article=v.analysis.id,
            measure=m.measure,
            of_ar=" ".join(of_ar.split()),
            of_en=english(v, m.counted, q, (first + 1, max(last, first + 2) if last < s.last else last)),
            span=q.span,
            low=q.low,
            best=q.best,
            high=q.high,
            approx=q.approx,
            mode=claim.mode,
            origin=claim.origin,
            claim=claim.id,
            lemma=m.counted.unit.lemma if m.counted else q.lemma,
            class_=m.counted.unit.class_ if m.counted else "unknown",
            standing=standing(v, at if at >= 0 else q.first, s.first),
            rule=f"figure:{m.rule}" + (f":{m.governor.act.lemma}" if m.governor else ""),
        ),
        (q.first, max(last, q.last)),
        m.governor,
    )


def _complete(v: View, s: Sentence, e: Estimate, where: tuple[int, int], g: Governor | None) -> Estimate:
    first, last = where
    over, day = over_and_day(v, s, where)
    said = said_on(v, first)
    origin_of = _origin_adjective(v, s, first, last)
    acting = e.measure in ACTING
    acts = g is not None and (acting or "s" not in g.act.counts)
    doer = (
        next((r.entity for r in roles(v, s, g).actors if r.entity is not None), None)
        if g is not None and acts
        else None
    )
    return replace(
        e,
        place=place_of(v, s, where),
        recipient=entity_after(v, s, last, words("to")) if acting else origin_of,
        actor=doer or (origin_of if acting else None),
        mode=DOUBT.get(e.standing, e.mode) if e.mode == "states" else e.mode,
        over=over,
        as_of=day or said,
        said=said,
    )


def _origin_adjective(v: View, s: Sentence, first: int, last: int) -> str | None:
    for i in range(first, min(s.last, last + 1)):
        found = nisba(v.keys, i)
        if found:
            return found[1]
    return None


def _thing(v: View, s: Sentence, q: Quantity) -> tuple[int, int]:
    """Tokens of the noun phrase that is counted: the noun with its adjectives; behind «من» where no noun stands before."""
    first = v.at(q.unit_span.start) if q.unit_span is not None else q.last
    if q.unit_span is None or v.keys[first] in words("container"):
        after = first if q.unit_span is None else first + 1
        if after + 1 < s.last and v.keys[after] in words("from"):
            first = after + 1
            while first < s.last and v.keys[first] in OPENING:
                first += 1
        elif q.unit_span is None:
            return q.last, q.last
    last = first + 1
    if last < s.last and not is_definite(v.keys[first], "") and is_definite(v.keys[last], "") and last not in v.time:
        r = v.reference.get(last) or v.name.get(last)  # in construct: the police's men, troops of the elite
        last = r.last if r is not None and r.first == last else last + 1
    while last < s.last and last - first < 8:
        found = nisba(v.keys, last)
        if found:
            last += found[0]
        elif last not in v.time and (describes(v.keys[last]) or _agrees(v, last)):
            last += 1
        elif (
            v.keys[last] in words("from")
            and last + 1 < s.last
            and (c := counted(v.keys[last + 1])) is not None
            and c.article
        ):
            last += 2
        else:
            break
    return first, min(last, s.last)


def _agrees(v: View, at: int) -> bool:
    """Say whether a definite word behind a definite noun can only be its adjective: «القوات الخاصة»."""
    word, before = v.keys[at], v.keys[at - 1]
    noun = counted(word) is not None or agent(word) is not None or word in listed("arguments", "relative")
    return is_definite(word, "") and is_definite(before, "") and not noun


SERVING = frozenset({"man", "member", "officer"})
"""Units that say little in English without what their people belong to: «رجال الإطفاء»."""


@cache
def corps() -> dict[str, tuple[str, str]]:
    """Key of what men or members belong to → English for one and many of them.

    >>> corps()["انقاذ"]
    ('rescuer', 'rescuers')
    """
    return {key(of): (one, many) for of, one, many in table(PACKAGE, "ar.corps.tsv", 3)}


def english(v: View, c: Counted | None, q: Quantity | None, thing: tuple[int, int]) -> str:
    """What is counted in English: the noun with its adjective of origin, "" where no list knows it."""
    if c is None:
        return q.currency or "" if q is not None else ""
    one = q is not None and q.low == q.high == 1
    named = (
        corps().get(v.keys[thing[0]].removeprefix(ARTICLE)) if c.unit.one in SERVING and thing[0] < thing[1] else None
    )
    noun = (named or (c.unit.one, c.unit.many))[0 if one else 1]
    origin = next((found[2] for i in range(*thing) if (found := nisba(v.keys, i))), None)
    return f"{origin} {noun}" if origin else noun


def _part(v: View, s: Sentence, q: Quantity, e: Estimate, before: list[Estimate]) -> Estimate:
    """Mark a figure that counts some of the one before it: «6000 شخص، من بينهم 5000 عامل»."""
    names = words("part")
    for i in range(q.first - 1, max(s.first - 1, q.first - 4), -1):
        if v.keys[i] in STOPS:
            break
        if bare(v.keys[i], "and") in names:
            whole = before[-1] if before else None
            if whole is None:
                return replace(e, part_of=True)
            while whole.part_of and any(b.id == whole.whole for b in before):
                whole = next(b for b in before if b.id == whole.whole)
            takes = e.measure == "other" or e.rule.startswith("figure:sort")
            return replace(
                e,
                part_of=True,
                whole=whole.id,
                measure=whole.measure if takes else e.measure,
                standing=whole.standing if takes else e.standing,
            )
    return e


def _of_victim(v: View, s: Sentence, x: Victim, claim_of: Mapping[int, Claim]) -> Estimate:
    claim = claim_of[x.first]
    span = v.tokens.span(x.first, x.last)
    found = nisba(v.keys, x.last) if x.last < s.last else None
    noun = (x.counted.unit.one if x.number == 1 else x.counted.unit.many) if x.counted else ""
    return _complete(
        v,
        s,
        Estimate(
            id=content_id("e", v.analysis.id, span.start, span.end, x.measure),
            article=v.analysis.id,
            measure=x.measure,
            of_ar=span.text,
            of_en=f"{found[2]} {noun}" if found else noun,
            span=span,
            low=x.number,
            best=x.number,
            high=None if x.approx == "at_least" else x.number,
            approx=x.approx,
            mode=claim.mode,
            origin=claim.origin,
            claim=claim.id,
            lemma=x.counted.unit.lemma if x.counted else key(span.text),
            class_=x.counted.unit.class_ if x.counted else "unknown",
            standing=standing(v, x.governor.at, s.first) if x.governor else "happened",
            rule=x.rule,
        ),
        (x.first, x.last),
        x.governor,
    )
