"""Whether two incidents are of one kind: words, setting, means, actors, number."""

from incidents.events.families import CROWD, DEALS, GENERIC, agree, ends, realm
from incidents.linking.cluster import Cluster
from incidents.linking.pair import Pair, means_of, opening_of, plain_frames, settings_of


def other_realm(pair: Pair) -> bool:
    """Tell whether the words are for events of two realms: a battle and an agreement."""
    first, second = plain_frames(pair.first), plain_frames(pair.second)
    if not first or not second:
        return bool((first | second) & DEALS - {"arrest"})
    if any(_may_be_one(one, other, first, second) for one in first for other in second):
        return False
    realms = {realm(frame) for frame in first | second}
    return realms != {"violence"} or "sexual" in first | second


def other_kind(pair: Pair) -> bool:
    """Tell whether the words are for two kinds of violence: a drone's strike and a mine's blast."""
    first, second = plain_frames(pair.first), plain_frames(pair.second)
    alike = (_may_be_one(one, other, first, second) for one in first for other in second)
    return bool(first and second) and not any(alike)


def _may_be_one(one: str, other: str, first: frozenset[str], second: frozenset[str]) -> bool:
    if "sexual" in {one, other}:
        return one == other
    if realm(one) == "deal" or realm(other) == "deal":
        return ends(one, second) or ends(other, first)
    return agree(one, other)


def crowd_and_force(pair: Pair) -> bool:
    """Tell whether the one is a crowd's and the other no crowd's."""
    return bool(plain_frames(pair.first) & CROWD) != bool(plain_frames(pair.second) & CROWD)


def shares_words(pair: Pair) -> bool:
    """Tell whether both are told in the same words, and in no general ones."""
    return bool((plain_frames(pair.first) & plain_frames(pair.second)) - GENERIC)


def shares_setting(pair: Pair) -> bool:
    """Tell whether both hit the same kind of site."""
    return bool(settings_of(pair.first) & settings_of(pair.second))


def other_setting(pair: Pair) -> bool:
    """Tell whether each hit a site of another kind."""
    first, second = settings_of(pair.first), settings_of(pair.second)
    return bool(first and second) and not first & second


def shares_actor(pair: Pair) -> bool:
    """Tell whether an armed actor with a name takes part in both."""
    return bool(pair.first.named & pair.second.named)


def other_actor(pair: Pair) -> bool:
    """Tell whether each has armed actors with names, and none in common."""
    first, second = pair.first.named, pair.second.named
    return bool(first and second) and not first & second


def shares_means(pair: Pair) -> bool:
    """Tell whether both were done by the same means."""
    return bool(means_of(pair.first) & means_of(pair.second))


def of_many(pair: Pair) -> bool:
    """Tell whether the one speaks of several events where the other tells of one."""
    return _told_as_many(pair.first) != _told_as_many(pair.second)


def _told_as_many(cluster: Cluster) -> bool:
    main = opening_of(cluster).event.main
    return main.plural and main.voice == "nominal" and main.article != "the"


def of_several(pair: Pair) -> bool:
    """Tell whether one sums up several events and the other tells of one of them."""
    return (pair.first.count > 1) != (pair.second.count > 1) and bool(
        pair.first.tolls.get("killed") and pair.second.tolls.get("killed")
    )
