"""Where an assertion ends, and whether it stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tawatur.attribute.draft import Draft
from tawatur.attribute.lexicon import W, lemmas, prefixed, signs, words
from tawatur.attribute.view import FAR, SIGHT, View
from tawatur.model.document import Sentence
from tawatur.model.mention import Quote
from tawatur.model.tokens import Kind
from tawatur.text.words import BI, CONJUNCTIONS

_TRIM = "…"


def bound(v: View, d: Draft, others: Sequence[Draft], s: Sentence) -> None:
    """Set where `d` ends, from the sentence, the quotation marks and what cuts it, and its kind."""
    if d.exact:
        d.kind = "direct"
        return
    q = v.opens.get(d.start)
    if q is not None and not q.is_name and d.sort != "before" and _alone(v, d, q.last, s.last, others):
        d.end = q.last
        d.exact = True
        d.kind = "direct"
        return
    if d.sort != "before":
        held = v.inside[d.cue[0]]
        limit = min(s.last, held.last - 1) if held and held.balanced else s.last
        d.end = _cut(v, d, limit, others, s)
    _trim(v, d)
    d.kind = _kind(v, d)


def _alone(v: View, d: Draft, after: int, limit: int, others: Sequence[Draft]) -> bool:
    """Whether the assertion is over with its quotation marks: a sign, another cue or nothing follows. A clause with أن
    goes on past them («إنها "تشعر بالخجل" وتتحمل المسؤولية»).
    """
    if after >= limit or v.punct(after, signs("stops") + signs("commas") + signs("dashes") + ")"):
        return True
    if v.line_start(after):
        return True
    if any(o.cue[0] == after for o in others):
        return True
    if d.sort == "that" and not v.has(after, W.TIME):
        return False
    return v.has(after, W.PREP | W.CONJ | W.TIME) or v.has(after, W.AND)


def _cut(v: View, d: Draft, limit: int, others: Sequence[Draft], s: Sentence) -> int:
    """The end of an unquoted assertion: the sentence's, or where the speaker's next cue begins."""
    end = limit
    for o in others:
        at = o.cue[0]
        if o is d or not d.start < at < end:
            continue
        if v.inside[at] is not v.inside[d.cue[0]]:
            continue
        if _breaks(v, d, o) or _main_verb(v, d, o, s):
            if o.source is not None and o.word.kind == "verb" and _contrasts(v, o, d.start):
                at = o.source[0] - 1
                at -= v.has(at, W.THAT)
            end = _back(v, at - 1 if v.t.keys[at - 1] in words("verbs", "along") else at, d.start)
    held = v.inside[d.cue[0]]
    short = d.sort in ("object", "prep", "label")
    described = d.word.kind == "verb" and d.cue[0] > s.first and v.has(d.cue[0] - 1, W.REL)
    aside, turns = words("ends", "aside"), words("ends", "turns")
    headline = s.role in ("title", "subhead")
    for k in range(d.start + 1, min(end, d.start + 2 * FAR)):
        word = v.t.keys[k]
        if word in aside:
            breaks = k + 1 < end and v.t.keys[k + 1] in words("ends", "aside_next")
        elif v.t.kinds[k - 1] is Kind.PUNCT and v.t.forms[k - 1] in signs("commas"):
            breaks = word in turns or (short and _new_clause(v, d, k)) or _withheld(v, k, end)
            breaks = (
                breaks
                or (described and short and not v.has(k, W.AND | W.PREP) and not prefixed(word, BI))
                or _goes_on(v, d, k)
            )
        elif headline and v.t.forms[k] == "." and v.t.forms[k - 1] == "." and v.inside[k] is held:
            return _back(v, k - 1, d.start)
        else:
            breaks = short and word in words("ends", "remarks")
        if breaks and v.inside[k] is held:
            return _back(v, k, d.start)
    return end


def _goes_on(v: View, d: Draft, k: int) -> bool:
    """«، محذرا الحركة»: a participle of speech after a comma goes on with the speaker, whatever it takes."""
    return d.word.kind == "verb" and any(
        c.kind == "participle" and c.agrees == d.word.agrees and not c.before for c in v.cues.get(k, ())
    )


def _main_verb(v: View, d: Draft, o: Draft, s: Sentence) -> bool:
    """«وردا على تقارير تحدثت عن غارة، قال المتحدث …»: `d` only describes what is put before the main verb `o`."""
    if not (v.has(s.first, W.PREP) or v.t.keys[s.first] in words("ends", "fronting")) or d.word.kind != "verb":
        return False
    if any(v.punct(k, signs("commas")) for k in range(s.first, d.cue[0])) or d.cue[0] <= s.first + 1:
        return False
    at = o.cue[0]
    return o.word.kind == "verb" and o.word.tense == "past" and o.sort != "before" and v.punct(at - 1, signs("commas"))


def _new_clause(v: View, d: Draft, k: int) -> bool:
    """Whether a comma before token `k` ends a noun phrase that is asserted: a verb or a conjunction follows, or, after
    a label, anything.
    """
    if d.sort == "label" or v.t.keys[k] in words("ends", "clauses"):
        return True
    return v.t.keys[k][0] in CONJUNCTIONS and bool(v.bits[k] & W.VERB) and k not in v.named


def _withheld(v: View, k: int, end: int) -> bool:
    """«، ولم يقدم دليلا», «، دون أن يوضح»: what the speaker did not say is the outlet's remark."""
    if v.t.keys[k] in words("ends", "without") and k + 1 < end:
        k += 1
        if v.t.keys[k] in words("ends", "without") and k + 1 < end:
            k += 1
        if v.has(k, W.THAT) and k + 1 < end:
            k += 1
        return v.t.keys[k] in words("ends", "withheld")
    return False


