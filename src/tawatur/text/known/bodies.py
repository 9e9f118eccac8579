"""Bodies that every state has, named by rule: «وزارة الدفاع الأمريكية», «الجيش الروسي», «حكومة إريتريا», «الخارجية الروسية»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur.text.known.english import body, field
from tawatur.text.known.index import lookup
from tawatur.text.known.lists import PACKAGE, words
from tawatur.text.known.nations import Nation, nation
from tawatur.text.lexicon import card
from tawatur.text.memo import Memo
from tawatur.text.tokenize import tokenize
from tawatur.text.words import peel


@dataclass(frozen=True, slots=True)
class Template:
    """One sort of body. `id` is empty where the state itself is meant; `definite`: the phrase takes an adjective."""

    id: str
    sort: str
    en: str
    definite: bool
    needs: bool = False
    portfolio: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A body at tokens `first` to `last`; `prefix`: letters of proclitic in the first. `of`: states it may belong to."""

    first: int
    last: int
    prefix: int
    template: Template
    of: tuple[str, ...]

    def entity(self, state: str) -> str:
        """The id of this body in `state`."""
        return entity(self.template, state)


def entity(template: Template, state: str) -> str:
    """The id of a body: the state itself for governments, its news agency where it has one, else org:<state>-<body>."""
    if not template.id:
        return state
    if template.id == "agency" and state in words()["agency_of"]:
        return str(words()["agency_of"][state])
    special = {("usa", "ministry-foreign"): "org:state-department", ("usa", "ministry-defence"): "org:pentagon"}
    special[("prk", "army")] = "org:prk-army"
    special[("isr", "army")] = "org:idf"
    return special.get((state, template.id), f"org:{state.removeprefix('org:')}-{template.id}")


MINISTRY = "وزارة"


@cache
def _card() -> dict[str, Any]:
    return card(PACKAGE, "ar.bodies.toml")


@cache
def portfolios() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First key of a portfolio («الشؤون الخارجية») → (other keys, its id), longest first; with and without the article."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for ident, names in _card()["portfolio"].items():
        for name in names:
            keys = tokenize(name).keys
            bare = keys[0].removeprefix("ال")
            for first in dict.fromkeys((keys[0], bare)):
                rows = out.setdefault(first, [])
                for tail in dict.fromkeys((keys[1:], tuple(k.removeprefix("ال") for k in keys[1:]))):
                    if all(t != tail for t, _ in rows):
                        rows.append((tail, ident))
    for rows in out.values():
        rows.sort(key=lambda r: -len(r[0]))
    return out


def portfolio(keys: Sequence[str], at: int) -> tuple[int, str] | None:
    """A ministry's field at token `at`, as (tokens, id).

    >>> portfolio(("وزاره", "الشؤون", "الخارجيه"), 1)
    (2, 'foreign')
    """
    if at >= len(keys):
        return None
    for tail, ident in portfolios().get(keys[at], ()):
        n = len(tail) + 1
        if n == 1 or tuple(keys[at + 1 : at + n]) == tail:
            return n, ident
    return None


@cache
def _templates() -> dict[str, list[tuple[tuple[str, ...], Template]]]:
    out: dict[str, list[tuple[tuple[str, ...], Template]]] = {}
    for row in _card()["body"]:
        for how in ("definite", "construct"):
            for phrase in row[how]:
                keys = tokenize(phrase).keys
                template = Template(row["id"], row["sort"], row["en"], how == "definite", row.get("needs", False))
                out.setdefault(keys[0], []).append((keys[1:], template))
    for ident in _card()["portfolio"]:
        for first, rows in portfolios().items():
            for tail, which in rows:
                if which == ident and first.startswith("ال") and ident in _ELLIPTIC and not tail:
                    out.setdefault(first, []).append((tail, _ministry(ident, needs=True)))
    for rows2 in out.values():
        rows2.sort(key=lambda r: -len(r[0]))
    return out


_ELLIPTIC = ("foreign", "defence", "interior", "health", "finance", "justice")


