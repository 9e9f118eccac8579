"""The entities of an article: labels in both languages, kind, party, place on the map, spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tawatur.model.ledger import Entity
from tawatur.model.mention import Reference
from tawatur.resolve.people import Person
from tawatur.resolve.reader import Reader
from tawatur.text.arabic import careful, is_arabic, key
from tawatur.text.gloss import gloss
from tawatur.text.known.bodies import english
from tawatur.text.known.english import office
from tawatur.text.known.index import lookup
from tawatur.text.known.lists import Known, known, states, words
from tawatur.text.known.nations import nation
from tawatur.text.offsets import whole_article
from tawatur.text.romanise import latin


def spellings(references: Iterable[Reference], text: str) -> dict[str, Counter[str]]:
    """How each entity is named in `text`, and how often: the name inside a phrase where there is one."""
    out: dict[str, Counter[str]] = {}
    for r in references:
        span = r.head or r.span
        said = whole_article(text, span.start, " ".join(span.text.split()))
        out.setdefault(r.entity, Counter())[said] += 1
    return out


def best(found: Counter[str]) -> str:
    """The best spelling: the fullest of the frequent ones.

    >>> best(Counter({"لافروف": 9, "سيرغي لافروف": 3, "سيرجي لافروف": 1}))
    'سيرغي لافروف'
    """
    kin: Counter[str] = Counter()
    for text, n in found.items():
        kin[key(text)] += n
    return max(found, key=lambda t: (len(t.split()) > 1, kin[key(t)], careful(t), found[t], t))


def party_of(ident: str) -> str | None:
    """The state or group an id speaks for: rus for org:rus-army, prk for role:prk-leader, itself for a state or group."""
    if ident in states():
        return ident
    listed = known(ident)
    if listed:
        if listed.sort in ("group", "intl", "ngo", "company", "club") and not listed.party:
            return ident
        return listed.party
    if ident.startswith(("org:", "role:")):
        middle = ident.split(":", 1)[1].removeprefix("former-")
        head = middle.partition("-")[0]
        if head in states():
            return head
        pieces = middle.split("-")
        for n in range(len(pieces), 0, -1):
            if (listed := known("org:" + "-".join(pieces[:n]))) is not None:
                return listed.party or listed.id
    return None


def _listed(k: Known, variants: tuple[tuple[str, tuple[str, ...]], ...]) -> Entity:
    label = next((n for n in k.names if is_arabic(n)), k.names[0])
    return Entity(
        id=k.id,
        type=k.type,
        sort=k.sort,
        label_ar=label,
        label_en=k.en,
        party=party_of(k.id),
        lat=k.lat,
        lon=k.lon,
        variants=variants,
    )


def entity(ident: str, said: Counter[str], names: Counter[str], r: Reader, persons: dict[str, Person]) -> Entity:
    """One entity of one article. `said`: every phrase for it; `names`: those that name it."""
    article = (r.doc.id,)
    texts = Counter(said)
    texts.update(r.called.get(ident, ()))
    variants = tuple((text, article) for text, _ in sorted(texts.items(), key=lambda x: (-x[1], x[0])))
    roles = held(persons[ident]) if ident in persons else ()
    if (listed := known(ident)) is not None:
        made = _listed(listed, variants)
        if listed.type == "PER":
            label = best(names)
            return replace(
                made,
                label_ar=label if len(label.split()) > 1 else made.label_ar,
                sort="official" if listed.office or roles else "person",
                roles=roles,
            )
        return made
    label = best(names)
    if ident in persons:
        person = persons[ident]
        party, post = next(((h, o) for h, o in reversed(person.facts) if h and not h.startswith("?")), (None, ""))
        spoken_for = party if post == "spokesperson" and party in r.bodies else _party(party)  # his ministry's word
        sort = "official" if person.facts else "person"
        return Entity(
            id=ident,
            type="PER",
            sort=sort,
            label_ar=label,
            label_en=latin(label),
            party=spoken_for or person.home,
            variants=variants,
            roles=roles,
        )
    if ident.startswith("role:"):
        return Entity(
            id=ident,
            type="PER",
            sort="official",
            label_ar=label,
            label_en=office(ident),
            party=party_of(ident),
            variants=variants,
        )
    if ident in r.bodies:
        template, _ = r.bodies[ident]
        state = ident.removeprefix("org:").removesuffix("-" + template.id)
        return Entity(
            id=ident,
            type="ORG",
            sort=template.sort,
            label_ar=label,
            label_en=english(template, state),
            party=party_of(ident),
            variants=variants,
        )
    kind = {"per": "PER", "org": "ORG", "loc": "LOC"}.get(ident.partition(":")[0], "MISC")
    sort = r.sorts.get(ident) or (_sort(label) if kind == "ORG" else kind.lower())
    return Entity(
        id=ident,
        type=kind,
        sort=sort,
        label_ar=label,
        label_en=in_english(label, kind),
        party=r.parties.get(ident) or (_nation_in(label) if kind == "ORG" else None),
        variants=variants,
    )


def in_english(label: str, kind: str) -> str:
    """An English label for a name that no list knows: a body by the meaning of its words, else the letters.

    >>> in_english("حزب العدالة", "ORG"), in_english("راجح بادي", "PER")
    ('Justice Party', 'Rajih Badi')
    """
    return (gloss(label) if kind == "ORG" else None) or latin(label)


@cache
def _heads() -> dict[str, str]:
    return {key(w): sort for sort, heads in words()["sort_of_head"].items() for w in heads}


def _sort(label: str) -> str:
    return _heads().get(key(label).split()[0], "organisation")


def _nation_in(label: str) -> str | None:
    """The state whose adjective or name stands in the name of a body."""
    keys = key(label).split()
    for at in range(1, len(keys)):
        found = nation(keys, at)
        if found and len(found[1].of) == 1:
            return found[1].of[0]
        hit = lookup(keys, at)
        if hit and hit[2].sort == "state":
            return hit[2].entity
    return None


def held(person: Person) -> tuple[str, ...]:
    """Offices that an article gives a person, as ids of roles; those whose holder is not said are left out."""
    if any(office == "former" for _, office in person.facts):
        return ()
    return tuple(
        dict.fromkeys(
            f"role:{o.removeprefix('org:').removeprefix('loc:').removeprefix('role:')}-{office}"
            for o, office in person.facts
            if o and o[0] != "?"
        )
    )


def _party(owner: str | None) -> str | None:
    return None if owner is None else (owner if owner in states() else party_of(owner) or owner)
