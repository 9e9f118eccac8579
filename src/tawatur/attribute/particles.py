"""Particles and the colon of headlines: «وفقا للوزارة», «حسبما ذكرت الوكالة», «لافروف: …»."""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct, relative, skip_adjuncts
from tawatur.attribute.agreement import speaks
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.lexicon import W, lemmas, prefixed, signs, words
from tawatur.attribute.mode_words import listed
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.slot import floor
from tawatur.attribute.subject import clause_start
from tawatur.attribute.via import carried_by, is_media, is_page, transmitter
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.model.tokens import Kind
from tawatur.text.verbs import is_future
from tawatur.text.words import BI, FRAMES, LI, peel, suffixed, without_article

_TELLING = (
    "role_document",
    "reports",
    "role_state",
    "role_group",
    "role_media",
    "role_expert",
    "role_witness",
    "source",
)
_ASIDE = signs("commas") + signs("dashes")
_COLON_SOURCE = 12
"""Tokens that may stand before the colon of a headline."""


def particle(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«وفقا للوزارة», «بحسب الشرطة», «حسبما ذكر الوزير», «على حد قوله»: the assertion stands around the cue."""
    if cue.lemma in words("merges", "found_in") and not _quoted_in(v, cue, limit):
        return None
    opening = cue.first <= floor(v, cue, s) or cue.lemma in words("merges", "found_in")
    if cue.after:
        if opening:
            return None
        d = make(cue, s, s.first, "before", "attribute.particle")
        d.end, d.inherits = cue.first, True
        return d
    if v.t.keys[cue.first] == FRAMES["ala"] and v.t.keys[cue.last - 1] in words("verbs", "what"):
        told_by = any(c.lemma in lemmas("told_so") for c in v.cues.get(cue.last, ()))
        if not told_by or (cue.first > s.first and v.is_word(cue.first - 1)):  # «تحفظ على ما وصفه بـ»
            return None
    source, cue_end = _named(v, cue, limit)
    told = cue_end > cue.last  # «بحسب ما ذكر موقع كذا»: what has a verb of speech is no measure
    if source is not None and v.has(source[0], W.DEM) and source[1] == source[0] + 1:  # «على قول ذلك»
        return None
    if source is None or (not told and not _titled(v, source) and _norm(v.t.keys[source[0]])):
        return None
    aside = opening or not v.is_word(cue.first - 1)
    if not told and not aside and cue.lemma in words("norms", "measures") and not _witness(v, source):
        return None  # «تسير وفق برنامج زمني»: by what measure, not by whose word
    if not opening:
        d = make(cue, s, s.first, "before", "attribute.particle", source=source)
        d.cue, d.end = (cue.first, cue_end), cue.first
        return _around(v, d, s, limit, source[1])
    k = source[1]
    via: list[Range] = []
    while k < limit and not v.punct(k, ":"):
        at = k + 1 if v.punct(k, signs("commas")) and k + 1 < limit else k
        if carrier := carried_by(v, at, limit):  # «وفقا لتقرير، استشهدت به وكالة، …»
            via.append(carrier)
            k = carrier[1]
        elif at == k and (e := adjunct(v, k, limit)) > k:
            k = e
        else:
            break
    while k < limit and (v.punct(k, signs("commas") + ":") or v.has(k, W.THAT)):
        k += 1
    if k >= limit:
        return None
    d = make(cue, s, k, "after", "attribute.particle", source=source)
    d.cue, d.via = (cue.first, cue_end), via
    return d


def _around(v: View, d: Draft, s: Sentence, limit: int, k: int) -> Draft:
    """An aside inside a clause. «أسفرت، بحسب فلان، عن …»: between a verb and its complement it is said of the rest;
    «سيطرت القوات، وفق المصادر، على القرية»: else of the whole clause, which goes on behind it.
    """
    at = d.cue[0]
    if at < s.first + 2 or not v.punct(at - 1, _ASIDE):
        return d
    while k < limit and not v.punct(k, _ASIDE) and (e := adjunct(v, k, limit)) > k:
        k = e
    if k + 2 >= limit or not v.punct(k, _ASIDE):
        return d
    dashes = v.punct(at - 1, signs("dashes")) and v.punct(k, signs("dashes"))
    k += 1
    if dashes:  # «ستفرض الرسوم - بحسب الوزارة - على القطن»
        d.end = limit
        return d
    if v.verbal(at - 2) and at - 2 not in v.named and not v.has(at - 2, W.DEF | W.REL):
        d.start, d.end, d.sort = k + 1 if v.t.keys[k] in FRAMES.values() else k, limit, "after"
    elif _goes_on(v, clause_start(v, at - 2, s.first), at, k):
        d.end = limit
    return d


def words_of_us() -> tuple[str, ...]:
    """Endings of a first person plural that nouns and verbs share: «قواتنا», «رفضنا»."""
    return tuple(words("headline", "us"))


def _goes_on(v: View, start: int, at: int, k: int) -> bool:
    """Whether token `k` continues the clause from `start` to `at`: a bare preposition, or the verb or pronoun that a
    subject still waits for.
    """
    if v.has(k, W.PREP) and not v.has(k, W.AND | W.CONJ | W.TIME):
        return True
    if any(prefixed(v.t.keys[k], p) for p in (BI, LI)) and not v.verbal(k):  # «قامت، بحسب التقرير، باستبدال»
        return True
    waits = not any(v.verbal(i) and i not in v.named for i in range(start, at))
    return waits and not v.has(k, W.AND) and (v.verbal(k) or v.has(k, W.PRON))


def _named(v: View, cue: Cue, limit: int) -> tuple[Range | None, int]:
    """Who is named after the particle, and where the cue ends: «بحسب ما ذكرت» takes its verb along."""
    j = end = cue.last
    verb = next((c for c in v.cues.get(j, ()) if c.kind == "verb"), None) if j < limit else None
    if verb is not None and v.t.keys[j - 1] in words("verbs", "what"):
        j = end = j + 1
        while j < limit and not starts_noun(v, j) and (k := adjunct(v, j, limit)) > j and v.t.keys[j] != FRAMES["an"]:
            j = k
        if j < limit and v.t.keys[j] == FRAMES["an"]:
            j += 1
    elif verb is None and v.t.keys[j - 1] in words("verbs", "what") and cue.last - cue.first > 1:
        return None, end  # «وفق ما يلي»
    if j < limit and starts_noun(v, j) and not v.has(j, W.THAT):
        return (j, _clause_too(v, j, noun_phrase(v, j, limit), limit)), end
    return None, end


def _clause_too(v: View, j: int, e: int, limit: int) -> int:
    """«بحسب البيان الذي أصدرته الأمانة»: a clause that tells which text is meant is part of its name."""
    if e >= limit or not v.has(e, W.REL) or j in v.people:
        return e
    end = relative(v, e + 1, limit)
    return end if end - e <= _COLON_SOURCE else e


def _witness(v: View, phrase: Range) -> bool:
    """Whether a phrase names somebody or a text that tells something."""
    if speaks(v, phrase) or is_media(v, phrase) or v.t.kinds[phrase[0]] is Kind.LATIN or phrase[0] in v.opens:
        return True
    said = {
        without_article(rest) for k in range(phrase[0], min(phrase[0] + 2, phrase[1])) for _, rest in peel(v.t.keys[k])
    }
    return any(said & words("sources", name) for name in _TELLING)


def _titled(v: View, phrase: Range) -> bool:
    """«حسب موقع "كذا"»: a head of media with its name after it."""
    k = phrase[0] + 1
    if k >= phrase[1]:
        return False
    name = k in v.opens or k in v.named or v.t.kinds[k] is Kind.LATIN
    return (is_media(v, phrase) and name) or (is_page(v, phrase) and (name or v.has(k, W.DEF)))


def _norm(word: str) -> bool:
    """Whether the word is a rule or measure and no speaker: «وفقا للقانون», «حسب الحاجة»."""
    heads = words("norms", "heads")
    return any(
        without_article(rest) in heads or any(s in heads and len(pronoun) > 1 for s, pronoun in suffixed(rest))
        for _, rest in peel(word)
    )


def _quoted_in(v: View, cue: Cue, limit: int) -> bool:
    """«جاء في البيان أن»: what stands in a text is only said where its words follow."""
    e = noun_phrase(v, cue.last, limit) if starts_noun(v, cue.last) else cue.last
    while e < limit and (k := adjunct(v, e, limit)) > e:
        e = k
    return e < limit and (v.has(e, W.THAT) or v.punct(e, ":") or e in v.opens)


def colon(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«لافروف: …» in a headline: a verbless phrase that names somebody, a colon, the words."""
    i = cue.first
    if not s.first < i <= s.first + _COLON_SOURCE or i + 1 >= limit:
        return None
    before = range(s.first, i)
    if v.t.keys[s.first] in words("headline", "topics") or not starts_noun(v, s.first):
        return None
    if any((v.verbal(k) and k not in v.named) or v.has(k, W.THAT | W.REL) for k in before):
        return None
    e = noun_phrase(v, s.first, i)
    carrier = transmitter(v, e, i) if e < i else None
    if carrier is None and skip_adjuncts(v, e, i) != i:
        return None
    alone = all(k in v.places or v.t.keys[k] in words("classes", "places") for k in range(s.first, e))
    if alone and not _uttered(v, i + 1, limit, capital=v.t.keys[s.first] in words("headline", "capitals")):
        return None  # «كينيا: مقتل خمسة»: where it happened
    d = make(cue, s, i + 1, "colon", "attribute.colon", source=(s.first, e))
    d.via = [carrier] if carrier else []
    return d


def _uttered(v: View, k: int, limit: int, *, capital: bool) -> bool:
    """Whether what follows a place and a colon is its word: it is quoted, denies, promises, demands or says «we»."""
    word = v.t.keys[k]
    happens = v.has(k, W.MASDAR | W.ABSTRACT) or v.t.kinds[k] is Kind.NUMBER
    if (capital and not happens) or any(p in v.opens and not v.opens[p].is_name for p in range(k, limit)):
        return True
    if k in v.opens or word in listed("duties") or word in words("headline", "utters") or is_future(word):
        return True
    return any(
        v.t.keys[p] in words("headline", "ours") or v.t.keys[p].endswith(words_of_us())
        for p in range(k, min(k + 4, limit))
    )
