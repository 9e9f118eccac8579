"""What happened, what was counted and who said it, as one sentence of a news agency; words are data (`tell.toml`, `en.acts.tsv`).

The ledger, the page and the exports tell alike. English is made from the coded parts; what they do not hold is never
guessed: the Arabic words stand beside it as a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from tawatur.model.event import Estimate
from tawatur.text import counted
from tawatur.text.known.lists import adjective
from tawatur.text.label import term
from tawatur.text.lexicon import card, table
from tawatur.text.say import amount


class _Act(NamedTuple):
    """How one act is told: `to` with whoever it is done to, `alone` without, passive, noun."""

    to: str
    alone: str
    passive: str
    noun: str


@cache
def _acts() -> dict[tuple[str, str, str], _Act]:
    return {(lemma, kind, mode): _Act(*said) for lemma, kind, mode, *said in table("tawatur.text", "en.acts.tsv", 7)}


def _words() -> dict[str, Any]:
    return card("tawatur.text", "tell.toml")


def told(lemma: str, kind: str, mode: str | None) -> bool:
    """Whether an act of this lemma, PLOVER type and mode has English words of its own.

    >>> told("قصف", "ASSAULT", "heavy-weapons"), told("قصف", "AID", None)
    (True, False)
    """
    return (lemma, kind, mode or "-") in _acts()


def bodily(lemma: str, kind: str, mode: str | None) -> bool:
    """Whether an act is done to people only.

    >>> bodily("قتل", "ASSAULT", None), bodily("قصف", "ASSAULT", "heavy-weapons")
    (True, False)
    """
    said = _acts().get((lemma, kind, mode or "-"))
    return said is not None and said.to in _words()["english"]["bodily"]


INTO = ("into", "to", "in")
"""A verb that ends so takes the place for what it is done to: «Ukraine pushes into Kursk region»."""
REACHING = ("ASSAULT", "MOBILIZE", "AID", "COERCE")


def act(
    lemma: str,
    kind: str,
    mode: str | None,
    happened: str,
    who: Sequence[str],
    whom: Sequence[str],
    where: str = "",
) -> str:
    """An event in English, in the present tense of a headline. `who`, `whom`, `where`: labels as they stand in a sentence.

    >>> act("توغل", "ASSAULT", None, "yes", ["Ukraine"], [], "Kursk region")
    'Ukraine pushes into Kursk region'
    >>> act("التقى", "CONSULT", None, "planned", ["Kim Jong Un"], ["Sergey Lavrov"])
    'Kim Jong Un is to meet Sergey Lavrov'
    >>> act("هجوم", "ASSAULT", None, "hedged", [], ["the Russian army"]), act("هجوم", "ASSAULT", None, "yes", [], [], "Douma")
    ('the Russian army is reportedly attacked', 'attack in Douma')
    """
    said = _acts().get((lemma, kind, mode or "-")) or _acts()["-", kind, "-"]
    place = where if where not in (*who, *whom) else ""
    goes = mode == "visit" or (kind in REACHING and said.to.split()[-1] in INTO)
    if who and not whom and place and goes:
        whom, place = [place], ""
    if who:
        return _clause(f"{said.to} {listed(whom)}" if whom else said.alone, happened, who, place)
    frame = _words()["english"][happened]
    if whom and said.passive.startswith("="):
        out = f"{frame['noun'].format(said.noun)} {said.passive[1:]} {listed(whom)}"
    elif whom:
        out = frame["passive"].format(listed(whom), said.passive, be="is" if len(whom) == 1 else "are")
    else:
        out = frame["noun"].format(said.noun)
    return _placed(str(out), place)


def _clause(verb: str, happened: str, who: Sequence[str], place: str) -> str:
    """Somebody does something somewhere."""
    bare = happened in ("planned", "no") or len(who) > 1
    be, do = ("is", "does") if len(who) == 1 else ("are", "do")
    frame = _words()["english"][happened]["active"]
    return _placed(str(frame.format(listed(who), verb if bare else third(verb), be=be, do=do)), place)


def _placed(said: str, place: str) -> str:
    return str(_words()["english"]["place"].format(said, place)) if place else said


def sending(figures: Sequence[Estimate], who: str, whom: str) -> str:
    """Figures of what somebody sent as an event: "North Korea sends at least 10,000 soldiers to Russia"; `whom` may be "".

    All of one standing. What they are of the sender's own nation need not be said again.
    """
    english = _words()["english"]
    own = (adjective(figures[0].actor or "") or "") + " "
    what_ = listed([_amount_of(e).replace(own, "", 1) if own.strip() else _amount_of(e) for e in figures])
    verb = english["send_to"].format(what_, whom) if whom else english["send"].format(what_)
    return _clause(verb, _words()["happens"][figures[0].standing], [who], "")


def third(verb: str) -> str:
    """The third person of a verb phrase.

    >>> third("carry out strikes"), third("push into"), third("do"), third("pay a visit")
    ('carries out strikes', 'pushes into', 'does', 'pays a visit')
    """
    head, _, rest = verb.partition(" ")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        head = head[:-1] + "ies"
    else:
        head += "es" if head.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return f"{head} {rest}" if rest else head


def listed(items: Sequence[str]) -> str:
    """A list in English.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else "".join(items)


