"""Names of countries and regions on the picture, largest first, none on another."""

import math
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import geopandas as gpd
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from geo.base_files import label_point
from geo.palette import Paper
from geo.snapshot.land import Extent, countries_in, regions_in
from geo.snapshot.paths import spaced
from geo.snapshot.scale import Scale

COUNTRY_PT, REGION_PT = 7.2, 5.8
WIDE_PT = 0.82
"""Width of a spaced capital in type sizes."""
MOST_REGIONS = 150


class _Name(NamedTuple):
    text: str
    x: float
    y: float
    wide_deg: float
    rank: float
    size_pt: float
    shape: BaseGeometry


def place_names(
    axes: Axes,
    extent: Extent,
    paper: Paper,
    drawn: Sequence[shapely.Polygon],
    said: Collection[str],
) -> None:
    """Write the names that fit.

    Args:
        axes: with their limits set.
        extent: west, south, east, north in degrees.
        paper: the sheet's colours.
        drawn: boxes of marks and labels to keep clear of, in points.
        said: casefolded names that a label says already.
    """
    scale = Scale.of(axes, extent)
    west, south, east, north = extent
    frame = shapely.box(*scale.point(west, south), *scale.point(east, north)).buffer(-2)
    x, y = scale.point(west, south)
    taken = [*drawn, scale.around((x + 70, y + 18), 72, 16)]  # the scale bar's
    glow = [patheffects.withStroke(linewidth=1.8, foreground=paper.land)]
    for name in sorted(_names(extent), key=lambda one: -one.rank):
        half = len(name.text) * name.size_pt * WIDE_PT / 2
        if name.text.casefold() in said or 2 * half > name.wide_deg * scale.x_pt * 1.25:
            continue
        seat = _free_seat(name, half, scale, frame, taken)
        if seat is None:
            continue
        taken.append(seat)
        axes.text(
            *scale.degrees(seat.centroid), spaced(name.text), ha="center", va="center",
            fontsize=name.size_pt, color=paper.label, zorder=2.5, parse_math=False,
            fontweight="bold" if name.size_pt == COUNTRY_PT else "normal", path_effects=glow,
            clip_on=True,
        )  # fmt: skip


def _free_seat(
    name: _Name,
    half_pt: float,
    scale: Scale,
    frame: BaseGeometry,
    taken: Sequence[shapely.Polygon],
) -> shapely.Polygon | None:
    """The first of three seats, one above the other, that is in the frame and free."""
    x, y = scale.point(name.x, name.y)
    for shift in (0, 18, -18):
        seat = scale.around((x, y + shift), half_pt, name.size_pt * 0.8)
        on_land = not shift or name.shape.contains(shapely.Point(scale.degrees(seat.centroid)))
        if on_land and frame.contains(seat) and not any(map(seat.intersects, taken)):
            return seat
    return None


def _names(extent: Extent) -> Iterator[_Name]:
    whole, parts = countries_in(extent), regions_in(extent)
    yield from _of(whole, extent, COUNTRY_PT, 50.0)
    named = parts[(parts["name"] != "") & ~parts["name"].isin(whole["name"])]
    size = shapely.area(named.geometry.to_numpy())
    yield from _of(named.iloc[(-size).argsort()[:MOST_REGIONS]], extent, REGION_PT, 1.0)


def _of(frame: gpd.GeoDataFrame, extent: Extent, size_pt: float, weight: float) -> Iterator[_Name]:
    for text, shape in zip(frame["name"], frame.geometry, strict=True):
        # In the part that is in view, so that a neighbour cut by the edge has its name too.
        seen = shapely.clip_by_rect(shape, *extent)
        if not seen.area:
            continue
        point = label_point(seen)
        west, _, east, _ = seen.bounds
        yield _Name(
            text, point.x, point.y, east - west, weight * math.sqrt(seen.area), size_pt, seen
        )
