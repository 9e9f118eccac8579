"""What follows a cue: its subject, its adjuncts, its transmitters, and where what is asserted begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.attribute.agreement import fits
from tawatur.attribute.draft import Draft, Range, make
from tawatur.attribute.lexicon import W, classify, common, governs_bi, lemmas, owned_act, prefixed, signs, words
from tawatur.attribute.phrase import adjunct, named_by, noun_phrase, object_begins, relative, starts_noun
from tawatur.attribute.via import carried_by, interview, transmitter
from tawatur.attribute.view import FAR, View
from tawatur.model.document import Sentence
from tawatur.model.mention import Cue
from tawatur.text.verbs import TEH_MARBUTA, is_future
from tawatur.text.words import ARTICLE, BI, FRAMES, KA, LI, is_sound_feminine_plural, without_article

NO_SUBJECT_AFTER = ("md", "fd", "mp", "fp")
"""Before its subject a verb stands in the singular (Ryding ch. 3): after a plural or dual comes no subject."""
_CLAUSE = 14
"""Tokens that a describing clause may have to count as part of the source."""
_TITLES = 28
"""Tokens that a row of titles up to a name may have."""
_AHEAD = 9
"""Tokens within which a clause must begin for the words before it to be the subject's."""
_BLAME = 10
"""Tokens within which the word for guilt must follow."""


@dataclass(slots=True)
class Found:
    """Where an assertion begins. `sort`: that, colon, quote, prep or object; `marker`: the token that opens it.

    `subject`, `via`: token ranges. `merged`: a second verb of speech with the same assertion («وأضاف يقول»).
    """

    start: int
    marker: int
    sort: str
    subject: Range | None = None
    via: list[Range] = field(default_factory=list)
    merged: int | None = None


@dataclass(slots=True)
class _Walk:
    """The state of one walk from a cue to what it asserts."""

    v: View
    limit: int
    frames: frozenset[str]
    has_subject: bool
    owned: bool
    subject: Range | None = None
    via: list[Range] = field(default_factory=list)
    merged: int | None = None
    skipped_object: bool = False
    after: int = 0
    leaning: bool = False
    addressed: bool = False
    apposed: bool = False
    plain: bool = False
    agrees: str = ""

    def found(self, start: int, marker: int, sort: str) -> Found | None:
        """The result, unless nothing is left to assert."""
        while start < self.limit and self.v.punct(start, ":" + signs("commas") + signs("dashes")):
            start += 1
        if sort == "colon" and start < self.limit and self.v.has(start, W.THAT):
            start += 1
        if start >= self.limit:
            return None
        return Found(start, marker, sort, self.subject, self.via, self.merged)


def complement(v: View, cue: Cue, limit: int, *, has_subject: bool) -> Found | None:
    """Where the assertion of `cue` begins, looking no further than token `limit`; None where the cue asserts nothing.

    `has_subject`: the subject stands before the cue, so that a noun phrase after it is an object.
    """
    frames = frozenset(cue.frame.split("+"))
    stops = frozenset(p for f, p in FRAMES.items() if f in frames) | (
        frozenset({FRAMES["ila"]}) if "ila_that" in frames else frozenset()
    )
    if cue.after:  # «اتهمه بالتقصير», «شكره على جهوده»: of what, once the pronoun has said whom
        stops |= {FRAMES[p] for p in ("bi", "ala") if cue.lemma in lemmas(f"owned_{p}")}
    elif _taken_up(v, cue.last, limit, stops):
        return None
    if cue.agrees in NO_SUBJECT_AFTER:
        has_subject = True
    w = _Walk(
        v,
        limit,
        frames,
        has_subject,
        bool(cue.after),
        after=cue.last,
        leaning=cue.lemma in lemmas("leaning"),
        addressed=cue.lemma in lemmas("addressed"),
        plain=cue.lemma in lemmas("plain") and cue.tense == "past" and cue.before != "",
        agrees=cue.agrees,
    )
    j = cue.last
    while j < min(limit, cue.last + FAR):
        opened = _opens(w, j, stops)
        if opened is not None:
            return opened
        before = w.has_subject
        after = _past(w, j, stops)
        if after <= j and w.has_subject == before:
            return None
        j = after
    return None