def named(label: str, ident: str | None) -> str:
    """An English label inside a sentence: bodies and offices known by rule, and some states, take the article.

    >>> named("South Korean military intelligence", "org:kor-military-intelligence"), named("United States", "usa")
    ('the South Korean military intelligence', 'the United States')
    >>> named("The Kremlin", "org:kremlin"), named("Kim Jong Un", "per:kim-jong-un")
    ('the Kremlin', 'Kim Jong Un')
    """
    if label.startswith("The "):
        return "the " + label[4:]
    middle = (ident or "").partition(":")[2]
    ruled = adjective(middle.partition("-")[0]) is not None and label.startswith(
        str(adjective(middle.partition("-")[0]))
    )
    if ident in _words()["english"]["articled"] or (ident or "").startswith("role:") or ruled:
        return "the " + label
    return label


def sentence(text: str) -> str:
    """The same with a capital at its beginning.

    >>> sentence("the Russian army attacks"), sentence("17 killed")
    ('The Russian army attacks', '17 killed')
    """
    return text[:1].upper() + text[1:]


def speaks(who: str, mode: str) -> str:
    """A speaker with how something is said.

    >>> speaks("Kim Jong Un", "states"), speaks("Kim Jong Un", "denies")
    ('Kim Jong Un', 'denial by Kim Jong Un')
    """
    return str(_words()["english"]["says"][mode].format(who))


def quoting(who: str, on: Sequence[str], quoted: str) -> str:
    """An English line that quotes Arabic: who says it and of whom it speaks.

    >>> quoting("Kim Jong Un", ["Russia", "Kursk region"], "«…»")
    'Kim Jong Un on Russia and Kursk region: «…»'
    """
    english = _words()["english"]
    return str(english["quote"].format(english["on"].format(who, listed(on)) if on else who, quoted))


def according(text: str, who: str) -> str:
    """A statement with the speaker from whom it is known.

    >>> according("17 people killed", "the hospital"), according("Iran attacks", "Iran")
    ('17 people killed, according to the hospital', 'Iran attacks, by its own account')
    """
    return str(_words()["english"]["itself" if text.startswith(f"{who} ") else "by"].format(text, who))


def thing(e: Estimate, lang: str) -> str:
    """The noun that a figure counts, without its measure; the measure where there is none.

    For a figure beside another one that counts more or less: "2 (policemen)", "32 (people)".
    """
    if lang == "en":
        return e.of_en or what(e, lang)
    return _arabic(e) or what(e, lang)


