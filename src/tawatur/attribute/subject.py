"""The subject that stands before its verb: in headlines, after أن, after كان, and the noun that a clause describes."""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct
from tawatur.attribute.agreement import fits
from tawatur.attribute.lexicon import W, classify, lemmas, prefixed, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.view import FAR, View
from tawatur.model.mention import Cue
from tawatur.text.words import ARTICLE, BI, CONJUNCTIONS, KA, LI, without_article

Range = tuple[int, int]
_FAR = 20
"""Tokens that may stand between the start of a subject and its verb."""
_NEAR = 3


def before_verb(v: View, cue: Cue, first: int) -> Range | None:
    """The subject of the verb `cue` among the tokens from `first` up to it; None where it has none there."""
    i = cue.first
    if cue.before:
        return None
    k = i - 1
    if cue.after and k >= first and v.t.keys[k] in words("verbs", "what"):  # «ما وصفه بـ»
        return None
    while k >= first and v.t.keys[k] in words("verbs", "auxiliary"):
        if v.t.keys[k] in words("verbs", "backward") and v.t.keys[k] not in words("classes", "negations"):
            return None
        k -= 1
    if k > first and v.punct(k, signs("dashes")):  # «الوزير - كما نعلم - يقول»
        k = next((p - 1 for p in range(k - 1, max(first, k - _FAR), -1) if v.punct(p, signs("dashes"))), k)
    if k < first or v.has(k, W.PRON):
        return None
    if "that" in cue.frame and cue.last < len(v.t) and v.t.keys[cue.last] in words("verbs", "resumptive"):
        return None  # «تغريدة قالت فيها»
    if v.has(k, W.REL):
        return _antecedent(v, cue, k, first)
    c = clause_start(v, k, first)
    if c > first and v.has(c - 1, W.REL) and any(v.verbal(p) and p not in v.named for p in range(c, k + 1)):
        start = _last_phrase(v, clause_start(v, c - 2, first), c - 1) if c - 2 >= first else None
        if start is not None and fits(v, (start, c - 1), cue.agrees):  # «سامي الذي ظل بلا عمل كان قد طلب»
            return start, c - 1
    if c > k:
        return _across_comma(v, cue, k, first) or _report(v, cue, k, first)
    kana = next((p for p in range(k, c - 1, -1) if v.t.keys[p] in words("verbs", "kana")), None)
    if kana is not None:
        return _checked(v, cue, kana + 1, k + 1) if kana < k else _checked(v, cue, c, kana) if kana > c else None
    verb = next(
        (p for p in range(k, c - 1, -1) if v.verbal(p) and p not in v.named and not v.has(p, W.OFFICE | W.DEF)), None
    )
    if verb is not None:
        return _described(v, cue, verb + 1, k + 1)
    return _checked(v, cue, c, k + 1) or _described(v, cue, c, k + 1)


def clause_start(v: View, k: int, first: int) -> int:
    """The first token of the clause that holds token `k`: after a sign, أن or a conjunction."""
    c = k
    while c >= max(first, k - FAR):
        if v.has(c, W.THAT | W.REL) or (v.has(c, W.CONJ) and not v.has(c, W.PREP)):
            break
        if not v.is_word(c) and c not in v.closes and c not in v.opens and not v.punct(c, "()[]#_/" + signs("dashes")):
            break
        if v.line_start(c):
            return c
        c -= 1
    return c + 1


def _checked(v: View, cue: Cue, c: int, end: int) -> Range | None:
    """The phrase from `c` if it reaches the verb, adjuncts apart, and agrees with it."""
    while c < end and (v.has(c, W.ADV | W.TIME) or (not v.is_word(c) and c not in v.opens and not v.punct(c, "#("))):
        c += 1
    if c < end and v.verbal(c) and c not in v.named and not v.has(c, W.DEF | W.OFFICE | W.MASDAR | W.ABSTRACT):
        return None
    if (
        c >= end
        or not starts_noun(v, c)
        or v.t.keys[c] in words("verbs", "and_that")
        or any(prefixed(v.t.keys[c], p) for p in (BI, LI, KA))
    ):
        return None
    if any(k.kind == "particle" for k in v.cues.get(c, ())) or _time(v.t.keys[c]):  # «والأسبوع الماضي أبلغ»
        return None
    e = noun_phrase(v, c, end)
    j = e
    while j < end:
        after = adjunct(v, j, end)
        if after <= j and v.has(j - 1, W.ADV) and starts_noun(v, j):  # «المعارضون وخصوصا فلان يؤكدون»
            after = e = noun_phrase(v, j, end)
        if after <= j:
            return None
        j = after
    return (c, e) if fits(v, (c, e), cue.agrees) else None


