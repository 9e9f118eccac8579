"""A linear-chain conditional random field over words, run from its table of weights; no library needed.

The score of a label at a word is a sum over features, and nearly all features depend on one word and the place it has
relative to the labelled one. So each word keeps its label scores for each of the five places, made when the word is
first met. They are packed side by side into rows of bytes, and the rows of a whole text make one long number: ten
additions of long numbers score every label at every word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from operator import add
from struct import Struct
from typing import Any

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.features import OFFSETS, coarse, near, near_parts, own, own_parts
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
    for made in (_weights, _moves, _columns, _least, _edges):
        made.cache_clear()
    for kept in (_rated, _hinted, _after):
        kept.clear()
    for sums in _sums.values():
        sums.clear()


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


# A row is the scores of all labels at one place, each in a lane of its own, side by side. Every lane is raised by a number
# that no score falls below (rarer ones are cut there), so that none borrows from its neighbour; raised as they are, the sums
# of all rows of a word stay under half of a lane. O is what scores are relative to, so its lane is free: it carries the best
# of the others, and its sum says whether a name is likely here at all.
_KINDS = len(LABELS)
_WIDE = 32
"""Bits of a lane while features are added up."""
_ZERO = 1 << _WIDE - 2
_ZEROS = {n: sum(_ZERO << _WIDE * lane for lane in range(n * _KINDS)) for n in (1, len(_NEAR))}
_OWN, _BESIDE, _PAIR, _HINT = 4000, 1500, 500, 1000
"""By how much the lanes of a row are raised, by where it comes from."""
_PACK = Struct(f"<{_KINDS}H").pack
_ROW = 2 * _KINDS
"""Bytes of a row of lanes of 16 bits."""
_HALF = 1 << 15
_TOP = bytes(byte >> 7 for byte in range(256))
_RUNS = re.compile(rb"\x01+")


def _pack(row: Any) -> int:
    """A row of numbers as one number; of a neighbour's feature one row a place."""
    if isinstance(row, str):
        values = _numbers(row)
        return sum(v - values[0] << _WIDE * lane for lane, v in enumerate(values))
    return sum(_pack(numbers) << _WIDE * _KINDS * _NEAR.index(place) for place, numbers in row.items())


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


def _shared(place: str, features: tuple[str, ...]) -> int:
    """The same of features that many words have together."""
    known = _sums[place]
    total = known.get(features)
    if total is None:
        if len(known) > _SUMS_KEPT:
            known.clear()
        total = known[features] = _sum(place, features)
    return total


_sums: dict[str, dict[tuple[str, ...], int]] = {"0": {}, "near": {}}
_SUMS_KEPT = 1 << 13


