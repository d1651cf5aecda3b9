"""Countries and regions around a view, cut to it and no finer than the picture shows."""

from functools import lru_cache

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import countries, regions

Extent = tuple[float, float, float, float]
"""west, south, east, north in degrees."""
CLOSE_DEG = 28
"""Views narrower than this show regions and their names."""
STEPS_ACROSS = 1600
"""Details smaller than the view's width over this are left out."""
FINEST_DEG = 0.01


@lru_cache(maxsize=4)
def countries_in(extent: Extent) -> gpd.GeoDataFrame:
    """Return the countries in view: `iso2`, `name`, `geometry`."""
    return _cut(countries(), extent)


@lru_cache(maxsize=4)
def regions_in(extent: Extent) -> gpd.GeoDataFrame:
    """Return the regions in view where it is close enough for them, else none."""
    west, _, east, _ = extent
    parts = regions()
    return _cut(parts if east - west <= CLOSE_DEG else parts.iloc[:0], extent)


def _cut(frame: gpd.GeoDataFrame, extent: Extent) -> gpd.GeoDataFrame:
    west, _, east, _ = extent
    # Past 180 degrees the map goes on where the world begins anew.
    turns = [turn for turn in (-360, 0, 360) if west < turn + 180 and east > turn - 180]
    return pd.concat([_cut_turned(frame, extent, turn) for turn in turns or [0]])


def _cut_turned(frame: gpd.GeoDataFrame, extent: Extent, turn: int) -> gpd.GeoDataFrame:
    west, south, east, north = extent
    # Cut a little outside, so that the cut itself is not seen.
    edge = (east - west) * 0.04
    window = (west - edge - turn, south - edge, east + edge - turn, north + edge)
    near = frame[frame.intersects(shapely.box(*window))].copy()
    shapes = near.geometry.to_numpy()
    detail = (east - west) / STEPS_ACROSS
    if detail > FINEST_DEG and len(shapes):
        shapes = shapely.coverage_simplify(shapes, detail * 2)
    near["geometry"] = shapely.clip_by_rect(shapes, *window)
    near = near[~near.geometry.is_empty]
    return near.set_geometry(near.geometry.translate(turn)) if turn else near
