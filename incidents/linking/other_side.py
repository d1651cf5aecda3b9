"""Losses of the other side: "Three soldiers were killed. Ten terrorists also died" is one clash."""

from collections.abc import Mapping

from incidents.accounts.account import Account
from incidents.accounts.tolls import add_up_sides
from incidents.events.families import ARMED, OUTCOMES, STATE, realm
from incidents.linking.cluster import Cluster
from incidents.linking.toll_lists import is_loss
from incidents.mentions import CountMention
from incidents.records import CountKey

FATES: frozenset[CountKey] = frozenset({"killed", "injured"})
PARTIES = ARMED | {"unidentified"}
ENDED = OUTCOMES | {"neutralise"}
"""Families of words that may say no more than what the other side lost."""


def other_side(account: Account, cluster: Cluster) -> bool:
    """Tell whether a sentence tells the losses of a clash's other side.

    It follows the clash at once, has no time or place of its own, and those whom it counts are
    armed men of the side that the clash's own dead and wounded are not of. Or it is an item of a
    list of what both sides lost.
    """
    if is_loss(account, cluster):
        return True
    event = account.event
    follows = (
        event.sentence.block == cluster.last.sentence.block
        and event.sentence.index - cluster.last.sentence.index == 1
    )
    if not follows or account.date or account.place or not event.frames <= ENDED:
        return False
    if any(realm(frame) != "violence" for frame in cluster.frames):
        return False
    mine = _sides(account)
    if len(mine) != 1:
        return False
    theirs = frozenset[str]().union(*map(_sides, cluster.accounts))
    return len(theirs) == 1 and mine != theirs


def _sides(account: Account) -> frozenset[str]:
    """List the sides whose dead and wounded are counted: of the state, or against it."""
    counted = [reading.count.span for reading in account.readings if reading.key in FATES]
    return frozenset(
        "state" if actor.kind in STATE else "rebels"
        for actor in (account.event.actors() if counted else ())
        if actor.kind in PARTIES and any(actor.span.overlaps(span) for span in counted)
    )


def with_losses(
    text: str, tolls: Mapping[CountKey, CountMention], losses: Mapping[CountKey, CountMention]
) -> dict[CountKey, CountMention]:
    """Add the losses of the other side to a clash's."""
    both = {**tolls, **losses}
    for key in tolls.keys() & losses.keys():
        both[key] = add_up_sides(text, tolls[key], losses[key])
    return both
