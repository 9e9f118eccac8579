"""Where each voice stands on a happening: who did it, who denies it, whether it was at all, how sure one is, by what means.

Words are data (`ar.stands.toml`). A stand belongs to the happening named nearest before it or in its own sentence; its
voice is the speaker of the claim that holds it, or whoever the sentence itself names as accusing or denying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.document import Sentence
from tawatur.model.ledger import Analysis
from tawatur.model.mention import Reference
from tawatur.reconcile.book import Book
from tawatur.reconcile.narration import claim_at
from tawatur.reconcile.origins import party
from tawatur.reconcile.referents import Referent
from tawatur.text.known.nations import nation
from tawatur.text.lexicon import Phrases, card
from tawatur.text.words import ARTICLE, BI, peel

FIRMEST = 3
"""Degree above which even a voice without a name is told as sure."""

NEAR, CHARGE, BACK = 5, 14, 4
"""Words within which a party stands beside its verb; within which a charge follows; sentences back to the happening."""


COMMAS = frozenset("،,;؛")


@dataclass(frozen=True, slots=True)
class Stand:
    """One voice's stand on one happening. `value`: the culprit's party, a means, a degree; `firm`: without perhaps; `outright`: by a verb that says just this."""

    kind: str
    value: str
    referent: Referent
    claim: Claim
    voice: str
    article: str
    at: int
    firm: bool = True
    title: bool = False
    outright: bool = False


@cache
def _list(*path: str) -> Phrases[str]:
    data = card("tawatur.reconcile", "ar.stands.toml")
    for name in path:
        data = data[name]
    return Phrases((w, w) for w in data)


@cache
def _means() -> Phrases[tuple[str, str]]:
    rows = card("tawatur.reconcile", "ar.stands.toml")["means"]
    return Phrases((w, (r["name"], value)) for r in rows for value, words in r["values"].items() for w in words)


@cache
def _degrees() -> Phrases[int]:
    sure = card("tawatur.reconcile", "ar.stands.toml")["sure"]
    return Phrases((w, int(n)) for n, words in sure.items() if n.isdigit() for w in words)


class Reader:
    """Reads the stands of one article."""

    def __init__(self, a: Analysis, book: Book) -> None:
        self.a, self.book = a, book
        self.keys = a.document.tokens.keys
        self.refs = sorted((r for r in a.references if not r.in_noise), key=lambda r: (r.first, -r.last))

    def stands(self) -> Iterator[Stand]:
        """Every stand, in the order of the text."""
        for s in self.a.document.sentences:
            if s.role == "caption":
                continue
            for i in range(s.first, s.last):
                yield from self._at(s, i)

    def _has(self, i: int, *path: str) -> int:
        """Number of words of the list that stand at token `i`, 0 where none does."""
        found = next(
            (f for _, rest in peel(self.keys[i]) if (f := _list(*path).longest(self.keys, i, first=rest))), None
        )
        return found[0] if found else 0

    def _any(self, first: int, last: int, *path: str) -> int | None:
        return next((i for i in range(first, last) if self._has(i, *path)), None)

    def _at(self, s: Sentence, i: int) -> Iterator[Stand]:
        where = self._referent(s, i)
        if where is None:
            return
        yield from self._blamed(s, i, where)
        yield from self._denied(s, i, where)
        yield from self._degree(s, i, where)
        yield from self._means(s, i, where)
        yield from self._culprit(s, i, where)
        yield from self._claimed(s, i, where)
        yield from self._told(s, i, where)
        yield from self._unchecked(s, i, where)

    # ---------------------------------------------------------------- the happening
    def _referent(self, s: Sentence, i: int) -> Referent | None:
        """The happening nearest to token `i` in its sentence, else the last one named shortly before."""
        named = [x for x in self.book.happenings[self.a.id] if (self.a.id, x.at) in self.book.referents]
        here = [x for x in named if x.sentence == s.index]
        if here:
            near = min(here, key=lambda x: (abs(x.at - i), x.at))
        else:
            before = [x for x in named if 0 < s.index - x.sentence <= BACK]
            if not before:
                return None
            near = before[-1]
        return self.book.referents[self.a.id, near.at]

    # ---------------------------------------------------------------- parties
    def _parties(self, first: int, last: int) -> list[Reference]:
        """The people, bodies and states named between two tokens, each once, the longest phrase of each place."""
        out: list[Reference] = []
        for r in self.refs:
            if first <= r.first < last and (not out or r.first >= out[-1].last) and self._actor(r.entity):
                out.append(r)
        return out

    def _actor(self, entity: str) -> bool:
        return self.book.acts(entity)

    def _party(self, entity: str) -> str:
        return party(entity, self.book.entity) or entity

    def _stand(
        self,
        kind: str,
        value: str,
        where: Referent,
        s: Sentence,
        i: int,
        n: int = 1,
        voice: str | None = None,
        *,
        firm: bool = True,
    ) -> Stand:
        span = self.a.document.tokens.span(i, min(i + n, s.last))
        claim = self._said_with(span.start) or claim_at(self.a, s, span)
        claim = self.book.claims.get(claim.id, claim)
        return Stand(
            kind,
            value,
            where,
            claim,
            voice or claim.origin,
            self.a.id,
            i,
            firm=firm and not self._maybe(s, i),
            title=s.role == "title",
            outright=bool(
                self._has(i, "accuse", "verbs") or self._has(i, "accuse", "point") or self._has(i, "deny", "verbs")
            ),
        )

    def _said_with(self, at: int) -> Claim | None:
        """The claim whose own cue stands at a character."""
        for n, x in enumerate(self.a.attributions):
            if x.cue.start <= at < x.cue.end:
                found = [c for c in self.a.claims if c.attribution == n]
                if found:
                    return found[0]
        return None

    def _maybe(self, s: Sentence, i: int) -> bool:
        near = range(max(s.first, i - NEAR), min(s.last, i + NEAR + 3))
        return any(self._has(j, "perhaps", "words") for j in near)

    # ---------------------------------------------------------------- who did it
    def _blamed(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        if n := self._has(i, "accuse", "verbs"):
            if self._any(i + n, min(s.last, i + n + 2), "accuse", "by") is not None:
                return  # «اتهامه من قبل الرئيس»: who is accused stands before
            end = next((j for j in range(i + 1, min(s.last, i + CHARGE * 3)) if self._opens_charge(j)), None)
            named = self._parties(i + n, end if end is not None else min(s.last, i + NEAR + n))
            lone = len(named) == 1 and named[0].first == i + n and end is not None and end - named[0].last > 1
            lone = lone and not any(r.last in (i - 1, i) for r in self.refs)
            if named and end is not None and not lone and self._of_deed(s, end):
                accuser = [self._party(r.entity) for r in named[:-1]]
                yield self._stand("blame", self._party(named[-1].entity), where, s, i, n, self._accuser(s, i, accuser))
        elif n := self._has(i, "accuse", "point"):
            to = next((j for j in range(i + n - 1, min(s.last, i + n + 2)) if self._has(j, "accuse", "to")), None)
            named = self._parties(i + 1, min(s.last, i + n + NEAR)) if to is not None else []
            if named:
                yield self._stand("blame", self._party(named[0].entity), where, s, i, n)
        elif n := self._has(i, "accuse", "blame"):
            guilt = self._any(i + 1, min(s.last, i + CHARGE), "accuse", "guilt")
            named = self._parties(i + n, guilt) if guilt is not None else []
            if named:
                yield self._stand("blame", self._party(named[-1].entity), where, s, i, n)
        elif n := self._has(i, "accuse", "behind"):
            named = [r for r in self._parties(max(s.first, i - NEAR), i) if not self._comma(r.last, i)]
            accused = any(self._has(j, "accuse", "verbs") for j in range(max(s.first, i - CHARGE), i))
            if named and not accused and not self._negated(s, i):
                yield self._stand("blame", self._party(named[-1].entity), where, s, i, n)
        elif (n := self._has(i, "accuse", "did")) and self._deed(s, i + n):
            named = [r for r in self._parties(i + n, i + n + 1) if not self._to(r)] or [
                r for r in self._parties(max(s.first, i - NEAR), i) if r.last == i
            ]
            if named and not self._negated(s, i):
                yield self._stand("blame", self._party(named[0].entity), where, s, i, n)
        elif any(x.at == i for x in self.book.happenings[self.a.id]):
            fit = (j for j in range(i + 1, min(s.last, i + 4)) if self._describes(i, j))
            found = next((f for j in fit if (f := nation(self.keys, j))), None)
            if found is not None and found[1].of and not self._negated(s, i) and (self.a.id, i) in self.book.referents:
                yield self._stand("blame", found[1].of[0], where, s, i, 2)

    def _describes(self, i: int, j: int) -> bool:
        """An adjective beside its noun has the article where that has it; further off, without it, it is what is said of it."""
        noun = any(rest.startswith(ARTICLE) for _, rest in peel(self.keys[i]))
        adjective = self.keys[j].startswith(ARTICLE)
        if noun == adjective and j <= i + 2:
            return True
        return noun and not adjective and all(self._has(k, "accuse", "copula") for k in range(i + 1, j))

    def _to(self, r: Reference) -> bool:
        """A preposition hangs on a name: it is the one to whom something is done."""
        start = self.a.document.tokens.starts[r.first]
        return r.span.start > start

    def _of_deed(self, s: Sentence, end: int) -> bool:
        """The charge is a deed: a happening or a means stands in it."""
        reach = range(end, min(s.last, end + NEAR + 4))
        return any(x.at in reach for x in self.book.happenings[self.a.id]) or any(self._mean(j) for j in reach)

    def _comma(self, first: int, last: int) -> bool:
        return any(self.keys[j] in COMMAS for j in range(first, last))

    def _deed(self, s: Sentence, i: int) -> bool:
        """What was done is named beside the verb: a happening of the table, or a means of one."""
        near = range(max(s.first, i - NEAR), min(s.last, i + NEAR + 2))
        return any(x.at in near for x in self.book.happenings[self.a.id]) or any(self._mean(j) for j in near)

    def _opens_charge(self, j: int) -> bool:
        """«بشن», «بالوقوف», «بأنها»: the charge begins; no name begins with the preposition."""
        starts = any(prefix.endswith(BI) for prefix, _ in peel(self.keys[j]) if prefix)
        return starts and not any(r.first <= j < r.last for r in self.refs)

    def _accuser(self, s: Sentence, i: int, named: Sequence[str]) -> str | None:
        if named:
            return named[0]
        before = self._parties(max(s.first, i - 3), i)
        return self._party(before[-1].entity) if before and before[-1].last == i else None

    def _negated(self, s: Sentence, i: int) -> bool:
        return any(
            self._has(j, "absent", "not") or self._has(j, "deny", "verbs") for j in range(max(s.first, i - NEAR), i)
        )

    # ---------------------------------------------------------------- who denies it, whether it was
    def _denied(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        if n := self._has(i, "deny", "verbs"):
            charged = self._any(max(s.first, i - 3), min(s.last, i + n + NEAR + 2), "deny", "charge")
            named = any(i - CHARGE <= x.at < i for x in self.book.happenings[self.a.id] if x.sentence == s.index)
            loose = self._any(max(s.first, i - 3), min(s.last, i + n + NEAR + 2), "deny", "loose")
            if charged is not None or (named and loose is not None):
                who = self._denier(s, i, n)
                if who is not None:
                    yield self._stand("denial", who, where, s, i, n, who)
        elif n := self._has(i, "fake", "words"):
            stand = self._stand("fake", "", where, s, i, n)
            if stand.claim.mode != "denies" or stand.claim.origin == OUTLET or self._named_cue(stand.claim, "label"):
                yield self._voiced(stand, s, i)
        elif self._has(i, "absent", "not"):
            find = next((j for j in range(i + 1, min(s.last, i + 3)) if self._has(j, "absent", "find")), None)
            at = find if find is not None else i
            trace = self._any(at + (find is not None), min(s.last, at + NEAR + 1), "absent", "trace")
            if trace is not None and (find is not None or trace == i + 1):
                yield self._voiced(self._stand("absent", "", where, s, trace), s, i)

    def _named_cue(self, claim: Claim, frame: str) -> bool:
        del frame
        return claim.kind in ("direct", "mixed")

    def _denier(self, s: Sentence, i: int, n: int) -> str | None:
        """Who denies: the speaker of the claim that the verb opens, else whoever stands behind the verb, else before it."""
        claim = self._said_with(self.a.document.tokens.starts[i])
        if claim is not None and claim.origin in self.book.entity:
            return self._party(claim.origin)
        capital = next(
            (r for r in self.refs if r.first == i + n and r.type == "LOC" and not self._actor(r.entity)), None
        )
        if capital is not None and (state := self._party(capital.entity)) != capital.entity:
            return state
        after = [r for r in self._parties(i + n, min(s.last, i + n + 3)) if r.first <= i + n + 1]
        before = self._parties(max(s.first, i - CHARGE - 6), i)
        named = after or before[-1:]
        return self._party(named[0].entity) if named else None

    def _voiced(self, stand: Stand, s: Sentence, i: int) -> Stand:
        """A stand of the outlet's own sentence belongs to whom the sentence names before it."""
        if stand.claim.origin != OUTLET:
            return stand
        named = self._parties(s.first, i)
        if not named:
            return stand
        return Stand(
            stand.kind,
            stand.value,
            stand.referent,
            stand.claim,
            self._party(named[-1].entity),
            stand.article,
            stand.at,
            stand.firm,
            stand.title,
        )

    # ---------------------------------------------------------------- how sure, by what means, who
    def _degree(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        found = next((f for _, rest in peel(self.keys[i]) if (f := _degrees().longest(self.keys, i, first=rest))), None)
        if u := self._has(i, "unsure", "words"):
            mean = next((m for j in range(i + u, min(s.last, i + u + CHARGE)) if (m := self._mean(j))), None)
            if mean is not None:
                yield self._stand("unsure", mean[1][1], where, s, i, u)
            return
        if found is None:
            return
        n, level = found
        if level > 1 and any(self._has(j, "sought", "words") for j in range(max(s.first, i - 3), i)):
            return
        stand = self._stand("sure", str(level), where, s, i, n)
        if stand.claim.origin != OUTLET and stand.claim.origin in self.book.entity:
            yield stand
        elif level > FIRMEST and stand.claim.origin != OUTLET:
            yield replace(stand, kind="sure.unnamed")
        elif level == 1 and any(0 < i - x.at <= 3 for x in self.book.happenings[self.a.id]):
            yield Stand("alleged", "", where, stand.claim, stand.voice, self.a.id, i, title=stand.title)

    def _mean(self, i: int) -> tuple[int, tuple[str, str]] | None:
        return next((f for _, rest in peel(self.keys[i]) if (f := _means().longest(self.keys, i, first=rest))), None)

    def _means(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        found = self._mean(i)
        if found is not None and not self._negated(s, i):
            n, (table, value) = found
            if table == "delivery" and not self._delivered(s, i):
                return
            yield self._stand(f"means.{table}", value, where, s, i, n)

    def _delivered(self, s: Sentence, i: int) -> bool:
        """The means is what it was done with: behind «بـ», or beside a verb of dropping, firing, striking."""
        if any(prefix.endswith(BI) for prefix, _ in peel(self.keys[i]) if prefix):
            return True
        return self._any(max(s.first, i - 4), min(s.last, i + 3), "delivered", "verbs") is not None

    def _culprit(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        for value in ("woman", "man"):
            n = self._has(i, "culprit", "sex", value)
            if n and self._any(max(s.first, i - 7), min(s.last, i + 9), "culprit", "nouns") is not None:
                yield self._stand("culprit.sex", value, where, s, i, n)
        for value in ("no", "yes"):
            n = self._has(i, "culprit", "known", value)
            near = value == "yes" or self._any(max(s.first, i - 5), min(s.last, i + 6), "culprit", "nouns") is not None
            if n and near:
                yield self._stand("culprit.known", value, where, s, i, n)

    def _unchecked(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        if n := self._has(i, "alleged", "phrases"):
            stand = self._stand("alleged", "", where, s, i, n)
            if stand.claim.origin == OUTLET:
                yield stand

    def _told(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        """The outlet tells what the happening did, or calls it supposed, in its own voice."""
        if n := self._has(i, "alleged", "result"):
            acts = [x for x in self.book.happenings[self.a.id] if s.first <= x.at < s.last and abs(x.at - i) <= NEAR]
            supposed = self._any(max(s.first, i - NEAR * 2), min(s.last, i + NEAR * 3), "perhaps", "words")
            stand = self._stand("fact", "", where, s, i, n)
            if acts and supposed is None and stand.claim.kind == "narration":
                yield stand
        elif (n := self._has(i, "alleged", "words")) and any(
            0 < i - x.at <= 3 for x in self.book.happenings[self.a.id]
        ):
            stand = self._stand("alleged", "", where, s, i, n)
            if stand.claim.kind == "narration":
                yield stand

    def _claimed(self, s: Sentence, i: int, where: Referent) -> Iterator[Stand]:
        if n := self._has(i, "claimed", "none"):
            yield self._stand("unclaimed", "", where, s, i, n)
            return
        if n := self._has(i, "claimed", "verbs"):
            if any(self._has(j, "claimed", "other") for j in range(i + 1, min(s.last, i + NEAR))):
                return
        elif self._any(i + 1, min(s.last, i + NEAR + 4), "claimed", "own") is not None:
            n = self._has(i, "claimed", "announce")
        if n and not self._negated(s, i):
            named = self._parties(i + n, min(s.last, i + NEAR + n)) or self._parties(max(s.first, i - NEAR), i)
            killing = self._any(i + n, min(s.last, i + CHARGE), "claimed", "killing") is not None
            if named:
                kind = "claimed.killing" if killing else "claimed"
                yield self._stand(kind, self._party(named[0].entity), where, s, i, n)


def stands(book: Book) -> list[Stand]:
    """Every stand of every article, in a fixed order; read once a book."""
    if not book.stands:
        book.stands.extend(x for a in book.analyses for x in Reader(a, book).stands())
    return book.stands
