"""What a figure measures: by the noun that is counted, by the act that governs it, or by its sort alone."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.dictionary import Act
from tawatur.events.govern import COMMA, LEFT, NEAR, RIGHT, STOPS, Governor
from tawatur.events.units import Counted, bare, counted, fallback, listed, nation, skipped, sorts_of, words
from tawatur.events.view import View
from tawatur.model.document import Sentence
from tawatur.model.mention import Quantity
from tawatur.text.arabic import key
from tawatur.text.inflect import is_definite, without_accusative
from tawatur.text.numerals import starts_number

OPENING = '«"“('

PEOPLE = frozenset({"person", "group"})

HARD = frozenset({"killed", "wounded", "casualties", "missing"})
"""Measures that the counted noun decides whatever the verb: ten dead are dead, sent or not."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures, the word that says so (None where the noun alone does), the noun, the rule."""

    measure: str
    governor: Governor | None
    counted: Counted | None
    rule: str


def unit_of(v: View, q: Quantity) -> Counted | None:
    """The counted noun of `q`; behind a container («مليون جولة من القذائف») the thing itself."""
    if q.currency:
        return counted(key(q.unit.split()[0])) if q.unit.split() else None
    head = v.at(q.unit_span.start) if q.unit_span is not None else -1
    found = counted(v.keys[head]) if head >= 0 else (counted(key(q.unit)) if q.unit else None)
    after = head + 1 if head >= 0 else q.last
    if head >= 0 and v.keys[head] in words("another"):
        return _taken_up(v, q)
    contains = head < 0 or v.keys[head] in words("container") or found is None
    if contains and after + 1 < len(v.keys) and v.keys[after] in words("from"):
        for j in range(after + 1, min(after + 4, len(v.keys))):
            inner = counted(v.keys[j])
            if inner is not None and inner.number == "p":
                return inner
    if found is None and head >= 0:
        return nation(v.keys[head])
    return found


def _taken_up(v: View, q: Quantity) -> Counted | None:
    """The noun for which «آخرين» stands: that of the nearest figure or person before it."""
    for i in range(q.first - 1, max(-1, q.first - 16), -1):
        if v.keys[i] in STOPS:
            return None
        c = counted(v.keys[i])
        if c is not None and c.unit.sort == "person" and c.unit.measure is None:
            return c
    return None


def composed(v: View, q: Quantity) -> bool:
    """Say whether the figure tells of what a group is composed: «فريق مؤلف من 150»; the verb then agrees with the group."""
    i = q.first - 1
    return i > 0 and v.keys[i] in words("from") and without_accusative(v.keys[i - 1]) in words("composed")


def direct_preposition(v: View, q: Quantity, first: int) -> str:
    """The preposition that governs the figure itself, free or attached; "" where none does."""
    text = key(v.tokens.text[v.tokens.starts[q.first] : q.span.start])
    if text in words("attached"):
        return bare(text, "and")
    i = q.first - 1
    while i >= first and (v.keys[i] in words("amount") or v.keys[i] in OPENING):
        i -= 1
    if i < first or v.keys[i] in words("and"):
        return ""
    found = bare(v.keys[i], "and")
    if found in words("from") and i > first and without_accusative(v.keys[i - 1]) in words("composed"):
        return ""
    return found if found in words("prepositions") else ""


def compatible(act: Act, unit: Counted | None, q: Quantity) -> bool:
    """Say whether the measure of `act` can count this noun; an elided or unknown noun is left to people's measures."""
    sorts = sorts_of(act.measure or "")
    if key(act.lemma) in words("only_combatants") and (unit is None or unit.unit.class_ != "combatant"):
        return False
    if key(act.lemma) in words("only_people"):
        sorts = sorts & PEOPLE
    if q.currency:
        return "money" in sorts
    if unit is None:
        return "unknown" in sorts or (not q.unit and "person" in sorts)
    return unit.unit.sort in sorts


