"""Single phrases: the value of a whole phrase, and every time or length inside one, by the finder's own code."""

from __future__ import annotations

from typing import Any

from tawatur.find.times.finder import Finder
from tawatur.find.times.found import Found, published, time_span
from tawatur.model.tokens import Kind, Tokens
from tawatur.text.tokenize import tokenize


def _found(tokens: Tokens, date: str | None, *, lengths: bool) -> list[Found]:
    finder = Finder(tokens, published(date), phrase=True, wanted="length" if lengths else "time")
    return [f for f in finder.run() if (f.value.sort == "length") == lengths]


def _whole(phrase: str, date: str | None, *, lengths: bool) -> dict[str, Any]:
    """The value where one time, signs and what introduces it aside, fills the phrase."""
    tokens = tokenize(phrase)
    finder = Finder(tokens, published(date), phrase=True, wanted="length" if lengths else "time")
    words = [i for i in range(len(tokens)) if tokens.kinds[i] != Kind.PUNCT]
    if not words:
        return {"edtf": None}
    first, last = words[0], words[-1] + 1
    hour = finder.g.start(first, "this_time")  # «هذا الوقت بعد أسبوعين»: the hour is no part of the value
    starts = (first, hour.last) if hour is not None else (first, first + 1)
    for start in starts:
        if start > first and hour is None and not finder.introduces(first):
            break
        found = finder.at(start) if start < last else None
        if found is not None and found.last >= last and (found.value.sort == "length") == lengths:
            return {"edtf": found.value.edtf}
    return {"edtf": None}


def parse_time(phrase: str, date: str | None = None) -> dict[str, Any]:
    """The EDTF value of a phrase that is a date or a period, counted from `date` where it is relative.

    >>> parse_time("25 يناير 2011"), parse_time("أمس", "2025-07-13"), parse_time("أمس")
    ({'edtf': '2011-01-25'}, {'edtf': '2025-07-12'}, {'edtf': None})
    """
    return _whole(phrase, date, lengths=False)


def parse_length(phrase: str) -> dict[str, Any]:
    """The EDTF value of a phrase that is a length of time.

    >>> parse_length("خمسة أعوام ونصف العام"), parse_length("أمس")
    ({'edtf': 'P5Y6M'}, {'edtf': None})
    """
    return _whole(phrase, None, lengths=True)


def _listed(phrase: str, date: str | None, *, lengths: bool) -> list[dict[str, Any]]:
    tokens = tokenize(phrase)
    out = []
    for f in _found(tokens, date, lengths=lengths):
        span = time_span(tokens, f.first, f.last)
        out.append({"start": span.start, "end": span.end, "text": span.text, "edtf": f.value.edtf})
    return out


def find_times(phrase: str, date: str | None = None) -> list[dict[str, Any]]:
    """Every date and period inside a phrase.

    >>> [x["edtf"] for x in find_times("سافر في 3 مايو 2014 وعاد في يونيو 2015")]
    ['2014-05-03', '2015-06']
    """
    return _listed(phrase, date, lengths=False)


def find_lengths(phrase: str) -> list[dict[str, Any]]:
    """Every length of time inside a phrase.

    >>> [(x["text"], x["edtf"]) for x in find_lengths("أقام ثلاثة أيام ثم غاب أسبوعين")]
    [('ثلاثة أيام', 'P3D'), ('أسبوعين', 'P2W')]
    """
    return _listed(phrase, None, lengths=True)
