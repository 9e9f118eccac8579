"""Which mentions of people are one person of an article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from tawatur.text.known.lists import Known, people
from tawatur.text.known.naming import EAST, family, famous, fits, make_id, native, parts, same_name, same_word, shortens
from tawatur.text.translit import skeleton


@dataclass(slots=True)
class Person:
    """One person while an article is being read. `facts`: offices held, as (holder, office); `seen`: token last named at."""

    id: str
    words: tuple[str, ...]
    spellings: list[tuple[str, ...]] = field(default_factory=list)
    facts: dict[tuple[str, str], int] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    seen: int = -1
    mentions: list[int] = field(default_factory=list)
    known: Known | None = None
    home: str | None = None
    feminine: bool = False

    def before(self, at: int) -> int:
        """Token at which the person was last named before `at`, -1 if not."""
        n = bisect_left(self.mentions, at)
        return self.mentions[n - 1] if n else -1

    def family_first(self) -> bool:
        """Korean, Chinese and Vietnamese names have the family name first."""
        homes = {h for h, _ in self.facts} | ({self.known.party} if self.known else set())
        short = len(self.words) == 3 and all(len(skeleton(w)) < 4 and len(w) < 6 for w in self.words)
        return bool(homes & EAST) or (short and not native(self.words))


class People:
    """The people of one article."""

    def __init__(self) -> None:
        self.all: list[Person] = []

    def add(self, words: tuple[str, ...]) -> Person:
        """The person with this name; a new one if none fits."""
        for person in self.all:
            if any(same_name(words, s) or shortens(words, s) or shortens(s, words) for s in person.spellings):
                if words not in person.spellings:
                    person.spellings.append(words)
                    if len(words) > len(person.words) and person.known is None:
                        person.words, person.id = words, self._free(words)
                return person
        ident = famous(words)
        if ident is None and len(words) == 1:
            ident = family(words[0])
        elif ident is None and (known := people().get(family(words[-1]) or "")):
            ident = known.id if any(same_word(words[0], parts(n)[0]) for n in known.names) else None
        old = next((p for p in self.all if p.id == ident), None)
        if old:
            old.spellings.append(words)
            return old
        return self.new(words, ident)

    def known(self, ident: str) -> Person:
        """A well-known person by id."""
        old = next((p for p in self.all if p.id == ident), None)
        return old or self.new(parts(people()[ident].names[0]), ident)

    def new(self, words: tuple[str, ...], ident: str | None = None) -> Person:
        """Another person, whoever else has the name."""
        person = Person(ident or self._free(words), words, [words], known=people().get(ident) if ident else None)
        self.all.append(person)
        return person

    def _free(self, words: tuple[str, ...]) -> str:
        taken = {p.id for p in self.all}
        ident, n = make_id(words), 2
        while ident in taken:
            ident, n = f"{make_id(words)}-{n}", n + 1
        return ident

    def short(self, words: tuple[str, ...], at: int) -> Person | None:
        """Whom a short form means: someone fully named in the article, the last one seen if there are two."""
        found = [
            p
            for p in self.all
            if len(p.words) > 1
            and any(fits(s, words, family_first=p.family_first()) for s in p.spellings if len(s) > 1)
        ]
        pool = [p for p in found if p.seen < at] or found
        return max(pool, key=lambda p: p.seen) if pool else None
