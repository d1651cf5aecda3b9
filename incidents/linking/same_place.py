"""Whether two incidents may be at one place, by their words and by the map."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from incidents.accounts import where
from incidents.accounts.where import RANK
from incidents.linking.cluster import Cluster
from incidents.linking.nearness import NEAR_KM, Lie, nearness
from incidents.linking.pair import Pair, deed_places, own_places
from incidents.mentions import PlaceMention

SPECIFIC = 1
"""Rank of a place's hint up to which it names one spot and no area."""


class Lies(NamedTuple):
    """How the places of two incidents lie to one another."""

    same: bool
    """Whether both name one."""
    within: bool
    """Whether one lies in one of the other."""
    near: bool
    """Whether one lies near one of the other."""
    apart: bool
    """Whether all lie apart."""
    named_apart: bool
    """Whether two of the same closeness have two names, and none of them lies in another."""


def other_place(pair: Pair) -> bool:
    """Tell whether both name a place of the same closeness, and never the same one."""
    lies = _lies(pair)
    if lies.same or lies.within:
        return False
    return lies.apart or (lies.named_apart and not lies.near and not _one_unknown(pair))


def far_place(pair: Pair) -> bool:
    """Tell whether the map puts all their places apart, however alike all else is.

    Those of words that tell the deed, or count its victims: "in Koro they mourned the dead" does
    neither.
    """
    deeds = list(_compared(pair, deed_places))
    return bool(deeds) and all(lies_apart(one, other) for one, other in deeds)


def _one_unknown(pair: Pair) -> bool:
    """Tell whether the places of one are known and none of the other's: a hotel in the town."""
    first, second = (
        any(place.site is not None and place.site.place_id for place in own_places(one))
        for one in (pair.first, pair.second)
    )
    return first != second


def unknown_name(pair: Pair) -> bool:
    """Tell whether each names another place, one of them near the other's or known to nobody."""
    lies = _lies(pair)
    if lies.same or lies.within or not (own_places(pair.first) and own_places(pair.second)):
        return False
    return lies.near or _one_unknown(pair)


def shares_place(pair: Pair) -> bool:
    """Tell whether both name one place."""
    return _lies(pair).same


def shares_spot(pair: Pair) -> bool:
    """Tell whether both name one spot, and no mere region."""
    return any(
        RANK[one.hint] <= SPECIFIC and _are_same(one, other) for one, other in _compared(pair)
    )


def one_within(pair: Pair) -> bool:
    """Tell whether a place of the one lies in a place of the other, by the words or the map."""
    return _lies(pair).within


def _lies(pair: Pair) -> Lies:
    compared = list(_compared(pair))
    return Lies(
        same=any(_are_same(one, other) for one, other in compared),
        within=any(_is_within(one, other) for one, other in compared),
        near=any(nearness(one.site, other.site).lie is Lie.NEAR for one, other in compared),
        apart=bool(compared) and all(lies_apart(one, other) for one, other in compared),
        named_apart=any(where.contradict(one, other) for one, other in compared),
    )


def _compared(
    pair: Pair, places_of: Callable[[Cluster], list[PlaceMention]] = own_places
) -> Iterator[tuple[PlaceMention, PlaceMention]]:
    """Go through the pairs that say how they lie: where both name spots, those alone.

    "In Kobi" and "in Dola, in the same province" are not one place for the province's sake.
    """
    first, second = places_of(pair.first), places_of(pair.second)
    spots = [[p for p in places if RANK[p.hint] <= SPECIFIC] for places in (first, second)]
    if all(spots):
        first, second = spots
    for one in first:
        for other in second:
            yield one, other


def _are_same(one: PlaceMention, other: PlaceMention) -> bool:
    return where.same(one, other) and not lies_apart(one, other)


def _is_within(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether the first, told before the second, lies in it, or holds it."""
    if lies_apart(one, other):
        return False
    if nearness(one.site, other.site).lie in {Lie.WITHIN, Lie.CONTAINS}:
        return True
    if _is_held(one, other) or _is_held(other, one):
        return True
    # A quarter that the words put nowhere is in the town told of before it, and in no later one.
    told = bool(one.held) and where.inside(one, other)
    return told or (where.inside(other, one) and not _is_far_town(other, one))


def _is_far_town(other: PlaceMention, town: PlaceMention) -> bool:
    """Tell whether the map knows a place as one of its own, and the town before it not at all."""
    sites = other.site, town.site
    known = [bool(site and site.place_id and site.kind == "point") for site in sites]
    return known == [True, False]


def _is_held(one: PlaceMention, other: PlaceMention) -> bool:
    return any(held.startswith(name) for held in one.held for name in _names(other))


def lies_apart(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether two places lie apart, beyond what their words leave open."""
    found = nearness(one.site, other.site)
    open_km = sum(p.site.radius_km or 0 for p in (one, other) if p.site is not None)
    return found.lie is Lie.APART and (found.km is None or found.km > NEAR_KM + open_km)


def _names(place: PlaceMention) -> set[str]:
    start = place.span.start
    own = [name for name in place.names if place.span.covers(name)]
    return {place.text[name.start - start : name.end - start].casefold() for name in own}
