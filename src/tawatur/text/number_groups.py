"""The pieces of a number: digits, counts below a thousand, the powers that they count, parts of one.

`numerals` puts them together; positions are token indices.
"""

from __future__ import annotations

import re

from tawatur.model.tokens import Gap, Kind, Tokens
from tawatur.text.number_words import Atom, Reading, reading, words

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_RIGHT_TO_LEFT = "\u200f"
LONGEST = 40
"""Signs of the longest row of digits that is read as a number: what is longer counts nothing."""
LARGEST = 1e40
"""Where a row of powers («ألف ألف ألف …») ends: far above what anybody counts, far below what a float holds."""


def digits_value(form: str) -> float | None:
    """Value of a NUMBER token's form; grouping decides between thousands and decimals. None for what is no one number (1.2.3).

    >>> [digits_value(f) for f in ("12,000", "12.000", "3.5", "73,9", "3,450.5", "0.125", "1.234.567", "192.168.1.2")]
    [12000.0, 12000.0, 3.5, 73.9, 3450.5, 0.125, 1234567.0, None]
    """
    if len(form) > LONGEST:
        return None
    if form.isdigit():
        return float(form)
    if not form.startswith("0") and _THOUSANDS.fullmatch(form):
        decimal = "." if form.find(",") < form.find(".") or "." not in form else ","
        if "," not in form:
            decimal = ","
        return float(form.replace("," if decimal == "." else ".", "").replace(",", "."))
    if form.count(".") + form.count(",") == 1:
        return float(form.replace(",", "."))
    return None


def decimal_value(form: str, value: float) -> float:
    """The value of digits where only a decimal point makes sense, as before a percent sign: «2.998» is not thousands.

    >>> decimal_value("2.998", 2998.0), decimal_value("12.5", 12.5)
    (2.998, 12.5)
    """
    return float(form) if form.count(".") == 1 and form.replace(".", "").isdigit() else value


