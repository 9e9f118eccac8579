"""Every phrase of an article that stands for somebody: names with their titles, offices, bodies, capitals that act."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tawatur.model.tokens import Gap, Kind
from tawatur.resolve.headed import heads, read_headed, read_outlet
from tawatur.resolve.metonyms import card_words, governs
from tawatur.resolve.people import Person
from tawatur.resolve.reader import QUOTES, Reader
from tawatur.resolve.story_state import owner_named_before, story_state
from tawatur.text.known.begins import BODY, NATION, OFFICE, begins
from tawatur.text.known.bodies import Body, entity, find_body, second_holder
from tawatur.text.known.lists import capital_of, states
from tawatur.text.known.naming import holder_named, parts, same_word
from tawatur.text.known.nations import nation
from tawatur.text.known.offices import Office, find_office, long_titles, starts
from tawatur.text.memo import Memo
from tawatur.text.offsets import whole_article
from tawatur.text.translit import skeletons, voiced
from tawatur.text.words import peel, without_article

_STOPS = frozenset('.!؟:«»"“”')
_COMMAS = frozenset("،,؛–-")
_RULERS = frozenset(("president", "leader", "king", "emir", "sultan", "supreme-leader", "emperor"))
_SENT = frozenset(("envoy", "representative"))
_FAR = 14
_FAR_TITLES = 24  # words: how far a row of titles before a name may run
"""Words between a title and its name beyond which they no longer belong together."""


def read_names(r: Reader) -> None:
    """Find out which names are one person, fully named ones first; count the states."""
    t = r.tokens
    for i, name in enumerate(r.names):
        r.at[name.first] = i
        if name.entity and name.entity in states():
            r.states[name.entity] = r.states.get(name.entity, 0) + 1
        elif name.entity in capital_of():
            home = capital_of()[name.entity or ""]
            r.states[home] = r.states.get(home, 0) + 1
    for i in [i for i, word in enumerate(t.keys) if begins[word] & NATION]:
        found = nation(t.keys, i)
        if found and len(found[1].of) == 1:
            r.states[found[1].of[0]] = r.states.get(found[1].of[0], 0) + 1
    full = [(i, parts(n.key)) for i, n in enumerate(r.names) if n.type == "PER"]
    for i, said in sorted(full, key=lambda x: -len(x[1])):
        if len(said) > 1:
            r.persons[i] = r.people.add(said)
    for i, said in full:
        if i in r.persons:
            r.persons[i].seen = r.names[i].first
        else:
            person = r.people.short(said, r.names[i].first) or r.people.add(said)
            person.seen = max(person.seen, r.names[i].first)
            r.persons[i] = person
    for person in r.people.all:
        person.seen = -1


def _name_after(r: Reader, at: int) -> int | None:
    """Index of the person's name that follows a title: marks, an alias in brackets and more titles may stand between."""
    t = r.tokens
    end = min(len(t), at + 6)
    most = at + _FAR_TITLES  # titles in a row are few: text that only repeats one is not looked through from each
    commas = 0
    i = at
    while i < end:
        if t.gaps[i] >= Gap.LINE:
            return None
        if i in r.at:
            name = r.names[r.at[i]]
            if name.type == "PER" and len(r.names[r.at[i]].key) == len(" ".join(t.keys[name.first : name.last])):
                return r.at[i]
            if not (i > at and t.forms[i - 1] in QUOTES):
                return None
            i = name.last
            continue
        if t.forms[i] in QUOTES or (t.forms[i] in _COMMAS and not commas):
            commas += t.forms[i] in _COMMAS
            i += 1
            continue
        title = find_office(t.keys, i) if t.kinds[i] is Kind.WORD else None
        if title is None or title.prefix:
            return None
        i, end = title.last, min(len(t), title.last + 6, most)
    return None


