"""The words of times, unfolded from the card: what one or several tokens may say, with what hangs before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tawatur.model.tokens import Gap, Tokens
from tawatur.text.arabic import key
from tawatur.text.lexicon import card
from tawatur.text.memo import Memo
from tawatur.text.number_words import ordinal_word, reading
from tawatur.text.tokenize import tokenize
from tawatur.text.words import ARTICLE, peel

LAM = ARTICLE[1]
MONTH, WEEKDAY, UNIT, RELATIVE, ADJECTIVE = "month", "weekday", "unit", "relative", "adjective"
"""Categories that carry a value: (calendar, number, weak) · ISO number · (unit, number) · days from today · kind."""


class Entry(NamedTuple):
    """One reading of a word sequence: its category, its value, the words after the first, whether it has the article."""

    cat: str
    value: Any
    rest: tuple[str, ...] = ()
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at a token: `last` is the token after it; `before` what hangs on its first word (و, ب …)."""

    first: int
    last: int
    before: str
    value: Any
    definite: bool = False


def longest(tokens: Tokens, i: int, readings: tuple[tuple[str, Entry], ...]) -> Hit | None:
    """The longest of `readings` whose words stand at token `i`."""
    best: Hit | None = None
    for before, entry in readings:
        n = len(entry.rest)
        if n and tokens.keys[i + 1 : i + 1 + n] != entry.rest:
            continue
        if n and max(tokens.gaps[i + 1 : i + 1 + n]) > Gap.LINE:
            continue
        if best is None or i + 1 + n > best.last:
            best = Hit(i, i + 1 + n, before, entry.value, entry.definite)
    return best


@Memo
def is_number_word(word: str) -> bool:
    """Whether the key `word` may be part of a number or an ordinal."""
    return reading(word) is not None or ordinal_word(word) is not None


@Memo
def hangs_before(word: str) -> int:
    """How many letters hang before the key `word` where every reading of it has some; 0 for «لل», where no cut is clean.

    >>> hangs_before(key("وبالعام")), hangs_before(key("فجر")), hangs_before(key("للعام"))
    (2, 0, 0)
    """
    befores = {before for before, _ in lexicon().readings(word)}
    for number in (reading(word), ordinal_word(word)):
        if number is not None:
            befores.add(number[0] if isinstance(number, tuple) else number.before)
    if not befores or "" in befores:
        return 0
    shortest = min(befores, key=len)
    return 0 if word[len(shortest) - 1 :].startswith(LAM * 2) else len(shortest)


SURE = 2
"""What `may_open` says of a word with which a time begins by itself; 1 is a number, which needs more beside it."""


@Memo
def may_open(word: str) -> int:
    """Whether a time may begin with the key `word`: the one look-up that most words of an article cost.

    >>> may_open(key("أمس")), may_open("15"), may_open(key("رئيس"))
    (2, 1, 0)
    """
    if not STARTERS.isdisjoint(cats_of(word)):
        return SURE
    return int(word[:1].isdigit() or word == "(" or is_number_word(word))