def _taken_up(v: View, j: int, limit: int, stops: frozenset[str]) -> bool:
    """«الرد الذي أعلن عنه»: the verb's own preposition with a pronoun at `j` stands for what was said."""
    own = tuple(stops & {FRAMES["an"], FRAMES["ila"]})
    if j + 1 >= limit or not own or v.t.keys[j] not in words("classes", "pronominal"):
        return False
    return v.t.keys[j].startswith(own) and not v.has(j + 1, W.THAT)


def _opens(w: _Walk, j: int, stops: frozenset[str]) -> Found | None:
    """What is asserted, if its opening stands at token `j`."""
    v, frames = w.v, w.frames
    clause = bool(frames & {"that", "quote", "obj"})
    if v.punct(j, ":") and clause:
        return w.found(j + 1, j, "colon")
    if clause and j in v.opens and not (v.opens[j].is_name or named_by(v, j, w.limit)):
        return w.found(j, j, "quote")
    if BI in stops and j in v.opens and (w.subject or w.has_subject) and prefixed(v.t.keys[j + 1], BI):
        return w.found(j, j, "prep")  # «أشاد الرئيس "بالحشد" الكبير»
    if v.has(j, W.THAT):
        if not frames & {"that", "obj"}:
            return None
        return w.found(j + 1, j, "that")
    word = v.t.keys[j]
    if word in stops and v.bits[j]:
        if j + 1 < w.limit and v.has(j + 1, W.THAT):
            return w.found(j + 2, j, "that")
        if "ila_that" in frames or (word in (FRAMES["fi"], FRAMES["ala"]) and j + 1 < w.limit and _occasion(w, j + 1)):
            return None
        return w.found(j + 1, j, "prep")
    if word in words("verbs", "bi_adverbs"):
        acted = j + 1 < w.limit and v.has(j + 1, W.DEF) and not word.startswith(BI + ARTICLE)
        if BI in stops and acted and (w.subject or w.has_subject) and classify(word[1:]) & W.MASDAR:
            return w.found(j, j, "prep")  # «ندد باستمرار القصف»: with a construct it is an act
        return None
    for letter in (BI, LI):
        if letter in stops and (rest := prefixed(word, letter)):
            if j == w.after and not (
                w.has_subject or w.owned or rest.startswith(ARTICLE) or classify(rest) or common(rest)
            ):
                return None  # «طالب بيومي الحكومة»: a name that begins like a preposition
            if letter == LI and classify(rest) & W.MEDIA:
                return None
            return w.found(j + 1 if classify(rest) & W.THAT else j, j, "prep")
        if letter in stops and word == letter:
            return w.found(j, j, "prep")
    if BI in stops and (w.subject or w.has_subject) and j not in v.named and governs_bi(word):
        return w.found(j, j, "prep")
    if "that" in frames and word in FRAMES.values() and v.bits[j] and j + 1 < w.limit and v.has(j + 1, W.THAT):
        return w.found(j + 2, j, "that")
    if "blame" in frames and not any(
        v.t.keys[k] in words("verbs", "blame") for k in range(j, min(j + _BLAME, w.limit))
    ):
        return None
    if w.plain and w.subject is not None and w.subject[1] == j and _spoken(v, j, w.limit):
        return w.found(j, j, "colon")
    if (
        "blame" in frames
        and w.subject is not None
        and not w.has_subject
        and w.subject[1] == j
        and (word in words("verbs", "blame"))
    ):  # «وحملت دمشق المسؤولية»: who is blamed; who blames was named before
        start, w.subject = w.subject[0], None
        return w.found(start, start, "object")
    if "fact" in frames and not w.owned and _act(w, j):
        return w.found(j, j, "object")
    if frames & {"obj", "blame"} and not w.owned and _object(w, j):
        if "that" in frames and v.has(j, W.DEM | W.DEF) and (k := _clause_after(w, j)):
            return w.found(k + 1, k, "that")
        return w.found(j, j, "object")
    return None


def _occasion(w: _Walk, k: int) -> bool:
    """«في مؤتمر», «على تويتر», «على صفحته»: when and where it is said."""
    if w.v.has(k, W.TIME | W.OCCASION):
        return w.v.t.keys[k - 1] == FRAMES["fi"] or w.v.t.keys[k] in words("classes", "pages")
    return w.v.t.keys[k - 1] == FRAMES["ala"] and w.v.t.keys[k] in words("classes", "pages")


