"""A page's body as blocks of text in reading order, each with the boxes that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "select",
        "textarea",
        "object",
        "embed",
        "head",
        "math",
        "canvas",
        "audio",
        "video",
        "input",
        "datalist",
        "map",
        "area",
        "dialog",
    ]
)
INLINE = frozenset(
    [
        "a",
        "b",
        "strong",
        "i",
        "em",
        "span",
        "font",
        "u",
        "sup",
        "sub",
        "small",
        "mark",
        "bdi",
        "bdo",
        "abbr",
        "cite",
        "q",
        "time",
        "label",
        "code",
        "big",
        "s",
        "del",
        "ins",
        "tt",
        "acronym",
        "wbr",
        "ruby",
        "data",
        "dfn",
        "var",
        "kbd",
        "samp",
        "strike",
        "center",
        "nobr",
        "o:p",
    ]
)
FURNITURE = frozenset(["nav", "footer", "aside", "form", "menu", "figcaption", "address"])
ROLES = frozenset(("navigation", "complementary", "banner", "contentinfo", "search"))
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
DEEPEST = 600
"""Boxes in boxes; what is nested deeper is read as part of its box."""

_BAD = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|sociable|addtoany|addthis|related|comments?|respond|reply|sidebar|side-bar|breadcrumbs?|"
    r"crumbs?|tags?|taglist|tag-links|post-tags|keywords|newsletter|subscribe|subscription|promo|advert\w*|ads?|adsense|adv|banner|"
    r"popup|modal|cookie|cookies|gdpr|consent|nav|navbar|navigation|menu|footer|author-box|author-bio|about-author|authorbox|byline|bylines|"
    r"toolbar|tools|most-?read|most-?viewed|popular|trending|recommend\w*|suggest\w*|also|also-?read|read-?also|readmore|read-more|more-news|"
    r"latest|pagination|pager|page-nav|post-nav|print|login|signup|search|caption|wp-caption-text|copyright|photo-credit|credit|player|"
    r"ticker|breaking|weather|poll|vote|rating|ratings|outbrain|taboola|mgid|disqus|fb-comments|meta|entry-meta|post-meta|"
    r"views|counter|hidden|sr-only|screen-reader-text|visually-hidden|skip-link|topbar|top-bar|masthead|site-header|toc|infobox|app-download|"
    r"whatsapp|telegram|paywall-cta|paywall-offer|gallery-caption|font-?size|textsize|nextprev|next-post|prev-post|feedback|report-error)(?:$|[\s_-])|(?:^|\s)widgets?(?:$|[\s_-])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:^|[\s_-])(?:entry-?content|article-?body|articlebody|article-?content|article-?text|story-?body|story-?content|story-?text|post-?content|post-?body|"
    r"post-?text|news-?body|news-?content|news-?text|news-?details|news_?body|details-?body|body-?text|main-?text|field-name-body|field--name-body|td-post-content|"
    r"single-?content|content-?body|the-?content|wysiwyg|rich-?text|newsbody|newstext|fulltext|full-?text|jeg_inner_content|amp-wp-article-content|"
    r"post-single-content|item-?full-?text|itemfulltext|topic-?body|detail-?content|paragraph-?list)(?:$|[\s_-])",
    re.IGNORECASE,
)

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(slots=True)
class Box:
    """A block-level element: its number, its parent's, what its names say of it."""

    number: int
    parent: int
    tag: str
    names: str
    bad: bool
    body: bool
    weight: float = 0.0


@dataclass(slots=True)
class Block:
    """A stretch of running text. `links`: characters of it that are links; `box`: the number of its innermost box."""

    text: str
    links: int
    box: int
    tag: str

    @property
    def linked(self) -> float:
        """Share of the characters that are links."""
        return self.links / max(1, len(self.text))


@dataclass(slots=True)
class Layout:
    """All boxes and blocks of a body."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def within(self, block: Block, box: int) -> bool:
        """Whether a block stands inside a box."""
        at = block.box
        while at > box:
            at = self.boxes[at].parent
        return at == box


@lru_cache(maxsize=1 << 14)
def _told(names: str) -> tuple[bool, bool]:
    """Whether a box's names say that it is furniture, and that it is the article's body."""
    names = _HUMP.sub("-", names)
    return bool(_BAD.search(names)), bool(_BODY.search(names))


class _Walk:
    """One walk through the body, without recursion: pages may nest as deep as they like."""

    def __init__(self) -> None:
        self.out = Layout()
        self.words: list[str] = []
        self.links = 0
        self.linked = 0
        self.box = 0
        self.tag = "body"

    def flush(self) -> None:
        """End the current block."""
        if self.words:
            text = "".join(self.words)
            pieces = re.split(r"\n\s*\n\s*", re.sub(r"[^\S\n]+", " ", text))
            share = self.links / max(1, len(text))
            for piece in pieces:
                lines = "\n".join(line.strip() for line in piece.split("\n") if line.strip())
                if any(map(str.isalnum, lines)):
                    self.out.blocks.append(Block(lines, round(share * len(lines)), self.box, self.tag))
            self.words.clear()
            self.links = 0

    def enter(self, node: Any, tag: str) -> None:
        """Open a box."""
        names = f"{node.getattr('class') or ''} {node.id or ''} {node.getattr('itemprop') or ''}"
        named_bad, named_body = _told(names)
        role = node.getattr("role") or ""
        hidden = node.hasattr("hidden") or "display:none" in (node.getattr("style") or "").replace(" ", "").lower()
        bad = tag in FURNITURE or named_bad or role in ROLES
        self.out.boxes.append(
            Box(
                len(self.out.boxes),
                self.box,
                tag,
                names,
                (bad or hidden) and tag not in {"body", "main"},
                named_body,
            )
        )
        self.box = len(self.out.boxes) - 1
        self.tag = tag


def layout(body: Any) -> Layout:
    """Blocks and boxes of a parsed body."""
    from resiliparse.parse.html import NodeType

    walk = _Walk()
    walk.enter(body, "body")
    stack: list[tuple[Any, str]] = [(body.first_child, "")]  # a node to visit, or what to do when a box ends
    saved: list[tuple[int, str]] = []
    while stack:
        node, act = stack.pop()
        if act == "box":
            walk.flush()
            walk.box, walk.tag = saved.pop()
            continue
        if act == "link":
            walk.linked -= 1
            continue
        if node is None:
            continue
        stack.append((node.next, ""))
        if node.type == NodeType.TEXT:
            text = re.sub(r"\s+", " ", node.value or "")
            walk.words.append(text)
            if walk.linked:
                walk.links += len(text.strip())
            continue
        if node.type != NodeType.ELEMENT:
            continue
        tag = node.tag.lower()
        if tag in SKIPPED:
            continue
        if tag == "br":
            walk.words.append("\n")
        elif tag in INLINE or len(saved) >= DEEPEST:
            if tag == "a":
                walk.linked += 1
                stack.append((None, "link"))
            stack.append((node.first_child, ""))
        else:
            walk.flush()
            saved.append((walk.box, walk.tag))
            walk.enter(node, tag)
            stack.append((None, "box"))
            stack.append((node.first_child, ""))
    walk.flush()
    return walk.out
