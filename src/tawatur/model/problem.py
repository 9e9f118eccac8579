"""What an input could not give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that could not be read, placed or resolved; kept beside the results, never raised.

    `what` is a short stable code ("empty", "not-arabic", "no-date"), `where` an article id, file or file:line,
    `why` one sentence for the reader.
    """

    what: str
    where: str
    why: str
