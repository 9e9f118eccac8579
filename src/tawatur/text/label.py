"""What the dossier calls voices, measures, modes and kinds, in either language; words are data (`label.toml`).

The page and the exports are siblings that may not import each other; what both call a thing stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tawatur.model.claim import OUTLET, Claim, Link
from tawatur.model.document import Document
from tawatur.model.event import Estimate
from tawatur.model.ledger import Dossier, Entity
from tawatur.text.known.lists import states
from tawatur.text.lexicon import card

LANGS = ("ar", "en")


def term(table: str, name: str, lang: str) -> str:
    """The word for `name` in one of the card's tables; the name itself where the card has none.

    >>> term("modes", "pledges", "en"), term("problems", "never-heard", "en")
    ('pledges', 'never-heard')
    """
    words: dict[str, dict[str, str]] = card("tawatur.text", "label.toml")[table]
    return words[name][lang] if name in words else name


def names(table: str) -> list[str]:
    """Everything that a table has a word for, in the table's order.

    >>> names("measures")[:2]
    ['killed', 'wounded']
    """
    return list(card("tawatur.text", "label.toml")[table])


def count(n: int, what: str, lang: str) -> str:
    """So many of `what`, in the form that the number asks for (Arabic: one, two, 3-10, 11-99, round hundreds).

    >>> count(1, "articles", "en"), count(5, "articles", "en")
    ('1 article', '5 articles')
    """
    forms: list[str] = card("tawatur.text", "label.toml")["counts"][what][lang]
    if lang != "ar":
        return f"{n:,} {forms[0] if n == 1 else forms[1]}"
    if n in (1, 2):
        return forms[n - 1]
    rest = n % 100
    form = forms[2] if 3 <= rest <= 10 or n == 0 else forms[3] if rest > 10 else forms[4]
    return f"{n:,} {form}"


@cache
def _reasons() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each reason's pattern with its Arabic, those with most fixed letters first."""
    table: dict[str, str] = card("tawatur.text", "label.toml")["reasons"]
    ordered = sorted(table, key=lambda said: -len(said.replace("{}", "")))
    return tuple(
        (re.compile("(.+?)".join(map(re.escape, said.split("{}"))), re.DOTALL), table[said]) for said in ordered
    )


def reason(text: str, lang: str) -> str:
    """A stage's reason in `lang`; the English as it stands where nobody has said it in Arabic yet.

    >>> reason("published on one day", "en"), reason("never heard of", "ar")
    ('published on one day', 'never heard of')
    >>> reason("credits org:afp", "ar") != "credits org:afp"
    True
    """
    if lang == "ar":
        for pattern, said in _reasons():
            if m := pattern.fullmatch(text):
                return said.format(*m.groups())
    return text


def clean(text: str) -> str:
    """The same text with lone surrogates, which no file can hold, replaced one for one.

    >>> clean("a" + chr(0xD800)) == "a" + chr(0xFFFD)
    True
    """
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text


def title(doc: Document, most: int = 110) -> str:
    """The article's title: given, found in the text, or the beginning of its first sentence; its id if it has none."""
    raw = doc.article
    said = raw.title or (doc.title.text if doc.title else "")
    if not said.strip():
        said = doc.sentences[0].span.text if doc.sentences else ""
    said = " ".join(said.split())
    return (said if len(said) <= most else said[:most].rsplit(" ", 1)[0] + "…") or raw.id


class Labels:
    """How one dossier's entities, outlets and origins are called."""

    def __init__(self, dossier: Dossier) -> None:
        self.entities: dict[str, Entity] = {e.id: e for e in dossier.entities}
        self._outlets = {a.id: a.document.article.outlet or _signed(a.document) for a in dossier.analyses}

    def entity(self, ident: str | None, lang: str) -> str:
        """An entity's label; its id where it is not in the dossier."""
        if not ident:
            return ""
        e = self.entities.get(ident)
        if e is None:
            state = states().get(ident)
            return (state.names[0] if lang == "ar" else state.en) if state else ident
        return (e.label_ar or e.label_en or ident) if lang == "ar" else (e.label_en or e.label_ar or ident)

    def outlet(self, article: str, lang: str) -> str:
        """The outlet of an article; where nobody names it, the article's id."""
        return self._outlets.get(article) or term("voices", "article", lang).format(article)

    def origin(self, origin: str, lang: str, article: str | None = None) -> str:
        """A first speaker. `article`: whose outlet is meant where the outlet itself speaks."""
        if origin == OUTLET:
            return self.outlet(article, lang) if article is not None else term("voices", OUTLET, lang)
        if origin.startswith("unnamed:"):
            return term("voices", origin.partition(":")[2], lang)
        return self.entity(origin, lang)

    def speakers(self, said: Claim | Estimate, lang: str) -> str:
        """The first speaker of a claim or figure, with those who say it together with him."""
        both = [self.origin(said.origin, lang, said.article), *(self.origin(o, lang) for o in said.also)]
        return f" {term('joined', 'and', lang)}{' ' if lang == 'en' else ''}".join(dict.fromkeys(both))

    def link(self, link: Link, article: str, lang: str) -> str:
        """One link of a chain: who it is, else how the text calls it, else what kind of voice it is."""
        if link.role == "outlet":
            return self.outlet(article, lang)
        if link.entity and link.entity in self.entities:
            return self.entity(link.entity, lang)
        if link.name is not None and link.name.text.strip():
            return " ".join(link.name.text.split())
        return term("roles", link.role, lang)

    def chain(self, claim: Claim, lang: str) -> list[str]:
        """The links' names from the outlet to the first speaker; one name never twice in a row."""
        out: list[str] = []
        for said in (self.link(k, claim.article, lang) for k in claim.chain):
            if not out or out[-1] != said:
                out.append(said)
        return out

    def counted(self, e: Estimate, lang: str) -> str:
        """What a figure counts: its measure and the thing."""
        thing = (e.of_ar if lang == "ar" else e.of_en or e.of_ar).strip()
        measure = term("measures", e.measure, lang)
        if e.measure == "other" and thing:
            return thing
        return f"{measure}: {thing}" if thing and thing != measure else measure


def series_order(estimates: Iterable[Estimate]) -> list[list[Estimate]]:
    """Estimates grouped by series: what happened before what is planned or rumoured, larger groups and figures first.

    Inside a group by the time for which the figure held, undated last.
    """
    groups: dict[str, list[Estimate]] = {}
    for e in estimates:
        groups.setdefault(e.series or e.id, []).append(e)
    for g in groups.values():
        g.sort(key=lambda e: (e.as_of or e.said or "9999", e.article, e.span.start))
    return sorted(groups.values(), key=_weight)


def _weight(group: list[Estimate]) -> tuple[int, int, int, float, str]:
    first = group[0]
    measures = names("measures")
    size = max(e.best or e.high or e.low or 0.0 for e in group)
    standing = 0 if first.standing == "happened" else 1
    return standing, measures.index(first.measure), -len(group), -size, first.id


def _signed(doc: Document) -> str | None:
    """An outlet that only the text's own dateline or signature names."""
    return next((" ".join(c.span.text.split()) for c in doc.credits if c.role == "outlet"), None)
