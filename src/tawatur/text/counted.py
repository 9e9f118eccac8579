"""What a figure counts, as a heading says it: «جنود كوريون شماليون», whatever case and number the text had it in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tawatur.text.arabic import form, key
from tawatur.text.inflect import duals, is_adjective
from tawatur.text.lexicon import card, table
from tawatur.text.noun_forms import OF, TANWIN, forms, owned
from tawatur.text.numerals import starts_number
from tawatur.text.tokenize import tokenize
from tawatur.text.words import ARTICLE

_UN, _IN, _AT = "ون", "ين", "ات"


@cache
def _nouns() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Key of any form of a listed noun → its singular's key; that → its plural in the nominative, as written."""
    singulars: dict[str, str] = {}
    plurals: dict[str, str] = {}
    for singular, many in table("tawatur.text", "ar.counted.tsv", 2):
        first = many.split("/")[0]
        sound = {
            "+" + _UN: singular.removesuffix("ى") + _UN,
            "+" + _AT: singular.removesuffix("ة") + _AT,
            "-": singular,
        }
        plurals[key(singular)] = sound.get(first, first)
        for written in (*forms(key(singular), key(many)), *map(key, duals(singular))):
            singulars.setdefault(written, key(singular))
    singulars |= {singular: singular for singular in plurals}
    return singulars, plurals


def lemma(word: str) -> str | None:
    """Key of the singular of a listed noun in any form, with or without the article; None for other words.

    >>> lemma("الضابطين"), lemma("شخصا"), lemma("كذلك")
    ('ضابط', 'شخص', None)
    """
    bare = key(word).removeprefix(ARTICLE)
    singulars = _nouns()[0]
    forms_of = (key(word), bare, bare.removesuffix(TANWIN), *owned(bare))
    return next((singulars[f] for f in forms_of if f in singulars), None)


def noun(phrase: str) -> str:
    """A counted noun with what belongs to it, in the plural of the nominative and without article; "" for bare numbers.

    >>> noun("جندي كوري شمالي"), noun("خيمة إضافية"), noun("العسكريين الكازاخ"), noun("رجال الإنقاذ المدربين")
    ('جنود كوريون شماليون', 'خيام إضافية', 'عسكريون', 'رجال الإنقاذ')
    >>> noun("81"), noun("مدنيا")
    ('', 'مدنيون')
    """
    words = [
        w for w in phrase.split() if not w[0].isdigit() and not starts_number(tokenize(w.removeprefix(ARTICLE)), 0)
    ]
    if not words:
        return ""
    known = lemma(words[0])
    if known is None:
        return _uninflected(words)
    head = _nouns()[1][known]
    rest = words[1:]
    if not rest:
        return head
    if key(rest[0]) == OF or (
        rest[0].startswith(ARTICLE) and not words[0].startswith(ARTICLE) and _construct(words[0])
    ):
        return " ".join([head, *_complement(rest)])
    return " ".join(
        [
            head,
            *(
                _agreeing(w, human=people(words[0]))
                for w in _adjectives(rest, accusative=key(words[0]).endswith(TANWIN))
            ),
        ]
    )


def one(phrase: str) -> str:
    """A counted noun in the singular as the text has it, out of the accusative.

    >>> one("شرطيا"), one("جندي كوري")
    ('شرطي', 'جندي كوري')
    """
    return _uninflected(phrase.split()) if phrase.strip() else ""


def _construct(word: str) -> bool:
    """Whether a word can stand before its complement: no accusative of number, no dual or plural with its noon."""
    return not key(word).endswith((_UN, _IN)) and not word.endswith(("ا", "اً", "ًا"))


def _complement(rest: list[str]) -> list[str]:
    """The complement without adjectives after it, which would agree with the head in a case that is not this one's."""
    last = next((i for i, w in enumerate(rest) if i and w.endswith(_IN) and key(rest[0]) != OF), len(rest))
    return rest[:last]


def _adjectives(rest: list[str], *, accusative: bool) -> list[str]:
    """The adjectives of origin and sort right after an indefinite noun; one in the accusative after another is an adverb."""
    out: list[str] = []
    for w in rest:
        if w.startswith(ARTICLE) or not is_adjective(key(w)) or (key(w).endswith(TANWIN) and not accusative):
            break
        out.append(w)
    return out


def _agreeing(word: str, *, human: bool) -> str:
    """An adjective in ي after the plural of people (sound plural) or of things (feminine singular)."""
    stem = form(word)
    for ending in ("يين", "يون", "يات", "ية", "يا", "ي"):
        if stem.endswith(ending):
            stem = stem.removesuffix(ending) + "ي"
            break
    return stem + (_UN if human and not word.endswith(("ة", _AT)) else "ة")


def people(word: str) -> bool:
    """Whether a noun in any form means people: by the list of those who are sent, else by its sound plural.

    >>> people("جندي"), people("خبيرا"), people("خيمة")
    (True, True, False)
    """
    known = lemma(word)
    if known is None:
        return key(word).endswith((_UN, _IN))
    return known in _persons() or _nouns()[1][known].endswith(_UN)


@cache
def _persons() -> frozenset[str]:
    listed: dict[str, list[str]] = card("tawatur.text", "tell.toml")["persons"]
    return frozenset(map(key, (*listed["ar"], *listed["more"])))


def _uninflected(words: list[str]) -> str:
    """An unlisted noun, out of the accusative and the oblique plural where the ending shows them."""
    head = form(words[0])
    if head.endswith(_IN) and len(head) > 5:
        head = head.removesuffix(_IN) + _UN
    elif head.endswith("ا") and len(head) > 4 and not head.startswith(ARTICLE):
        head = head.removesuffix("ا")
    return " ".join([head, *words[1:]])