def _loose_after(r: Reader, office: Office) -> int | None:
    """Index of the name that ends a long title: «رئيس لجنة إسكان الحجاج X», «المحلل السياسي X»; no verb or stop between."""
    t = r.tokens
    if office.how == "title" and not office.definite and office.head not in long_titles():
        return None
    for i in range(office.last, min(len(t), office.last + _FAR)):
        if t.gaps[i] >= Gap.LINE or t.forms[i] in _STOPS or t.keys[i] in card_words("breaks"):
            return None
        if i in r.at and r.names[r.at[i]].type == "PER":
            return r.at[i]
        if t.forms[i] in _COMMAS:
            return r.at[i + 1] if i + 1 in r.at and r.names[r.at[i + 1]].type == "PER" else None
        if i > office.last and i not in r.at and starts(t.keys[i]) and (other := find_office(t.keys, i)):
            if other.how == "title" and _name_after(r, other.last) is not None:
                continue  # «المتحدث باسم الوزارة العقيد فلان»: a rank before the name
            return None
    return None


def holder(r: Reader, office: Office) -> str | None:
    """Whose office it is: said, or the country spoken of."""
    if office.of:
        return r.which(office.of)
    if office.homeland:
        return max(r.states, key=lambda s: r.states[s]) if len(r.states) == 1 else None
    return None


def role_id(owner: str, office: Office) -> str:
    """Id of an office that nobody is named for: role:rus-foreign-minister."""
    places = "-to-" + "-".join(p.split(":")[-1] for p in office.places) if office.places else ""
    former = "former-" if office.former else ""
    return f"role:{former}{owner.removeprefix('role:').removeprefix('org:').removeprefix('loc:')}-{office.id}{places}"


def bear(r: Reader, person: Person, office: Office, at: int) -> None:
    """Note that the article gives a person this office."""
    person.heads.add(office.head)
    person.feminine = person.feminine or office.feminine
    if office.how != "title" and not office.former and office.last - office.first > 1:
        span = r.span(office.first, office.last, office.prefix)
        title = whole_article(r.doc.text, span.start, " ".join(span.text.split()))
        r.called.setdefault(person.id, Counter())[title] += 1
    owner = holder(r, office) or owner_named_before(r, office)
    ident = office.id
    if office.how == "counterpart":
        last = max(
            (p for p in r.people.all if p.facts and -1 < p.seen < at and p is not person),
            key=lambda p: p.seen,
            default=None,
        )
        ident = next(reversed(last.facts))[1] if last else ""
    if ident:
        person.facts[owner or "", ident] = at
        if office.former:
            person.facts[owner or "", "former"] = at


def _holds(person: Person, office: Office) -> bool:
    return any(ident == office.id for _, ident in person.facts) or (
        person.known is not None and (person.known.office or "").endswith("-" + office.id)
    )


_COUNTERPARTS = frozenset(("foreign-minister", "president", "defence-minister", "prime-minister", "interior-minister"))


def bearer(r: Reader, office: Office, at: int) -> Person | None:
    """The person of this article who holds the office; where nobody's office is said, the last one named before it."""
    owners = set(office.of)
    found = []
    for p in r.people.all:
        if office.former != any(ident == "former" for _, ident in p.facts):
            continue
        facts = list(p.facts)
        if p.known and p.known.office and p.known.party:
            facts.append((p.known.party, p.known.office.removeprefix(p.known.party + "-")))
        for owner, ident in facts:
            kin = (bool(owners) and ident in _COUNTERPARTS) if office.how == "counterpart" else _kin(office.id, ident)
            if kin and (not owners or owner in owners):
                found.append(p)
                break
    if office.feminine:
        found = [p for p in found if p.feminine]
    before = [p for p in found if p.before(at) >= 0]
    if not owners and not office.homeland:
        found = before
    return max(before or found, key=lambda p: p.before(at)) if found else None


@Memo
def _may_be_read(word: str) -> bool:
    """Whether a phrase that stands for somebody may begin with a key that begins no name."""
    return bool(begins[word] & (OFFICE | BODY | NATION)) or any(heads[word])


def read(r: Reader) -> None:
    """One pass over the tokens: each phrase that stands for somebody, longest first."""
    read_names(r)
    t = r.tokens
    pending: list[tuple[int, Office]] = []
    done = 0
    for i in [i for i, word in enumerate(t.keys) if _may_be_read[word] or i in r.at]:
        if i < done or t.kinds[i] is Kind.PUNCT or t.kinds[i] is Kind.NUMBER:
            continue
        if i in r.at:
            done = _read_name(r, r.at[i])
            continue
        if end := read_outlet(r, i) or read_headed(r, i):
            done = end
            continue
        office = find_office(t.keys, i) if starts[t.keys[i]] else None
        if office and (end := _read_office(r, office, pending)):
            done = end
            continue
        body = find_body(t.keys, i)
        if body and (end := _read_body(r, body)):
            done = end
            continue
        done = _read_people_of(r, i) or i + 1
    for _, office in pending:
        _read_role(r, office)
    r.out.sort(key=lambda x: (x.span.start, -x.span.end))


