"""How a finding is put together: its claims, articles and backing, and its sentence in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.model.claim import Claim
from tawatur.model.event import Estimate
from tawatur.model.ids import content_id
from tawatur.model.ledger import Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.origins import backing

LANGUAGES = ("ar", "en")
KINDS = {"differs": "differs_in_scope"}
"""A rule is named after its kind of finding ("contradicts.date"), but for these."""


def kind_of(rule: str) -> str:
    """Kind of finding that a rule asserts.

    >>> kind_of("contradicts.date"), kind_of("differs.over")
    ('contradicts', 'differs_in_scope')
    """
    first = rule.split(".", maxsplit=1)[0]
    return KINDS.get(first, first)


def finding(
    book: Book,
    rule: str,
    claims: Sequence[Claim],
    *,
    about: Mapping[str, str],
    parts: Mapping[str, Mapping[str, object]],
    key: Iterable[str],
    speakers: Sequence[Claim] | None = None,
    estimates: Sequence[Estimate] = (),
    articles: Iterable[str] = (),
) -> Finding:
    """A finding of `rule` over `claims`.

    `about` and `parts` by language; `parts` fills the rule's sentence, beside the number of articles, the number of
    independent origins and their names. `key`: what its id is made of. `speakers`: the claims whose origins are
    counted, all of them unless said otherwise. `articles`: those that it rests on, those of its claims unless given.
    """
    held = backing(speakers if speakers is not None else claims, book.entity)
    where = sorted(set(articles) or {c.article for c in claims})
    why = {
        lang: words.why(
            rule,
            lang,
            **{
                "articles": words.counted("articles", len(where), lang),
                "count": words.counted("origins", held.count, lang),
                "origins": words.listed([book.label(o, lang) for o in held.origins], lang),
                **parts.get(lang, {}),
            },
        )
        for lang in LANGUAGES
    }
    return Finding(
        id=content_id("f", rule, *sorted(key)),
        kind=kind_of(rule),
        about_ar=about["ar"],
        about_en=about["en"],
        why_ar=why["ar"],
        why_en=why["en"],
        claims=tuple(dict.fromkeys(c.id for c in claims)),
        estimates=tuple(e.id for e in estimates),
        articles=tuple(where),
        independent_origins=held.count,
        origins=held.origins,
        parties=held.parties,
        rule=rule,
    )


def snippet(text: str, most: int = 90) -> str:
    """A stretch of text on one line, cut at a word.

    >>> snippet("a b  c", 4)
    'a…'
    """
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0] + "…"
