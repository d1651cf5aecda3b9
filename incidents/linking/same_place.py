"""Whether two incidents may be at one place, by their words and by the map."""

from collections.abc import Iterator

from incidents.accounts import where
from incidents.accounts.where import RANK
from incidents.linking.nearness import NEAR_KM, Lie, nearness
from incidents.linking.pair import Pair, own_places
from incidents.mentions import PlaceMention

SPECIFIC = 1
"""Rank of a place's hint up to which it names one spot and no area."""


def other_place(pair: Pair) -> bool:
    """Tell whether both name a place of the same closeness, and never the same one."""
    first, second = own_places(pair.first), own_places(pair.second)
    if not first or not second or shares_place(pair) or one_within(pair):
        return False
    if any(nearness(one.site, other.site).lie is Lie.NEAR for one in first for other in second):
        return False
    if all(lies_apart(one, other) for one in first for other in second):
        return True
    if _one_unknown(pair):
        return False
    return any(where.contradict(one, other) for one in first for other in second)


def _one_unknown(pair: Pair) -> bool:
    """Tell whether the places of one are known and none of the other's: a hotel in the town."""
    first, second = (
        any(place.site is not None and place.site.place_id for place in own_places(one))
        for one in (pair.first, pair.second)
    )
    return first != second


def unknown_name(pair: Pair) -> bool:
    """Tell whether one names a place that nobody knows, and the other another one."""
    first, second = own_places(pair.first), own_places(pair.second)
    if not first or not second or shares_place(pair) or one_within(pair):
        return False
    return _one_unknown(pair)


def lies_apart(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether two places lie apart, beyond what their words leave open."""
    found = nearness(one.site, other.site)
    open_km = sum(p.site.radius_km or 0 for p in (one, other) if p.site is not None)
    return found.lie is Lie.APART and (found.km is None or found.km > NEAR_KM + open_km)


def shares_place(pair: Pair) -> bool:
    """Tell whether both name one place."""
    first, second = own_places(pair.first), own_places(pair.second)
    return any(where.same(one, other) for one in first for other in second)


def shares_spot(pair: Pair) -> bool:
    """Tell whether both name one spot, and no mere region."""
    first, second = own_places(pair.first), own_places(pair.second)
    return any(
        where.same(one, other) and RANK[one.hint] <= SPECIFIC for one in first for other in second
    )


def one_within(pair: Pair) -> bool:
    """Tell whether a place of the one lies in a place of the other, by the words or the map."""
    return any(
        any(held.startswith(name) for held in one.held for name in _names(other))
        or where.inside(one, other)
        or nearness(one.site, other.site).lie is Lie.WITHIN
        for one, other in _place_pairs(pair)
    )


def _place_pairs(pair: Pair) -> Iterator[tuple[PlaceMention, PlaceMention]]:
    for one in own_places(pair.first):
        for other in own_places(pair.second):
            yield one, other
            yield other, one


def _names(place: PlaceMention) -> set[str]:
    start = place.span.start
    return {place.text[name.start - start : name.end - start].casefold() for name in place.names}