def _see(r: Reader, index: int) -> Person:
    person = r.persons[index]
    person.seen = r.names[index].first
    person.mentions.append(person.seen)
    return person


def _read_name(r: Reader, index: int) -> int:
    """A name without a title before it; an office after it in apposition belongs to it."""
    t, name = r.tokens, r.names[index]
    prefix = len("".join(t.keys[name.first : name.last])) - len(name.key.replace(" ", ""))
    if name.type == "PER":
        person = _see(r, index)
        last = name.last
        if last + 1 < len(t) and (t.forms[last] in _COMMAS or t.forms[last] == "(") and starts(t.keys[last + 1]):
            office = find_office(t.keys, last + 1)
            if (
                office
                and not office.prefix
                and office.how != "counterpart"
                and _name_after(r, office.last) is None
                and (office.definite or office.how == "title")
            ):
                bear(r, person, office, name.first)
                last = office.last
        how = "name" if len(parts(name.key)) > 1 else "short"
        r.refer(name.first, name.last, prefix, person.id, "PER", how, name.rule, name.span)
        if last > name.last:
            r.refer(name.first, last, prefix, person.id, "PER", how, "apposition", name.span)
        return last
    if name.entity in capital_of() and governs(t, name.first, name.last, prefix):
        r.refer(name.first, name.last, prefix, capital_of()[name.entity or ""], "LOC", "metonym", "capital", name.span)
        r.names[index] = replace(name, entity=capital_of()[name.entity or ""])
        return name.last
    if name.rule.startswith("body:") and (body := find_body(t.keys, name.first)) and _read_body(r, body, index):
        return name.last
    ident = (
        name.entity
        or f"{name.type.lower()}:{skeletons(name.key.split()) or voiced(name.key) or name.key.replace(' ', '-')}"
    )
    if not name.entity:
        r.names[index] = replace(name, entity=ident)
    r.refer(name.first, name.last, prefix, ident, name.type, "name", name.rule, name.span)
    return name.last


def _read_office(r: Reader, office: Office, pending: list[tuple[int, Office]]) -> int | None:
    """An office with the name of who holds it, or alone; None where it is no reference."""
    index = _name_after(r, office.last)
    if index is None and (office.how == "title" or not office.of):
        index = _loose_after(r, office)
        if index is not None and office.how == "office" and not office.definite and index not in r.persons:
            index = None
    if index is not None and index in r.persons:
        name = r.names[index]
        words = parts(name.key)
        if len(words) == 1 and office.how == "office" and (same := bearer(r, office, office.first)):
            if any(same_word(w, words[0]) for s in same.spellings for w in s):
                r.persons[index] = same  # «ولي العهد الأمير محمد» after «ولي العهد محمد بن سلمان»
        elif len(words) == 1 and (ident := holder_named(office.id, words[0])) and not _holds(r.persons[index], office):
            r.persons[index] = r.people.known(ident)  # «رئيس الوزراء أوغلو» beside another Oğlu
        person = _see(r, index)
        bear(r, person, office, office.first)
        person.home = person.home or _nation_within(r, office.first, name.first)
        inner = find_office(r.tokens.keys, name.first - 1) if starts(r.tokens.keys[name.first - 1]) else None
        if inner and inner.first > office.first:
            person.heads.add(inner.head)
        r.refer(
            office.first,
            name.last,
            office.prefix,
            person.id,
            "PER",
            "name",
            f"title:{office.id or office.head}",
            name.span,
        )
        return name.last
    if office.how == "title" and not office.definite:
        return None
    pending.append((office.first, office))
    return office.last if office.how != "title" else None


def _nation_within(r: Reader, first: int, last: int) -> str | None:
    """The state whose adjective stands in a title: «رئيس المجلس الروسي للمحاربين القدامى»."""
    for i in range(first, last):
        found = nation(r.tokens.keys, i)
        if found and (state := r.which(found[1].of)) in states():
            return state
    return None


