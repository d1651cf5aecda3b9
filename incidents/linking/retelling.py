"""What marks a sentence as one that goes on with an incident: it has nothing of its own."""

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.events.families import CROWD, DEALS, GENERIC, is_outcome
from incidents.linking.cluster import Cluster

NEAR = 2
"""Sentences within which one that has no time, place or toll of its own goes on."""
REACH = 3
"""Sentences within which the part of a town is told."""
MANY = 10
"""Dead from which two tolls are hardly equal by chance."""
LEAD_REACH = 6
"""Sentences at the head of a report in which its lead is told more closely."""
LEAD = 1
"""Number of the last sentence that may be a lead: one below the title."""


def goes_on(account: Account, cluster: Cluster) -> list[tuple[float, str]]:
    """Weigh whether an account tells only how an incident went, or tells its lead closely."""
    if _is_new(account) or account.event.main.frame in DEALS:
        return []
    if tells_lead(account, cluster):
        return [(2, "tells the lead more closely")]
    if _has_nothing(account, cluster):
        return [(1, "has no time, place or toll of its own")]
    return []


def newness(account: Account, cluster: Cluster) -> float:
    """Weigh "a firefight": less where one was told right before, and this has nothing of its own.

    "Three rebels died in a clash on Monday. Police said a clash erupted at dawn."
    """
    own = account.date is not None or account.place is not None
    alike = account.event.main.frame in cluster.frames - GENERIC
    near = account.event.sentence.index - cluster.last.sentence.index <= NEAR
    return -0.5 if alike and near and not own and _adds_no_toll(account, cluster) else -1.5


def weigh_toll(account: Account, old: int, new: int) -> tuple[float, str]:
    """Weigh the same toll and another one: "seven died in the attack" says of which it is."""
    if old == new:
        return (2 if new >= MANY else 1), "the same toll"
    main = account.event.main
    of_it = main.voice == "nominal" and main.article == "the" and not main.plural
    some = new < old and account.date is None  # "one died in hospital", "whose niece was killed"
    return (0 if (of_it or some) and account.place is None else -1), "another toll"


def tells_lead(account: Account, cluster: Cluster) -> bool:
    """Tell whether a mention says where or when exactly what the lead told widely.

    "Gunmen killed 17 people in Zamfara at the weekend. [...] They stormed Magami on Saturday":
    it adds no toll, its day lies in the lead's, and its place is closer.
    """
    event, place, date = account.event, account.place, account.date
    if (
        cluster.number != 0
        or cluster.first.sentence.index > LEAD
        or cluster.count > 1
        or cluster.several
    ):
        return False
    if event.sentence.index > LEAD_REACH or event.sentence.kind == "bullet" or _is_new(account):
        return False
    if not _adds_no_toll(account, cluster) or place is None:
        return False
    closer = cluster.place is None or where.RANK[place.hint] < where.RANK[cluster.place.hint]
    agreed = date is None or not when.contradict(date.value, cluster.date)
    alike = event.main.frame in CROWD or not cluster.frames & CROWD
    return closer and agreed and alike


def tells_where(account: Account, cluster: Cluster) -> bool:
    """Tell whether a mention close by says in which part of its town an incident was."""
    here, there, sentence = account.place, cluster.place, account.event.sentence
    if here is None or there is None or account.date is not None or sentence.kind == "bullet":
        return False
    if cluster.count > 1 or cluster.several or sentence.index - cluster.last.sentence.index > REACH:
        return False
    return where.inside(here, there) and not _is_new(account) and _adds_no_toll(account, cluster)


def _is_new(account: Account) -> bool:
    event, main = account.event, account.event.main
    apart = event.has("another") or event.has("turn") or event.reason
    if apart or main.article == "another" or event.sentence.kind == "heading":
        return True
    several = main.plural and main.article == "bare"
    return main.voice == "nominal" and (several or main.article in {"a", "number"})


def _has_nothing(account: Account, cluster: Cluster) -> bool:
    event = account.event
    if account.date is not None or account.place is not None or is_outcome(event.main):
        return False
    near = event.sentence.index - cluster.last.sentence.index <= NEAR
    same = event.sentence.block == cluster.last.sentence.block or event.sentence.kind != "bullet"
    return near and same and _adds_no_toll(account, cluster)


def _adds_no_toll(account: Account, cluster: Cluster) -> bool:
    return all(
        (old := cluster.tolls.get(key)) is not None and old.best == count.best
        for key, count in account.tolls.items()
    )
