"""A linear-chain conditional random field over words, run from its table of weights; no library needed.

The score of a label at a word is a sum over features, and nearly all features depend on one word and the place it has
relative to the labelled one. So each word keeps its label scores for each of the five places, made when the word is
first met. Scores of one word and place are packed side by side into one row of bytes, and the rows of a whole text into
one number a place: ten additions of long numbers score every label at every word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from operator import add
from typing import Any

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.features import OFFSETS, coarse, near, own
from tawatur.find.names.listed import PACKAGE
from tawatur.model.tokens import Tokens
from tawatur.text.memo import Memo
from tawatur.text.tokenize import kind_of

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
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
    for made in (_weights, _moves, _columns, _least):
        made.cache_clear()
    for kept in (_rated, _pair, _hinted):
        kept.clear()


@cache
def _weights() -> dict[str, dict[str, Any]]:
    """Place → feature → scores relative to O. Places: "0", "<" and "=" for pairs, ">" for moves between labels, and "near".

    A neighbour has the same features wherever it stands, so its four places are one: rows of numbers by offset. Rows are
    packed when their feature is first asked for: most features are those of single words.
    """
    text = _trained if _trained is not None else resources.files(PACKAGE).joinpath("ar.weights.tsv").read_text("utf-8")
    out: dict[str, dict[str, Any]] = {p: {} for p in ("0", "<", "=", ">", "near")}
    near_ = out["near"]
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        feature, _, numbers = line.partition("\t")
        place = feature[: 2 if feature[0] == "-" else 1]
        if place in _NEAR:
            near_.setdefault(feature[len(place) :], {})[place] = numbers
        else:
            out[place][feature[1:]] = numbers
    return out


_NEAR = tuple(str(o) for o in OFFSETS if o)


def _numbers(row: str) -> list[int]:
    return [int(n) if n else 0 for n in row.split(" ")]


@cache
def _moves() -> tuple[Vector, ...]:
    moves = _weights()[">"]
    return tuple(tuple(_numbers(moves[a])) for a in LABELS)


@cache
def _columns() -> tuple[Vector, ...]:
    """For each label, what it costs to come to it from each other."""
    return tuple(zip(*_moves(), strict=True))


# A row has a lane of 32 bits for each label. Every lane of a row is raised by _ZERO, so that none falls below nothing and
# borrows from its neighbour; sums of a dozen rows stay far from the next lane. O is what scores are relative to, so its
# lane is free: it carries the best of the others, and its sum says whether a name is likely here at all.
_BITS = 32
_ZERO = 1 << 22
_WIDTH = _BITS // 8 * len(LABELS)
_RAISED = {n: sum(_ZERO << _BITS * lane for lane in range(n * len(LABELS))) for n in (1, len(_NEAR))}
_VOID = _RAISED[1].to_bytes(_WIDTH, "little")


def _pack(row: Any) -> int:
    """A row of numbers as one number; of a neighbour's feature one row a place."""
    if isinstance(row, str):
        values = _numbers(row)
        return sum(v - values[0] << _BITS * lane for lane, v in enumerate(values))
    return sum(_pack(numbers) << 8 * _WIDTH * _NEAR.index(place) for place, numbers in row.items())


def _sum(place: str, features: Iterable[str]) -> int:
    """Scores of all features at a place, added up; the lane of O is 0. At "near" those of its four places side by side."""
    weights = _weights()[place]
    total = 0
    for f in features:
        row = weights.get(f)
        if row is not None:
            if row.__class__ is not int:
                row = weights[f] = _pack(row)
            total += row
    return total


def _rows(packed: int, places: int = 1, times: int = 0) -> list[bytes]:
    """The rows of that many places; in each lane of O `times` the best of the others."""
    raised = (packed + _RAISED[places]).to_bytes(_WIDTH * places, "little")
    if packed and times:
        lanes, n = memoryview(raised).cast("I").tolist(), len(LABELS)
        best = [max(lanes[at + 1 : at + n]) - _ZERO for at in range(0, len(lanes), n)]
        carried = sum([times * b << 8 * _WIDTH * place for place, b in enumerate(best)])
        raised = (packed + _RAISED[places] + carried).to_bytes(_WIDTH * places, "little")
    return [raised[at : at + _WIDTH] for at in range(0, len(raised), _WIDTH)]


