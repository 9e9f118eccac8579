"""Entities over many articles: one person under five spellings is one, an office is whoever holds it there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tawatur.model.ledger import Analysis, Entity
from tawatur.resolve.entities import best
from tawatur.text.known.lists import known
from tawatur.text.known.naming import fits, native, parts, same_name, shortens
from tawatur.text.romanise import latin
from tawatur.text.translit import skeleton
from tawatur.text.words import without_article

Renamed = dict[str, dict[str, str]]
_TERM = 550
"""Days between two articles beyond which an office may have changed hands unnoticed."""


def merge_entities(analyses: Sequence[Analysis]) -> tuple[tuple[Entity, ...], Renamed]:
    """Entities over all articles, and for each article which of its entity ids became which."""
    analyses = sorted(analyses, key=lambda a: a.id)
    ids = _join_names(analyses)
    renamed: Renamed = {}
    for a in analyses:
        changes = {e.id: ids[e.id] for e in a.entities if ids.get(e.id, e.id) != e.id}
        if changes:
            renamed[a.id] = changes
    _join_types(analyses, renamed)
    _join_short(analyses, renamed)
    _join_roles(analyses, renamed)
    return tuple(_gathered(analyses, renamed)), renamed


def _people(analyses: Iterable[Analysis]) -> dict[str, list[tuple[str, ...]]]:
    """Id → its names of two words or more, over all articles."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for a in analyses:
        for e in a.entities:
            if e.type != "PER" or not e.id.startswith("per:"):
                continue
            names = out.setdefault(e.id, [])
            titles = set(_titles(e))
            for text, _ in e.variants:
                words = parts(text)
                if len(words) > 1 and text not in titles and words not in names:
                    names.append(words)
    return out


def _titles(e: Entity) -> Iterable[str]:
    """Variants of a person that hold no part of the label: titles, not names."""
    label = {skeleton(w) for w in parts(e.label_ar)}
    for text, _ in e.variants:
        if not label & {skeleton(w) for w in parts(text)}:
            yield text


def _join_names(analyses: Sequence[Analysis]) -> dict[str, str]:
    """Ids of one person in several articles: spellings, names with words left out. Only names that share a last word meet."""
    names = _people(analyses)
    rank = {i: (known(i) is None, -max((len(w) for w in names[i]), default=0), i) for i in names}
    by_end: dict[str, list[str]] = defaultdict(list)
    for ident in sorted(names, key=lambda i: rank[i]):
        for end in {skeleton(w[-1]) for w in names[ident]} | {"^" + skeleton(w[0]) for w in names[ident]}:
            by_end[end].append(ident)
    ids: dict[str, str] = {}
    for group in by_end.values():
        for n, ident in enumerate(group):
            if ident in ids or known(ident):
                continue
            fit = [o for o in group[:n] if o not in ids and any(_one(a, b) for a in names[ident] for b in names[o])]
            if len(fit) == 1:
                ids[ident] = fit[0]
    return ids


def _one(a: Sequence[str], b: Sequence[str]) -> bool:
    return same_name(a, b) or shortens(a, b) or shortens(b, a)


