"""Those who carry a speaker's words: the agency that was told, the channel that showed it, the paper that is cited."""

from __future__ import annotations

from tawatur.attribute.lexicon import W, classify, lemmas, outlets, prefixed, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.model.tokens import Kind
from tawatur.text.arabic import key
from tawatur.text.words import FRAMES, LI, without_article

Range = tuple[int, int]


_TALK = 8
"""Tokens between the word for a talk and the one who aired it."""
_PLACES = frozenset({FRAMES["fi"], FRAMES["an"], FRAMES["ala"]})


def transmitter(v: View, j: int, limit: int) -> Range | None:
    """The carrier that an adjunct at `j` names: «لوكالة رويترز», «إلى قناة العربية»; None where it names none."""
    word = v.t.keys[j]
    if word == LI and j + 1 < limit:  # «لـCNN», «لـ"رويترز"»: a bare name in quotation marks is else the outlet's own
        name = j + 2 if j + 1 in v.opens and j + 2 < limit else j + 1
        if v.t.kinds[name] is Kind.LATIN or v.has(name, W.MEDIA):
            end = v.opens[j + 1].last if j + 1 in v.opens else noun_phrase(v, j + 1, limit)
            return None if own(v, (j + 1, end)) else (j + 1, end)
        return None
    if rest := prefixed(word, LI):
        if classify(rest) & W.MEDIA and _carries(rest):
            return _own_or(v, (j, noun_phrase(v, j, limit, stops=_PLACES)))
        return None
    if word == FRAMES["ila"] and j + 1 < limit and v.has(j + 1, W.MEDIA):
        phrase = j + 1, noun_phrase(v, j + 1, limit)
        return None if own(v, phrase) else phrase
    return None


def interview(v: View, j: int, limit: int) -> Range | None:
    """The carrier in «في مقابلة مع قناة المرفأ», «خلال مداخلة على إذاعة الساحل», «عبر شاشة المرفأ» that begins at `j`."""
    if not v.has(j, W.PREP) or j + 2 >= limit:
        return None
    k = j + 1
    if v.has(k, W.PREP):
        k += 1
    if v.t.keys[j] not in words("inside", "aired") and without_article(v.t.keys[k]) not in words("inside", "talks"):
        return None
    for p in range(j if v.t.keys[j] in words("inside", "aired") else k + 1, min(k + _TALK, limit - 1)):
        word = v.t.keys[p]
        if rest := prefixed(word, LI):
            if classify(rest) & W.MEDIA and _carries(rest):
                return _own_or(v, (p, noun_phrase(v, p, limit, stops=_PLACES)))
            return None
        if word == LI and (v.t.kinds[p + 1] is Kind.LATIN or p + 1 in v.opens or v.has(p + 1, W.MEDIA)):
            end = v.opens[p + 1].last if p + 1 in v.opens else noun_phrase(v, p + 1, limit, stops=_PLACES)
            return _own_or(v, (p + 1, end))
        if word in words("inside", "held"):  # «حوار أجرته معه صحيفة المرفأ»
            at = p + 2 if v.t.keys[p + 1] in words("classes", "pronominal") else p + 1
            return _carrier(v, at, limit)
        if word in words("inside", "aired_by"):
            at = p + 1
            while at < limit and v.t.keys[at] in words("inside", "screens"):
                at += 1
            if at < limit and _airs(v, at):
                return _own_or(v, (at, noun_phrase(v, at, limit, stops=_PLACES)))
            return None
        if v.has(p, W.THAT) or not (v.is_word(p) or v.punct(p, signs("commas"))):
            return None
    return None


def _airs(v: View, k: int) -> bool:
    return v.has(k, W.MEDIA) and _carries(v.t.keys[k])


def _carries(word: str) -> bool:
    """Whether a word for media stands for one that carries: not the press as such, not a network of everybody's."""
    return without_article(word) not in words("norms", "press") and word not in words("norms", "networks")


def _own_or(v: View, phrase: Range) -> Range | None:
    return None if own(v, phrase) else phrase


def carried_by(v: View, j: int, limit: int) -> Range | None:
    """The carrier of an aside at `j`: «نشرته وكالة الأنباء», «حسبما نقل عنه التلفزيون», «بحسب الوكالة»."""
    here = v.cues.get(j, ())
    k = j
    if any(c.kind == "particle" for c in here):
        k = here[0].last
        here = v.cues.get(k, ())
        if not any(c.kind == "verb" for c in here):
            return _carrier(v, k, limit)
    cites = k + 1 < limit and v.t.keys[k + 1] in words("classes", "pronominal")
    if cites and any(c.kind == "verb" and c.lemma in lemmas("citing") for c in here):  # «استشهدت به وكالة»
        return _carrier(v, k + 2, limit)
    if any(c.kind == "verb" and c.lemma in lemmas("carriers") and (c.after or k > j) for c in here):
        k += 1
        while k < limit and v.has(k, W.TIME | W.ADV):  # «تصريح بثته أمس الوكالة»
            k += 1
        while k < limit and v.has(k, W.PREP) and v.t.keys[k].startswith(FRAMES["an"]):
            k += 1
        return _carrier(v, k, limit)
    return None


def _carrier(v: View, k: int, limit: int) -> Range | None:
    if k >= limit or not starts_noun(v, k):
        return None
    phrase = k, noun_phrase(v, k, limit, objects=True)
    return phrase if is_media(v, phrase) and not own(v, phrase) else None


def is_media(v: View, phrase: Range) -> bool:
    """Whether the phrase names a paper, an agency of news or the like."""
    for i in range(phrase[0], min(phrase[0] + 2, phrase[1])):
        rest = prefixed(v.t.keys[i], LI)
        if v.has(i, W.MEDIA) or (rest and classify(rest) & W.MEDIA):
            after = without_article(v.t.keys[i + 1]) if i + 1 < len(v.t) else ""
            return after not in words("norms", "agencies")
    return False


def own(v: View, phrase: Range) -> bool:
    """Whether the phrase names the article's own outlet: it is no carrier between the outlet and a speaker."""
    outlet = key(v.doc.article.outlet or "").casefold()
    if not outlet:
        return False
    names = {outlet, *(key(n) for slug, n in outlets() if slug in outlet.replace(" ", ""))}
    said = " ".join(v.t.keys[k] for k in range(*phrase) if v.is_word(k))
    return any(name in said for name in names) or any(
        len(word) > 2 and word.isascii() and word in outlet for word in said.split()
    )