def _time(word: str) -> bool:
    """Whether a word, with or without و, names a span of time, which is no subject of speech."""
    bare = word[1:] if word[0] in CONJUNCTIONS else word
    return without_article(bare) in words("classes", "time_spans")


def _across_comma(v: View, cue: Cue, k: int, first: int) -> Range | None:
    """«فلان، الناطق باسم كذا، يقول»: a verbless stretch with commas in it, from the start of its clause to the verb."""
    if not v.punct(k, signs("commas")) or k - first > _FAR * 3:
        return None
    c = k - 1
    while c >= first and not v.has(c, W.THAT | W.REL) and v.t.keys[c] not in words("verbs", "kana"):
        if (v.verbal(c) and c not in v.named and not v.has(c, W.OFFICE | W.DEF)) or k - c > _FAR:
            return None
        c -= 1
    c += 1
    if c >= k or not starts_noun(v, c) or v.punct(c, "(") or any(prefixed(v.t.keys[c], p) for p in (BI, LI, KA)):
        return None
    e = noun_phrase(v, c, k)
    for comma in range(k - 1, e, -1):
        if v.punct(comma, signs("commas")) and v.has(comma + 1, W.TIME | W.PREP | W.ADV):
            k = comma
    alone = e == k and v.has(c - 1, W.THAT) if c > first else False  # «أن مسؤولا في الوزارة، قال»
    apposed = e < k and v.punct(e, signs("commas"))
    return (c, k) if (alone or apposed) and fits(v, (c, k), cue.agrees) else None


def _report(v: View, cue: Cue, k: int, first: int) -> Range | None:
    """«تقارير استخباراتية، تشير إلى»: an indefinite report that a clause after a comma describes."""
    if not v.punct(k, signs("commas")) or cue.tense != "present":
        return None
    found = _described(v, cue, clause_start(v, k - 1, first), k)
    return found if found and v.t.keys[found[0]] in _reports() else None


def _reports() -> frozenset[str]:
    return words("sources", "role_document") | words("sources", "role_media") | words("sources", "reports")


def _antecedent(v: View, cue: Cue, rel: int, first: int) -> Range | None:
    """The noun that «الذي/التي» takes up, where it is itself the one who speaks."""
    j = cue.last
    if cue.after or j + 1 >= len(v.t) or (v.has(j, W.DEF) and v.is_word(j)):
        return None
    if (v.has(j, W.FEM) or j in v.named) and "obj" in cue.frame and starts_noun(v, j + 1):  # «التي اتهمت فلانة فلانا»
        return None
    c = clause_start(v, rel - 1, first)
    start = _last_phrase(v, c, rel)
    if start is not None and v.t.keys[start] in words("verbs", "when"):
        return None
    if start is None or not fits(v, (start, rel), cue.agrees):
        return None
    hung = prefixed(v.t.keys[start], BI)
    if (
        hung and hung.startswith(ARTICLE) and classify(without_article(hung)) & (W.MASDAR | W.ABSTRACT)
    ):  # «مرتبط بالهجوم الذي قال إن»
        return None
    return start, rel


def _described(v: View, cue: Cue, c: int, end: int) -> Range | None:
    """An indefinite noun whose clause the verb is: «قرار يدعو إلى»."""
    if cue.last < len(v.t) and v.t.keys[cue.last] in words("classes", "pronominal") and not cue.after:
        return None  # «بيانا تقول فيه»: the noun is where it is said
    start = _last_phrase(v, c, end)
    if start is not None:  # «بنشر تقارير تزعم»: the report speaks, not its publication
        start = next((k for k in range(end - 1, start, -1) if v.t.keys[k] in _reports()), start)
    if start is not None and any(prefixed(v.t.keys[start], p) for p in (BI, LI, KA)):
        return None
    if start is None or v.has(start, W.DEF | W.DEM) or start in v.named or not fits(v, (start, end), cue.agrees):
        return None
    after_preposition = start > c - 1 and start > 0 and v.has(start - 1, W.PREP)
    if cue.tense == "past" and after_preposition and end - start <= _NEAR:  # «تقارير تحدثت عن»
        return (start, end) if v.t.keys[start] in _reports() else None
    return (
        (start, end)
        if cue.tense == "present" and not (cue.agrees == "ms" and cue.lemma in lemmas("impersonal"))
        else None
    )


def _last_phrase(v: View, c: int, end: int) -> int | None:
    """Where the last noun phrase of a stretch begins."""
    start = None
    j = c
    while j < end:
        if starts_noun(v, j) and not (v.verbal(j) and not v.has(j, W.DEF | W.OFFICE)) and v.is_word(j):
            start = j
            j = max(j + 1, noun_phrase(v, j, end))
        else:
            j += 1
    return start
