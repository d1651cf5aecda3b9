"""Competing claims: where sources put one incident differently, each version is kept."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from incidents.accounts.account import Account
from incidents.accounts.number import Reading
from incidents.accounts.tolls import as_count
from incidents.events.families import ARMED, STATE
from incidents.linking.cluster import Cluster
from incidents.mentions import SourceMention
from incidents.records import Actor, Claim, Count, CountKey, SourceKind
from incidents.text import Document

MOST_FIGURES = 40
"""Figures looked at from where a source's words begin."""
FEWEST = 2
"""Versions that it takes to compete."""


def competing_claims(
    doc: Document, cluster: Cluster, mentions: Sequence[SourceMention], actors: Sequence[Actor]
) -> tuple[Claim, ...]:
    """List the sources' own versions where two of them give different figures or deny.

    A toll that replaces an older one is news and no rival; one source alone has no rival.
    """
    versions: dict[str, Claim] = {}
    readings = _standing(
        sorted(
            (reading for account in cluster.accounts for reading in account.readings),
            key=lambda reading: reading.count.span,
        )
    )
    disputed = _disputed(cluster, mentions) or _party_speaks(mentions, actors)
    for mention in mentions:
        figures = _figures(doc, mention, readings)
        if figures or disputed:
            claim = _claim(doc, mention, figures)
            old = versions.get(mention.name)
            versions[mention.name] = claim if old is None else _merged(old, claim)
    told = list(versions.values())
    # What the report tells itself and one source denies has two sides as well.
    fewest = 1 if any(claim.status == "denied" for claim in told) else FEWEST
    return tuple(told) if len(told) >= fewest and (disputed or _differ(told)) else ()


def _standing(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out the tolls that a later one replaced; they compete with none."""
    updated = {r.key: r.count.span for r in readings if r.count.replaces}
    return [r for r in readings if r.key not in updated or r.count.span >= updated[r.key]]


def _disputed(cluster: Cluster, mentions: Sequence[SourceMention]) -> bool:
    """Tell whether somebody denies, or the parties themselves both speak."""
    if any(mention.status == "denied" for mention in mentions):
        return True
    if any(t.rival or t.event.has("denial") or _divided(t) for t in cluster.accounts):
        return True
    return {"government", "armed group"} <= {mention.kind for mention in mentions}


def _divided(account: Account) -> bool:
    """Tell whether two sources of one sentence give two versions: "...; fishermen speak of"."""
    event = account.event
    heard = {s.name for s in event.sentence.sources if s.span.overlaps(event.span)}
    return event.has("version") and len(heard) >= FEWEST


def _party_speaks(mentions: Sequence[SourceMention], actors: Sequence[Actor]) -> bool:
    """Tell whether those who did it speak, and others beside them."""
    kinds = {actor.kind for actor in actors if actor.role in {"perpetrator", "opponent"}}
    sides = set[SourceKind]()
    if kinds & STATE:
        sides.add("government")
    if kinds & (ARMED - STATE):
        sides.add("armed group")
    own = [mention for mention in mentions if mention.kind in sides]
    others = [m for m in mentions if m.kind not in sides and m.kind != "media"]
    return bool(own) and bool(others)


def _figures(
    doc: Document, mention: SourceMention, readings: Sequence[Reading]
) -> dict[CountKey, Count]:
    """Give the figures that stand in what a source vouches for; `readings` are in text order."""
    figures: dict[CountKey, Count] = {}
    first = bisect_left(readings, mention.scope.start, key=lambda r: r.count.span.start)
    for reading in readings[first : first + MOST_FIGURES]:
        if mention.scope.covers(reading.count.span):
            figures.setdefault(reading.key, _count(doc, reading))
    return figures


def _count(doc: Document, reading: Reading) -> Count:
    span = doc.to_raw(reading.count.span)
    return msgspec.structs.replace(as_count(reading.count, span), text=span.of(doc.raw))


def _claim(doc: Document, mention: SourceMention, figures: dict[CountKey, Count]) -> Claim:
    span = doc.to_raw(mention.scope)
    return Claim(
        source=mention.name,
        status=mention.status,
        casualties=figures,
        text=span.of(doc.raw),
        span=span,
    )


def _merged(old: Claim, new: Claim) -> Claim:
    return msgspec.structs.replace(old, casualties={**new.casualties, **old.casualties})


def _differ(claims: Sequence[Claim]) -> bool:
    for key in {key for claim in claims for key in claim.casualties}:
        given = {
            (count.low, count.best, count.high)
            for claim in claims
            if (count := claim.casualties.get(key))
        }
        if len(given) > 1:
            return True
    return False
