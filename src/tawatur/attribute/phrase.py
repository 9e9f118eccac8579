"""Noun phrases: where one can begin and how far it reaches.

After Ryding chs. 4-10: a phrase is a head with its construct, its adjectives, its appositions, its coordinated
phrases, and the prepositional phrases that an office or a party has («المتحدث باسم الوزارة», «مصادر في المقاومة»).
"""

from __future__ import annotations

from tawatur.attribute.lexicon import CLOSED, W, classify, governs_bi, prefixed, signs, words
from tawatur.attribute.objects import object_begins, titled
from tawatur.attribute.view import View
from tawatur.model.tokens import Gap, Kind
from tawatur.text.words import (
    ARTICLE,
    BI,
    FRAMES,
    KA,
    LI,
    without_article,
)

ALA = FRAMES["ala"]
_LONGEST = 30
_NAME = 5
NO_STOPS: frozenset[str] = frozenset()


def starts_noun(v: View, i: int) -> bool:
    """Whether a noun phrase can begin at token `i`."""
    if v.t.kinds[i] in (Kind.LATIN, Kind.NUMBER):
        return True
    if v.t.kinds[i] is Kind.PUNCT:
        return i in v.opens or v.t.forms[i] == "#" or (v.punct(i, "(") and closing(v, i, len(v.t)) > i + 2)
    if v.has(i, W.DEM | W.PARTITIVE) and not v.has(i, W.TIME):
        return True
    if v.t.keys[i] in (BI, LI, KA) or (len(v.t.keys[i]) == 1 and v.t.kinds[i] is Kind.WORD):
        return False
    return not v.has(i, CLOSED | W.ADV | W.TIME)


def noun_phrase(v: View, i: int, limit: int, *, stops: frozenset[str] = NO_STOPS, objects: bool = False) -> int:
    """The token after the noun phrase that begins at `i`; `limit` where nothing ends it before.

    `stops`: prepositions, free or attached, that open the verb's complement and so are never part of the phrase.
    `objects`: a second noun phrase that follows without a comma ends the first, for it is the verb's object.
    """
    j = i
    while j < min(limit, i + _LONGEST):
        if j > i and _ends_here(v, i, j, limit, stops, objects=objects):
            break
        j = _step(v, j, limit)
    return min(j, limit)


def _step(v: View, j: int, limit: int) -> int:
    """Past token `j`, or past the bracket or quoted name that opens at it."""
    if j in v.opens:
        return min(v.opens[j].last, limit)
    return closing(v, j, limit)


def closing(v: View, j: int, limit: int) -> int:
    """The token after the bracket that opens at `j`, or after `j` if none does or it is not closed soon."""
    if v.punct(j, "(["):
        for k in range(j + 1, min(j + 12, limit)):
            if v.punct(k, ")]"):
                return k + 1
    return j + 1


def _ends_here(v: View, i: int, j: int, limit: int, stops: frozenset[str], *, objects: bool) -> bool:
    """Whether the phrase that began at `i` is over before token `j`."""
    t = v.t
    word = t.keys[j]
    if v.line_start(j):
        return True
    if v.joined.get(j, -1) >= i and not v.has(j, W.THAT | W.REL):  # «وكالات استخبارات في كوريا الجنوبية»: one name
        return False
    if t.kinds[j] is Kind.PUNCT:
        return _sign_ends(v, j, limit)
    if word in (BI, LI, KA):
        return True
    if v.has(j, W.THAT | W.PART | W.PRON | W.REL):
        return True
    if word in stops and (v.bits[j] or word != ALA):
        return t.keys[j - 1] not in words("inside", "governing") or not _belongs(v, i, j, limit)
    if v.has(j, W.ADV | W.TIME):
        return j not in v.named and not (word in words("inside", "governing") and v.has(j - 1, W.OFFICE))
    if v.has(j, W.CONJ) and not v.has(j, W.AND):
        return True
    if v.has(j, W.PREP):
        return not _belongs(v, i, j, limit)
    if j not in v.named and not v.has(j, W.DEF):
        if (v.has(j - 1, W.DEF) or j - 1 in v.named) and v.accusative(j):  # «الوزارة بيانا»: the object
            return True
        if v.verbal(j) and not v.has(j - 1, W.PREP):
            return True
        if (
            v.has(j, W.MASDAR | W.ABSTRACT)
            and not v.has(j, W.AND)
            and v.has(j - 1, W.DEF | W.OWNED)
            and not titled(v, j - 1)
        ):
            return True  # «نتائج الاستطلاع | تقدم فلان», «في لاهاي والعاصمة | بدء العمل»
        if any(c.kind == "particle" or (c.kind == "participle" and not _adjective(v, j)) for c in v.cues.get(j, ())):
            return True
    if BI in stops and (v.has(j - 1, W.DEF) or j - 1 in v.named) and j not in v.named and governs_bi(word):
        return True
    for letter in (BI, LI, KA):
        if rest := prefixed(word, letter):
            at_home = word in words("inside", "named") or (letter == BI and _employs(v, i, rest))
            return not at_home and (letter in stops or not _hangs(v, i, j, letter, rest))
    return objects and object_begins(v, i, j)


def _employs(v: View, i: int, rest: str) -> bool:
    """«المتحدث بوزارة الداخلية»: where one who holds an office holds it."""
    return v.has(i, W.OFFICE) and without_article(rest) in words("inside", "institutions")


