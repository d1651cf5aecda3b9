"""Who says so: the sources whose words carry an incident, and how they put it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from incidents.events.mention import EventMention
from incidents.finders.sources import publisher_of
from incidents.linking.cluster import Cluster
from incidents.mentions import SourceMention
from incidents.records import Actor, Source, Span, Status
from incidents.text import Document

STRENGTH: dict[Status, int] = {
    "reported": 0,
    "alleged": 1,
    "claimed": 2,
    "denied": 1,
    "confirmed": 3,
}
"""Which of several ways of putting it stands for the incident."""
HEDGE_REACH = 24
"""Characters between "accused of" and what somebody is accused of."""
NEAR = 40
"""Sources before a mention among which those that vouch for it are looked for."""


class Vouching:
    """The sources of a document, found by what they vouch for."""

    def __init__(self, sources: Sequence[SourceMention]) -> None:
        """Order the sources by where what they vouch for begins."""
        self._sources = sorted(sources, key=lambda source: source.scope)
        self._starts = [source.scope.start for source in self._sources]

    def of(self, event: EventMention) -> list[SourceMention]:
        """List the sources that vouch for a mention of text, the nearest first."""
        end = bisect_left(self._starts, event.span.end)
        near = [s for s in self._sources[max(0, end - NEAR) : end] if s.scope.overlaps(event.span)]
        return sorted(near, key=lambda source: abs(source.span.start - event.main.span.start))


def sources_of(
    doc: Document, mentions: Iterable[SourceMention]
) -> tuple[tuple[Source, ...], Status]:
    """Write the sources of an incident, each once, and its status."""
    found: dict[str, Source] = {}
    status: Status = "reported"
    told = list(mentions)
    contested = any(mention.status != "denied" for mention in told)
    for mention in told:
        span = doc.to_raw(mention.span)
        source = Source(name=mention.name, kind=mention.kind, text=span.of(doc.raw), span=span)
        found.setdefault(mention.name, source)
        if contested and mention.status == "denied":
            continue  # one side of two: the claims keep it
        if STRENGTH[mention.status] > STRENGTH[status]:
            status = mention.status
    return tuple(found.values()), status


def issuer_of(
    doc: Document, issuer: SourceMention | None, publisher: str | None
) -> tuple[Source, ...]:
    """Write who issues a report, who says what nobody else in it is said to say."""
    if issuer is not None:
        return sources_of(doc, [issuer])[0]
    known = publisher_of(publisher)
    return (known,) if known else ()


def mentions_of(cluster: Cluster, vouching: Vouching) -> list[SourceMention]:
    """Collect the sources of all mentions of an incident, in text order."""
    seen: dict[Span, SourceMention] = {}
    for account in cluster.accounts:
        for mention in vouching.of(account.event):
            seen.setdefault(mention.span, mention)
    return sorted(seen.values(), key=lambda mention: mention.span)


def settled(
    status: Status, cluster: Cluster, sources: Sequence[Source], actors: Sequence[Actor]
) -> Status:
    """Say how an incident is put where no verb of its sources does.

    "Soldiers allegedly killed six" is alleged, whoever says so; and what an armed group alone
    tells of its own deeds is its claim.
    """
    if status != "reported":
        return status
    if any(_is_hedged(account.event) for account in cluster.accounts):
        return "alleged"
    own = {actor.name for actor in actors if actor.role == "perpetrator"}
    boasts = [one.kind == "armed group" and one.name in own for one in sources]
    return "claimed" if boasts and all(boasts) else status


def _is_hedged(event: EventMention) -> bool:
    """Tell whether a hedge stands right before a verb of what happened."""
    return any(
        mark.kind == "hedge"
        and any(0 <= cue.span.start - mark.span.end <= HEDGE_REACH for cue in event.cues)
        for mark in event.marks
    )
