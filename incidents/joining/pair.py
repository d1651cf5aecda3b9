"""Two versions that may be one event, and how their places lie to each other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from incidents.joining.version import Version
from incidents.linking.nearness import NEAR_KM, Lie, nearness
from incidents.phrases import fold

SPELLING = 84.0
"""Likeness, of 100, from which two names may be two spellings of one: Beledweyne, Beletweyne."""
NAMESAKE_KM = 100.0
"""From here on two places of one name are two places."""
LIKE_NAME = 75.0
"""Likeness from which words may be an area's own name in another language: Nord-Kivu."""
COUNTRY, VAGUE, REGION = 6, 5, 4
"""UCDP's where_prec."""


class Pair(NamedTuple):
    """Two reports' versions, and how their places lie."""

    first: Version
    second: Version
    lie: Lie
    km: float | None
    same_name: bool
    """Whether the words of both places name one."""


def pair_of(
    first: Version, second: Version, covered: Mapping[str, Sequence[str]] | None = None
) -> Pair:
    """Lay two versions beside each other.

    Args:
        first: of one report.
        second: of another.
        covered: place id of an area to the regions that it reaches into, as `ML/Gao`; without
            it "northern Mali" holds no town.
    """
    found = nearness(first.place, second.place)
    lie = found.lie
    if lie in {Lie.UNKNOWN, Lie.APART}:
        lie = _by_regions(first, second, covered or {}) or lie
    return Pair(first, second, lie, found.km, _same_name(first, second))


def _by_regions(
    first: Version, second: Version, covered: Mapping[str, Sequence[str]]
) -> Lie | None:
    """Tell whether an area, by its own name in any language, holds the other's region."""
    for one, other, lie in ((first, second, Lie.WITHIN), (second, first, Lie.CONTAINS)):
        inner, outer = one.place, other.place
        if not inner.admin1 or inner.precision >= outer.precision:
            continue
        regions = covered.get(outer.place_id or "")
        if outer.precision == VAGUE and regions is not None:
            inside = f"{inner.country}/{inner.admin1}" in regions
            return lie if inside else Lie.APART
        same = (inner.country, inner.admin1) == (outer.country, outer.admin1)
        if outer.kind == "area" and outer.precision == REGION and same and is_itself(other):
            return lie
    return None


def _same_name(first: Version, second: Version) -> bool:
    one, other = first.place_name, second.place_name
    if not one or not other or first.place.country != second.place.country:
        return False
    return one == other or fuzz.ratio(one, other) >= SPELLING


def is_itself(version: Version) -> bool:
    """Tell whether an area is what its words name, and does not stand for a village in it."""
    name = fold(version.place.name or "")
    return bool(name) and (
        name in version.place_name or fuzz.token_sort_ratio(name, version.place_name) >= LIKE_NAME
    )


def lies_apart(pair: Pair) -> bool:
    """Tell whether the places lie apart, beyond what their words leave open."""
    if pair.same_name:
        return pair.km is not None and pair.km > NAMESAKE_KM
    doubt = sum(place.radius_km or 0.0 for place in (pair.first.place, pair.second.place))
    return pair.lie is Lie.APART and (pair.km is None or pair.km > NEAR_KM + doubt)
