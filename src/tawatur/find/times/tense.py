"""The words around a time, and what they say of the tense: is it past, to come, does it last."""

from __future__ import annotations

from functools import cache

from tawatur.find.times.grammar import Grammar
from tawatur.find.times.words import data, lexicon
from tawatur.model.tokens import Gap, Kind
from tawatur.text.memo import Memo
from tawatur.text.stem import rarity, stem

LOOK_BACK, LOOK_AHEAD = 14, 7
_ENDS = frozenset(".!?؟;:؛")
FUTURE_LETTERS = 5
NEAR_VERB = 9
SENTENCE = 60
"""Tokens after which a time is no more of the same sentence."""


@Memo
def _to_come(word: str) -> bool:
    """Whether the key `word` may say that something is to come; how it is written decides."""
    guards = lexicon().guards
    if lexicon().guard("future", word):
        return True
    bare = word[1:] if word[:1] in guards["conjunctions"] else word
    if len(bare) < FUTURE_LETTERS or bare[0] not in guards["will"]:
        return False
    # so foreign names begin that look like verbs to come: «ستيفن»
    if bare in guards["not_future"] or bare.startswith(tuple(guards["not_future_starts"])):
        return False
    forms = (bare[1:], *(p + bare[2:] for p in guards["present"]))  # «سنوفر» is known by «يوفر»
    return any(rarity(stem(form)) < rarity("") for form in forms)  # «ستورمي» is a name: nobody writes «تورمي»


def _is_future(word: str, form: str) -> bool:
    """Whether a word that may be to come is so as it is written."""
    if lexicon().guard("future", word):
        return True
    bare = word[1:] if word[:1] in lexicon().guards["conjunctions"] else word
    return form[len(word) - len(bare) + 1] in _persons()


@cache
def _persons() -> frozenset[str]:
    """The letters of persons as they are written: «سأعود», not «ساعة»."""
    return frozenset(data()["guards"]["person"])


@Memo
def _is_past(word: str) -> bool:
    """Whether the key `word` is a verb in the past as far as its letters tell."""
    guards = lexicon().guards
    if lexicon().guard("past_verb", word) or (len(word) > 3 and word.endswith(tuple(guards["past_endings"]))):
        return True
    bare = word[1:] if word[:1] in guards["conjunctions"] else word
    return (
        len(bare) > 3
        and bare.endswith(tuple(guards["feminine_past"]))
        and not bare.endswith(tuple(guards["plural"]))
        and not bare.startswith(tuple(guards["article"]))
        and bare not in guards["not_past"]
    )


class Tense:
    """Reads the neighbourhood of a time."""

    def __init__(self, grammar: Grammar) -> None:
        self.g = grammar
        self.t = grammar.t
        self.lexicon = grammar.lexicon
        (self.by,) = self.lexicon.guards["by"]

    def word(self, guard: str, i: int) -> bool:
        """Whether the word at `i` is in a guard list, with or without what may hang before it."""
        return 0 <= i < len(self.t) and self.lexicon.guard(guard, self.t.keys[i])

    def exact(self, guard: str, i: int) -> bool:
        """Whether the word at `i` is in a guard list as it stands."""
        return 0 <= i < len(self.t) and self.t.keys[i] in self.lexicon.guards[guard]

    def before(self, guard: str, i: int) -> bool:
        """Whether the word before `i`, on the same line, is in a guard list."""
        return i > 0 and self.t.gaps[i] <= Gap.SPACE and self.word(guard, i - 1)

    def stops(self, i: int) -> bool:
        """Whether a clause ends at token `i`."""
        return self.t.forms[i] in _ENDS or self.t.gaps[i] > Gap.SPACE

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether no sentence and no line ends between token `i` and token `j`."""
        t = self.t
        return i > 0 and j - i < SENTENCE and not any(t.forms[k] in _ENDS or t.gaps[k] > Gap.SPACE for k in range(i, j))

    # tense ------------------------------------------------------------------------------------------------------------

    def is_future(self, i: int) -> bool:
        """Whether the word at `i` says that something is to come: «سيعقد», «سوف», «المقرر»."""
        return _to_come[self.t.keys[i]] and _is_future(self.t.keys[i], self.t.forms[i])

    def is_past(self, i: int) -> bool:
        """Whether the word at `i` is a verb in the past as far as its letters tell."""
        return _is_past[self.t.keys[i]]

    def future(self, i: int) -> bool:
        """Whether the verb nearest to token `i` is in the future: before it in its clause, else after it."""
        t = self.t
        for j in range(i - 1, max(-1, i - 1 - LOOK_BACK), -1):
            if t.forms[j] in _ENDS:
                break
            if t.kinds[j] == Kind.WORD:
                if self.is_future(j):
                    return True
                edge = j == i - 2 and self.exact("edge", j + 1)  # «قبل نهاية مايو» opens no clause
                if self.is_past(j) or (j < i - 1 and not edge and self.exact("clause", j)):
                    return False
            if t.gaps[j] > Gap.SPACE:
                break
        for j in range(i + 1, min(len(t), i + 1 + LOOK_AHEAD)):
            if self.stops(j) or self.exact("that", j):
                break
            if t.kinds[j] == Kind.WORD:
                if self.is_future(j):
                    return True
                if self.is_past(j):
                    return False
        return False

    def lasting(self, i: int) -> bool:
        """Whether what «منذ» with a length speaks of still goes on: not where a past verb of one act governs it."""
        t = self.t
        opens = i == 0 or self.stops_back(i - 1) or self.exact("comma", i - 1)
        for j in range(i - 1, i - 1 if opens else max(-1, i - 1 - NEAR_VERB), -1):
            if self.stops_back(j):
                break
            word = t.keys[j]
            if t.kinds[j] != Kind.WORD:
                continue
            if self.exact("open_verb", j):
                return True
            if len(word) > 3 and word[0] in self.lexicon.guards["present"] and word not in self.lexicon:
                return True
            if self.is_past(j):
                return False
        if not opens:
            return True
        for j in range(i + 1, min(len(t), i + 1 + LOOK_AHEAD)):  # «منذ أربع سنوات خرج الناس»
            if self.stops(j) or self.exact("comma", j) or self.exact("open_verb", j):
                break
            if self.is_past(j):
                return False
        return True

    def stops_back(self, j: int) -> bool:
        """Whether the clause begins after token `j`."""
        return self.t.forms[j] in _ENDS or (j + 1 < len(self.t) and self.t.gaps[j + 1] > Gap.SPACE)

    @property
    def article(self) -> str:
        """The article, as it opens a word."""
        (article,) = self.lexicon.guards["article"]
        return article
