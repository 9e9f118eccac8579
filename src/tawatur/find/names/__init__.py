"""Finds names of people, organisations and places: lists, bodies by rule, titles, heads, and a trained tagger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.features import marks
from tawatur.find.names.learnt import learnt
from tawatur.find.names.listed import CLOSING, OPENING, listed, word_lists
from tawatur.find.names.shaped import shaped
from tawatur.find.names.tagger import tagged
from tawatur.find.names.titled import titled
from tawatur.find.names.trim import echoed, trimmed
from tawatur.model.document import Document
from tawatur.model.mention import Name
from tawatur.model.span import Span
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.known.index import lookup
from tawatur.text.known.nations import nation
from tawatur.text.offsets import start_without
from tawatur.text.words import peel


def settle(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """Of those that overlap keep the stronger, then the longer, then the earlier."""
    taken = bytearray(length)
    kept = []
    for c in sorted((c for c in candidates if c.strength), key=lambda c: (-c.strength, c.first - c.last, c.first)):
        if not any(taken[c.first : c.last]):
            taken[c.first : c.last] = b"\x01" * (c.last - c.first)
            kept.append(c)
    return sorted(kept, key=lambda c: c.first)


_QUOTED = 4
"""Most words of a body's name in quotation marks."""
_OVERRULED = ("known:city", "known:club", "known:territory", "known:region", "known:family", "body:")
"""Known names whose type the tagger may overrule: a town is often a club."""
_FIRM = ("known:person", "known:agency")
"""Known names that win over a part of themselves that was tagged."""


def agreed(tokens: Tokens, proposed: Sequence[Candidate], tagged_: Iterable[Candidate]) -> list[Candidate]:
    """What the tagger found, with the ids of what lists know, and cut where a known name begins inside a person's."""
    known: dict[int, Candidate] = {}
    for c in proposed:
        if c.strength and c.rule.startswith(("known", "body")):
            known.update(dict.fromkeys(range(c.first, c.last), c))
    out = []
    for t in tagged_:
        k = known.get(t.first) or known.get(t.last - 1)
        if k is None:
            out.append(_looked_up(tokens, t))
        elif (k.first, k.last) == (t.first, t.last):
            out.append(replace(k, strength=t.strength) if k.type == t.type or not k.rule.startswith(_OVERRULED) else t)
        elif k.first <= t.first and t.last <= k.last and (k.rule.startswith(_FIRM) or _cut(tokens, k, t)):
            out.append(replace(k, strength=t.strength))
        elif t.type == "PER" and k.type != "PER" and t.first < k.first:
            if k.first - t.first > 1 or len(tokens.keys[t.first]) > 2:  # what is left of «لـCNN» is no name
                out.append(replace(t, last=k.first))
        else:
            out.append(_looked_up(tokens, t))
    return out


def _cut(tokens: Tokens, k: Candidate, t: Candidate) -> bool:
    """Say whether the tagger left off the end of a known name: «بيونج» of «بيونج يانج»; not the adjective of «حزب الله اللبناني»."""
    return k.rule.startswith("known") and t.last < k.last and not nation(tokens.keys, t.last)


def _looked_up(tokens: Tokens, t: Candidate) -> Candidate:
    """A tagged name that is exactly a known one of its type."""
    hit = lookup(tokens.keys, t.first)
    if hit and hit[0] == t.last - t.first and hit[2].type == t.type:
        return replace(t, entity=hit[2].entity)
    return t


def joined(tokens: Tokens, tagged_: Sequence[Candidate]) -> Iterator[Candidate]:
    """Two places that touch after one head are one: «مدينة جيلان بينار», «إقليم شانلي أورفا»."""
    held: Candidate | None = None
    for t in tagged_:
        if held and held.last == t.first and _second_half(tokens, held, t):
            held = replace(held, last=t.last)
            continue
        if held:
            yield held
        held = t
    if held:
        yield held


def _second_half(tokens: Tokens, held: Candidate, t: Candidate) -> bool:
    """Say whether two places, each of one word that no list holds, are the halves of one name."""
    single = t.last - t.first == held.last - held.first == 1
    unknown = not lookup(tokens.keys, held.first) and not lookup(tokens.keys, t.first)
    return (
        held.type == t.type == "LOC"
        and single
        and unknown
        and not t.prefix
        and tokens.gaps[t.first] < Gap.LINE
        and held.first > 0
        and any(s in word_lists("place_heads") for _, s in peel(tokens.keys[held.first - 1]))
    )


def quoted(tokens: Tokens) -> Iterator[Candidate]:
    """What a body is called in quotation marks after the word that says what it is: «حزب "الوطن والعدالة"»."""
    for at in range(1, len(tokens) - 2):
        if tokens.forms[at] not in OPENING or not any(
            s in word_lists("org_heads") for _, s in peel(tokens.keys[at - 1])
        ):
            continue
        end = next((i for i in range(at + 1, min(len(tokens), at + 2 + _QUOTED)) if tokens.forms[i] in CLOSING), None)
        if end and end > at + 1 and all(tokens.kinds[i] is Kind.WORD for i in range(at + 1, end)):
            yield Candidate(at + 1, end, 0, "ORG", "quoted", 33)


def unmixed(tagged_: Iterable[Candidate], shapes: Sequence[Candidate]) -> Iterator[Candidate]:
    """What the tagger found without what swallows the end of a person's name, and without things that are places."""
    taken = {i for c in shapes if c.type == "PER" and c.last - c.first > 1 for i in range(c.first, c.last)}
    places = {c.first for c in shapes if c.type == "LOC"}
    for t in tagged_:
        if t.type == "MISC" and t.first in places:
            continue
        if t.type == "PER" or t.first in taken or t.last - 1 not in taken:
            yield t
        else:
            yield replace(t, last=next(i for i in range(t.first, t.last) if i in taken))


def named(doc: Document, candidates: Sequence[Candidate]) -> tuple[Name, ...]:
    """The mentions that `candidates` make; a name wholly outside the story is marked so."""
    t = doc.tokens
    repeats = [n.span for n in doc.noise if n.reason == "repeat"]
    out = []
    for c in candidates:
        start, end = t.starts[c.first], t.ends[c.last - 1]
        if c.prefix:
            start = start_without(t.text, start, c.prefix)
        if any(s.start <= start < s.end for s in repeats):
            continue
        keys = (t.keys[c.first][c.prefix :], *t.keys[c.first + 1 : c.last])
        out.append(
            Name(
                span=Span.of(t.text, start, end),
                first=c.first,
                last=c.last,
                rule=c.rule,
                in_noise=not doc.story[c.first],
                type=c.type,
                key=" ".join(keys),
                entity=c.entity,
            )
        )
    return tuple(out)


def _begins_small(t: Tokens, at: int) -> bool:
    """A Latin word without a capital begins no name: «s leader Kim …» is the rest of a caption."""
    return t.kinds[at] is Kind.LATIN and t.forms[at][:1].islower()


def find(doc: Document) -> tuple[Name, ...]:
    """Every name of `doc`, in the order of the text; the second printing of a title is left out."""
    t = doc.tokens
    proposed = [*listed(t), *titled(t)]
    shapes = list(trimmed(t, shaped(t)))
    by_tagger = list(joined(t, list(unmixed(trimmed(t, tagged(t, marks(proposed))), shapes))))
    found = [*proposed, *shapes, *quoted(t), *agreed(t, proposed, by_tagger)]
    found = [c for c in found if c.entity is not None or not _begins_small(t, c.first)]
    kept = settle(learnt(t, found), len(t))
    return named(doc, settle([*kept, *echoed(t, kept)], len(t)))