def _counting(v: View, g: Governor, s: Sentence) -> bool:
    """Say whether a noun of harm stands in «عدد القتلى», «حصيلة الضحايا»: a count of it follows."""
    return any(
        bare(v.keys[i], "and") in words("count") or bare(v.keys[i], "article") in words("count")
        for i in range(max(s.first, g.at - 2), g.at)
    )


def _fits_left(v: View, s: Sentence, q: Quantity, g: Governor, unit: Counted | None) -> bool:
    if not compatible(g.act, unit, q) or q.first - g.last > LEFT:
        return False
    if g.act.kind == "noun" and not g.verb and g.act.type is None and not _is_masdar(g):
        return _counting(v, g, s)
    preposition = direct_preposition(v, q, s.first)
    if (
        not g.verb
        and g.direct
        and g.reading.definite
        and not g.reading.pronoun
        and not _amounts(v, g.last + 1, q.first)
    ):
        return False  # a verbal noun with the article has no genitive
    if not g.direct:
        return preposition in g.act.counts or v.keys[g.last + 1] in g.act.counts
    if not preposition or preposition in words("transparent"):
        return True
    return q.first - g.last == 1 and preposition in words("attached") and g.act.kind == "masdar"


def _amounts(v: View, first: int, last: int) -> bool:
    return any(v.keys[i] in words("amount") for i in range(first, last))


def _is_masdar(g: Governor) -> bool:
    return key(g.act.lemma) in words("masdars")


def _between_stops(v: View, first: int, last: int) -> bool:
    """Say whether a full stop, a complementizer or another speaker's cue stands between two tokens."""
    stops = words("complementizers")
    return any(v.keys[i] in STOPS or v.keys[i] in stops for i in range(first, last))


def left_governor(
    v: View, s: Sentence, q: Quantity, found: tuple[Governor, ...], unit: Counted | None
) -> Governor | None:
    """The nearest act before the figure that can count it."""
    start = _before_aside(v, s, q.first)
    for g in reversed(found):
        if g.at >= start or (g.last >= q.first and g.act.kind != "phrase"):
            continue
        if _between_stops(v, g.at + 1, start):
            return None
        if v.speaker.get(g.at, -1) != v.speaker.get(q.first, -1) and q.first - g.last > NEAR:
            return None
        if _fits_left(v, s, q, g, unit):
            return g
    return None


def _before_aside(v: View, s: Sentence, at: int) -> int:
    """Where an aside between commas right before token `at` begins: «قتل انتحاري، يشتبه بأنه …، 32 شخصا»; else `at`."""
    if at > s.first and v.keys[at - 1] == COMMA:
        for i in range(at - 2, max(s.first, at - 14), -1):
            if v.keys[i] == COMMA:
                return i
    return at


def right_governor(
    v: View, s: Sentence, q: Quantity, found: tuple[Governor, ...], unit: Counted | None
) -> Governor | None:
    """The verb after the figure whose subject it is: «30 شخصا قتلوا», «3600 مسلح غادروا»."""
    for g in found:
        if g.at < q.last:
            continue
        if g.at - q.last > RIGHT or any(
            v.keys[i] in STOPS or v.keys[i] == COMMA or (i in v.quantity and v.quantity[i] is not q)
            for i in range(q.last, g.at)
        ):
            return None
        form = g.reading.form
        if form is None:
            if g.act.kind == "noun" and not g.reading.definite and g.at == q.last and compatible(g.act, unit, q):
                return g
            continue
        if g.reading.prefix[:1] in words("and") or form.person == 1:
            return None
        thing = unit is not None and unit.unit.sort != "person"
        agrees = form.number != "s" or (form.gender == "f" and thing) or composed(v, q)
        subject = "s" in g.act.counts or ("o" in g.act.counts and form.voice != "active")
        if agrees and subject and not g.reading.pronoun and compatible(g.act, unit, q) and not _has_object(v, g, s):
            return g
        return None
    return None


def _has_object(v: View, g: Governor, s: Sentence) -> bool:
    after = g.last + 1
    return "o" in g.act.counts and after < s.last and after in v.quantity and v.quantity[after].first == after


