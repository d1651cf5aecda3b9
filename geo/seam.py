"""What lies on both sides of the 180th meridian, put together for drawing.

Boundaries are cut there, so that Fiji reaches from -180 to 180 degrees and its view would be
the whole world. Here longitudes run on past 180 instead, to the Bering Strait: Chukotka ends
at 190. Records and exports keep to -180 to 180 (RFC 7946).
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

WEST_END = -168.98
"""Points west of the border in the Bering Strait are drawn at the eastern end of the map."""
HALF = 180.0
CUT_DEG = 0.11
"""Natural Earth cuts at 179.9 degrees."""


def drawn_lon(lon_deg: float) -> float:
    """Return where on the map's longitudes, -168.98 to 191.02, a point is drawn."""
    return lon_deg + 360 if lon_deg < WEST_END else lon_deg


def contiguous(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape whose parts lie together across the 180th meridian; others as they are.

    Longitudes of the result lie between -360 and 360 degrees, its middle on the map.
    """
    parts = shapely.get_parts(shape)
    bounds = shapely.bounds(parts)
    west = _west_of([(float(w), float(e)) for w, _, e, _ in bounds])
    if west is None:
        return shape
    turns = [360.0 * math.ceil((west - part_west) / 360) for part_west, *_ in bounds]
    whole = [shapely.transform(part, _closed) for part in parts]
    moved = [translate(part, turn) for part, turn in zip(whole, turns, strict=True)]
    # Together, or the cut would show as a border.
    return shapely.union_all(moved)


def _closed(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Move to the meridian what was cut a tenth of a degree before it."""
    x = np.where(np.abs(xy[:, 0]) > HALF - CUT_DEG, np.sign(xy[:, 0]) * HALF, xy[:, 0])
    return np.column_stack([x, xy[:, 1]])


def _west_of(spans: Sequence[tuple[float, float]]) -> float | None:
    """Return where the narrowest arc over all spans starts; None where it crosses nothing."""
    ordered = sorted(spans)
    if ordered[-1][1] - ordered[0][0] <= HALF:
        return None
    end, widest, found = ordered[0][1], 0.0, (0.0, 0.0)
    for west, east in ordered[1:]:
        if west - end > widest:
            widest, found = west - end, (west, end + 360)
        end = max(end, east)
    if widest <= ordered[0][0] + 360 - end:
        return None
    west, east = found
    return west if (west + east) / 2 < WEST_END + 360 else west - 360
