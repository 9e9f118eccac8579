"""Latin letters in Arabic text: a name has its capital; the rest of a caption is no name."""

from tawatur import analyse


def found(text: str) -> list[str]:
    """Names in Latin letters."""
    return [n.span.text for n in analyse(text).names if n.span.text.isascii()]


def test_a_caption_that_lost_its_start_is_no_name() -> None:
    """An apostrophe cuts the state's name off; what is left begins with a small letter."""
    text = "The ministry' s leader Damir Osmonov shakes hands with Kazakhstan\nقال الوزير إن الاتفاق وقع."
    assert not [n for n in found(text) if n[0].islower()]


def test_an_agency_in_latin_letters_is_a_name() -> None:
    """With its capital it stays."""
    assert "KCNA" in found("ذكرت وكالة الأنباء المركزية الكورية (KCNA) أن الاتفاق وقع.")
