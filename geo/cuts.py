"""Circles, corridors and the documented cut that "northern X" means where no convention says.

The cut: the area's bounding box is halved. "Northern" is what lies north of its middle
latitude, "northeastern" the quarter, "central" what lies in the middle half of both. Where
that misses the area (a crescent has no middle), the whole area is returned.
"""

import math
from collections.abc import Sequence

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

KM_PER_DEGREE = 111.195
"""Along a meridian of a sphere of 6,371 km radius."""
COARSER = 10
"""A border's outline may be simplified by this part of the strip's width."""
CIRCLE_STEPS = 48

_HALVES: dict[str, tuple[float, float, float, float]] = {
    # west, south, east, north edge of the kept box, in parts of the bounding box
    "north": (0, 0.5, 1, 1),
    "south": (0, 0, 1, 0.5),
    "east": (0.5, 0, 1, 1),
    "west": (0, 0, 0.5, 1),
    "northeast": (0.5, 0.5, 1, 1),
    "northwest": (0, 0.5, 0.5, 1),
    "southeast": (0.5, 0, 1, 0.5),
    "southwest": (0, 0, 0.5, 0.5),
    "central": (0.25, 0.25, 0.75, 0.75),
    "farnorth": (0, 2 / 3, 1, 1),
    "farsouth": (0, 0, 1, 1 / 3),
    "fareast": (2 / 3, 0, 1, 1),
    "farwest": (0, 0, 1 / 3, 1),
}
DIRECTIONS = frozenset(_HALVES)
"""Names of the cuts."""
BEARINGS_DEG = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135,
    "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
"""Compass bearing of each direction, clockwise from north."""


def cut(area: BaseGeometry, direction: str) -> BaseGeometry:
    """Return the part of `area` that lies in `direction`, one of `DIRECTIONS`."""
    west, south, east, north = area.bounds
    part = _HALVES[direction]
    kept = area.intersection(
        shapely.box(
            west + part[0] * (east - west),
            south + part[1] * (north - south),
            west + part[2] * (east - west),
            south + part[3] * (north - south),
        )
    )
    return area if kept.is_empty else kept


def polygon(*corners: float) -> BaseGeometry:
    """Return the polygon through corners given as latitude, longitude, latitude, ..."""
    pairs = list(zip(corners[1::2], corners[::2], strict=True))
    return shapely.make_valid(shapely.Polygon(pairs))


def middle(area: BaseGeometry) -> tuple[float, float]:
    """Return latitude and longitude of the centroid, or of a point inside where it lies outside."""
    point = area.centroid
    if not area.intersects(point):
        point = area.representative_point()
    return point.y, point.x


def offset(
    lat_deg: float, lon_deg: float, bearing_deg: float, distance_km: float
) -> tuple[float, float]:
    """Return latitude and longitude of the point so far away in that direction."""
    angle, bearing = distance_km / KM_PER_DEGREE, math.radians(bearing_deg)
    lat, away = math.radians(lat_deg), math.radians(angle)
    there = math.asin(
        math.sin(lat) * math.cos(away) + math.cos(lat) * math.sin(away) * math.cos(bearing)
    )
    east = math.atan2(
        math.sin(bearing) * math.sin(away) * math.cos(lat),
        math.cos(away) - math.sin(lat) * math.sin(there),
    )
    return math.degrees(there), (lon_deg + math.degrees(east) + 180) % 360 - 180


def disc(lat_deg: float, lon_deg: float, radius_km: float) -> BaseGeometry:
    """Return a circle on the ground, as a polygon."""
    return _on_the_ground(shapely.Point(0, 0), lat_deg, lon_deg, radius_km)


def corridor(
    lat1_deg: float, lon1_deg: float, lat2_deg: float, lon2_deg: float, half_width_km: float
) -> BaseGeometry:
    """Return what lies within `half_width_km` of the straight line between two points."""
    middle = (lat1_deg + lat2_deg) / 2
    scale = max(0.05, math.cos(math.radians(middle)))
    line = shapely.LineString(
        [(lon1_deg * scale, lat1_deg), (lon2_deg * scale, lat2_deg)]
    )  # fmt: skip
    return _stretched(line.buffer(half_width_km / KM_PER_DEGREE), scale)


def border(one: BaseGeometry, other: BaseGeometry, half_width_km: float) -> BaseGeometry:
    """Return the strip along the border that two areas share; empty where they share none."""
    width = half_width_km / KM_PER_DEGREE
    scale = max(0.05, math.cos(math.radians((one.bounds[1] + one.bounds[3]) / 2)))
    near = _common_box(one, other, 2 * width / scale)
    if near is None:
        return shapely.Polygon()
    sides = [shapely.clip_by_rect(shape, *near) for shape in (one, other)]
    widened = [
        _squeezed(side.simplify(width / COARSER), scale).buffer(width, quad_segs=4)
        for side in sides
    ]
    strip = _stretched(widened[0].intersection(widened[1]), scale)
    return strip.intersection(shapely.union_all(sides))


def offshore(
    area: BaseGeometry, width_km: float, countries: Sequence[BaseGeometry]
) -> BaseGeometry:
    """Return the sea within `width_km` of an area; empty far from any coast.

    Args:
        area: what lies on the coast.
        width_km: how far it reaches.
        countries: the outlines of all land.
    """
    width = width_km / KM_PER_DEGREE
    scale = max(0.05, math.cos(math.radians((area.bounds[1] + area.bounds[3]) / 2)))
    coarse = _squeezed(area.simplify(width / COARSER), scale)
    wide = _stretched(coarse.buffer(width, quad_segs=4), scale)
    near = (shape for shape in countries if shape.intersects(shapely.box(*wide.bounds)))
    land = [shapely.clip_by_rect(shape, *wide.bounds) for shape in near]
    return wide.difference(shapely.union_all(land))


def _common_box(
    one: BaseGeometry, other: BaseGeometry, margin_deg: float
) -> tuple[float, float, float, float] | None:
    """Return the box in which two areas can be neighbours, None where they can't."""
    first, second = one.bounds, other.bounds
    west, south = max(first[0], second[0]) - margin_deg, max(first[1], second[1]) - margin_deg
    east, north = min(first[2], second[2]) + margin_deg, min(first[3], second[3]) + margin_deg
    return (west, south, east, north) if west < east and south < north else None


def _on_the_ground(
    shape: BaseGeometry, lat_deg: float, lon_deg: float, radius_km: float
) -> BaseGeometry:
    round_shape = shape.buffer(radius_km / KM_PER_DEGREE, quad_segs=CIRCLE_STEPS // 4)
    scale = max(0.05, math.cos(math.radians(lat_deg)))
    return affinity.affine_transform(round_shape, (1 / scale, 0, 0, 1, lon_deg, lat_deg))


def _squeezed(shape: BaseGeometry, scale: float) -> BaseGeometry:
    return affinity.affine_transform(shape, (scale, 0, 0, 1, 0, 0))


def _stretched(shape: BaseGeometry, scale: float) -> BaseGeometry:
    return affinity.affine_transform(shape, (1 / scale, 0, 0, 1, 0, 0))
