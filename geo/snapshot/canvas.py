"""The map of the picture: land, marks and names in order; the screen's own palette."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection

from geo.basemap import Bounds
from geo.palette import PAPERS, Paper
from geo.snapshot.drawn_areas import area_labels, draw_area
from geo.snapshot.drawn_spots import KM_PER_DEG, draw_bin, draw_circles, draw_spot
from geo.snapshot.land import CLOSE_DEG, Extent, countries_in, regions_in
from geo.snapshot.paths import path_of
from geo.snapshot.place_names import place_names
from geo.snapshot.scale import Scale
from geo.snapshot.view import SnapshotView

MARGIN = 0.14
LEAST_DEG = 1.5
SOUTH_END, NORTH_END = -62.0, 84.0


def draw_map(axes: Axes, view: SnapshotView) -> None:
    """Draw the whole map into axes whose place and size on the page are already set."""
    paper, sheet = PAPERS[view.theme], view.sheet
    extent = fit_extent(view.bounds, axes)
    _frame(axes, extent, paper)
    _land(axes, extent, paper)
    for area in sheet.areas:
        draw_area(axes, area, view)
    for spot in sheet.spots:
        draw_circles(axes, spot, view.theme)
    # Small marks lie on large ones.
    for spot in sorted(sheet.spots, key=lambda one: -max(item.px for item in one.marks)):
        draw_spot(axes, spot, view)
    for one in sheet.bins:
        draw_bin(axes, one, view.theme)
    scale = Scale.of(axes, extent)
    marks = [scale.around(scale.point(s.lon_deg, s.lat_deg), 14, 12) for s in sheet.spots]
    marks += [scale.around(scale.point(b.lon_deg, b.lat_deg), 10, 10) for b in sheet.bins]
    taken = [*marks, *area_labels(axes, view, scale, marks)]
    place_names(axes, extent, paper, taken, {area.name.casefold() for area in sheet.areas})
    _scale_bar(axes, extent, paper)


def fit_extent(bounds: Bounds, axes: Axes) -> Extent:
    """Widen bounds by a margin and to the shape of the axes, in degrees.

    Where that would go past the ends of the world, the axes get lower instead.
    """
    (south, west), (north, east) = bounds
    width = max(east - west, LEAST_DEG) * (1 + 2 * MARGIN)
    height = max(north - south, LEAST_DEG) * (1 + 2 * MARGIN)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    squeeze = math.cos(math.radians(min(abs(middle_y), 75)))
    box = axes.get_window_extent()
    shape = box.width / box.height
    width, height = max(width, height * shape / squeeze), max(height, width * squeeze / shape)
    low, high = max(middle_y - height / 2, SOUTH_END), min(middle_y + height / 2, NORTH_END)
    if high - low < height:
        left, bottom, across, tall = axes.get_position().bounds
        lower = tall * (high - low) / height
        axes.set_position((left, bottom + tall - lower, across, lower))
    return middle_x - width / 2, low, middle_x + width / 2, high


def _frame(axes: Axes, extent: Extent, paper: Paper) -> None:
    west, south, east, north = extent
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_facecolor(paper.water)
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_color(paper.panel_line)
        side.set_linewidth(0.8)
    step = 10 if east - west > CLOSE_DEG else 5
    lines: list[Any] = [[(x, -90), (x, 90)] for x in range(-360, 361, step)]
    lines += [[(-360, y), (360, y)] for y in range(-90, 91, step)]
    net = LineCollection(lines, colors=paper.graticule, linewidths=0.5, zorder=0.5)
    axes.add_collection(net, autolim=False)


def _land(axes: Axes, extent: Extent, paper: Paper) -> None:
    whole = [path_of(shape) for shape in countries_in(extent).geometry]
    parts = [path_of(shape) for shape in regions_in(extent).geometry]
    for paths, face, edge, width, order in (
        (whole, paper.land, "none", 0.0, 1.0),
        (parts, paper.land, paper.region_line, 0.5, 1.1),
        (whole, "none", paper.country_line, 0.9, 1.2),
    ):
        # As collections: single patches would each have their limits worked out, for a second.
        drawn = PathCollection(
            paths, facecolors=face, edgecolors=edge, linewidths=width, zorder=order
        )
        axes.add_collection(drawn, autolim=False)


def _scale_bar(axes: Axes, extent: Extent, paper: Paper) -> None:
    west, south, east, north = extent
    km_per_deg = KM_PER_DEG * math.cos(math.radians((south + north) / 2))
    length_km = nice_length((east - west) * km_per_deg * 0.18)
    span = length_km / km_per_deg / (east - west)
    x, y = 0.025, 0.035
    axes.plot([x, x, x + span, x + span], [y + 0.012, y, y, y + 0.012], color=paper.label,
              linewidth=0.9, transform=axes.transAxes, zorder=7)  # fmt: skip
    axes.text(x + span / 2, y + 0.012, f"{length_km:,.0f} km", transform=axes.transAxes,
              ha="center", va="bottom", fontsize=6.5, color=paper.label, zorder=7)  # fmt: skip


def nice_length(most_km: float) -> float:
    """Return the largest of 1, 2, 3 or 5 times a power of ten that is not above `most_km`."""
    power = 10.0 ** math.floor(math.log10(most_km))
    return float(max(step * power for step in (1, 2, 3, 5) if step * power <= most_km))
