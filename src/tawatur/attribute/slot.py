"""Whether a word of the list is a verb where it stands: many past forms are written like nouns or prepositions."""

from __future__ import annotations

from tawatur.attribute.adjuncts import skip_adjuncts
from tawatur.attribute.lexicon import W, lemmas, words
from tawatur.attribute.phrase import noun_phrase
from tawatur.attribute.subject import clause_start
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.verbs import ALEF_MAQSURA, YEH, ends_in_damma, only_verbs
from tawatur.text.words import CONJUNCTIONS, FIRST_PERSON, FUTURE, LI

_EXCEPT = 20
"""Tokens after a negated verb within which an exception turns the negation round."""


def floor(v: View, cue: Cue, s: Sentence) -> int:
    """The first token that can matter: of the sentence, or of the quotation that the cue stands in."""
    q = v.inside[cue.first]
    return max(s.first, q.first + 1) if q else s.first


def slot(v: View, cue: Cue, first: int) -> str:
    """Whether the word can be a verb where it stands: "yes", "weak" (a noun is written the same) or "" for no."""
    i = cue.first
    if v.has(i, W.DEF | W.ADV | W.TIME | W.DEM | W.REL):
        return ""
    if cue.last < len(v.t) and f"{v.t.keys[i]} {v.t.keys[cue.last]}" in words("verbs", "idioms"):
        return ""
    if _other_form(v, cue) or _negated_away(v, cue, first):
        return ""
    if i > first and cue.tense == "past" and v.t.keys[i - 1] in words("verbs", "no_past"):  # «لا شك أن»
        return ""
    if i > first and v.t.keys[i - 1] in words("verbs", "whoever"):  # «لمن يكشف عن»
        return ""
    if FUTURE in cue.before or (
        LI in cue.before and cue.lemma not in lemmas("continuing")
    ):  # «سيقول», «ليؤكد»: nothing is said yet
        return ""
    if i - 1 in v.named and i in v.named and i > first:  # within a name of several words
        return ""
    named = i in v.named and not cue.before and not only_verbs(v.t.keys[i])
    if i == first:
        return "weak" if named else "yes"
    if cue.tense == "present" and v.t.keys[i - 1] in words("classes", "that"):  # «بأن تعلن»: a deed, not a statement
        return ""
    if v.has(i - 1, W.PREP) and not v.has(i - 1, W.AND):
        return ""
    if named:
        return "weak"
    if not _homograph(v, cue):
        return "yes"
    if v.has(i - 1, W.DEM | W.PARTITIVE):
        return ""
    start = clause_start(v, i - 1, first)
    if start == i or not v.is_word(i - 1) or v.t.keys[i - 1] in words("verbs", "auxiliary") or v.has(i - 1, W.REL):
        return "yes"
    closed = (
        v.has(i - 1, W.DEF | W.TIME | W.ADV | W.DEM) or i - 1 in v.named or v.t.keys[i - 1] in words("verbs", "other")
    )
    if closed and v.has(start - 1, W.THAT) and noun_phrase(v, start, i) == i:  # «فإن النادي رفض تنسيقه»
        return "yes"
    return "yes" if closed and skip_adjuncts(v, start, i) == i else "weak"


def _other_form(v: View, cue: Cue) -> bool:
    """Whether hamza, last letter or vowel marks show another form: a first person, a noun in yeh."""
    i = cue.first
    if cue.agrees in ("1s", "1p") or ends_in_damma(v.t.text[v.t.starts[i] : v.t.ends[i]]):
        return True
    bare = v.t.forms[i].lstrip("".join(CONJUNCTIONS)) if cue.before else v.t.forms[i]
    if bare.startswith(FIRST_PERSON) and not cue.lemma.startswith(FIRST_PERSON):
        return True
    weak = cue.tense == "past" and cue.agrees == "ms" and not cue.after and cue.lemma.endswith(ALEF_MAQSURA)
    return weak and v.t.forms[i].endswith(YEH)


def _negated_away(v: View, cue: Cue, first: int) -> bool:
    """Whether a negation makes that nothing is said («ولم تعلن»), or is missing where the form needs one (jussive)."""
    negated = cue.first > first and v.has(cue.first - 1, W.NEG)
    if cue.tense == "jussive" and not negated:
        return True
    if not negated or cue.mode == "denies" or v.t.keys[cue.first - 1] in words("verbs", "what"):
        return False
    rest = range(cue.last, min(cue.last + _EXCEPT, len(v.t) - 1))
    return not any(
        v.t.keys[k] in words("verbs", "except") and not v.has(k + 1, W.THAT) for k in rest
    )  # «لم تعترف إلا أمس» says that she did


def _homograph(v: View, cue: Cue) -> bool:
    """Whether the past is written like a noun or a preposition: «رفض», «طلب», «بين»."""
    if cue.tense != "past" or cue.agrees != "ms":
        return False
    if v.has(cue.first, W.PREP | W.MASDAR) or cue.lemma in lemmas("nouns"):
        return True
    return any(c.kind == "masdar" for c in v.cues.get(cue.first, ()))
