"""Who does an act and to whom: subject and object of verbs, active and passive, genitives and prepositions of nouns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tawatur.events.dictionary import PACKAGE, Reading, noun_readings, verb_readings
from tawatur.events.govern import COMMA, STOPS, Governor
from tawatur.events.phrases import Phrase, coordinated, describes, phrase_before, phrase_from
from tawatur.events.units import bare, listed, nisba, words
from tawatur.events.view import View
from tawatur.model.document import Sentence
from tawatur.model.event import Ref
from tawatur.model.tokens import Kind
from tawatur.text.inflect import is_definite, is_joined, marked_passive
from tawatur.text.lexicon import Phrases, card

REACH = 9
PASSIVE_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
TARGETS = frozenset({"ASSAULT", "COERCE"})
BODIES = frozenset({"person", "PER"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and who is acted upon; `people`: the first actor is a person by name or office."""

    actors: tuple[Ref, ...] = ()
    recipients: tuple[Ref, ...] = ()
    people: bool = False


def roles(v: View, s: Sentence, g: Governor) -> Roles:
    """Actors and recipients of the act of `g`."""
    found = _of_verb(v, s, g) if g.verb else _of_noun(v, s, g)
    first = v.reference.get(v.at(found.actors[0].span.start)) if found.actors else None
    return replace(found, people=first is not None and first.type == "PER")


def _refs(v: View, s: Sentence, p: Phrase | None) -> tuple[Ref, ...]:
    return tuple(x.ref() for x in coordinated(v, s, p)) if p is not None else ()


def _acting(v: View, s: Sentence, p: Phrase | None) -> tuple[Ref, ...]:
    """The actors: a city that acts stands for the state whose it is («بيونغ يانغ أرسلت»)."""
    return tuple(replace(r, entity=v.party.get(r.entity or "", r.entity)) for r in _refs(v, s, p))


def _bare_phrases(v: View, s: Sentence, at: int, most: int, *, things: bool, unknown: bool) -> list[Phrase]:
    """The first noun phrases after token `at` that no preposition governs: subject and object, in this order.

    `unknown`: a noun that no list knows right behind the verb is its subject too, alone if definite, else with its
    genitive; not where the word may be no verb at all.
    """
    out: list[Phrase] = []
    i, end = at, min(s.last, at + REACH + 3 * most)
    governed = False
    while i < end and len(out) < most:
        word = v.keys[i]
        if word in STOPS or word in words("complementizers") or word in listed("arguments", "relative"):
            break
        if word == COMMA:
            if out or i > at:
                break
            i += 1
            continue
        p = phrase_from(v, s, i, things=things) or (_unknown(v, s, i) if unknown and not out and not governed else None)
        if p is not None:
            if not governed and (not p.prefix or (is_joined(p.prefix) and len(p.prefix) == 1 and not out)):
                out.append(p)
                i = coordinated(v, s, p)[-1].last
            else:
                i = p.last
            governed = False
            continue
        if i in v.time:
            i = v.time[i].last
            governed = False
            continue
        if out and _finite(word):
            break
        attached = any(r.prefix and not is_joined(r.prefix) for r in noun_readings(word))
        governed = governed or attached or bare(word, "and") in words("prepositions")
        i += 1
    return out


def _unknown(v: View, s: Sentence, i: int) -> Phrase | None:
    """A noun that no list knows, right behind a verb: «دعا مفتي فنلندا», «تعهد البارونات»; who it is stays open."""
    word = v.keys[i]
    plain = (
        v.tokens.kinds[i] is Kind.WORD
        and i not in v.time
        and bare(word, "and") not in words("prepositions")
        and word not in listed("arguments", "adverbs")
        and not _finite(word)
        and not noun_readings(word)
    )
    if not plain:
        return None
    if is_definite(word, ""):
        return Phrase(i, i + 1, v.tokens.span(i, i + 1), None, "unknown")
    genitive = phrase_from(v, s, i + 1) if i + 1 < s.last else None
    if genitive is None or genitive.prefix:
        return None
    return Phrase(i, genitive.last, v.tokens.span(i, genitive.last), None, "unknown")


