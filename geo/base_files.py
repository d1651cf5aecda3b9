"""The base map as the browser fetches it: a coarse world, and a finer file a country.

`world.json` is a GeoJSON of all countries at about 8 km, for looking at continents;
`regions/ML.json` holds one country's first-level regions at about a kilometre and is
fetched when the view comes close. Properties are single letters, because there are many:
`c` ISO code, `n` name, `x` and `y` where the name goes, `a` area in km², `b` bounds.
A country file's last feature, whose `n` is null, is the country's outline.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import msgspec
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries import UNASSIGNED, countries, regions

WORLD_TOLERANCE_DEG = 0.1
WORLD_DECIMALS = 2
ISLET_DEG2 = 0.004
"""Parts below about 50 km² are left out of the world where the country has larger ones."""
REGION_DECIMALS = 3
EQUAL_AREA = "EPSG:6933"
Feature = dict[str, Any]
"""A GeoJSON feature."""


def write_base(folder: Path) -> None:
    """Write `world.json` and `regions/*.json` into an existing, empty folder."""
    parts = regions()
    _write(folder / "world.json", _features(_coarse(), WORLD_DECIMALS))
    (folder / "regions").mkdir()
    features = list(_features(parts, REGION_DECIMALS))
    outlines = dict(zip(countries()["iso2"], countries().geometry, strict=True))
    for code, rows in parts.groupby("iso2").indices.items():
        own = [features[row] for row in rows]
        if code in outlines:
            own.append(_outline(outlines[code]))
        _write(folder / "regions" / f"{code}.json", own)


@cache
def world_features() -> tuple[Feature, ...]:
    """Return the coarse countries, for a page that must stand alone."""
    return tuple(_features(_coarse(), WORLD_DECIMALS))


def country_features(code: str) -> Iterator[Feature]:
    """Yield one country's regions and its outline, as `regions/*.json` has them."""
    parts, whole = regions(), countries()
    yield from _features(parts[parts["iso2"] == code], REGION_DECIMALS)
    for shape in whole[whole["iso2"] == code].geometry:
        yield _outline(shape)


def _coarse() -> gpd.GeoDataFrame:
    """Countries, and the nameless polygons that no country is given, coarsely."""
    parts = regions()
    loose = parts[parts["iso2"] == UNASSIGNED].dissolve("iso2", method="coverage").reset_index()
    loose["name"] = ""
    whole = pd.concat([countries(), loose[["iso2", "name", "geometry"]]], ignore_index=True)
    simple = shapely.coverage_simplify(whole.geometry.to_numpy(), WORLD_TOLERANCE_DEG)
    whole["geometry"] = [_without_islets(shape) for shape in simple]
    return whole


def _outline(shape: BaseGeometry) -> Feature:
    line = rounded(shapely.boundary(shape), REGION_DECIMALS)
    return {"type": "Feature", "properties": {"n": None}, "geometry": line}


def _features(frame: gpd.GeoDataFrame, decimals: int) -> Iterator[Feature]:
    shapes = frame.geometry.to_numpy()
    areas = frame.to_crs(EQUAL_AREA).area.to_numpy() / 1e6
    bounds = shapely.bounds(shapes).round(2)
    for row, code, name in zip(range(len(frame)), frame["iso2"], frame["name"], strict=True):
        label = label_point(shapes[row])
        yield {
            "type": "Feature",
            "properties": {
                "c": code,
                "n": name,
                "x": round(label.x, 2),
                "y": round(label.y, 2),
                "a": round(float(areas[row])),
                "b": bounds[row].tolist(),
            },
            "geometry": rounded(shapes[row], decimals),
        }


def _without_islets(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    kept = parts[(areas >= ISLET_DEG2) | (areas == areas.max())]
    return shapely.MultiPolygon(list(kept))


def label_point(shape: BaseGeometry) -> shapely.Point:
    """Return the middle of the roomiest spot of the largest part: where its name fits best."""
    parts = shapely.get_parts(shape)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    west, south, east, north = largest.bounds
    tolerance = max(east - west, north - south) / 50 or 0.01
    if not isinstance(largest, shapely.Polygon):
        return shapely.Point(largest.representative_point())
    inner = shapely.maximum_inscribed_circle(largest, tolerance)
    return shapely.Point(inner.coords[0])


def rounded(shape: BaseGeometry, decimals: int) -> dict[str, object]:
    """Return a shape as a GeoJSON geometry with so many decimals."""
    on_grid = shapely.transform(shape, lambda xy: np.round(xy, decimals))
    mapping: dict[str, object] = msgspec.json.decode(shapely.to_geojson(on_grid))
    return mapping


def _write(path: Path, features: Iterable[Feature]) -> None:
    collection = {"type": "FeatureCollection", "features": list(features)}
    path.write_bytes(msgspec.json.encode(collection))