def _mixed(v: View, q: Quantity, s: Sentence) -> bool:
    """«30 بين قتيل وجريح», «عشرات القتلى والجرحى»: dead and hurt in one figure."""
    harm = {"killed", "wounded"}
    window = range(q.last, min(s.last, q.last + 3))
    named = [c for i in window if i not in v.quantity and (c := counted(v.keys[i])) and c.unit.measure in harm]
    tail = v.keys[q.last] if q.last < s.last else ""
    head = v.keys[q.first - 1] if q.first else ""
    if words("between") & {head, tail}:
        return len({c.unit.measure for c in named} | {_direct(v, q)}) > 1 and bool(named)
    return tail in words("wounded_nouns") and tail[:1] in words("and") and _direct(v, q) == "killed"


def _direct(v: View, q: Quantity) -> str | None:
    unit = unit_of(v, q)
    return unit.unit.measure if unit else None


def measured(v: View, s: Sentence, q: Quantity, found: tuple[Governor, ...]) -> Measured | None:
    """What `q` measures; None where it is no estimate (a length, a distance, a share, a bare number)."""
    if key(q.unit) in skipped() or bare(key(q.unit), "article") in skipped():
        return None
    unit = unit_of(v, q)
    if anaphoric(v, q):
        return None
    direct = unit.unit.measure if unit else None
    if _mixed(v, q, s):
        return Measured("casualties", None, unit, "unit:mixed")
    among = _among(v, s, q)
    if among is not None:
        return Measured(among, None, unit, "among")
    if direct in HARD:
        died = right_governor(v, s, q, found, unit) if direct == "wounded" else None
        if died is not None and died.act.measure == "killed":
            return Measured("killed", died, unit, "right")
        lost = left_governor(v, s, q, found, unit) if direct == "wounded" else None
        if lost is not None and lost.act.measure == "killed" and 0 <= q.first - lost.last <= 1:
            return Measured("killed", lost, unit, "left")  # «وفاة ثلاثة من المصابين»
        return Measured(str(direct), None, unit, "unit")
    bodies = counted(v.keys[q.first - 1]) if q.first > s.first else None
    if bodies and bodies.unit.measure in HARD and bodies.number != "s" and unit and unit.unit.sort == "person":
        return Measured(str(bodies.unit.measure), None, unit, "unit:of")
    left = left_governor(v, s, q, found, unit)
    right = right_governor(v, s, q, found, unit)
    opens = q.first == s.first or v.keys[q.first - 1] in words("complementizers")
    near_left = left is not None and (q.first - left.last <= 4 or not left.direct)
    chosen = right if right is not None and (opens or not near_left) else (left or right)
    if chosen is not None:
        return Measured(str(chosen.act.measure), chosen, unit, "left" if chosen is left else "right")
    if direct is not None:
        return Measured(direct, None, unit, "unit")
    if q.currency:
        return Measured("money", None, unit, "currency")
    if q.low == q.high == 1 or unit is None or key(unit.unit.lemma) in listed("skip", "only_governed"):
        return None  # one of something is no count; of what no list knows, and no act governs, nothing is asserted
    sort = fallback(unit.unit.sort)
    return Measured(sort, None, unit, "sort") if sort else None


def _among(v: View, s: Sentence, q: Quantity) -> str | None:
    """«خمسة أشخاص في عداد المفقودين»: the measure of the noun behind «في عداد»."""
    for i in range(q.last, min(s.last - 1, q.last + 4)):
        if v.keys[i] in words("among"):
            c = counted(v.keys[i + 1])
            return c.unit.measure if c else None
    return None


def anaphoric(v: View, q: Quantity) -> bool:
    """«الثلاثة», «المطارات الثلاثة»: a small number with the article takes up again what is known; it counts nothing new."""
    if q.best is None or q.best > 10:
        return False
    return any(is_definite(v.keys[i], "") and starts_number(v.tokens, i) for i in range(q.first, q.last))
