"""Records to plain JSON values and back, exactly: what a store keeps. Types decide the shape, nothing is executed.

A record becomes the list of its fields in order; a tuple becomes a list. Reading checks the number of fields, so a
row written by another version of the records is refused and computed anew instead of being misread.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import IntEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Read = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """Turn a record into lists, numbers and strings.

    >>> from tawatur.model.span import Span
    >>> plain(Span(0, 2, "من"))
    [0, 2, 'من']
    """
    if is_dataclass(value):
        return [plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, tuple):
        if value and isinstance(value[0], IntEnum):
            return [int(v) for v in value]
        return [plain(v) for v in value]
    return value


def record(kind: type[T], data: Any) -> T:
    """Build a record of type `kind` again; raises ValueError where `data` has another shape.

    >>> from tawatur.model.span import Span
    >>> record(Span, [0, 2, "من"])
    Span(start=0, end=2, text='من')
    """
    try:
        shape: Any = kind
        built: T = _reader(shape)(data)
    except (TypeError, KeyError, IndexError) as e:
        raise ValueError(f"not a stored {kind.__name__}: {e}") from e
    return built


@cache
def _reader(kind: Any) -> Read:
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_reader(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            item = _reader(args[0])
            return tuple if item is _same else lambda xs: tuple(map(item, xs))
        items = [_reader(a) for a in args]
        return lambda xs: tuple(r(x) for r, x in zip(items, xs, strict=True))
    if origin in (Union, types.UnionType):
        inner = [_reader(a) for a in args if a is not types.NoneType]
        some = next((r for r in inner if r is not _same), _same)
        return _same if some is _same else lambda x: None if x is None else some(x)
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return kind
    return _same


def _same(x: Any) -> Any:
    return x


def _record_reader(kind: type) -> Read:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    readers = [_reader(hints[n]) for n in names]

    def read(data: Any) -> Any:
        if not isinstance(data, list) or len(data) != len(names):
            raise ValueError(f"not a stored {kind.__name__}")
        return kind(**{n: r(x) for n, r, x in zip(names, readers, data, strict=True)})

    return read
