"""What lies too close together on the screen to be told apart, and is better counted.

A few marks may overlap: numbers and halos tell them apart. Of many, those that share a cell
of the screen's grid become one bin that says how many events it holds; a click comes closer.
"""

import math
from collections.abc import Mapping, Sequence

from shapely.geometry.base import BaseGeometry

from geo.aggregate import CELL_PX, WORLD_PX
from incidents.records import Incident

CROWDED = 12
"""Marks on the map up to which all are drawn one by one."""
SMALL_PX = 60
"""An area smaller than this on the screen is a speck under its label."""
Position = tuple[float, float]
"""Latitude and longitude in degrees."""


def cell(at: Position, zoom: float) -> tuple[int, int]:
    """Return the grid cell of a position at a zoom; the same grid as `geo.aggregate` bins on."""
    side = CELL_PX / (WORLD_PX * 2**zoom)
    lat = math.radians(min(max(at[0], -85.0), 85.0))
    north = math.asinh(math.tan(lat)) / (2 * math.pi)
    return round(at[1] / 360 / side), round(north / side)


def size_px(shape: BaseGeometry, zoom: float) -> float:
    """Return the longer side of an outline on the screen."""
    west, south, east, north = shape.bounds
    return float(max(east - west, north - south) / 360 * WORLD_PX * 2**zoom)


def crowd(
    spots: Mapping[Position, Sequence[Incident]],
    specks: Mapping[str, tuple[Position, Sequence[Incident]]],
    zoom: float,
    keep: str | None,
) -> tuple[set[Position], set[str]]:
    """Return the spots and the small areas that share a cell with others.

    Args:
        spots: incidents by their position.
        specks: incidents of each small area with the position of its label.
        zoom: the map's.
        keep: id of the incident that stays a mark of its own wherever it lies.
    """
    cells: dict[tuple[int, int], list[Position | str]] = {}
    for at, group in spots.items():
        if all(one.id != keep for one in group):
            cells.setdefault(cell(at, zoom), []).append(at)
    for place_id, (at, group) in specks.items():
        if all(one.id != keep for one in group):
            cells.setdefault(cell(at, zoom), []).append(place_id)
    shared = [member for members in cells.values() if len(members) > 1 for member in members]
    return (
        {member for member in shared if not isinstance(member, str)},
        {member for member in shared if isinstance(member, str)},
    )
