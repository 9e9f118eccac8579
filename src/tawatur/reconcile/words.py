"""The ledger's own words in both languages: voices without a name and the sentences that explain findings."""

from __future__ import annotations

from typing import Any

from tawatur.text.label import names, term
from tawatur.text.lexicon import card


def _words() -> dict[str, Any]:
    return card("tawatur.reconcile", "words.toml")


def unnamed(kind: str, lang: str) -> str:
    """How a voice without a name is called, by its kind."""
    return term("voices", kind if kind in names("voices") else "source", lang)


def standing(name: str, lang: str) -> str:
    """How a standing is called (happened, planned, pledged, rumoured, demanded, denied)."""
    return term("standings", name, lang)


def why(rule: str, lang: str, **parts: object) -> str:
    """The sentence that explains a finding of `rule`, with its parts filled in.

    Unknown parts are an error of the table, found by the tests, which fill every template.
    """
    template: str = _words()["why"][rule][lang]
    return template.format(**parts)


def listed(items: list[str], lang: str) -> str:
    """A list in words: "a, b and c"."""
    if not items:
        return ""
    if lang == "ar":
        return _joined(items, _words()["lists"]["ar"])
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def over(span: str | None, lang: str) -> str:
    """What is said of the span that a figure counts, where it is known and where it is not."""
    w: dict[str, dict[str, str]] = _words()["over"]
    return w["none"][lang] if span is None else w["some"][lang].format(span)


def semicolon(items: list[str]) -> str:
    """A list of clauses in Arabic."""
    return _joined(items, _words()["lists"]["clauses"])


def _joined(items: list[str], pattern: str) -> str:
    said = items[0]
    for item in items[1:]:
        said = pattern.format(said, item)
    return said


def own_voice(outlet: str, lang: str) -> str:
    """An outlet that uses a word in its own voice."""
    w: dict[str, str] = _words()["voices"]["own"]
    return w[lang].format(outlet)


def reported(outlet: str, speaker: str, lang: str) -> str:
    """An outlet that uses a word of its own where it tells what a speaker said."""
    w: dict[str, str] = _words()["voices"]["reported"]
    return w[lang].format(outlet, speaker)


def in_quotes(who: str, lang: str) -> str:
    """A voice that puts a word in quotation marks."""
    w: dict[str, str] = _words()["voices"]["quoted"]
    return w[lang].format(who)


def mean(name: str, lang: str) -> str:
    """A means by which something was done, or a table of them."""
    w: dict[str, dict[str, str]] = _words()["means"]
    return w[name][lang]


def degree(level: str, lang: str) -> str:
    """How sure somebody is, from 1 to 4."""
    w: dict[str, dict[str, str]] = _words()["degrees"]
    return w[level][lang]


def steps(said: list[str], lang: str) -> str:
    """Steps in time, each after the one before."""
    pattern: dict[str, str] = _words()["lists"]["steps"]
    return _joined(said, pattern[lang])


def stage(course: str, name: str, lang: str) -> str:
    """A stage of a course of things."""
    w: dict[str, dict[str, dict[str, str]]] = _words()["stages"]
    return w[course][name][lang]


def course(name: str, of: str, lang: str) -> str:
    """A course of things: whose, or where."""
    w: dict[str, dict[str, str]] = _words()["courses"]
    return w[name][lang].format(of)


def happening(group: str, place: str, lang: str) -> str:
    """A happening, by its group of sorts and its place."""
    w: dict[str, dict[str, str]] = _words()["happenings"]
    return w[group][lang].format(place)


def setting(names: frozenset[str], lang: str) -> str:
    """What narrows a figure down, in words."""
    w: dict[str, dict[str, str]] = _words()["settings"]
    return listed([w[n][lang] for n in sorted(names)] or [w["none"][lang]], lang)


def counted(noun: str, n: int, lang: str) -> str:
    """A number with its noun, in the form that the number asks for (one, two, three to ten, more)."""
    forms: list[str] = _words()["counted"][noun][lang]
    return forms[0 if n == 1 else 1 if n == 2 else 2 if n <= 10 else 3].format(n)