class Lexicon:
    """Every entry by its first word (a key)."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.by_first: dict[str, list[Entry]] = {}
        for words, cat, value, definite in _entries(data):
            first, *rest = tokenize(words).keys
            entry = Entry(cat, value, tuple(rest), definite)
            have = self.by_first.setdefault(first, [])
            if entry not in have:
                have.append(entry)
        for have in self.by_first.values():
            have.sort(key=lambda e: -len(e.rest))
        self.guards: dict[str, frozenset[str]] = {
            name: frozenset(key(w) for w in words) for name, words in data["guards"].items()
        }

    def __contains__(self, word: str) -> bool:
        return bool(self.readings(word))

    @lru_cache(maxsize=1 << 13)  # noqa: B019 - one lexicon lives as long as the process
    def readings(self, word: str) -> tuple[tuple[str, Entry], ...]:
        """Every entry that the key `word` may begin, with what hangs before it."""
        found = []
        for before, stem in peel(word):
            for entry in self.by_first.get(stem, ()):
                if before and entry.cat in _BARE:
                    continue
                found.append((before, entry))
        return tuple(found)

    def guard(self, name: str, word: str) -> bool:
        """Whether the key `word`, bare or with what may hang before it, is in the guard list `name`."""
        words = self.guards[name]
        if word in words:
            return True
        readings = peel[word]
        if len(readings) > 1:
            for _, stem in readings:
                if stem in words:
                    return True
        return False


@Memo
def cats_of(word: str) -> dict[str, tuple[tuple[str, Entry], ...]]:
    """The readings of the key `word` by category; the same empty table for all words that are none."""
    found: dict[str, tuple[tuple[str, Entry], ...]] = {}
    for before, entry in lexicon().readings(word):
        found[entry.cat] = (*found.get(entry.cat, ()), (before, entry))
    return found or _NONE


STARTERS = frozenset(
    {
        *(
            MONTH,
            WEEKDAY,
            UNIT,
            RELATIVE,
            "spoken",
            "season",
            "season_word",
            "decade",
            "piece",
            "feast",
            "feast_days",
            "fraction",
            "sport_season",
            "effective",
        ),
        *(
            "article",
            "day_word",
            "month_word",
            "year_word",
            "this",
            "same_before",
            "part",
            "late",
            "edge",
            "since",
            "ago",
        ),
        *(
            "after",
            "after_that",
            "before_that",
            "from",
            "between",
            "span_noun",
            "last_of",
            "about",
            "more",
            "less",
            "few",
        ),
    }
)
"""Categories that a time may begin with."""
LEADS = frozenset(
    ("article", "this", "late", "edge", "since", "ago", "after", "from", "between", "about", "more", "less")
)
"""Those of them that are no time without another word: «من», «بين», «نحو»."""
VALUES = (STARTERS - LEADS) | {"part_this", "weekday_bare"}
_NONE: dict[str, tuple[tuple[str, Entry], ...]] = {}

_BARE = frozenset({"hijri_mark", "solar_mark", "few_after", "of_time", "same_after", "approx_after"})
"""Categories whose words take nothing before them."""


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, str, Any, bool]]:
    """(words, category, value, definite) for every entry of the card."""
    for name, cal, weak in (
        ("months", "g", False),
        ("months_weak", "g", True),
        ("hijri", "h", False),
        ("hijri_weak", "h", True),
    ):
        for number, words in data[name].items():
            yield from ((w, MONTH, (cal, int(number), weak), False) for w in words)
    for name, cat in (("weekdays", WEEKDAY), ("relative", RELATIVE)):
        for number, words in data[name].items():
            yield from ((w, cat, int(number), False) for w in words)
    yield from (
        (w, "weekday_bare", int(number), False) for number, words in data["weekdays_bare"].items() for w in words
    )
    yield from ((w, "spoken", int(number), False) for number, words in data["spoken"].items() for w in words)
    for unit, forms in data["units"].items():
        for number in ("one", "two", "many"):
            for w in forms.get(number, ()):
                yield w, UNIT, (unit, number), False
                yield ARTICLE + w, UNIT, (unit, number), True
    for number, words in data["construct"].items():
        yield from ((w, UNIT, (unit, "construct"), False) for unit, w in ((number, w) for w in words))
    for kind, stems in data["adjectives"].items():
        for w in _agree(stems, data["agreement"]["endings"]):
            yield w, ADJECTIVE, kind, False
            yield ARTICLE + w, ADJECTIVE, kind, True
    for number, words in data["seasons"].items():
        for w in words:
            yield w, "season", int(number), False
            yield ARTICLE + w, "season", int(number), True
    for number, words in data["decades"].items():
        for w in words:
            yield w, "decade", int(number), False
            yield ARTICLE + w, "decade", int(number), True
    for name in ("half", "quarter", "third"):
        for w in data["pieces"][name]:
            yield w, "piece", name, False
            yield ARTICLE + w, "piece", name, True
    for n, feast in enumerate(data["feast"]):
        yield from ((w, "feast", n, False) for w in feast["words"])
    for fraction in data["fraction"]:
        yield from ((w, "fraction", tuple(fraction["of"]), False) for w in fraction["words"])
    for cat, words in data["frames"].items():
        yield from ((w, cat, w, False) for w in words)


def _agree(stems: Iterable[str], endings: Iterable[str]) -> Iterator[str]:
    """Gender and number of an adjective without article."""
    for stem in stems:
        yield stem
        yield from (stem + end for end in endings)


@cache
def data() -> dict[str, Any]:
    """The card as it stands."""
    return card("tawatur.find.times", "ar.toml")


@cache
def never() -> frozenset[str]:
    """Words, as they are written, that only look like a time once hamza is folded: «لامس» is no «لأمس»."""
    return frozenset(data()["never"]["words"])


@cache
def lexicon() -> Lexicon:
    """The card unfolded, once."""
    return Lexicon(data())
