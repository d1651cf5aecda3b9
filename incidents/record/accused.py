"""Whom a report holds to account for more than one incident, and which incidents that covers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from incidents.accounts.account import Account
from incidents.accounts.parties import perpetrators, reach
from incidents.dating import days_told
from incidents.events.families import CROWD, DEALS
from incidents.linking.cluster import Cluster
from incidents.record.actors import raw_actor
from incidents.records import Actor, Span
from incidents.text import Document

_CAMPAIGN_DAYS = 4
"""An act that is told for so many days sums up several."""
_BESIDE = 90
"""Code points within which several are accused at once: "the RSF and allied militias"."""


class _Blame(NamedTuple):
    """Who is accused of the incidents that begin between two positions of the clean text."""

    start: int
    end: int
    actor: Actor


class Accusations:
    """Whom a report accuses of more than one event, and where it says so."""

    def __init__(
        self, doc: Document, general: Iterable[Actor], clusters: Sequence[Cluster]
    ) -> None:
        """Gather what is said in general, and who owns up to several events at once."""
        self._doc = doc
        headings = [block.span for block in doc.blocks if block.kind == "heading"]
        self._starts = [heading.start for heading in headings]
        self._general = [(actor, _heading_of(actor, headings)) for actor in general]
        self._under = {heading for _, heading in self._general if heading is not None}
        self._claims = list(_claims(doc, clusters))
        self._campaigns = list(_campaigns(doc, clusters))

    def against(self, cluster: Cluster) -> list[Actor]:
        """List those accused of an incident, their spans in the raw text.

        Who claims it goes before who is accused in general, of whom the last one said counts.
        """
        start = cluster.first.span.start
        found = [claim.actor for claim in self._claims if claim.start <= start < claim.end]
        if not found:
            found = [actor for actor, heading in self._general if self._over(heading, start)]
            found += [one.actor for one in self._campaigns if one.start <= start < one.end]
            found = _nearest(found, start)
        once = {actor.actor_id: actor for actor in reversed(found)}
        return [raw_actor(self._doc, actor) for actor in reversed(once.values())]

    def _over(self, heading: Span | None, start: int) -> bool:
        """Tell whether an accusation holds at a position: a heading's ends with its section.

        A lone one's holds for all: it is the title.
        """
        if heading is None or (len(self._under) == 1 and heading.start <= self._starts[0]):
            return True
        following = bisect_right(self._starts, heading.start)
        return heading.start < start <= [*self._starts[following : following + 1], start][0]


def _heading_of(actor: Actor, headings: Sequence[Span]) -> Span | None:
    """Find the heading that an accusation stands in."""
    at = actor.span.start if actor.span else -1
    before = bisect_right(headings, at, key=lambda heading: heading.start)
    return next((span for span in headings[before - 1 : before] if at < span.end), None)


def _nearest(accused: Sequence[Actor], start: int) -> list[Actor]:
    """Keep those of the last accusation before a position, else of the first after it."""
    places = sorted({actor.span.start for actor in accused if actor.span})
    before = [place for place in places if place < start]
    if not places:
        return list(accused)
    chosen = before[-1] if before else places[0]
    return [actor for actor in accused if actor.span and abs(actor.span.start - chosen) <= _BESIDE]


def _campaigns(doc: Document, clusters: Sequence[Cluster]) -> Iterator[_Blame]:
    """List who did what sums up several events, which what is told below may be part of."""
    for cluster in clusters:
        first = cluster.accounts[0]
        if first.event.main.frame not in DEALS | CROWD and _sums_up(cluster):
            for actor in perpetrators(doc, first):
                yield _Blame(first.event.span.end, reach(doc, first.event.span.end), actor)


def _sums_up(cluster: Cluster) -> bool:
    day = cluster.date
    if day is None or day.basis != "stated" or day.precision != "range":
        return cluster.several
    return cluster.several or days_told(day) >= _CAMPAIGN_DAYS


def _claims(doc: Document, clusters: Sequence[Cluster]) -> Iterator[_Blame]:
    """List who owns up to what was told above: to all attacks, or to one at several places."""
    story = 0
    before: Cluster | None = None
    for cluster in clusters:
        if before is not None and not _one_story(cluster, before):
            story = cluster.first.span.start
        before = cluster
        for account in cluster.accounts:
            if account.event.has("claim") and _of_the_whole(account, cluster):
                several = any(cue.plural for cue in account.event.sentence.cues)
                for actor in perpetrators(doc, account):
                    yield _Blame(0 if several else story, account.event.span.start, actor)


def _of_the_whole(account: Account, cluster: Cluster) -> bool:
    """Tell whether a claim is for "the attack", and not for one more act of its own."""
    main = account.event.main
    return account is not cluster.accounts[0] or (
        main.voice == "nominal" and main.frame == "attack"
    )


def _one_story(cluster: Cluster, before: Cluster) -> bool:
    """Tell whether two incidents may be one attack at several places, which one claim is for."""
    if "bullet" in (cluster.first.sentence.kind, before.last.sentence.kind):
        return False
    day, other = cluster.date, before.date
    return day is not None and other is not None and day.edtf == other.edtf
