"""A report's title, and the sentence that tells what it announces."""

import math

from incidents.accounts.account import Account
from incidents.events.families import OUTCOMES, REMOTE
from incidents.linking.cluster import Cluster
from incidents.mentions import CountMention

HEADLINE_REACH = 2
"""Sentences below a headline in which what it announces is told."""


def headlines(account: Account, cluster: Cluster) -> bool:
    """Tell whether an incident was only announced, with no day, at the head of the report.

    What the body tells first is that incident, unless its toll is another one.
    """
    basis = cluster.date.basis if cluster.date else "publication"
    at_head = cluster.number == 0 and cluster.first.sentence.index == 0 and basis == "publication"
    agreed = all(
        _may_equal(count, old)
        for key, count in account.tolls.items()
        if (old := cluster.tolls.get(key))
    )
    close = account.event.sentence.index <= HEADLINE_REACH
    apart = account.event.reason or account.event.main.article == "another"
    return at_head and close and agreed and not apart


def is_title(cluster: Cluster) -> bool:
    """Tell whether an incident has been told by the report's title, and the line below, alone."""
    return cluster.first.sentence.kind == "heading" and cluster.last.sentence.index <= 1


def both_remote(account: Account, cluster: Cluster) -> bool:
    """Tell whether a title and what it announces call one strike by two names."""
    families = {account.event.main.frame, *(cluster.frames - OUTCOMES)}
    return headlines(account, cluster) and is_title(cluster) and families <= REMOTE | {"attack"}


def _may_equal(first: CountMention, second: CountMention) -> bool:
    """Tell whether two numbers can count the same: "more than 200" and "223"."""
    highs = [count.high if count.high is not None else math.inf for count in (first, second)]
    return first.low <= highs[1] and second.low <= highs[0]
