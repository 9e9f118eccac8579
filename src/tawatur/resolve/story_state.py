"""Whose body a bare one is, where no adjective says it: «وزارة الدفاع» in a story about one state.

Two signs count. Carried in one sentence by the news agency of a state, a bare ministry is of that state («ووفق وكالة
الأنباء الفلانية، أقرت وزارة الدفاع»); beside an army of a state it is not: that may be the enemy's. Else it is of the
state that the article is about: named far more than any other, and the only one whose bodies and officials act there.
Everything less stays open: an outlet's own country need not be named at all.
"""

from __future__ import annotations

from tawatur.resolve.metonyms import card_words
from tawatur.resolve.reader import Reader
from tawatur.text.known.bodies import Body, find_body
from tawatur.text.known.lists import states
from tawatur.text.known.offices import Office

OFTEN, FAR_AHEAD = 4, 3
"""How often the state of a story is named at least, and how many times as often as the next."""


def story_state(r: Reader, body: Body) -> str | None:
    """The state whose body a bare ministry or the like is; None where the article leaves it open."""
    if not body.template.id.startswith(_OF_ONE_STATE):
        return None
    near = _in_sentence(r, body.first)
    if len(near) == 1:
        return next(iter(near))
    if near:
        return None
    counts = sorted(r.states.items(), key=lambda x: -x[1])
    if not counts or counts[0][1] < OFTEN or (len(counts) > 1 and counts[0][1] < FAR_AHEAD * counts[1][1]):
        return None
    state = counts[0][0]
    acting = {s for s in map(_owner, r.bodies) if s} | {s for p in r.people.all for s, _ in p.facts if s in states()}
    return state if acting == {state} else None


_OF_ONE_STATE = ("ministry-", "general-staff", "prosecution")
_PRESS = frozenset(("body:agency", "body:state-media"))


def owner_named_before(r: Reader, office: Office) -> str | None:
    """Whose office an office without an adjective is: the ministry just named («قالت وزارة الداخلية … المتحدث باسم الوزارة
    فلان»), or the state of the only such ministry («وزارة الدفاع الفلانية … وزير الدفاع فلان»).
    """
    if office.of or office.former or office.how != "office":
        return None
    ministries = [(i, x.id) for i, (x, _) in r.bodies.items() if x.id.startswith(_MINISTRY)]
    if office.id == "spokesperson" and _of_the_ministry(r, office.last):
        return ministries[-1][0] if ministries else None
    field = office.id.removesuffix("-minister")
    owners = {_owner(i) for i, body in ministries if field != office.id and body == _MINISTRY + field}
    return owners.pop() if len(owners) == 1 else None


def _of_the_ministry(r: Reader, at: int) -> bool:
    """Whether «باسم الوزارة» stands at token `at`, with no word after it that says which."""
    said = card_words("spokesman_of")
    here = " ".join(r.tokens.keys[at : at + 2])
    return here in said and find_body(r.tokens.keys, at + 1) is None


_MINISTRY = "ministry-"


def _in_sentence(r: Reader, at: int) -> set[str]:
    """States whose agency or broadcaster is named in the sentence of token `at` before it."""
    sentence = next((s for s in r.doc.sentences if s.first <= at < s.last), None)
    if sentence is None:
        return set()
    found = (_owner(x.entity) for x in r.out if sentence.first <= x.first < at and x.rule in _PRESS)
    return {s for s in found if s}


def _owner(ident: str) -> str | None:
    """The state of a body's id: kgz of org:kgz-agency."""
    state = ident.removeprefix("org:").partition("-")[0]
    return state if ident.startswith("org:") and state in states() else None
