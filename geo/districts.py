"""Outlines of the second-level districts that the analyst added (geo/gazetteer/districts.py)."""

from functools import lru_cache
from pathlib import Path

import geopandas as gpd
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.cache import cache_folder


def district_outline(place_id: str) -> BaseGeometry | None:
    """Return the outline of `adm2:ML.bankass`, None where its file is not installed."""
    country = place_id.removeprefix("adm2:").partition(".")[0]
    path = boundary_path(country)
    if not path.exists():
        return None
    return _outlines(path, path.stat().st_mtime_ns).get(place_id)


def boundary_path(country: str) -> Path:
    """Return where a country's second-level outlines lie."""
    return cache_folder() / f"districts-{country}.parquet"


@lru_cache(maxsize=32)
def _outlines(path: Path, _changed: int) -> dict[str, BaseGeometry]:
    frame = gpd.read_parquet(path)
    return dict(zip(frame["place_id"], frame.geometry, strict=True))


def district_at(country: str, point: Point) -> str | None:
    """Return the `place_id` of the district at a point; None where no outline is installed."""
    path = boundary_path(country)
    if not path.exists():
        return None
    outlines = _outlines(path, path.stat().st_mtime_ns)
    return next((one for one, outline in outlines.items() if outline.intersects(point)), None)
