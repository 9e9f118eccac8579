"""Offsets inside a word: where it goes on after what hangs on it."""

from __future__ import annotations

from tawatur.text.arabic import form


def start_without(text: str, start: int, letters: int) -> int:
    """Offset in the raw `text` where a word that starts at `start` goes on after its first `letters` letters.

    Marks, stretching and controls that follow a letter go with it.

    >>> start_without("وَالرجل", 0, 1)
    2
    """
    at = start
    for _ in range(letters):
        at += 1
        while at < len(text) and not form(text[at]):
            at += 1
    return at


def whole_article(text: str, start: int, word: str) -> str:
    """`word`, cut at `start` after the preposition ل, with the alef of its article that the script swallows there.

    >>> whole_article("للجيش", 1, "لجيش")
    'الجيش'
    """
    return "ا" + word if word.startswith("ل") and start and text[start - 1] == "ل" else word
