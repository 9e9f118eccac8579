"""The order of the stages; no other file knows it.

`analyse` needs one article and nothing else, so any runner can map it. `gather` needs articles that belong together,
so any runner can group and reduce it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tawatur.attribute import attribute
from tawatur.clean import clean
from tawatur.events import code
from tawatur.find import cues, names, quantities, quotes, times
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis, Dossier
from tawatur.model.problem import Problem
from tawatur.reconcile import reconcile
from tawatur.resolve import merge, resolve
from tawatur.split import split
from tawatur.stories import place


def analyse_article(article: RawArticle) -> Analysis:
    """Everything that one article gives."""
    doc = split(clean(article))
    problems: list[Problem] = list(doc.problems)
    if doc.lang != "ar":
        return Analysis(document=doc, problems=tuple(problems))
    found_names, references, entities = resolve(doc, names.find(doc))
    found_cues, found_quotes = cues.find(doc), quotes.find(doc)
    attributions, claims, more = attribute(doc, found_cues, found_quotes, references, entities)
    problems.extend(more)
    return code(
        Analysis(
            document=doc,
            cues=found_cues,
            names=found_names,
            references=references,
            times=times.find(doc),
            quantities=quantities.find(doc),
            quotes=found_quotes,
            attributions=attributions,
            claims=claims,
            entities=entities,
            problems=tuple(problems),
        )
    )


def gather(analyses: Iterable[Analysis]) -> Dossier:
    """What the articles of one affair establish together; the order in which they come does not matter."""
    ordered = sorted(analyses, key=lambda a: a.id)
    entities, renamed = merge(ordered)
    ordered = [_rename(a, renamed.get(a.id, {})) for a in ordered]
    return reconcile(ordered, place(ordered), entities)


def _rename(analysis: Analysis, ids: dict[str, str]) -> Analysis:
    """Give the entities of one article their ids over all articles, wherever they stand."""
    if not ids:
        return analysis

    def new(entity: str | None) -> str | None:
        return ids.get(entity, entity) if entity is not None else None

    def sure(entity: str) -> str:
        return ids.get(entity, entity)

    return replace(
        analysis,
        names=tuple(replace(n, entity=new(n.entity)) for n in analysis.names),
        references=tuple(replace(r, entity=sure(r.entity)) for r in analysis.references),
        attributions=tuple(
            replace(a, origin=sure(a.origin), chain=tuple(replace(k, entity=new(k.entity)) for k in a.chain))
            for a in analysis.attributions
        ),
        claims=tuple(
            replace(c, origin=sure(c.origin), chain=tuple(replace(k, entity=new(k.entity)) for k in c.chain))
            for c in analysis.claims
        ),
        events=tuple(
            replace(
                e,
                actors=tuple(replace(r, entity=new(r.entity)) for r in e.actors),
                recipients=tuple(replace(r, entity=new(r.entity)) for r in e.recipients),
                place=replace(e.place, entity=new(e.place.entity)) if e.place else None,
            )
            for e in analysis.events
        ),
        estimates=tuple(
            replace(e, origin=sure(e.origin), actor=new(e.actor), recipient=new(e.recipient), place=new(e.place))
            for e in analysis.estimates
        ),
    )
