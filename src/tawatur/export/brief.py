"""The dossier as a readable brief in Markdown: the Arabic first, then the same in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tawatur.model.claim import Claim
from tawatur.model.event import Estimate
from tawatur.model.ledger import Analysis, Dossier, Finding
from tawatur.text.label import LANGS, Labels, clean, count, gathered, outlet_of, reason, series_order, term, title
from tawatur.text.lexicon import card
from tawatur.text.say import amount, when
from tawatur.text.tell import what

_SIGNS = re.compile(r"([\\`*_\[\]|#~!])")
_TAGS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": ""})
DIFFERENCES = ("contradicts", "disputed", "differs_in_scope", "updates")
CLAIMS = ("agrees", "quote_drift")
STANDS_FOR = {"pledged": "pledges", "demanded": "demands", "denied": "denies", "rumoured": "hedged"}
"""The mode that a standing says already."""


def plain(text: str) -> str:
    r"""Text from outside as one line that Markdown shows as it is: no link, tag, table or heading comes out of it.

    >>> print(plain("a [b](http://c) <i> | d"))
    a \[b\](http\://c) &lt;i&gt; \| d
    """
    one = " ".join(clean(text).translate(_TAGS).split())
    one = _SIGNS.sub(r"\\\1", one)
    return one.replace("://", "\\://").replace("www.", "www\\.")


_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_FOREIGN = {
    "en": re.compile(
        f"\u00ab[^\u00bb]*[{_ARABIC}][^\u00bb]*\u00bb|[{_ARABIC}](?:[^A-Za-z|*<>()\u00ab\u00bb]*[{_ARABIC}])?"
    ),
    "ar": re.compile(r"\d*[A-Za-z](?:[\w./:#\u2013 -]*[\w])?|\d[\d,.:]*[\u2013-]\d(?:[\d,.]*\d)?", re.ASCII),
}


def isolated(line: str, lang: str) -> str:
    """A line in which what runs the other way, ranges among it, stands between the signs of isolation (UAX #9).

    Plain text has no other way, and viewers of Markdown drop unknown tags. HTML of ours is left as it is.

    >>> isolated("10\u201312", "ar") == "\u206810\u201312\u2069", isolated("10\u201312", "en")
    (True, '10\u201312')
    """
    if line.startswith(("<", "|---")):
        return line
    return _FOREIGN[lang].sub(lambda m: f"\u2068{m[0]}\u2069", line)


def render_md(dossier: Dossier, *, version: str = "", rules: str = "") -> str:
    """The brief in both languages, without anything that a Markdown reader would run or load."""
    parts = [isolated(line, lang) for lang in LANGS for line in _Brief(dossier, lang).lines(version, rules)]
    return "\n".join(parts).strip() + "\n"


class _Brief:
    """The brief in one language."""

    def __init__(self, dossier: Dossier, lang: str) -> None:
        self.dossier, self.lang, self.labels = dossier, lang, Labels(dossier)
        self.claims = {c.id: c for c in dossier.claims}
        self.words: dict[str, Any] = card("tawatur.export", "brief.toml")[lang]

    def lines(self, version: str, rules: str) -> Iterator[str]:
        """All sections, one after another."""
        direction = "rtl" if self.lang == "ar" else "ltr"
        yield from (f'<div dir="{direction}" lang="{self.lang}">', "", f"# {self.words['title']}", "")
        for name, part in (
            ("differences", self._findings(DIFFERENCES)),
            ("figures", self._figures()),
            ("claims", self._findings(CLAIMS)),
            ("timeline", self._timeline()),
            ("wording", self._findings(("wording",))),
            ("who", self._who()),
            ("articles", self._articles()),
            ("problems", self._problems()),
        ):
            yield from (f"## {self.words[name]}", "")
            yield from list(part) or [f"- {self.words['none']}"]
            yield ""
        yield from (self.words["made"].format(version, rules), "", "</div>", "")

    def _of(self, both: Sequence[str]) -> str:
        return plain(both[LANGS.index(self.lang)])

    def _findings(self, kinds: Sequence[str]) -> Iterator[str]:
        found = [f for f in self.dossier.findings if f.kind in kinds]
        for f in sorted(found, key=lambda f: (kinds.index(f.kind), -f.independent_origins)):
            yield f"- **{term('kinds', f.kind, self.lang)}: {self._of((f.about_ar, f.about_en))}.** {self._counts(f)}"
            yield f"  - {self._of((f.why_ar, f.why_en))}"
            for claim in (self.claims[c] for c in f.claims if c in self.claims):
                chain = self._chain(claim)
                yield f"  - {plain(claim.article)} · {chain}: «{plain(claim.content.text)}»"

    def _counts(self, f: Finding) -> str:
        parts = [(len(f.articles), "articles"), (f.independent_origins, "origins")]
        if 0 < len(f.parties) < f.independent_origins:
            parts.append((len(f.parties), "parties"))
        comma: str = self.words["comma"]
        return f"{comma} ".join(count(n, what_, self.lang) for n, what_ in parts)

    def _chain(self, claim: Claim) -> str:
        return f" {self.words['from']} ".join(plain(x) for x in self.labels.chain(claim, self.lang))

    def _figures(self) -> Iterator[str]:
        rows = [self._row(e) for series in series_order(self.dossier.estimates) for e in series]
        if rows:
            yield "| " + " | ".join(self.words["columns"]) + " |"
            yield "|---" * len(self.words["columns"]) + "|"
            yield from rows

    def _row(self, e: Estimate) -> str:
        claim = self.claims.get(e.claim)
        held = when(e.as_of or e.said, self.lang)
        if e.over:
            held = self.words["over"].format(when(e.over, self.lang))
        cells = (
            plain(what(e, self.lang)),
            amount(e.low, e.high, e.approx, self.lang),
            self._standing(e),
            held,
            plain(self.labels.speakers(e, self.lang)),
            self._chain(claim) if claim else "",
            f"{plain(e.article)}:{e.span.start}–{e.span.end}",
        )
        return "| " + " | ".join(cells) + " |"

    def _standing(self, e: Estimate) -> str:
        """What the figure is said to be, and how it is said where that is more than a plain statement of it."""
        standing = term("standings", e.standing, self.lang)
        if e.mode in ("states", STANDS_FOR.get(e.standing)):
            return standing
        said: str = self.words["standing"].format(standing, term("modes", e.mode, self.lang))
        return said

    def _timeline(self) -> Iterator[str]:
        for m in self.dossier.timeline:
            where = ", ".join(plain(a) for a in m.articles)
            yield f"- **{when(m.time, self.lang)}**: {self._of((m.what_ar, m.what_en))} ({where})"

    def _who(self) -> Iterator[str]:
        for e in self.dossier.entities:
            spelled = " · ".join(plain(v) for v, _ in e.variants)
            yield f"- **{plain(self.labels.entity(e.id, self.lang))}** ({plain(e.id)}): {spelled}"

    def _articles(self) -> Iterator[str]:
        placed = {p.id: p for p in self.dossier.placements}
        for a in self.dossier.analyses:
            p, raw = placed.get(a.id), a.document.article
            made = f" · {term('hows', p.how, self.lang)}: {plain(', '.join(p.derived_from))}" if p and p.how else ""
            dated = when(raw.date[:10] if raw.date else None, self.lang)
            yield f"- {plain(a.id)} · {self._outlet(a)} · {dated} · {plain(title(a.document))}{made}"

    def _outlet(self, a: Analysis) -> str:
        """The outlet; in English in Latin letters, with its own name behind it."""
        ar, said = self.labels.outlet(a.id, "ar"), self.labels.outlet(a.id, self.lang)
        return plain(said if said == ar or not outlet_of(a.document) else f"{said} ({ar})")

    def _problems(self) -> Iterator[str]:
        for p in gathered(self.dossier.problems):
            yield f"- {plain(p.where)}: {plain(term('problems', p.what, self.lang))}. {plain(reason(p.why, self.lang))}"
