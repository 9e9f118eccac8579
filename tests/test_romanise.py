"""Latin spellings of names: readable where the rules know how, and never a crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.romanise import latin

LETTERS = st.text(alphabet=[chr(c) for c in range(0x620, 0x660)] + list(" -A'"), max_size=14)


@given(LETTERS | st.text(max_size=10))
def test_any_text_has_a_spelling(name: str) -> None:
    """A label is never empty where the name is not."""
    said = latin(name)
    assert isinstance(said, str)
    assert said or not name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ء", "ء"),
        ("غولنارا إيساكوفا", "Gulnara Isakova"),
        ("سادير جباروف", "Sadir Jabarov"),
        ("هاكوب بوغوسيان", "Hakub Bugusian"),
        ("ياسر العطواني", "Yasser al-Atwani"),
        ("نورلان توكاييف", "Nurlan Tukayev"),
    ],
)
def test_endings_and_common_names(name: str, expected: str) -> None:
    """Endings of surnames and common names read as they are usually written."""
    assert latin(name) == expected