def _read_role(r: Reader, office: Office) -> None:
    """An office without a name: who holds it in this article, or the office itself."""
    if office.how == "title":
        found = [p for p in r.people.all if office.head in p.heads]
        if len(found) == 1 and office.last - office.first == 1:
            r.refer(office.first, office.last, office.prefix, found[0].id, "PER", "anaphor", "title")
        return
    if not office.definite and not office.of:
        return
    person = bearer(r, office, office.first)
    if person:
        how = "role" if office.of or office.homeland else "anaphor"
        r.refer(office.first, office.last, office.prefix, person.id, "PER", how, f"office:{office.id}")
        return
    ident = _role_before(r, office)
    owner = holder(r, office)
    if ident is None and owner and office.definite and office.id and not owner.startswith("?"):
        ident = role_id(owner, office)
    if ident:
        span = r.span(office.first, office.last, office.prefix)
        r.roles.setdefault(ident, (office, span))
        how = "role" if office.of else "anaphor"
        r.refer(office.first, office.last, office.prefix, ident, "PER", how, f"office:{office.id}")


def _role_before(r: Reader, office: Office) -> str | None:
    """The office already spoken of that a looser phrase means: «الوزيرة الكورية» after «وزيرة خارجية كوريا الشمالية»."""
    for ident, (old, _) in reversed(r.roles.items()):
        owners = not office.of or set(office.of) & set(old.of)
        gender = office.feminine == old.feminine
        if (
            owners
            and gender
            and _kin(office.id, old.id)
            and (office.id != old.id or not office.of)
            and old.first < office.first
        ):
            return ident
    return None


def _kin(loose: str, held: str) -> bool:
    """Say whether an office named loosely can be the one held: a minister is a foreign minister, a leader a president."""
    if loose == held:
        return True
    if {loose, held} <= _SENT:
        return True
    if loose == "minister":
        return held.endswith("-minister") and held != "prime-minister"
    return (loose == "leader" and held in _RULERS) or (held == "leader" and loose in _RULERS)


def _read_body(r: Reader, body: Body, index: int | None = None) -> int | None:
    """A body of a state; a bare one («الجيش») is the last of its sort that was named, else that of the story's state."""
    if not body.of:
        old = next((e for e, (tpl, _) in reversed(r.bodies.items()) if tpl.id == body.template.id), None)
        state = story_state(r, body) if old is None else None
        if old is None and state is None:
            return None
        if old is None:
            old = entity(body.template, state or "")
            r.bodies[old] = (body.template, r.span(body.first, body.last, body.prefix))
        r.refer(body.first, body.last, body.prefix, old, "ORG", "anaphor", f"body:{body.template.id}")
        if index is not None:
            r.names[index] = replace(r.names[index], entity=old)
        return body.last
    state = r.which(body.of) or body.of[0]
    ident = entity(body.template, state)
    span = r.span(body.first, body.last, body.prefix)
    r.bodies.pop(ident, None)
    r.bodies[ident] = (body.template, span)
    if body.template.id:
        r.refer(body.first, body.last, body.prefix, ident, "ORG", "name", f"body:{body.template.id}", span)
    else:
        r.refer(body.first, body.last, body.prefix, ident, "LOC", "metonym", "government")
    if index is not None:
        r.names[index] = replace(r.names[index], entity=ident)
    second = second_holder(r.tokens.keys, body.last)
    if second:
        other = entity(body.template, r.which(second[1].of) or second[1].of[0])
        end = body.last + second[0]
        r.bodies[other] = (body.template, r.span(body.last, end, 1))
        r.refer(body.last, end, 1, other, "ORG" if body.template.id else "LOC", "name", f"body:{body.template.id}")
        return end
    return body.last


def _read_people_of(r: Reader, at: int) -> int | None:
    """«الروس»: a people for its state; not an adjective after a noun («الجنود الروس»)."""
    t = r.tokens
    found = nation(t.keys, at)
    if not found or not found[1].definite or found[1].number != "p" or at == 0:
        return None
    if t.kinds[at - 1] is Kind.WORD and any(without_article(s) != s for _, s in peel(t.keys[at - 1])):
        return None
    state = r.which(found[1].of)
    if state is None:
        return None
    r.refer(at, at + found[0], 0, state, "LOC", "metonym", "people")
    return at + found[0]