def _rate(word: str) -> tuple[bytes, bytes, bytes, bytes, bytes, str]:
    """Scores that a word gives to the label two words after it, one after it, its own, and so on; and its coarse label."""
    kind = kind_of(word)
    a, b, c, d = _rows(_sum("near", near(word, kind)), len(_NEAR), 1)
    return a, b, _rows(_sum("0", own(word, kind)), times=2)[0], c, d, coarse(word, kind)


def _pair_rows(pair: str) -> tuple[bytes, bytes]:
    """Scores of two neighbours' coarse labels for the second and for the first of them."""
    return _rows(_sum("<", (pair,)))[0], _rows(_sum("=", (pair,)))[0]


def _hint_rows(joined: str) -> tuple[bytes, bytes, bytes]:
    """Scores of the features that lists and titles give a word, for the word after it, itself, and the one before."""
    features = joined.split("\t")
    rows = _rows(_sum("near", features), len(_NEAR))
    return rows[_NEAR.index("-1")], _rows(_sum("0", features))[0], rows[_NEAR.index("1")]


_rated = Memo(_rate)
_pair = Memo(_pair_rows)
_hinted = Memo(_hint_rows)


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


def _total(columns: Iterable[bytes], length: int) -> list[int]:
    """The columns added up, lane by lane."""
    total = sum(int.from_bytes(column, "little") for column in columns)
    return memoryview(total.to_bytes(length, "little")).cast("I").tolist()


def _scores(tokens: Tokens, hints: dict[int, list[str]]) -> tuple[list[int], dict[int, list[int]]]:
    """Tokens at which a name is not ruled out, in order, and the score of each label at each of them."""
    n = len(tokens)
    size, wide = n * _WIDTH, _WIDTH
    before2, before, itself, after, after2, words = zip(*map(_rated.__getitem__, tokens.keys), strict=True)
    edges = _rows(_sum("near", ("edge",)), len(_NEAR), 1)
    first, last = (edges[_NEAR.index(o)] for o in ("-1", "1"))
    columns = [
        b"".join((_VOID, _VOID, *before2))[:size],
        b"".join((first, *before))[:size],
        b"".join(itself),
        (b"".join(after) + last)[wide:],
        (b"".join(after2) + _VOID + _VOID)[2 * wide :],
    ]
    if n > 1:
        second, itself_first = zip(*map(_pair.__getitem__, map("|".join, pairwise(words))), strict=True)
        columns += [b"".join((_VOID, *second)), b"".join((*itself_first, _VOID))]
    near_hints = set(hints)
    if hints:
        rows = [[_VOID] * (n + 2) for _ in range(3)]
        for i, features in hints.items():
            rows[0][i + 2], rows[1][i + 1], rows[2][i] = _hinted["\t".join(features)]
            near_hints.add(i - 1)
            near_hints.add(i + 1)
        columns += [b"".join(row[1:-1]) for row in rows]
    lanes = _total(columns, size)
    zero = _ZERO * len(columns)
    kinds = len(LABELS)
    out: dict[int, list[int]] = {}
    likely, ruled_out = _UNLIKELY + zero, _RULED_OUT + zero
    at = []
    for i, best in enumerate(lanes[::kinds]):
        if best >= likely or i in near_hints:
            row = lanes[i * kinds + 1 : (i + 1) * kinds]
            if max(row) > ruled_out:
                row.insert(0, zero)
                out[i] = row
                at.append(i)
    return at, out


@cache
def _least() -> tuple[int, int]:
    """What a run of labels gains at most by its moves, against O: for each word of it, and once for all."""
    moves = _moves()
    stay, enter = moves[0][0], max(moves[0][1:])
    leave, go_on = max(m[0] for m in moves[1:]), max(max(m[1:]) for m in moves[1:])
    return go_on - stay, enter + leave - stay - go_on


def _decode(scores: list[list[int]], *, after_o: bool) -> list[int]:
    """Best labels of a stretch that has O on both sides (Viterbi)."""
    into, out = _columns(), _columns()[0]
    best = list(map(add, scores[0], _moves()[0])) if after_o else scores[0]
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
    if not len(tokens):
        return
    at, scores = _scores(tokens, hints)
    each, once = _least()
    number, n = 0, len(at)
    while number < n:
        begin = at[number]
        stretch = [scores[begin]]
        number += 1
        while number < n and at[number] == begin + len(stretch):
            stretch.append(scores[at[number]])
            number += 1
        if begin and once + sum([max(0, max(row[1:]) - row[0] + each) for row in stretch]) < 0:
            continue  # whatever the labels, O for each word is better
        yield from _spans([LABELS[y] for y in _decode(stretch, after_o=begin > 0)], begin)


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
