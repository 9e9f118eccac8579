"""Where a name that the tagger marked really begins and ends: proclitics, verbs and plain words are not the name's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tawatur.find.names.candidates import Candidate
from tawatur.find.names.grams import odds
from tawatur.find.names.listed import PACKAGE, TANWEEN, classes, word_lists
from tawatur.find.names.titled import name_like
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.known.endings import family_shape
from tawatur.text.known.given import LINKS, given
from tawatur.text.known.index import exactly, index
from tawatur.text.known.naming import famous, parts
from tawatur.text.known.nations import nation
from tawatur.text.known.offices import starts
from tawatur.text.lexicon import card
from tawatur.text.verb_shape import common_verb, inflected_verb
from tawatur.text.words import (
    ACCUSATIVE,
    ARTICLE,
    CONJUNCTIONS,
    OBJECTS,
    adjective_shape,
    is_nisba,
    peel,
    without_article,
)

_TYPES = ("PER", "LOC", "ORG")
_CLEARER = 1.5
_LONG = 4
"""Letters that must follow ب and the like before ا: «بافرج» and «باعشن» are families."""
_NAMED = "3"
"""How often (0 to 5) news has a word in names of a type, from which on it is a name where it stands alone."""


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
    if (
        word[0] == CONJUNCTIONS[0]
        and word not in classes()
        and len(word) > _LONG
        and odds(word[1:]) > odds(word) + _CLEARER
    ):
        return 1  # «ومانيسا»: without the conjunction the letters look more foreign
    return 0


def trimmed(tokens: Tokens, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates with the proclitics of their first words told apart from the name."""
    seen = frozenset(tokens.keys)
    for c in candidates:
        first, last = _bounds(tokens, c)
        if c.type == "PER":
            first, last = _person(tokens, first, last)
        if last - first > 1 and tokens.keys[first] == tokens.keys[first + 1] and len(tokens.keys[first]) > _LONG:
            first += 1  # a word of a title that the text repeats
        kind = c.type
        if kind == "PER" and last - first > 1 and tokens.keys[last - 1] in word_lists("media_ends"):
            kind = "ORG"
        elif kind != "PER" and last - first == 1 and _family(tokens.keys[first]):
            kind = "PER"
        if last > first and not false(tokens, kind, first, last):
            prefix = _prefix(tokens, first, seen)
            if (first, last, prefix, kind) == (c.first, c.last, c.prefix, c.type):
                yield c
            else:
                yield Candidate(first, last, prefix, kind, c.rule, c.strength, c.entity)


def _bounds(tokens: Tokens, c: Candidate) -> tuple[int, int]:
    """The candidate without stop words, verbs and indefinite accusatives at its ends."""
    first, last = c.first, c.last
    if _known(tokens, first, last):
        return first, last
    while last > first and _foreign_to(tokens, last - 1, c.type):
        last -= 1
    while c.type == "ORG" and last - first > 1 and tokens.keys[last - 1] in word_lists("epithets"):
        last -= 1
    while last - first > 1 and _foreign_to(tokens, first, c.type):
        first += 1
    return first, last


def _foreign_to(tokens: Tokens, at: int, kind: str) -> bool:
    """Say whether a word can stand at no end of a name of this type."""
    word = tokens.keys[at]
    if TANWEEN in tokens.text[tokens.starts[at] : tokens.ends[at]]:
        return word not in given()
    if _stops(word):
        return True
    return inflected_verb(word) and not named(word, kind)


def named(word: str, kind: str) -> bool:
    """Say whether a key is a name of this type by the lists, or by its use in news."""
    at = _TYPES.index(kind) if kind in _TYPES else None
    return any(
        s in given() or _listed(s) or (at is not None and s in classes() and classes()[s][3][at] >= _NAMED)
        for _, s in peel(word)
    )


def _listed(word: str) -> bool:
    """Say whether a key alone is a known name."""
    return any(not tail for tail, _ in index().get(word, ()))


def _plain(word: str) -> bool:
    """Say whether a key is a common word that is hardly ever part of a name, or too short for one."""
    if len(word) < 3 or word in given():
        return len(word) < 3
    known = classes()
    if word.endswith(ACCUSATIVE) and starts(word[:-1]):
        return True  # «(عُين فلان) مديرا»
    if word in known:
        return known[word][3] == "000"
    return any(known[s][3] == "000" for s in _inside(word) if s in known)


def _inside(word: str) -> Iterator[str]:
    """What is left of a word that news hardly knows without a proclitic, a pronoun, the ending of the accusative."""
    for prefix, stem in peel(word):
        if prefix and len(stem) > (_LONG if stem.startswith(ACCUSATIVE) and without_article(stem) == stem else 3):
            yield stem
    for pronoun in OBJECTS:  # a single ه is as often the ending of a name («شبانة»)
        if len(pronoun) > 1 and word.endswith(pronoun) and len(word) - len(pronoun) > 3:
            yield word.removesuffix(pronoun)
    if word.endswith(ACCUSATIVE):
        yield word[:-1]


