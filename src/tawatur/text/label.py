"""What the dossier calls voices, measures, modes and kinds, in either language; words are data (`label.toml`).

The page and the exports are siblings that may not import each other; what both call a thing stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from tawatur.model.claim import OUTLET, Claim, Link
from tawatur.model.document import Document
from tawatur.model.event import Estimate
from tawatur.model.ledger import Dossier, Entity
from tawatur.model.mention import Reference
from tawatur.model.problem import Problem
from tawatur.text.arabic import is_arabic
from tawatur.text.known import english
from tawatur.text.known.lists import states
from tawatur.text.lexicon import card

LANGS = ("ar", "en")


def term(table: str, name: str, lang: str) -> str:
    """The word for `name` in one of the card's tables; the name itself where the card has none.

    >>> term("modes", "pledges", "en"), term("problems", "never-heard", "en")
    ('pledge', 'never-heard')
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


REPEATED = 3
"""From so many problems of one kind in one file on, the file is named once."""

_LINE = re.compile(r"(?P<file>.+):(?P<line>\d+)", re.DOTALL)
_MANY = "In {} lines of this file (leave it out if it holds no articles): {}"


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as a reader wants them: one that many lines of a file share is told once, with the lines.

    >>> found = [Problem("no-text", f"gold.jsonl:{n}", "No text.") for n in (1, 2, 3, 5)]
    >>> [(p.where, p.why) for p in gathered(found)]
    [('gold.jsonl:1-3,5', 'In 4 lines of this file (leave it out if it holds no articles): No text.')]
    """
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for p in problems:
        m = _LINE.fullmatch(p.where)
        groups.setdefault((p.what, m["file"] if m else p.where, p.why), []).append(p)
    out = []
    for (what, file, why), found in groups.items():
        numbers = sorted({int(m["line"]) for p in found if (m := _LINE.fullmatch(p.where))})
        if len(numbers) < REPEATED:
            out.extend(found)
        else:
            out.append(Problem(what, f"{file}:{_ranges(numbers)}", _MANY.format(len(numbers), why)))
    return out


def _ranges(numbers: list[int]) -> str:
    """Line numbers, runs of them by their ends; of many runs the first ones."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    said = [str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs]
    return ",".join(said[:8]) + ("\u2026" if len(said) > 8 else "")


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
                return said.format(*(reason(part, lang) for part in m.groups()))
    return text


def clean(text: str) -> str:
    """The same text with lone surrogates, which no file can hold, replaced one for one.

    >>> clean("a" + chr(0xD800)) == "a" + chr(0xFFFD)
    True
    """
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if not text.isascii() else text


def quotation(text: str) -> str:
    """Words of an article as a quotation inside a sentence of ours: one pair of guillemets around all of it.

    >>> quotation("\u00ab a \u00bb") == "\u00ab\u201c a \u201d\u00bb"
    True
    """
    return "\u00ab" + text.replace("\u00ab", "\u201c").replace("\u00bb", "\u201d") + "\u00bb"


def title(doc: Document, most: int = 110) -> str:
    """The article's title: given, found in the text, or the beginning of its first sentence; its id if it has none."""
    raw = doc.article
    said = raw.title or (doc.title.text if doc.title else "")
    if not said.strip():
        said = doc.sentences[0].span.text if doc.sentences else ""
    said = " ".join(said.split())
    return (said if len(said) <= most else said[:most].rsplit(" ", 1)[0] + "…") or raw.id


def outlet_of(doc: Document) -> str:
    """The outlet's name as the article or its dateline has it; "" where nobody names it."""
    return " ".join((doc.article.outlet or _signed(doc) or "").split())


def outlet(doc: Document, lang: str) -> str:
    """The outlet of an article, in English in Latin letters; where nobody names it, the article by its id."""
    name = outlet_of(doc)
    if not name:
        return term("voices", "article", lang).format(doc.article.id)
    return name if lang == "ar" else english.outlet(name)


def spoken_of(claim: Claim, references: Iterable[Reference], entities: Mapping[str, Entity]) -> list[str]:
    """Ids of those whom a claim's content names, in its order; not the speaker and not whom the speaker belongs to."""
    speaker = entities.get(claim.origin)
    own = {claim.origin, speaker.party if speaker is not None else None}
    named = sorted(
        (r for r in references if claim.content.covers(r.span) and not r.in_noise), key=lambda r: r.span.start
    )
    return list(dict.fromkeys(r.entity for r in named if r.entity not in own and r.entity in entities))


class Labels:
    """How one dossier's entities, outlets and origins are called."""

    def __init__(self, dossier: Dossier) -> None:
        self.entities: dict[str, Entity] = {e.id: e for e in dossier.entities}
        self._documents = {a.id: a.document for a in dossier.analyses}

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
        document = self._documents.get(article)
        return outlet(document, lang) if document is not None else term("voices", "article", lang).format(article)

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

    def link(self, link: Link, claim: Claim, lang: str) -> str:
        """One link of a claim's chain: who it is, else how the text calls it, else what kind of voice it is.

        In English the kind of voice stands before words of the text that no list has in Latin letters.
        """
        if link.role == "outlet":
            return self.outlet(claim.article, lang)
        if link.entity and link.entity in self.entities:
            return self.entity(link.entity, lang)
        said = " ".join(link.name.text.split()) if link.name is not None else ""
        kind = term("roles", link.role, lang)
        if link == claim.chain[-1] and claim.origin.startswith("unnamed:"):
            known = claim.origin != "unnamed:source" or link.role == "unnamed"
            kind = self.origin(claim.origin, lang) if known else kind
        if not said or (lang == "ar" and said):
            return said or kind
        return f"{kind} {quotation(said)}" if is_arabic(said) else said

    def chain(self, claim: Claim, lang: str) -> list[str]:
        """The links' names from the outlet to the first speaker; one name never twice in a row."""
        out: list[str] = []
        for said in (self.link(k, claim, lang) for k in claim.chain):
            if not out or out[-1] != said:
                out.append(said)
        return out


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
