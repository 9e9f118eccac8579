"""News that goes round: «تداولت حسابات أنباء عن …», «تناقلت صحف محلية تقارير غير مؤكدة حول …».

Who hands news on asserts it with reserve; what the news is of stands after the noun. What is handed on besides news
(pictures, a film, somebody's words) asserts nothing of its own.
"""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct, skip_adjuncts
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.lexicon import W, lemmas, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.words import without_article

_FAR = 16
"""Tokens after the verb within which the news is named."""
_ADJECTIVES = 4
"""Tokens of description between the news and what it is of: «أنباء عدة غير مؤكدة عن»."""


def circulating(v: View, cue: Cue, s: Sentence, limit: int, before: Range | None) -> Draft | None:
    """The draft of a verb of handing on whose object is news; `before`: the subject, where it stands before the verb."""
    if cue.lemma not in lemmas("circulating") or cue.after:
        return None
    news = next((k for k in range(cue.last, min(cue.last + _FAR, limit)) if _news(v, cue, k)), None)
    if news is None:
        return None
    source = before or _source(v, cue.last, news)
    start = _of_what(v, news + 1, limit)
    if source is None or start is None:
        return None
    return make(cue, s, start, "prep", "attribute.circulating", source=source)


def _news(v: View, cue: Cue, k: int) -> bool:
    """Whether the object of the verb stands at `k`: news, not the second noun of «وكالات أنباء»."""
    if without_article(v.t.keys[k]) not in words("sources", "news"):
        return False
    return k == cue.last or not (v.has(k - 1, W.MEDIA | W.PREP) and not v.has(k - 1, W.DEF))


def _source(v: View, j: int, news: int) -> Range | None:
    """Who hands the news on, with where they do so: «حسابات على مواقع التواصل»."""
    if j >= news or not starts_noun(v, j):
        return None
    e = noun_phrase(v, j, news)
    while e < news and v.t.keys[e] in words("inside", "office") and not v.has(e + 1, W.TIME):
        after = adjunct(v, e, news)
        if after <= e:
            break
        e = after
    k = e
    while k < news and v.punct(k, signs("commas")):
        k += 1
    return (j, e) if skip_adjuncts(v, k, news) >= news - 1 else None


def _of_what(v: View, k: int, limit: int) -> int | None:
    """The first token of what the news is of."""
    for i in range(k, min(k + _ADJECTIVES, limit - 1)):
        if v.t.keys[i] in words("sources", "news_of"):
            return i + 2 if v.has(i + 1, W.THAT) else i + 1
        if v.has(i, W.THAT):
            return i + 1
        if not v.is_word(i) or v.verbal(i) or v.has(i, W.PREP):
            return None
    return None
