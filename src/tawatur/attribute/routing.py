"""Which way words came: who stands between the outlet and each speaker, read off the drafts of an article together.

«نقلا عن» moves the speaker behind the paper that cites; a talk, a relative clause or a line of its own may name the
carrier; what is nested has the outer speaker before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.attribute.draft import Draft, Range
from tawatur.attribute.lexicon import W, lemmas, prefixed, signs, words
from tawatur.attribute.phrase import noun_phrase, starts_noun
from tawatur.attribute.via import carried_by, carriers, interview, is_media, is_page, own, told_at_end, transmitter
from tawatur.attribute.view import SIGHT, View
from tawatur.model.document import Sentence
from tawatur.text.words import FRAMES, LI, without_article

_DEEPEST = 8
"""Who stands between the outlet and a speaker: more are not told apart by any reader."""
_LINE = 12
"""Tokens that a line which only names a carrier may have."""
_OFFICE = 4
"""Tokens, with the comma before it, of an office that still waits for its body."""


def route(v: View, found: list[Draft], sentences: dict[int, Sentence]) -> list[Draft]:
    """Set the carriers of every draft; drafts that only named a carrier go."""
    gone = {n for n, d in enumerate(found) if _cited(v, d, found[max(0, n - SIGHT) : n + SIGHT], sentences[d.sentence])}
    found = without(found, gone)
    for n, d in enumerate(found):
        _told(v, d, found, n, sentences[d.sentence])
    _lines(v, found, sentences)
    return _nested(v, found)


def _cited(v: View, d: Draft, found: list[Draft], s: Sentence) -> bool:
    """Move the speaker behind the one who cites: «ذكرت الوكالة، نقلا عن مصدر، أن», «وفق ما أوردت الوكالة نقلا عن».

    True where `d` is itself the draft of such a «نقلا عن» that stands inside another's clause.
    """
    if d.word.kind == "particle" and d.word.lemma in words("merges", "citing"):
        return any(
            o is not d and o.sentence == d.sentence and o.sort in ("that", "colon", "quote", "prep", "object")
            and o.word.kind == "verb" and _between(o, s)[0] <= d.cue[0] < o.start
            for o in found
        )  # fmt: skip
    if d.word.kind == "verb" and d.sort not in ("before", "label"):
        low, high = _between(d, s)
    elif d.sort == "before" and d.source is not None:
        low, high = d.source[1], min(d.source[1] + 3, s.last)
    else:
        return False
    for k in range(low, high):
        cites = any(c.lemma in words("merges", "citing") for c in v.cues.get(k, ()))
        bare = d.sort == "before" and k == low and v.t.keys[k] == FRAMES["an"] and _transmits(v, d)
        at = v.cues[k][0].last if cites else k + 1
        if (cites or bare) and v.inside[k] is v.inside[d.cue[0]] and at < s.last and starts_noun(v, at):
            stops = words("merges", "carried")
            end = noun_phrase(v, at, max(high, at + 1) if d.sort != "before" else s.last, stops=stops)
            citing = d.source or d.speaker
            d.source = d.speaker = (at, end)
            if citing is not None and not own(v, citing):
                d.via = [*d.via, citing]
            return False
    return False


def _transmits(v: View, d: Draft) -> bool:
    """Whether the cue of an aside holds a verb of carrying («وفق ما نقلت الوكالة عن المصدر»)."""
    return any(c.lemma in lemmas("carriers") for k in range(*d.cue) for c in v.cues.get(k, ()))


def _between(d: Draft, s: Sentence) -> Range:
    """From the speaker before the cue, or from the cue, to where the assertion begins."""
    who = d.source or d.speaker
    before = who is not None and s.first <= who[0] and who[1] <= d.cue[0]
    return (who[1] if before and who else d.cue[1]), d.start


def _told(v: View, d: Draft, found: list[Draft], n: int, s: Sentence) -> None:
    """The carriers that stand with the speaker, before the cue, or at the end of what is said."""
    named: list[Range] = []
    d.via = [p for p in d.via if not _of_title(v, d, p)]
    if d.source is not None:
        if (cut := told_at_end(v, d.source, d)) is not None:
            d.source, carrier = cut
            d.speaker = d.source
            named += [carrier] if carrier else []
        named += _published(v, d, s)
        if d.word.kind == "colon":
            named += _first(transmitter(v, k, d.cue[0]) for k in range(d.source[1], d.cue[0]))
    if not d.via and not named and d.outer is None and (not n or found[n - 1].sentence != d.sentence):
        named += _ahead(v, d, s)
    if not d.via and not named and d.sort in ("that", "prep", "object") and d.outer is None:
        named += _behind(v, d)
    d.via = [*named, *(p for p in d.via if all(p[0] != o[0] for o in named))]


def _of_title(v: View, d: Draft, p: Range) -> bool:
    """«سامي نجم، المدير العام لقناة كذا، »: the channel belongs to the office in apposition, nobody was told."""
    if d.source is None or p[0] != d.source[1] or prefixed(v.t.keys[p[0]], LI) is None:
        return False
    comma = next((k for k in range(*d.source) if v.punct(k, signs("commas"))), None)
    if comma is None or comma + 1 >= d.source[1] or not v.has(comma + 1, W.OFFICE):
        return False
    if d.source[1] - comma > _OFFICE or any(k in v.people for k in range(comma, d.source[1])):
        return False
    d.source = d.speaker = (d.source[0], p[1])
    return True


def _first(found: Iterable[Range | None]) -> list[Range]:
    """The first that is there, as a list."""
    return [p for p in found if p is not None][:1]


def _published(v: View, d: Draft, s: Sentence) -> list[Range]:
    """«الرسائل التي كشفتها الصحيفة», «تقرير نشرته مجلة كذا»: who brought out the text that speaks."""
    assert d.source is not None
    first, end = d.source
    if not _is_text(v, d.source):
        return []
    stop = d.start if d.start > end else min(end + _LINE, s.last)
    for k in range(first + 1, max(end, min(stop, s.last))):
        out = carriers(v, k, s.last)
        if out:
            return out
        if k >= end and v.punct(k, signs("stops")):
            break
    return []


def _is_text(v: View, phrase: Range) -> bool:
    """Whether the phrase is a text or what one finds: a report, letters, a poll."""
    word = v.t.keys[phrase[0]]
    head = without_article(prefixed(word, LI) or word)
    return head in words("sources", "role_document") | words("sources", "reports") | words("inside", "talks") | words(
        "inside", "texts"
    )


def _ahead(v: View, d: Draft, s: Sentence) -> list[Range]:
    """«وفي مقطع نشره الموقع، نفى الوزير …», «وفي مقابلة مع قناة كذا، قال»: named before speaker and verb."""
    stop = min(d.cue[0], d.source[0]) if d.source else d.cue[0]
    for k in range(s.first, stop):
        if v.inside[k] is not v.inside[d.cue[0]]:
            continue
        if k + 1 < stop and (carrier := interview(v, k, stop)):
            return [carrier]
        if any(c.kind == "verb" and c.after and c.lemma in lemmas("carriers") for c in v.cues.get(k, ())) and (
            carrier := carried_by(v, k, stop)
        ):
            return [carrier]
    return []


def _behind(v: View, d: Draft) -> list[Range]:
    """«…، في تصريحات أدلى بها لوكالة كذا», «…، خلال مقابلة مع قناة كذا»: the frame ends the sentence, not the words."""
    for k in range(d.start + 2, d.end - 2):
        if not v.punct(k - 1, signs("commas")) or v.inside[k] is not None:
            continue
        carrier = interview(v, k, d.end)
        if carrier is not None and carrier[1] >= d.end - 1:
            d.end = k - 1
            return [carrier]
    return []


def _lines(v: View, found: list[Draft], sentences: dict[int, Sentence]) -> None:
    """«وفقا لوكالة كذا.» as a sentence of its own says who carried the one before."""
    last_of = {d.sentence: d for d in found if d.outer is None}
    speaking = {d.sentence for d in found}
    for s in sentences.values():
        if not 1 < s.last - s.first <= _LINE or s.index in speaking:
            continue
        cue = next((c for c in v.cues.get(s.first, ()) if c.kind == "particle"), None)
        if cue is None or cue.last >= s.last:
            continue
        k = cue.last
        if any(c.kind == "verb" for c in v.cues.get(k, ())):
            k += 1
        end = noun_phrase(v, k, s.last) if k < s.last and starts_noun(v, k) else k
        rest = [i for i in range(end, s.last) if v.is_word(i)]
        agency = prefixed(v.t.keys[k], LI) or v.t.keys[k] if k < s.last else ""
        known = end > k and (is_media(v, (k, end)) or (end == k + 1 and agency in words("inside", "nicknames")))
        last = last_of.get(s.index - 1)
        if known and not rest and last is not None and not own(v, (k, end)):
            last.via = [(k, end), *last.via]


def _nested(v: View, found: list[Draft]) -> list[Draft]:
    """The speaker of the outer assertion and that one's carriers; the paper named after the assertion («…، بحسب
    الوكالة»), whose draft goes; within a sentence, who goes on speaking keeps the carrier.
    """
    gone: set[int] = set()
    for n, d in enumerate(found):
        if d.word.kind == "particle" and d.source is None and n and found[n - 1].sentence == d.sentence:
            gone.add(n)
            continue
        if d.sort == "before" and d.word.kind == "particle" and d.source:
            said = _said(v, found, n, gone)
            if said is not None and found[said].speaker and _after(v, d, found, said, n):
                gone.add(n)
        elif d.outer is not None and d.rule == "attribute.behind" and d.word.tense == "past":
            d.outer = None  # «وليس كما أعلنت الوزارة»: the outlet's own aside, not part of what is quoted
        elif d.outer is not None:
            o = found[d.outer]
            same = d.speaker is None or d.speaker == o.speaker or o.speaker is None
            between = [] if same or _described(v, o, d) or o.speaker is None else [o.speaker]
            d.via = [*o.via, *between, *(p for p in d.via if p not in o.via)][:_DEEPEST]
        elif d.source is None:
            main = next((o for o in reversed(found[max(0, n - SIGHT) : n]) if o.outer is None), None)
            goes_on = main is not None and main.sentence == d.sentence and main.speaker == d.speaker
            if main is not None and goes_on and (d.inherits or d.word.before):
                d.via = [*main.via, *(p for p in d.via if p not in main.via)][:_DEEPEST]
    return without(found, gone)


def _said(v: View, found: list[Draft], n: int, gone: set[int]) -> int | None:
    """The draft that the aside `n` follows: the nearest of its sentence, or whose quotation ran into the sentence."""
    d = found[n]
    for m in range(n - 1, max(-1, n - SIGHT), -1):
        o = found[m]
        if m in gone:
            continue
        if o.sentence == d.sentence:
            return m
        quoted = o.exact and o.end >= d.start and v.inside[d.start] is not None
        return m if quoted else None
    return None


def _after(v: View, d: Draft, found: list[Draft], said: int, n: int) -> bool:
    """Settle an aside `d` that follows what `found[said]` asserts; True where it named a carrier only and goes."""
    assert d.source is not None
    o = found[said]
    cites = d.word.lemma in words("merges", "citing")
    if cites and o.speaker and is_media(v, o.speaker) and not is_media(v, d.source):
        o.via, o.source, o.speaker = [*o.via, o.speaker], d.source, d.source  # «ذكرت الصحيفة أن …، نقلا عن مصادر»
        return True
    if cites and is_media(v, d.source) and o.via:
        if all(p[0] != d.source[0] for p in o.via):
            o.via = [*o.via, d.source]  # the one that is cited is nearer to the speaker
        return True
    if is_media(v, d.source):
        for carrier in (d.source, *reversed(d.via)):
            _carry_all(found, _root(found, said), n, carrier)
        return True
    aside = not v.is_word(d.cue[0] - 1) or v.t.keys[d.cue[0] - 1] in words("ends", "remarks")
    act = o.sort in ("object", "prep", "label") and o.word.kind == "verb"
    if aside and d.word.lemma not in words("merges", "found_in") and (_is_text(v, d.source) or act):
        if not d.via and d.source != o.speaker:
            _carry_all(found, _root(found, said), n, d.source)
        return False
    d.via = [*o.via, *([o.speaker] if o.speaker else []), *d.via]
    return False


def _root(found: list[Draft], n: int) -> int:
    """The outermost draft around `n`."""
    while (outer := found[n].outer) is not None:
        n = outer
    return n


def _carry_all(found: list[Draft], root: int, n: int, carrier: Range) -> None:
    """Put `carrier` first for the draft `root` and for all that is nested in it, up to the draft `n`."""
    for m in range(root, n):
        o = found[m]
        if _root(found, m) == root and all(p[0] != carrier[0] for p in o.via):
            o.via = [carrier, *o.via]


def _described(v: View, o: Draft, d: Draft) -> bool:
    """Whether `d` stands in a clause by which the outlet describes what an act of speech is about: «ندد بالهجوم الذي
    نفت الحركة …».
    """
    if o.sort not in ("object", "prep") or d.word.kind == "masdar":
        return False
    return any(v.has(k, W.REL) for k in range(o.start, d.cue[0]))


def without(found: list[Draft], gone: set[int]) -> list[Draft]:
    """The drafts that stay, with the numbers of their outer drafts mended."""
    kept = [n for n in range(len(found)) if n not in gone]
    place = {n: k for k, n in enumerate(kept)}
    for n in kept:
        outer = found[n].outer
        found[n].outer = None if outer is None else place.get(outer)
    return [found[n] for n in kept]


def absorb(v: View, found: list[Draft]) -> list[Draft]:
    """«ووفق ما نقلته الوكالة، أقرت المدينة بـ…»: a carrier that opens a sentence carries the speaker who follows."""
    kept: list[Draft] = []
    for n, d in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        opens = d.word.kind == "particle" and d.sort == "after" and d.source is not None
        follows = after is not None and after.sentence == d.sentence and after.word.kind == "verb"
        carries = d.source is not None and (is_media(v, d.source) or is_page(v, d.source))
        if opens and follows and carries and after is not None and d.source is not None:
            after.via = [d.source, *after.via]
        else:
            kept.append(d)
    return kept
