"""What each side calls it: one thing named with a loaded and another word, by whom, in whose voice, in quotation marks.

The sets of names are data (`ar.wording.toml`). A name counts where it is bound to the affair: an entity that several
articles share stands close to it. An outlet's own voice, a speaker's words and words in quotation marks are told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.ledger import Analysis, Finding
from tawatur.model.span import Span
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding
from tawatur.reconcile.narration import claim_at
from tawatur.reconcile.topic import LEAD
from tawatur.text.known.nations import nation
from tawatur.text.lexicon import Phrases, card
from tawatur.text.words import peel

REACH = 6
"""How many words a name may stand from the entity that binds it to the affair; a thing of the table may say less."""


MOST = 3
"""How many speakers, and how many outlets, are shown for one name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One name given to one thing in one place of one article."""

    thing: str
    name: str
    loaded: bool
    span: Span
    claim: Claim
    quoted: bool
    bound: frozenset[str]
    given: bool
    """A verb of naming says that the speaker calls it so."""

    @property
    def voice(self) -> str:
        """Who calls it so: the origin of the claim."""
        return self.claim.origin


@cache
def _things() -> tuple[Phrases[tuple[str, str, bool]], dict[str, dict[str, Any]]]:
    entries = []
    labels = {}
    for thing in card("tawatur.reconcile", "ar.wording.toml")["thing"]:
        labels[thing["name"]] = {k: thing.get(k) for k in ("ar", "en", "reach", "joined", "bind")}
        for field, loaded in (("plain", False), ("loaded", True)):
            for names in thing[field]:
                head, *forms = names.split("|")
                entries += [(form, (thing["name"], head, loaded)) for form in (head, *forms)]
    return Phrases(entries), labels


def namings(a: Analysis, anchors: frozenset[str], topic_words: frozenset[str] = frozenset()) -> list[Naming]:
    """Every name of the table that stands close to one of the affair's own entities.

    What happened has no name of its own: its names count in an article's lead, and where a speaker gives it one in
    quotation marks; they are bound to what the article is about (`topic_words`).
    """
    t = a.document.tokens
    phrases, things = _things()
    bound = [r for r in a.references if r.entity in anchors]
    out = []
    for s in a.document.sentences:
        if s.role == "caption":
            continue
        i = s.first
        while i < s.last:
            hit = next(
                (
                    (found[0], found[1], prefix)
                    for prefix, rest in peel(t.keys[i])
                    if (found := phrases.longest(t.keys, i, first=rest)) and i + found[0] <= s.last
                ),
                None,
            )
            if hit is None:
                i += 1
                continue
            n, (thing, name, loaded), prefix = hit
            reach = s.last - s.first if _named_by(a, i) else things[thing]["reach"] or REACH
            near = frozenset(
                r.entity
                for r in bound
                if s.first <= r.first < s.last and i - reach <= r.last and r.first - i - n <= reach
            ) | (_adjective(t.keys, i + n) & anchors)
            if things[thing]["bind"] == "topic":
                near = topic_words if s.index < LEAD or _spoken_name(a, i, t.span(i, i + n), loaded=loaded) else near
            if near:
                cut = (
                    len(prefix) if len(prefix) < 3 and t.text[t.starts[i] : t.starts[i] + len(prefix)] == prefix else 0
                )
                span = Span.of(t.text, t.starts[i] + cut, t.ends[i + n - 1])
                quoted = any(
                    q.inner.start <= span.start and span.end <= q.inner.end and not q.is_name for q in a.quotes
                )
                quoted = quoted or any(q.inner.covers(span) for q in a.quotes)
                out.append(Naming(thing, name, loaded, span, claim_at(a, s, span), quoted, near, _named_by(a, i)))
            i += n
    return out


def _named_by(a: Analysis, first: int) -> bool:
    """Whether a verb of naming stands just before («ما سماه حربا مقدسة»): what it speaks of is anywhere in its sentence."""
    return any(c.frame in NAMING and 0 <= first - c.last <= 1 for c in a.cues)


def _adjective(keys: Sequence[str], at: int) -> frozenset[str]:
    """The state of an adjective that follows a name («الأزمة الأوكرانية», «الغزو الروسي»); none where it may be two."""
    found = nation(keys, at) if at < len(keys) else None
    return frozenset(found[1].of) if found and len(found[1].of) == 1 else frozenset()


def _spoken_name(a: Analysis, first: int, span: Span, *, loaded: bool) -> bool:
    """A loaded name that somebody gives: in quotation marks that hold little else, or after a verb of naming."""
    if not loaded:
        return False
    return _named_by(a, first) or any(q.inner.covers(span) and len(q.inner.text.split()) <= SHORT for q in a.quotes)


NAMING = frozenset({"name", "label"})
"""Frames of cues that give a thing its name («ما سماه», «ما وصفه»)."""

SHORT = 7
"""How many words quotation marks may hold where they give a thing its name."""


def _anchors(book: Book) -> frozenset[str]:
    """Entities that at least two articles name: what the affair is about."""
    counts = Counter(e for a in book.analyses for e in {r.entity for r in a.references})
    return frozenset(e for e, n in counts.items() if n >= 2)


def findings(book: Book) -> tuple[list[Finding], list[Claim]]:
    """One finding for each thing that is named in different ways; and the claims that carry the names."""
    anchors = _anchors(book)
    by_thing: dict[str, list[Naming]] = {}
    for a in book.analyses:
        for n in namings(a, anchors, book.topic[a.id].words):
            by_thing.setdefault(n.thing, []).append(n)
    out, claims = [], dict[str, Claim]()
    for thing in sorted(by_thing):
        for group in _groups(by_thing[thing], joined=bool(_things()[1][thing]["joined"])):
            found = _of_one_affair(group, book)
            if _differ(found):
                out.append(_finding(thing, found, book))
                claims |= {n.claim.id: n.claim for n in found}
    return out, list(claims.values())


def _groups(found: Sequence[Naming], *, joined: bool) -> list[list[Naming]]:
    """Names of one referent: those bound to one entity, or, for what spans several (a war), to entities that one name joins."""
    groups: list[tuple[set[str], list[Naming]]] = []
    for n in found:
        home = [g for g in groups if g[0] & n.bound]
        if joined and home:
            merged = (set(n.bound).union(*(g[0] for g in home)), [m for g in home for m in g[1]] + [n])
            groups = [g for g in groups if g not in home] + [merged]
        elif home:
            home[0][1].append(n)
        else:
            groups.append((set(n.bound) if joined else {min(n.bound)}, [n]))
    return [_distinct(g[1]) for g in groups]


def _of_one_affair(found: Sequence[Naming], book: Book) -> list[Naming]:
    """The names that stand in articles of one affair: most of those in the article that most others are related to."""
    articles = sorted({n.claim.article for n in found})
    if not articles:
        return []
    center = max(articles, key=lambda a: (sum(book.related(a, b) for b in articles), a))
    return [n for n in found if n.claim.article == center or book.related(center, n.claim.article)]


def _differ(found: Sequence[Naming]) -> bool:
    """Two names, at least one of them loaded, in two articles, by two voices."""
    return (
        len({n.name for n in found}) > 1
        and any(n.loaded for n in found)
        and len({n.claim.article for n in found}) > 1
        and len({(n.claim.article, n.voice) for n in found}) > 1
    )


def _distinct(found: Sequence[Naming]) -> list[Naming]:
    """One naming for each name, voice, article and standing in quotation marks; a few of each name are enough."""
    seen: dict[tuple[str, str, str, bool], Naming] = {}
    for n in found:
        seen.setdefault((n.name, n.voice, n.claim.article, n.quoted), n)
    used: Counter[tuple[str, bool]] = Counter()
    kept = []
    for n in sorted(seen.values(), key=lambda n: (n.claim.article, n.span.start)):
        used[n.name, n.voice == OUTLET] += 1
        if used[n.name, n.voice == OUTLET] <= MOST:
            kept.append(n)
    return kept


def _finding(thing: str, found: Sequence[Naming], book: Book) -> Finding:
    label = _things()[1][thing]
    return finding(
        book,
        "wording",
        list({n.claim.id: n.claim for n in found}.values()),
        about={lang: label[lang] for lang in LANGUAGES},
        parts={lang: {"of": label[lang], "sides": _sides(found, book, lang)} for lang in LANGUAGES},
        key=[thing, *(f"{n.claim.article}:{n.span.start}" for n in found)],
    )


def _sides(found: Sequence[Naming], book: Book, lang: str) -> str:
    """Each name with those who use it, the loaded names first."""
    sides = []
    for name in dict.fromkeys(n.name for n in sorted(found, key=lambda n: (not n.loaded, n.name))):
        users = [_user(n, book, lang) for n in found if n.name == name]
        sides.append(f"«{name}»: " + words.listed(list(dict.fromkeys(users)), lang))
    return "; ".join(sides) if lang == "en" else words.semicolon(sides)


def _user(n: Naming, book: Book, lang: str) -> str:
    """Who chose the name: what stands in quotation marks is the speaker's own word, what is only told is the outlet's."""
    outlet = book.outlet(n.claim.article, lang)
    if n.voice == OUTLET:
        who = words.own_voice(outlet, lang)
    elif n.quoted or n.given:
        who = f"{book.label(n.voice, lang)} ({outlet})"
    else:
        who = words.reported(outlet, book.label(n.voice, lang), lang)
    return words.in_quotes(who, lang) if n.quoted else who
