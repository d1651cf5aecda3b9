"""Areas' outlines as they are drawn: in one piece, with the room for a label, within a budget."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from geo.base_files import label_point, rounded
from geo.seam import contiguous
from geo.shapes import geometry_of
from incidents.errors import GazetteerError
from incidents.records import Incident

VERTEX_BUDGET = 40_000
"""Corners of all areas together; beyond it all are drawn more coarsely."""
AREA_DECIMALS = 3


@lru_cache(maxsize=1024)
def area_shape(place_id: str) -> BaseGeometry | None:
    """Return an area's outline, None where there is none with an inside."""
    try:
        shape = geometry_of(place_id) if place_id else None
    except GazetteerError:
        return None
    return None if shape is None or shape.is_empty or not shape.area else shape


@lru_cache(maxsize=1024)
def drawn_shape(place_id: str) -> BaseGeometry | None:
    """Return an area's outline as it is drawn, in one piece across the 180th meridian."""
    shape = area_shape(place_id)
    return None if shape is None else contiguous(shape)


def area_outlines(place_ids: Iterable[str]) -> dict[str, dict[str, object]]:
    """Return GeoJSON geometries for drawing, together within the vertex budget."""
    shapes = {key: shape for key in place_ids if (shape := drawn_shape(key)) is not None}
    tolerance = 0.0
    while sum(map(shapely.get_num_coordinates, shapes.values())) > VERTEX_BUDGET:
        tolerance = tolerance * 2 or 0.01
        shapes = {key: shape.simplify(tolerance) for key, shape in shapes.items()}
    return {key: rounded(shape, AREA_DECIMALS) for key, shape in shapes.items()}


@lru_cache(maxsize=1024)
def label_position(place_id: str) -> tuple[float, float]:
    """Return latitude and longitude of the roomiest spot of an area, for its label."""
    shape = drawn_shape(place_id)
    point = label_point(shape) if shape is not None else shapely.Point()
    return round(point.y, 3), round(point.x, 3)


def by_size(areas: Mapping[str, list[Incident]]) -> list[tuple[str, list[Incident]]]:
    """Sort areas by size, the largest first, so that small ones lie on top."""

    def size(key: str) -> float:
        shape = area_shape(key)
        return float(shape.area) if shape is not None else 0.0

    return sorted(areas.items(), key=lambda item: (-size(item[0]), item[0]))
