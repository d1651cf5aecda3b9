"""Two incidents that may be one, and what each tells of itself in words of its own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.accounts.account import Account
from incidents.dating import days_told
from incidents.events.families import OUTCOMES, is_outcome
from incidents.linking.cluster import Cluster
from incidents.mentions import CountMention, EventCue, PlaceMention
from incidents.records import CountKey, DateValue

MOST_ACCOUNTS = 12
"""Accounts of an incident that are weighed; keeps the reading linear in the length."""


class Pair(NamedTuple):
    """Two incidents of one report, in the order in which they are told."""

    first: Cluster
    second: Cluster
    body: int = 0
    """Number of the first sentence below the title and a summary's bullets."""


def own_date(cluster: Cluster) -> DateValue | None:
    """Return the date that the incident's own words give; None where it inherits one."""
    date = cluster.date
    return date if date is not None and date.basis in {"stated", "relative"} else None


def own_places(cluster: Cluster) -> list[PlaceMention]:
    """List the places that the incident's own words give."""
    return [
        account.place
        for account in told_first(cluster)
        if account.place is not None and names_place(account)
    ]


def deed_places(cluster: Cluster) -> list[PlaceMention]:
    """List those of them at which its words say that something was done, or counted anew."""
    return [
        account.place
        for account in told_first(cluster)
        if account.place is not None and names_place(account) and _tells_deed(account)
    ]


def _tells_deed(account: Account) -> bool:
    if any(not is_outcome(cue) for cue in account.event.cues):
        return True
    return any(toll.low and not toll.replaces for toll in account.tolls.values())


def names_place(account: Account) -> bool:
    """Tell whether an account names a place closer than its country."""
    return account.place is not None and account.place.hint not in {"unnamed", "country"}


def tolls_of(cluster: Cluster, key: CountKey) -> list[CountMention]:
    """List all figures that the accounts of an incident give of one fate."""
    return [account.tolls[key] for account in told_first(cluster) if key in account.tolls]


def told_first(cluster: Cluster) -> Sequence[Account]:
    """Return the accounts that are weighed: the first of them, however often it is told."""
    return cluster.accounts[:MOST_ACCOUNTS]


def cues_of(cluster: Cluster) -> Iterator[EventCue]:
    """Go through the event words that are weighed."""
    for account in told_first(cluster):
        yield from account.event.cues


def opening_of(cluster: Cluster) -> Account:
    """Return the account that tells of it first."""
    return cluster.accounts[0]


def settings_of(cluster: Cluster) -> set[str]:
    """List what was hit by its words."""
    return {cue.setting for cue in cues_of(cluster) if cue.setting}


def means_of(cluster: Cluster) -> set[str]:
    """List the means that its words name."""
    return {cue.means for cue in cues_of(cluster) if cue.means}


def plain_frames(cluster: Cluster) -> frozenset[str]:
    """Give its families of words without mere outcomes."""
    return cluster.frames - OUTCOMES


def days_of(value: DateValue) -> int:
    """Count the days from an interval's first to its last."""
    return days_told(value)