def _clause_ahead(w: _Walk, j: int) -> bool:
    """Whether the words that follow are still the subject's: a clause with أن comes before any verb."""
    for k in range(j, min(j + _AHEAD, w.limit)):
        if w.v.has(k, W.THAT) or w.v.punct(k, ":"):
            return not w.v.t.keys[k].startswith(BI)  # «الاتهامات بأن»: the clause of a noun
        if (w.v.verbal(k) and k not in w.v.named and not w.v.has(k, W.DEF)) or w.v.has(k, W.REL | W.PREP):
            return False
    return False


def _act(w: _Walk, j: int) -> bool:
    """Whether a verbal or abstract noun opens an object at `j`: «أظهر تراجعا», «طلبت التحقيق»."""
    nouns = W.ABSTRACT | W.MASDAR | (W.VERB if w.v.has(j, W.DEF) else 0)  # «التوصل»: with the article it is a noun
    bare = classify(without_article(w.v.t.keys[j])) & nouns
    known = w.has_subject or w.subject is not None
    return bool(bare) and (known or not w.v.has(j, W.DEF)) and _object(w, j)


def _clause_after(w: _Walk, j: int) -> int | None:
    """«أوضح هذه المسألة بأن …»: the clause that follows a definite object is what is asserted."""
    k = noun_phrase(w.v, j, w.limit)
    of_noun = k < w.limit and w.v.t.keys[k].startswith(BI) and "bi" not in w.frames  # «الاتهامات بأنها كذبت»
    return k if k < w.limit and not of_noun and (w.v.has(k, W.THAT) or w.v.punct(k, ":")) else None


def _object(w: _Walk, j: int) -> bool:
    """Whether the bare noun phrase at `j` is what is asserted: the subject is known, or the word cannot be one."""
    v = w.v
    if v.t.keys[j] in words("classes", "object_particles") or (v.has(j, W.DEM) and (w.subject or w.has_subject)):
        return True
    if any(c.kind in ("particle", "participle") for c in v.cues.get(j, ())):
        return False
    if not starts_noun(v, j) or (v.verbal(j) and not v.has(j, W.MASDAR | W.ABSTRACT | W.OWNED)):
        return False
    if any(prefixed(v.t.keys[j], p) for p in (BI, LI, KA)):
        return False
    if w.has_subject or v.accusative(j):
        return True
    if w.subject:
        opens = v.has(j, W.ABSTRACT | W.MASDAR | W.OWNED | W.DEM) or "that" not in w.frames
        return opens or not _clause_ahead(w, j)
    if v.has(j, W.OWNED) and owned_act(v.t.keys[j]):  # «أعلنت مسؤوليتها عن»: an act of the speaker's own
        return True
    return v.has(j, W.ABSTRACT | W.MASDAR) and not v.has(j, W.DEF | W.OFFICE | W.PARTITIVE)


