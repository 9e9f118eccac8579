"""An article as it came, and the same article with its words, its noise and its sentences marked."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.problem import Problem
from tawatur.model.span import Span
from tawatur.model.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as it was given; `text` is never changed and every offset counts in it.

    `date`: ISO day or time of publication; `date_is`: "given", "inferred: <how>" or "from page".
    `captured`: when this copy was taken; a later capture of one `url` is a new version of the same article.
    """

    id: str
    text: str
    date: str | None = None
    date_is: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    captured: str | None = None
    lang: str | None = None
    agency: str | None = None  # a credit that the page's metadata or the file's column gives
    version_of: str | None = None  # id of the first capture of the same url, of which this is a later version


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A whole stretch that is not the story, with the reason in one word.

    Reasons: repeat (second printing of a title or paragraph), caption, credit, dateline, byline, age ("منذ 4 ساعات"),
    ad, subscribe, app, comments, rules, related, tags, share, source-line, shell (menus and other page furniture).
    A caption, credit or dateline may still give a time, a name or a link of the chain.
    """

    span: Span
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the story: tokens `first` up to, not including, `last`; its number and its paragraph's.

    `role`: "title", "subhead" or "body"; noise has no sentences, except captions, whose role is "caption".
    """

    span: Span
    first: int
    last: int
    index: int
    paragraph: int
    role: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or outlet that the text itself names as its maker: «(رويترز)», «- أ ف ب», «صراحة نيوز-», «وكالات».

    `role`: "agency", "agencies" (not said which), "outlet" (a dateline or signature of the outlet itself).
    `entity`: the entity id where the name is known ("org:afp"), else None.
    """

    span: Span
    role: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How the text was made, where it shows: `how` is "translation", "agency", "promoted" or "rewrite".

    `evidence`: the stretches that show it, each with one reason in words (English, stable codes).
    """

    how: str
    evidence: tuple[tuple[Span, str], ...]
    confident: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with its tokens, noise and sentences; what finders read.

    `story`: one flag per token, True where the token belongs to the story (not to noise).
    """

    article: RawArticle
    lang: str
    tokens: Tokens
    story: tuple[bool, ...]
    noise: tuple[Noise, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    title: Span | None = None
    credits: tuple[Credit, ...] = ()
    making: tuple[Making, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The raw text, in which every offset counts."""
        return self.article.text
