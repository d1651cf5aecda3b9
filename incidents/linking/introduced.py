"""Whether an account brings in an event of its own, or what goes on with one or follows it."""

from incidents.accounts import where
from incidents.accounts.account import Account
from incidents.events.families import ARMED, OUTCOMES, is_outcome
from incidents.linking.cluster import Cluster

AFTERMATH = frozenset({"bodies", "death", "injure", "release"})
"""Families of what may come days after an event."""


def has_nothing_of_its_own(account: Account) -> bool:
    """Tell whether a mention gives no ground to take its event for another one.

    It has no day and no place, and nothing introduces it: what a story goes on with.
    """
    event, main = account.event, account.event.main
    if account.date is not None or account.place is not None or event.reason:
        return False
    if event.has("another") or event.has("turn") or main.article == "another":
        return False
    if event.sentence.kind != "paragraph" or (event.has("afterwards") and own_doer(account)):
        return False
    return main.voice != "nominal" or main.article not in {"a", "number"}


def counts_others(account: Account, cluster: Cluster) -> bool:
    """Tell whether "another" is said of more victims of one event: "five gunmen also died".

    What tells only how it ended, of no day and of no place that is not the event's.
    """
    ended = all(is_outcome(cue) for cue in account.event.cues)
    return ended and account.date is None and not where.contradict(account.place, cluster.place)


def tells_aftermath(account: Account) -> bool:
    """Tell whether a mention's day may be that on which the dead were found or counted.

    Or that on which the wounded died, or captives came free.
    """
    event = account.event
    counted = event.has("version") or event.has("tally") or event.has("update")
    return event.frames <= (OUTCOMES if counted else AFTERMATH)


def own_doer(account: Account) -> bool:
    """Tell whether a verb of doing has its own subject: "Soldiers later executed ten men"."""
    event, main = account.event, account.event.main
    if main.voice != "active" or event.has("pronoun"):
        return False
    return any(
        actor.kind in ARMED and actor.refers_to is None and actor.span.end <= main.span.start
        for actor in event.actors()
    )
