"""What coordinates are worth: centroids drawn as pins, jitter, repeated and rounded ones.

Events that are known by country alone are often given the country's middle, and drawn as pins
there; others are shaken a little, so that the pile doesn't show.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from datasets.mapping import Plan
from datasets.reading import GIVEN, Read, read
from geo import boundaries
from incidents.tongue import number as said_number

_CENTROID_KM = 2.0
"""From a division's middle, to lie on it."""
_MANY_ON_IT = 3
"""Rows on a middle, before it is named."""
_LISTED = 5
_NAMED_OFTEN = 5
"""Rows that name one place, before their coordinates are compared."""
_DIFFERING = 0.9
"""Part of the rows of one place that have coordinates of their own, where they are shaken."""
_EARTH_KM = 6371.0
_KM_PER_DEGREE = 111.2
_COARSE_DECIMALS = 1


@dataclass(frozen=True)
class _Points:
    """The rows that have coordinates."""

    frame: pd.DataFrame
    """`lat`, `lon`, `place`, `country`, `pin`, `row`."""
    rows: int
    """Of the file, those without coordinates included."""


def audit(path: Path, plan: Plan | None = None) -> list[str]:
    """Return what is found in a file, a sentence a line, with figures.

    Raises:
        DatasetError: the file can't be read.
    """
    points = _points(read(path, plan))
    found = [_head(path, points)]
    if len(points.frame):
        for part in (_repeated, _centroids, _jittered, _rounded, _abroad):
            found += list(part(points))
    return found


def _points(found: Read) -> _Points:
    table = found.table
    place = found.fields.place

    def strings(name: str) -> Any:
        return table[name].to_pandas().astype("string") if name in table.column_names else ""

    frame = pd.DataFrame(
        {
            "lat": table["lat_deg"].to_numpy(),
            "lon": table["lon_deg"].to_numpy(),
            "place": strings(f"{GIVEN}{place}"),
            "country": strings("country"),
            "pin": strings("place_kind") == "point",
            "row": table["row"].to_numpy(),
        }
    )
    return _Points(frame.dropna(subset=["lat", "lon"]), table.num_rows)


def _head(path: Path, points: _Points) -> str:
    pins = int(points.frame["pin"].sum())
    return (
        f"{path.name}: {_n(points.rows)} rows, {_n(len(points.frame))} with coordinates, "
        f"{_n(pins)} of them exact enough for a pin."
    )


def _repeated(points: _Points) -> Iterator[str]:
    spots = points.frame.groupby(["lat", "lon"], sort=False)["row"].count()
    shared = int(spots[spots > 1].sum())
    yield (
        f"Repeated: {_share(shared, len(points.frame))} of the rows share their coordinates with "
        f"others; there are {_n(len(spots))} spots."
    )
    worst = spots[spots > 1].nlargest(_LISTED)
    lats, lons = (worst.index.get_level_values(name) for name in ("lat", "lon"))
    for lat, lon, rows in zip(lats, lons, worst, strict=True):
        yield f"  {_n(rows)} rows at {lat:g}, {lon:g}{_names_at(points, lat, lon)}"


def _names_at(points: _Points, lat: float, lon: float) -> str:
    there = points.frame[(points.frame["lat"] == lat) & (points.frame["lon"] == lon)]
    names = [name for name in there["place"].value_counts().index[:3] if name]
    return f" ({', '.join(names)})" if names else ""


def _centroids(points: _Points) -> Iterator[str]:
    middles = _middles()
    spots = points.frame.groupby(["lat", "lon"], sort=False).agg(
        rows=("row", "count"), pins=("pin", "sum")
    )
    lat, lon = (spots.index.get_level_values(name).to_numpy() for name in ("lat", "lon"))
    nearest, distance = _nearest(lat, lon, middles)
    on_it = distance <= _CENTROID_KM
    hit = spots[on_it].assign(name=middles["name"].to_numpy()[nearest[on_it]])
    by_name = hit.groupby("name")[["rows", "pins"]].sum()
    by_name = by_name[by_name["rows"] >= _MANY_ON_IT].sort_values("rows", ascending=False)
    if by_name.empty:
        yield f"Centroids: no country's or region's middle has {_MANY_ON_IT} rows or more."
        return
    yield (
        f"Centroids: {_n(int(by_name['rows'].sum()))} rows lie within {_CENTROID_KM:g} km of the "
        f"middle of {_n(len(by_name))} countries or regions; {_n(int(by_name['pins'].sum()))} "
        "claim to be exact. Look whether only the country or region was known."
    )
    for name, one in by_name.head(_LISTED).iterrows():
        rows, exact = _n(one["rows"]), _n(one["pins"])
        yield f"  {rows} rows at the middle of {name} ({exact} exact)"


