"""Who is meant where the verb holds its subject: the phrase that stood last and agrees."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.adjuncts import adjunct
from tawatur.attribute.agreement import fits, nobody, speaks
from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import CLOSED, W, lemmas, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.referents import choose
from tawatur.attribute.slot import slot
from tawatur.attribute.view import FAR, SIGHT, View
from tawatur.model.document import Sentence
from tawatur.text.verbs import TEH_MARBUTA, ends_as_past
from tawatur.text.words import FRAMES, without_article

_GOVERNED = frozenset(p for name, p in FRAMES.items() if name not in ("fi", "li"))
"""Prepositions that a verb is likelier to govern than its subject is."""


def settle(v: View, drafts: Sequence[Draft], sentences: dict[int, Sentence]) -> None:
    """Give every draft its speaker, in the order of the text."""
    for n, d in enumerate(drafts):
        if d.speaker is None:
            d.speaker = _speaker(v, d, drafts, n, sentences[d.sentence])
            if d.speaker is None:
                d.why_open = "no phrase before it agrees with the verb"


def _speaker(v: View, d: Draft, drafts: Sequence[Draft], n: int, s: Sentence) -> Range | None:
    past = drafts[max(0, n - SIGHT) : n]
    if d.word.kind in ("participle", "masdar"):
        return _same_level(v, d, past) or _main_subject(v, d, s) or _same_sentence(v, d, past) or _earlier(v, d, past)
    outer = drafts[d.outer].speaker if d.outer is not None else None
    clause = _clause_subject(v, d, drafts[d.outer]) if d.outer is not None else None
    if outer is not None and d.rule == "attribute.label" and d.outer is not None and fits(v, outer, d.word.agrees):
        within = range(drafts[d.outer].start, d.cue[0])
        if clause is None and not any(k in within for k in v.reference_starts):
            return outer  # «معربا عن تعاطفه مع ضحايا ما وصفه بـ»: nobody else stands in what is said
    if outer is not None and clause is not None and not fits(v, outer, d.word.agrees):
        return clause  # «قالت الوزيرة إن الرئيس أمر بذلك في ما أسماه …»: the verb is his, not hers
    here = _same_level(v, d, past)
    before = d.cue[0] - 1
    pronoun = before >= s.first and (
        v.has(before, W.THAT) or v.accusative(before) or v.t.keys[before] in words("verbs", "but")
    )  # «إلا أنه قال», «بيانا تقول فيه», «لكنه قال»
    resumed = d.cue[1] < s.last and v.t.keys[d.cue[1]] in words("classes", "pronominal")  # «تغريدة قالت فيها»
    pronoun = pronoun or (resumed and d.cue[0] > s.first)
    subject = _main_subject(v, d, s, pronoun=pronoun) if d.cue[0] > s.first else None
    proposed = {
        "same level": here,
        "outer": outer,
        "clause": clause,
        "subject": subject,
        "pronoun's subject": subject if pronoun else None,
        "earlier": _earlier(v, d, past),
    }
    return choose(v, d, past, s, proposed)


def _same_level(v: View, d: Draft, past: Sequence[Draft]) -> Range | None:
    """The speaker of the nearest cue before it in its sentence that agrees and stands in the same outer assertion."""
    for o in reversed(past):
        if o.sentence != d.sentence:
            break
        if (
            o.outer == d.outer
            and o.word.kind != "particle"
            and o.speaker is not None
            and fits(v, o.speaker, d.word.agrees)
            and not nobody(v, o.speaker)
        ):
            return o.speaker
    return None


def _same_sentence(v: View, d: Draft, past: Sequence[Draft]) -> Range | None:
    """The speaker of the nearest cue before it in its sentence that agrees."""
    for o in reversed(past):
        if o.sentence != d.sentence:
            break
        if o.speaker is None or o.word.kind == "particle" or nobody(v, o.speaker):
            continue
        if fits(v, o.speaker, d.word.agrees):
            return o.speaker
    return None


def _main_subject(v: View, d: Draft, s: Sentence, *, pronoun: bool = False) -> Range | None:
    """The subject of a clause before it in the sentence: «أطلقت الحركة هجومها وتعهدت بشن», «رغم أن الوزير لم … إلا أنه قال»."""
    limit = d.cue[0]
    for k in range(limit - 1, max(s.first, limit - FAR) - 1, -1):
        if v.inside[k] is not v.inside[limit]:  # within a quotation others act
            continue
        here = [c for c in v.cues.get(k, ()) if c.kind == "verb" and slot(v, c, s.first) == "yes"]
        if _opens_clause(v, k, s) and (_verb(v, k) or _any_verb(v, k, s)):
            phrase = _after(v, k, limit)
        elif k > s.first and _opens_clause(v, k - 1, s) and v.t.keys[k - 1] in words("classes", "before_verb"):
            phrase = _after(v, k, limit)  # «لم يشر البيان إلى …، لكنه قال»
        elif here and not here[0].after and here[0].lemma not in lemmas("prepositions"):
            phrase = _after(v, k, limit) if len(here[0].agrees) == 2 and here[0].agrees[1] == "s" else None
            phrase = phrase if phrase and fits(v, phrase, here[0].agrees, before=False) else None
        elif v.has(k, W.THAT) and k + 1 < limit and starts_noun(v, k + 1):
            phrase = _before(v, k + 1, limit)
        elif v.t.keys[k] in words("verbs", "kana"):
            phrase = _after(v, k, limit)
        elif _opens_clause(v, k, s) and starts_noun(v, k) and not v.has(k, W.PREP):
            phrase = _before(v, k, limit)
        elif pronoun and v.t.keys[k] in words("verbs", "publishers") and k > s.first and not v.has(k - 1, W.PREP):
            phrase = (k, noun_phrase(v, k, limit, objects=True))  # «نشر صحيفة المرفأ تقريرا قالت فيه»
        else:
            continue
        if phrase and fits(v, phrase, d.word.agrees) and not nobody(v, phrase):
            return phrase
    return _author(v, d, s)


def _author(v: View, d: Draft, s: Sentence) -> Range | None:
    """«جاء ذلك في تغريدة على صفحة رئيس البلدية، حيث قال»: whose page or talk it is."""
    if v.t.keys[s.first] not in words("verbs", "came") and v.t.keys[d.cue[0] - 1] not in words("verbs", "where"):
        return None
    talks = words("inside", "talks") | words("classes", "pages")
    at = next((k for k in range(s.first, min(d.cue[0], s.first + FAR)) if without_article(v.t.keys[k]) in talks), None)
    if at is None:
        return None
    for k in range(at + 1, d.cue[0]):
        if v.has(k, W.OFFICE) or k in v.people:
            phrase = (k, noun_phrase(v, k, d.cue[0], stops=_GOVERNED, objects=True))
            return phrase if fits(v, phrase, d.word.agrees) else None
    return None


def _opens_clause(v: View, k: int, s: Sentence) -> bool:
    """Whether a main clause can open at token `k`: at the start of the sentence, after a sign, after «من جهته»."""
    if k == s.first:
        return True
    return (not v.is_word(k - 1) and k - 1 not in v.closes and k - 1 not in v.opens) or v.t.keys[k - 1] in words(
        "verbs", "side"
    )


def _any_verb(v: View, k: int, s: Sentence) -> bool:
    """«من جهته، سلط رئيس الإقليم الضوء»: at the start of a clause of running text a bare word that no list knows, before
    somebody's office or name, is a verb.
    """
    if s.role in ("title", "subhead") or k + 1 >= s.last or not v.is_word(k) or k in v.named:
        return False
    if v.has(
        k, CLOSED | W.ADV | W.TIME | W.DEF | W.OFFICE | W.MASDAR | W.ABSTRACT | W.MASC | W.FEM | W.PLURAL | W.MEDIA
    ):
        return False
    if (
        v.t.forms[k].endswith(TEH_MARBUTA)
        or v.has(k, W.OWNED | W.PARTITIVE)
        or v.t.keys[k] in words("inside", "titles")
    ):
        return False
    return v.has(k + 1, W.OFFICE) or (k + 1 in v.people and not v.has(k + 1, W.PREP))


def _clause_subject(v: View, d: Draft, outer: Draft) -> Range | None:
    """Who acts in the clause that holds the cue, if that is somebody: «قالت الوزيرة إن الرئيس أمر بذلك في ما سماه …»."""
    j = outer.start
    while j < d.cue[0] and not starts_noun(v, j) and (e := adjunct(v, j, d.cue[0])) > j:
        j = e
    if j >= d.cue[0] or outer.sort not in ("that", "colon", "quote"):
        return None
    phrase = _after(v, j, d.cue[0]) if _verb(v, j) else _before(v, j, d.cue[0]) if starts_noun(v, j) else None
    return phrase if phrase and speaks(v, phrase) and fits(v, phrase, d.word.agrees) else None


def _verb(v: View, k: int) -> bool:
    """Whether token `k`, at the start of a clause, is a verb: one that is known, or a word in the ت of the past."""
    if v.has(k, W.DEF) or k in v.named:
        return False
    return v.verbal(k) or ends_as_past(v.t.keys[k])


def _after(v: View, k: int, limit: int) -> Range | None:
    """The noun phrase after the verb at `k`, adjuncts skipped."""
    j = k + 1
    while j < limit and not starts_noun(v, j) and (e := adjunct(v, j, limit)) > j:
        j = e
    return (
        (j, noun_phrase(v, j, limit, stops=_GOVERNED, objects=True))
        if j < limit and starts_noun(v, j) and not v.verbal(j) and not v.accusative(j)
        else None
    )


def _before(v: View, j: int, limit: int) -> Range | None:
    """The noun phrase at `j` if a verb follows it."""
    e = noun_phrase(v, j, limit)
    at = e + 1 if e in v.opens else e  # «الرئيس "أوصى بذلك"»
    return (j, e) if at < limit and v.verbal(at) else None


def _earlier(v: View, d: Draft, past: Sequence[Draft]) -> Range | None:
    """The last main speaker of the text before that agrees; failing that, the last speaker."""
    last: Range | None = None
    for o in reversed(past):
        if o.speaker is None or o.outer is not None or o.word.kind == "particle":
            continue
        last = last or o.speaker
        if fits(v, o.speaker, d.word.agrees) and not nobody(v, o.speaker):
            return o.speaker
    return last
