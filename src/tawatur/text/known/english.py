"""English names of bodies and offices known by rule, as a news agency writes them: "Russian foreign ministry"."""

from __future__ import annotations

import re
from functools import cache

from tawatur.text.arabic import is_arabic, key
from tawatur.text.known.lists import PACKAGE, adjective, known, organisations, states
from tawatur.text.lexicon import card, table
from tawatur.text.romanise import latin
from tawatur.text.words import ARTICLE

_ASIDE = re.compile(r"^The | \([^()]*\)$")
_MINISTRY = "ministry-"
_TO = "-to-"


def field(ident: str) -> str:
    """What a ministry or minister is in charge of.

    >>> field("foreign"), field("emergency")
    ('foreign', 'emergencies')
    """
    said: dict[str, str] = card(PACKAGE, "en.bodies.toml")["field"]
    return said.get(ident, ident.replace("-", " "))


def body(pattern: str, owner: str) -> str:
    """The name of a body. `pattern`: "{nation} army"; `owner`: a state, or what an id says instead of one.

    >>> body("{nation} military intelligence", "kor"), body("{nation} army", "org:sahub")
    ('South Korean military intelligence', 'Sahub army')
    """
    name = states()[owner].en if owner in states() else owner.removeprefix("org:").replace("-", " ").title()
    return pattern.format(state=name, nation=adjective(owner) or name)


def office(ident: str) -> str:
    """The name of an office by the id of its role.

    >>> office("role:rus-foreign-minister"), office("role:former-rus-representative-to-un")
    ('Russian foreign minister', 'former Russian representative to the United Nations')
    >>> office("role:kremlin-spokesperson"), office("role:istanbul-governor")
    ('Kremlin spokesperson', 'governor of Istanbul')
    """
    middle = ident.split(":", 1)[1]
    former = "former " if middle.startswith("former-") else ""
    pieces = middle.removeprefix("former-").split("-")
    for n in range(len(pieces) - 1, 0, -1):
        owner, rest = "-".join(pieces[:n]), "-".join(pieces[n:])
        if (nation := adjective(owner)) is not None:
            return f"{former}{nation} {_post(rest)}"
        if (listed := known("org:" + owner)) is not None:
            return f"{former}{short(listed.en)} {_post(rest)}"
        if (listed := known("loc:" + owner)) is not None:
            return f"{former}{_post(rest)} of {listed.en}"
    return former + _post("-".join(pieces))


@cache
def _press() -> dict[str, str]:
    return {key(word): said for word, said in table(PACKAGE, "ar.press.tsv", 2)}


@cache
def _organisations() -> dict[str, str]:
    return {key(name): o.en for o in reversed(organisations().values()) for name in o.names}


def outlet(name: str) -> str:
    """An outlet's name in Latin letters: as a list has it, else spelt, with what its first word says that it is.

    >>> outlet("صراحة نيوز"), outlet("صحيفة الرواق"), outlet("BBC Arabic"), outlet("رويترز")
    ('Saraha News', 'al-Riwaq newspaper', 'BBC Arabic', 'Reuters')
    """
    if not is_arabic(name):
        return name
    said: dict[str, str] = card(PACKAGE, "en.bodies.toml")["outlet"]
    head, _, rest = name.partition(" ")
    frame = said.get(head, "{}") if rest else "{}"
    bare = rest if frame != "{}" else name
    listed = _organisations().get(key(name)) or _organisations().get(key(bare))
    return listed or frame.format(" ".join(_pressed(w) for w in bare.split()))


def _pressed(word: str) -> str:
    """One word of an outlet's name."""
    known_ = _press().get(key(word))
    if known_ is not None or not word.startswith(ARTICLE):
        return known_ or latin(word)
    bare = _press().get(key(word.removeprefix(ARTICLE)))
    return f"al-{bare}" if bare else latin(word)


def short(name: str) -> str:
    """A name as it stands before another word: without article and without what is explained in brackets.

    >>> short("The Pentagon (US Department of Defence)")
    'Pentagon'
    """
    return _ASIDE.sub("", _ASIDE.sub("", name))


def _post(ident: str) -> str:
    """An office without its owner: «ministry-defence-spokesperson», «representative-to-un», «secretary-general»."""
    words: dict[str, str] = card(PACKAGE, "en.bodies.toml")["office"]
    if ident in words:
        return words[ident]
    if ident.startswith(_MINISTRY):
        of, _, post = ident.removeprefix(_MINISTRY).rpartition("-")
        return f"{field(of)} ministry {post}" if of else f"{field(post)} ministry"
    head, _, to = ident.partition(_TO)
    if to:
        body_ = known("org:" + to)
        name = states()[to].en if to in states() else short(body_.en) if body_ else to.upper()
        return f"{_post(head)} to {name}" if to in states() else f"{_post(head)} to the {name}"
    if ident.endswith("-minister") and not ident.endswith("prime-minister"):
        deputy, of = ("deputy ", ident.removeprefix("deputy-")) if ident.startswith("deputy-") else ("", ident)
        return f"{deputy}{field(of.removesuffix('-minister'))} minister"
    return ident.replace("-", " ")
