"""What the process keeps of words that it has met: most words of a text are words of the texts before it."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, TypeVar

V = TypeVar("V")

MOST = 1 << 16
"""Words kept: of news, two words in a hundred are met for the first time after two thousand articles."""
LONG = 40
"""Words that are longer are read anew each time: nobody writes them twice, and they would be kept in memory."""


class Memo(dict[str, V]):
    """A function of one word that is worked out once a word; called, or read as a dict, which costs a third of a call.

    Bounded: it forgets everything where it holds `MOST` words, so that a stream of any length runs in flat memory.

    >>> lengths = Memo(len)
    >>> lengths("كورسك"), lengths["كورسك"], list(lengths)
    (5, 5, ['كورسك'])
    """

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self.make = make
        update_wrapper(self, make)

    def __missing__(self, word: str) -> V:
        value = self.make(word)
        if len(word) <= LONG:
            if len(self) >= MOST:
                self.clear()
            self[word] = value
        return value

    if TYPE_CHECKING:

        def __call__(self, word: str, /) -> V:
            """What the function says of `word`."""

    else:
        __call__ = dict.__getitem__

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)

    def __reduce__(self) -> Any:
        return Memo, (self.make,)
