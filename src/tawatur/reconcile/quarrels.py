"""What voices say of one happening, set against each other: who did it, whether it was, how sure, by what means, by whom.

All figures aside: an accusation against its denial, «nobody claimed it» against «claimed by», two poisons, a woman and a
man as the one who did it, doubt that becomes certainty. Voices that stand together are counted as agreement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from tawatur.model.claim import OUTLET, Claim
from tawatur.model.ledger import Finding
from tawatur.reconcile import words
from tawatur.reconcile.book import Book
from tawatur.reconcile.build import LANGUAGES, finding
from tawatur.reconcile.origins import UNNAMED, party
from tawatur.reconcile.referents import LATER, Referent
from tawatur.reconcile.stands import Stand, stands

FEW = 3
"""How many claims of one side a finding holds."""

SIDES = {
    "blame": "agrees.blame",
    "denial": "agrees.denial",
    "fake": "agrees.fake",
    "absent": "agrees.absent",
    "claimed": "agrees.claimed",
}
"""Stands that voices share by their value alone: they agree."""


def findings(book: Book) -> tuple[list[Finding], list[Claim]]:
    """The findings, and the claims that only they needed."""
    by: dict[Referent, list[Stand]] = {}
    for x in stands(book):
        by.setdefault(x.referent, []).append(x)
    out: list[Finding] = []
    used: list[Stand] = []
    for referent in sorted(by, key=lambda r: (r.place, r.group, r.day or date.min)):
        held = _near(by[referent], book)
        for rule in RULES:
            for sides in rule(held, book):
                made = _finding(book, referent, *sides)
                if made is not None:
                    out.append(made)
                    used += [x for side in sides[1] for x in side]
    return out, list({x.claim.id: x.claim for x in used}.values())


Sides = tuple[str, list[list[Stand]], dict[str, dict[str, object]]]
"""The name of a rule, the stands of each side, and what fills the rule's sentence in each language."""


def _near(held: Sequence[Stand], book: Book) -> list[Stand]:
    """The stands of articles of one affair, at most some weeks apart."""
    center = max(
        sorted({x.article for x in held}),
        key=lambda a: sum(book.related(a, x.article) for x in held),
    )
    day = book.day(center)
    return [
        x
        for x in held
        if x.article == center
        or (
            book.related(center, x.article)
            and (day is None or (d := book.day(x.article)) is None or abs((d - day).days) <= LATER)
        )
    ]


def _party(x: Stand, book: Book) -> str:
    return party(x.voice, book.entity) or x.voice


def _one_each(found: Iterable[Stand], book: Book, most: int = FEW) -> list[Stand]:
    """One stand a voice and text, bodies before titles, the earliest first."""
    out: list[Stand] = []
    for x in sorted(
        found, key=lambda x: (x.title, not x.outright, *_shows(x), str(book.day(x.article)), x.article, x.at)
    ):
        if not any(
            x.voice == o.voice and (x.article == o.article or book.same_text(x.article, o.article)) for o in out
        ):
            out.append(x)
    return out[:most]


def _each_party(found: Iterable[Stand], book: Book) -> list[Stand]:
    """One stand a party, the one that shows it best."""
    out: dict[str, Stand] = {}
    for x in _one_each(found, book, ALL):
        out.setdefault(_party(x, book), x)
    return list(out.values())[: FEW + 1]


ALL = 100


def _shows(x: Stand) -> tuple[int, bool, bool]:
    """What shows a stand best: the firmest words of a voice, in quotation marks before retold, retold before narrated."""
    degree = int(x.value) if x.kind == "sure" else 0
    return -degree, x.claim.kind not in ("direct", "mixed"), x.claim.kind == "narration"


def _text(entities: Iterable[str], book: Book) -> dict[str, str]:
    entities = list(entities)
    return {lang: words.listed([book.label(e, lang) for e in dict.fromkeys(entities)], lang) for lang in LANGUAGES}


