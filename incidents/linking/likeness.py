"""An incident that is told to be such a one as that before it, or in its breath."""

from incidents.accounts.account import Account
from incidents.events.families import ARMED, is_outcome
from incidents.events.mention import EventMention
from incidents.linking.cluster import Cluster

NEXT_PARAGRAPH = 3
"""Sentences within which an incident that says only how it ended was as the one before."""
LIKE = frozenset({"another", "one of"})
"""Articles of a noun that says no more than that it was such a one as the last."""


def is_like(account: Account, cluster: Cluster, before: Cluster) -> bool:
    """Tell whether an incident says of itself no more than that it was as the one before.

    "Another strike"; or, further down, only how it ended: "In Moundou, 32 were killed".
    """
    event = account.event
    if event.main.article in LIKE:
        return goes_on(cluster, before)
    only_ended = all(is_outcome(cue) for cue in event.cues)
    near = event.sentence.index - before.last.sentence.index <= NEXT_PARAGRAPH
    armed = any(actor.kind in ARMED for actor in event.actors())
    undone = all(cue.voice != "active" or cue.frame == "death" for cue in event.cues)
    return only_ended and undone and near and not armed and account.date is None


def goes_on(cluster: Cluster, before: Cluster) -> bool:
    """Tell whether an incident is told in the breath of the one before it."""
    if cluster.parent == before.number:
        return True
    first, last = cluster.first, before.last
    same_sentence = first.sentence.index == last.sentence.index
    same_block = first.sentence.block == last.sentence.block
    return same_sentence or (same_block and not first.has("turn") and not _new_source(first))


def _new_source(event: EventMention) -> bool:
    return bool(event.sentence.sources)