def _past(w: _Walk, j: int, stops: frozenset[str]) -> int:
    """The token after whatever stands at `j` and is not yet what is asserted; `j` itself where the walk must end."""
    v = w.v
    if v.t.keys[j] in words("merges", "after"):
        if (
            w.merged is not None
            or w.skipped_object
            or (j > w.after and w.leaning and v.t.keys[j] in words("merges", "state"))
        ):
            return j
        w.merged = j
        return j + 1
    if v.punct(j, signs("marks")) and j not in v.opens:  # a quotation mark that pairs with nothing
        return j + 1
    if (
        v.has(j, W.PREP)
        and v.has(j, W.AND)
        and j + 1 < w.limit
        and v.t.keys[j + 1] in words("classes", "circumstances")
    ):
        return j  # «بشهاداتهم ومن المقرر أن»: a new clause
    if v.punct(j, signs("commas")) and w.subject is not None and w.subject[1] == j and _parenthesis(v, j + 1, w.limit):
        end = relative(v, j + 2, w.limit)
        _extend(w, end)
        return end
    if v.punct(j, signs("commas")) and w.subject is not None and w.subject[1] == j and _unnamed_aside(w, j + 1):
        return relative(v, j + 2, w.limit)
    if v.punct(j, signs("commas")):
        return _apposition(w, j + 1, stops)
    if carrier := transmitter(v, j, w.limit) or carried_by(v, j, w.limit) or interview(v, j, w.limit):
        w.via.append(carrier)
        return carrier[1]
    if v.has(j, W.REL) and w.subject is not None and w.subject[1] == j:
        end = relative(v, j + 1, w.limit)
        if w.subject[0] not in v.people:  # «قالت هيلي التي كانت في رحلة»: a name needs no clause to tell who
            _extend(w, end)
        return end
    if w.subject is not None and w.subject[1] == j and v.is_word(j) and _parenthesis(v, j, w.limit):
        end = relative(v, j + 1, w.limit)  # «فلان وهو متحدث باسم الحركة إن»
        _extend(w, end)
        return end
    waiting = w.subject is None and not w.has_subject
    after = adjunct(v, j, w.limit, lenient=waiting and j == w.after)
    if after > j:
        return after
    if v.verbal(j) and j not in v.named and not v.has(j, W.OFFICE | W.MASDAR | W.DEF):
        described = (
            w.subject is not None and w.subject[1] == j and not v.has(w.subject[0], W.DEF) and j - 1 not in v.named
        )
        known = w.has_subject or described or (w.subject is not None and w.subject[1] < j)
        joined = v.has(j, W.AND) or any(c.before for c in v.cues.get(j, ()))
        if not known or joined or not v.is_word(j - 1) or j <= w.after:
            return j
        end = relative(v, j + 1, w.limit)
        if described:
            _extend(w, end)
        return end
    if not starts_noun(v, j):
        return j
    end = noun_phrase(
        v,
        j,
        w.limit,
        stops=stops,
        objects=bool(w.frames & {"obj", "fact", "blame", "label", "ila", "min", "bi", "ala"}),
    )
    if "that" in w.frames and not w.addressed:
        whole = noun_phrase(v, j, w.limit, stops=stops)
        if not (whole < w.limit and _clause_opens(v, whole)) and w.subject is None:
            whole = _up_to_name(v, j, w.limit)
        if end < whole < w.limit and _clause_opens(v, whole):  # «أكد الفريق الركن فلان وزير الدفاع أن»
            end = whole
    if w.subject is None and not w.has_subject:
        if v.accusative(j):  # «كتب مهاجما الهيئة»: how, not who
            return end
        if not fits(v, (j, end), w.agrees, before=False):  # «وشكر السفارة»: the verb would agree with its subject
            w.has_subject = True
            return j if w.frames & {"obj", "blame"} else end
        w.subject = (j, end)
        return end
    told = w.addressed and object_begins(v, w.subject[0], j) if w.subject is not None else False
    if w.subject is not None and w.subject[1] == j and "that" in w.frames and not told and _clause_ahead(w, j):
        w.subject = (w.subject[0], end)  # «نائب الناطق المقدم فلان، أن»
        return end
    if not w.skipped_object:
        w.skipped_object = True
        return end
    if j in v.named and v.punct(j - 1, signs("commas")):  # «إلى جانب وزير الدفاع، فلان، »
        return end
    return j


def _unnamed_aside(w: _Walk, j: int) -> bool:
    """«مسؤول أمني، طلب عدم الكشف عن هويته، »: a clause that tells why nobody is named."""
    v = w.v
    if j >= w.limit or not any(c.lemma in lemmas("hiding") for c in v.cues.get(j, ())):
        return False
    return any(v.t.keys[k] in words("verbs", "hidden_thing") for k in range(j + 1, min(j + _AHEAD, w.limit)))


def _spoken(v: View, j: int, limit: int) -> bool:
    """«وقال نجار إذا فرضنا …»: what is said with no mark before it, where a particle or a «we» shows that it begins."""
    word = v.t.keys[j]
    if word in words("verbs", "speech_opens") or (is_future(word) and not v.has(j, W.DEF) and j not in v.named):
        return j + 2 < limit
    return False


def _up_to_name(v: View, j: int, limit: int) -> int:
    """The token after a person's name that stands right before أن or a colon, where no verb, sign or occasion lies
    between: «المشرف على الحملة استشاري الغدد بجامعة الساحل الدكتور فلان أن»; `j` where there is none.
    """
    for k in range(j, min(j + _TITLES, limit)):
        if _clause_opens(v, k):
            return k if k - 1 in v.people else j
        hearer = without_article(prefixed(v.t.keys[k], LI) or "")
        if hearer in words("norms", "press") or classify(hearer) & W.MEDIA:  # «قال فلان لمراسل الشبكة فلان إن»
            return j
        if not v.is_word(k) or v.has(k, W.REL | W.PRON | W.TIME | W.ADV) or (v.has(k, W.CONJ) and not v.has(k, W.PREP)):
            return j
        if v.has(k, W.PREP) and (
            v.t.keys[k] not in words("inside", "within_titles") or (k + 1 < limit and v.has(k + 1, W.OCCASION))
        ):
            return j
        if v.verbal(k) and k not in v.named and not v.has(k, W.DEF | W.OFFICE | W.MASDAR | W.ABSTRACT):
            return j
    return j


