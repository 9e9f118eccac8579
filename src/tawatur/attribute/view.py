"""One article as this stage reads it: tokens with their classes, quotations by where they open, names by token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.attribute.lexicon import W, classify, has_pronoun, letter_names, looks_accusative, words
from tawatur.model.document import Document, Sentence
from tawatur.model.mention import Cue, Quote, Reference
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.arabic import key
from tawatur.text.memo import Memo
from tawatur.text.verbs import ALEF_MAQSURA, ALI, HEH, TEH_MARBUTA, has_tanwin
from tawatur.text.words import HAMZAS, LI

SIGHT = 60
"""How many cues before or behind one are looked at: none farther away is meant, and a text that repeats one verb
thousands of times takes time growing with its length.
"""
FAR = 120
"""The same for tokens."""


@dataclass(frozen=True, slots=True)
class View:
    """Arrays over the tokens of `doc`, made once.

    `bits[i]`: classes of token i. `opens[i]`: the quotation that opens at i; `opened`: those i, in order. `closes`: tokens
    that close one.
    `inside[i]`: the innermost quotation that is no name and holds token i. `named`: tokens of a name or reference;
    `people`, `places`: those of them that name a person or a place. `joined[i]`: where the reference begins that token i
    goes on. `careful`: the article writes ة as such, so that a final ه is a pronoun.
    """

    doc: Document
    t: Tokens
    bits: tuple[int, ...]
    opens: dict[int, Quote]
    opened: tuple[int, ...]
    closes: frozenset[int]
    inside: tuple[Quote | None, ...]
    named: frozenset[int]
    people: frozenset[int]
    places: frozenset[int]
    cues: dict[int, tuple[Cue, ...]]
    references: tuple[Reference, ...]
    reference_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    joined: dict[int, int]
    careful: bool

    def sentence_of(self, i: int) -> int:
        """The number of the sentence that holds token `i`."""
        return self.doc.sentences[max(0, bisect_right(self.sentence_starts, i) - 1)].index

    def role_of(self, i: int) -> str:
        """The role of the sentence that holds token `i`."""
        return self.doc.sentences[max(0, bisect_right(self.sentence_starts, i) - 1)].role

    def opens_sentence(self, i: int) -> bool:
        """Whether token `i` is the first of its sentence."""
        at = bisect_right(self.sentence_starts, i) - 1
        return at >= 0 and self.sentence_starts[at] == i

    def punct(self, i: int, signs: str) -> bool:
        """Whether token `i` is one of `signs`."""
        return self.t.kinds[i] is Kind.PUNCT and self.t.forms[i] in signs

    def is_word(self, i: int) -> bool:
        """Whether token `i` is Arabic, foreign or a number: no sign."""
        return self.t.kinds[i] is not Kind.PUNCT

    def has(self, i: int, bits: int) -> bool:
        """Whether token `i` can be one of the classes `bits`."""
        return bool(self.bits[i] & bits)

    def verbal(self, i: int) -> bool:
        """Whether token `i` is a verb, as far as word lists and shapes tell."""
        if self.bits[i] & W.VERB:
            return True
        if i and self.t.keys[i - 1] in words("classes", "before_verb") and not self.bits[i] & (W.DEF | W.PREP):
            return True
        return any(
            c.kind == "verb" and c.tense != "jussive" and (LI not in c.before or c.tense == "present")
            for c in self.cues.get(i, ())
        )

    def accusative(self, i: int) -> bool:
        """Whether token `i` shows the ending of the indefinite accusative, which no subject has: «طعامًا»."""
        raw = self.t.text[self.t.starts[i] : self.t.ends[i]]
        if has_tanwin(raw):
            return True
        if self.bits[i] & ~(W.MASDAR | W.OFFICE) or i in self.named:
            return False
        return looks_accusative(self.t.keys[i]) or self.t.keys[i] in words("classes", "objects_in_alef")

    def line_start(self, i: int) -> bool:
        """Whether a new line begins at token `i`."""
        return self.t.gaps[i] >= Gap.LINE


CAREFUL = 3
"""Words in ة that show that an article tells it from ه."""


def view(doc: Document, cues: Sequence[Cue], quotes: Sequence[Quote], references: Sequence[Reference]) -> View:
    """Look at `doc` once."""
    t = doc.tokens
    inside: list[Quote | None] = [None] * len(t)
    for q in quotes:  # outer quotations come first, so inner ones overwrite
        if not q.is_name:
            for i in range(q.first, q.last):
                inside[i] = q
    by_token: dict[int, list[Cue]] = {}
    for c in cues:
        by_token.setdefault(c.first, []).append(c)
    people = _named(t, [r for r in references if r.type == "PER"])
    return View(
        doc=doc,
        t=t,
        bits=_bits(t, people),
        opens={q.first: q for q in quotes},
        opened=tuple(sorted({q.first for q in quotes})),
        closes=frozenset(q.last - 1 for q in quotes if q.balanced),
        inside=tuple(inside),
        named=_named(t, references),
        people=people,
        places=_named(t, [r for r in references if r.type == "LOC" and r.how != "metonym"]),
        cues={i: tuple(cs) for i, cs in by_token.items()},
        references=(ordered := tuple(sorted(references, key=lambda r: (r.first, -r.last)))),
        reference_starts=tuple(r.first for r in ordered),
        sentence_starts=tuple(s.first for s in doc.sentences),
        careful=sum(form.endswith(TEH_MARBUTA) for form in t.forms) >= CAREFUL,
        joined={k: r.first for r in reversed(ordered) for k in range(r.first + 1, r.last)},
    )


def _spelled_out(t: Tokens, out: list[int]) -> None:
    """«سي إن إن», «إن بي سي»: stations that spell themselves in foreign letters; «إن» among them is no particle."""
    names = letter_names()
    for i, word in enumerate(t.keys):
        for name in names.get(word, ()):
            if t.keys[i : i + len(name)] == name:
                for k in range(i, i + len(name)):
                    if out[k] & W.THAT:
                        out[k] = 0


def _bits(t: Tokens, people: frozenset[int]) -> tuple[int, ...]:
    """The classes of each token; where the spelling tells more than the look-up key, that counts."""
    out = list(map(_spelled.__getitem__, t.forms))
    careful = (
        ALI[:-1] + ALEF_MAQSURA in t.forms
    )  # who writes the preposition as it should be means a name by the other word
    for i, form in enumerate(t.forms) if ALI in t.forms else ():
        if form == ALI and i and (careful or t.keys[i - 1] in words("inside", "name_links")):
            out[i] = 0  # «حسن علي»
    for i in people:
        out[i] &= ~(W.TIME | W.ADV)  # «ماي» is a month, and a prime minister
    _spelled_out(t, out)
    return tuple(out)


@Memo
def _spelled(form: str) -> int:
    """The classes of a word of this form; a final heh may be a pronoun where the key hides it."""
    word = key(form).casefold()
    bits = classify(word) if word[:1].isalpha() else 0
    if form.startswith(HAMZAS):  # «ألمح», «ألمانيا»: a hamza is never the article's
        bits &= ~W.DEF
    return bits | W.OWNED if form.endswith(HEH) and has_pronoun(word) else bits


def _named(t: Tokens, references: Sequence[Reference]) -> frozenset[int]:
    """The tokens of proper names: the name inside a titled phrase, or the whole reference where it is a bare name."""
    out: set[int] = set()
    for r in references:
        for i in range(r.first, r.last):
            if r.head is not None:
                if t.starts[i] < r.head.end and r.head.start < t.ends[i]:
                    out.add(i)
            elif r.how in ("name", "short"):
                out.add(i)
    return frozenset(out)


def story_sentences(doc: Document) -> list[Sentence]:
    """Sentences that can assert: all but captions."""
    return [s for s in doc.sentences if s.role != "caption"]
