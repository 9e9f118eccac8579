"""Acts → PLOVER events: one for each word that names an act, with who, to whom, where, when and whether it happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from tawatur.events.arguments import TARGETS, Roles, roles
from tawatur.events.dictionary import PACKAGE, bases, noun_readings
from tawatur.events.doubt import HAPPENED, standing
from tawatur.events.govern import Governor, acts
from tawatur.events.scope import governing_time, place_name
from tawatur.events.units import bare, listed, words
from tawatur.events.view import View
from tawatur.model.claim import Claim
from tawatur.model.document import Sentence
from tawatur.model.event import Event, Ref
from tawatur.model.ids import content_id
from tawatur.text.arabic import key
from tawatur.text.lexicon import card


@cache
def needs() -> Mapping[str, str]:
    """What an event of each type must have at least."""
    return dict(card(PACKAGE, "ar.toml")["needs"])


def events(v: View) -> tuple[Event, ...]:
    """Every event of the article, without its claim."""
    out: list[Event] = []
    for s in v.sentences:
        triggers: set[int] = set()
        found = acts(v, s)
        light = {g.last for g in found if g.act.kind == "phrase"}
        for g in found:
            at = trigger_of(v, g)
            if g.act.type is None or at in triggers or (at in light and g.act.kind != "phrase"):
                continue
            e = _event(v, s, g)
            if e is not None:
                triggers.add(at)
                out.append(e)
    return tuple(sorted(out, key=lambda e: (e.trigger.start, e.id)))


def _event(v: View, s: Sentence, g: Governor) -> Event | None:
    at = trigger_of(v, g)
    trigger = v.tokens.span(at, at + 1)
    who = roles(v, s, g)
    where = place_name(v, s, (g.at, g.last + 1))
    when = governing_time(v, s, g.last)
    done = g.at > s.first and v.keys[g.at - 1] in listed("arguments", "done") and (when or where) is not None
    if _natural(v, s, g, who) or not (done or _enough(g, who, place=where is not None)):
        return None
    real = HAPPENED[standing(v, g.at, s.first)]
    if real == "yes" and _prevented(v, s, g):
        real = "no"
    speaker = v.speaker.get(g.at, -1)
    return Event(
        id=content_id("v", v.analysis.id, trigger.start, trigger.end, g.act.type),
        article=v.analysis.id,
        type=str(g.act.type),
        mode=g.act.mode,
        trigger=trigger,
        actors=who.actors,
        recipients=tuple(r for r in who.recipients if r.span not in {a.span for a in who.actors}),
        place=Ref(span=where.span, entity=where.entity) if where is not None else None,
        time=when.edtf if when is not None else None,
        time_span=when.span if when is not None else None,
        attribution=speaker if speaker >= 0 else None,
        happened=real,
        lemma=g.act.lemma,
        rule=f"{g.act.kind}:{g.act.lemma}",
    )


def trigger_of(v: View, g: Governor) -> int:
    """The word that names the act: of a light verb its noun («شن هجوما»), of «أرسل قوات» the verb."""
    return g.last if g.last == g.at or noun_readings(v.keys[g.last]) else g.at


def _enough(g: Governor, who: Roles, *, place: bool) -> bool:
    """Say whether enough is known of an act to assert it: a row without anyone in it helps nobody."""
    if key(g.act.lemma) in listed("arguments", "persons_only") and not (who.people and who.recipients):
        return False
    transitive = g.verb and g.act.kind == "verb" and "o" in g.act.recipient and not g.reading.pronoun
    if transitive and g.act.type in TARGETS and not who.recipients:
        return False  # an attack on nobody is a figure of speech: a team snatches its ticket
    need = needs().get(str(g.act.type), "any")
    if need == "both":
        return bool(who.actors and who.recipients)
    if need == "actor":
        return bool(who.actors)
    if need == "recipient":
        return bool(who.recipients) and (g.verb or bool(who.actors) or g.act.mode == "arrest")
    alone = key(g.act.lemma) in listed("arguments", "placed") or (not g.verb and g.act.kind != "phrase")
    return bool(who.actors or who.recipients or (place and alone))


def _natural(v: View, s: Sentence, g: Governor, who: Roles) -> bool:
    """Say whether nature is the subject: an earthquake strikes nobody in the sense of PLOVER."""
    nature = listed("arguments", "nature")
    nxt = v.keys[g.at + 1] if g.at + 1 < s.last else ""
    return not nature.isdisjoint(bases(nxt)) or any(key(r.span.text.split()[0]) in nature for r in who.actors)


def _prevented(v: View, s: Sentence, g: Governor) -> bool:
    """«إحباط محاولة تفجير»: what was foiled did not happen."""
    return any(bare(v.keys[i], "prefixes") in words("prevented") for i in range(max(s.first, g.at - 2), g.at))


def with_claims(found: tuple[Event, ...], v: View, claim_of: Mapping[int, Claim]) -> tuple[Event, ...]:
    """The events with the ids of the claims that hold them."""
    return tuple(
        replace(e, claim=claim.id) if (claim := claim_of.get(v.at(e.trigger.start))) is not None else e for e in found
    )
