"""A linear-chain conditional random field over words, run from its table of weights; no library needed.

The score of a label at a word is a sum over features, and nearly all features depend on one word and the place it has
relative to the labelled one. So each word keeps one vector of label scores for each of the five places, made when the
word is first met; labelling a text is adding up five short vectors a word, and only where a name is not ruled out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from operator import add

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.features import OFFSETS, OWN_LETTERS, coarse, near, own
from tawatur.find.names.listed import PACKAGE
from tawatur.model.tokens import Kind, Tokens

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
_NONE = (0,) * len(LABELS)
_RULED_OUT = -250
"""Hundredths by which O must lead every other label, transitions aside, for a word to be passed over."""

_UNLIKELY = -500
"""Twice the best score of the word itself, and the best of its neighbours, below which it is passed over unread: measured
to lose no name in ten thousand words, and to spare half of the work."""

Vector = tuple[int, ...]
_trained: str | None = None


def use(weights: str) -> None:
    """Take another table of weights, as text: for measuring only."""
    global _trained  # noqa: PLW0603
    _trained = weights
    for made in (_weights, _moves, _columns, _shared, _rated, _pair):
        made.cache_clear()


@cache
def _weights() -> dict[str, dict[str, Vector]]:
    """Place → feature → scores relative to O. Places: the offsets, "<" and "=" for pairs, ">" for moves between labels."""
    text = _trained if _trained is not None else resources.files(PACKAGE).joinpath("ar.weights.tsv").read_text("utf-8")
    out: dict[str, dict[str, Vector]] = {p: {} for p in _PLACES}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        feature, _, numbers = line.partition("\t")
        place = feature[: 2 if feature[0] == "-" else 1]
        values = [int(n) if n else 0 for n in numbers.split(" ")]
        relative = tuple(values) if place == ">" else tuple(v - values[0] for v in values)
        out[place][feature[len(place) :]] = relative
    return out


_PLACES = (*map(str, OFFSETS), "<", "=", ">")


@cache
def _moves() -> tuple[Vector, ...]:
    moves = _weights()[">"]
    return tuple(moves[a] for a in LABELS)


@cache
def _columns() -> tuple[Vector, ...]:
    """For each label, what it costs to come to it from each other."""
    return tuple(zip(*_moves(), strict=True))


def _sum(place: str, features: Iterable[str]) -> Vector:
    """Scores of all features at a place, added up."""
    weights = _weights()[place]
    rows = [weights[f] for f in features if f in weights]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else _NONE


Rated = tuple[tuple[Vector, ...], tuple[int, ...]]


@lru_cache(maxsize=1 << 13)
def _shared(place: str, features: tuple[str, ...]) -> Vector:
    """Scores of features that many words have in common: lists and classes."""
    return _sum(place, features)


@lru_cache(maxsize=1 << 13)
def _rated(word: str, kind: Kind) -> Rated:
    """Scores that a word gives to the label two words after it, one after it, its own, and so on; and the best of each."""
    around = near(word, kind)
    letters, lists = around[:OWN_LETTERS], around[OWN_LETTERS:]
    vectors = []
    for o in OFFSETS:
        if o == 0:
            vectors.append(_sum("0", own(word, kind)))
        else:
            vectors.append(tuple(map(add, _sum(str(o), letters), _shared(str(o), lists))))
    return tuple(vectors), tuple(max(v[1:]) for v in vectors)


@lru_cache(maxsize=1 << 13)
def _pair(a: str, b: str) -> tuple[Vector, Vector]:
    """Scores of two neighbours' coarse labels for the second and for the first of them."""
    both = (f"{a}|{b}",)
    return _sum("<", both), _sum("=", both)


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
    rated = [_rated(k, s) for k, s in zip(tokens.keys, tokens.kinds, strict=True)]
    first, last = (_sum(o, ("edge",)) for o in ("-1", "1"))
    edge = ((_NONE, first, _NONE, last, _NONE), (0, max(first[1:]), 0, max(last[1:]), 0))
    void = ((_NONE,) * 5, (0,) * 5)
    padded = [void, edge, *rated, edge, void]
    words = [coarse(k, s) for k, s in zip(tokens.keys, tokens.kinds, strict=True)]
    likely = _likely(padded)
    near_hints = {i + o for i in hints for o in (-1, 0, 1)}
    out: list[Vector | None] = [None] * n
    for i in range(n):
        hinted = i in near_hints
        if not hinted and likely[i] < _UNLIKELY:
            continue
        rows = [padded[i + at][0][at] for at in range(5)]
        if i:
            rows.append(_pair(words[i - 1], words[i])[0])
        if i + 1 < n:
            rows.append(_pair(words[i], words[i + 1])[1])
        if hinted:
            rows += [_sum(str(o), hints[i + o]) for o in (-1, 0, 1) if i + o in hints]
        total = tuple(map(sum, zip(*rows)))  # noqa: B905 (rows are made here, of one length; the check costs time)
        if max(total[1:]) > _RULED_OUT:
            out[i] = total
    return out


def _likely(padded: Sequence[Rated]) -> list[int]:
    """Twice the best score of each word itself, and the best of its neighbours; two places of padding at each end."""
    columns = [[p[1][at] for p in padded] for at in range(5)]
    ends = len(padded) - 4
    shifted = [column[at : at + ends] for at, column in enumerate(columns)]
    return [a + b + 2 * c + d + e for a, b, c, d, e in zip(*shifted, strict=True)]


def _decode(scores: list[Vector], *, after_o: bool) -> list[int]:
    """Best labels of a stretch that has O on both sides (Viterbi)."""
    into, out = _columns(), _columns()[0]
    start = _moves()[0] if after_o else _NONE
    best = list(map(add, scores[0], start))
    back: list[list[int]] = []
    for row in scores[1:]:
        came, new = [], []
        for column, here in zip(into, row, strict=True):
            ways = list(map(add, best, column))
            top = max(ways)
            new.append(top + here)
            came.append(ways.index(top))
        best = new
        back.append(came)
    ends = list(map(add, best, out))
    y = ends.index(max(ends))
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
