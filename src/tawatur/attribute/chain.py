"""From the outlet to the first speaker: the links of a chain, their roles, and where the chain ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W, attached, classify, prefixed, words
from tawatur.attribute.via import foreign_name
from tawatur.attribute.view import View
from tawatur.model.claim import UNNAMED_KINDS, Link
from tawatur.model.document import Document
from tawatur.model.ledger import Entity
from tawatur.model.mention import Reference
from tawatur.model.span import Span
from tawatur.text.words import ARTICLE, FRAMES, LI, peel, without_article

ROLES = ("agency", "media", "official", "state", "group", "expert", "witness", "document", "post")
BY_TYPE = {"PER": "official", "ORG": "group", "LOC": "state"}
_HEAD = 4
"""Tokens at the start of a phrase among which its kind is told."""


def outlet_links(doc: Document) -> tuple[Link, ...]:
    """The outlet, and the agency that the article is credited to."""
    links = [Link(role="outlet")]
    for c in doc.credits:
        if c.role == "outlet":
            links[0] = Link(role="outlet", name=c.span, entity=c.entity)
        elif c.role in ("agency", "agencies"):
            links.append(Link(role="agency", name=c.span, entity=c.entity))
    return tuple(links)


def bare_span(v: View, phrase: Range) -> Span:
    """The characters of a phrase without the ل that hangs on its first word («لرويترز», «وفقا للوزارة»)."""
    whole = v.t.span(*phrase)
    word = v.t.keys[phrase[0]]
    page = attached(word, LI) in words("inside", "accounts") or foreign_name(v, phrase[0])  # «وفقا لحساب فلان»
    rest = prefixed(word, LI) or (attached(word, LI) if page else None)
    if rest is None or not (page or rest.startswith(ARTICLE) or classify(rest)):
        return whole
    return Span.of(v.t.text, whole.start + (2 if rest.startswith(ARTICLE) else 1), whole.end)


class Chains:
    """Makes links: knows which reference covers the head of a phrase, and whom «المصدر نفسه» takes up."""

    def __init__(self, v: View, references: Sequence[Reference], entities: Sequence[Entity]) -> None:
        self.v = v
        self.references = sorted(references, key=lambda r: (r.first, -r.last))
        self.entities = {e.id: e for e in entities}
        self.outlet = outlet_links(v.doc)
        self.earlier: dict[str, tuple[Link, str]] = {}
        self.last: tuple[Link, str] | None = None

    def of(self, d: Draft) -> tuple[tuple[Link, ...], str, str]:
        """The chain of a draft, its origin, and why that is open, where it is."""
        links = [*self.outlet, *(self.link(p) for p in d.via)]
        if d.speaker is None:
            return (*links, Link(role="unnamed")), "unnamed:source", d.why_open
        last, origin, why = self._speaker(d.speaker)
        return (*links, last), origin, d.why_open or why

    def link(self, phrase: Range) -> Link:
        """The link for a phrase of the text."""
        entity = self.entity(phrase)
        return Link(role=self.role(phrase, entity), name=bare_span(self.v, phrase), entity=entity)

    def _speaker(self, phrase: Range) -> tuple[Link, str, str]:
        """The last link, the origin it stands for, and why it is open."""
        link = self.link(phrase)
        noun = self._noun(phrase[0])
        if link.entity is None and self._taken_up(phrase):
            if noun in self.earlier:
                before, origin = self.earlier[noun]
                return replace(before, name=link.name), origin, ""
            if self.last is not None and noun in words("sources", "source") and phrase[1] > phrase[0] + 1:
                before, origin = self.last  # «المصدر نفسه» after a named speaker
                return replace(before, name=link.name), origin, ""
            return link, "unnamed:" + (self.kind(phrase) or "source"), "no source of this noun was named before"
        origin = link.entity or "unnamed:" + (self.kind(phrase) or "source")
        self.earlier[noun] = self.last = link, origin
        return link, origin, ""

    def _noun(self, k: int) -> str:
        return without_article(self.v.t.keys[k])

    def _taken_up(self, phrase: Range) -> bool:
        """«المصدر نفسه», «المصدر ذاته», «المصدر»: a definite noun alone that takes up one named before."""
        k = phrase[0]
        if not self.v.t.keys[k].startswith(ARTICLE) or self._noun(k) not in words("sources", "anaphors"):
            return False
        rest = self.v.t.keys[k + 1 : phrase[1]]
        return all(word in words("sources", "same") for word in rest)

    def entity(self, phrase: Range) -> str | None:
        """Who the phrase stands for: the reference on its head, a person named in it, or the author of a document."""
        first = phrase[0]
        inside = [
            r
            for r in self.references
            if first <= r.first < phrase[1]
            and (
                r.last <= phrase[1] + 1 or (r.first == first and (r.how == "role" or r.rule.startswith("body:")))
            )  # «وكالات استخبارات في كوريا الجنوبية», but «وكالة الأنباء الرسمية في كوريا الجنوبية»
        ]
        people = [r for r in inside if r.type == "PER" and not self._governed(first, r.first)]
        if people and self.v.has(first, W.OFFICE) and not any(r.first == first for r in inside):
            return people[0].entity  # «زعيم حزب كذا المعارض فلان»: who holds the office, not the party
        if on_head := [r for r in inside if r.first <= first + 1 and not self._governed(first, r.first)]:
            return max(on_head, key=lambda r: (r.how == "role", r.last - r.first)).entity
        head = {self._noun(first), *(without_article(stem) for _, stem in peel(self.v.t.keys[first]))}
        documents = words("sources", "role_document") | words("sources", "reports")
        if head & documents:
            return self._author(phrase, inside)
        if head & words("sources", "hidden"):  # «مصدر مقرب من فلان» is not that person
            return None
        return people[0].entity if people else None

    def _governed(self, first: int, k: int) -> bool:
        """Whether a preposition stands before token `k` of the phrase: what follows it is not its head."""
        return k > first and any(self.v.t.keys[i] in FRAMES.values() for i in range(max(first, k - 2), k))

    def _author(self, phrase: Range, inside: Sequence[Reference]) -> str | None:
        """«بيان الوزارة», «تقرير صادر عن المنظمة»: a document speaks for whoever issued it."""
        for r in inside:
            before = self.v.t.keys[r.first - 1]
            issued = before == FRAMES["an"] or (r.first == phrase[0] + 1) or prefixed(self.v.t.keys[r.first], LI)
            if issued and r.type in ("ORG", "LOC", "PER"):
                return r.entity
        return None

    def kind(self, phrase: Range) -> str | None:
        """The kind of unnamed speaker that the nouns of the phrase name, or None where they name none."""
        for k in range(phrase[0], min(phrase[0] + _HEAD, phrase[1])):
            if self._other_agency(k):
                continue
            stems = {without_article(stem) for _, stem in peel(self.v.t.keys[k])}
            for kind in UNNAMED_KINDS:
                if stems & words("sources", kind):
                    finer = self._finer(phrase, k)
                    vague = kind in ("source", "official") or (kind == "media" and finer not in ("official", "media"))
                    return (finer if vague else None) or kind
        return None

    def _finer(self, phrase: Range, at: int) -> str | None:
        """What the adjective says: «مصدر أمني»."""
        for k in range(at + 1, min(at + 3, phrase[1])):
            for kind in UNNAMED_KINDS:
                if self._noun(k) in words("sources", kind + "_adjective"):
                    return kind
        return None

    def _other_agency(self, k: int) -> bool:
        """«وكالة الاستخبارات», «وكالة الطاقة»: an agency of a state, not of news."""
        after = self._noun(k + 1) if k + 1 < len(self.v.t) else ""
        return self._noun(k) in words("sources", "role_agency") and after in words("norms", "agencies")

    def role(self, phrase: Range, entity: str | None) -> str:
        """The role of a link."""
        e = self.entities.get(entity) if entity else None
        if e and e.sort in ("agency", "media", "state", "official", "group"):
            return e.sort
        for k in range(phrase[0], min(phrase[0] + _HEAD - 1, phrase[1])):
            if self._other_agency(k):
                return "state"
            stems = {without_article(stem) for _, stem in peel(self.v.t.keys[k])}
            for role in ROLES:
                if stems & words("sources", "role_" + role):
                    return role
        return BY_TYPE.get(e.type, "unnamed") if e else "unnamed"
