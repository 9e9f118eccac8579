"""The card's marks and short forms, loaded once."""

from __future__ import annotations

from tawatur.text.lexicon import card, known_keys

_CARD = card("tawatur.split", "ar.toml")
known_keys(
    _CARD,
    ("ends", "runs_on", "closes", "either", "short", "after_number", "titles", "letters", "domains"),
    "tawatur.split/ar.toml",
)

ENDS = frozenset(_CARD["ends"])
RUNS_ON = frozenset(_CARD["runs_on"])
CLOSES = frozenset(_CARD["closes"])
EITHER = frozenset(_CARD["either"])
SHORT = frozenset(_CARD["short"])
TITLES = frozenset(_CARD["titles"])
AFTER_NUMBER = frozenset(_CARD["after_number"])
LETTERS = frozenset(_CARD["letters"])
DOMAINS = frozenset(_CARD["domains"])