@cache
def _middles() -> pd.DataFrame:
    """Return the centroid of every country and region, and the point inside each."""
    rows = []
    for frame, kind in ((boundaries.countries(), "country"), (boundaries.regions(), "region")):
        shapes = frame.geometry.to_numpy()
        names = frame["name"].astype(str) + " (" + kind + ", " + frame["iso2"].astype(str) + ")"
        for found in (shapely.centroid(shapes), shapely.point_on_surface(shapes)):
            at = {"lat": shapely.get_y(found), "lon": shapely.get_x(found), "name": names}
            rows.append(pd.DataFrame(at))
    return pd.concat(rows, ignore_index=True).dropna()


def _nearest(
    lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64], middles: pd.DataFrame
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return for each spot the nearest middle, by degrees, and its distance in km."""
    at: Any = shapely.points(middles["lon"].to_numpy(), middles["lat"].to_numpy())
    nearest: Any = shapely.STRtree(at).nearest(shapely.points(lon, lat))
    middle = {name: middles[name].to_numpy()[nearest] for name in ("lat", "lon")}
    chord = np.linalg.norm(_globe(lat, lon) - _globe(middle["lat"], middle["lon"]), axis=1)
    return nearest, 2 * _EARTH_KM * np.arcsin(np.minimum(chord / 2, 1))


def _globe(lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    phi, lam = np.radians(lat), np.radians(lon)
    return np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])


def _jittered(points: _Points) -> Iterator[str]:
    named = points.frame[points.frame["place"].astype(str) != ""]
    groups = named.groupby(["country", "place"], sort=False)
    sizes = groups["row"].count()
    often = sizes[sizes >= _NAMED_OFTEN]
    if often.empty:
        yield f"Jitter: no place is named by {_NAMED_OFTEN} rows or more; nothing can be compared."
        return
    spots = named.drop_duplicates(["country", "place", "lat", "lon"])
    distinct = spots.groupby(["country", "place"], sort=False)["row"].count().reindex(often.index)
    shaken = often[distinct / often >= _DIFFERING]
    if shaken.empty:
        yield f"Jitter: none; {_n(len(often))} places named often keep their coordinates."
        return
    yield (
        f"Jitter: {_n(len(shaken))} of {_n(len(often))} places that are named often have other "
        f"coordinates in nearly every row ({_n(int(shaken.sum()))} rows). They were likely shaken; "
        "the places are less exact than they look."
    )
    spread = groups[["lat", "lon"]].std().reindex(shaken.index).mean(axis=1) * _KM_PER_DEGREE
    worst = pd.DataFrame({"rows": shaken, "km": spread}).nlargest(_LISTED, "rows").reset_index()
    for one in worst.itertuples():
        yield f"  {_n(one.rows)} rows name {one.place}, scattered by about {one.km:.1f} km"


def _rounded(points: _Points) -> Iterator[str]:
    lat, lon = points.frame["lat"].to_numpy(), points.frame["lon"].to_numpy()
    whole = int(((lat == lat.round()) & (lon == lon.round())).sum())
    coarse = int(
        ((lat == lat.round(_COARSE_DECIMALS)) & (lon == lon.round(_COARSE_DECIMALS))).sum()
    )
    yield (
        f"Rounded: {_share(whole, len(lat))} of the rows lie on whole degrees, "
        f"{_share(coarse, len(lat))} on tenths of a degree or coarser (11 km)."
    )


def _abroad(points: _Points) -> Iterator[str]:
    known = points.frame[points.frame["country"].astype(str) != ""]
    spots = known.groupby(["country", "lat", "lon"], sort=False)["row"].count().reset_index()
    if spots.empty:
        return
    outside = _outside(spots, "lat", "lon")
    turned = outside & ~_outside(spots, "lon", "lat")
    away, round_ = (_n(spots["row"][mask].sum()) for mask in (outside, turned))
    yield (
        f"Outside: {away} rows lie more than 20 km outside the country that they name; {round_} of "
        "them would lie in it with latitude and longitude the other way round."
    )


_BORDER_DEG = 0.2
"""About 20 km: borders and coasts are drawn coarsely."""


def _outside(spots: pd.DataFrame, lat: str, lon: str) -> npt.NDArray[np.bool_]:
    countries = boundaries.countries().set_index("iso2").geometry
    found = np.zeros(len(spots), dtype=bool)
    for country, rows in spots.groupby("country").indices.items():
        if country in countries.index:
            shape = countries[country].buffer(_BORDER_DEG)
            shapely.prepare(shape)
            here = spots.iloc[rows]
            found[rows] = ~shapely.contains_xy(shape, here[lon].to_numpy(), here[lat].to_numpy())
    return found


def _share(part: int, whole: int) -> str:
    return f"{_n(part)} ({100 * part / whole:.1f} %)"


def _n(value: Any) -> str:
    return said_number(int(value))
