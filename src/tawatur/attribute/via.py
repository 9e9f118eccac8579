"""Those who carry a speaker's words: the agency that was told, the channel that showed it, the paper that is cited."""

from __future__ import annotations

from tawatur.attribute.draft import Draft
from tawatur.attribute.lexicon import W, attached, classify, common, lemmas, outlets, prefixed, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.view import View
from tawatur.model.tokens import Kind
from tawatur.text.arabic import key
from tawatur.text.words import ARTICLE, BI, CONJUNCTIONS, FRAMES, LI, suffixed, without_article

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
    aired = v.t.keys[j] in words("inside", "aired")
    k = j + 1
    if v.has(k, W.PREP | W.TIME) or v.t.keys[k] in words("inside", "course"):
        k += 1
    if k >= limit or not (aired or _talk(v, k)):
        return None
    for p in range(j if aired else k + 1, min(k + _TALK, limit - 1)):
        if v.has(p, W.THAT) or not (v.is_word(p) or v.punct(p, signs("commas") + signs("marks"))):
            return None
        if (found := _with(v, p, limit)) and not _state_agency(v, found):
            return _own_or(v, found)
    return None


def _state_agency(v: View, phrase: Range) -> bool:
    """«وكالة الاستخبارات»: no agency of news."""
    after = without_article(v.t.keys[phrase[0] + 1]) if phrase[0] + 1 < len(v.t) else ""
    return after in words("norms", "agencies")


def _talk(v: View, k: int) -> bool:
    """«مقابلة», «تصريحه», «حديث»: what one gives to a paper."""
    word = without_article(v.t.keys[k])
    return word in words("inside", "talks") or any(s in words("inside", "talks") for s, _ in suffixed(word))


def _with(v: View, p: int, limit: int) -> Range | None:
    """The carrier that token `p` leads to: «لقناة كذا», «مع صحيفة كذا», «نشرته وكالة كذا», «لـ"كذا"»."""
    word = v.t.keys[p]
    rest = prefixed(word, LI) or (attached(word, LI) if v.has(p + 1, W.MEDIA) else None)
    if rest and ((classify(rest) & W.MEDIA and _carries(rest)) or (classify(rest) & W.PARTITIVE and _airs(v, p + 1))):
        return p, noun_phrase(v, p, limit, stops=_PLACES)
    if word == LI and (latin_media(v, p + 1) or p + 1 in v.opens or v.has(p + 1, W.MEDIA)):
        return p + 1, v.opens[p + 1].last if p + 1 in v.opens else noun_phrase(v, p + 1, limit, stops=_PLACES)
    if word in words("inside", "held") or any(
        c.kind == "verb" and c.after and c.lemma in lemmas("carriers") for c in v.cues.get(p, ())
    ):
        at = p + 1  # «حوار أجرته معه صحيفة المرفأ», «أجراها اليوم مع محطة كذا»
        while at < limit - 1 and v.has(at, W.TIME | W.ADV | W.PREP):
            at += 1
        return _carrier(v, at, limit)
    if word in words("inside", "aired_by"):
        at = p + 1
        while at < limit and v.t.keys[at] in words("inside", "screens"):
            at += 1
        if at < limit and (_airs(v, at) or (v.has(at, W.PARTITIVE) and at + 1 < limit and _airs(v, at + 1))):
            return at, noun_phrase(v, at, limit, stops=_PLACES)
    return None


def _airs(v: View, k: int) -> bool:
    return (v.has(k, W.MEDIA) and _carries(v.t.keys[k])) or latin_media(v, k)


def latin_media(v: View, k: int) -> bool:
    """Whether a carrier of news is written in Latin letters at token `k`: «CNN»."""
    if k >= len(v.t) or v.t.kinds[k] is not Kind.LATIN:
        return False
    return v.t.keys[k].casefold() in words("inside", "latin_media")


def carriers(v: View, k: int, limit: int) -> list[Range]:
    """Who brought out a text, where token `k` is such a verb: «كشفتها الصحيفة», «نشرته صحيفة كذا وشبكة كذا»."""
    here = [c for c in v.cues.get(k, ()) if c.kind == "verb" and c.lemma in lemmas("carriers") | lemmas("revealing")]
    known = v.t.keys[k] in words("inside", "held")
    if not known and not any(c.after for c in here):
        return []
    at = k + 1
    while at < limit - 1 and v.has(at, W.TIME | W.ADV | W.PREP):
        at += 1
    first = _carrier(v, at, limit)
    if first is None:
        return []
    for e in range(first[0] + 1, first[1]):  # «صحيفة الساحل وشبكة المرفأ»: two
        if v.has(e, W.AND) and classify(without_article(v.t.keys[e][1:])) & W.MEDIA:
            return [(first[0], e), (e, first[1])]
    return [first]


