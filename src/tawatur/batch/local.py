"""Articles over the cores of one machine, in the order given, with a bounded number in flight."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

from tawatur.model.document import RawArticle
from tawatur.model.problem import Problem

T = TypeVar("T")
CHUNK = 16  # articles a task: enough to hide the cost of sending, few enough to keep order and memory
WORTH_IT = 4 * CHUNK  # below this many articles, starting processes costs more than it saves


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


CALM = (50_000, 20, 1_000)
"""Thresholds of the collector of cycles. Tables and words once read live as long as the process, and what an article
gives is freed as soon as it is written: to look through all of it again and again takes a tenth of the time."""


def _calm() -> None:
    gc.set_threshold(*CALM)


@contextmanager
def _calmly() -> Iterator[None]:
    before = gc.get_threshold()
    _calm()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _chunk(work: Callable[[RawArticle], T], items: list[RawArticle]) -> list[T]:
    return [work(x) for x in items]


def run(
    items: Iterable[RawArticle | Problem], work: Callable[[RawArticle], T], *, jobs: int | None = None
) -> Iterator[T | Problem]:
    """Apply `work` to every article; problems pass through in their place. `work` must be a module-level function.

    `jobs`: processes; None takes all cores once there are articles enough to be worth it.
    """
    stream = iter(items)
    head = list(islice(stream, WORTH_IT))
    n = jobs or (cores() if len(head) == WORTH_IT else 1)
    if n <= 1:
        with _calmly():
            for x in chain(head, stream):
                yield x if isinstance(x, Problem) else work(x)
        return
    with ProcessPoolExecutor(n, mp_context=get_context("spawn"), initializer=_calm) as pool:
        yield from _ordered(pool, head, stream, work, 3 * n)


def _ordered(
    pool: ProcessPoolExecutor,
    head: list[RawArticle | Problem],
    stream: Iterator[RawArticle | Problem],
    work: Callable[[RawArticle], T],
    window: int,
) -> Iterator[T | Problem]:
    source = chain(head, stream)
    waiting: deque[tuple[Future[list[T]], list[Problem | None]]] = deque()
    done = False
    while waiting or not done:
        while not done and len(waiting) < window:
            batch = list(islice(source, CHUNK))
            if not batch:
                done = True
                break
            layout = [x if isinstance(x, Problem) else None for x in batch]
            waiting.append((pool.submit(_chunk, work, [x for x in batch if isinstance(x, RawArticle)]), layout))
        if waiting:
            future, layout = waiting.popleft()
            results = iter(future.result())
            for place in layout:
                yield place if place is not None else next(results)