def _arabic(e: Estimate) -> str:
    """The counted noun in Arabic: one of it in the singular, else in the plural."""
    return counted.one(e.of_ar) if e.low == e.high == 1 else counted.noun(e.of_ar)


def what(e: Estimate, lang: str) -> str:
    """What a figure counts, as a heading.

    In English "North Korean soldiers killed"; in Arabic the measure, then the noun, if it says more than the measure.
    """
    noun = _noun(e, lang)
    if lang == "en":
        row, one = _words()[e.measure], e.low == e.high == 1
        return str(row["with"].format(noun) if noun else row["one" if one else "many"])
    measure = _measure(e)
    if e.measure == "other" and noun:
        return noun
    return f"{measure}: {noun}" if noun and noun != measure else measure


def how_many_arabic(e: Estimate) -> str:
    """A figure with what it counts, in Arabic: the measure, the value, the noun if it says more than the measure."""
    measure, noun, value = _measure(e), _noun(e, "ar"), amount(e.low, e.high, e.approx, "ar")
    if e.standing != "happened":
        noun = f"{noun}، {term('standings', e.standing, 'ar')}" if noun else term("standings", e.standing, "ar")
    if e.measure == "other" and noun:
        return f"{noun}: {value}"
    return f"{measure}: {value} ({noun})" if noun and noun != measure else f"{measure}: {value}"


def _measure(e: Estimate) -> str:
    """What an Arabic reader calls the measure; those who were sent are people or things."""
    head = e.of_ar.split()[0] if e.of_ar.split() else ""
    measure = term("measures", e.measure, "ar")
    return str(_words()[e.measure].get("of people", measure)) if counted.people(head) else measure


def how_many(figures: Sequence[Estimate]) -> str:
    """Figures with what they count, in English, those of one measure and standing together; it says what is no fact.

    "about 13,000 soldiers and 12 million shells sent", "thousands of soldiers reportedly sent", "no one killed".
    """
    groups: dict[tuple[str, str], dict[str, Estimate]] = {}
    for e in figures:
        same = groups.setdefault((e.measure, e.standing), {})
        noun = _noun(e, "en")
        if noun not in same or _size(e) > _size(same[noun]):  # the smaller of two is a part of the larger
            same[noun] = e
    said = []
    for (measure, standing), counts in groups.items():
        done = _words()[measure]["with"].removeprefix("{}").strip()
        frame, alone = _words()["standing"][standing]
        items = listed([_amount_of(e) for e in counts.values()])
        said.append(f"{items} {frame.format(done)}" if done else alone.format(items))
    return "; ".join(said)


def _size(e: Estimate) -> float:
    return e.best or e.high or e.low or 0.0


def _amount_of(e: Estimate) -> str:
    """A value with its noun: "about 13,000 soldiers"."""
    english, row = _words()["english"], _words()[e.measure]
    one = e.low == e.high == 1
    done = row["with"].removeprefix("{}")
    noun = _noun(e, "en") or row["one" if one else "many"].removesuffix(done)
    if e.low == e.high == 0:
        return str(english["none"].format(noun))
    if e.low is None and e.high is None:
        return str(english["unknown"].format(noun))
    value = amount(e.low, e.high, e.approx, "en")
    return str(english["of"].format(value, noun)) if e.approx == "vague" else f"{value} {noun}"


def _noun(e: Estimate, lang: str) -> str:
    """The counted noun; "" where it says no more than the measure."""
    row, persons = _words()[e.measure], _words()["persons"]
    if lang == "en":
        personal = e.of_en in persons["en"] and e.measure not in ("other", "attended")
        return "" if personal or e.of_en in row["bare"] else e.of_en
    words = e.of_ar.split()
    bare = (*row["lemmas"], *persons["ar"])
    known = counted.lemma(words[0]) if words else None
    plain = {counted.lemma(w) or w for w in bare}
    if not words or ((known or words[0]) in plain and len(words) == 1):
        return ""
    said = _arabic(e)
    return "" if said in bare else said
