"""Outlets and bodies with the word before their name that says what they are: «صحيفة حريت التركية», «حركة طالبان»."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tawatur.resolve.reader import QUOTES, Reader
from tawatur.text.arabic import key
from tawatur.text.known.lists import words
from tawatur.text.known.nations import nation
from tawatur.text.memo import Memo
from tawatur.text.translit import skeletons, voiced
from tawatur.text.words import peel


@Memo
def heads(word: str) -> tuple[str | None, str | None]:
    """The word in a key that says that an outlet follows, and the one that says that another body does."""
    media, bodies = _media("media_heads"), _body_heads()
    stems = [s for _, s in peel(word)]
    return next((s for s in stems if s in media), None), next((s for s in stems if s in bodies), None)


@cache
def _media(name: str) -> frozenset[str]:
    return frozenset(map(key, words()[name]))


def read_outlet(r: Reader, at: int) -> int | None:
    """An agency, paper or station with the word that says so: «وكالة "يونهاب" للأنباء», «صحيفة حريت التركية»."""
    t = r.tokens
    head = heads[t.keys[at]][0]
    if head is None:
        return None
    i = at + 1
    while i < min(len(t), at + 5) and (t.keys[i] in _media("media_fill") or t.forms[i] in QUOTES):
        i += 1
    index = r.at.get(i)
    if index is None or r.names[index].type not in ("ORG", "MISC", "LOC") or r.names[index].rule == "known:state":
        return None
    name, last = r.names[index], r.names[index].last
    if r.names[index].type == "LOC" and t.forms[i - 1] not in QUOTES:
        return None
    state: str | None = None
    while last < len(t):
        found = nation(t.keys, last)
        if t.forms[last] in QUOTES or t.keys[last] in _media("media_fill"):
            last += 1
        elif found and found[1].definite and state is None:
            state, last = r.which(found[1].of), last + found[0]
        else:
            break
    while last > name.last and t.forms[last - 1] in "«“([":
        last -= 1
    ident = name.entity or f"org:{skeletons(name.key.split()) or voiced(name.key) or name.key.replace(' ', '-')}"
    if ident.startswith("loc:"):
        ident = "org:" + ident[4:]
    r.names[index] = replace(name, entity=ident, type="ORG")
    r.sorts[ident] = "agency" if head in _agency_heads() else "media"
    if state:
        r.parties[ident] = state
    prefix = len(t.keys[at]) - len(head)
    r.refer(at, last, prefix, ident, "ORG", "name", "outlet", name.span)
    return last


@cache
def _agency_heads() -> frozenset[str]:
    return frozenset(map(key, words()["sort_of_head"]["agency"]))


@cache
def _body_heads() -> frozenset[str]:
    groups = words()["sort_of_head"]
    return frozenset(key(w) for sort in ("group", "party", "ngo", "company", "club") for w in groups[sort])


def read_headed(r: Reader, at: int) -> int | None:
    """A body with the word that says what it is before its name: «حركة طالبان», «حزب "الليكود"»."""
    t = r.tokens
    head = heads[t.keys[at]][1]
    if head is None:
        return None
    i = at + 2 if at + 1 < len(t) and t.forms[at + 1] in QUOTES else at + 1
    index = r.at.get(i)
    if index is None or r.names[index].type != "ORG":
        return None
    name = r.names[index]
    ident = name.entity or f"org:{skeletons(name.key.split()) or voiced(name.key)}"
    r.names[index] = replace(name, entity=ident)
    last = name.last + (1 if i == at + 2 and name.last < len(t) and t.forms[name.last] in QUOTES else 0)
    r.refer(at, last, len(t.keys[at]) - len(head), ident, "ORG", "name", "headed", name.span)
    return last
