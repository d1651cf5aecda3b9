"""From degrees to points on paper and back."""

from typing import NamedTuple

import shapely
from matplotlib.axes import Axes

from geo.snapshot.land import Extent


class Scale(NamedTuple):
    """Points on paper for a degree, counted from (0, 0) in degrees."""

    x_pt: float
    y_pt: float

    @classmethod
    def of(cls, axes: Axes, extent: Extent) -> "Scale":
        """Return the scale of axes whose limits are `extent`."""
        west, south, east, north = extent
        box = axes.get_window_extent().transformed(axes.figure.dpi_scale_trans.inverted())
        return cls(box.width * 72 / (east - west), box.height * 72 / (north - south))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a position in points."""
        return x * self.x_pt, y * self.y_pt

    def degrees(self, point: shapely.Point) -> tuple[float, float]:
        """Return a position in degrees."""
        return point.x / self.x_pt, point.y / self.y_pt

    @staticmethod
    def around(
        middle: tuple[float, float], half_width: float, half_height: float
    ) -> shapely.Polygon:
        """Return a box in points."""
        x, y = middle
        return shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)