def _back(v: View, at: int, start: int) -> int:
    while at > start and (
        v.punct(at - 1, signs("commas") + signs("dashes")) or v.t.keys[at - 1] in words("ends", "links")
    ):
        at -= 1
    return at


def _breaks(v: View, d: Draft, o: Draft) -> bool:
    """Whether the cue `o` ends what `d` asserts: the same speaker goes on, or a new clause of another begins."""
    at = o.cue[0]
    after_sign = not v.is_word(at - 1) and at - 1 not in v.opens
    if o.word.kind == "participle":
        return after_sign or o.word.agrees == d.word.agrees or not d.word.agrees
    if o.word.kind == "masdar":
        along = v.t.keys[at - 1] in words("verbs", "along") and not v.is_word(at - 2)
        return o.inherits and (bool(o.word.before) or along)
    if o.word.kind == "particle":
        return o.sort == "before" and after_sign
    if o.word.kind == "verb":
        if o.sort == "before":
            return after_sign
        joined = bool(o.word.before) and o.word.tense == "past"
        if joined and o.word.lemma in lemmas("continuing") and o.sort in ("that", "colon", "quote"):
            return True  # «أكد أن الفريق جاهز وقال: …»: two acts of speech, with or without a comma
        if after_sign is False and o.source is not None and _contrasts(v, o, d.start):
            return True
        linked = v.t.keys[at - 1] in words("ends", "links")
        short = d.sort in ("object", "prep", "label")
        return (joined and (after_sign or short)) or (linked and at >= 2 and not v.is_word(at - 2))
    return False


def _contrasts(v: View, o: Draft, start: int) -> bool:
    """«… لكن طهران تقول إنه سلمي»: a conjunction of contrast, a subject, its verb: another one's word."""
    if o.source is None or o.source[1] > o.cue[0] or o.source[0] - 1 <= start:
        return False
    at = o.source[0] - 1
    if v.has(at, W.THAT):  # «إلا أن فلانا أكد»
        at -= 1
    return at > start and v.t.keys[at] in words("ends", "contrasts")


def _trim(v: View, d: Draft) -> None:
    """Leave out the signs around the assertion, and quotation marks that open it and never close."""
    while (
        d.end > d.start + 1
        and v.punct(d.end - 1, signs("stops") + signs("commas") + signs("dashes") + ":")
        and d.end - 1 not in v.closes
    ):
        d.end -= 1
    while d.start < d.end - 1 and v.punct(d.start, signs("commas") + signs("dashes") + ":"):
        d.start += 1


def _all_named(v: View, q: Quote) -> bool:
    """Whether a quotation holds nothing but a name that is known."""
    inside = range(q.first + 1, q.last - 1 if q.balanced else q.last)
    return all(k in v.named for k in inside if v.is_word(k))


def _kind(v: View, d: Draft) -> str:
    """direct, mixed or indirect. The cue's own quotation does not count; marks around names do not either."""
    held = v.inside[d.cue[0]]
    if held is not None and d.sort != "label":
        return "direct"
    first = v.opens.get(d.start)
    if d.sort == "label" and first is not None and first.last >= d.end:
        return "direct"
    first_in, past = bisect_left(v.opened, d.start), bisect_left(v.opened, d.end)
    held_in = (v.opens[i] for i in v.opened[first_in : min(past, first_in + SIGHT)])
    inner = [q for q in held_in if not q.is_name and not _all_named(v, q)]
    if not inner:
        return "indirect"
    if d.sort == "label" and inner[0].first == d.start and inner[0].last >= d.end:
        return "direct"
    return "mixed"
