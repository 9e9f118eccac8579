"""One rule for each kind of cue: from a cue in its sentence to a draft, or to nothing."""

from __future__ import annotations

from tawatur.attribute.agreement import fits
from tawatur.attribute.complement import Found, complement
from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W, attached, prefixed, signs, words
from tawatur.attribute.phrase import adjunct, noun_phrase, starts_noun
from tawatur.attribute.subject import before_verb, clause_start
from tawatur.attribute.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.words import BI, FRAMES, KA

_COLON_SOURCE = 12
_MASDAR_REACH = 9


def verb(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«قال الوزير إن …», «الوزير يقول إن …», «وأضاف: …», «…، قال الوزير»."""
    i, first = cue.first, _floor(v, cue, s)
    if cue.tense == "jussive" and not (i > first and v.has(i - 1, W.NEG)):
        return None
    if not _verb_slot(v, cue, first):
        return None
    frames = cue.frame.split("+")
    if "carry" in frames:
        return carry(v, cue, s, limit)
    before = before_verb(v, cue, first)
    if "label" in frames or "name" in frames:
        return label(v, cue, s, limit, before)
    if cue.agrees in ("1s", "1p"):
        return None
    backward = i > first and v.t.keys[i - 1] in words("verbs", "backward")
    found = complement(v, cue, limit, has_subject=before is not None)
    if found is None or (backward and found.sort in ("object", "prep")):
        return _behind(v, cue, s, limit, marked=backward) if "that" in frames or "quote" in frames else None
    if before is None and found.subject is None and _impersonal(v, cue, first):
        return None
    return _draft(v, cue, s, found, before, "attribute.verb")


def _floor(v: View, cue: Cue, s: Sentence) -> int:
    """The first token that can matter: of the sentence, or of the quotation that the cue stands in."""
    q = v.inside[cue.first]
    return max(s.first, q.first + 1) if q else s.first


def _verb_slot(v: View, cue: Cue, first: int) -> bool:
    """Whether the word can be a verb where it stands, when a noun or preposition is written the same."""
    i = cue.first
    if v.has(i, W.DEF):
        return False
    if i == first:
        return True
    if (v.has(i - 1, W.PREP) and not v.has(i - 1, W.AND)) or v.has(i - 1, W.DEM | W.PARTITIVE):
        return False
    homograph = cue.tense == "past" and (
        v.has(i, W.PREP) or any(c.kind == "masdar" for c in v.cues.get(i, ())) or v.has(i, W.MASDAR)
    )
    if not homograph:
        return True
    at_start = clause_start(v, i - 1, first) == i or not v.is_word(i - 1)
    return at_start or v.t.keys[i - 1] in words("verbs", "auxiliary") or v.has(i - 1, W.REL)


def _impersonal(v: View, cue: Cue, first: int) -> bool:
    """«يذكر أن», «ويعتقد أن»: a present without any subject that opens its clause is passive."""
    return cue.tense == "present" and cue.agrees == "ms" and cue.lemma in IMPERSONAL()


def IMPERSONAL() -> frozenset[str]:  # noqa: N802
    return frozenset()


def _draft(v: View, cue: Cue, s: Sentence, found: Found, before: Range | None, rule: str) -> Draft:
    source = before or found.subject
    last = cue.last
    if found.sort in ("that", "prep") and found.marker == cue.last and v.is_word(found.marker):
        word = v.t.keys[found.marker]
        last = cue.last + 1 if v.has(found.marker, W.PREP) and word in FRAMES.values() else last
    return Draft(
        word=cue,
        cue=(cue.first, last),
        start=found.start,
        end=s.last,
        sort=found.sort,
        sentence=s.index,
        source=source,
        speaker=source,
        via=found.via,
        rule=rule,
        mode=cue.mode,
    )


def _behind(v: View, cue: Cue, s: Sentence, limit: int, *, marked: bool) -> Draft | None:
    """The assertion stands before its verb: «"…"، قال الوزير», «…، كما أعلنت الوزارة»."""
    i = cue.first
    if cue.before or cue.last >= limit or cue.tense == "jussive":
        return None
    at = i - 1 if marked else i
    if at <= s.first:
        return None
    quoted = at - 1 in v.closes or (at - 2 in v.closes and not v.is_word(at - 1))
    if not marked and not (quoted or v.punct(at - 1, signs("commas"))):
        return None
    j = cue.last
    while j < limit and not starts_noun(v, j) and (k := adjunct(v, j, limit)) > j:
        j = k
    if j >= limit or not starts_noun(v, j) or v.has(j, W.THAT):
        return None
    source = (j, noun_phrase(v, j, limit))
    if not fits(v, source, cue.agrees, before=False):
        return None
    if not marked and not quoted:
        return None
    end = at
    start = s.first
    if quoted:
        close = at - 1 if at - 1 in v.closes else at - 2
        q = next(q for q in v.opens.values() if q.last - 1 == close)
        if q.is_name:
            return None
        start, end = q.first, q.last
    d = Draft(
        word=cue,
        cue=(at if marked else i, cue.last),
        start=start,
        end=end,
        sort="before",
        sentence=s.index,
        source=source,
        speaker=source,
        rule="attribute.behind",
        mode=cue.mode,
    )
    d.exact = quoted
    return d


def label(v: View, cue: Cue, s: Sentence, limit: int, before: Range | None) -> Draft | None:
    """«وصف X بأنه …», «ما وصفه بـ"…"», «ما سماه "…"»."""
    j = cue.last
    source = before
    if (
        source is None
        and j < limit
        and starts_noun(v, j)
        and j not in v.opens
        and not prefixed(v.t.keys[j], BI)
        and v.t.keys[j] != BI
    ) and (cue.after or not v.has(j, W.MASDAR | W.ABSTRACT | W.DEM | W.OWNED)):
        e = noun_phrase(v, j, limit, stops=frozenset({BI}), objects=not cue.after)
        source = (j, e)
        j = e
    if "name" in cue.frame:
        start = j
        if not cue.after or start >= limit or (not v.is_word(start) and start not in v.opens):
            return None
        if (
            prefixed(v.t.keys[start], BI) is None
            and start not in v.opens
            and v.t.keys[start] != BI
            and not starts_noun(v, start)
        ):
            return None
    else:
        start = _after_bi(v, j, limit)
        if start is None:
            return None
    return Draft(
        word=cue,
        cue=(cue.first, cue.last),
        start=start,
        end=s.last,
        sort="label",
        sentence=s.index,
        source=source,
        speaker=source,
        rule="attribute.label",
        mode=cue.mode,
    )


def _after_bi(v: View, j: int, limit: int) -> int | None:
    """Where the label begins: after «بأن», or at the ب that stands before a quotation, or else at the first ب."""
    first = None
    for k in range(j, limit):
        if v.punct(k, signs("commas") + signs("stops") + ":") and k not in v.opens:
            break
        word = v.t.keys[k]
        if word in (BI, KA) and k + 1 < limit:
            return k + 1
        if v.has(k, W.THAT) and word.startswith(BI):
            return k + 1
        if first is None and (prefixed(word, BI) or (prefixed(word, KA) and attached(word, KA))):
            first = k
    return first


def carry(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«نقلت الوكالة عن الوزير قوله إن …»: the agency is the carrier, the minister the source."""
    first = _floor(v, cue, s)
    before = before_verb(v, cue, first)
    j = cue.last
    carrier = before
    source = None
    passive = False
    while j < limit:
        word = v.t.keys[j]
        if word == FRAMES["an"] and j + 1 < limit and starts_noun(v, j + 1):
            e = noun_phrase(v, j + 1, limit)
            e = _more(v, j + 1, e, limit)
            source = (j + 1, e)
            j = e
            break
        if word.startswith(FRAMES["an"]) and len(word) <= 5 and v.has(j, W.PREP):
            passive = True
            j += 1
            continue
        if carrier is None and starts_noun(v, j) and not v.verbal(j):
            e = noun_phrase(v, j, limit)
            carrier = (j, e)
            j = e
            continue
        k = adjunct(v, j, limit)
        if k <= j:
            break
        j = k
    if source is None and not passive:
        return None
    marked = False
    while j < limit:
        if v.t.keys[j] in words("merges", "carried"):
            marked = True
            j += 1
            continue
        if v.has(j, W.THAT) or v.punct(j, ":"):
            marked = True
            j += 1
            break
        if j in v.opens and not v.opens[j].is_name:
            marked = True
            break
        k = j + 1 if v.punct(j, signs("commas")) else adjunct(v, j, limit)
        if k <= j:
            break
        j = k
    if j >= limit:
        return None
    if not marked and not _backs(v, cue, s):
        return None
    return Draft(
        word=cue,
        cue=(cue.first, cue.last),
        start=j,
        end=s.last,
        sort="that",
        sentence=s.index,
        source=source,
        speaker=source,
        via=[carrier] if carrier else [],
        rule="attribute.carry",
        mode=cue.mode,
    )


def _more(v: View, i: int, e: int, limit: int) -> int:
    """Past an apposition after a comma, if the phrase goes on to the words carried."""
    if e < limit and v.punct(e, signs("commas")) and e + 1 < limit and starts_noun(v, e + 1) and e + 1 not in v.opens:
        if v.t.keys[e + 1] not in words("merges", "carried") and not v.verbal(e + 1):
            return noun_phrase(v, e + 1, limit)
    return e


def _backs(v: View, cue: Cue, s: Sentence) -> bool:
    return False


def participle(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«…، مؤكدا أن …»: the speaker of the clause goes on."""
    i, first = cue.first, _floor(v, cue, s)
    if i == first or v.has(i - 1, W.PREP | W.PARTITIVE) or v.has(i, W.DEF):
        return None
    frames = cue.frame.split("+")
    after_sign = not v.is_word(i - 1)
    if "label" in frames:
        j = cue.last
        start = _after_bi(v, j, limit)
        if start is None:
            start = j
        found: Found | None = Found(start, start, "label")
    else:
        found = complement(v, cue, limit, has_subject=True)
    if found is None:
        return None
    if not after_sign and cue.agrees != "ms" and found.marker - cue.last > 1:
        return None
    if found.sort == "object" and not after_sign and cue.agrees != "ms":
        return None
    d = _draft(v, cue, s, found, None, "attribute.participle")
    d.inherits = True
    return d


def particle(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«وفقا للوزارة», «بحسب الشرطة», «حسبما ذكر»: the source follows, the assertion stands around."""
    j = cue.last
    source: Range | None = None
    cue_end = cue.last
    if j >= limit:
        return None
    if (verbs := [c for c in v.cues.get(j, ()) if c.kind == "verb"]) and v.t.keys[j - 1] in words("verbs", "backward"):
        cue_end = j = j + 1
        carried = "carry" in verbs[0].frame
        while j < limit and not starts_noun(v, j) and (k := adjunct(v, j, limit)) > j:
            j = k
        if carried and verbs[0].after == "" and j < limit and v.t.keys[j] == FRAMES["an"]:
            j += 1
    if j < limit and starts_noun(v, j) and not v.has(j, W.THAT):
        e = noun_phrase(v, j, limit)
        if j == cue.last and (rest := prefixed(v.t.keys[j], "")):
            j = j
        source = (j, e)
    elif cue.span.text and v.has(cue.last - 1, W.OWNED):
        source = None
    if source is None:
        return None
    opening = _opens_clause(v, cue, s)
    k = source[1]
    if opening:
        while k < limit and (
            v.has(k, W.REL) or (not v.punct(k, signs("commas") + ":") and (a := adjunct(v, k, limit)) > k)
        ):
            k = adjunct(v, k, limit)
        while k < limit and (v.punct(k, signs("commas") + ":") or v.has(k, W.THAT)):
            k += 1
        start, end, sort = k, s.last, "after"
        if k >= limit:
            return None
    else:
        start, end, sort = s.first, cue.first, "before"
    return Draft(
        word=cue,
        cue=(cue.first, cue_end),
        start=start,
        end=end,
        sort=sort,
        sentence=s.index,
        source=source,
        speaker=source,
        rule="attribute.particle",
        mode=cue.mode,
    )


def _opens_clause(v: View, cue: Cue, s: Sentence) -> bool:
    """Whether the particle opens its sentence, or the quotation it stands in."""
    return cue.first <= _floor(v, cue, s)


def masdar(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«تأكيد الوزير أن …», «بقوله إن …»: a verbal noun whose own clause follows."""
    if "that" not in cue.frame or (not cue.after and v.t.keys[cue.first] in words("classes", "prepositions")):
        return None
    j = cue.last
    source: Range | None = None
    if not cue.after and not v.has(cue.first, W.DEF) and j < limit and starts_noun(v, j):
        e = noun_phrase(v, j, min(limit, j + _MASDAR_REACH))
        source = (j, e)
        j = e
    while j < min(limit, cue.last + _MASDAR_REACH):
        if v.has(j, W.THAT):
            if not cue.after and source is None and not prefixed(v.t.keys[cue.first], BI):
                return None
            return Draft(
                word=cue,
                cue=(cue.first, cue.last),
                start=j + 1,
                end=s.last,
                sort="that",
                sentence=s.index,
                source=source,
                speaker=source,
                rule="attribute.masdar",
                mode=cue.mode,
                inherits=source is None,
            )
        if v.t.keys[j] in FRAMES.values() and j + 1 < limit and v.has(j + 1, W.THAT):
            j += 1
            continue
        break
    return None


def colon(v: View, cue: Cue, s: Sentence, limit: int) -> Draft | None:
    """«لافروف: …» in a headline."""
    i = cue.first
    if i - s.first > _COLON_SOURCE or i + 1 >= s.last or i == s.first:
        return None
    if v.t.keys[s.first] in words("headline", "topics") or any(
        v.verbal(k) and k not in v.named for k in range(s.first, i)
    ):
        return None
    if not starts_noun(v, s.first) or any(v.has(k, W.THAT | W.REL) for k in range(s.first, i)):
        return None
    e = noun_phrase(v, s.first, i)
    j = e
    while j < i:
        k = adjunct(v, j, i)
        if k <= j:
            return None
        j = k
    return Draft(
        word=cue,
        cue=(i, i + 1),
        start=i + 1,
        end=s.last,
        sort="colon",
        sentence=s.index,
        source=(s.first, e),
        speaker=(s.first, e),
        rule="attribute.colon",
        mode="states",
    )
