"""What is known of an article while its references are being found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.model.document import Document
from tawatur.model.mention import Name, Reference
from tawatur.model.span import Span
from tawatur.model.tokens import Tokens
from tawatur.resolve.people import People, Person
from tawatur.text.known.bodies import Template
from tawatur.text.known.offices import Office
from tawatur.text.offsets import start_without

QUOTES = frozenset("\"“”«»'‘’()[]")


@dataclass(slots=True)
class Reader:
    """What is known of an article while its references are being found."""

    doc: Document
    names: list[Name]
    people: People = field(default_factory=People)
    persons: dict[int, Person] = field(default_factory=dict)  # index of a name → who it is
    at: dict[int, int] = field(default_factory=dict)  # first token → index of the name there
    states: dict[str, int] = field(default_factory=dict)  # how often each state is named
    bodies: dict[str, tuple[Template, Span]] = field(default_factory=dict)
    roles: dict[str, tuple[Office, Span]] = field(default_factory=dict)
    sorts: dict[str, str] = field(default_factory=dict)  # what the text says a body is: an agency, a paper
    parties: dict[str, str] = field(default_factory=dict)  # whose it is, by an adjective beside its name
    called: dict[str, Counter[str]] = field(default_factory=dict)  # entity → titles that stand beside its name
    out: list[Reference] = field(default_factory=list)

    @property
    def tokens(self) -> Tokens:
        """The article's tokens."""
        return self.doc.tokens

    def span(self, first: int, last: int, prefix: int = 0) -> Span:
        """A phrase without the proclitic of its first word."""
        t = self.tokens
        start, end = t.starts[first], t.ends[last - 1]
        if prefix:
            start = start_without(t.text, start, prefix)
        return Span.of(t.text, start, end)

    def refer(
        self, first: int, last: int, prefix: int, ident: str, kind: str, how: str, rule: str, head: Span | None = None
    ) -> None:
        """Note that a phrase stands for an entity."""
        self.out.append(
            Reference(
                span=self.span(first, last, prefix),
                first=first,
                last=last,
                rule=rule,
                in_noise=not self.doc.story[first],
                entity=ident,
                type=kind,
                how=how,
                head=head,
            )
        )

    def which(self, of: Sequence[str]) -> str | None:
        """The state meant among several that share an adjective: the one the article names most."""
        if not of:
            return None
        return max(of, key=lambda s: (self.states.get(s, 0), -of.index(s)))
