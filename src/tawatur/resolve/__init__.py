"""Who is meant: entities behind names, short forms, roles, metonyms and anaphors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.model.document import Document
from tawatur.model.ledger import Analysis, Entity
from tawatur.model.mention import Name, Reference
from tawatur.resolve.entities import entity, spellings
from tawatur.resolve.merge import merge_entities
from tawatur.resolve.reader import Reader
from tawatur.resolve.references import read


def resolve(doc: Document, names: Sequence[Name]) -> tuple[tuple[Name, ...], tuple[Reference, ...], tuple[Entity, ...]]:
    """Names with their entities, every phrase that stands for an entity, and the entities of one article."""
    r = Reader(doc, list(names))
    read(r)
    resolved = tuple(replace(n, entity=r.persons[i].id) if i in r.persons else n for i, n in enumerate(r.names))
    persons = {p.id: p for p in r.people.all}
    said = spellings(r.out, doc.text)
    named = spellings((x for x in r.out if x.head), doc.text)
    return resolved, tuple(r.out), tuple(entity(i, said[i], named.get(i, said[i]), r, persons) for i in sorted(said))


def merge(analyses: Sequence[Analysis]) -> tuple[tuple[Entity, ...], dict[str, dict[str, str]]]:
    """Entities over all articles, and for each article which of its entity ids became which."""
    return merge_entities(analyses)