def _rows(packed: int, raised: int, places: int = 1, times: int = 0) -> list[bytes]:
    """The rows of that many places; in each lane of O `times` the best of the others."""
    scores = memoryview((packed + _ZEROS[places]).to_bytes(_WIDE // 8 * _KINDS * places, "little")).cast("I").tolist()
    down, out = _ZERO - raised, []
    low, top = down, down + 2 * raised
    if min(scores) < low or max(scores) > top:
        scores = [max(low, min(n, top)) for n in scores]
    for at in range(0, len(scores), _KINDS):
        row = scores[at : at + _KINDS]
        best = max(row[1:]) - _ZERO
        row[0] = max(0, min(raised + times * best, 2 * raised)) + down
        out.append(_PACK(*[n - down for n in row]))
    return out


Rated = tuple[bytes, str, "_After"]


class _After(dict[str, tuple[bytes, bytes]]):
    """For one coarse label, the scores of the labels that may follow it: for the second word of the pair, for the first."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self.first = first

    def __missing__(self, second: str) -> tuple[bytes, bytes]:
        pair = (f"{self.first}|{second}",)
        found = self[second] = _rows(_sum("<", pair), _PAIR)[0], _rows(_sum("=", pair), _PAIR)[0]
        return found


_after: dict[str, _After] = {}
"""There are few coarse labels: classes, lists and signs."""


def _rate(word: str) -> Rated:
    """Scores that a word gives to the label two words after it, one after it, its own, and so on; and its coarse label."""
    kind = kind_of(word)
    beside, its = near_parts(word, kind), own_parts(word, kind)
    near_sum = _sum("near", beside[0]) + sum([_shared("near", part) for part in beside[1]])
    own_sum = _sum("0", its[0]) + sum([_shared("0", part) for part in its[1]])
    rows = _rows(near_sum, _BESIDE, len(_NEAR), 1)
    rows.insert(OFFSETS.index(0), _rows(own_sum, _OWN, times=2)[0])
    label = coarse(word, kind)
    after = _after.get(label)
    if after is None:
        if len(_after) > _LABELS_KEPT:
            _after.clear()
        after = _after[label] = _After(label)
    return b"".join(rows), label, after


_LABELS_KEPT = 1 << 10


def _hint_rows(joined: str) -> tuple[bytes, bytes, bytes]:
    """Scores of the features that lists and titles give a word, for the word after it, itself, and the one before."""
    features = joined.split("\t")
    rows = _rows(_sum("near", features), _HINT, len(_NEAR))
    return rows[_NEAR.index("-1")], _rows(_sum("0", features), _HINT)[0], rows[_NEAR.index("1")]


_rated = Memo(_rate)
_hinted = Memo(_hint_rows)


@cache
def _edges() -> tuple[bytes, bytes, bytes, bytes]:
    """What stands before and after a text, as if it were a word; what stands further off; empty rows of pairs and of hints."""
    rows = _rows(_sum("near", ("edge",)), _BESIDE, len(_NEAR), 1)
    silent, own_ = _rows(0, _BESIDE)[0], _rows(0, _OWN)[0]
    edge = [rows[_NEAR.index(str(o))] if abs(o) == 1 else own_ if o == 0 else silent for o in OFFSETS]
    void = [own_ if o == 0 else silent for o in OFFSETS]
    return b"".join(edge), b"".join(void), _rows(0, _PAIR)[0], _rows(0, _HINT)[0]


_own, _near, _coarse = lru_cache(1 << 13)(own), lru_cache(1 << 13)(near), lru_cache(1 << 13)(coarse)
"""While training a word is asked for again and again."""


def attributes(tokens: Tokens, i: int, hints: dict[int, list[str]]) -> list[str]:
    """All features of one token, as trained."""
    n = len(tokens)
    out = []
    for o in OFFSETS:
        at = i + o
        if 0 <= at < n:
            word, kind = tokens.keys[at], tokens.kinds[at]
            out += [f"{o}{f}" for f in (_own(word, kind) if o == 0 else _near(word, kind))]
        elif abs(o) == 1:
            out.append(f"{o}edge")
    here = _coarse(tokens.keys[i], tokens.kinds[i])
    if i:
        out.append(f"<{_coarse(tokens.keys[i - 1], tokens.kinds[i - 1])}|{here}")
    if i + 1 < n:
        out.append(f"={here}|{_coarse(tokens.keys[i + 1], tokens.kinds[i + 1])}")
    for o in (-1, 0, 1):
        out += [f"{o}{h}" for h in hints.get(i + o, ())]
    return out


def _words(records: Sequence[bytes]) -> bytes:
    """One row a word: its own scores and those that its neighbours give it.

    A record has a row for each offset, and the row for a word lies one record on for each step of the offset: shifted by
    so many rows, all rows of one word lie above each other, and one addition sums a whole text.
    """
    edge, void = _edges()[:2]
    laid = b"".join((void, edge, *records, edge, void))
    number, places = int.from_bytes(laid, "little"), len(OFFSETS)
    step = 8 * _ROW * (places + 1)
    total = number + sum([number >> step * place for place in range(1, places)])
    summed = total.to_bytes(len(laid), "little")
    every = places * _ROW
    return b"".join([summed[at : at + _ROW] for at in range(0, every * len(records), every)])


def _scores(tokens: Tokens, hints: dict[int, list[str]]) -> Iterator[tuple[int, list[list[int]]]]:
    """Runs of tokens at which a name is not ruled out: where each begins, and the score of each label at each of its tokens."""
    n = len(tokens)
    records, labels, after = zip(*map(_rated.__getitem__, tokens.keys), strict=True)
    columns = [_words(records)]
    zero = _OWN + _BESIDE * len(_NEAR)
    if n > 1:
        silent = _edges()[2]
        second, first = zip(*[d[label] for d, label in zip(after, labels[1:])], strict=True)  # noqa: B905 (one shorter)
        columns += [b"".join((silent, *second)), b"".join((*first, silent))]
        zero += 2 * _PAIR
    hinted = bytearray(n + 2)
    if hints:
        nothing = _edges()[3]
        rows = [[nothing] * (n + 2) for _ in range(3)]
        for i, features in hints.items():
            rows[0][i + 2], rows[1][i + 1], rows[2][i] = _hinted["\t".join(features)]
            hinted[i : i + 3] = b"\x01\x01\x01"
        columns += [b"".join(row[1:-1]) for row in rows]
        zero += 3 * _HINT
    total = sum([int.from_bytes(column, "little") for column in columns])
    # what must be added for a lane to reach its upper half where its sum is enough
    least = _PACK(_HALF - zero - _UNLIKELY, *[_HALF - zero - _RULED_OUT - 1] * (_KINDS - 1)) * n
    reached = (total + int.from_bytes(least, "little")).to_bytes(n * _ROW, "little")[1::2].translate(_TOP)
    enough = [int.from_bytes(reached[lane::_KINDS], "little") for lane in range(_KINDS)]
    some = 0
    for lane in enough[1:]:
        some |= lane
    open_ = some & (enough[0] | int.from_bytes(hinted[1:-1], "little"))
    lanes = memoryview(total.to_bytes(n * _ROW, "little")).cast("H")
    for run in _RUNS.finditer(open_.to_bytes(n, "little")):
        begin, end = run.span()
        flat = lanes[begin * _KINDS : end * _KINDS].tolist()
        flat[::_KINDS] = [zero] * (end - begin)
        yield begin, [flat[at : at + _KINDS] for at in range(0, len(flat), _KINDS)]


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
    each, once = _least()
    for begin, stretch in _scores(tokens, hints):
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
