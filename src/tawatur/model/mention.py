"""Spans that name something: a name, a time, a quantity, a quote, a cue. Each carries the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of the raw text and the tokens it covers: `first` up to, not including, `last`."""

    span: Span
    first: int
    last: int
    rule: str
    in_noise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Mention):
    """A proper name without title, office or attached و ف ب ل ك س; `type` is PER, ORG, LOC or MISC.

    `key` is the look-up form; `entity` is set by `resolve`. `first` may point at a token whose prefix the span leaves out.
    """

    type: str
    key: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Mention):
    """A phrase that stands for an entity: a name, its short form, a title or role, a metonym, an anaphor.

    `how`: "name", "short", "role" («وزير الخارجية الروسي»), "metonym" («سيول» for a government), "anaphor".
    `span` is the whole phrase with title and name; `head` the name inside it, if there is one.
    """

    entity: str
    type: str
    how: str
    head: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Mention):
    """A number with what it counts. `approx`: exact, about, at_least, at_most, range or vague.

    `best`: the number for exact and about, `low` for at_least, None for at_most, range and vague.
    `unit`: the counted noun as it stands («جندي»), "%" for percents, "" where elided; `lemma`: its look-up form,
    singular where the card knows it; `unit_span`: where it stands. `currency`: ISO 4217 where the unit is money.
    `of`: N in "so many of N" («من أصل N»).
    """

    low: float | None
    best: float | None
    high: float | None
    approx: str
    unit: str
    lemma: str = ""
    unit_span: Span | None = None
    currency: str | None = None
    of: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Mention):
    """A date, period or length of time. `edtf` is ISO 8601-2, or None with the reason in `why_not`.

    `sort`: "day", "month", "year", "period" (an interval, a week, a decade …), "length" (not tied to the calendar),
    "open" (since …). `inferred`: the value rests on the article's date of publication.
    """

    edtf: str | None
    why_not: str = ""
    sort: str = "day"
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Mention):
    """A stretch in quotation marks; `span` has the marks, `inner` is without them; `balanced`: both marks stand."""

    inner: Span
    balanced: bool = True
    depth: int = 0
    is_name: bool = False  # the marks stand around a mere name or nickname


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Mention):
    """A word that may carry an attribution. `lemma` is its entry in the card, `kind` its part of speech there.

    `kind`: verb, masdar, participle, particle, noun («في بيان»), colon, label («ما وصفه بـ»).
    `mode`: states, denies, estimates, pledges, demands, hedged. `frame`: the card's name for how source and content stand.
    `tense`: past, present or jussive; `agrees`: ms, fs, md, fd, mp, fp, 1s, 1p; `before`, `after`: what hangs on it.
    One word may be read as several verbs: then it is several cues, and `attribute` takes the one that fits.
    """

    lemma: str
    kind: str
    mode: str
    frame: str = ""
    tense: str = ""
    agrees: str = ""
    before: str = ""
    after: str = ""
