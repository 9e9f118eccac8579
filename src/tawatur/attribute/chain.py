"""From the outlet to the first speaker: the links of a chain, their roles, and where the chain ends."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import words
from tawatur.attribute.view import View
from tawatur.model.claim import UNNAMED_KINDS, Link
from tawatur.model.document import Document
from tawatur.model.ledger import Entity
from tawatur.model.mention import Reference
from tawatur.text.words import peel, without_article

ROLES = ("agency", "media", "official", "state", "group", "expert", "witness", "document", "post")


def outlet_links(doc: Document) -> tuple[Link, ...]:
    """The outlet, and the agency that the article is credited to."""
    links = [Link(role="outlet")]
    for c in doc.credits:
        if c.role == "outlet":
            links[0] = Link(role="outlet", name=c.span, entity=c.entity)
        elif c.role in ("agency", "agencies"):
            links.append(Link(role="agency", name=c.span, entity=c.entity))
    return tuple(links)


class Chains:
    """Makes links: knows which reference covers the head of a phrase and what sort its entity is."""

    def __init__(self, v: View, references: Sequence[Reference], entities: Sequence[Entity]) -> None:
        self.v = v
        self.references = sorted(references, key=lambda r: (r.first, -r.last))
        self.entities = {e.id: e for e in entities}
        self.outlet = outlet_links(v.doc)

    def link(self, phrase: Range) -> Link:
        """The link for a phrase of the text."""
        entity = self.entity(phrase)
        return Link(role=self.role(phrase, entity), name=self.v.t.span(*phrase), entity=entity)

    def entity(self, phrase: Range) -> str | None:
        """The entity of the reference that covers the head of the phrase: the longest that begins soonest."""
        inside = [r for r in self.references if phrase[0] <= r.first < phrase[1] and r.last <= phrase[1] + 1]
        if not inside:
            return None
        if self.kind(phrase) and inside[0].first > phrase[0]:
            return None
        return (
            max(inside, key=lambda r: (r.how == "role", r.last - r.first, -r.first)).entity
            if inside[0].first - phrase[0] <= 3
            else None
        )

    def kind(self, phrase: Range) -> str | None:
        """The kind of unnamed speaker that the nouns of the phrase name, or None where they name none."""
        for k in range(phrase[0], min(phrase[0] + 4, phrase[1])):
            for _, stem in peel(self.v.t.keys[k]):
                bare = without_article(stem)
                for kind in UNNAMED_KINDS:
                    if bare in words("sources", kind) or stem in words("sources", kind):
                        if kind != "source":
                            return kind
                        return self._finer(phrase, k) or kind
        return None

    def _finer(self, phrase: Range, at: int) -> str | None:
        for k in range(at + 1, min(at + 3, phrase[1])):
            bare = without_article(self.v.t.keys[k])
            for kind in UNNAMED_KINDS:
                if bare in words("sources", kind + "_adjective"):
                    return kind
        return None

    def role(self, phrase: Range, entity: str | None) -> str:
        """The role of a link."""
        e = self.entities.get(entity) if entity else None
        if e and e.sort in ("agency", "media", "state", "official", "group"):
            return e.sort
        for k in range(phrase[0], min(phrase[0] + 3, phrase[1])):
            bare = without_article(self.v.t.keys[k])
            for role in ROLES:
                if bare in words("sources", "role_" + role):
                    return role
        if e:
            return {"PER": "official", "ORG": "group", "LOC": "state"}.get(e.type, "unnamed")
        return "unnamed"

    def of(self, d: Draft) -> tuple[tuple[Link, ...], str]:
        """The chain of a draft and its origin."""
        links = [*self.outlet, *(self.link(p) for p in d.via)]
        if d.speaker is None:
            return (*links, Link(role="unnamed")), "unnamed:source"
        last = self.link(d.speaker)
        origin = last.entity or "unnamed:" + (self.kind(d.speaker) or "source")
        return (*links, last), origin
