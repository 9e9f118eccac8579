"""Days of publication, as files and pages give them → ISO."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from tawatur.text.arabic import ascii_digits, key
from tawatur.text.lexicon import card

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


def iso(text: str) -> str | None:
    """An ISO day or time, or None where the text is no date that can be placed for sure.

    >>> iso("2025-07-13T09:20:00+03:00"), iso("Sun, 13 Jul 2025 06:20:00 GMT"), iso("الأحد 13 يوليو/تموز ٢٠٢٥ - 10:30")
    ('2025-07-13T09:20:00+03:00', '2025-07-13T06:20:00+00:00', '2025-07-13')
    >>> iso("13/07/2025"), iso("05/07/2025"), iso("أمس")
    ('2025-07-13', '2025-07-05', None)
    """
    text = ascii_digits(text.strip()[:200])
    if m := _ISO.match(text):
        return (text if len(text) > 10 else _day(*m.groups())) if _day(*m.groups()) else None
    if re.match(r"[A-Za-z]{3},? \d", text):
        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, TypeError):
            return None
    if re.fullmatch(r"\d{14}", text):  # a crawler's stamp
        try:
            return datetime.strptime(text + "+0000", "%Y%m%d%H%M%S%z").isoformat()
        except ValueError:
            return None
    return in_words(text) or in_figures(text)


def in_figures(text: str) -> str | None:
    """The first numeric date, year or day first (no Arabic page writes the month first)."""
    if m := _YEAR_FIRST.search(text):
        return _day(*m.groups())
    if m := _DAY_FIRST.search(text):
        day, month, year = m.groups()
        return _day(year, month, day)
    return None


def in_words(text: str) -> str | None:
    """The first date with its month in words: «13 يوليو 2025», «تموز 13, 2025», "13 July 2025"."""
    m = _worded()[0].search(key(ascii_digits(text)))
    if m is None:
        return None
    month = _worded()[1][m.group("m") or m.group("m2")]
    return _day(m.group("y") or m.group("y2"), str(month), m.group("d") or m.group("d2"))


@cache
def _worded() -> tuple[re.Pattern[str], dict[str, int]]:
    names: dict[str, int] = {}
    for number, words in card("tawatur.read", "ar.toml")["months"].items():
        for word in words:
            names[key(word)] = int(number)
    english = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    for number, word in enumerate(english, 1):
        names[word] = names[word.title()] = names[word[:3]] = names[word[:3].title()] = number
    one = "|".join(sorted(map(re.escape, names), key=lambda n: -len(n)))
    after = rf"(?:\s*[/(\[-]?\s*(?:{one})[)\]]?)?"
    return re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})\s*[-/]?\s*(?P<m>{one}){after}[\s,،/-]*(?P<y>(?:19|20)\d\d)(?!\d)"
        rf"|(?<!\w)(?P<m2>{one}){after}\s+(?P<d2>\d{{1,2}})\s*[,،]?\s*(?P<y2>(?:19|20)\d\d)(?!\d)"
    ), names


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1900 <= found.year <= 2100 else None
