"""Second-level districts from a boundary file that the analyst has (geoBoundaries, COD-AB).

The outlines go into one GeoParquet a country in the cache, their names into a pack.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geo.cache import locked, replacing
from geo.cuts import middle
from geo.districts import boundary_path
from geo.gazetteer.entries import Entry, NamedEntry
from geo.gazetteer.keys import key_of
from geo.gazetteer.packs import Pack, remove_pack, write_pack
from geo.gazetteer.sources import division_names, locate
from incidents.errors import GazetteerError

LEVEL = 2
"""The only level so far; the first comes from Natural Earth."""
NAME_FIELDS = (
    "shapeName", "ADM2_FR", "ADM2_EN", "ADM2_ES", "ADM2_PT", "adm2_name", "ADM2_NAME", "NAME_2",
    "name", "NAME", "Name",
)  # fmt: skip
"""Where geoBoundaries, COD-AB and GADM write the name, in the order in which they are tried."""
OWN_SHARE = 0.5
"""At least this part of the outlines must lie in the country."""


def add_districts(file: Path, country: str, *, name_field: str | None = None) -> Pack:
    """Add a country's second-level districts; on any error all is as it was.

    Args:
        file: GeoJSON, GeoPackage or Shapefile.
        country: ISO 3166-1 alpha-2.
        name_field: column with the names, where it is none of `NAME_FIELDS`.

    Raises:
        GazetteerError: the file cannot be read, has no names, or is another country's.
    """
    frame = _read(file)
    names = _names(frame, file, name_field)
    points = [middle(shape) for shape in frame.geometry]
    regions = locate(
        np.array([point[0] for point in points]),
        np.array([point[1] for point in points]),
        [country] * len(points),
    )
    if sum(map(bool, regions)) < OWN_SHARE * len(regions):
        raise GazetteerError(
            "{file} is not {country}'s: most of its areas lie elsewhere.",
            file=file,
            country=country,
        )
    ids = list(_ids(country, names))
    outlines = gpd.GeoDataFrame({"place_id": ids, "name": names}, geometry=list(frame.geometry))
    path = boundary_path(country)
    with locked(path.parent), replacing(path) as temporary:
        outlines.set_crs(epsg=4326).to_parquet(temporary, index=False)
    divisions = division_names()
    entries = [
        _entry(place_id, name, country, region, divisions.get(region, ("", ""))[0], point)
        for place_id, name, region, point in zip(ids, names, regions, points, strict=True)
    ]
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return write_pack(f"{country}.adm{LEVEL}", entries, source=file.name, sha256=digest)


def remove_districts(country: str) -> None:
    """Remove a country's second-level districts.

    Raises:
        GazetteerError: there are none.
    """
    remove_pack(f"{country}.adm{LEVEL}")
    boundary_path(country).unlink(missing_ok=True)


def _read(file: Path) -> gpd.GeoDataFrame:
    if not file.exists():
        raise GazetteerError("There is no file {file}.", file=file)
    try:
        frame = gpd.read_file(file)
    except Exception as error:  # pyogrio raises its own kinds and GDAL's, all meaning this
        raise GazetteerError(
            "{file} cannot be read as GeoJSON, GeoPackage or Shapefile ({why}).",
            file=file,
            why=error,
        ) from error
    frame = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    if frame.empty or not set(frame.geom_type) <= {"Polygon", "MultiPolygon"}:
        raise GazetteerError("{file} holds no areas: polygons are needed.", file=file)
    if frame.crs is None:
        frame = frame.set_crs(epsg=4326)
    frame = frame.to_crs(epsg=4326)
    return frame.set_geometry(shapely.make_valid(frame.geometry.to_numpy()))


def _names(frame: gpd.GeoDataFrame, file: Path, name_field: str | None) -> list[str]:
    wanted = (name_field,) if name_field else NAME_FIELDS
    field = next((field for field in wanted if field in frame.columns), None)
    if field is None:
        columns = ", ".join(str(column) for column in frame.columns if column != "geometry")
        raise GazetteerError(
            "{file} has no column {names}; name one with --name-field (there are: {columns}).",
            file=file,
            names=" or ".join(map(str, wanted)),
            columns=columns,
        )
    return [str(name) for name in frame[field].fillna("")]


def _ids(country: str, names: list[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for name in names:
        slug = key_of(name).replace(" ", "-") or "unnamed"
        seen[slug] = seen.get(slug, 0) + 1
        yield f"adm2:{country}.{slug}" + (f"-{seen[slug]}" if seen[slug] > 1 else "")


def _entry(
    place_id: str, name: str, country: str, region: str, admin1: str, point: tuple[float, float]
) -> NamedEntry:
    entry = Entry(
        place_id=place_id,
        name=name,
        kind="district",
        country=country,
        region=region,
        admin1=admin1,
        admin2=name,
        lat_deg=point[0],
        lon_deg=point[1],
        population=0,
        feature="ADM2",
        area=place_id,
    )
    return NamedEntry(entry, ())
