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

from geo import boundaries
from geo.gazetteer import Gazetteer
from geo.geocoder.answers import settled
from geo.geocoder.scoring import Scored
from incidents.errors import GazetteerError
from incidents.mentions import PlaceMention
from incidents.records import Place, Span

DISTRICT_KM2 = 10_000
"""An area drawn smaller than this is as precise as a district (where_prec 3), else vaguer (5)."""
MOST_CORNERS = 90
"""Corners kept of a drawn area: they must fit into its `place_id`."""
_KM2_PER_DEGREE2 = 111.2 * 111.2


def chosen(place: Place, candidate_id: str, gazetteer: Gazetteer) -> Place:
    """Return the place that another of its candidates makes.

    Raises:
        GazetteerError: the gazetteer has no such place (a pack was removed).
    """
    entry = gazetteer.by_id(candidate_id)
    if entry is None:
        raise GazetteerError(
            f"The gazetteer has no place {candidate_id!r} any more. Was a country pack removed?"
        )
    mention = PlaceMention(text=place.text or "", span=place.span or Span(0, 0))
    made = settled(mention, [Scored(entry, 0.0)], "Chosen by an analyst.")
    return msgspec.structs.replace(made, candidates=place.candidates)


def drawn(place: Place, feature: Mapping[str, object]) -> Place:
    """Return the place that was drawn on the map.

    Args:
        place: what stood there before; its words are kept.
        feature: GeoJSON from the map: a point, a point with a radius in metres (a circle), or
            a polygon.

    Raises:
        GazetteerError: it is nothing that can be a place.
    """
    try:
        outline = shape(cast("dict[str, Any]", feature["geometry"]))
    except (KeyError, TypeError, ValueError, AttributeError, ShapelyError) as error:
        raise GazetteerError("What was drawn can't be read. Draw it again.") from error
    if outline.is_empty:
        raise GazetteerError("What was drawn has no extent. Draw it again.")
    point = outline.representative_point()
    country, admin1 = where_is(point.y, point.x)
    base = msgspec.structs.replace(
        place,
        kind="point",
        lat_deg=round(point.y, 5),
        lon_deg=round(point.x, 5),
        radius_km=None,
        country=country,
        admin1=admin1,
        admin2=None,
        precision=1,
        place_id=None,
        why="Placed on the map by an analyst.",
    )
    if outline.geom_type != "Point":
        return _area(base, outline)
    properties = feature.get("properties")
    radius = properties.get("radius") if isinstance(properties, Mapping) else None
    if not isinstance(radius, int | float):
        return base
    return msgspec.structs.replace(base, radius_km=round(radius / 1000, 1), precision=2)


def _area(base: Place, outline: BaseGeometry) -> Place:
    corners = _simple(outline)
    numbers = ",".join(f"{lat:.3f},{lon:.3f}" for lon, lat in corners)
    km2 = outline.area * _KM2_PER_DEGREE2 * _cosine(outline)
    return msgspec.structs.replace(
        base,
        kind="area",
        precision=3 if km2 < DISTRICT_KM2 else 5,
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


def where_is(lat_deg: float, lon_deg: float) -> tuple[str | None, str | None]:
    """Return the country (ISO alpha-2) and the first-level region at a point; None at sea."""
    regions = boundaries.regions()
    found = regions.sindex.query(shapely.Point(lon_deg, lat_deg), predicate="intersects")
    if not len(found):
        return None, None
    row = regions.iloc[int(found[0])]
    return str(row["iso2"]), str(row["name"])
