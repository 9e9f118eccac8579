"""Pieces that pages of every make share: menus, related links, comments, metadata."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from html import escape

from stories import COMMENTS, HEADLINES, OUTLETS, SECTIONS, STORIES, TEASERS

MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]


@dataclass
class Story:
    """One story as a page tells it, with what a reader of the page must find."""

    number: int
    name: str
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    outlet: str = ""
    year: int = 2024
    month: int = 5
    day: int = 1

    def __post_init__(self) -> None:
        self.title, paragraphs = STORIES[self.number % len(STORIES)]
        self.paragraphs = list(paragraphs)
        self.outlet = OUTLETS[self.number % len(OUTLETS)]
        self.month, self.day = 1 + self.number % 12, 1 + (self.number * 7) % 28
        self.dice = random.Random(self.number)

    @property
    def date(self) -> str:
        """ISO day."""
        return f"{self.year}-{self.month:02}-{self.day:02}"

    @property
    def worded(self) -> str:
        """The day as Arabic pages print it."""
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def url(self) -> str:
        """The page's address."""
        return f"https://{self.name}.example/news/{4000 + self.number}"

    def paras(self, tag: str = "p", head: str = "h2", cls: str = "") -> str:
        """The body, each paragraph in an element."""
        out = []
        for p in self.paragraphs:
            t, text = (head, p[2:]) if p.startswith("# ") else (tag, p)
            out.append(f"<{t}{f' class={chr(34)}{cls}{chr(34)}' if cls and t == tag else ''}>{escape(text)}</{t}>")
        return "\n".join(out)

    def breaks(self, between: str = "<br><br>\n") -> str:
        """The body in one element, paragraphs parted by breaks."""
        return between.join(escape(p.removeprefix("# ")) for p in self.paragraphs)

    def with_inside(self, piece: str, after: int = 2, **how: str) -> str:
        """The body with a foreign piece between two paragraphs."""
        rows = self.paras(**how).split("\n")
        return "\n".join([*rows[:after], piece, *rows[after:]])

    def gold(self) -> str:
        """What the text of the article is."""
        return "\n\n".join([self.title, *(p.removeprefix("# ") for p in self.paragraphs)])

    def menu(self, tag: str = "nav", cls: str = "main-menu") -> str:
        """A menu."""
        items = "".join(f'<li><a href="/{i}">{s}</a></li>' for i, s in enumerate(SECTIONS))
        return f'<{tag} class="{cls}"><ul>{items}</ul></{tag}>'

    def links(self, count: int = 6) -> str:
        """A list of other headlines."""
        some = self.dice.sample(HEADLINES, count)
        return "<ul>" + "".join(f'<li><a href="/x/{i}">{h}</a></li>' for i, h in enumerate(some)) + "</ul>"

    def cards(self, count: int = 3) -> str:
        """Other articles with their first sentences."""
        some = self.dice.sample(HEADLINES, count)
        return "".join(
            f'<div class="card"><a href="/y/{i}"><h3>{h}</h3></a><p>{self.dice.choice(TEASERS)}</p></div>'
            for i, h in enumerate(some)
        )

    def comments(self) -> str:
        """Readers' comments and the form for more."""
        said = "".join(
            f'<li class="comment"><div class="comment-author">قارئ {i}</div><p>{c}</p></li>'
            for i, c in enumerate(COMMENTS)
        )
        return (
            f'<div id="comments" class="comments-area"><h3>التعليقات</h3><ol>{said}</ol><form><h3>اترك تعليقا</h3>'
            "<p>لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p><textarea></textarea><input></form></div>"
        )

    def share(self, tag: str = "div", cls: str = "share-buttons") -> str:
        """Buttons to share."""
        return f'<{tag} class="{cls}"><span>شارك:</span> <a href="#">فيسبوك</a> <a href="#">تويتر</a> <a href="#">واتساب</a></{tag}>'

    def og(self, *, date: bool = True) -> str:
        """Open Graph."""
        when = f'<meta property="article:published_time" content="{self.date}T08:30:00+03:00">' if date else ""
        return (
            f'<meta property="og:title" content="{escape(self.title)}"><meta property="og:site_name" content="{self.outlet}">'
            f'<meta property="og:type" content="article"><link rel="canonical" href="{self.url}">{when}'
        )

    def ld(self, *, body: bool = False, kind: str = "NewsArticle") -> str:
        """JSON-LD."""
        item = {
            "@context": "https://schema.org",
            "@type": kind,
            "headline": self.title,
            "datePublished": f"{self.date}T05:30:00Z",
            "publisher": {"@type": "Organization", "name": self.outlet},
            "mainEntityOfPage": {"@type": "WebPage", "@id": self.url},
        }
        if body:
            item["articleBody"] = "\n\n".join(p.removeprefix("# ") for p in self.paragraphs)
        return f'<script type="application/ld+json">{json.dumps({"@graph": [item, {"@type": "WebSite"}]}, ensure_ascii=False)}</script>'

    def page(
        self,
        head: str,
        body: str,
        *,
        title: str | None = None,
        charset: str = "utf-8",
        lang: str = 'lang="ar" dir="rtl"',
    ) -> str:
        """A whole page."""
        window = f"{escape(self.title)} | {self.outlet}" if title is None else title
        return f'<!DOCTYPE html>\n<html {lang}>\n<head><meta charset="{charset}"><title>{window}</title>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'

    def footer(self) -> str:
        """The foot of the page."""
        return (
            f"<footer><p>جميع الحقوق محفوظة © {self.outlet} {self.year}</p>{self.menu('div', 'footer-menu')}</footer>"
        )
