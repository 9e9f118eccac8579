"""Bytes → text: what encoding it is, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from functools import cache

from tawatur.text.arabic import LETTERS
from tawatur.text.lexicon import card
from tawatur.text.script import ARABIC

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_TAGS = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SPOILT = 0.02
"""Share of broken bytes up to which a text is read all the same."""


SAMPLE = 40_000
"""Characters by which an encoding is told."""


class NotTextError(Exception):
    """The bytes are no text in any encoding that Arabic pages use."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and what was wrong with its encoding (None where nothing was). Raises NotTextError.

    >>> decode("سلام".encode("windows-1256"))
    ('سلام', None)
    >>> decode("سلام".encode("utf-16"))
    ('سلام', None)
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with(data, name)
    wide = _wide(data)
    if wide:
        return _with(data, wide)
    if data and len(_CONTROLS.findall(data[:65536])) > SPOILT * min(len(data), 65536):
        raise NotTextError("it holds control bytes, as pictures and programs do")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    old = [(t, n) for n in ("windows-1256", "iso-8859-6") if (t := data.decode(n, "replace")) and _reads(t)]
    if old:
        return max(old, key=lambda found: len(_common().findall(found[0][:SAMPLE])))[0], None
    text = data.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    if spoilt > max(8, SPOILT * len(text)) and spoilt > 0.3 * len(text):
        raise NotTextError("its bytes are no text in UTF-8, UTF-16, windows-1256 or ISO 8859-6")
    return text, f"{spoilt} bytes are not UTF-8; \ufffd stands in their place"


@cache
def _common() -> re.Pattern[str]:
    """Words that every Arabic text has: the card's, and nouns with the article."""
    data = card("tawatur.read", "ar.toml")
    words = "|".join([*data["common"], *(f"{article}[{LETTERS}]+" for article in data["article"])])
    return re.compile(f"(?<![{LETTERS}])(?:{words})(?![{LETTERS}])")


def _reads(text: str) -> bool:
    """Whether a text decoded with an old Arabic code page reads as Arabic: letters mostly, and words that must occur."""
    text = _TAGS.sub(" ", text[:SAMPLE])
    letters = sum(c.isalpha() for c in text)
    arabic = len(ARABIC.findall(text))
    return arabic >= 4 and arabic > 0.6 * letters and (len(_common().findall(text)) * 60 >= arabic or arabic < 30)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is 0 or 6 (Latin and Arabic letters), in one of the two places."""
    head = data[:4096]
    if len(head) < 8 or len(data) % 2:
        return None
    half = len(head) // 2
    for name, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = head[at::2]
        if high.count(0) + high.count(6) >= 0.9 * half and head.count(0) > 0:
            return name
    return None


def _with(data: bytes, name: str) -> tuple[str, str | None]:
    try:
        return data.decode(name), None
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text.removeprefix("\ufeff"), f"some bytes are not {name}; \ufffd stands in their place"


def whole(text: str) -> str:
    """The same text without lone surrogates, which no encoding can write; lengths stay.

    >>> whole("a" + chr(0xD800)) == "a" + chr(0xFFFD)
    True
    """
    return _SURROGATES.sub("\ufffd", text)
