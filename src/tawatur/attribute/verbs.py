"""Verbs of speech: «قال الوزير إن …», «الوزير يقول إن …», «وأضاف: …», «"…"، قال الوزير»."""

from __future__ import annotations

from tawatur.attribute.adjuncts import adjunct, skip_adjuncts
from tawatur.attribute.agreement import fits, head, mute, speaks
from tawatur.attribute.carry import carry
from tawatur.attribute.circulation import circulating
from tawatur.attribute.complement import complement, draft_of
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.labels import counted, label
from tawatur.attribute.lexicon import W, classify, lemmas, prefixed, signs, utterance, words
from tawatur.attribute.mode_words import listed
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.slot import floor, slot
from tawatur.attribute.subject import before_verb
from tawatur.attribute.via import interview, is_media
from tawatur.attribute.view import View
from tawatur.attribute.walk import Found
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.model.tokens import Kind
from tawatur.text.verbs import is_future, noun_stems
from tawatur.text.words import BI, CONJUNCTIONS, LI, is_sound_feminine_plural, looks_dual, without_article

_HIDING = 7
"""Tokens within which «عن اسمه» must follow «طلب عدم الكشف»."""
_TALK = 20
"""Tokens within which the verb must follow «في مقابلة مع كذا» at the start of its sentence."""
_CLAUSE = 4
"""Tokens that a clause has at least, among which its verb stands."""


