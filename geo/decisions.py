"""The place that an analyst decides on: another candidate, a pin moved, an area drawn.

`incidents/decisions.py` keeps it apart from the reading and puts it in force.
"""

import math
from collections.abc import Mapping
from typing import Any, cast

import msgspec
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.coordinates import Coordinates
from geo.gazetteer import Gazetteer
from geo.geocoder.answers import NEAR_RADIUS_KM, settled
from geo.geocoder.scoring import Scored
from geo.whereabouts import Whereabouts, distance_of, name_of, whereabouts
from incidents.errors import GazetteerError
from incidents.mentions import PlaceMention
from incidents.records import Place, Span

DISTRICT_KM2 = 10_000
"""An area drawn smaller than this is as precise as a district (where_prec 3), else vaguer (5)."""
MOST_CORNERS = 90
"""Corners kept of a drawn area: they must fit into its `place_id`."""
EXACT, NEAR, DISTRICT, REGION, COUNTRY = 1, 2, 3, 4, 6
"""UCDP's where_prec of a point, and of the divisions that may be said instead of it."""
AREA_PRECISIONS = frozenset({3, 4, 5})
"""Those that an area by hand may have."""
_DIVISIONS = {DISTRICT: "district", REGION: "region", COUNTRY: "country"}
_KM2_PER_DEGREE2 = 111.2 * 111.2


def chosen(
    place: Place, candidate_id: str, gazetteer: Gazetteer, precision: int | None = None
) -> Place:
    """Return the place that another of its candidates, or any place of the gazetteer, makes.

    Args:
        place: what stood there before; its words are kept.
        candidate_id: the other place.
        gazetteer: where it is looked up.
        precision: UCDP's where_prec as the analyst says, for what is a point; None takes that
            of the place.

    Raises:
        GazetteerError: the gazetteer has no such place (a pack was removed), or no division of
            that precision is known there.
    """
    entry = gazetteer.by_id(candidate_id)
    if entry is None:
        raise GazetteerError(
            "The gazetteer has no place {candidate_id!r} any more. Was a country pack removed?",
            candidate_id=candidate_id,
        )
    made = settled(_mention(place), [Scored(entry, 0.0)], "Chosen by an analyst.")
    made = msgspec.structs.replace(made, candidates=place.candidates)
    if precision is None or made.kind != "point" or made.lat_deg is None or made.lon_deg is None:
        return made
    if precision in _DIVISIONS:
        where = whereabouts(shapely.Point(made.lon_deg, made.lat_deg), gazetteer)
        return _division(place, where, gazetteer, precision)
    radius = (made.radius_km or NEAR_RADIUS_KM) if precision == NEAR else None
    return msgspec.structs.replace(made, precision=precision, radius_km=radius)


def _mention(place: Place) -> PlaceMention:
    return PlaceMention(text=place.text or "", span=place.span or Span(0, 0))


def drawn(
    place: Place,
    feature: Mapping[str, object],
    gazetteer: Gazetteer,
    precision: int | None = None,
) -> Place:
    """Return the place that was drawn on the map.

    Args:
        place: what stood there before; its words are kept, and nothing else of it.
        feature: GeoJSON from the map: a point, a point with a radius in metres (a circle), or
            a polygon.
        gazetteer: what names it and its surroundings.
        precision: UCDP's where_prec as the analyst says; None takes it from the drawing: a pin
            is near its place, and an area as vague as it is large.

    Raises:
        GazetteerError: it is nothing that can be a place, or the analyst asks for a division
            whose outline is not known there.
    """
    outline = _outline(feature)
    if outline.geom_type != "Point":
        return _area(place, outline, gazetteer, precision)
    properties = feature.get("properties")
    radius = properties.get("radius") if isinstance(properties, Mapping) else None
    km = round(radius / 1000, 1) if isinstance(radius, int | float) else None
    return _point(place, outline, gazetteer, (precision or NEAR, "Placed on the map"), km)


