"""Where a second noun phrase begins: the object of a verb whose subject is already whole."""

from __future__ import annotations

from tawatur.attribute.lexicon import CLOSED, W, common, prefixed, words
from tawatur.attribute.view import View
from tawatur.model.tokens import Kind
from tawatur.text.noun_forms import SOUND_MASCULINE
from tawatur.text.verbs import ALEF, HEH, MIN_STEM, TEH_MARBUTA
from tawatur.text.words import (
    ARTICLE,
    LI,
    adjective_shape,
    is_nisba,
    is_sound_feminine_plural,
    looks_plural,
    without_article,
)

_NAME = 5


def object_begins(v: View, i: int, j: int) -> bool:
    """Whether token `j` opens a second noun phrase: the object after a subject that is already whole.

    An indefinite abstract or verbal noun, a demonstrative or a quantifier after a definite word or a name; a feminine
    definite noun after a masculine definite head.
    """
    if v.has(j - 1, W.PREP) or v.t.keys[j] in words("sources", "same"):
        return False
    places = words("classes", "places")
    if v.t.keys[j] in places and v.t.keys[j - 1] in places:  # «بكين طوكيو»
        return True
    if (j in v.named and j - 1 in v.named) or (v.has(j - 1, W.OFFICE) and not v.has(j - 1, W.DEF | W.PLURAL)):
        return False
    whole = (
        v.has(j - 1, W.DEF) or j - 1 in v.named or j - 1 in v.closes or v.punct(j - 1, ")") or j - i >= 2 or j - 1 == i
    )
    if not whole or v.has(j, W.AND):
        return False
    if v.t.keys[j] in words("inside", "met") and (v.has(j - 1, W.DEF) or j - 1 in v.named):
        return True  # «أبلغ الرئيس نظيره»
    if v.t.keys[j] in words("inside", "everybody"):  # «حث فلان الجميع على»
        return True
    if _asked(v, i, j) or _his(v, j):
        return True
    if v.has(j, W.DEM):
        return not v.has(j - 1, W.PREP | W.AND)
    bare = not v.has(j, W.DEF)
    if (
        bare
        and j - 1 == i
        and v.has(i, W.FEM)
        and not v.has(i, W.DEF | W.OFFICE | W.MEDIA | W.PARTITIVE)
        and v.t.keys[i] in words("classes", "places")
    ):
        return True
    if bare and _second_noun(v, i, j):
        return True
    many = v.has(j - 1, W.DEF) and v.t.keys[j - 1].endswith(SOUND_MASCULINE[0]) and looks_plural(v.t.keys[j - 1])
    if bare and many and v.is_word(j):  # «واتهم المهاجمون صبيا»: no bare word describes «المهاجمون»
        return True
    if bare and v.has(j, W.ABSTRACT | W.MASDAR | W.OWNED):
        return (
            v.has(j - 1, W.DEF)
            or j - 1 in v.named
            or j - 1 in v.closes
            or not v.has(j - 1, W.OFFICE | W.PARTITIVE)
            or v.has(j - 1, W.PLURAL)
        )
    if (
        bare
        and j - 1 in v.named
        and v.has(j, W.OFFICE)
        and any(k in v.named for k in range(j + 1, min(j + _NAME, len(v.t))))
    ):
        return v.has(i, W.OFFICE)  # «الرئيس فلان وزير الدفاع فلانا»: two offices with a name each are two people
    if bare and v.has(j, W.FEM) and v.has(j - 1, W.DEF) and is_nisba(v.t.keys[j - 1]):  # «الحزب الكردي أنقرة»
        return True
    groups = words("sources", "role_group") | words("sources", "role_state")
    definite = v.has(j - 1, W.DEF) or (prefixed(v.t.keys[j - 1], LI) or "").startswith(ARTICLE)
    if j in v.named and j - 1 not in v.named and definite and without_article(v.t.keys[i]) in groups:
        return True
    if bare and v.t.keys[j] in groups and v.has(j - 1, W.DEF) and not v.has(i, W.DEM):  # «المنظمة العربية مفوضية»
        return True
    if bare and is_sound_feminine_plural(v.t.keys[j]) and (v.has(j - 1, W.DEF) or j - 1 in v.named):
        return True
    if not v.has(j, W.DEF) or v.has(j, W.PARTITIVE) or adjective_shape(v.t.keys[j]):
        return False
    group = without_article(v.t.keys[j]) in groups
    if j - 1 == i and v.has(i, W.DEF) and v.has(j, W.OFFICE) and not v.has(i, W.OFFICE):
        return v.t.forms[i].endswith(TEH_MARBUTA)  # «وتتهم المنظمة الرئيس»
    if (v.has(j, W.OFFICE) or without_article(v.t.keys[j]) in words("inside", "titles")) and not group:
        return False
    return v.has(j - 1, W.DEF | W.FEM) or j - 1 in v.named


def _his(v: View, j: int) -> bool:
    """«شكر سامي مضيفه»: after a person's name a noun in ه that an article of careful spelling does not mean as ة."""
    return (
        j - 1 in v.people
        and j not in v.named
        and v.t.forms[j].endswith(HEH)
        and not v.has(j, W.OFFICE | W.DEF)
        and v.careful
    )


def _asked(v: View, i: int, j: int) -> bool:
    """«ناشد سامي المواطنين»: a definite plural in the oblique case after a head that is no plural is whom one asks."""
    if (
        not v.has(j, W.DEF)
        or not v.t.keys[j].endswith(SOUND_MASCULINE[1])
        or not looks_plural(v.t.keys[j])
        or j in v.named
    ):
        return False
    many = any(v.has(k, W.PLURAL | W.PARTITIVE) or looks_plural(v.t.keys[k]) for k in (i, j - 1))
    return not many and (j - 1 in v.people or (v.has(j - 1, W.DEF) and j - 1 == i))


def titled(v: View, k: int) -> bool:
    """Whether the definite word at `k` is an office or a title, after which a name may stand."""
    return v.has(k, W.OFFICE) or without_article(v.t.keys[k]) in words("inside", "titles")


def _second_noun(v: View, i: int, j: int) -> bool:
    """«رفضت الكنائس مشروع قانون», «كتب سامي تغريدة»: after the article or a whole name a bare common noun is no part of
    the phrase, unless it is somebody's title or may be a name.
    """
    if v.t.kinds[j] is not Kind.WORD or j in v.named or v.has(j, CLOSED | W.OFFICE | W.PARTITIVE | W.MASC | W.PLURAL):
        return False
    word = v.t.keys[j]
    if word in words("inside", "titles") or word in words("classes", "places"):
        return False
    if word.startswith(ARTICLE):  # «إلدار»
        return False
    thing = v.t.forms[j].endswith(TEH_MARBUTA) or (word.endswith(ALEF) and common(word[:-1]) and len(word) > MIN_STEM)
    if not common(word) and not thing:
        return False
    if v.has(j - 1, W.DEF) and j - 1 not in v.named:
        return not titled(v, j - 1) and not is_nisba(word) and not v.t.keys[j - 1].endswith(SOUND_MASCULINE)
    return j - 1 in v.named and j - 1 >= i and v.t.forms[j].endswith(TEH_MARBUTA) and not is_nisba(word)
