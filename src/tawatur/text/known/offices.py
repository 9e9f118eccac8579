"""Offices and titles: «وزير الخارجية الروسي», «الأمين العام لحلف شمال الأطلسي», «نائب رئيس الوزراء», «نظيره التركي», «الجنرال»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tawatur.text.arabic import key
from tawatur.text.known.bodies import Body, entity, find_body, portfolio
from tawatur.text.known.index import lookup
from tawatur.text.known.lists import PACKAGE, capital_of
from tawatur.text.known.nations import nation
from tawatur.text.lexicon import card
from tawatur.text.memo import Memo
from tawatur.text.tokenize import tokenize
from tawatur.text.words import PRONOUNS, peel

FORMER = frozenset(
    map(key, ("السابق", "السابقة", "الأسبق", "الراحل", "الراحلة", "المخلوع", "المعزول", "سابق", "سابقا"))
)
_DEPUTY = frozenset(map(key, ("نائب", "نائبة", "مساعد", "مساعدة", "وكيل", "مستشار")))
_BY_NAME_OF = key("باسم")
_AT = frozenset(map(key, ("في", "لدى", "إلى", "باسم")))


@dataclass(frozen=True, slots=True)
class Office:
    """An office at tokens `first` to `last`; `prefix`: letters of proclitic in the first.

    `id`: "foreign-minister", "" for a mere title. `of`: whose office, states or bodies by likelihood, empty where not said.
    `definite`: it stands with the article or in construct with something definite. `how`: "office", "title", "counterpart".
    `homeland`: it is of "the country" («زعيم البلاد»). `former`: no longer in office. `head`: key of the head noun.
    """

    first: int
    last: int
    prefix: int
    id: str
    how: str
    head: str
    of: tuple[str, ...] = ()
    definite: bool = False
    homeland: bool = False
    former: bool = False
    feminine: bool = False
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    tail: tuple[str, ...]
    id: str
    how: str
    definite: bool
    feminine: bool


@cache
def _card() -> dict[str, Any]:
    return card(PACKAGE, "ar.offices.toml")


def _variants(phrase: str) -> list[tuple[tuple[str, ...], bool, bool]]:
    """Keys of a head with its article and its feminine: (keys, definite, feminine)."""
    keys = tokenize(phrase).keys
    agree = len(keys) == 2 and keys[1] in _ADJECTIVES
    out = []
    for feminine in (False, True):
        if feminine and phrase in _card()["no_feminine"]:
            continue
        form = list(keys)
        if feminine:
            form[0] = form[0].removesuffix("ي") + "يه" if form[0].endswith("ي") else form[0] + "ه"
            if agree:
                form[1] += "ه"
        out.append((tuple(form), any(k.startswith("ال") for k in form), feminine))
        if not form[0].startswith("ال") and not any(k.startswith("ال") for k in form[1:]):
            out.append((("ال" + form[0], *(("ال" + form[1],) if agree else tuple(form[1:]))), True, feminine))
    return out


_ADJECTIVES = frozenset(map(key, ("عام", "أعلى", "أول", "رسمي", "تنفيذي")))


@cache
def _heads() -> dict[str, list[_Head]]:
    data = _card()
    rows = [(w, o["id"], "office") for o in data["office"] for w in o["words"]]
    rows += [(w, "", "title") for w in data["titles"]]
    out: dict[str, list[_Head]] = {}
    for word, ident, how in rows:
        for keys, definite, feminine in _variants(word):
            heads = out.setdefault(keys[0], [])
            if all(h.tail != keys[1:] for h in heads):
                heads.append(_Head(keys[1:], ident, how, definite, feminine))
    for stem in map(key, data["counterpart"]):
        for pronoun in PRONOUNS:
            out.setdefault(stem + pronoun, []).append(_Head((), "", "counterpart", True, stem.endswith("ت")))
    for heads in out.values():
        heads.sort(key=lambda h: -len(h.tail))
    return out


@Memo
def starts(word: str) -> tuple[tuple[int, str], ...]:
    """Readings of a key as proclitics (their number of letters) and the first word of an office or title."""
    heads = _heads()
    if word in heads:
        return ((0, word),)
    return tuple((len(p), s) for p, s in peel(word) if s in heads)


@cache
def long_titles() -> frozenset[str]:
    """Keys of heads that may begin a long title though they have no article."""
    return frozenset(form for w in _card()["long_titles"] for form in (key(w), key(w) + "ه"))


@cache
def _modifiers() -> frozenset[str]:
    out = set()
    for word in map(key, _card()["modifiers"]):
        for form in (word, word + "ه"):
            out |= {form, "ال" + form}
    return frozenset(out)


@cache
def _homeland() -> frozenset[str]:
    return frozenset(map(key, _card()["homeland"]))


@cache
def _complements() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]:
    """(Office, first key of a complement) → (other keys, the office that both make), longest first."""
    out: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for office in _card()["office"]:
        for ident, phrases in office.get("of", {}).items():
            for phrase in phrases:
                keys = tokenize(phrase).keys
                out.setdefault((office["id"], keys[0]), []).append((keys[1:], ident))
    for rows in out.values():
        rows.sort(key=lambda r: -len(r[0]))
    return out


def find_office(keys: Sequence[str], at: int) -> Office | None:
    """The office or title that starts at token `at`, with all that says whose it is; None where there is none.

    >>> t = tokenize("ونائب وزير الخارجية الروسي ميخائيل")
    >>> o = find_office(t.keys, 0)
    >>> o.last, o.id, o.of
    (4, 'deputy-foreign-minister', ('rus',))
    >>> find_office(tokenize("الأمين العام لحلف شمال الأطلسي").keys, 0).of
    ('org:nato',)
    """
    for prefix, stem in starts[keys[at]]:
        if stem in _DEPUTY and at + 1 < len(keys):
            inner = find_office(keys, at + 1)
            if inner and inner.how == "office" and not inner.prefix:
                ident = "vice-president" if inner.id == "president" else "deputy-" + inner.id
                return replace(inner, first=at, prefix=prefix, id=ident, head=stem)
        for head in _heads()[stem]:
            n = len(head.tail) + 1
            if n == 1 or tuple(keys[at + 1 : at + n]) == head.tail:
                base = Office(
                    at, at + n, prefix, head.id, head.how, stem, definite=head.definite, feminine=head.feminine
                )
                return _complete(keys, base)
    return None


def _complete(keys: Sequence[str], o: Office) -> Office:
    if o.how == "title":
        return _with_adjectives(keys, o)
    if o.how == "counterpart":
        return _with_adjectives(keys, o)
    if o.id == "minister":
        field = portfolio(keys, o.last)
        if field and not o.definite:
            definite = keys[o.last].startswith("ال")
            o = replace(o, last=o.last + field[0], id=f"{field[1]}-minister", definite=definite)
    elif not o.definite and o.last < len(keys):
        for tail, ident in _complements().get((o.id, keys[o.last]), ()):
            if not tail or tuple(keys[o.last + 1 : o.last + 1 + len(tail)]) == tail:
                if _homeland() & {keys[o.last]}:
                    o = replace(o, id=ident, last=o.last + 1, homeland=True, definite=True)
                else:
                    o = replace(
                        o, id=ident, last=o.last + 1 + len(tail), definite=keys[o.last].startswith("ال") or bool(tail)
                    )
                break
    o = _with_adjectives(keys, o)
    if not o.of:
        o = _with_holder(keys, o)
    return _with_post(keys, _with_adjectives(keys, o))


def _with_adjectives(keys: Sequence[str], o: Office) -> Office:
    """Take in adjectives of nationality and «السابق» and its kin, in any order."""
    last, of, former = o.last, o.of, o.former
    while last < len(keys):
        found = nation(keys, last)
        if found and found[1].definite == o.definite and found[1].number in "mf" and not of:
            of, last = found[1].of, last + found[0]
        elif keys[last] in _modifiers() and (keys[last].startswith("ال") == o.definite or keys[last].startswith("ب")):
            former = former or keys[last] in FORMER
            last += 1
        else:
            break
    return replace(o, last=last, of=of, former=former)


def _body_of(body: Body) -> tuple[str, ...]:
    return tuple(entity(body.template, s) for s in body.of)


def _state(place: str) -> str:
    """A capital's state: «مندوب موسكو» is Russia's."""
    return capital_of().get(place, place)


def _with_holder(keys: Sequence[str], o: Office) -> Office:
    """Take in the state or body whose office it is: in construct, after ل, after باسم."""
    at = o.last
    if at >= len(keys):
        return o
    if keys[at] in _homeland() and not o.definite:
        return replace(o, last=at + 1, homeland=True, definite=True)
    said = keys[at]
    named = said in (_BY_NAME_OF, "في") and at + 1 < len(keys)
    if named:
        at += 1
    elif o.definite and not said.startswith("ل"):
        return o
    if keys[at] in _homeland():
        return replace(o, last=at + 1, homeland=True, definite=True)
    if (
        o.id == "spokesperson"
        and named
        and (inner := find_office(keys, at))
        and inner.how == "office"
        and not inner.prefix
    ):
        return replace(
            o, last=inner.last, of=tuple(f"role:{h.removeprefix('org:')}-{inner.id}" for h in inner.of), definite=True
        )
    body = find_body(keys, at)
    hit = lookup(keys, at)
    if (
        (
            hit
            and hit[2].type in ("LOC", "ORG")
            and not (body and body.last > at + hit[0])
            and not (hit[2].weak and not named)
        )
        and hit[1] in (0, 1)
        and (hit[1] == 0 or keys[at][0] == "ل")
    ):
        if said == "في" and hit[2].sort != "state":
            return o
        return replace(o, last=at + hit[0], of=(_state(hit[2].entity),), definite=True)
    if body and (body.prefix == 0 or keys[at].startswith("ل")) and (body.of or o.id in ("spokesperson", "director")):
        of = _body_of(body) if body.of else (f"?{body.template.id}",)
        return replace(o, last=body.last, of=of, definite=True)
    return o


_POSTED = frozenset(("ambassador", "envoy", "representative", "consul"))


def _with_post(keys: Sequence[str], o: Office) -> Office:
    """Where an envoy is posted: «سفير روسيا في لبنان», «المبعوث الأممي إلى سوريا»."""
    at = o.last
    if o.id not in _POSTED or at >= len(keys):
        return o
    step = 1 if keys[at] in _AT else 0
    hit = lookup(keys, at + step) if at + step < len(keys) else None
    if hit is None or hit[2].type not in ("LOC", "ORG"):
        return o
    joined = not step and hit[1] == 1 and keys[at][0] in "لب"
    return replace(o, last=at + step + hit[0], places=(hit[2].entity,)) if joined or (step and not hit[1]) else o
