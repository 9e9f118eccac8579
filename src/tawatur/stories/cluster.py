"""Groups out of likenesses: average linkage, so that one bridge does not make a crowd one story."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

APART = -1.0


def cluster(
    size: int,
    likeness: Mapping[tuple[int, int], float],
    compare: Callable[[int, int], float],
    start: Iterable[Iterable[int]] = (),
    most: int = 40,
    *,
    fellows: bool = False,
) -> list[list[int]]:
    """Group the numbers 0 … size-1: the two groups most alike become one while their mean likeness is above 0.

    `likeness` holds the pairs known to be worth it, the smaller number first; `compare` gives any other pair's.
    `start`: groups that stand from the beginning. Means over groups of more than `most` pairs are taken over as many,
    evenly drawn. `fellows`: it is enough that the members of one side have a fellow on the other, on average, unless
    the mean of all is below APART: texts cut from one source need have nothing else in common. The result depends on
    the numbers and likenesses alone.

    >>> known = {(0, 1): 2.0, (1, 2): 1.0, (2, 3): 3.0}
    >>> cluster(4, known, lambda i, j: known.get((i, j), -4.0))
    [[0, 1], [2, 3]]
    """
    home = list(range(size))
    members: dict[int, list[int]] = {n: [n] for n in range(size)}
    cache = dict(likeness)
    for group in start:
        first, *rest = sorted(group)
        for n in rest:
            home[n] = first
            members[first] += members.pop(n)
    near: dict[int, set[int]] = {g: set() for g in members}
    for i, j in likeness:
        a, b = home[i], home[j]
        if a != b:
            near[a].add(b)
            near[b].add(a)

    def mean(a: int, b: int) -> float:
        pairs = [(min(i, j), max(i, j)) for i in members[a] for j in members[b]]
        if len(pairs) > most:
            pairs = [pairs[k * len(pairs) // most] for k in range(most)]
        for p in pairs:
            if p not in cache:
                cache[p] = compare(*p)
        average = sum(cache[p] for p in pairs) / len(pairs)
        if not fellows or average <= APART:
            return average
        best: dict[int, float] = {}
        for p in pairs:
            for n in p:
                best[n] = max(best.get(n, cache[p]), cache[p])
        sides = [[best[n] for n in members[g] if n in best] for g in (a, b)]
        return max(sum(side) / len(side) for side in sides)

    heap = [
        (-m, a, b, len(members[a]), len(members[b])) for a in near for b in near[a] if a < b and (m := mean(a, b)) > 0
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b):
            continue
        members[a] = sorted(members[a] + members.pop(b))
        near[a] = (near[a] | near.pop(b)) - {a, b}
        for c in near[a]:
            near[c].discard(b)
            near[c].add(a)
            if (m := mean(*sorted((a, c)))) > 0:
                x, y = sorted((a, c))
                heapq.heappush(heap, (-m, x, y, len(members[x]), len(members[y])))
    return sorted(members.values())
