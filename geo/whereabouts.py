"""What is true of a point or an area that an analyst put on the map: country, region, neighbour."""

from typing import NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from geo import boundaries
from geo.districts import district_at
from geo.gazetteer import Entry, Gazetteer
from geo.gazetteer.search import Near, nearest

AT_KM = 1.0
"""So near to a place a point bears its name: gazetteers are no more exact."""
OWN_SHARE = 0.9
"""This part of a drawn area must lie in a region for the area to be called the region's."""


class Whereabouts(NamedTuple):
    """Where something lies; "" for what is not known."""

    country: str
    """ISO 3166-1 alpha-2; "" at sea and where an area lies in several."""
    admin1: str
    admin2: str
    division: str
    """`place_id` of the region, or of the district where its outline is installed."""
    near: Near | None


def whereabouts(shape: BaseGeometry, gazetteer: Gazetteer) -> Whereabouts:
    """Say what holds a shape and which town is nearest to it; a region only where it is whole.

    Args:
        shape: a point, or an area of which a point stands for the rest.
        gazetteer: for the names.
    """
    point = shape.representative_point()
    rows = boundaries.regions()
    rows = rows.iloc[rows.sindex.query(shape, predicate="intersects")]
    countries = set(rows["iso2"])
    country = str(next(iter(countries))) if len(countries) == 1 else ""
    holding = [str(row.region_id) for row in rows.itertuples() if _holds(row.geometry, shape)]
    entry = gazetteer.by_id(holding[0]) if holding else None
    near = nearest(gazetteer, point.y, point.x, among=lambda one: one.country in countries)
    district = district_at(country, point) if country and shape.geom_type == "Point" else None
    named = gazetteer.by_id(district) if district else None
    return Whereabouts(
        country=country,
        admin1=_admin1(entry),
        admin2=named.name if named else _admin2(entry),
        division=district or (holding[0] if holding else ""),
        near=near,
    )


def _holds(region: BaseGeometry, shape: BaseGeometry) -> bool:
    if shape.geom_type == "Point":
        return True
    return bool(shapely.intersection(region, shape).area >= OWN_SHARE * shape.area)


def _admin1(entry: Entry | None) -> str:
    return (entry.admin1 or entry.name) if entry else ""


def _admin2(entry: Entry | None) -> str:
    return entry.admin2 if entry else ""


def name_of(shape: BaseGeometry, near: Near | None) -> str:
    """Name what bears no name by the town beside it, else by its coordinates."""
    point = shape.representative_point()
    name = f"{point.y:.2f}, {point.x:.2f}"
    if near is not None:
        name = near.entry.name if _is_at(shape, near) else f"near {near.entry.name}"
    if shape.geom_type == "Point":
        return name
    return f"area {name}" if near else f"area around {name}"


def distance_of(shape: BaseGeometry, near: Near | None) -> str:
    """Say how far the nearest town is, to end the sentence that says who placed it."""
    if near is None or shape.geom_type != "Point":
        return ""
    if _is_at(shape, near):
        return f", at {near.entry.name}"
    return f", {near.km:.0f} km from {near.entry.name}"


def _is_at(shape: BaseGeometry, near: Near) -> bool:
    return shape.geom_type == "Point" and near.km <= AT_KM
