"""How two grounded places lie to each other: the same, one in the other, near, apart, or unknown.

Only what their records say is asked, no outline: containers by name, distances by point. What a
gazetteer does not decide is "unknown", and speaks neither for nor against one event.
"""

from enum import StrEnum

from incidents.distances import distance_km
from incidents.phrases import fold
from incidents.records import Place, Record

NEAR_KM = 25.0
"""UCDP's "near": two points closer than this may be told of as one place."""
FAR_KM = 150.0
"""From here on a place lies outside of any district whose middle is so far away."""
COUNTRY, REGION, DISTRICT = 6, 4, 3
"""UCDP's where_prec of areas that have a name."""


class Lie(StrEnum):
    """How one place lies to another."""

    SAME = "same"
    WITHIN = "within"
    """The first lies in the second."""
    CONTAINS = "contains"
    """The second lies in the first."""
    NEAR = "near"
    APART = "apart"
    UNKNOWN = "unknown"
    """One is not resolved, or may be in the other as well as beside it."""


class Nearness(Record, frozen=True):
    """How one place lies to another, and how far away where both are points."""

    lie: Lie
    km: float | None = None


MIRROR = {Lie.WITHIN: Lie.CONTAINS, Lie.CONTAINS: Lie.WITHIN}
"""The same from the other's side; the rest are their own."""


def nearness(first: Place | None, second: Place | None) -> Nearness:
    """Tell how the first of two grounded places lies to the second."""
    if first is None or second is None or first.place_id is None or second.place_id is None:
        return Nearness(Lie.UNKNOWN)
    if first.place_id == second.place_id:
        return _of_one_id(first, second)
    if _holds(first, second):
        return Nearness(Lie.CONTAINS)
    if _holds(second, first):
        return Nearness(Lie.WITHIN)
    if first.kind == second.kind == "point":
        return _between_points(first, second)
    return Nearness(Lie.APART if _are_apart(first, second) else Lie.UNKNOWN)


def _of_one_id(first: Place, second: Place) -> Nearness:
    """Tell a place from what only stands for it: "Kobi market" is drawn at Kobi."""
    if fold(first.text or "") == fold(second.text or ""):
        return Nearness(Lie.SAME)
    match _is_itself(first), _is_itself(second):
        case True, True:
            return Nearness(Lie.SAME)
        case True, False:
            return Nearness(Lie.CONTAINS)
        case False, True:
            return Nearness(Lie.WITHIN)
    # Two villages that nobody lists, in one region.
    return Nearness(Lie.NEAR, 0.0) if first.kind == "point" else Nearness(Lie.UNKNOWN)


def _is_itself(place: Place) -> bool:
    """Tell whether a place is what its words name, and no stand-in for it."""
    if place.kind == "point":
        return place.radius_km is None
    return place.kind == "none" or _names_itself(place)


def _names_itself(place: Place) -> bool:
    names = (place.name, place.admin2) if place.precision == DISTRICT else (place.name,)
    return any(name and fold(name) in fold(place.text or "") for name in names)


def _holds(outer: Place, inner: Place) -> bool:
    """Tell whether an area holds a place, by the names of what contains that."""
    if outer.country is None or outer.country != inner.country:
        return False
    if outer.precision == COUNTRY:
        return outer.place_id == f"country:{outer.country}"
    if outer.kind != "area" or not _names_itself(outer) or inner.precision >= outer.precision:
        return False
    if outer.admin1 is None or outer.admin1 != inner.admin1:
        return False
    if outer.precision == REGION:
        return True
    return outer.precision == DISTRICT and outer.admin2 is not None and outer.admin2 == inner.admin2


def _between_points(first: Place, second: Place) -> Nearness:
    km = _km(first, second)
    if km is None:
        return Nearness(Lie.UNKNOWN)
    doubt = (first.radius_km or 0.0) + (second.radius_km or 0.0)
    if km <= NEAR_KM:
        return Nearness(Lie.NEAR, round(km, 1))
    return Nearness(Lie.APART if km > max(NEAR_KM, doubt) else Lie.UNKNOWN, round(km, 1))


def _are_apart(first: Place, second: Place) -> bool:
    """Tell whether what contains two places, of which one is an area, keeps them apart."""
    if first.country and second.country and first.country != second.country:
        return True
    if first.admin1 and second.admin1 and first.admin1 != second.admin1:
        return True
    if first.precision == second.precision == DISTRICT:
        return bool(first.admin2 and second.admin2 and first.admin2 != second.admin2)
    km = _km(first, second)
    return km is not None and km > FAR_KM and max(first.precision, second.precision) <= DISTRICT


def _km(first: Place, second: Place) -> float | None:
    if first.lat_deg is None or first.lon_deg is None:
        return None
    if second.lat_deg is None or second.lon_deg is None:
        return None
    return distance_km(first.lat_deg, first.lon_deg, second.lat_deg, second.lon_deg)
