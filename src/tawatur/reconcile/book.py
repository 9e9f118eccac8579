"""Everything a rule may ask about the affair, looked up once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.event import Estimate
from tawatur.model.ledger import Analysis, Entity
from tawatur.model.story import Placement
from tawatur.reconcile.joint import joint
from tawatur.reconcile.likeness import Likeness, claim_senses
from tawatur.reconcile.origins import UNNAMED, belongs
from tawatur.reconcile.topic import Topic, topic
from tawatur.text import tell
from tawatur.text.edtf import Period, period
from tawatur.text.label import outlet

if TYPE_CHECKING:
    from tawatur.reconcile.acts import Act
    from tawatur.reconcile.referents import Referent
    from tawatur.reconcile.stands import Stand

WEEKS = 12
"""Longest time between two articles that tell of one happening, where only its name ties them."""


@dataclass(frozen=True)
class Book:
    """The articles of an affair with their places in stories and the entities over all of them."""

    analyses: tuple[Analysis, ...]
    placements: tuple[Placement, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def by_article(self) -> Mapping[str, Analysis]:
        """Analyses by article id."""
        return {a.id: a for a in self.analyses}

    @cached_property
    def placed(self) -> Mapping[str, Placement]:
        """Placements by article id."""
        return {p.id: p for p in self.placements}

    @cached_property
    def entity(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.entities}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id, in the order of the articles and of the text."""
        return {
            c.id: replace(c, also=also) if (also := joint(a, c, self.entity)) else c
            for a in self.analyses
            for c in a.claims
        }

    @cached_property
    def estimates(self) -> tuple[Estimate, ...]:
        """All estimates, in the order of the articles and of the text."""
        return tuple(
            replace(e, also=self.claims[e.claim].also) if e.claim in self.claims and self.claims[e.claim].also else e
            for a in self.analyses
            for e in sorted(a.estimates, key=lambda e: (e.span.start, e.id))
        )

    @cached_property
    def settings(self) -> dict[str, frozenset[str]]:
        """Estimate id → what narrows it down, filled by those who ask."""
        return {}

    @cached_property
    def likeness(self) -> Likeness:
        """Likeness over all claims."""
        return Likeness(claim_senses(self.analyses, tuple(self.claims.values())))

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """What each article is about, by its unheard words."""
        return {a.id: topic(a) for a in self.analyses}

    @cached_property
    def happenings(self) -> Mapping[str, tuple[Act, ...]]:
        """The happenings that each article names."""
        from tawatur.reconcile.acts import acts

        return {a.id: acts(a, self) for a in self.analyses}

    @cached_property
    def stands(self) -> list[Stand]:
        """Where each voice stands on the happenings, filled by who reads it."""
        return []

    @cached_property
    def referents(self) -> Mapping[tuple[str, int], Referent]:
        """(article, token) of every act → the happening that it names, over all articles."""
        from tawatur.reconcile.referents import referents

        return referents(self)

    @cached_property
    def _who(self) -> Mapping[str, frozenset[str]]:
        """The people, organisations and towns that each article names, states left out."""
        return {a.id: frozenset(r.entity for r in a.references if not self.is_state(r.entity)) for a in self.analyses}

    @cached_property
    def _states(self) -> Mapping[str, frozenset[str]]:
        """The states that each article names, or whose people or organisations it names."""
        named = {a.id: {r.entity for r in a.references} for a in self.analyses}
        return {
            i: frozenset(p for e in found for p in (e, *belongs(e, self.entity)) if self.is_state(p))
            for i, found in named.items()
        }

    def related(self, a: str, b: str) -> bool:
        """Say whether two articles belong to one affair: one story, an unheard word, or several names in common."""
        if self.same_story(a, b) or self.topic[a].words & self.topic[b].words:
            return True
        x, y, names = self.day(a), self.day(b), len(self._who[a] & self._who[b])
        days = abs((x - y).days) if x is not None and y is not None else 90
        if days <= 14 and len(self._states[a] & self._states[b]) > 1:
            return True
        return names >= (1 if days <= 14 else 2 if days <= 90 else 4)

    def one_topic(self, a: str, b: str) -> bool:
        """Say whether two articles, at most some weeks apart, share an unheard word and no other sort of happening."""
        x, y = self.day(a), self.day(b)
        near = x is None or y is None or abs((x - y).days) <= WEEKS * 7
        p, q = self.topic[a], self.topic[b]
        return near and bool(p.words & q.words) and (bool(p.acts & q.acts) or not p.acts or not q.acts)

    def in_title(self, claim: Claim) -> bool:
        """Say whether a claim stands in its article's title, which says shortly what the body says in full."""
        document = self.by_article[claim.article].document
        return any(s.role == "title" and s.span.start == claim.sentence.start for s in document.sentences)

    def day(self, article: str) -> date | None:
        """Day of publication, where it is known."""
        p = period((self.by_article[article].document.article.date or "")[:10])
        return p.first if p else None

    def same_story(self, a: str, b: str) -> bool:
        """Say whether two articles report one happening."""
        return a == b or self.placed[a].story == self.placed[b].story

    def same_text(self, a: str, b: str) -> bool:
        """Say whether two articles are one text or cut from one."""
        return a == b or (
            self.placed[a].copy_group is not None and self.placed[a].copy_group == self.placed[b].copy_group
        )

    def label(self, entity: str | None, lang: str) -> str:
        """Name of an entity, an unnamed voice or the outlet, for a reader of `lang`."""
        from tawatur.reconcile.words import unnamed

        if entity is None or entity == OUTLET:
            return unnamed(OUTLET, lang)
        if entity.startswith(UNNAMED):
            return unnamed(entity.removeprefix(UNNAMED), lang)
        e = self.entity.get(entity)
        return entity if e is None else (e.label_ar if lang == "ar" else e.label_en) or entity

    def outlet(self, article: str, lang: str) -> str:
        """Name of an article's outlet; of an article that names none, what it is called instead."""
        return outlet(self.by_article[article].document, lang)

    def voice(self, origin: str, article: str, lang: str) -> str:
        """A first speaker as a sentence names it; the article's outlet by name where that speaks itself."""
        return self.outlet(article, lang) if origin == OUTLET else self.named(origin, lang)

    def named(self, entity: str, lang: str) -> str:
        """The label of an entity or unnamed voice inside a sentence, in English with the article that it takes."""
        label = self.label(entity, lang)
        return tell.named(label, entity) if lang == "en" and entity in self.entity else label

    @cached_property
    def _lead(self) -> Mapping[str, Counter[str]]:
        """The places of each article's title and first sentences, those of the title counted three times."""
        out: dict[str, Counter[str]] = {}
        for a in self.analyses:
            lead = [s for s in a.document.sentences if s.role != "caption"][:4]
            places: Counter[str] = Counter()
            for number, s in enumerate(lead):
                for r in a.references:
                    if r.type == "LOC" and s.span.covers(r.span) and not r.in_noise and not self.is_state(r.entity):
                        places[r.entity] += 1 if number else 3
            out[a.id] = places
        return out

    @cached_property
    def focus(self) -> Mapping[str, str | None]:
        """The place that each article is about: the one named most in its title and first sentences."""
        return {i: min(found, key=lambda p: (-found[p], p)) if found else None for i, found in self._lead.items()}

    def in_lead(self, place: str | None, article: str) -> bool:
        """Say whether an article names a place in its title or first sentences."""
        return place in self._lead[article]

    @cached_property
    def _scenes(self) -> Mapping[str, str]:
        """Estimate id → the place nearest to its figure in its own sentence, where the estimate itself has none."""
        out: dict[str, str] = {}
        for a in self.analyses:
            here = [r for r in a.references if r.type == "LOC" and not self.is_state(r.entity) and r.how != "metonym"]
            for e in a.estimates:
                sentence = next((s for s in a.document.sentences if s.span.covers(e.span)), None)
                if sentence is None:
                    continue
                said = self.claims[e.claim].content if e.claim in self.claims else sentence.span
                near = [r for r in here if sentence.span.covers(r.span) and said.covers(r.span)]
                if near:
                    at = e.span.start
                    out[e.id] = min(near, key=lambda r: (abs(r.span.start - at), r.span.start)).entity
        return out

    @cached_property
    def _days(self) -> Mapping[str, Period]:
        """Estimate id → the last time named before its figure in its own sentence."""
        out: dict[str, Period] = {}
        for a in self.analyses:
            for e in a.estimates:
                sentence = next((s for s in a.document.sentences if s.span.covers(e.span)), None)
                if sentence is None:
                    continue
                here = [t for t in a.times if sentence.span.start <= t.span.start < e.span.start and t.sort != "length"]
                days = [p for t in here if (p := period(t.edtf)) is not None]
                if days:
                    out[e.id] = days[-1]
        return out

    def told(self, e: Estimate) -> Period | None:
        """The time that the sentence of a figure names before it, which may be only that of its background."""
        return self._days.get(e.id)

    def scene(self, e: Estimate) -> str | None:
        """Where a figure belongs: its own place, else the place nearest to it in its sentence."""
        if e.place is not None and not self.is_state(e.place):
            return e.place
        return self._scenes.get(e.id) or e.place

    def is_state(self, entity: str) -> bool:
        """Say whether an entity is a state."""
        e = self.entity.get(entity)
        return e is not None and e.sort == "state"

    def acts(self, entity: str) -> bool:
        """Say whether an entity can act: people, organisations and states, but no towns."""
        e = self.entity.get(entity)
        return e is not None and (e.type in ("PER", "ORG") or e.sort == "state")

    def near(self, a: str | None, b: str | None) -> bool | None:
        """Say whether two places can be one: equal, or one the state of the other; None where one is not known."""
        if a is None or b is None:
            return None
        if a == b:
            return True
        up_a, up_b = self._above(a), self._above(b)
        return a in up_b or b in up_a

    def _above(self, place: str) -> Sequence[str]:
        out: list[str] = []
        e = self.entity.get(place)
        while e is not None and e.party is not None and e.party not in out:
            out.append(e.party)
            e = self.entity.get(e.party)
        return out
