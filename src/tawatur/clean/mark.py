"""Goes through the lines of an article and marks those that are not the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.clean import datelines
from tawatur.clean.lines import Line, pattern
from tawatur.clean.related import is_headline, others_headlines
from tawatur.clean.rules import HEADERS, Rule, book, glued, is_date, match
from tawatur.clean.title import find_title, repeats
from tawatur.model.document import Credit, Noise, RawArticle
from tawatur.model.span import Span
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.layout import is_wrapped


@dataclass(frozen=True, slots=True)
class Marks:
    """What `clean` learned of an article's lines."""

    story: tuple[bool, ...]
    noise: tuple[Noise, ...]
    credits: tuple[Credit, ...]
    title: Span | None


@dataclass(slots=True)
class _Cut:
    """A stretch of tokens that is noise."""

    first: int
    last: int
    reason: str
    rule: str


_TAIL = frozenset(("any", "tail", "edge"))
EXCERPT = 40
"""Words in the longest first lines of another article under its headline."""


class _Marker:
    """One article on its way through the rules; lines hold their reason once one is found."""

    def __init__(self, t: Tokens, all_lines: Sequence[Line], article: RawArticle) -> None:
        self.t = t
        self.lines = all_lines
        self.article = article
        self.outlet = "".join(w for w in pattern(article.outlet or "") if w[0].isalnum())
        self.reasons: list[tuple[str, str] | None] = [None] * len(all_lines)
        self.cuts: list[_Cut] = []
        self.credits: list[Credit] = []
        paragraphs = [i for i, line in enumerate(all_lines) if line.is_paragraph and not glued(line)]
        self.first_paragraph = paragraphs[0] if paragraphs else len(all_lines)
        self.comments_from = -1
        self.last_paragraph = self._last_of_story(paragraphs)

    def _last_of_story(self, paragraphs: list[int]) -> int:
        """Last paragraph before the first line that ends the story (a comment form), or the last of all."""
        tried = 0
        for i, line in enumerate(self.lines):
            if i > self.first_paragraph and len(line.words) <= 24 and tried < 20:
                rule = match(line, _TAIL)
                if rule and rule.then == "end" and rule.at == "tail":
                    tried += 1
                    i = self._comments_before(i)
                    before = [p for p in paragraphs if p < i]
                    after = sum(len(self.lines[p].words) for p in paragraphs if p > i)
                    if before and after <= sum(len(self.lines[p].words) for p in before):
                        self.comments_from = i
                        return before[-1]
        while paragraphs and len(paragraphs) > 1:  # rules of comments and rights may read like a paragraph
            rule = match(self.lines[paragraphs[-1]], _TAIL)
            if rule is None or not rule.stop:
                break
            paragraphs = paragraphs[:-1]
        return paragraphs[-1] if paragraphs else -1

    def _comments_before(self, form: int) -> int:
        """The heading of the readers' comments before a comment form, where there is one, else the form."""
        for i in range(form - 1, max(self.first_paragraph, form - 60), -1):
            line = self.lines[i]
            if 0 < len(line.words) <= 4:
                rule = match(line, _TAIL)
                if rule and rule.name == "comment-count":
                    return i
        return form

    def places(self, i: int) -> frozenset[str]:
        """Where line `i` stands among the paragraphs."""
        if self.last_paragraph < 0:
            return frozenset(("any",))
        if i < self.first_paragraph:
            return frozenset(("any", "head", "edge"))
        if i > self.last_paragraph:
            return frozenset(("any", "tail", "edge"))
        return frozenset(("any",))

    def by_rules(self) -> None:
        """Mark the lines that the card or the look of a line gives away."""
        i = 0
        n = len(self.lines)
        while i < n:
            line = self.lines[i]
            if self.reasons[i] is not None or not line.words:
                i += 1
                continue
            found = self._one(i, line)
            if found is None:
                i += 1
                continue
            reason, name, then = found
            self.reasons[i] = (reason, name)
            i += 1
            if i - 1 > self.last_paragraph and (then == "end" or i - 1 == self.comments_from):
                i = self._to_end(i, reason, name)
            elif then == "short" and len(line.words) <= 6:
                i = self._teasers(i, reason, name) or self._headlines(i, reason, name)

    def _one(self, i: int, line: Line) -> tuple[str, str, str] | None:
        """Reason, rule and reach of one line that is furniture."""
        rule: Rule | None = match(line, self.places(i))
        if rule:
            return rule.reason, rule.name, rule.then
        if line.keys == ("0", ":", "0"):
            return "age", "clock", ""
        edge = "edge" in self.places(i)
        reason = glued(line)
        if reason and (edge or reason == "ad" or (len(line.words) > 1 and not is_date(line))):
            return reason, "glued", ""
        if name := self._caption(i, line):
            return "caption", name, ""
        if 0 < len(line.words) <= 30 and all(
            self.t.forms[k] == "#" or (k and self.t.forms[k - 1] in "#_") or self.t.forms[k] == "_"
            for k in range(line.first, line.last)
        ):
            return "tags", "hashtags", ""
        return None

    def _caption(self, i: int, line: Line) -> str | None:
        """Rule by which a line is a picture's caption or credit: a copyright sign, or words of another script alone."""
        t = self.t
        words = len(line.words)
        if words <= 45 and not line.stopped and any(t.forms[k] == "©" for k in range(line.first, line.last)):
            return "copyright-sign"
        latin = t.kinds[line.first : line.last].count(Kind.LATIN)
        arabic = t.kinds[line.first : line.last].count(Kind.WORD)
        if latin >= 4 and not arabic and words <= 60 and t.kinds.count(Kind.LATIN) < t.kinds.count(Kind.WORD):
            return "foreign-caption"
        if 4 <= words <= 22 and not line.stopped and i < len(self.lines) - 1 and line.keys[-1] == ")":
            found = datelines.tail(t, line, outlets=True)
            if found and not found[3] and self.places(i) != {"any", "tail", "edge"}:
                self.credits.append(found[2])
                return "credited-caption"
        return None

    def _to_end(self, i: int, reason: str, name: str) -> int:
        """Mark everything from line `i` to the end; lines with a reason of their own keep it."""
        for k in range(i, len(self.lines)):
            own = match(self.lines[k], _TAIL) if self.lines[k].words else None
            other = glued(self.lines[k])
            self.reasons[k] = (own.reason, own.name) if own else (other, "glued") if other else (reason, name)
        return len(self.lines)

    def _teasers(self, i: int, reason: str, name: str) -> int:
        """Mark headlines that each stand before the first words of their article; 0 where it is not that, at least twice,
        up to the end or to other furniture.
        """
        end = i
        while end + 1 < len(self.lines):
            head, text = self.lines[end], self.lines[end + 1]
            if not is_headline(head, most=16) or not text.is_paragraph or len(text.words) > EXCERPT:
                break
            end += 2
        rest = self.lines[end] if end < len(self.lines) else None
        if end - i < 4 or (rest and rest.words and not match(rest, _TAIL) and not glued(rest)):
            return 0
        for k in range(i, end):
            self.reasons[k] = (reason, name)
        return end

    def _headlines(self, i: int, reason: str, name: str) -> int:
        """Mark the headlines that follow a heading such as «اقرأ أيضا»; stop at the first paragraph."""
        end = i
        while end < len(self.lines) and end < i + 12:
            line = self.lines[end]
            if line.is_paragraph or line.stopped or not line.words or len(line.words) < 3:
                break
            end += 1
        if end < len(self.lines) and end - i > 1 and end <= self.last_paragraph and len(self.lines[end - 1].words) <= 3:
            end -= 1  # a sub-heading before the story goes on
        for k in range(i, end):
            self.reasons[k] = (reason, name)
        return end

    def title(self) -> int | None:
        """Find the title and mark what is printed twice."""
        free = [r is None for r in self.reasons]
        for i, line in enumerate(self.lines[:6]):  # a dateline on its own is no title
            if free[i] and line.words and datelines.whole_line(self.t, *self._headless(line), self.outlet):
                free[i] = False
        t = self.t
        rows = [
            (t.ends[line.last - 1] - t.starts[line.first], line.stopped)
            for line in self.lines
            if line.last < len(t) and t.gaps[line.last] == Gap.LINE
        ]
        if is_wrapped(rows) and len(self.lines) > 1 and t.gaps[self.lines[1].first] == Gap.LINE:
            return None  # the first line runs on into the second, and no line is a unit that could stand twice
        found = find_title(self.lines, free, self.article.title)
        for i, name in repeats(self.lines, free, found).items():
            self.reasons[i] = ("repeat", name)
        return found

    def _headless(self, line: Line) -> tuple[int, int]:
        """The line's tokens without the furniture that some pages print before its first word."""
        for header in HEADERS:
            if line.words[: len(header)] == header:
                return line.first + len(header), line.last
        return line.first, line.last

    def makers(self, title: int | None) -> None:
        """Find datelines and credits, whole lines and at the edges of running text."""
        t = self.t
        story = [i for i, r in enumerate(self.reasons) if r is None and self.lines[i].words and i != title]
        begun = 0
        for i in story:
            line = self.lines[i]
            near = begun < 2 and i <= self.first_paragraph
            last = i > self.last_paragraph or i == story[-1]
            first = self._headless(line)[0]
            if first > line.first:
                self.cuts.append(_Cut(line.first, first, "shell", "header"))
            if (near or last) and first < line.last:
                found = datelines.whole_line(t, first, line.last, self.outlet)
                if found:
                    sorts = {p.sort for p in found}
                    reason = "credit" if sorts <= {"agency", "agencies"} else "dateline"
                    self.cuts.append(_Cut(first, line.last, reason, "maker-line"))
                    self.credits += datelines.credits_of(t, found, self.outlet)
                    continue
            if begun < 2:
                opening = datelines.head(t, first, line.last, self.outlet)
                if opening:
                    self.cuts.append(_Cut(first, opening[0], "dateline", "dateline"))
                    self.credits += datelines.credits_of(t, opening[1], self.outlet)
            if line.is_paragraph:
                begun += 1
            self._line_end(line, last=last)

    def _line_end(self, line: Line, *, last: bool) -> None:
        """Cut off what stands at a line's end: a link back, tags, an agency's credit."""
        t = self.t
        inline = book().inline
        first = max(line.first + 8, line.last - 60)
        for i in range(first, line.last) if not inline.keys().isdisjoint(t.keys[first : line.last]) else ():
            for p, rule in inline.get(t.keys[i], ()):
                words = tuple(k for k in line.keys[i - line.first :] if k[0].isalnum())
                marked = line.keys[i - line.first : i - line.first + len(p)] == p
                stopped = any(t.forms[k] in ".؟!…" for k in (i - 1, i - 2))
                clean_rest = not any(k in {".", "؟"} for k in line.keys[i - line.first : -1])
                if (marked or words[: len(p)] == p) and stopped and len(words) <= rule.most and clean_rest:
                    self.cuts.append(_Cut(i, line.last, rule.reason, rule.name))
                    return
        found = datelines.tail(t, line)
        if found and (last or found[3]):
            self.credits.append(found[2])
            if found[3]:
                self.cuts.append(_Cut(found[0], found[1], "credit", "credit-at-end"))

    def marks(self, title: int | None) -> Marks:
        """Everything found, in the order of the text."""
        t = self.t
        cuts = [
            _Cut(line.first, line.last, *reason)
            for line, reason in zip(self.lines, self.reasons, strict=True)
            if reason is not None
        ]
        cuts = sorted(cuts + self.cuts, key=lambda c: c.first)
        story = [True] * len(t)
        merged: list[_Cut] = []
        for cut in cuts:
            story[cut.first : cut.last] = [False] * (cut.last - cut.first)
            before = merged[-1] if merged else None
            if before and before.last == cut.first and (before.reason, before.rule) == (cut.reason, cut.rule):
                before.last = cut.last
            else:
                merged.append(cut)
        noise = tuple(Noise(span=t.span(c.first, c.last), reason=c.reason, rule=c.rule) for c in merged)
        head = None
        if title is not None:
            line = self.lines[title]
            head = t.span(line.first, line.last)
        credits_ = tuple(sorted(set(self.credits), key=lambda c: c.span.start))
        return Marks(story=tuple(story), noise=noise, credits=credits_, title=head)


def mark(t: Tokens, all_lines: Sequence[Line], article: RawArticle) -> Marks:
    """Mark what of the lines is not the story."""
    marker = _Marker(t, all_lines, article)
    marker.by_rules()
    title = marker.title()
    others_headlines(all_lines, marker.reasons, title)
    marker.makers(title)
    return marker.marks(title)