def _sign_ends(v: View, j: int, limit: int) -> bool:
    t = v.t
    if j in v.opens:
        q = v.opens[j]
        return not (q.is_name or named_by(v, j, limit))
    if t.forms[j] in "([#_/)]" or j in v.closes:
        return False
    if t.forms[j] == ".":  # initials: «ج. ب. كلارك»
        return len(t.forms[j - 1]) > 1 or not v.is_word(j - 1)
    if t.forms[j] in signs("dashes"):  # «الأمريكي - السعودي», «بن-غفير»
        return t.gaps[j] != Gap.NONE or j + 1 >= len(t) or t.gaps[j + 1] != Gap.NONE
    return True


def named_by(v: View, j: int, limit: int) -> bool:
    """A short quotation without a verb in the middle of a clause is a name: «المحلل "فلان" أن»."""
    q = v.opens[j]
    if q.last - q.first - 2 > _NAME or q.last >= limit - 1:
        return False
    if (
        v.has(q.first + 1, W.MASDAR | W.ABSTRACT)
        and not v.has(q.first + 1, W.DEF)
        and not v.has(j - 1, W.OFFICE | W.MEDIA)
    ):
        return False  # «أكدت الوزارة "نجاح" الضربات»
    if any(v.verbal(k) for k in range(q.first + 1, q.last - 1)):
        return False
    return not v.punct(q.last, signs("stops"))


def _belongs(v: View, i: int, j: int, limit: int) -> bool:
    """Whether the free preposition at `j` continues the phrase that began at `i`."""
    word = v.t.keys[j]
    if j + 1 >= limit or v.has(j + 1, W.TIME | W.OCCASION | W.THAT) or not (v.is_word(j + 1) or j + 1 in v.opens):
        return False
    if j + 2 < limit and v.has(j + 2, W.TIME) and without_article(v.t.keys[j + 1]) in words("classes", "spans"):
        return False  # «في الموسم الماضي»
    if word in words("inside", "place") and without_article(v.t.keys[j + 1]) in words("inside", "institutions"):
        return True
    if v.t.keys[j + 1] in words("inside", "same") and j + 2 < limit and v.has(j + 2, W.OCCASION | W.TIME):
        return False
    if v.t.keys[j - 1] in words("inside", "governing"):
        return True
    if word in words("inside", "partitive"):
        if (
            v.has(i, W.OFFICE)
            and not v.has(i, W.DEF)
            and i not in v.named
            and (v.has(j + 1, W.DEF | W.PARTITIVE) or j + 1 in v.named)
        ):
            return True  # «مصادر من المقاومة», «خبراء من المنظمة»
        return any(v.has(k, W.PARTITIVE) for k in range(i, min(j, i + 4)))
    if word in words("inside", "adjacent") and v.has(j - 1, W.OFFICE):
        return True
    if v.t.keys[j - 1] in words("inside", "governing"):
        return True
    if word not in words("inside", "office"):
        return False
    at = j - 2 if j - 2 > i and v.t.forms[j - 2] != "#" else max(j - 3, i)  # «سفير #روسيا لدى»
    if j - 1 in v.named and not v.has(at, W.OFFICE):
        return False
    if v.has(i, W.OFFICE) or any(v.has(k, W.OFFICE) for k in range(max(i, j - 4), j)):
        return True
    return word in words("inside", "place") and not v.has(i, W.DEF) and v.t.keys[i] not in words("classes", "places")


def _hangs(v: View, i: int, j: int, letter: str, rest: str) -> bool:
    """Whether the word at `j`, with the preposition `letter` on it, continues the phrase that began at `i`."""
    if letter == KA:
        return False
    if v.t.keys[j] in words("inside", "named"):
        return True
    bits = classify(rest)
    if bits & (W.MEDIA | W.OCCASION | W.TIME | W.THAT) or without_article(rest) in words("norms", "press"):
        return False
    if j in v.named and rest not in v.t.keys:
        return True
    if letter == BI and j in v.places and (v.has(i, W.OFFICE) or v.has(j - 1, W.DEF)):  # «أمين عام جمعية البر بجدة»
        return True
    if (
        letter == LI and j - 1 in v.people and rest.startswith(ARTICLE) and not _named_after(v, i, j - 1)
    ):  # «قال سامي نجم للكونغرس»: whom he told
        return False
    if letter == LI and without_article(v.t.keys[i]) in words("sources", "role_document") | words("sources", "reports"):
        return True  # «نتائج مسح لآراء المحللين»
    held = any(v.has(k, W.OFFICE | W.DEF) or v.t.kinds[k] is not Kind.WORD for k in range(i, j))
    return held and (letter == LI or (v.has(j - 1, W.OFFICE | W.DEF) and rest.startswith(ARTICLE)))


def _named_after(v: View, i: int, k: int) -> bool:
    """«مركز الملك سالم للإغاثة»: whether the person's name that ends at `k` is part of an institution's."""
    while k > i and k - 1 in v.people:
        k -= 1
    if k > i and titled(v, k - 1):
        k -= 1
    return k > i and without_article(v.t.keys[k - 1]) in words("inside", "institutions")


def _adjective(v: View, j: int) -> bool:
    """A participle that only describes the noun before it: «مصادر مؤكدة»."""
    feminine = any(c.kind == "participle" and c.agrees == "fs" for c in v.cues[j])
    return feminine and v.is_word(j - 1) and not v.has(j + 1 if j + 1 < len(v.t) else j, W.THAT | W.PREP)
