"""Which letters before a name are not the name's: «وبوتين», «لإردوغان», «بالقاهرة». The tagger marks whole words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.listed import TANWEEN, classes, word_lists
from tawatur.model.tokens import Kind, Tokens
from tawatur.text.known.given import LINKS, given
from tawatur.text.known.index import index
from tawatur.text.known.naming import famous, parts
from tawatur.text.words import ARTICLE, peel, without_article


def _prefix(tokens: Tokens, at: int, seen: frozenset[str]) -> int:
    """Letters of proclitic at the front of token `at`: those without which the word is a known name or stands in the text."""
    word = tokens.keys[at]
    if word in given() or word in index() or word in LINKS:
        return 0
    for prefix, stem in peel(word)[1:]:
        if stem in given() or stem in LINKS or stem in index() or (stem in seen and word not in classes()):
            return len(prefix)
    for prefix, stem in peel(word)[1:]:
        article = without_article(stem) != stem
        if article or (len(prefix) == 1 and stem in classes() and word not in classes()):
            return len(prefix)
    return 0


def trimmed(tokens: Tokens, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates with the proclitics of their first words told apart from the name."""
    seen = frozenset(tokens.keys)
    for c in candidates:
        last = c.last
        if c.type == "LOC" and TANWEEN in tokens.text[tokens.starts[c.first] : tokens.ends[c.first]]:
            continue
        first = c.first
        if c.type == "PER":
            first, last = _person(tokens, first, last)
        while last - first > 1 and tokens.keys[last - 1] in word_lists("stop") and not _known(tokens, first, last):
            last -= 1
        while last - first > 1 and tokens.keys[first] in word_lists("stop"):
            first += 1
        if c.type == "PER" and last - first == 1 and _plain(tokens.keys[first]):
            continue
        if all(k in word_lists("never") for k in tokens.keys[first:last]):
            continue
        yield replace(c, first=first, last=last, prefix=_prefix(tokens, first, seen))


def _plain(word: str) -> bool:
    """Say whether a key is a common word that is hardly ever part of a name, or too short for one."""
    return len(word) < 3 or (word in classes() and classes()[word][3] == "000" and word not in given())


def _person(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Take in the word that «محمد بن» and «أبو» ask for; leave out plain words at the end."""
    while last - first > 1 and _plain(tokens.keys[last - 1]) and tokens.keys[last - 1] not in LINKS:
        if _known(tokens, first, last):
            break
        last -= 1
    while last < len(tokens) and tokens.keys[last - 1] in LINKS and tokens.kinds[last] is Kind.WORD:
        if tokens.keys[last] in word_lists("stop"):
            break
        last += 1
    return first, last


def _known(tokens: Tokens, first: int, last: int) -> bool:
    return famous(parts(" ".join(tokens.keys[first:last]))) is not None


def echoed(tokens: Tokens, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """A family name that stands alone elsewhere in the text, once its bearer is named in full; not a common word."""
    families = {tokens.keys[c.last - 1] for c in candidates if c.type == "PER" and c.strength and c.last - c.first > 1}
    families = {
        w for w in families if len(w) > 3 and w not in LINKS and (w not in classes() or classes()[w][3][0] >= "3")
    }
    if not families:
        return
    ends = tuple(w.removeprefix(ARTICLE) for w in families)
    said = {
        word: prefix
        for word in set(tokens.keys)
        if word.endswith(ends)
        and (prefix := next((len(p) for p, stem in peel(word) if stem in families), None)) is not None
    }
    for at, word in enumerate(tokens.keys):
        if word in said:
            yield Candidate(at, at + 1, said[word], "PER", "echo", 22)
