"""Numbers on top of those just told: "captured a rebel leader. Two others were detained too"."""

import re
from functools import cache

from incidents.accounts.account import Account
from incidents.accounts.number import Reading
from incidents.accounts.tolls import add_up_sides
from incidents.coordination import either, joining
from incidents.linking.cluster import Cluster
from incidents.mentions import CountMention
from incidents.records import CountKey

CLOSE = 4
"""Sentences within which "two others" are others than those just told of."""
FEW = 3
"""People from which the same number is hardly that of others."""
BESIDE = 14
"""Characters between "also" and its verb: "also reportedly killed"."""
APART = ("version", "update", "saying", "speech")
"""Marks of what may tell the same toll in somebody else's words."""


def on_top(
    text: str, account: Account, cluster: Cluster, old: CountMention, key: CountKey
) -> CountMention | None:
    """Add a number to the one told just before, where its words say that it comes on top.

    Returns:
        Their sum, or the new number where it counts the one told of too; None where the words say
        nothing of the kind.
    """
    new = account.tolls[key]
    if not (old.low and new.low) or new.including or new.replaces or new.total:
        return None
    if _holds_known(account, key):
        return new if (old.low, old.high) == (1, 1) and new.low > 1 else None
    if any(account.event.has(mark) for mark in APART) or not _just_told(account, cluster, old, key):
        return None
    readings = [one for one in account.readings if one.key == key]
    again = new.best == old.best and new.low >= FEW
    also = not again and any(_is_also(text, account, one) for one in readings)
    more = also or _others().search(new.text) is not None
    return add_up_sides(text, old, new) if more and not _of_its_own(account, new) else None


def _of_its_own(account: Account, new: CountMention) -> bool:
    """Tell whether "others" are others than those whom the sentence itself counts before them.

    "The blast killed a policeman and 19 others", "left three dead and five others injured".
    """
    others = _others().search(new.text)
    if others is None:
        return False
    start = new.span.start + others.start()
    return any(one.count.span.end <= start for one in account.readings)


def _just_told(account: Account, cluster: Cluster, old: CountMention, key: CountKey) -> bool:
    """Tell whether the older number stands close above, and none of its people came later."""
    sentence = account.event.sentence
    told = next(
        (one for one in reversed(cluster.accounts) if key in one.tolls), cluster.accounts[0]
    )
    before = told.event.sentence
    near = sentence.block - before.block <= 1 and 0 < sentence.index - before.index <= CLOSE
    return near and before.span.overlaps(old.span)


def _holds_known(account: Account, key: CountKey) -> bool:
    """Tell whether it counts one who was told of, with others: "the leader and two suspects"."""
    counts = [one.count for one in account.readings if one.key == key]
    known = [one for one in counts if one.low == 1 and _known().match(one.text)]
    return bool(known) and len(counts) > 1


def _is_also(text: str, account: Account, reading: Reading) -> bool:
    """Tell whether "also" stands before the verb that a number belongs to."""
    if reading.cue is None:
        return False
    start = reading.cue.span.start
    return _also().search(text[max(account.event.span.start, start - BESIDE) : start]) is not None


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b{either(joining().others)}\b", re.IGNORECASE)


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"{either(joining().known)}\b", re.IGNORECASE)


@cache
def _also() -> re.Pattern[str]:
    return re.compile(rf"\b{either(joining().also)}\b", re.IGNORECASE)