def verb(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«قال الوزير إن …», «الوزير يقول إن …», «وأضاف: …», «…، قال الوزير»."""
    i, first = cue.first, floor(v, cue, s)
    place = slot(v, cue, first)
    if not place:
        return None
    frames = cue.frame.split("+")
    if "carry" in frames:
        return carry(v, cue, s, limit, before_verb(v, cue, first))
    if cue.after and cue.lemma in lemmas("carriers"):
        return None
    before = before_verb(v, cue, first)
    if "label" in frames or "name" in frames:
        return label(v, cue, s, limit, before)
    if cue.after and cue.lemma in lemmas("counted_as") and (named := counted(v, cue, s, limit)):
        return named
    if cue.lemma in lemmas("hiding") and any(
        v.t.keys[k] in words("verbs", "hidden_thing") for k in range(cue.last, min(cue.last + _HIDING, limit))
    ):
        return None
    backward = i > first and v.t.keys[i - 1] in words("verbs", "backward")
    what = i > first and v.t.keys[i - 1] in words("verbs", "what")
    found = complement(v, cue, limit, has_subject=before is not None)
    if found is not None and not _said(v, cue, found, before):
        return None
    if LI in cue.before and (found is None or found.sort not in ("quote", "colon", "that")):
        return None  # «ليعلن ترشحه»: what is meant to be said; «ليرد قائلا: …» is said
    if found is None and (handed_on := circulating(v, cue, s, limit, before)):
        return handed_on
    if found is None or (place == "weak" and found.sort in ("object", "prep") and not _leads(v, cue, s, found)):
        return _behind(v, cue, s, limit, marked=backward) if {"that", "quote"} & set(frames) and not what else None
    if before is not None and cue.agrees == "ms" and cue.lemma in lemmas("impersonal") and not _known(v, before):
        return None
    if source_is_sign(v, before or found.subject) or _only_that(v, found, limit):
        return None
    if cue.lemma in lemmas("carriers") and _document(v, before or found.subject):
        return None
    held = found.sort == "that" and cue.lemma in lemmas("held")  # «ما قالت إنه», «ما ترى المجموعة أنه»
    if what and not held and (not cue.after or found.sort not in ("that", "prep")):
        return None
    if before is None and found.subject is None and _impersonal(cue):
        return None
    if cue.lemma in lemmas("endangers") and _no_speaker(v, before or found.subject):
        return None
    if cue.lemma in lemmas("showing") and not _shown(v, before or found.subject):
        return None
    if cue.lemma in lemmas("pictured") and found.sort == "object" and _picture(v, before or found.subject):
        return None
    if _elsewhere(v, cue, found):
        return None
    if place == "weak" and found.subject is not None and before is None and _unknown(v, found.subject):
        return None
    d = draft_of(v, cue, s, found, before, "attribute.verb")
    if not d.via and (carrier := _fronted(v, cue, first)):
        d.via = [carrier]
    _relay(v, d, found.marker, limit)
    return d


def _leads(v: View, cue: Cue, s: Sentence, found: Found) -> bool:
    """«دان نائب السفير الهجوم»: a word that is a name as well, at the start of a sentence before whoever holds an office."""
    at = found.subject[0] if found.subject is not None else -1
    return cue.first == s.first and at == cue.last and v.has(at, W.OFFICE) and not v.has(at, W.DEF | W.PLURAL)


def _relay(v: View, d: Draft, marker: int, limit: int) -> None:
    """«ذكرت الوكالة نقلا عن مصدر عسكري أن …»: the agency carries, the source that it cites speaks."""
    if d.source is None or not is_media(v, d.source):
        return
    for k in range(d.source[1], marker):
        cited = next((c for c in v.cues.get(k, ()) if c.lemma in words("verbs", "relaying")), None)
        if cited is not None and cited.last < limit and starts_noun(v, cited.last):
            phrase = (cited.last, noun_phrase(v, cited.last, limit))
            if not is_media(v, phrase):
                d.via, d.cue = [d.source, *d.via], (cited.first, cited.last)
                d.source = d.speaker = phrase
            return


def _fronted(v: View, cue: Cue, first: int) -> Range | None:
    """«وفي مقابلة مع قناة المرفأ، قال الوزير»: who carries it is named before the verb."""
    if not v.has(first, W.PREP) or cue.first - first > _TALK:
        return None
    carrier = interview(v, first, cue.first)
    if carrier is None or skip_adjuncts(v, carrier[1], cue.first) < cue.first - 1:
        return None
    return carrier


def _said(v: View, cue: Cue, found: Found, before: Range | None) -> bool:
    """Whether what follows the verb is speech and the verb has its verbal sense there."""
    i = cue.first
    if cue.lemma in lemmas("prepositions") and cue.tense == "past" and cue.agrees == "ms":  # «بين», «عبر»
        linked = i == 0 or not v.is_word(i - 1) or v.line_start(i) or v.t.keys[i - 1] in words("verbs", "auxiliary")
        if not linked and not (cue.before and found.marker == cue.last):
            return False
        if found.sort not in (("prep",) if "an" in cue.frame else ("that", "colon")):
            return False
    if cue.tense == "past" and cue.agrees in ("md", "fd") and (before is None or cue.after or not _two(v, before)):
        return False
    if (
        found.sort == "object" and cue.tense == "present" and cue.lemma in lemmas("counted")
    ):  # «تعتبر نقطة»: is counted as
        return before is not None and speaks(v, before)
    if cue.before and cue.lemma in lemmas("arrives") and v.t.keys[cue.last] in words("inside", "place"):
        return False  # «وردت في التقرير»: it stands there
    if cue.lemma in lemmas("follows") and cue.agrees == "ms" and prefixed(v.t.keys[cue.last], LI):  # «سجن تابع للوكالة»
        return False
    if cue.lemma in lemmas("at_once") and found.sort == "that" and found.marker > cue.last + 2:
        return False  # «زاد العدد بعد أن»
    if cue.lemma in lemmas("rumours") and not _rumour(v, before or found.subject):
        return False
    if (
        cue.lemma in lemmas("reaches")
        and cue.tense == "present"
        and any(v.punct(k, signs("commas")) or v.t.kinds[k] is Kind.NUMBER for k in range(cue.last, found.marker))
    ):  # «ويبلغ الثانية والأربعين، »
        return False
    if cue.lemma in lemmas("performs") and without_article(v.t.keys[found.start]) in words("norms", "shows"):
        return False
    if cue.after and cue.frame == "that":  # «كتبه»: the words stand elsewhere
        return False
    if found.sort == "object" and cue.lemma in lemmas("repeats"):
        held = _stance(v, found.start)
        return held or any(c.kind == "masdar" for c in v.cues.get(found.start, ()))
    if cue.lemma in lemmas("light"):  # «وجه انتقادات», not «وجه الطائرة»: the noun says what is said
        return found.sort == "object" and utterance(v.t.keys[found.start]) and _speaker(v, before or found.subject)
    if found.sort == "prep" and cue.lemma in lemmas("deeds"):
        rest = prefixed(v.t.keys[found.start], BI)
        return rest is None or bool(classify(rest) & (W.MASDAR | W.ABSTRACT))
    if v.inside[i] is not None and before is None and found.subject is None:  # in a quotation, a first person is meant
        return bool(cue.before) and found.sort != "object"
    return True


def _stance(v: View, k: int) -> bool:
    """Whether the word at `k`, with article or pronoun, is what one holds to: «موقفها»."""
    return any(stem in words("verbs", "stances") for stem, _ in noun_stems(v.t.keys[k]))


def _speaker(v: View, phrase: Range | None) -> bool:
    """Whether the subject is left to the context or is somebody who can say things."""
    return phrase is None or not mute(v, phrase)


def _rumour(v: View, phrase: Range | None) -> bool:
    """«وردت تقارير عن أن»: what comes in must be news of something."""
    return phrase is not None and v.t.keys[phrase[0]] in listed("rumours")


def _two(v: View, phrase: Range) -> bool:
    """Whether a phrase names two: a dual, or two that are joined."""
    return any(looks_dual(v.t.keys[k]) or (k > phrase[0] and v.t.keys[k][0] in CONJUNCTIONS) for k in range(*phrase))


def _picture(v: View, phrase: Range | None) -> bool:
    """«مقطع يظهر السيول»: pictures show, they do not say."""
    return phrase is not None and any(
        without_article(v.t.keys[k]) in words("norms", "pictures")
        for k in range(phrase[0], min(phrase[0] + 2, phrase[1]))
    )


def _elsewhere(v: View, cue: Cue, found: Found) -> bool:
    """Whether a verb of publishing, or one that needs its words at once, has another verb before the clause: «بثت الوزارة
    شريطا قالت إنه», «هاجمت سفينة لأنها تحمل "…"».
    """
    carriers = cue.lemma in lemmas("carriers") and found.sort in ("that", "quote", "colon")
    if not (carriers or (cue.frame == "quote" and found.sort == "quote")):
        return False
    return any(c.kind == "verb" and k not in v.named for k in range(cue.last, found.marker) for c in v.cues.get(k, ()))


def _no_speaker(v: View, phrase: Range | None) -> bool:
    """«توقف الرواتب يهدد بحرمان الأطفال»: a deed or state that threatens says nothing."""
    if phrase is None or speaks(v, phrase):
        return False
    h = head(v, phrase)
    bare = without_article(v.t.keys[h])
    return v.has(h, W.OWNED) or bool(classify(bare) & (W.MASDAR | W.ABSTRACT)) or is_sound_feminine_plural(bare)


def _shown(v: View, phrase: Range | None) -> bool:
    """Whether a text, a study or those who made it show a thing; deeds and people who prove themselves tell nothing."""
    if phrase is None:
        return True
    said = {without_article(v.t.keys[k]) for k in range(phrase[0], min(phrase[0] + 3, phrase[1]))}
    names = ("role_document", "reports", "role_expert", "analyst", "evidence")
    return any(said & words("sources", name) for name in names)


def _unknown(v: View, phrase: Range) -> bool:
    """Whether a single indefinite word that names nobody would be the subject: «ورد وطني»."""
    h = head(v, phrase)
    return not speaks(v, phrase) and not v.has(h, W.DEF | W.MEDIA | W.PARTITIVE | W.MASC | W.FEM | W.DEM)


def source_is_sign(v: View, phrase: Range | None) -> bool:
    """Whether the phrase is no speaker but a sign of something: «في خطوة تؤكد عمق التحالف»."""
    return phrase is not None and without_article(v.t.keys[head(v, phrase)]) in words("norms", "tokens")


def _document(v: View, phrase: Range | None) -> bool:
    """Whether the phrase is a text: a text is published, it does not publish («تصريح نشر أمس»)."""
    texts = words("sources", "role_document") | words("sources", "reports")
    return phrase is not None and without_article(v.t.keys[head(v, phrase)]) in texts


def _only_that(v: View, found: Found, limit: int) -> bool:
    """«تؤكد ذلك»: a pronoun alone asserts nothing."""
    after = found.start + 1
    return v.has(found.start, W.DEM) and (after >= limit or v.punct(after, signs("stops") + signs("commas")))


def _known(v: View, phrase: Range) -> bool:
    """Whether the phrase is definite or a name: of an indefinite one, «يعتقد أنه» is a passive."""
    return any(v.has(k, W.DEF | W.FEM | W.PLURAL) or k in v.named for k in range(*phrase))


def _impersonal(cue: Cue) -> bool:
    """«يذكر أن», «ويعتقد أن»: a present without any subject that is seen is passive."""
    if cue.lemma in lemmas("appears") and cue.agrees == "fs" and cue.tense == "present":  # «تبين أن»: it was found
        return True
    return (
        cue.tense == "present"
        and (cue.agrees == "ms" or (cue.agrees == "fs" and cue.lemma in lemmas("counted")))
        and cue.lemma in lemmas("impersonal")
    )


def _told(v: View, cue: Cue, s: Sentence) -> bool:
    """«ستدعم بلاده الخطة، أخبر الرئيس فلان فلانا»: a whole clause before a comma, then a bare verb of telling."""
    at = cue.first
    if cue.lemma not in lemmas("telling") or cue.tense != "past" or cue.after or v.inside[at] is not None:
        return False
    if at - s.first < _CLAUSE or not v.punct(at - 1, signs("commas")):
        return False
    said = [k for k in range(s.first, at) if any(c.kind == "verb" and c.frame for c in v.cues.get(k, ()))]
    if any(v.t.keys[k - 1] not in words("verbs", "before_noun") for k in said):  # «دون أي تحفظ» says nothing
        return False
    near = [k for k in range(s.first, min(at, s.first + _CLAUSE)) if k not in v.named]
    return any(v.verbal(k) or is_future(v.t.keys[k]) for k in near)


def _behind(v: View, cue: Cue, s: Sentence, limit: int, *, marked: bool) -> Draft | None:
    """The assertion stands before its verb: «"…"، قال الوزير», «…، كما أعلنت الوزارة».

    `marked`: a particle before the verb says so; else a quotation must have ended just before.
    """
    at = cue.first - 1 if marked else cue.first
    if cue.before or cue.tense == "jussive" or at <= s.first or cue.lemma in lemmas("prepositions"):
        return None
    close = next((k for k in (at - 1, at - 2) if k in v.closes and (k == at - 1 or not v.is_word(at - 1))), None)
    told = close is None and not marked
    if told and not _told(v, cue, s):
        return None
    j = cue.last
    while j < limit and not starts_noun(v, j) and (k := adjunct(v, j, limit)) > j:
        j = k
    if j >= limit or not starts_noun(v, j):
        return None
    source = (j, noun_phrase(v, j, limit, objects=told))
    if not fits(v, source, cue.agrees, before=False) or (told and not (speaks(v, source) and _known(v, source))):
        return None
    d = make(cue, s, s.first, "before", "attribute.behind", source=source)
    d.cue, d.end = (at, cue.last), at
    if close is not None:
        q = next(q for q in v.opens.values() if q.last - 1 == close)
        if q.is_name or (v.is_word(q.first - 1) and q.first > s.first and close == at - 1):  # «أبناء "كذا" يختتمون»
            return None
        d.start, d.end, d.exact = q.first, q.last, True
    return d