@cache
def _ministry(ident: str, *, needs: bool = False) -> Template:
    return Template(f"ministry-{ident}", "ministry", f"{{nation}} {field(ident)} ministry", True, needs, True)


def _holder(keys: Sequence[str], at: int, *, definite: bool) -> tuple[int, tuple[str, ...]] | None:
    """Whose body it is: an adjective, or a state by name or after في, right at `at`; (tokens, states)."""
    if at >= len(keys):
        return None
    if definite and (found := nation(keys, at)) and found[1].definite and found[1].number in "mfp":
        return found[0], found[1].of
    skip = 0
    if definite and keys[at] == "في" and at + 1 < len(keys):
        skip = 1
    if (hit := lookup(keys, at + skip)) and hit[2].sort == "state":
        prefixed = keys[at + skip][: hit[1]]
        if (skip and not hit[1]) or (not skip and not prefixed) or prefixed == "ب":
            return hit[0] + skip, (hit[2].entity,)
    return None


def find_body(keys: Sequence[str], at: int) -> Body | None:
    """The longest body that starts at token `at`, or None; `of` is empty where its state is not said.

    >>> t = tokenize("للاستخبارات العسكرية الكورية الجنوبية التي")
    >>> b = find_body(t.keys, 0)
    >>> b.last, b.template.id, b.of
    (4, 'military-intelligence', ('kor',))
    """
    for prefix, stem in body_starts[keys[at]]:
        if stem == _MINISTRY_KEY:
            found = portfolio(keys, at + 1)
            if found:
                end = at + 1 + found[0]
                holder = _holder(keys, end, definite=True)
                return Body(
                    at, end + (holder[0] if holder else 0), prefix, _ministry(found[1]), holder[1] if holder else ()
                )
            continue
        bare: Body | None = None
        for tail, template in _templates().get(stem, ()):
            n = len(tail) + 1
            if n > 1 and tuple(keys[at + 1 : at + n]) != tail:
                continue
            holder = _holder(keys, at + n, definite=template.definite)
            if template.portfolio and not (holder and _feminine(keys, at + n)):
                continue
            if holder is None and template.definite and at + n + 1 < len(keys) and keys[at + n].startswith("ال"):
                after = nation(keys, at + n + 1)  # one more adjective: «الحكومة الشرعية اليمنية»
                if after and after[1].definite and not nation(keys, at + n):
                    holder = (after[0] + 1, after[1].of)
            if holder:
                return Body(at, at + n + holder[0], prefix, template, holder[1])
            if bare is None and template.definite and not template.needs:
                bare = Body(at, at + n, prefix, template, ())
        if bare:
            return bare
    return None


def _feminine(keys: Sequence[str], at: int) -> bool:
    """«الخارجية الروسية» is the ministry, «(وزير) الخارجية الروسي» is its minister."""
    found = nation(keys, at)
    return found is not None and found[1].number == "f"


_MINISTRY_KEY = "وزاره"


@Memo
def body_starts(word: str) -> tuple[tuple[int, str], ...]:
    """Readings of a key as proclitics (their number of letters) and the first word of a body."""
    known = _first()
    return ((0, word),) if word in known else tuple((len(p), s) for p, s in peel(word) if s in known)


@cache
def _first() -> frozenset[str]:
    return frozenset((*_templates(), _MINISTRY_KEY))


def second_holder(keys: Sequence[str], at: int) -> tuple[int, Nation] | None:
    """«والكورية الجنوبية» after «الاستخبارات الأوكرانية»: another state's body of the same sort, elliptic."""
    if at < len(keys) and keys[at].startswith("وال"):
        found = nation(keys, at, keys[at][1:])
        if found and found[1].definite:
            return found
    return None


def english(template: Template, state: str) -> str:
    """English label of a body, as a news agency writes it.

    >>> english(find_body(tokenize("للاستخبارات العسكرية الكورية الجنوبية").keys, 0).template, "kor")
    'South Korean military intelligence'
    """
    return body(template.en, state)
