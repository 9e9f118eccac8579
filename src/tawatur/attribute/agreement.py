"""Gender and number: whether a phrase can be the subject that a verb or participle agrees with (Ryding ch. 4)."""

from __future__ import annotations

from tawatur.attribute.lexicon import W, prefixed, words
from tawatur.attribute.view import View
from tawatur.model.tokens import Kind
from tawatur.text.verbs import TEH_MARBUTA
from tawatur.text.word_use import never_speaks, use
from tawatur.text.words import BI, KA, LI, is_sound_feminine_plural, looks_plural, without_article

Range = tuple[int, int]


def head(v: View, phrase: Range) -> int:
    """The first word of a phrase."""
    for i in range(*phrase):
        if v.is_word(i):
            return i
    return phrase[0]


def fits(v: View, phrase: Range, agrees: str, *, before: bool = True) -> bool:
    """Whether the phrase can be the subject of a form that agrees so; True in doubt.

    A final heh may be a pronoun («معاليه»), so only teh marbuta as such counts as feminine.

    `before`: the phrase stands before the verb, where number must agree too.
    """
    if not agrees or agrees.startswith("1"):
        return True
    h = head(v, phrase)
    word, bits = v.t.keys[h], v.bits[h]
    plural = bool(bits & W.PLURAL) or looks_plural(word)
    masculine = bool(bits & W.MASC) and not bits & W.FEM
    people = bool(bits & W.PLURAL) and not bits & W.PARTITIVE  # «قادة», «أساقفة»: many, whatever their last letter
    feminine = bool(bits & W.FEM) or (v.t.forms[h].endswith(TEH_MARBUTA) and not people)
    if h in v.named and not bits & (W.MASC | W.FEM) and (h in v.people or not feminine):
        if agrees in ("ms", "fs") and (told := gender(v, phrase)) and told != agrees[0]:
            return False
        return not (agrees == "mp" and before) or plural or len(range(*phrase)) > 1
    if agrees == "fs":
        men = people and not bits & W.FEM and not before  # «ونصحت السكان»: whom she advised
        return not masculine and not men and not looks_plural(word)
    if agrees == "ms":
        return (
            not feminine
            and not (plural and before)
            and not (not bits & ~(W.DEF | W.AND) and is_sound_feminine_plural(without_article(word)))
        )
    if agrees in ("mp", "fp"):
        return plural or not (masculine or (feminine and bits & W.OFFICE))
    return True


def gender(v: View, phrase: Range) -> str:
    """The gender of somebody named, m or f: by an office in the phrase («…، زعيم الحزب»), else by how the news speaks of
    one of the name's words; "" where neither tells.
    """
    told = ""
    for k in range(*phrase):
        if v.has(k, W.OFFICE) and not v.has(k, W.PLURAL) and v.has(k, W.MASC | W.FEM):
            return "f" if v.has(k, W.FEM) or v.t.forms[k].endswith(TEH_MARBUTA) else "m"
        if k in v.people:
            told = use(v.t.keys[k]).gender or told
        elif k in v.named and not told:
            told = use(v.t.keys[k]).gender
    return told


def nobody(v: View, phrase: Range) -> bool:
    """Whether the phrase names no one who could go on speaking: a deed, an abstract, a time, a thing of his («حديثه»)."""
    h = head(v, phrase)
    word = v.t.keys[h]
    if h in v.named or v.has(h, W.OFFICE | W.PLURAL | W.MEDIA) or word in words("classes", "honoured"):
        return False
    if (
        v.t.kinds[h] is Kind.NUMBER
        or v.accusative(h)
        or without_article(word) in words("norms", "tokens") | words("classes", "spans")
    ):
        return True
    if v.has(h, W.DEM) and phrase[1] == h + 1:  # «جاء ذلك في …»
        return True
    if v.has(h, W.DEM) and phrase[1] > h + 1:
        return v.has(h + 1, W.TIME) or without_article(v.t.keys[h + 1]) in words("classes", "spans")
    if any(prefixed(word, p) for p in (BI, LI, KA)):
        return True
    return v.has(h, W.MASDAR | W.ABSTRACT | W.OWNED | W.TIME | W.REL | W.PREP) and not v.has(h, W.DEF)


def mute(v: View, phrase: Range) -> bool:
    """Whether the phrase names nobody, or a thing that the news never lets speak («الهجوم»)."""
    h = head(v, phrase)
    known = h in v.named or v.has(h, W.OFFICE | W.PLURAL | W.MEDIA | W.PARTITIVE | W.DEM)
    return nobody(v, phrase) or (not known and never_speaks(v.t.keys[h]))


def speaks(v: View, phrase: Range) -> bool:
    """Whether the phrase names somebody: a name, an office, a state, people."""
    h = head(v, phrase)
    return h in v.named or v.has(h, W.OFFICE | W.PLURAL) or v.t.keys[h] in words("classes", "places")