def _parts(**given: dict[str, str]) -> dict[str, dict[str, object]]:
    return {lang: {name: said[lang] for name, said in given.items()} for lang in LANGUAGES}


# ---------------------------------------------------------------- rules
def _blame_denied(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """One party is held to have done it by others, and denies it."""
    for culprit in sorted({x.value for x in held if x.kind == "denial"}):
        accused = [x for x in held if x.kind == "blame" and x.value == culprit and _party(x, book) != culprit]
        denied = [x for x in held if x.kind == "denial" and x.value == culprit]
        denied += [x for x in held if x.kind == "fake" and _party(x, book) == culprit]
        accused = [x for x in accused if (x.firm or x.voice in book.entity) and x.claim.mode != "demands"]
        accused = [x for x in accused if x.voice != OUTLET and (x.outright or not x.referent.daily)]
        a, d = _one_each(accused, book), _one_each(denied, book)
        if a and d:
            parts = _parts(accuser=_text((x.voice for x in a), book), denier=_text([culprit], book))
            yield "disputed.blame", [a, d], parts


def _existence(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """Some have evidence or are sure of it; others found nothing, or call it invented."""
    sure = [x for x in held if x.kind == "sure" and int(x.value) >= FIRM and x.claim.mode != "denies"]
    doubt = [x for x in held if x.kind in ("fake", "absent") and x.voice != OUTLET and not x.voice.startswith(UNNAMED)]
    for_it, against = {_party(x, book) for x in sure}, {_party(x, book) for x in doubt}
    a = _each_party((x for x in sure if _party(x, book) not in against), book)
    d = _each_party((x for x in doubt if _party(x, book) not in for_it), book)
    if a and d:
        yield (
            "disputed.existence",
            [a, d],
            _parts(accuser=_text((x.voice for x in a), book), denier=_text((x.voice for x in d), book)),
        )


FIRM = 3
"""Degree of certainty from which somebody is taken to assert it: evidence, or more."""


def _unclaimed(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """An article says that nobody has claimed it, when others, not later, say who has; later ones only put it down to him."""
    none = [x for x in held if x.kind == "unclaimed"]
    by = [x for x in held if x.kind == "claimed"]
    if not none or not by:
        return
    last = max((d for x in none if (d := book.day(x.article)) is not None), default=None)
    first = min((d for x in by if (d := book.day(x.article)) is not None), default=None)
    if last is None or first is None:
        return
    culprits = _text((x.value for x in by), book)
    back = [
        x
        for x in held
        if x.kind == "blame"
        and x.outright
        and x.voice not in book.entity
        and (d := book.day(x.article)) is not None
        and d > first
        and x.value in {y.value for y in by}
    ]
    rule = "contradicts.claimed" if last >= first or back else "updates.claimed"
    sides = [
        _each_article(none, book),
        _each_article(by, book),
        *([_each_article(back, book, 2)] if rule == "contradicts.claimed" and back else []),
    ]
    yield rule, sides, _parts(culprit=culprits)


def _each_article(found: Iterable[Stand], book: Book, most: int = FEW) -> list[Stand]:
    out: list[Stand] = []
    for x in sorted(found, key=lambda x: (x.title, str(book.day(x.article)), x.article, x.at)):
        if not any(x.article == o.article or book.same_text(x.article, o.article) for o in out):
            out.append(x)
    return out[:most]


def _means(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """Two articles give means of which only one can be the whole truth."""
    if held[0].referent.daily or held[0].referent.tellers < 2:
        return  # in a war of every day each raid has its own
    for table in sorted({x.kind for x in held if x.kind.startswith("means.")}):
        by: dict[str, dict[str, list[Stand]]] = {}
        for x in held:
            if x.kind == table:
                by.setdefault(x.article, {}).setdefault(x.value, []).append(x)
        for found in by.values():
            if "sarin" in found:
                found.pop("nerve", None)  # sarin is one
        alone = {a: next(iter(v)) for a, v in by.items() if len(v) == 1}
        values = sorted(set(alone.values()))
        sides = [_each_article((x for a, v in alone.items() if v == value for x in by[a][v]), book) for value in values]
        if len(values) > 1:
            heads = [s for s in sides if s]
            said = {
                lang: words.listed(
                    [
                        f"{words.mean(v, lang)} ({', '.join(x.article for x in s)})"
                        for v, s in zip(values, sides, strict=True)
                    ],
                    lang,
                )
                for lang in LANGUAGES
            }
            yield (
                "contradicts.means",
                heads,
                _parts(sides=said, table={lang: words.mean(table.removeprefix("means."), lang) for lang in LANGUAGES}),
            )


def _culprit(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """The one who did it is told as a woman and as a man; or is unknown first and known later."""
    sex = {
        v: _each_article((x for x in held if x.kind == "culprit.sex" and x.value == v), book) for v in ("woman", "man")
    }
    if all(sex.values()) and {x.article for x in sex["woman"]} != {x.article for x in sex["man"]}:
        said = {
            lang: words.listed(
                [f"{words.mean(v, lang)} ({', '.join(x.article for x in s)})" for v, s in sex.items()], lang
            )
            for lang in LANGUAGES
        }
        yield "contradicts.culprit", list(sex.values()), _parts(sides=said)
    no = _each_article((x for x in held if x.kind == "culprit.known" and x.value == "no"), book)
    yes = _each_article(
        (
            x
            for x in held
            if x.kind == "culprit.known"
            and x.value == "yes"
            and not any(book.same_text(x.article, o.article) for o in no)
        ),
        book,
    )
    if no and yes:
        yield "updates.known", [no, yes], _parts(who=_text((x.voice for x in yes), book))


def _surer(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """One party grows surer from day to day."""
    parties: dict[str, list[Stand]] = {}
    for x in held:
        if x.kind == "sure" and book.day(x.article) is not None:
            parties.setdefault(_party(x, book), []).append(x)
    for who in sorted(parties):
        steps: list[Stand] = []
        for x in sorted(parties[who], key=lambda x: (str(book.day(x.article)), int(x.value), x.article, x.at)):
            if not steps or int(x.value) > int(steps[-1].value):
                steps.append(x)
        if len(steps) > 1 and book.day(steps[0].article) != book.day(steps[-1].article):
            said = {lang: words.steps([words.degree(x.value, lang) for x in steps], lang) for lang in LANGUAGES}
            yield "updates.surer", [steps], _parts(origin=_text([who], book), steps=said)


def _kind_of_doubt(held: Sequence[Stand], _: Book) -> Iterable[Sides]:
    """Not sure of the means, sure of the thing: the one is no doubt of the other."""
    for article in sorted({x.article for x in held if x.kind == "unsure"}):
        doubt = [x for x in held if x.kind == "unsure" and x.article == article][:2]
        sure = [
            x
            for x in held
            if x.kind in ("sure", "sure.unnamed")
            and int(x.value) > FIRM
            and x.article == article
            and x.claim.id not in {y.claim.id for y in doubt}
        ]
        if doubt and sure:
            mean = {lang: words.mean(doubt[0].value, lang) for lang in LANGUAGES}
            yield "differs.sure", [doubt, sure[:2]], _parts(mean=mean)


def _other_culprit(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """One party blames one first and another later, or takes the first back."""
    by: dict[str, dict[str, list[Stand]]] = {}
    for x in held:
        if x.kind == "blame" and x.voice in book.entity:
            by.setdefault(_party(x, book), {}).setdefault(x.value, []).append(x)
    for who in sorted(by):
        loose = {v: found for v, found in by[who].items() if not any(x.firm for x in found)}
        sure = {v: found for v, found in by[who].items() if v not in loose}
        apart = {x.article for v in loose.values() for x in v} - {x.article for v in sure.values() for x in v}
        if loose and sure and apart and not any(book.near(a, b) for a in loose for b in sure):
            sides = [_each_article(v, book) for _, v in [*sorted(loose.items()), *sorted(sure.items())]]
            yield (
                "updates.culprit",
                sides,
                _parts(origin=_text([who], book), culprits=_text([*sorted(loose), *sorted(sure)], book)),
            )


def _own_voices(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """Outlets in their own voice: what one tells as a fact another calls supposed."""
    fact = _each_outlet((x for x in held if x.kind == "fact" and x.voice == OUTLET), book)
    doubt = _each_outlet((x for x in held if x.kind == "alleged" and x.voice == OUTLET), book)
    doubt = [x for x in doubt if _outlet(x, book) not in {_outlet(y, book) for y in fact}]
    if fact and doubt:
        outlets = [
            {lang: words.listed([_outlet(x, book) for x in s], lang) for lang in LANGUAGES} for s in (fact, doubt)
        ]
        yield "contradicts.voice", [fact, doubt], _parts(fact=outlets[0], doubt=outlets[1])


def _outlet(x: Stand, book: Book) -> str:
    return book.by_article[x.article].document.article.outlet or x.article


def _each_outlet(found: Iterable[Stand], book: Book) -> list[Stand]:
    """One stand an outlet, phrases that say so outright before mere adjectives."""
    out: dict[str, Stand] = {}
    for x in sorted(found, key=lambda x: (x.title, str(book.day(x.article)), x.article, x.at)):
        out.setdefault(_outlet(x, book), x)
    return list(out.values())[:FEW]


def _together(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """Voices of two articles that stand together."""
    for kind, value in sorted({(x.kind, x.value) for x in held if x.kind in SIDES}):
        same = [x for x in held if (x.kind, x.value) == (kind, value)]
        if kind == "blame":
            same = [x for x in same if _party(x, book) != value]
        side = _one_each(same, book, FEW * 2)
        if len({x.article for x in side}) > 1:
            yield (
                f"agrees.{kind}",
                [side],
                _parts(culprit=_text([value], book) if value else dict.fromkeys(LANGUAGES, "")),
            )


def _sure_together(held: Sequence[Stand], book: Book) -> Iterable[Sides]:
    """People of one party say in two articles that they have evidence or are sure."""
    parties: dict[str, list[Stand]] = {}
    for x in held:
        if x.kind == "sure" and int(x.value) >= FIRM and x.claim.mode != "denies":
            parties.setdefault(_party(x, book), []).append(x)
    for who in sorted(parties):
        side = _one_each(parties[who], book, FEW * 2)
        if len({x.article for x in side}) > 1:
            yield "agrees.sure", [side], _parts(origin=_text([who], book))


RULES: tuple[Callable[[Sequence[Stand], Book], Iterable[Sides]], ...] = (
    _blame_denied,
    _existence,
    _unclaimed,
    _means,
    _culprit,
    _surer,
    _kind_of_doubt,
    _other_culprit,
    _own_voices,
    _together,
    _sure_together,
)


def _finding(
    book: Book, where: Referent, rule: str, sides: list[list[Stand]], parts: dict[str, dict[str, object]]
) -> Finding | None:
    members = [x for side in sides for x in side]
    claims = list({x.claim.id: x.claim for x in members}.values())
    if len(claims) < 2:
        return None
    place = {lang: book.label(where.place, lang) for lang in LANGUAGES}
    about = {lang: words.happening(where.group, place[lang], lang) for lang in LANGUAGES}
    return finding(
        book,
        rule,
        claims,
        about=about,
        parts={lang: {"of": about[lang], **parts[lang]} for lang in LANGUAGES},
        key=[f"{x.article}:{x.at}" for x in members],
        speakers=[replace(x.claim, origin=x.voice, also=()) if x.voice != x.claim.origin else x.claim for x in members],
    )