def _join_types(analyses: Sequence[Analysis], renamed: Renamed) -> None:
    """One unlisted name that was taken for a place here and a body there is what most articles take it for, the place in a tie."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for a in analyses:
        for e in a.entities:
            kind, _, name = e.id.partition(":")
            if kind in _ANY and not known(e.id) and not e.roles:
                found[name][e.id] += 1
    for ids in found.values():
        best_id = max(ids, key=lambda i: (ids[i], _ANY.index(i.partition(":")[0])))
        if len(ids) < 2 or not best_id.startswith(_ANY[1:]):
            continue
        for a in analyses:
            for ident in ids:
                if ident != best_id and any(e.id == ident for e in a.entities):
                    renamed.setdefault(a.id, {})[ident] = best_id


_ANY = ("misc", "org", "loc")
"""Types that a lone name is mistaken for, the likeliest last; a person's name is never taken for another's."""


def _join_short(analyses: Sequence[Analysis], renamed: Renamed) -> None:
    """A name of one word, in an article that never gives the whole one: who bears it in the other articles, if only one does."""
    names = _people(analyses)
    by_word: dict[str, set[str]] = defaultdict(set)
    for ident, whole in names.items():
        for word in {w for n in whole for w in n}:
            by_word[skeleton(without_article(word))].add(ident)
    for a in analyses:
        for e in a.entities:
            if not e.id.startswith("per:") or known(e.id) or names.get(e.id):
                continue
            words = parts(e.label_ar)
            if len(words) != 1 or (native(words) and without_article(words[0]) == words[0]):
                continue
            found = {
                _final(o, a.id, renamed)
                for o in by_word.get(skeleton(without_article(words[0])), ())
                if any(fits(w, words, family_first=len(w) == 3 and not native(w)) for w in names[o])
            }
            if len(found) == 1:
                renamed.setdefault(a.id, {})[e.id] = found.pop()


def _final(ident: str, article: str, renamed: Mapping[str, Mapping[str, str]]) -> str:
    return renamed.get(article, {}).get(ident, next((m[ident] for m in renamed.values() if ident in m), ident))


def _day(analysis: Analysis) -> date | None:
    try:
        return date.fromisoformat((analysis.document.article.date or "")[:10])
    except ValueError:
        return None


def _join_roles(analyses: Sequence[Analysis], renamed: Renamed) -> None:
    """An office that an article names nobody for: the only person who holds it in the other articles of the time."""
    holders: dict[str, dict[str, list[date | None]]] = defaultdict(lambda: defaultdict(list))
    for a in analyses:
        for e in a.entities:
            for role in e.roles:
                holders[role][_final(e.id, a.id, renamed)].append(_day(a))
    for a in analyses:
        for e in a.entities:
            if not e.id.startswith("role:"):
                continue
            day = _day(a)
            found = {p for p, days in holders.get(e.id, {}).items() if _in_office(p, day, days)}
            if len(found) == 1:
                renamed.setdefault(a.id, {})[e.id] = found.pop()


def _in_office(person: str, day: date | None, days: Sequence[date | None]) -> bool:
    """Say whether a person who holds an office in articles of `days` may hold it on `day`; known terms of office decide."""
    listed = known(person)
    if day and listed and listed.since:
        return listed.since <= day.year <= (listed.until or day.year)
    return day is None or any(d is None or abs((d - day).days) <= _TERM for d in days)


def _gathered(analyses: Sequence[Analysis], renamed: Renamed) -> Iterable[Entity]:
    found: dict[str, Entity] = {}
    spelled: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    roles: dict[str, dict[str, None]] = defaultdict(dict)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    parties: dict[str, Counter[str]] = defaultdict(Counter)
    for a in analyses:
        for e in a.entities:
            ident = _final_here(e.id, a.id, renamed)
            if ident == e.id or ident not in found:
                found.setdefault(ident, e)
                if ident == e.id and found[ident].id != ident:
                    found[ident] = e
            roles[ident].update(dict.fromkeys(e.roles))
            if e.party:
                parties[ident][e.party] += 1
            if e.id.startswith("per:"):
                labels[ident][e.label_ar] += 1
            for text, articles in e.variants:
                spelled[ident][text].extend(i for i in articles if i not in spelled[ident][text])
    for ident in sorted(found):
        e = found[ident]
        label = best(labels[ident]) if labels[ident] else e.label_ar
        variants = sorted(spelled[ident].items(), key=lambda v: (-len(v[1]), v[0]))
        english = e.label_en if label == e.label_ar or known(ident) else latin(label)
        sort = "official" if roles[ident] and e.sort == "person" else e.sort
        yield replace(
            e,
            id=ident,
            label_ar=label,
            label_en=english,
            party=e.party or max(parties[ident], key=lambda p: (parties[ident][p], p), default=None),
            sort=sort,
            roles=tuple(roles[ident]),
            variants=tuple((t, tuple(i)) for t, i in variants),
        )


def _final_here(ident: str, article: str, renamed: Renamed) -> str:
    return renamed.get(article, {}).get(ident, ident)