def typed(
    place: Place, at: Coordinates, gazetteer: Gazetteer, precision: int | None = None
) -> Place:
    """Return the place at coordinates that an analyst gave; arguments and errors as `drawn`."""
    said = f"Put at {at.lat_deg:g}, {at.lon_deg:g}"
    precision = precision or (EXACT if at.exact else NEAR)
    return _point(place, shapely.Point(at.lon_deg, at.lat_deg), gazetteer, (precision, said))


def _outline(feature: Mapping[str, object]) -> BaseGeometry:
    try:
        outline = shape(cast("dict[str, Any]", feature["geometry"]))
    except (KeyError, TypeError, ValueError, AttributeError, ShapelyError) as error:
        raise GazetteerError("What was drawn can't be read. Draw it again.") from error
    if outline.is_empty:
        raise GazetteerError("What was drawn has no extent. Draw it again.")
    return outline


def _point(
    place: Place,
    point: BaseGeometry,
    gazetteer: Gazetteer,
    how: tuple[int, str],
    radius_km: float | None = None,
) -> Place:
    precision, said = how
    where = whereabouts(point, gazetteer)
    if precision in _DIVISIONS:
        return _division(place, where, gazetteer, precision)
    return msgspec.structs.replace(
        _unplaced(place, where),
        name=name_of(point, where.near),
        kind="point",
        lat_deg=round(point.centroid.y, 5),
        lon_deg=round(point.centroid.x, 5),
        radius_km=radius_km or (NEAR_RADIUS_KM if precision == NEAR else None),
        precision=precision,
        why=f"{said} by an analyst{distance_of(point, where.near)}.",
    )


def _unplaced(place: Place, where: Whereabouts) -> Place:
    """Keep the report's words, and of the rest only what holds where it lies now."""
    return msgspec.structs.replace(
        place,
        radius_km=None,
        country=where.country or None,
        admin1=where.admin1 or None,
        admin2=where.admin2 or None,
        place_id=None,
    )


def _division(place: Place, where: Whereabouts, gazetteer: Gazetteer, precision: int) -> Place:
    """Return the district, region or country that holds a point."""
    kind, key = _DIVISIONS[precision], where.division
    if precision == COUNTRY:
        key = f"country:{where.country}"
    entry = gazetteer.by_id(key)
    if entry is not None and precision == REGION and entry.kind == "district":
        entry = gazetteer.by_id(entry.region)
    if entry is None or entry.kind != kind:
        raise GazetteerError(
            "No {kind} is known at that point, so the place can't be a whole "
            "{kind}. Take another precision.",
            kind=kind,
        )
    made = settled(_mention(place), [Scored(entry, 0.0)], f"The {kind} of a point by an analyst.")
    return msgspec.structs.replace(made, candidates=place.candidates)


def _area(
    place: Place, outline: BaseGeometry, gazetteer: Gazetteer, precision: int | None
) -> Place:
    corners = _simple(outline)
    numbers = ",".join(f"{lat:.3f},{lon:.3f}" for lon, lat in corners)
    km2 = outline.area * _KM2_PER_DEGREE2 * _cosine(outline)
    own = precision if precision in AREA_PRECISIONS else None
    where, point = whereabouts(outline, gazetteer), outline.representative_point()
    return msgspec.structs.replace(
        _unplaced(place, where),
        name=name_of(outline, where.near),
        kind="area",
        lat_deg=round(point.y, 5),
        lon_deg=round(point.x, 5),
        precision=own or (3 if km2 < DISTRICT_KM2 else 5),
        place_id=f"polygon({numbers})",
        why="Area drawn on the map by an analyst.",
    )


def _cosine(outline: BaseGeometry) -> float:
    # Degrees of longitude shrink towards the poles.
    return math.cos(math.radians(outline.centroid.y))


def _simple(outline: BaseGeometry) -> list[tuple[float, float]]:
    hull = outline if outline.geom_type == "Polygon" else outline.convex_hull
    if hull.geom_type != "Polygon":
        raise GazetteerError("What was drawn is no area. Draw a closed shape or a point.")
    tolerance = 0.001
    while shapely.get_num_coordinates(hull) > MOST_CORNERS:
        hull = hull.simplify(tolerance)
        tolerance *= 2
    ring = shapely.get_coordinates(shapely.get_exterior_ring(hull))
    return [(float(x), float(y)) for x, y in ring]
