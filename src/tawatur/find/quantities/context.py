"""What stands around a number decides: is it a count at all, and of what, where no noun follows it."""

from __future__ import annotations

import re

from tawatur.find.quantities import approx as approximators
from tawatur.find.quantities import units
from tawatur.find.quantities.tables import tables
from tawatur.find.quantities.units import Unit
from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.noun_forms import CONSTRUCT, FEMININE, OF, SOUND_FEMININE, owned
from tawatur.text.number_words import ordinal_word, reading
from tawatur.text.numerals import Number, read_number, starts_number
from tawatur.text.words import ARTICLE, CONJUNCTIONS, is_nisba, peel

JOINS = CONJUNCTIONS
QUOTES_OPEN = frozenset("«\"“”'‘(")
QUOTES_CLOSE = frozenset("»\"“”'’)")
_STOPS = frozenset(".؟!?؛")
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS"}
_NEAR = frozenset("/:+=#@_*\\")
EVERY_ACCUSATIVE = 11
_FAR = 14  # tokens between a count and one that carries it on
_DASHES = frozenset("-–—−")
_YEAR = re.compile(r"(?:1[3-9]|20)\d\d")


def breaks(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence ends between the two tokens: then nothing is handed on."""
    return any(
        tokens.keys[i] in _STOPS or tokens.gaps[i] >= Gap.BLANK for i in range(first, min(last + 1, len(tokens)))
    )


def hanging_letters(word: str) -> int:
    """How many letters hang before the article in a token like «وال» or «بال»."""
    return max(0, len(word) - 2) if word.endswith(ARTICLE) else 0


def is_name_or_time(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether bare digits are part of a name, a date, a clock time, a score, an address or a list number."""
    i, j = number.first, number.last
    keys, kinds, gaps, n = tokens.keys, tokens.kinds, tokens.gaps, len(tokens)
    if not number.digits:
        return False
    before = keys[i - 1] if i and gaps[i] <= Gap.SPACE else ""
    after = keys[j] if j < n and gaps[j] <= Gap.SPACE else ""
    glued_before = bool(i) and gaps[i] == Gap.NONE
    glued_after = j < n and gaps[j] == Gap.NONE
    if (glued_before and before in _NEAR) or (glued_after and after in _NEAR):
        return True
    if (before in _NEAR and i > 1 and kinds[i - 2] == Kind.NUMBER) or (
        after in _NEAR and j + 1 < n and kinds[j + 1] == Kind.NUMBER
    ):
        return True
    if glued_before and kinds[i - 1] == Kind.LATIN:
        return True
    if glued_after and kinds[j] == Kind.LATIN and unit is None:
        return True
    if glued_before and kinds[i - 1] == Kind.WORD and before not in tables().sets["clitics"] and unit is None:
        return True
    if _score(tokens, i, j, unit):
        return True
    if number.words or number.scale != 1:
        return False
    if _YEAR.fullmatch(tokens.forms[i]) and _is_year(tokens, i, unit):
        return True
    if unit is not None and unit.sort in ("percent", "money"):
        return False
    if unit is None and (len(tokens.forms[i]) > 7 or (tokens.forms[i].startswith("0") and tokens.forms[i].isdigit())):
        return True
    unknown = _unknown(tokens, unit)
    if unit is not None and unit.sort == "of" and before and is_label(before):
        return True  # «الفقرة 14 من القرار»
    if unknown and before and is_label(before) and not _counted_by_form(tokens, number, unit):
        return True
    if unit is None and before in QUOTES_OPEN and i > 1 and is_label(keys[i - 2]):
        return True
    if unit is None and before and kinds[i - 1] == Kind.LATIN:
        return True
    return (not i or gaps[i] >= Gap.LINE) and (after in _DASHES or after in {".", ")", ":"})


def is_label(word: str) -> bool:
    """Whether a number beside `word` (a key) names a thing and counts nothing."""
    return any(stem in tables().sets["label"] for _, stem in peel(word))


def said_year(tokens: Tokens, number: Number) -> bool:
    """Whether the word before four digits says that they are a year: «في العام 2016 إلى 50 مليار»."""
    i = number.first
    if not i or tokens.gaps[i] > Gap.SPACE or not number.digits or not _YEAR.fullmatch(tokens.forms[i]):
        return False
    return any(stem in tables().sets["time_unit"] for _, stem in _bare(tokens.keys[i - 1]))


def _bare(word: str) -> list[tuple[str, str]]:
    return [(before, stem.removeprefix(ARTICLE)) for before, stem in peel(word)]


def year_first(tokens: Tokens, number: Number) -> bool:
    """Whether four digits that a power follows are a year: «تجاوزت المبيعات في 2016 مليار ريال»."""
    i = number.first
    if not i or number.scale < 1000 or not _YEAR.fullmatch(tokens.forms[i]) or tokens.gaps[i] > Gap.SPACE:
        return False
    return tokens.keys[i - 1] in tables().sets["aside"] or said_year(tokens, number)


def is_word_year(tokens: Tokens, number: Number) -> bool:
    """«عام ألفين وخمسة عشر»."""
    i = number.first
    if not i or not 1300 <= number.value < 2100 or tokens.gaps[i] > Gap.SPACE or number.before:
        return False
    return any(stem in tables().sets["year"] for _, stem in peel(tokens.keys[i - 1])) and number.words


def _is_year(tokens: Tokens, i: int, unit: Unit | None) -> bool:
    """Whether four digits are a year: after a word of time, or with nothing counted and nothing that measures them."""
    if unit is not None and unit.sort in ("percent", "money"):
        return False
    years = tables().sets["year"]
    if i and tokens.gaps[i] <= Gap.SPACE and any(stem in years for _, stem in peel(tokens.keys[i - 1])):
        placed = any(stem in tables().sets["placed"] for _, stem in peel(tokens.keys[i - 1]))
        return not placed or _unknown(tokens, unit)  # «مايو الماضي 1959 فرعا»: the adjective has said which year
    return _unknown(tokens, unit) and approximators.before(tokens, i) is None


def _counted_by_form(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether an unknown noun stands in the accusative that 11 to 99 ask for: «48 عريسا»."""
    if unit is None or unit.sort != "noun" or not number.value % 100 >= EVERY_ACCUSATIVE:
        return False
    return tokens.keys[unit.first].endswith(CONSTRUCT[1])


def _unknown(tokens: Tokens, unit: Unit | None) -> bool:
    """Whether nothing is counted that the noun list knows."""
    if unit is None:
        return True
    if unit.sort == "noun" and unit.last > unit.first + 1:
        return False  # a measure of two words: «سنة ضوئية»
    return unit.sort in ("noun", "of") and tokens.keys[unit.first].removeprefix(ARTICLE) not in tables().lemmas


def are_years(tokens: Tokens, first: int, last: int, unit: Unit | None) -> bool:
    """Whether both ends of a range are years."""
    numbers = [tokens.forms[i] for i in range(first, last) if tokens.kinds[i] == Kind.NUMBER]
    counted = unit is not None and unit.sort in ("percent", "money")
    return not counted and len(numbers) == 2 and all(_YEAR.fullmatch(form) for form in numbers)


def _score(tokens: Tokens, i: int, j: int, unit: Unit | None) -> bool:
    """«3-1»: two bare numbers with a dash between them, nothing counted after them."""
    keys, kinds, gaps, n = tokens.keys, tokens.kinds, tokens.gaps, len(tokens)
    left = i > 1 and keys[i - 1] in _DASHES and kinds[i - 2] == Kind.NUMBER and gaps[i] <= Gap.SPACE
    right = j + 1 < n and keys[j] in _DASHES and kinds[j + 1] == Kind.NUMBER and gaps[j] <= Gap.SPACE and j == i + 1
    if right:
        return units.after(tokens, j + 2, 1.0) is None
    return left and unit is None


def sign_before(tokens: Tokens, i: int) -> Unit | None:
    """«$100», «%20»: the sign stands before the number and touches it."""
    if not i or tokens.gaps[i] > Gap.NONE:
        return None
    k = tokens.keys[i - 1]
    if k in tables().sets["percent"]:
        before = i > 1 and tokens.gaps[i - 1] == Gap.NONE and tokens.kinds[i - 2] == Kind.NUMBER
        return None if before else Unit(i - 1, i, "percent", "%")
    if k in _SIGNS:
        return Unit(i - 1, i, "money", k, _SIGNS[k])
    return None


def out_of(tokens: Tokens, at: int, value: float) -> tuple[int, float, Unit | None] | None:
    """«من أصل 20 جنديا»: (token after it, the whole, its unit)."""
    t = tables()
    if at >= len(tokens) or tokens.gaps[at] > Gap.SPACE or tokens.keys[at] != OF:
        return None
    for n in (3, 2, 1):
        if n > 1 and tokens.keys[at : at + n] not in t.phrases["of"]:
            continue
        inner = at + n
        while inner < len(tokens) and tokens.keys[inner] in t.sets["article"]:
            inner += 1
        if inner >= len(tokens) or tokens.gaps[inner] > Gap.SPACE or not starts_number(tokens, inner):
            return None
        whole = read_number(tokens, inner)
        if whole is None or whole.before or whole.part:
            return None
        if n == 1 and not (whole.value > max(2.0, value) and whole.value.is_integer()):
            return None
        unit = units.after(tokens, whole.last, whole.value)
        if unit is not None and unit.sort == "time":
            return None
        return (unit.last if unit is not None else whole.last), whole.value, unit
    return None


def one_in(tokens: Tokens, at: int) -> bool:
    """«من كل خمسة», «من أصل 30» after «واحد»: then it is a share and not «one of»."""
    each = tables().phrases["each"]
    return any(tokens.keys[at : at + n] in each for n in (2, 3))


def counts(tokens: Tokens, number: Number, first: int, kind: str, trailing: tuple[int, str] | None) -> bool:
    """Whether a number with nothing counted beside it is a count all the same."""
    if number.definite and number.words and number.scale < 1000 and not number.digits:
        return False
    if not number.value and number.words:
        return False
    if number.dual and tokens.keys[number.last - 1].endswith(CONSTRUCT):
        return False
    if kind or trailing is not None:
        return True
    if number.scale >= 1000 and (number.digits or number.value != number.scale):
        return True
    t = tables()
    j = number.last
    before = tokens.keys[first - 1] if first and tokens.gaps[first] <= Gap.SPACE else ""
    if number.before and number.before[-1] not in JOINS:
        return False
    if before and any(stem in t.sets["takes_number"] for _, stem in peel(before)):
        return number.digits or number.value >= 2
    after = tokens.keys[j] if j < len(tokens) and tokens.gaps[j] <= Gap.SPACE else ""
    if after == OF and _partitive(tokens, j, number):
        return True
    return after in t.sets["takes_number"] and after.startswith(OF)


def goes_on(tokens: Tokens, number: Number, after: int) -> bool:
    """Whether bare digits carry on a count of the same sentence: «شن 9 غارات على البلدة و12 على أطرافها»."""
    i, j = number.first, number.last
    if not number.digits or not i or tokens.keys[i - 1] != JOINS[0] or tokens.gaps[i] > Gap.SPACE or i - after > _FAR:
        return False
    if breaks(tokens, after, i) or j >= len(tokens) or tokens.gaps[j] > Gap.SPACE:
        return False
    return tokens.keys[j] in tables().sets["elided"] and tokens.kinds[i - 2] != Kind.NUMBER


def _partitive(tokens: Tokens, at: int, number: Number) -> bool:
    """«اثنين من معتقلي …»: a count of some of a group, whose noun is no list's."""
    if at + 1 >= len(tokens) or tokens.gaps[at + 1] > Gap.SPACE or tokens.kinds[at + 1] != Kind.WORD:
        return False
    t = tables()
    k = tokens.keys[at + 1]
    if k in t.sets["date"] or k in t.sets["time_unit"] or reading(k) is not None:
        return False
    if number.value < 2 or k in t.sets["stop"] or k.endswith(FEMININE) or (k in t.lemmas and k not in t.plurals):
        return False
    return k in t.plurals or k.endswith((*CONSTRUCT, SOUND_FEMININE)) or number.words


def counts_range(tokens: Tokens, first: int, follows: bool) -> bool:
    """Whether a range with nothing counted beside it is a count: after a verb that counts, or where a count went before."""
    t = tables()
    if any(is_label(tokens.keys[i]) for i in range(max(0, first - 2), first)):
        return False
    before = tokens.keys[first - 1] if first and tokens.gaps[first] <= Gap.SPACE else ""
    return follows or any(stem in t.sets["takes_number"] for _, stem in peel(before or " "))


def few_before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """«بضعة آلاف»: the word for a few before a vague plural."""
    if not first or tokens.gaps[first] > Gap.SPACE:
        return None
    for prefix, stem in peel(tokens.keys[first - 1]):
        if stem in tables().sets["few"]:
            return first - 1, len(prefix)
    return None


def whole_after(tokens: Tokens, at: int) -> bool:
    """Whether the noun of a whole follows a fraction: «ثلث الاقتصاد», «ثلثي أصوات»."""
    t = tables()
    if at >= len(tokens) or tokens.gaps[at] > Gap.SPACE or tokens.kinds[at] != Kind.WORD:
        return False
    k = tokens.keys[at]
    bare = k.removeprefix(ARTICLE)
    if at > 1 and tokens.keys[at - 2].removeprefix(ARTICLE) == bare:
        return False  # «مرة ونصف المرة»
    if k in t.sets["no_whole"] or k in t.sets["time_unit"] or bare in t.sets["time_unit"] or k in t.sets["stop"]:
        return False
    if k.startswith(ARTICLE):
        return len(k) > 4
    if any(form in t.lemmas for form in owned(k)):
        return True  # «نصف سكانها»
    return units.is_noun(k) and not is_nisba(k) and reading(k) is None


def ordinal_runs_on(tokens: Tokens, i: int) -> bool:
    """Whether the number word at `i` ends an ordinal: «الثامنة عشرة», «الحادي والعشرين»."""
    found = ordinal_word(tokens.keys[i - 1])
    if found is None or tokens.gaps[i] > Gap.SPACE or tokens.kinds[i] != Kind.WORD:
        return False
    here = reading(tokens.keys[i])
    if here is None:
        return False
    if here.atom.kind == "unit" and here.atom.value == 10:
        return not here.before and (found[1] or i + 1 >= len(tokens) or units.after(tokens, i + 1, 10.0) is None)
    return here.atom.kind == "ten" and here.before == JOINS[0] and here.definite == found[1]
