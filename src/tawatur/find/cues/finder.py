"""The cues of a document, in the order of the text."""

from __future__ import annotations

from tawatur.find.cues.table import COLON, glued, may_be_cue, opens_particle, particles, readings
from tawatur.model.document import Document
from tawatur.model.mention import Cue
from tawatur.text.verbs import HEH, TEH_MARBUTA
from tawatur.text.words import CONJUNCTIONS, PREPOSITIONS


def find(doc: Document) -> tuple[Cue, ...]:
    """Every word of `doc` that may carry an attribution; whether it does is for `attribute` to say."""
    t = doc.tokens
    out: list[Cue] = []
    titles = [(s.first, s.last) for s in doc.sentences if s.role in ("title", "subhead")]
    skip = 0
    for i, word in [(i, word) for i, word in enumerate(t.keys) if may_be_cue[word]]:
        if i < skip:
            continue
        if word == COLON:
            if any(a < i < b for a, b in titles):
                out.append(
                    _cue(doc, i, i + 1, lemma=word, kind="colon", mode="states", frame="quote", rule="cue.colon")
                )
            continue
        seconds = opens_particle(word)
        goes_on = "" in seconds or (bool(seconds) and i + 1 < len(t) and t.keys[i + 1] in seconds)
        if goes_on and (hit := _particle(doc, i)):
            out.append(hit)
            skip = hit.last
            continue
        for r in readings(word):
            if r.after and t.forms[i].endswith(TEH_MARBUTA):
                continue
            if r.kind == "participle" and r.agrees == "fs" and t.forms[i].endswith(HEH):  # «مضيفه»: his host
                continue
            out.append(
                _cue(
                    doc,
                    i,
                    i + 1,
                    lemma=r.lemma,
                    kind=r.kind,
                    mode=r.mode,
                    frame=r.frame,
                    tense=r.tense,
                    agrees=r.agrees,
                    before=r.before,
                    after=r.after,
                    rule=f"cue.{r.kind}",
                )
            )
    return tuple(out)


def _cue(doc: Document, first: int, last: int, **what: str) -> Cue:
    return Cue(
        span=doc.tokens.span(first, last),
        first=first,
        last=last,
        in_noise=not doc.story[first],
        **what,
    )


def _particle(doc: Document, i: int) -> Cue | None:
    """A particle at token `i`, with or without a conjunction; its last preposition may hang on the next word."""
    keys = doc.tokens.keys
    word = keys[i]
    table = particles()
    for before in ("", *CONJUNCTIONS):
        if before and not (word.startswith(before) and len(word) > len(before) + 1):
            continue
        first = word[len(before) :]
        best = table.longest(keys, i, first)
        attached = _attached(doc, i, first)
        if attached and (best is None or attached[0] >= best[0]):
            return _cue(
                doc,
                i,
                i + attached[0],
                lemma=first,
                kind="particle",
                mode=attached[1],
                frame="prep",
                before=before,
                rule="cue.particle",
            )
        if best:
            return _cue(
                doc,
                i,
                i + best[0],
                lemma=" ".join((first, *keys[i + 1 : i + best[0]])),
                kind="particle",
                mode=best[1][0],
                after=best[1][1],
                before=before,
                rule="cue.particle",
            )
    return None


def _attached(doc: Document, i: int, first: str) -> tuple[int, str] | None:
    """«وفقا للوزير»: the particle ends in a preposition that is written with the next word; (words whole, mode)."""
    keys = doc.tokens.keys
    if i + 1 >= len(keys) or not keys[i + 1].startswith(PREPOSITIONS) or len(keys[i + 1]) < 3:
        return None
    mode = glued().get((first, keys[i + 1][0]))
    return None if mode is None else (1, mode)