def _clause_opens(v: View, k: int) -> bool:
    """Whether a clause that is asserted opens at token `k`: أن or إن, not the بأن of a noun; a colon."""
    return v.punct(k, ":") or (v.has(k, W.THAT) and not v.t.keys[k].startswith(BI))


def _parenthesis(v: View, j: int, limit: int) -> bool:
    """«فلان، وهو ممثل الهيئة، »: a nominal clause that says who the subject is."""
    return j < limit and v.has(j, W.PRON) and v.has(j, W.AND)


def _extend(w: _Walk, end: int) -> None:
    """A clause that describes the subject is part of it, unless somebody speaks in it or it is too long to be meant."""
    assert w.subject is not None
    speaks = any(
        c.kind == "verb" and not c.after and c.lemma not in lemmas("carriers")
        for k in range(w.subject[1], end)
        for c in w.v.cues.get(k, ())
    )
    issued = w.v.t.keys[w.subject[1]] in words("verbs", "issued")  # when a text came out is not part of its name
    if not speaks and not issued and end - w.subject[1] <= _CLAUSE:
        w.subject = (w.subject[0], end)


def _other(v: View, h: int, j: int) -> bool:
    """«واتهم رئيس الحكومة، الميليشيات بـ»: a feminine that cannot explain one man in office."""
    man = v.has(h, W.OFFICE) and v.has(h, W.MASC) and not v.has(h, W.PLURAL)
    feminine = is_sound_feminine_plural(v.t.keys[j]) or v.t.forms[j].endswith(TEH_MARBUTA)
    return man and v.has(j, W.DEF) and feminine and j not in v.named and j + 1 not in v.people


def _apposition(w: _Walk, j: int, stops: frozenset[str]) -> int:
    """After a comma: a phrase that explains the subject is part of it; anything else is left to the walk."""
    v = w.v
    if w.subject is None or w.subject[1] != j - 1 or j >= w.limit or not starts_noun(v, j) or j in v.opens:
        return j
    if v.verbal(j) and not v.has(j, W.DEF | W.OFFICE):
        return j
    aside = any(c.kind in ("participle", "particle") for c in v.cues.get(j, ()))
    if aside or any(prefixed(v.t.keys[j], p) for p in (BI, LI, KA)):
        return j
    if w.frames & {"obj", "blame"} and _other(v, w.subject[0], j):
        return j
    if w.frames & {"obj", "fact"} and v.has(j, W.ABSTRACT | W.MASDAR | W.OWNED):
        return j
    end = noun_phrase(v, j, w.limit, stops=stops, objects=bool(w.frames & {"obj", "fact"}))
    closed = end >= w.limit or not v.is_word(end) or v.has(end, W.THAT)
    closed = closed or (v.t.keys[end] not in stops and adjunct(v, end, w.limit) > end)
    if w.frames & {"obj", "blame", "label", "bi", "ala", "min"} and not closed:  # «دعا فلان، وهو كذا، الحكومة إلى»
        return j
    if w.apposed and w.frames & {
        "obj",
        "blame",
    }:  # «واتهم الناطق، فلان، الرئيس بالكذب»: one apposition, then the object
        return j
    w.subject, w.apposed = (w.subject[0], end), True
    return end


def draft_of(v: View, cue: Cue, s: Sentence, found: Found, before: Range | None, rule: str) -> Draft:
    """The draft of a cue with its complement; a preposition that opens it belongs to the cue («مشيرا إلى»)."""
    d = make(cue, s, found.start, found.sort, rule, source=before or found.subject)
    d.via = found.via
    opened = found.marker == cue.last and found.sort in ("that", "prep") and v.has(found.marker, W.PREP)
    if opened and v.t.keys[found.marker] in FRAMES.values():
        d.cue = (cue.first, cue.last + 1)
    return d
