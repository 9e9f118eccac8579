"""A stretch that may be a name, before the finder settles which of those that overlap stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` to `last`; `prefix`: letters of proclitic that the first token carries and the name leaves out.

    `strength` decides among overlapping candidates, then length; 0: only a hint for the tagger.
    """

    first: int
    last: int
    prefix: int
    type: str
    rule: str
    strength: int
    entity: str | None = None
