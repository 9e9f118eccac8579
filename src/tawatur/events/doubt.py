"""How real an act or a figure is said to be: it happened, is planned, pledged, demanded, rumoured, or is denied.

The words before the act decide first (negation, future, modal verbs, plan and pledge words), then the mode of the
attribution in whose content it stands. Doubt is only ever added: a hedged source never makes a stated figure.
"""

from __future__ import annotations

from tawatur.events.dictionary import noun_readings, verb_readings
from tawatur.events.govern import STOPS
from tawatur.events.units import bare, listed, words
from tawatur.events.view import View
from tawatur.text.inflect import is_future, is_joined

REACH = 6
"""Words that a plan, pledge or demand may stand before the act that it governs: «تعهدت الحكومة في وقت سابق بنشر»."""

FAR = 14
"""The same before a verbal noun behind «بـ», which the verb may leave far behind its subject and object."""

FUTURE = frozenset({"pledges", "demands"})
OF_MODE = {"pledges": "pledged", "demands": "demanded", "denies": "denied", "hedged": "rumoured"}
HAPPENED = {
    "happened": "yes",
    "planned": "planned",
    "pledged": "planned",
    "demanded": "planned",
    "rumoured": "hedged",
    "denied": "no",
}


def negated(v: View, at: int, first: int) -> bool:
    """Say whether the act at token `at` is negated by a word right before it («لم يقتل», «دون وقوع», «نفى مقتل»)."""
    no = words("negations")
    only = words("except")
    lasting = words("lasting")  # «لا يزال»: what has not ceased goes on
    return any(
        (v.keys[i] in no or bare(v.keys[i], "and") in no) and v.keys[i + 1] not in lasting
        for i in range(max(first, at - 2), at)
    ) and not any(v.keys[i] in only for i in range(at, min(len(v.keys), at + 8)))


def future(v: View, at: int) -> bool:
    """Say whether the verb at `at` is marked as still to come («سيرسل», «سوف يرسل»)."""
    if at and v.keys[at - 1] in words("future"):
        return True
    return any(is_future(r.prefix) for r in verb_readings(v.keys[at]))


def standing(v: View, at: int, first: int) -> str:
    """Standing of the act whose word is token `at`, in the clause that begins at token `first`."""
    if at < 0:
        return OF_MODE.get(_mode(v, first), "happened")
    if negated(v, at, first):
        return "denied"
    if _presupposed(v, at, first):
        return "happened"
    imperfect = any(r.form and r.form.aspect == "imperfect" for r in verb_readings(v.keys[at]))
    readings = verb_readings(v.keys[at])
    if readings and all(r.form is not None and r.form.aspect == "perfect" for r in readings) and _mode(v, at) in FUTURE:
        return "happened"  # nobody pledges or demands what is past
    before = v.keys[at - 1] if at > first else ""
    wished = imperfect and _mode(v, at) == "estimates" and before in words("complementizers")
    if wished or future(v, at) or (imperfect and before in words("may")):
        return "pledged" if _mode(v, at) == "pledges" else "planned"
    reach = FAR if _controlled(v.keys[at]) else REACH
    for i in range(at - 1, max(first - 1, at - 1 - reach), -1):
        word = v.keys[i]
        if word in STOPS or word == ":":
            break
        core = bare(bare(word, "and"), "prefixes")
        for name, result in (("pledged", "pledged"), ("demanded", "demanded"), ("planned", "planned")):
            if word in words(name) or core in words(name):
                return result
        if (word in words("maybe") or core in words("maybe")) and not {word, core} & words("may"):
            return "rumoured" if _mode(v, at) in {"hedged", "states", ""} else "planned"
        if word in words("conditions"):
            return "planned"
    return OF_MODE.get(_mode(v, at), "happened")


def _controlled(word: str) -> bool:
    return any(bare(r.prefix, "and") in words("in") for r in noun_readings(word))


def recalled(v: View, at: int, first: int) -> int | None:
    """The relative pronoun of the clause that recalls the fact at token `at`: «الهجوم الذي أودى بحياة 32»; None elsewhere.

    The clause's verb is in the perfect, and the fact hangs on it or on a verb that «و» joins to it: a later verb without
    «و» is the main clause's, «الهجوم الذي وقع أمس أسفر عن 5».
    """
    for i in range(at - 1, max(first - 1, at - 1 - FAR), -1):
        if v.keys[i] in STOPS or v.speaker.get(i, -1) != v.speaker.get(at, -1):
            return None
        if v.keys[i] in listed("arguments", "clause_openers"):
            verbs = [
                (j, r)
                for j in range(i + 1, at + 1)
                for r in verb_readings(v.keys[j])
                if r.form is not None and r.form.aspect == "perfect" and not noun_place(v, j)
            ]
            hangs = bool(verbs) and (verbs[0][0] == i + 1 or is_joined(verbs[0][1].prefix))
            later = [j for j, r in verbs if j > i + 1 and not is_joined(r.prefix)]
            return i if hangs and not later else None
    return None


def noun_place(v: View, at: int) -> bool:
    """Say whether the word at `at` can only be a noun: a preposition stands before it, or it has one itself."""
    before = bare(v.keys[at - 1], "and") if at else ""
    return bool(noun_readings(v.keys[at])) and before in words("prepositions")


def _presupposed(v: View, at: int, first: int) -> bool:
    return recalled(v, at, first) is not None


def _mode(v: View, at: int) -> str:
    i = v.speaker.get(at, -1)
    return v.analysis.attributions[i].mode if i >= 0 else ""
