"""Given names, native and foreign: what a name of a person likely begins with."""

from __future__ import annotations

from functools import cache

from tawatur.text.arabic import key
from tawatur.text.known.lists import PACKAGE
from tawatur.text.lexicon import table

LINKS = frozenset(
    map(
        key,
        (
            "بن",
            "بنت",
            "ابن",
            "أبو",
            "أبا",
            "أبي",
            "أم",
            "آل",
            "عبد",
            "ولد",
            "ذو",
            "دي",
            "دو",
            "دا",
            "فان",
            "فون",
            "دير",
            "لا",
            "لو",
            "ماك",
            "سان",
            "دل",
            "ديل",
            "بو",
            "با",
        ),
    )
)
"""Words that stand inside names and never end one."""


@cache
def given() -> dict[str, str]:
    """Key of each given name → native or foreign; of a family name → family.

    >>> given()["محمد"], given()["سيرغي"]
    ('native', 'foreign')
    """
    out: dict[str, str] = {}
    for kind, names in table(PACKAGE, "ar.given.tsv", 2):
        for name in names.split():
            out.setdefault(key(name), kind)
    for link in LINKS:
        out.pop(link, None)
    return out
