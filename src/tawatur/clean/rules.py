"""The card's rules, compiled once: which lines are page furniture, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tawatur.clean.lines import Line, pattern
from tawatur.text.lexicon import card, known_keys

CARD = card("tawatur.clean", "ar.toml")
known_keys(CARD, ("glue", "rule", "headers", "story", "making"), "tawatur.clean/ar.toml")
GLUED = 40
"""Words in the longest line that can be furniture run together."""

_FIELDS = ("name", "reason", "starts", "ends", "holds", "most", "stop", "at", "then", "inline")
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the card; see ar.toml for what its fields mean."""

    name: str
    reason: str
    starts: tuple[Pattern, ...] = ()
    ends: tuple[Pattern, ...] = ()
    holds: tuple[Pattern, ...] = ()
    most: int = 14
    stop: bool = False
    at: str = "any"
    then: str = ""
    inline: bool = False


@dataclass(slots=True)
class Book:
    """All rules, found by the first word of what they look for."""

    starts: dict[str, list[tuple[Pattern, Rule]]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[str, list[tuple[Pattern, Rule]]] = field(default_factory=lambda: defaultdict(list))
    holds: dict[str, list[tuple[Pattern, Rule]]] = field(default_factory=lambda: defaultdict(list))
    inline: dict[str, list[tuple[Pattern, Rule]]] = field(default_factory=lambda: defaultdict(list))


@cache
def book() -> Book:
    """The rules of the card. Raises DataError where it holds a field that nobody reads."""
    out = Book()
    for raw in CARD["rule"]:
        known_keys(raw, _FIELDS, f"tawatur.clean/ar.toml {raw.get('name')}")
        rule = _rule(raw)
        if rule.inline:
            for p in rule.starts:
                out.inline[p[0]].append((p, rule))
        elif rule.starts:
            for p in rule.starts:
                out.starts[p[0]].append((p, rule))
        elif rule.ends:
            for p in rule.ends:
                out.ends[p[-1]].append((p, rule))
        else:
            for p in rule.holds:
                out.holds[p[0]].append((p, rule))
    return out


def _rule(raw: dict[str, Any]) -> Rule:
    lists = {n: tuple(pattern(p) for p in raw.get(n, ())) for n in ("starts", "ends", "holds")}
    return Rule(**{**raw, **lists})


def _marked(p: Pattern) -> bool:
    """Whether a pattern has marks of its own, so that marks count."""
    return any(not w[0].isalnum() for w in p)


def begins(line: Line, p: Pattern) -> bool:
    """Whether the line begins with the pattern, bullets and quotation marks before it set aside.

    >>> from tawatur.clean.lines import lines
    >>> from tawatur.text.tokenize import tokenize
    >>> begins(lines(tokenize("• اقرأ أيضاً: خبر"))[0], pattern("اقرأ أيضا"))
    True
    """
    if not _marked(p):
        return line.words[: len(p)] == p
    keys = line.keys
    at = 0
    while at < len(keys) and keys[at] != p[0] and not keys[at][0].isalnum():
        at += 1
    return keys[at : at + len(p)] == p


def finishes(line: Line, p: Pattern) -> bool:
    """Whether the line ends with the pattern."""
    return (line.keys if _marked(p) else line.words)[-len(p) :] == p


def has(line: Line, p: Pattern) -> bool:
    """Whether the pattern stands anywhere in the line."""
    words = line.keys if _marked(p) else line.words
    return any(words[i] == p[0] and words[i : i + len(p)] == p for i in range(len(words)))


def holds(rule: Rule, line: Line) -> bool:
    """Whether the line is short enough and meets all of the rule's conditions but its place."""
    return (
        len(line.words) <= rule.most
        and (rule.stop or not line.stopped)
        and (not rule.starts or any(begins(line, p) for p in rule.starts))
        and (not rule.ends or any(finishes(line, p) for p in rule.ends))
        and (not rule.holds or any(has(line, p) for p in rule.holds))
    )


def match(line: Line, places: frozenset[str]) -> Rule | None:
    """The rule that says the line is furniture, if there is one; `places` are the line's places among the paragraphs."""
    words = line.words
    if not words or len(words) > 60:
        return None
    rules = book()
    seen: set[str] = set()
    candidates: list[Rule] = []
    first_mark = line.keys[0]
    for start in (words[0], first_mark) if first_mark != words[0] else (words[0],):
        candidates += [rule for p, rule in rules.starts.get(start, ()) if begins(line, p)]
    last_mark = line.keys[-1]
    for end in (words[-1], last_mark) if last_mark != words[-1] else (words[-1],):
        candidates += [rule for p, rule in rules.ends.get(end, ()) if finishes(line, p)]
    for word in line.keys:
        if word in rules.holds:
            candidates += [rule for _, rule in rules.holds[word]]
    for rule in candidates:
        if rule.name not in seen and rule.at in places and holds(rule, line):
            return rule
        seen.add(rule.name)
    return None


@cache
def _glue() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for lines of nothing but furniture, and the reason of each fragment."""
    glue: dict[str, Sequence[str]] = CARD["glue"]
    known_keys(glue, ("byline", "share", "shell", "ad", "comments", "age", "ago", "units", "bits"), "ar.toml [glue]")
    reasons: dict[str, str] = {}
    for reason in ("share", "shell", "ad", "comments", "age", "byline"):
        for phrase in glue[reason]:
            reasons.setdefault("".join(pattern(phrase)), reason)
    units = ["".join(pattern(u)) for u in glue["units"]]
    for ago in glue["ago"]:
        before = "".join(pattern(ago))
        for unit in units:
            reasons.setdefault(f"{before}0{unit}", "age")
            reasons.setdefault(f"{before}{unit}", "age")
    for unit in units:
        reasons.setdefault(f"0{unit}", "age")
    bits = {"".join(pattern(b)) for b in glue["bits"]} | {"0"}
    fragments = "|".join(sorted(map(re.escape, reasons), key=lambda f: (-len(f), f)))
    small = "|".join(sorted(map(re.escape, bits), key=lambda f: (-len(f), f)))
    return re.compile(f"({fragments})|(?:{small})"), reasons


@cache
def _openings() -> tuple[frozenset[str], frozenset[str]]:
    """First and last words that some fragment begins or ends with: a quick look before the long one."""
    glue: dict[str, Sequence[str]] = CARD["glue"]
    phrases = [pattern(p) for list_ in glue.values() for p in list_]
    return frozenset(p[0][:2] for p in phrases) | {"0"}, frozenset(p[-1][-2:] for p in phrases) | {"0"}


def glued(line: Line) -> str | None:
    """Reason why a line is furniture and nothing else, run together or not; None where it is not.

    >>> from tawatur.clean.lines import lines
    >>> from tawatur.text.tokenize import tokenize
    >>> glued(lines(tokenize("هيئة التحريرمنذ 4 ساعاتآخر تحديث :"))[0])
    'byline'
    >>> glued(lines(tokenize("هيئة التحرير تجتمع"))[0]) is None
    True
    """
    words = line.words
    if not words or len(words) > GLUED:
        return None
    heads, tails = _openings()
    if words[0][:2] not in heads or words[-1][-2:] not in tails:
        return None
    found = _fragments("".join(words))
    if found is None:
        return None
    if found:
        return _glue()[1][found[0]]
    return "age" if len(words) >= 3 else None


def _fragments(letters: str) -> list[str] | None:
    """The fragments that a line is made of, without parts of dates; None where there is anything else in it.

    The longest fragment is taken at each place and never given back, so that no line can make this slow.
    """
    out = []
    at = 0
    expression = _glue()[0]
    while at < len(letters):
        m = expression.match(letters, at)
        if m is None:
            return None
        if m.group(1):
            out.append(m.group(1))
        at = m.end()
    return out


def is_date(line: Line) -> bool:
    """Whether a line that is furniture is a bare date: in the middle of a story it may be a sub-heading."""
    return _fragments("".join(line.words)) == []


CONTINUES = frozenset(pattern(w)[0] for w in CARD["story"]["continues"])
HEADERS = tuple(pattern(p) for p in CARD["headers"]["starts"])
