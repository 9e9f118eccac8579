"""Which blocks of a page are its article."""

from __future__ import annotations

from collections import Counter

from tawatur.read.blocks import FURNITURE, HEADINGS, Block, Layout

PARAGRAPH = 60
"""Characters from which a block counts as a paragraph."""
MOST = 0.6
"""Share of a box's text that one box inside it must hold for the search to go into it."""
MOST_NAMED = 0.85
"""Share of the paragraphs that the names of boxes may set aside before the names are not believed."""
ENDS = (".", "؟", "?", "!", "»", "”", '"', "…", ":")


def is_paragraph(block: Block) -> bool:
    """Whether a block reads as running text and not as a list of links."""
    long = len(block.text) >= PARAGRAPH or (len(block.text) >= 30 and block.text.endswith(ENDS[:5]))
    return long and block.linked < 0.5


def story(page: Layout, title_at: int | None) -> list[Block]:
    """The blocks of the article, in order. `title_at`: number of the block that is the title, where it stands on the page."""
    bad = _bad(page)
    _weigh(page, bad)
    start = _start(page, title_at)
    box = _deepest(page, start)
    inside = [i for i, b in enumerate(page.blocks) if page.within(b, box) and i not in bad]
    if not inside:
        return []
    first = inside[0]
    lead = range(title_at + 1, first) if title_at is not None and title_at < first else range(0)
    chosen = [i for i in lead if i not in bad and is_paragraph(page.blocks[i]) and page.blocks[i].linked < 0.2]
    if len(chosen) > 3:  # other articles' first lines
        chosen = []
    chosen += [i for i in inside if i != title_at and _kept(page.blocks[i])]
    return [page.blocks[i] for i in _trimmed(page, chosen)]


def _bad(page: Layout) -> set[int]:
    """Blocks inside furniture; a box that holds most of the page's text is none, whatever it is called."""
    total = sum(len(b.text) for b in page.blocks if is_paragraph(b)) or 1
    held = [0] * len(page.boxes)
    for b in page.blocks:
        if is_paragraph(b):
            at = b.box
            while True:
                held[at] += len(b.text)
                if at == 0:
                    break
                at = page.boxes[at].parent
    furniture = [box.bad and held[box.number] < 0.5 * total for box in page.boxes]
    named = sum(len(b.text) for b in page.blocks if is_paragraph(b) and furniture[b.box])
    if named > MOST_NAMED * total:  # the page calls everything a widget or the like
        furniture = [box.tag in FURNITURE and held[box.number] < 0.5 * total for box in page.boxes]
    for box in page.boxes[1:]:  # parents have smaller numbers
        furniture[box.number] |= furniture[box.parent]
    return {i for i, b in enumerate(page.blocks) if furniture[b.box]} | _teasers(page.blocks) | _headed(page.blocks)


def _teasers(blocks: list[Block]) -> set[int]:
    """Other articles' headlines with their first words: a link, a paragraph, and the same again, twice or more."""
    out: set[int] = set()
    i = 0
    while i + 3 < len(blocks):
        end = i
        while (
            end + 1 < len(blocks)
            and is_link(blocks[end])
            and blocks[end + 1].linked < 0.5
            and len(blocks[end + 1].text) <= 400
        ):
            end += 2
        if end - i >= 4:
            out.update(range(i, end))
            i = end
        else:
            i += 1
    return out


def _headed(blocks: list[Block]) -> set[int]:
    """Short lines that head a list of links."""
    return {
        i
        for i, b in enumerate(blocks[:-2])
        if len(b.text) <= 40 and not b.text.endswith(ENDS[:5]) and is_link(blocks[i + 1]) and is_link(blocks[i + 2])
    }


def is_link(block: Block) -> bool:
    """Whether a block is a headline that leads elsewhere."""
    return block.linked > 0.8 and 10 <= len(block.text) <= 200


def _weigh(page: Layout, bad: set[int]) -> None:
    for i, b in enumerate(page.blocks):
        if i in bad:
            continue
        weight = len(b.text) * (1 - min(1.0, b.linked)) * (1.0 if is_paragraph(b) else 0.1)
        at = b.box
        while True:
            page.boxes[at].weight += weight
            if at == 0:
                break
            at = page.boxes[at].parent


def _start(page: Layout, title_at: int | None) -> int:
    """The box to search in: the first that calls itself the article's body, or the first article, or the whole page."""
    most = page.boxes[0].weight
    often = Counter(b.names for b in page.boxes if b.body)
    named = [b for b in page.boxes if b.body and often[b.names] <= 3 and b.weight >= max(80, 0.12 * most)]
    if named:
        heaviest = max(b.weight for b in named)
        return next(b.number for b in named if b.weight >= 0.3 * heaviest)
    articles = [b for b in page.boxes if b.tag == "article" and b.weight >= 0.15 * most]
    if articles:
        if title_at is not None:
            for b in articles:
                if page.within(page.blocks[title_at], b.number):
                    return b.number
        heaviest = max(b.weight for b in articles)
        return next(b.number for b in articles if b.weight >= 0.3 * heaviest)
    return 0


def _deepest(page: Layout, start: int) -> int:
    """Go down from `start` as long as one box inside holds most of the text."""
    children: dict[int, list[int]] = {}
    for box in page.boxes[1:]:
        children.setdefault(box.parent, []).append(box.number)
    at = start
    while True:
        inner = max(children.get(at, ()), key=lambda n: page.boxes[n].weight, default=None)
        if inner is None or page.boxes[inner].weight < MOST * page.boxes[at].weight:
            return at
        if page.boxes[inner].tag == "p" and page.boxes[inner].weight < 0.95 * page.boxes[at].weight:
            return at
        at = inner


def _kept(block: Block) -> bool:
    """Whether a block inside the article belongs to it: not a link by itself, not a list of links."""
    if not any(map(str.isalpha, block.text)):
        return False
    if block.tag in HEADINGS:
        return block.linked < 0.5
    if block.tag in {"li", "td", "th", "dt", "dd"} and block.linked > 0.6:
        return False
    return block.linked < 0.5 or (len(block.text) >= 120 and block.linked < 0.8)


def _trimmed(page: Layout, chosen: list[int]) -> list[int]:
    """Take headings off the end: what they head was left out."""
    while chosen and page.blocks[chosen[-1]].tag in HEADINGS:
        chosen = chosen[:-1]
    return chosen
