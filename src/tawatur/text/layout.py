"""How a text is laid out in lines."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

WRAPPED = 140
"""Characters in the longest usual line of a text that a machine wrapped by width."""


def is_wrapped(rows: Sequence[tuple[int, bool]]) -> bool:
    """Whether a machine broke the lines by width: several lines of about one length, few of which end a sentence.

    `rows`: for each line that another follows without an empty one between, its length in characters and whether it
    ends with a mark that ends sentences.

    >>> is_wrapped([(50, False), (48, False), (52, True), (49, False)])
    True
    >>> is_wrapped([(300, True), (25, False), (410, True), (290, True)])
    False
    """
    if len(rows) < 4:
        return False
    middle = median(length for length, _ in rows)
    near = sum(0.75 * middle <= length <= 1.25 * middle for length, _ in rows)
    ended = sum(ends for _, ends in rows)
    return 30 <= middle <= WRAPPED and near >= 0.8 * len(rows) and ended <= 0.3 * len(rows)
