"""What lies in what: by country, by division, by outline."""

from collections.abc import Sequence
from functools import lru_cache

import shapely

from geo.divisions import parents
from geo.gazetteer import Entry, Found
from geo.shapes import geometry_of


def is_list(inner: Sequence[Found], outer: Sequence[Found]) -> bool:
    """Tell whether two names side by side are equals: "Missouri, Mississippi", "Chad, Niger"."""
    return any(
        one.entry.kind == other.entry.kind
        and one.entry.kind in {"country", "region"}
        and (one.entry.kind == "country" or one.entry.country == other.entry.country)
        for one in inner
        for other in outer
    )


def has_seat(division: Found, towns: set[str], bearers: Sequence[Found]) -> bool:
    """Tell whether one of the boundaries `towns` lies in the division: its namesake town does.

    Args:
        division: a region or district.
        towns: boundaries that hold a town of its name.
        bearers: all places of its name.
    """
    entry = division.entry
    if entry.region in towns:
        return True
    if not entry.place_id.startswith(("iso:", "region:")):
        return False
    return any(inside_division(entry.place_id, town) for town in towns) or any(
        _covers(entry.place_id, item.entry.lat_deg, item.entry.lon_deg)
        for item in bearers
        if item.entry.kind == "town" and item.entry.country == entry.country
    )


def inside_division(division: str, region: str) -> bool:
    """Tell whether the boundary `region` is part of the division `iso:...` above it."""
    return f"iso:{parents().get(region)}" == division


def contains(place: Entry, entry: Entry) -> bool:
    """Tell whether `place` holds `entry`, by country, division or outline."""
    if place.place_id == entry.place_id:
        return False
    if place.kind == "country":
        return place.country == entry.country
    if entry.kind == "country" or not place.area:
        return False
    if place.place_id.startswith(("ne:", "iso:")) and place.area == place.place_id:
        return place.place_id == entry.region or inside_division(place.place_id, entry.region)
    return _covers(place.place_id, entry.lat_deg, entry.lon_deg)


@lru_cache(maxsize=50_000)
def _covers(place_id: str, lat_deg: float, lon_deg: float) -> bool:
    shape = geometry_of(place_id)
    return shape is not None and bool(shapely.intersects_xy(shape, lon_deg, lat_deg))


@lru_cache(maxsize=1_000)
def adjoin(first: str, second: str) -> bool:
    """Tell whether two areas touch, by their `place_id`."""
    one, other = geometry_of(first), geometry_of(second)
    return one is not None and other is not None and bool(shapely.intersects(one, other))
