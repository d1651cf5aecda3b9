"""Shapes as matplotlib paths, and text made fit for a picture."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

from geo.palette import Shape, outline


def path_of(shape: BaseGeometry) -> Path:
    """Return polygons with their holes as one path, in degrees."""
    vertices: list[npt.NDArray[np.float64]] = []
    codes: list[npt.NDArray[np.uint8]] = []
    for ring in _rings(shape):
        xy = shapely.get_coordinates(ring)
        own = np.full(len(xy), Path.LINETO, dtype=np.uint8)
        own[0], own[-1] = Path.MOVETO, Path.CLOSEPOLY
        vertices.append(xy)
        codes.append(own)
    if not vertices:
        return Path(np.empty((0, 2)))
    return Path(np.concatenate(vertices), np.concatenate(codes))


def _rings(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in shapely.get_parts(shape, return_index=False):
        if isinstance(part, shapely.Polygon) and not part.is_empty:
            yield part.exterior
            yield from part.interiors


def sign_path(shape: Shape) -> Path:
    """Return an event type's outline of radius 1, y upwards as matplotlib has it."""
    corners = [(x, -y) for x, y in outline(shape)]
    return Path([*corners, corners[0]], closed=True)


def reach(shape: Shape) -> float:
    """Return the outline's largest coordinate, which matplotlib scales markers by."""
    return max(max(abs(x), abs(y)) for x, y in outline(shape))


def spaced(name: str) -> str:
    """Set a name in capitals with hair spaces between them."""
    return "\u200a".join(printable(name).upper())


def printable(text: str) -> str:
    """Replace what a picture can't show: control characters, line ends, lone surrogates."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def shortened(text: str, most: int) -> str:
    """Cut a text at a word, with an ellipsis, to at most so many characters."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:·')}…"
