"""Whether anything known may begin with a word, answered once a word: most words of a text begin nothing."""

from __future__ import annotations

from tawatur.text.known.bodies import body_starts
from tawatur.text.known.index import name_starts
from tawatur.text.known.nations import may_be_nation
from tawatur.text.known.offices import starts
from tawatur.text.memo import Memo

NAME, BODY, OFFICE, NATION = 1, 2, 4, 8


@Memo
def begins(word: str) -> int:
    """Return what may begin with a key, as a sum of NAME, BODY, OFFICE and NATION.

    >>> begins("الوزير") == OFFICE, begins("يكتبون"), begins("روسيا") == NAME
    (True, 0, True)
    """
    return (
        (NAME if name_starts(word) else 0)
        | (BODY if body_starts(word) else 0)
        | (OFFICE if starts(word) else 0)
        | (NATION if may_be_nation(word) else 0)
    )
