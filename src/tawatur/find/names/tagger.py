"""A linear-chain conditional random field over words, run from its table of weights; no library needed.

The score of a label at a word is a sum over features, and nearly all features depend on one word and the place it has
relative to the labelled one. So each word keeps one vector of label scores for each of the five places, made when the
word is first met; labelling a text is adding up five short vectors a word, and only where a name is not ruled out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.features import OFFSETS, coarse, near, own
from tawatur.find.names.listed import PACKAGE
from tawatur.model.tokens import Kind, Tokens

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
_NONE = (0,) * len(LABELS)
_RULED_OUT = -250
"""Hundredths by which O must lead every other label, transitions aside, for a word to be passed over."""

Vector = tuple[int, ...]
_trained: str | None = None


def use(weights: str) -> None:
    """Take another table of weights, as text: for measuring only."""
    global _trained  # noqa: PLW0603
    _trained = weights
    for made in (_weights, _moves, _vectors, _pair):
        made.cache_clear()


@cache
def _weights() -> dict[str, Vector]:
    """Feature → scores relative to O."""
    from importlib import resources

    text = _trained if _trained is not None else resources.files(PACKAGE).joinpath("ar.weights.tsv").read_text("utf-8")
    out: dict[str, Vector] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        feature, _, numbers = line.partition("\t")
        values = [int(n) if n else 0 for n in numbers.split(" ")]
        out[feature] = tuple(values) if feature[0] == ">" else tuple(v - values[0] for v in values)
    return out


@cache
def _moves() -> tuple[Vector, ...]:
    w = _weights()
    return tuple(w[f">{a}"] for a in LABELS)


def _sum(features: Iterator[str] | list[str]) -> Vector:
    weights = _weights()
    total = list(_NONE)
    for f in features:
        for at, w in enumerate(weights.get(f, ())):
            total[at] += w
    return tuple(total)


@lru_cache(maxsize=1 << 16)
def _vectors(word: str, kind: Kind) -> tuple[Vector, ...]:
    """Scores that a word gives to the label two words after it, one after it, its own, and so on: in the order of OFFSETS."""
    return tuple(_sum([f"{o}{f}" for f in (own(word, kind) if o == 0 else near(word, kind))]) for o in OFFSETS)


@lru_cache(maxsize=1 << 15)
def _pair(a: str, b: str) -> tuple[Vector, Vector]:
    """Scores of two neighbours' coarse labels for the second and for the first of them."""
    return _sum([f"<{a}|{b}"]), _sum([f"={a}|{b}"])


def attributes(tokens: Tokens, i: int, hints: dict[int, list[str]]) -> list[str]:
    """All features of one token, as trained."""
    n = len(tokens)
    out = []
    for o in OFFSETS:
        at = i + o
        if 0 <= at < n:
            word, kind = tokens.keys[at], tokens.kinds[at]
            out += [f"{o}{f}" for f in (own(word, kind) if o == 0 else near(word, kind))]
        elif abs(o) == 1:
            out.append(f"{o}edge")
    here = coarse(tokens.keys[i], tokens.kinds[i])
    if i:
        out.append(f"<{coarse(tokens.keys[i - 1], tokens.kinds[i - 1])}|{here}")
    if i + 1 < n:
        out.append(f"={here}|{coarse(tokens.keys[i + 1], tokens.kinds[i + 1])}")
    for o in (-1, 0, 1):
        out += [f"{o}{h}" for h in hints.get(i + o, ())]
    return out


def _scores(tokens: Tokens, hints: dict[int, list[str]]) -> list[Vector | None]:
    """Score of each label at each token; None where only O can be."""
    n = len(tokens)
    vectors = [_vectors(k, s) for k, s in zip(tokens.keys, tokens.kinds, strict=True)]
    labels = [coarse(k, s) for k, s in zip(tokens.keys, tokens.kinds, strict=True)]
    edges = (_sum(["-1edge"]), _sum(["1edge"]))
    zero = _NONE
    out: list[Vector | None] = []
    for i in range(n):
        a = vectors[i - 2][0] if i > 1 else zero
        b = vectors[i - 1][1] if i else edges[0]
        c = vectors[i][2]
        d = vectors[i + 1][3] if i + 1 < n else edges[1]
        e = vectors[i + 2][4] if i + 2 < n else zero
        f = _pair(labels[i - 1], labels[i])[0] if i else zero
        g = _pair(labels[i], labels[i + 1])[1] if i + 1 < n else zero
        total = tuple(map(sum, zip(a, b, c, d, e, f, g, strict=True)))
        found = [f"{o}{h}" for o in (-1, 0, 1) for h in hints.get(i + o, ())]
        if found:
            total = tuple(map(sum, zip(total, _sum(found), strict=True)))
        out.append(total if max(total[1:]) > _RULED_OUT else None)
    return out


def _decode(scores: list[Vector], *, after_o: bool) -> list[int]:
    """Best labels of a stretch that has O on both sides (Viterbi)."""
    moves = _moves()
    size = range(len(LABELS))
    best = [s + (moves[0][y] if after_o else 0) for y, s in enumerate(scores[0])]
    back: list[list[int]] = []
    for row in scores[1:]:
        came, new = [], []
        for y in size:
            top, who = max((best[x] + moves[x][y], -x) for x in size)
            new.append(top + row[y])
            came.append(-who)
        best = new
        back.append(came)
    y = max(size, key=lambda x: (best[x] + moves[x][0], -x))
    path = [y]
    for came in reversed(back):
        y = came[y]
        path.append(y)
    return path[::-1]


def tagged(tokens: Tokens, hints: dict[int, list[str]]) -> Iterator[Candidate]:
    """Names by the trained weights; `hints`: features of tokens inside what lists and titles propose."""
    scores = _scores(tokens, hints)
    at, n = 0, len(tokens)
    while at < n:
        if scores[at] is None:
            at += 1
            continue
        end = at
        stretch: list[Vector] = []
        while end < n and (row := scores[end]) is not None:
            stretch.append(row)
            end += 1
        labels = [LABELS[y] for y in _decode(stretch, after_o=at > 0)]
        yield from _spans(labels, at)
        at = end


def _spans(labels: list[str], offset: int) -> Iterator[Candidate]:
    at = 0
    while at < len(labels):
        if labels[at] == "O":
            at += 1
            continue
        kind, end = labels[at][2:], at + 1
        while end < len(labels) and labels[end] == "I-" + kind:
            end += 1
        yield Candidate(offset + at, offset + end, 0, kind, "tagger", 40)
        at = end
