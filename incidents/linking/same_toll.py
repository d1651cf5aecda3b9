"""Whether two incidents may have one toll: equal, within bounds, counted anew."""

from collections.abc import Callable

from incidents.accounts.tolls import DOZENS
from incidents.linking.cluster import Cluster
from incidents.linking.pair import Pair, own_places, told_first, tolls_of
from incidents.linking.same_place import one_within, shares_place
from incidents.mentions import CountMention
from incidents.records import CountKey

FAR_TOLL = 0.5
"""Share of the greater toll below which the smaller one is another event's."""
FLOOR = 2
"""How many times a floor the number is at the most that it may stand for: "at least 30", 41."""
CLOSE_TOLL = 0.8
"""Share of the greater toll from which the smaller one may count the same dead."""


def equal_toll(least: int, keys: tuple[CountKey, ...]) -> Callable[[Pair], bool]:
    """Make a test that both give one exact figure of at least so many."""

    def holds(pair: Pair) -> bool:
        return any(
            one.best is not None and one.best == other.best and one.best >= least
            for key in keys
            for one in tolls_of(pair.first, key)
            for other in tolls_of(pair.second, key)
        )

    return holds


def _best(cluster: Cluster) -> list[int]:
    return [one.best for one in tolls_of(cluster, "killed") if one.best is not None]


def toll_in_bounds(pair: Pair) -> bool:
    """Tell whether one toll is vague and the other lies in it: "dozens" and 41."""
    firsts, seconds = tolls_of(pair.first, "killed"), tolls_of(pair.second, "killed")
    return any(
        (one.best is None) != (other.best is None)
        and one.low <= _most(other)
        and other.low <= _most(one)
        for one in firsts
        for other in seconds
    )


def _most(toll: CountMention) -> int:
    """Give the greatest number that a toll may stand for; "at least 2" is hardly of 45."""
    if toll.high is not None:
        return toll.high
    if toll.best is not None:
        return toll.low
    return (DOZENS if toll.kind == "vague" else FLOOR) * toll.low


def close_toll(pair: Pair) -> bool:
    """Tell whether two tolls differ as counts of the same dead do: 17 and 19."""
    return _nearest_tolls(pair) >= CLOSE_TOLL


def another_toll(pair: Pair) -> bool:
    """Tell whether their tolls differ by more than a count anew explains."""
    return 0 < _nearest_tolls(pair) < CLOSE_TOLL and not counts_some(pair)


def counts_some(pair: Pair) -> bool:
    """Tell whether the second counts fewer, and not at another place: some of the dead."""
    if own_places(pair.second) and not (shares_place(pair) or one_within(pair)):
        return False
    return max(_best(pair.second), default=0) < max(_best(pair.first), default=0)


def _nearest_tolls(pair: Pair) -> float:
    """Give the greatest share that a toll of the one is of the other's; 0 where none differ."""
    first, second = set(_best(pair.first)), set(_best(pair.second))
    if first & second:
        return 0.0
    shares = [min(one, other) / max(one, other) for one in first for other in second if one + other]
    return max(shares, default=0.0)


def far_toll(pair: Pair) -> bool:
    """Tell whether the tolls are so far apart that no later count explains it."""
    if not another_toll(pair) or updates(pair):
        return False
    return _nearest_tolls(pair) < FAR_TOLL


def updates(pair: Pair) -> bool:
    """Tell whether the second counts anew."""
    return any(
        toll.replaces or account.event.has("update")
        for account in told_first(pair.second)
        for toll in [*account.tolls.values()]
    )