def _finite(word: str) -> bool:
    return any(r.form is not None and not r.pronoun for r in verb_readings(word)) and word not in words("prepositions")


def _marked(v: View, s: Sentence, at: int, marks: tuple[str, ...], *, near: bool) -> Phrase | None:
    """The phrase behind one of the prepositions `marks` after token `at`, free or attached; `near`: no other between."""
    reach = REACH - 1 if near else REACH + 4
    for i in range(at, min(s.last, at + reach)):
        word = v.keys[i]
        if word in STOPS or word in words("complementizers") or word in listed("arguments", "relative"):
            return None
        p = phrase_from(v, s, i)
        if p is None:
            if near and bare(word, "and") in words("prepositions") and word not in marks:
                return None
            continue
        if p.prefix and bare(p.prefix, "and") in marks:
            return p
        j = i - 1
        if j >= at - 1 and v.keys[j] in marks:
            return p
        if j - 1 >= at - 1 and v.keys[j - 1] in marks and not _finite(v.keys[j]):
            return p
    return None


def _by(v: View, s: Sentence, at: int) -> Phrase | None:
    """The phrase behind «على يد», «من قبل»: who did it."""
    marks = agent_marks()
    for i in range(at, min(s.last, at + REACH + 4)):
        if v.keys[i] in STOPS or bare(v.keys[i], "and") in listed("arguments", "relative"):
            return None  # what a relative clause tells has its own doer
        mark = marks.longest(v.keys, i) if v.keys[i] in marks else None
        found = phrase_from(v, s, i + mark[0]) if mark is not None else None
        if found is not None:
            return found
    return None


@cache
def agent_marks() -> Phrases[bool]:
    """The marks of who did it: «على يد», «من قبل»."""
    return Phrases((w, True) for w in card(PACKAGE, "ar.toml")["by"]["phrases"])


def _controller(v: View, s: Sentence, g: Governor) -> Phrase | None:
    """Who acts in a verbal noun behind «بـ»: the phrase right before it («تعهدت الحكومة بنشر», «اتهم الرئيس الجيش بقصف»)."""
    attached = bare(g.reading.prefix, "and")
    if attached and attached in words("in"):
        return phrase_before(v, s, g.at)
    during = g.act.type == "CONSULT" and g.at > s.first and v.keys[g.at - 1] in listed("arguments", "during")
    return phrase_before(v, s, g.at - 1) if during else None  # «قالت الوزيرة خلال محادثات مع نظيرها»


def _origin(v: View, p: Phrase) -> tuple[Ref, ...]:
    """Whose forces they are, by their adjective of origin: «إرسال قوات كورية شمالية»."""
    for i in range(p.first, p.last):
        found = nisba(v.keys, i)
        if found is not None and found[1] is not None:
            return (Ref(span=v.tokens.span(i, i + found[0]), entity=found[1]),)
    return ()


def _place(v: View, at: int) -> bool:
    n = v.name.get(at)
    return n is not None and n.type == "LOC"


def _of_verb(v: View, s: Sentence, g: Governor) -> Roles:
    act, reading = g.act, g.reading
    assert reading.form is not None
    after = (g.at if act.kind == "phrase" else g.last) + 1
    sure = not noun_readings(v.keys[g.at])
    found = _bare_phrases(v, s, after, 2 if "o" in act.recipient else 1, things=act.type in TARGETS, unknown=sure)
    by = _by(v, s, after)
    inside = reading.form.person == 1 or is_joined(
        reading.prefix
    )  # and supports: the subject is that of the verb before
    before = None if inside else phrase_before(v, s, g.at)
    prepositions = tuple(m for m in act.recipient if m != "o")
    to = _marked(v, s, g.last + 1, prepositions, near=False) if prepositions else None
    first = found[0] if found else None
    if "s" in act.recipient:  # who comes under attack is the subject
        return Roles((), _refs(v, s, before or first))
    second = found[1] if len(found) > 1 else None
    if by is not None or _passive(v, g, reading, before, first, second):
        return Roles(_acting(v, s, by), _refs(v, s, first or before))
    if before is None and _subject_unread(v, s, g):
        objects = _refs(v, s, first if "o" in act.recipient and act.kind != "phrase" else to)
        return Roles((), objects or _refs(v, s, to))
    if "o" not in act.recipient or act.kind == "phrase":
        return Roles(_acting(v, s, before or first), _refs(v, s, to))
    if before is not None:
        return Roles(_acting(v, s, before), _refs(v, s, first or to))
    if second is None and first is not None and first.sort == "LOC" and act.type == "CONSULT":
        return Roles((), _refs(v, s, first))  # he visited a city: the visitor is inside the verb
    return Roles(_acting(v, s, first), _refs(v, s, second or to))


