"""When and where a figure or an act holds: the span it counts, the day, the place, the day of the utterance."""

from __future__ import annotations

from tawatur.events.govern import STOPS, acts
from tawatur.events.units import bare, nisba, words
from tawatur.events.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Name, Time
from tawatur.text.arabic import key

SPAN_SORTS = frozenset({"period", "open", "length"})
FAR = 25


def _candidates(v: View, s: Sentence, where: tuple[int, int]) -> list[tuple[int, Time]]:
    """Times of the sentence that can govern the figure, nearest first; those behind it count as nearer."""
    first, last = where
    speaker = v.speaker.get(first, -1)
    out: dict[int, tuple[int, Time]] = {}
    near = range(max(s.first, first - FAR), min(s.last, last + FAR + 1))  # no time farther off touches these tokens
    for i in near if v.time else ():
        t = v.time.get(i)
        if t is None or t.edtf is None or not (v.speaker.get(t.first, -1) == speaker or t.sort == "length"):
            continue
        distance = t.first - last if t.first >= last else (first - t.last) + 3
        if distance <= FAR and not _stopped(v, min(t.last, last), max(t.first, first)):
            out[t.first] = (distance, t)
    return sorted(out.values(), key=lambda c: (c[0], c[1].first))


def _stopped(v: View, first: int, last: int) -> bool:
    return any(v.keys[i] in STOPS for i in range(first, last))


def over_and_day(v: View, s: Sentence, where: tuple[int, int]) -> tuple[str | None, str | None]:
    """The span that a figure counts and the day on which it held, as EDTF, each None where the text does not say."""
    over = day = None
    since = words("span_words")
    for _, t in _candidates(v, s, where):
        before = bare(v.keys[t.first - 1], "and") if t.first > s.first else ""
        if t.sort not in SPAN_SORTS and any(
            v.keys[i] in words("since") for i in range(max(s.first, t.first - 5), t.first)
        ):
            continue  # since the war began four years ago: that is when the war began
        spans = t.sort in SPAN_SORTS or before in since or v.keys[t.first] in since
        if spans and over is None and t.sort != "day":
            over = t.edtf
        elif not spans and day is None:
            day = t.edtf
        elif spans and t.sort == "day" and over is None:
            over = t.edtf
    return over, day


def governing_time(v: View, s: Sentence, at: int) -> Time | None:
    """The time that governs the act at token `at`: the nearest of its clause, lengths left out."""
    verbs = [g.at for g in acts(v, s) if g.verb and g.at > at]
    for distance, t in _candidates(v, s, (at, at + 1)):
        other = t.first > at and any(j < t.first for j in verbs)  # a later verb has its own time
        other = other or any(
            v.keys[k] in words("since") and t.first - k > 1 for k in range(max(at, t.first - 5), t.first)
        )  # «since the war began four years ago» says when the war began
        other = other or any(
            v.keys[k] in words("lasted") for k in range(at, t.first)
        )  # «a visit that lasted three days, on Sunday»: the day is the main verb's
        if t.sort != "length" and distance <= FAR // 2 + 4 and not other:
            return t
    return None


def said_on(v: View, at: int) -> str | None:
    """Day of the utterance that holds token `at`: a day beside its cue, else the day of publication; None if neither."""
    date = v.analysis.document.article.date
    published = date[:10] if date else None
    i: int | None = v.speaker.get(at, -1)
    while i is not None and i >= 0:
        x = v.analysis.attributions[i]
        cue_first, cue_last = v.range(x.cue)
        for j in range(max(0, cue_first - 8), min(len(v.keys), cue_last + 8)):
            t = v.time.get(j)
            beside = t is not None and t.sort in {"day", "month"} and v.speaker.get(j, -1) != i
            if beside and t is not None and t.edtf and not _stopped(v, min(j, cue_first), max(j, cue_first)):
                return t.edtf
        i = x.outer
    return published


def place_name(v: View, s: Sentence, where: tuple[int, int]) -> Name | None:
    """The place that governs: a name of type LOC behind «في» or «ب» after the figure, else before it, in one content."""
    first, last = where
    speaker = v.speaker.get(first, -1)
    after = range(last, min(s.last, last + 14))
    before = range(first - 1, max(s.first - 1, first - 15), -1)
    for span in (after, before):
        for i in span:
            n = v.name.get(i)
            if v.keys[i] in STOPS:
                break
            if (
                n is not None
                and n.first == i
                and n.type == "LOC"
                and v.speaker.get(i, -1) == speaker
                and _located(v, s, n)
            ):
                return n
    return None


def _located(v: View, s: Sentence, n: Name) -> bool:
    at = words("place_prepositions")
    attached = key(v.tokens.text[v.tokens.starts[n.first] : n.span.start])
    if attached:
        return bare(attached, "and") in words("in")  # the name leaves out the preposition that hangs on it
    return any(
        bare(v.keys[i], "and") in at and not any(j in v.name for j in range(i + 1, n.first))
        for i in range(max(s.first, n.first - 3), n.first)
    )


def place_of(v: View, s: Sentence, where: tuple[int, int]) -> str | None:
    """Entity of the place where the figure holds."""
    n = place_name(v, s, where)
    if n is not None:
        return n.entity
    for i in range(where[1], min(s.last - 1, where[1] + 10)):
        if v.keys[i] in STOPS:
            break
        if v.keys[i] in words("territory") and (origin := nisba(v.keys, i + 1)) is not None:
            return origin[1]
    return None


def entity_after(v: View, s: Sentence, at: int, prepositions: frozenset[str]) -> str | None:
    """Entity of the first name behind one of `prepositions` after token `at`: «إلى روسيا»."""
    for i in range(at, min(s.last, at + 12)):
        if v.keys[i] in STOPS:
            return None
        n = v.name.get(i)
        if n is not None and n.first == i and n.entity is not None:
            attached = v.tokens.text[v.tokens.starts[i] : n.span.start]
            if any(v.keys[j] in prepositions for j in range(max(at, i - 3), i)) or attached in prepositions:
                return n.entity
    return None
