"""The order of the stages; no other file knows it.

`analyse` needs one article and nothing else, so any runner can map it. `gather` needs articles that belong together,
so any runner can group and reduce it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from tawatur.attribute import attribute
from tawatur.clean import clean
from tawatur.errors import InputError
from tawatur.events import code
from tawatur.find import cues, names, quantities, quotes, times
from tawatur.model.document import RawArticle
from tawatur.model.ledger import Analysis, Dossier, Entity
from tawatur.model.problem import Problem
from tawatur.model.story import Placement
from tawatur.reconcile import reconcile
from tawatur.resolve import merge, resolve
from tawatur.resolve.entities import party_of
from tawatur.split import split
from tawatur.stories import place
from tawatur.text.arabic import is_arabic
from tawatur.text.known.lists import known


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


def analyse(
    text: str,
    *,
    date: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    id: str | None = None,  # noqa: A002
) -> Analysis:
    """Everything that one article gives.

    `text` is taken as it is; every offset in the result counts in it. `date`: ISO day or time of publication, without
    which relative times stay unplaced. `id`: the article's name; without one, a hash of the text.

    >>> analyse("قال الوزير إن ثلاثة جنود قتلوا أمس.", date="2025-07-13").times[0].edtf
    '2025-07-12'
    """
    from tawatur.model.ids import content_id

    name = id if id is not None else content_id("a", text)
    return analyse_article(RawArticle(id=name, text=text, date=date, outlet=outlet, title=title))


def place_articles(analyses: Sequence[Analysis]) -> tuple[Placement, ...]:
    """Which articles report the same happening, and who took whose text; in the order given."""
    placed = {p.id: p for p in place(sorted(analyses, key=lambda a: a.id))}
    return tuple(placed[a.id] for a in analyses)


def gather(analyses: Iterable[Analysis]) -> Dossier:
    """What the articles of one affair establish together; the order in which they come does not matter."""
    ordered = sorted(analyses, key=lambda a: a.id)
    twice = sorted({a.id for a, b in pairwise(ordered) if a.id == b.id})
    if twice:
        raise InputError(f"two articles have the id {twice[0]!r}: give each its own, results could not be told apart")
    current, superseded = _versions(ordered)
    entities, renamed = merge(current)
    current = [_rename(a, renamed.get(a.id, {})) for a in current]
    dossier = reconcile(current, place(current), entities)
    if not superseded:
        return dossier
    story = {p.id: p.story for p in dossier.placements}
    earlier = tuple(
        Placement(
            id=old.id, story=story[new.id], evidence=(f"an earlier version of {new.id}", *changed_words(old, new))
        )
        for old, new in superseded
    )
    return replace(
        dossier,
        analyses=tuple(sorted((*dossier.analyses, *(old for old, _ in superseded)), key=lambda a: a.id)),
        placements=tuple(sorted((*dossier.placements, *earlier), key=lambda p: p.id)),
    )


def with_parties(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, and the parties that they belong to where no article names these: every id leads somewhere.

    A party that no list knows is left out.
    """
    out = {e.id: e for e in entities}
    todo = list(out.values())
    while todo:
        party = todo.pop().party
        listed = known(party) if party is not None and party not in out else None
        if listed is None:
            continue
        label = next(filter(is_arabic, listed.names), listed.en)
        todo.append(
            Entity(
                id=listed.id,
                type=listed.type,
                label_ar=label,
                label_en=listed.en,
                sort=listed.sort,
                party=party_of(listed.id),
                lat=listed.lat,
                lon=listed.lon,
            )
        )
        out[listed.id] = todo[-1]
    return tuple(replace(e, party=e.party if e.party in out else None) for _, e in sorted(out.items()))


def _versions(ordered: Sequence[Analysis]) -> tuple[list[Analysis], list[tuple[Analysis, Analysis]]]:
    """The latest capture of each article, and every earlier one with the one that replaced it.

    A later capture of one address is a new version of the same article: a change, never another carrier.
    """
    groups: dict[str, list[Analysis]] = {}
    for a in ordered:
        groups.setdefault(a.document.article.version_of or a.id, []).append(a)
    current, superseded = [], []
    for group in groups.values():
        by_time = sorted(group, key=lambda a: (a.document.article.captured or a.document.article.date or "", a.id))
        current.append(by_time[-1])
        superseded += [(old, by_time[-1]) for old in by_time[:-1]]
    return sorted(current, key=lambda a: a.id), superseded


def changed_words(old: Analysis, new: Analysis, most: int = 8) -> tuple[str, ...]:
    """What changed from one version to the next, as "taken out" and "put in" stretches of words."""
    a, b = old.document.text.split(), new.document.text.split()
    out = []
    for op, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op in ("replace", "delete"):
            out.append(f"taken out: {' '.join(a[i1:i2])[:120]}")
        if op in ("replace", "insert"):
            out.append(f"put in: {' '.join(b[j1:j2])[:120]}")
    return tuple(out[:most])


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


@cache
def rules() -> str:
    """Version of the code and the words that make results: a hash over the package's own files."""
    package = Path(__file__).parent
    digest = sha256()
    for path in sorted(p for p in package.rglob("*") if p.suffix in (".py", ".toml", ".tsv", ".crfsuite", ".gz")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def parse_phrase(sort: str, phrase: str, date: str | None = None) -> dict[str, Any]:
    """Value of a whole phrase; `sort` is number, ordinal, percent, time or length. See CONTRACT, `tawatur parse`."""
    from tawatur.find.quantities import phrases as amounts
    from tawatur.find.times import phrases as dates

    if sort == "time":
        return dates.parse_time(phrase, date)
    if sort == "length":
        return dates.parse_length(phrase)
    parsers = {"number": amounts.parse_number, "ordinal": amounts.parse_ordinal, "percent": amounts.parse_percent}
    return parsers[sort](phrase)


def find_phrase(sort: str, phrase: str, date: str | None = None) -> list[dict[str, Any]]:
    """Every expression of one sort inside a phrase, bare numbers and ordinals too."""
    from tawatur.find.quantities import phrases as amounts
    from tawatur.find.times import phrases as dates

    if sort == "time":
        return dates.find_times(phrase, date)
    if sort == "length":
        return dates.find_lengths(phrase)
    finders = {"number": amounts.find_numbers, "ordinal": amounts.find_ordinals, "percent": amounts.find_percents}
    return finders[sort](phrase)


def compare_sentences(a: str, b: str, date_a: str | None = None, date_b: str | None = None) -> tuple[str, str]:
    """How two sentences stand to each other, and why; the ledger's own function."""
    from tawatur.reconcile import compare

    return compare(analyse(a, date=date_a, id="a"), analyse(b, date=date_b, id="b"))


def explain_dossier(analyses: Sequence[Analysis], most: int = 10) -> tuple[Dossier, dict[str, Sequence[str]]]:
    """The dossier, and for each kind of finding what was considered and not asserted, with what held it back."""
    from tawatur.reconcile import considered

    dossier = gather(analyses)
    return dossier, considered(dossier, most)