def _person(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Take in what «محمد بن» and «أبو» ask for, the father before «بن», another name after one; leave out plain words."""
    while last - first > 1 and _plain(tokens.keys[last - 1]) and tokens.keys[last - 1] not in LINKS:
        if _known(tokens, first, last):
            break
        last -= 1
    while (
        last - first > 1
        and classes().get(tokens.keys[first], ("",) * 4)[3] == "000"
        and tokens.keys[first] not in given()
        and tokens.keys[first + 1] not in word_lists("completes")
    ):
        first += 1  # «امتعاض كافاني»; but «عز الدين»
    while last < len(tokens) and tokens.keys[last - 1] in LINKS and _goes_on(tokens, last):
        last += 1
    if (
        tokens.keys[first] in word_lists("sons")
        and first
        and _goes_on(tokens, first)
        and tokens.keys[first - 1] in given()
    ):
        first -= 1
    if first > 1 and tokens.keys[first - 1] in word_lists("completes") and _goes_on(tokens, first):
        first -= 1
    if tokens.keys[first] in word_lists("completes") and first and _goes_on(tokens, first):
        first -= 1  # «عز الدين»
    if last < len(tokens) and _goes_on(tokens, last) and _another(tokens, first, last):
        last += 1
    return first, last


@cache
def _fathers() -> frozenset[str]:
    """Words after which another always follows, in full letters: «أبي» is one, «آبي» is not."""
    return frozenset(card(PACKAGE, "ar.toml")["fathers"])


def _family(word: str) -> bool:
    """Say whether a key has the ending of a family name and is no known place or body."""
    return family_shape(word) and not _listed(word) and word not in word_lists("not_families")


def _stops(word: str) -> bool:
    """Say whether a key is a word that no name holds, with a proclitic too: «وفي», «بأن»."""
    stop = word_lists("stop")
    return word in stop or any(prefix and stem in stop and not named(word, "PER") for prefix, stem in peel(word))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Say whether the word at `at` may belong to the name before it: no sign or line between, no stop word."""
    if at >= len(tokens) or tokens.kinds[at] is not Kind.WORD or tokens.gaps[at] >= Gap.LINE:
        return False
    return not _stops(tokens.keys[at]) or tokens.forms[at - 1] in _fathers()


def _another(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether the next word is one more name of the person: a listed one, or an unknown one after a lone foreign name."""
    word = tokens.keys[last]
    if (
        word[0] in CONJUNCTIONS
        or inflected_verb(word)
        or without_article(tokens.keys[last - 1]) != tokens.keys[last - 1]
    ):
        return False
    known = classes().get(word)
    if word in given():
        return known is None or known[3][0] >= _NAMED
    alone = last - first == 1 and given().get(tokens.keys[first]) == "foreign"
    return (
        alone and (known is None or known[3][0] >= _NAMED) and not starts(word) and name_like(word) and not _plain(word)
    )


def false(tokens: Tokens, kind: str, first: int, last: int) -> bool:
    """Say whether words can be no name of this type: a verb, an adjective, a people, the bare head of a body."""
    keys = tokens.keys[first:last]
    if all(k in word_lists("never", "epithets") for k in keys):
        return True
    if kind == "PER" and first and tokens.keys[first - 1] in word_lists("in") and tokens.gaps[first] < Gap.LINE:
        return True  # «في حداد»: one is in a place, not in a person
    if last - first > 1:
        return kind == "ORG" and _spoken_of(keys) and not exactly(tokens.keys, first, last)
    word = keys[0]
    if kind == "PER" and (_plain(word) or _adjective(tokens, first)):
        return True
    if kind in _TYPES and _never(word, kind):
        return True
    if kind == "MISC":
        return word in classes() or without_article(word) != word or common_verb(word)
    bare = next((s for _, s in peel(word) if s in word_lists("org_heads", "peoples")), None)
    if kind == "ORG" and bare is not None and not _listed(word):
        return True
    return common_verb(word) and word not in classes() and not named(word, kind) and not family_shape(word)


def _never(word: str, kind: str) -> bool:
    """Say whether news knows a word that stands alone, and never as a name of this type."""
    if word in given() or any(_listed(s) for _, s in peel(word)):
        return False
    known = next((classes()[s] for _, s in peel(word) if s in classes()), None)
    if known:
        return known[3][_TYPES.index(kind)] == "0"
    adjective = word.removesuffix(ACCUSATIVE)
    return kind != "ORG" and (_plain(word) or (adjective != word and adjective in classes() and is_nisba(adjective)))


def _spoken_of(keys: Sequence[str]) -> bool:
    """Say whether an indefinite head has only indefinite adjectives after it: «منظمة إنسانية» names none."""
    return keys[0] in word_lists("org_heads") and all(
        without_article(k) == k and k in classes() and classes()[k][3][2] < _NAMED and adjective_shape(k)
        for k in keys[1:]
    )


def _rare(word: str) -> bool:
    """Say whether a key is part of a person's name, as far as lists and news know it."""
    return word in given() or (
        name_like(word) and not inflected_verb(word) and classes().get(word, ("", "", "", "5"))[3][0] >= _NAMED
    )


def _adjective(tokens: Tokens, at: int) -> bool:
    """Say whether a lone relative adjective stands by a definite noun («الإعلام الحربي») or before a name («السويدي زلاتان»)."""
    word = tokens.keys[at]
    if without_article(word) == word or not is_nisba(word) or not at:
        return False
    if (
        nation(tokens.keys, at)
        and at + 1 < len(tokens)
        and tokens.kinds[at + 1] is Kind.WORD
        and _rare(tokens.keys[at + 1])
    ):
        return True
    before = tokens.keys[at - 1]
    joined = tokens.kinds[at - 1] is Kind.WORD and tokens.gaps[at] < Gap.LINE
    noun = next((s for _, s in peel(before) if without_article(s) != s), None)
    return bool(joined and noun and not starts(before) and before not in given() and not is_nisba(before))


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
