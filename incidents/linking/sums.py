"""Sums: tolls over days or regions that count what the report tells apart, or tells nowhere.

"Across the country 174 civilians died in May" is no incident, and its dead are others' dead.
"""

from collections.abc import Sequence

from incidents.accounts.account import Account
from incidents.dating import days_told
from incidents.events.families import is_outcome, realm
from incidents.linking.cluster import Cluster
from incidents.linking.relation import Relation
from incidents.linking.story import Story
from incidents.records import DateValue

DAYS = 2
"""Days from first to last from which a toll is told of more than one day."""
WIDE = frozenset({"country", "vague", "region"})
"""Hints of places in which more than one event may have cost a toll."""


def leave_sums(story: Story) -> None:
    """Leave out the incidents that only sum up others, once their parts have been looked for."""
    sums = [one for one in story.clusters if is_sum(one, story.clusters)]
    for one in sums:
        for account in one.accounts:
            story.leave(account.event, Relation.GENERAL, "a sum over days or regions")
    gone = {one.number for one in sums}
    story.keep(one for one in story.clusters if one.number not in gone)


def is_sum(cluster: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Tell whether an incident is a toll over days or regions, beside incidents told closely."""
    if cluster.parent is not None or cluster.children or cluster.count > 1:
        return False
    if not all(_only_sums(account) for account in cluster.accounts):
        return False
    opening = cluster.accounts[0]
    days = _days(opening.date.value) if opening.date else 0
    if not _is_wide(opening) or not (days >= DAYS or opening.event.has("total")):
        return False
    return any(_told_closely(one) for one in clusters if one is not cluster)


def _only_sums(account: Account) -> bool:
    """Tell whether an account tells no more than a toll, or of events in the plural."""
    main = account.event.main
    only_toll = all(is_outcome(cue) for cue in account.event.cues)
    many = main.voice == "nominal" and main.plural and main.article != "the"
    return bool(account.tolls) and (only_toll or many)


def _is_wide(account: Account) -> bool:
    return account.place is None or account.place.hint in WIDE


def _told_closely(cluster: Cluster) -> bool:
    """Tell whether an incident of violence has a place of its own and a day."""
    place = cluster.accounts[0].place
    near = place is not None and place.hint not in WIDE
    narrow = cluster.date is not None and _days(cluster.date) < DAYS
    return near and narrow and any(realm(frame) == "violence" for frame in cluster.frames)


def _days(value: DateValue) -> int:
    return days_told(value)
