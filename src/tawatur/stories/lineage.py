"""Who took whose text: copied whole, cut, stitched from several, rewritten or translated, and from where.

A direction needs evidence in the texts: an agency's credit, or one text that holds all of another and more. The date
alone never gives one. An agency whose credit one member of a group prints stands behind the members that have the same
words without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model.document import Document
from tawatur.model.ledger import Analysis
from tawatur.model.tokens import Kind
from tawatur.stories.group import Groups
from tawatur.stories.likeness import Likeness, days_apart
from tawatur.stories.profile import Profile
from tawatur.text.arabic import key

WHOLE = 0.7
"""Share of words in common runs from which a text is the other's, not a rewriting of it."""
PART = 0.75
"""A text is an excerpt where this share of it stands in another that is longer by a quarter."""
HALF = 0.5
"""Share of words in common from which the agency that one text credits stands behind the other."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """`derived_from`: article ids or agencies; `how` and `evidence` as in a placement."""

    derived_from: tuple[str, ...] = ()
    how: str | None = None
    evidence: tuple[str, ...] = ()


def lineage(ordered: Sequence[Analysis], profiles: Sequence[Profile], groups: Groups) -> list[Lineage]:
    """One lineage an article, in the order of `profiles`."""
    out = [Lineage()] * len(ordered)
    for n, a in enumerate(ordered):
        if found := _translated(a, n, ordered, profiles):
            out[n] = found
    for members in groups.copies:
        for n in members:
            if out[n].how is None:
                others = [m for m in members if m != n and (m not in groups.stitched or n in groups.stitched)]
                out[n] = _in_group(n, others, ordered, groups.likeness) if others else Lineage()
    for n, all_strands in groups.stitched.items():
        strands = [(m, words) for m, words in all_strands if not _later(profiles[m], profiles[n])]
        if len(strands) < 2:
            continue
        sources = tuple(profiles[m].id for m, _ in strands)
        evidence = tuple(f"{words} words as in {profiles[m].id}" for m, words in strands)
        before = tuple(d for d in out[n].derived_from if d not in sources)
        out[n] = Lineage((*before, *sources), "stitched", evidence)
    for n, a in enumerate(ordered):
        if not out[n].derived_from and (names := _agencies(a.document)) and not _is_own(a.document, names[0]):
            out[n] = Lineage(names, out[n].how, (*out[n].evidence, *(f"credits {x}" for x in names)))
    return out


def _agencies(doc: Document) -> tuple[str, ...]:
    """Agencies that the text or its page credits, each by its entity or as it stands."""
    outlet = key(doc.article.outlet or "")
    names = [
        c.entity or c.span.text
        for c in doc.credits
        if c.role == "agency" or (c.role == "outlet" and outlet and not _alike(key(c.span.text), outlet))
    ]
    if doc.article.agency:
        names.append(doc.article.agency)
    return tuple(dict.fromkeys(names))


def _is_own(doc: Document, agency: str) -> bool:
    """Say whether the agency that is credited is the outlet itself."""
    outlet = key(doc.article.outlet or "")
    credited = [key(c.span.text) for c in doc.credits if agency in (c.entity, c.span.text)] + [key(agency)]
    return bool(outlet) and any(_alike(name, outlet) for name in credited)


def _alike(name: str, outlet: str) -> bool:
    return bool(name) and (name in outlet or outlet in name)


def _later(a: Profile, b: Profile) -> bool:
    """Say whether `a` is known to have been published on a later day than `b`: then `b` was not taken from it."""
    return bool(a.date and b.date and a.date > b.date)


def _percent(part: float) -> str:
    return f"{round(100 * part)} %"


def _in_group(n: int, others: Sequence[int], ordered: Sequence[Analysis], likeness: Likeness) -> Lineage:
    """Lineage of one member of a copy group: by its credit, by the others' credit, by containment."""
    profiles = likeness.profiles
    me = profiles[n]
    share = {m: likeness.share(n, m) for m in others}
    nearest = min(share, key=lambda m: (-share[m], profiles[m].id))
    other, most = profiles[nearest], share[nearest]
    shorter = len(me.stems) <= PART * len(other.stems) and most >= PART
    how = "excerpt" if shorter else "copy" if most >= WHOLE else "rewrite"
    evidence = [f"{_percent(most)} of its words stand in runs that {other.id} has too"]
    if shorter:
        evidence.append(f"{len(me.stems)} words against {len(other.stems)} of {other.id}")
    if (apart := days_apart(me.date, other.date)) is not None:
        evidence.append("published on one day" if not apart else f"published {apart} day{'s' * (apart > 1)} apart")
    own = [a for a in _agencies(ordered[n].document) if not _is_own(ordered[n].document, a)]
    if own:
        return Lineage(tuple(own), how, (*(f"credits {a}" for a in own), *evidence))
    if _agencies(ordered[n].document):
        return Lineage(evidence=("is the agency's own text",))
    for m in sorted(share, key=lambda m: (-share[m], profiles[m].id)):
        theirs = _agencies(ordered[m].document)
        if theirs and share[m] >= HALF:
            source = profiles[m].id if _is_own(ordered[m].document, theirs[0]) else theirs[0]
            what = f"its words stand in {profiles[m].id}, which credits {theirs[0]}"
            return Lineage((source,), how, (what, *evidence))
    if shorter and not _later(other, me):
        return Lineage((other.id,), how, tuple(evidence))
    return Lineage(evidence=(*evidence, "nothing in the texts says which was first"))


def _translated(a: Analysis, n: int, ordered: Sequence[Analysis], profiles: Sequence[Profile]) -> Lineage | None:
    """What shows that a text is a translation, and the original where one of the set has its figures and names."""
    made = next((m for m in a.document.making if m.how == "translation"), None)
    if made is None:
        return None
    evidence = tuple(f"{why}: {span.text}" for span, why in made.evidence[:5])
    words = _foreign(a.document)
    best: tuple[int, str] | None = None
    for m, other in enumerate(ordered):
        if m == n or other.document.lang == a.document.lang:
            continue
        apart = days_apart(profiles[n].date, profiles[m].date)
        if apart is not None and apart > 7:
            continue
        common = len(profiles[n].figures & profiles[m].figures) + len(words & _foreign(other.document))
        if common >= 3 and (best is None or (-common, profiles[m].id) < (-best[0], best[1])):
            best = (common, profiles[m].id)
    if best is None:
        return Lineage(how="translation", evidence=evidence)
    return Lineage((best[1],), "translation", (*evidence, f"{best[0]} figures and foreign words as in {best[1]}"))


def _foreign(doc: Document) -> frozenset[str]:
    t = doc.tokens
    return frozenset(k for k, kind in zip(t.keys, t.kinds, strict=True) if kind is Kind.LATIN and len(k) > 2)