def _subject_unread(v: View, s: Sentence, g: Governor) -> bool:
    """Say whether the subject stands before the verb in words that no rule reads: a relative, a noun that no list knows."""
    if g.at == s.first or is_joined(g.reading.prefix):
        return False
    before = v.keys[g.at - 1]
    if before in listed("arguments", "relative"):
        return True
    opens = (
        v.tokens.kinds[g.at - 1] is not Kind.WORD
        or before in words("complementizers")
        or before in words("particles_of_verbs")
        or before in words("negations")
        or before in words("and")
        or before in listed("arguments", "adverbs")
        or bare(before, "and") in words("prepositions")
        or g.at - 1 in v.time
        or _finite(before)
    )
    return not opens


def _passive(
    v: View, g: Governor, reading: Reading, before: Phrase | None, first: Phrase | None, second: Phrase | None
) -> bool:
    """Decide the voice of a form whose letters allow both: one noun only, of a body that can be killed or arrested."""
    form = reading.form
    assert form is not None
    if form.voice != "either" or reading.pronoun:
        return form.voice == "passive"
    if marked_passive(v.tokens.text[v.tokens.starts[g.at] : v.tokens.ends[g.at]], form.aspect):
        return True
    if g.act.type not in PASSIVE_TYPES or "o" not in g.act.recipient or second is not None:
        return False
    if first is None:
        return before is not None and before.sort in BODIES and form.number != "s"
    return before is None and first.sort in BODIES


def _of_noun(v: View, s: Sentence, g: Governor) -> Roles:
    act = g.act
    after = (g.at if act.kind == "phrase" else g.last) + 1
    while after < s.last and v.keys[after] in listed("arguments", "manner"):
        after += 1
    actor_adjective = nisba(v.keys, after) if after < s.last and not _place(v, after) else None
    prepositions = tuple(m for m in act.recipient if m != "o") or (tuple(words("for")) if "o" in act.recipient else ())
    to = _marked(v, s, after, prepositions, near=True) if prepositions else None
    by = _by(v, s, after) or _controller(v, s, g)
    if actor_adjective is not None and actor_adjective[1] is not None:
        adjective = Ref(span=v.tokens.span(after, after + actor_adjective[0]), entity=actor_adjective[1])
        return Roles((adjective,) if by is None else _acting(v, s, by), _refs(v, s, to))
    plain = not g.reading.definite and after < s.last and not describes(v.keys[after])
    known = after in v.reference or after in v.name or after in v.quantity
    free = (plain or known) and not g.reading.pronoun
    genitive = phrase_from(v, s, after, things=act.type in TARGETS) if free else None
    if act.kind == "phrase" and genitive is not None and genitive.last > g.last:  # the forces that are sent
        return Roles(_acting(v, s, by) or _origin(v, genitive), _refs(v, s, to))
    if genitive is None or genitive.prefix:
        return Roles(_acting(v, s, by), _refs(v, s, to))
    acts = to is not None or "o" not in act.recipient or (act.type == "CONSULT" and genitive.sort != "LOC")
    return Roles(_acting(v, s, genitive), _refs(v, s, to)) if acts else Roles(_acting(v, s, by), _refs(v, s, genitive))
