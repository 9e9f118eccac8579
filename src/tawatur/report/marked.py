"""Raw text as HTML in which stretches are marked; overlapping ones are cut, never lost, and no character changes.

Marks may overlap in any way (a figure inside a quotation that a claim's content cuts in half). One sweep over all
boundaries cuts the text into flat pieces that no boundary crosses; each piece carries the classes of all marks over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from tawatur.text.label import clean


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch from `start` to `end` (code points, end exclusive), the CSS class of its kind, and what it says."""

    start: int
    end: int
    css: str
    says: str = ""


def inert(text: str) -> Markup:
    """Escaped text that gives the same characters back when parsed, one for one.

    Carriage returns would be read as line breaks and NUL as nothing, so the first is written as a reference and the
    second shown as what it is, a character that cannot be shown.

    >>> inert("a<b" + chr(13))
    Markup('a&lt;b&#13;')
    """
    return Markup(str(escape(clean(text).replace("\0", "\ufffd"))).replace("\r", "&#13;"))  # noqa: S704 (escaped above)


def pieces(
    text: str, marks: Iterable[Mark], ids: Mapping[int, str] | None = None, ends: Mapping[int, int] | None = None
) -> Markup:
    """`text` with every mark shown.

    `ids`: offset → id of the element that begins there. `ends`: offset → end of the longest stretch that a link to this
    offset means. Stripping the tags gives `text` back.

    >>> print(pieces("abcd", [Mark(0, 3, "x"), Mark(2, 4, "y")], {2: "t"}))
    <span class="x">ab</span><span class="x y" id="t">c</span><span class="y">d</span>
    """
    ids, ends = ids or {}, ends or {}
    size = len(text)
    live = [m for m in marks if 0 <= m.start < m.end <= size]
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for m in live:
        opening.setdefault(m.start, []).append(m)
        closing.setdefault(m.end, []).append(m)
    cuts = sorted(
        {0, size, *opening, *closing, *(i for i in ids if 0 <= i < size), *(e for e in ends.values() if e < size)}
    )
    out: list[Markup] = []
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        for m in closing.get(start, ()):
            active.remove(m)
        active.extend(opening.get(start, ()))
        out.append(_piece(text[start:end], active, ids.get(start), ends.get(start)))
    return Markup("").join(out)


def _piece(text: str, active: Sequence[Mark], ident: str | None, to: int | None) -> Markup:
    if not active and ident is None:
        return inert(text)
    attributes = []
    if active:
        attributes.append(Markup('class="{}"').format(" ".join(dict.fromkeys(m.css for m in active))))
    if ident is not None:
        attributes.append(Markup('id="{}"').format(ident))
    if to is not None:
        attributes.append(Markup('data-to="{}"').format(to))
    says = " | ".join(dict.fromkeys(clean(m.says) for m in active if m.says))
    if says:
        attributes.append(Markup('title="{}"').format(says))
    return Markup("<span {}>{}</span>").format(Markup(" ").join(attributes), inert(text))
