"""Approximators: what stands before or after a number and says that it is about, at least or at most that."""

from __future__ import annotations

from tawatur.find.quantities.tables import tables
from tawatur.model.tokens import Gap, Tokens
from tawatur.text.noun_forms import NISBA_ADVERB, OF
from tawatur.text.words import ARTICLE, peel

_LONGEST = 5
_MAY = 3  # words before a verb among which it is said that it only may
_SUBJECT = 5  # words that a subject between verb and number may have


def before(tokens: Tokens, at: int) -> tuple[int, str, str] | None:
    """The approximator that ends before token `at`: (its first token, what hangs on it, approximation).

    >>> from tawatur.text.tokenize import tokenize
    >>> before(tokenize("وقتل ما لا يقل عن 30"), 5), before(tokenize("وصل بنحو 30"), 2)
    ((1, '', 'at_least'), (1, 'ب', 'about'))
    """
    t = tables()
    keys, gaps = tokens.keys, tokens.gaps
    if not at or gaps[at] > Gap.SPACE:
        return None
    if keys[at - 1] in t.before_last or any(stem in t.before_last for _, stem in peel(keys[at - 1])):
        for n in range(min(_LONGEST, at), 0, -1):
            first = at - n
            if any(gaps[i] > Gap.SPACE for i in range(first + 1, at)):
                continue
            tail = keys[first + 1 : at]
            for prefix, stem in peel(keys[first]):
                approx = t.before.get((stem, *tail))
                if approx is None:
                    continue
                if stem not in t.reaching or _may(tokens, first):
                    return first, prefix, approx
                return at, "", "exact"  # «بأصول تصل إلى 125 مليارا»: it reaches them
    return _around_subject(tokens, at)


def _stops(word: str) -> bool:
    """Whether no subject goes on over `word`; an adverb like «عالميا» it may hold."""
    return word in tables().sets["stop"] and not word.endswith(NISBA_ADVERB)


def _may(tokens: Tokens, verb: int) -> bool:
    """Whether what reaches so many only may: «قد يصل إلى 30», «يمكن أن تصل إلى 30»; else it says how many there are."""
    may = tables().sets["may"]
    return any(stem in may for i in range(max(0, verb - _MAY), verb) for _, stem in peel(tokens.keys[i]))


def _around_subject(tokens: Tokens, at: int) -> tuple[int, str, str] | None:
    """«لا يقل عددهم عن 30», «تجاوزت كلفة المشروع مليون دولار»: the verb's subject stands between it and the number.

    The approximation counts, the phrase stays where it is: the first token given is the number's own.
    """
    t = tables()
    keys, gaps = tokens.keys, tokens.gaps
    preposition = keys[at - 1 : at] if keys[at - 1] in t.before_last and len(keys[at - 1]) <= 3 else ()
    end = at - len(preposition)
    if end > 1 and keys[end - 1].isdigit() and keys[end - 2] in t.sets["aside"]:
        end -= 2  # «تجاوزت المبيعات في 2016 مليارا»
    for verb in range(end - 2, max(-1, end - _SUBJECT - 2), -1):
        if gaps[verb + 1] > Gap.SPACE or not keys[verb + 1].isalpha() or _stops(keys[verb + 1]):
            return None
        for start in (verb - 2, verb - 1, verb):
            if start < 0:
                continue
            inner = keys[start + 1 : verb + 1]
            for _, stem in peel(keys[start]):
                approx = t.verbs.get((stem, *inner, *preposition))
                if approx is None:
                    continue
                if stem in t.reaching and not _may(tokens, start):
                    return at, "", "exact"
                return at, "", approx
    return None


def after(tokens: Tokens, at: int, *, skip: int = 3) -> tuple[int, str] | None:
    """The approximator that starts at token `at`, or after up to `skip` adjectives: (token after it, approximation).

    >>> from tawatur.text.tokenize import tokenize
    >>> after(tokenize("30 جنديا أجنبيا على الأقل"), 2)
    (5, 'at_least')
    """
    t = tables()
    keys, gaps = tokens.keys, tokens.gaps
    for first in range(at, min(at + skip + 1, len(tokens))):
        if gaps[first] > Gap.SPACE:
            return None
        if keys[first] in t.after_first:
            for n in range(4, 0, -1):
                phrase = keys[first : first + n]
                end = first + len(phrase)
                if end < len(keys) and keys[end] == OF and not phrase[-1].startswith(ARTICLE):
                    continue  # «وأكثر من 400» belongs to the next number
                if (approx := t.after.get(phrase)) is not None:
                    return first + len(phrase), approx
        if keys[first] in t.sets["stop"] or not keys[first].isalpha():
            return None
    return None
