"""English names of bodies and offices known by rule, as a news agency writes them: "Russian foreign ministry"."""

from __future__ import annotations

import re

from tawatur.text.known.lists import PACKAGE, adjective, known, states
from tawatur.text.lexicon import card

_ASIDE = re.compile(r"^The | \([^()]*\)$")
_MINISTRY = "ministry-"
_TO = "-to-"


def field(ident: str) -> str:
    """What a ministry or minister is in charge of.

    >>> field("foreign"), field("oil")
    ('foreign', 'energy')
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
