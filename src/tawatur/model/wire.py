"""The JSON shapes of CONTRACT: the only file that knows them. Fields may be added, never renamed."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from tawatur.model.claim import Link
from tawatur.model.event import Estimate
from tawatur.model.ledger import Analysis, Dossier, Entity, Finding
from tawatur.model.mention import Mention
from tawatur.model.problem import Problem
from tawatur.model.span import Span
from tawatur.model.story import Placement

SCHEMA = "tawatur.dossier/1"
Json = dict[str, Any]


def span(s: Span | None) -> Json | None:
    """`{"start", "end", "text"}`, or None."""
    return None if s is None else {"start": s.start, "end": s.end, "text": s.text}


def _flat(m: Mention, **more: Any) -> Json:
    out: Json = {"start": m.span.start, "end": m.span.end, "text": m.span.text, **more, "rule": m.rule}
    if m.in_noise:
        out["in_noise"] = True
    return out


def number(x: float | None) -> float | int | None:
    """Whole numbers without a decimal point, so that 13000 reads 13000 on every platform."""
    return int(x) if x is not None and float(x).is_integer() else x


def problem(p: Problem) -> Json:
    """One problem."""
    return {"what": p.what, "where": p.where, "why": p.why}


def annotation(a: Analysis) -> Json:
    """One line of `tawatur annotate`."""
    return {
        "id": a.id,
        "lang": a.document.lang,
        "attributions": [
            {
                "cue": span(x.cue),
                "source": span(x.source),
                "refers_to": span(x.refers_to),
                "content": span(x.content),
                "kind": x.kind,
                "mode": x.mode,
                "via": [span(v) for v in x.via],
                "origin": x.origin,
                "outer": x.outer,
                "why_open": x.why_open,
                "rule": x.rule,
            }
            for x in a.attributions
        ],
        "quantities": [
            _flat(
                q,
                low=number(q.low),
                best=number(q.best),
                high=number(q.high),
                approx=q.approx,
                unit=q.unit,
                lemma=q.lemma,
                currency=q.currency,
                of=number(q.of),
            )
            for q in a.quantities
        ],
        "times": [_flat(t, edtf=t.edtf, why_not=t.why_not, sort=t.sort, inferred=t.inferred) for t in a.times],
        "names": [_flat(n, type=n.type, entity=n.entity) for n in a.names],
        "events": [
            {
                "type": e.type,
                "mode": e.mode,
                "trigger": span(e.trigger),
                "actors": [span(r.span) for r in e.actors],
                "recipients": [span(r.span) for r in e.recipients],
                "place": span(e.place.span) if e.place else None,
                "time": e.time,
                "attribution": e.attribution,
                "happened": e.happened,
                "rule": e.rule,
            }
            for e in a.events
        ],
        "noise": [
            {"start": n.span.start, "end": n.span.end, "text": n.span.text, "reason": n.reason, "rule": n.rule}
            for n in a.document.noise
        ],
        "problems": [problem(p) for p in a.problems],
    }


def placement(p: Placement) -> Json:
    """One line of `tawatur stories`."""
    return {
        "id": p.id,
        "story": p.story,
        "copy_group": p.copy_group,
        "derived_from": list(p.derived_from),
        "how": p.how,
        "evidence": list(p.evidence),
    }


def link(k: Link) -> Json:
    """One link of a chain."""
    return {"role": k.role, "name": span(k.name), "entity": k.entity}


def entity(e: Entity) -> Json:
    """One entity with its spellings."""
    return {
        "id": e.id,
        "type": e.type,
        "sort": e.sort,
        "label": {"ar": e.label_ar, "en": e.label_en},
        "party": e.party,
        "geo": None if e.lat is None or e.lon is None else {"lat": e.lat, "lon": e.lon},
        "variants": [{"text": t, "articles": list(ids)} for t, ids in e.variants],
        "roles": list(e.roles),
    }


def estimate(e: Estimate) -> Json:
    """One estimate; `span` is where the figure itself stands."""
    return {
        "id": e.id,
        "measure": e.measure,
        "of": {"ar": e.of_ar, "en": e.of_en},
        "actor": e.actor,
        "recipient": e.recipient,
        "place": e.place,
        "class": e.class_,
        "low": number(e.low),
        "best": number(e.best),
        "high": number(e.high),
        "approx": e.approx,
        "as_of": e.as_of,
        "over": e.over,
        "said": e.said,
        "origin": e.origin,
        "origins": [e.origin, *e.also],
        "mode": e.mode,
        "claim": e.claim,
        "series": e.series,
        "article": e.article,
        "standing": e.standing,
        "part_of": e.part_of,
        "whole": e.whole,
        "span": span(e.span),
        "rule": e.rule,
    }


def finding(f: Finding) -> Json:
    """One finding."""
    return {
        "id": f.id,
        "kind": f.kind,
        "about": {"ar": f.about_ar, "en": f.about_en},
        "claims": list(f.claims),
        "estimates": list(f.estimates),
        "articles": list(f.articles),
        "independent_origins": f.independent_origins,
        "origins": list(f.origins),
        "parties": list(f.parties),
        "why": {"ar": f.why_ar, "en": f.why_en},
        "rule": f.rule,
    }


def dossier(d: Dossier, *, version: str, rules: str) -> Json:
    """The whole dossier: the same input, version and rules give the same bytes; no clock, path or machine is in it."""
    placed = {p.id: p for p in d.placements}
    articles = []
    for a in d.analyses:
        raw, p = a.document.article, placed[a.id]
        title = raw.title or (a.document.title.text if a.document.title else None)
        articles.append(
            {
                "id": a.id,
                "outlet": raw.outlet,
                "date": raw.date,
                "date_is": raw.date_is,
                "version_of": raw.version_of,
                "url": raw.url,
                "sha256": sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest(),
                "title": title,
                "lang": a.document.lang,
                "story": p.story,
                "copy_group": p.copy_group,
                "derived_from": list(p.derived_from),
                "how": p.how,
                "evidence": list(p.evidence),
                "made": [
                    {
                        "how": m.how,
                        "confident": m.confident,
                        "evidence": [{**(span(s) or {}), "why": why} for s, why in m.evidence],
                    }
                    for m in a.document.making
                ],
                "credits": [{"role": c.role, "name": span(c.span), "entity": c.entity} for c in a.document.credits],
            }
        )
    inputs = sha256(
        "\n".join(f"{x['id']} {x['sha256']} {x['date']} {x['outlet']} {x['url']}" for x in articles).encode(
            "utf-8", "surrogatepass"
        )
    ).hexdigest()
    return {
        "schema": SCHEMA,
        "made": {"version": version, "rules": rules, "input": inputs},
        "articles": articles,
        "entities": [entity(e) for e in d.entities],
        "claims": [
            {
                "id": c.id,
                "article": c.article,
                "start": c.content.start,
                "end": c.content.end,
                "text": c.content.text,
                "sentence": span(c.sentence),
                "chain": [link(k) for k in c.chain],
                "origin": c.origin,
                "origins": [c.origin, *c.also],
                "mode": c.mode,
                "kind": c.kind,
                "events": list(c.events),
            }
            for c in d.claims
        ],
        "events": [
            {
                "id": e.id,
                "type": e.type,
                "mode": e.mode,
                "actors": list(e.actors),
                "recipients": list(e.recipients),
                "place": e.place,
                "time": e.time,
                "happened": e.happened,
                "claims": list(e.claims),
                "members": list(e.members),
            }
            for e in d.events
        ],
        "estimates": [estimate(e) for e in d.estimates],
        "findings": [finding(f) for f in d.findings],
        "timeline": [
            {
                "time": m.time,
                "what": {"ar": m.what_ar, "en": m.what_en},
                "events": list(m.events),
                "articles": list(m.articles),
                "claims": list(m.claims),
            }
            for m in d.timeline
        ],
        "problems": [problem(p) for p in d.problems],
        "rulings": list(d.rulings),
    }
