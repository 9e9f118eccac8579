"""Prose of one direction with what runs the other way isolated: figures, ranges, dates and foreign letters.

Without isolation the Unicode bidirectional algorithm turns `1,180–1,234` and `2015-07-25` round inside Arabic text.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from tawatur.report.marked import inert
from tawatur.text.arabic import is_arabic

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_FIGURE = r"[+\-]?\d+(?:[.,]\d+)*(?:[–\-/:]\d+(?:[.,]\d+)*)*%?"
"""A figure, range, date or share; a comma or full stop after it belongs to the sentence."""

_NAME = r"[0-9]*[A-Za-z\u00c0-\u024f](?:[\w.'\u2019\-/]*\w)?"
_LATIN = rf"{_NAME}(?: {_NAME})*(?: \({_NAME}(?: {_NAME})*\))?"
"""Names in Latin letters, one after the other, with a bracket only if it is closed: `Agence France-Presse (AFP)`."""
_IN_ARABIC = re.compile(f"(?P<foreign>{_LATIN})|(?P<figure>{_FIGURE})", re.ASCII)
_RUN = f"[{_ARABIC}](?:[^A-Za-z<>;:()\u00ab\u00bb\u201c\u201d]*[{_ARABIC}])?"
_IN_LATIN = re.compile(f"(?P<foreign>\u00ab[^\u00bb]*[{_ARABIC}][^\u00bb]*\u00bb|{_RUN})|(?P<figure>{_FIGURE})")


def prose(text: str, lang: str) -> Markup:
    """`text` of language `lang` ("ar" or "en") as safe HTML with everything that runs the other way in a `bdi`.

    >>> print(prose("1,180–1,234", "ar"))
    <bdi dir="ltr">1,180–1,234</bdi>
    >>> print(prose("<b>", "en"))
    &lt;b&gt;
    """
    other = ("en", "ltr") if lang == "ar" else ("ar", "rtl")
    out: list[Markup] = []
    at = 0
    for m in (_IN_ARABIC if lang == "ar" else _IN_LATIN).finditer(text):
        out.append(inert(text[at : m.start()]))
        if m["figure"]:
            out.append(Markup('<bdi dir="ltr">{}</bdi>').format(inert(m[0])))
        else:
            out.append(Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(*other, inert(m[0])))
        at = m.end()
    return Markup("").join([*out, inert(text[at:])])


def outside(text: str) -> Markup:
    """Text from an article or a name, in whatever language it is, isolated from what stands around it."""
    lang, direction = ("ar", "rtl") if is_arabic(text) else ("en", "auto")
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(lang, direction, inert(text))