class Groups:
    """Recursive descent over the tokens of one text."""

    def __init__(self, tokens: Tokens) -> None:
        self.t = tokens

    # one word -------------------------------------------------------------------------------------------------------

    def word(self, i: int, *, joined: bool = True) -> Reading | None:
        """The number word at `i`; with `joined`, it must stand on the line of the one before."""
        t = self.t
        if i >= len(t) or t.kinds[i] != Kind.WORD or (joined and t.gaps[i] > Gap.SPACE):
            return None
        return reading(t.keys[i])

    def inner(self, i: int) -> Atom | None:
        """The number word at `i` where nothing hangs before it: the next piece of the same group."""
        found = self.word(i)
        return found.atom if found is not None and not found.before and not found.definite else None

    def and_(self, i: int) -> tuple[int, Reading | None] | None:
        """A join at `i`: (where the next piece starts, its reading where it is a word with و on it)."""
        t = self.t
        if i >= len(t) or t.gaps[i] > Gap.SPACE or t.kinds[i] != Kind.WORD:
            return None
        if t.keys[i] == "و":
            if i + 1 >= len(t) or t.gaps[i + 1] > Gap.SPACE:
                return None
            if t.kinds[i + 1] == Kind.NUMBER:
                return i + 1, None
            found = self.word(i + 1)
            return (i + 1, found) if found is not None and not found.before else None
        found = reading(t.keys[i])
        if found is not None and not found.before and t.keys[i] == "واحد" and self.inner(i + 1) == Atom("unit", 10.0):
            return i, Reading("و", definite=False, atom=Atom("before", 1.0))
        if found is None or found.before != "و":
            return None
        return i, found

    # counts below a thousand -----------------------------------------------------------------------------------------

    def small(self, i: int, at: Reading) -> tuple[int, float, bool]:
        """A count that starts with the word `at`: (next token, value, is its last word a dual)."""
        atom = at.atom
        if atom.kind in ("unit", "before") and atom.value:
            ten = self.inner(i + 1)
            if 1 <= atom.value <= 9 and ten == Atom("unit", 10.0):
                return i + 2, atom.value + 10, False
            if atom.value <= 9 and (tens := self.tens(i + 1)) is not None:
                return tens[0], atom.value + tens[1], False
            if 3 <= atom.value <= 9 and ten is not None and ten.kind == "hundred" and ten.value == 100:
                return self.after_hundred(i + 2, atom.value * 100)
            return i + 1, atom.value, False
        if atom.kind == "hundred":
            last, value, dual = self.after_hundred(i + 1, atom.value)
            return last, value, dual or (atom.dual and last == i + 1)
        return i + 1, atom.value, False

    def tens(self, i: int) -> tuple[int, float] | None:
        """«وعشرون» after a unit."""
        join = self.and_(i)
        if join is None or join[1] is None or join[1].atom.kind != "ten":
            return None
        return join[0] + 1, join[1].atom.value

    def after_hundred(self, i: int, value: float) -> tuple[int, float, bool]:
        """What و adds to a hundred: a count below it, in words or in digits."""
        join = self.and_(i)
        if join is None:
            return i, value, False
        at, found = join
        if found is None:
            low = digits_value(self.t.forms[at])
            if low is None or low >= 100:
                return i, value, False
            return at + 1, value + low, False
        if found.atom.kind not in ("unit", "ten", "teen", "before", "dozen") or not found.atom.value:
            return i, value, False
        if self.parts(at, found.atom) is not None:
            return i, value, False
        last, low, _ = self.small(at, found)
        if low >= 100 or (found.atom.kind == "before" and last == at + 1):
            return i, value, False
        return last, value + low, False

    # groups ---------------------------------------------------------------------------------------------------------

    def scales(self, i: int, value: float) -> tuple[int, float, float]:
        """The powers that follow a count: (next token, value, product of the powers)."""
        product = 1.0
        while True:
            atom = self.inner(i)
            if atom is None or atom.kind not in ("scale", "hundred") or (atom.dual and not atom.either):
                return i, value * product, product
            if atom.kind == "hundred" and (product != 1 or atom.value != 100 or value >= 1000):
                return i, value * product, product
            power = atom.value / 2 if atom.dual else atom.value
            if value * product * power > LARGEST:
                return i, value * product, product
            product *= power
            i += 1

    def digits(self, i: int) -> tuple[int, float] | None:
        """Digits at `i`: with groups set apart by spaces («1 234 567»), or with the letter that agencies write for the point."""
        t = self.t
        value = digits_value(t.forms[i])
        if value is None:
            return None
        end = i + 1
        if (
            i + 2 < len(t)
            and t.forms[i].isdigit()
            and t.forms[i + 2].isdigit()
            and t.gaps[i + 1] == t.gaps[i + 2] == Gap.NONE
            and (t.keys[i + 1] in words().decimal_letter or self.turned(i))
        ):
            # Written from right to left: the fraction stands first, «7ر53» is 53.7; three digits there are thousands.
            sign = "" if len(t.forms[i]) == 3 else "."
            return i + 3, float(f"{t.forms[i + 2]}{sign}{t.forms[i]}")
        if re.fullmatch(r"\d{1,3}(?:,\d{3})*", t.forms[i]):
            text = t.forms[i].replace(",", "")
            while (
                end < len(t)
                and t.kinds[end] == Kind.NUMBER
                and t.gaps[end] == Gap.SPACE
                and re.fullmatch(r"\d{3}(?:[.,]\d+)?", t.forms[end])
                and t.text[t.ends[end - 1] : t.starts[end]] in (" ", "\u00a0", "\u202f")
            ):
                text += t.forms[end].replace(",", ".")
                end += 1
                if "." in text:
                    break
            if end > i + 1:
                value = float(text)
        return end, value

    def turned(self, i: int) -> bool:
        """Whether a mark of writing from right to left stands at the point after the digits at `i`: then the fraction stands first."""
        t = self.t
        return t.keys[i + 1] == "." and _RIGHT_TO_LEFT in t.text[t.ends[i] : t.starts[i + 2]]

    def group(self, i: int, at: Reading | None) -> tuple[int, float, float, bool] | None:
        """One group: (next token, value, its power, is its last word a dual)."""
        if at is None:
            read = self.digits(i)
            if read is None:
                return None
            last, value = read
            after, scaled, power = self.scales(last, value)
            grouped = self.t.forms[i]
            if power >= 1000 and last == i + 1 and grouped.count(".") == 1 and "," not in grouped:
                scaled = float(grouped) * power  # «3.125 مليار»: before a power the point is a decimal point
            return after, scaled, power, False
        atom = at.atom
        if atom.kind == "scale":
            value = atom.value
            if atom.either and self.and_(i + 1) is not None:
                value /= 2  # «مليونا وثلاثمئة»: the accusative, as the dual would keep its n before و
            elif atom.either and self.tanwin(i):
                value /= 2
            last, value, power = self.scales(i + 1, value)
            return last, value, atom.value / (2 if atom.dual else 1) * power, atom.dual and last == i + 1
        if atom.kind == "part":
            return self.part(i, atom)
        if (many := self.parts(i, atom)) is not None:
            return many
        last, value, dual = self.small(i, at)
        after, value, power = self.scales(last, value)
        if power == 1 and atom.kind == "hundred" and last == i + 1:
            power = 100.0
        return after, value, power, dual and after == last

    def tanwin(self, i: int) -> bool:
        """Whether the word carries the mark of the indefinite accusative (ألفاً)."""
        return "\u064b" in self.t.text[self.t.starts[i] : self.t.ends[i]]

    def part(self, i: int, atom: Atom) -> tuple[int, float, float, bool]:
        """«نصف», «نصف مليون», «ربع المليار»."""
        found = self.word(i + 1)
        if found is not None and not found.before and found.atom.kind in ("scale", "hundred") and not found.atom.dual:
            return i + 2, atom.value * found.atom.value, found.atom.value, False
        return i + 1, atom.value, 0.0, False

    def parts(self, i: int, atom: Atom) -> tuple[int, float, float, bool] | None:
        """«ثلاثة أرباع», «خمسة أثمان», and with a power: «ثلاثة أرباع المليون»."""
        if atom.kind != "unit" or i + 1 >= len(self.t) or self.t.gaps[i + 1] > Gap.SPACE:
            return None
        of = words().parts_many.get(self.t.keys[i + 1])
        if of is None:
            return None
        found = self.word(i + 2)
        if found is not None and not found.before and found.atom.kind == "scale" and not found.atom.dual:
            return i + 3, atom.value / of * found.atom.value, found.atom.value, False
        return i + 2, atom.value / of, 0.0, False

    def and_part(self, i: int, power: float) -> tuple[int, float] | None:
        """«ونصف», «ونصف المليون» after a number whose last power is `power`: (next token, what it adds)."""
        join = self.and_(i)
        if join is None or join[1] is None:
            return None
        at, found = join[0], join[1]
        if found.atom.kind != "part" or found.definite:
            many = self.parts(at, found.atom)
            if many is None or many[2] not in (0.0, power):
                return None
            return many[0], many[1] * (1 if many[2] else power)
        same = self.word(at + 1)
        if same is not None and not same.before and same.atom.kind in ("scale", "hundred"):
            if same.atom.value != power:
                return None
            return at + 2, found.atom.value * power
        return at + 1, found.atom.value * power
