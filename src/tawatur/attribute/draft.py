"""An attribution in the making: token ranges, before spans are cut and speakers are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.model.document import Sentence
from tawatur.model.mention import Cue

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """What a rule found. `cue` runs over tokens; `start`, `end` bound what is asserted.

    `sort`: that, colon, quote, prep, object, before (the assertion stands before the cue). `speaker`: the phrase that
    the source is or stands for. `own`: the phrase is the source itself. `outer`: index of the draft around this one.
    `inherits`: the speaker is that of the clause it hangs on (participles).
    """

    word: Cue
    cue: Range
    start: int
    end: int
    sort: str
    sentence: int
    source: Range | None = None
    speaker: Range | None = None
    via: list[Range] = field(default_factory=list)
    rule: str = ""
    mode: str = ""
    mode_cue: int | None = None
    kind: str = "indirect"
    outer: int | None = None
    inherits: bool = False
    exact: bool = False
    why_open: str = ""


def make(cue: Cue, s: Sentence, start: int, sort: str, rule: str, *, source: Range | None = None) -> Draft:
    """A draft whose assertion runs from token `start` to the end of its sentence, until `ends` bounds it."""
    return Draft(
        word=cue,
        cue=(cue.first, cue.last),
        start=start,
        end=s.last,
        sort=sort,
        sentence=s.index,
        source=source,
        speaker=source,
        rule=rule,
        mode=cue.mode,
    )