def told_at_end(v: View, source: Range, d: Draft) -> tuple[Range, Range | None] | None:
    """«قال الناطق باسم الوزارة لمرصد كذا: …»: whom the speaker told, where the phrase of the speaker has swallowed it.

    The speaker without it, and the carrier, unless the outlet itself was told; None where nothing is to be cut.
    """
    if d.word.kind not in ("verb", "colon") or d.word.lemma not in lemmas("telling") | {":"}:
        return None
    for k in range(source[1] - 1, source[0] + 1, -1):
        if k in v.opens and v.t.keys[k - 1] == LI:
            phrase = k, min(v.opens[k].last, source[1])
            return (source[0], _bare(v, k - 1)), None if own(v, phrase) else phrase
        if v.t.keys[k] == LI and k + 1 < source[1] and v.t.kinds[k + 1] is Kind.LATIN:
            phrase = k + 1, source[1]
            return (source[0], _bare(v, k)), None if own(v, phrase) else phrase
        rest = attached(v.t.keys[k], LI)
        if rest is None or not v.is_word(k):
            continue
        media = bool(classify(rest) & W.MEDIA) and _carries(rest)
        if not media and not (foreign_name(v, k) and _whole(v, source[0], k)):
            continue
        phrase = k, source[1]
        if _state_agency(v, phrase):
            return None
        return (source[0], _bare(v, k)), None if _own_or(v, phrase) is None else phrase
    return None


def _bare(v: View, k: int) -> int:
    """Token `k`, or the comma before it."""
    return k - 1 if v.punct(k - 1, signs("commas")) else k


def foreign_name(v: View, k: int) -> bool:
    """«لهيومان», «لبزنس»: ل with a rare name that stands without it elsewhere in the text; «لافروف» has no ل to lose."""
    rest = attached(v.t.keys[k], LI)
    if rest is None or rest.startswith(ARTICLE) or classify(rest) or common(rest) or common(v.t.keys[k]):
        return False
    return rest in v.t.keys and k not in v.places


def _whole(v: View, first: int, k: int) -> bool:
    """Whether the speaker before token `k` is complete: a person, or an office with its body."""
    return any(i in v.people for i in range(first, k)) or any(
        v.t.keys[i] in words("inside", "in_name_of") for i in range(first, k)
    )


def _carries(word: str) -> bool:
    """Whether a word for media stands for one that carries: not the press as such, not a network of everybody's."""
    return without_article(word) not in words("norms", "press") and word not in words("norms", "networks")


def _own_or(v: View, phrase: Range) -> Range | None:
    return None if own(v, phrase) or _itself(v, phrase) else phrase


def _itself(v: View, phrase: Range) -> bool:
    """«للموقع», «للصحيفة» alone, where none was named before: the outlet speaks of itself."""
    if phrase[1] > phrase[0] + 1:
        return False
    rest = prefixed(v.t.keys[phrase[0]], LI) or v.t.keys[phrase[0]]
    head = without_article(rest)
    if head == rest or head not in words("inside", "media_heads"):
        return False
    return not any(
        v.t.keys[k] in (head, LI + head, BI + head) or (v.t.keys[k][:1] in CONJUNCTIONS and v.t.keys[k][1:] == head)
        for k in range(phrase[0])
    )


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
    if latin_media(v, phrase[0]):
        return True
    for i in range(phrase[0], min(phrase[0] + 2, phrase[1])):
        rest = prefixed(v.t.keys[i], LI)
        if v.has(i, W.MEDIA) or (rest and classify(rest) & W.MEDIA):
            after = without_article(v.t.keys[i + 1]) if i + 1 < len(v.t) else ""
            return after not in words("norms", "agencies")
    return False


def is_page(v: View, phrase: Range) -> bool:
    """«حساب الرئاسة على تلغرام»: a page on which somebody is shown."""
    rest = prefixed(v.t.keys[phrase[0]], LI) or attached(v.t.keys[phrase[0]], LI) or v.t.keys[phrase[0]]
    return without_article(rest) in words("inside", "accounts")


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
