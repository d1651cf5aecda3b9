"""Countries and first-level regions of the world, from `data/boundaries/`.

Natural Earth 1:10m (public domain), made by `python -m geo.make_boundaries`. All frames
are EPSG:4326, loaded once and shared: treat them as read-only.
"""

from functools import cache
from pathlib import Path

import geopandas as gpd

from incidents.errors import GazetteerError

FOLDER = Path(__file__).resolve().parent.parent / "data" / "boundaries"
UNASSIGNED = "XX"
"""`iso2` of the regions that no country is given (Siachen, the Spratlys)."""


@cache
def countries() -> gpd.GeoDataFrame:
    """Return one row a country: `iso2`, `iso3`, `name` (English, short), `geometry`.

    `iso2` is unique; Kosovo is `XK`/`XKX`. Territory follows ISO 3166 and the General
    Assembly's resolutions (see `data/boundaries/corrections.toml`), not control.

    Raises:
        GazetteerError: the file is missing or broken.
    """
    return _read("countries.parquet")


@cache
def regions() -> gpd.GeoDataFrame:
    """Return one row a first-level region, as Natural Earth draws them.

    Columns: `region_id` (unique, stable, such as `ne:ML05`), `iso2`, `name` (native
    spelling; "" for six nameless islets), `names` (other spellings, "|" between them),
    `iso_3166_2` ("" where no name settles it), `geometry`. In a few countries
    Natural Earth's first level is ISO's second (Burkina Faso: provinces).

    Raises:
        GazetteerError: the file is missing or broken.
    """
    return _read("regions.parquet")


def _read(name: str) -> gpd.GeoDataFrame:
    path = FOLDER / name
    try:
        return gpd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise GazetteerError(
            "The boundaries in {path} cannot be read ({why}). Install the program "
            "again, or make them with `python -m geo.make_boundaries "
            "world_map.gpkg`.",
            path=path,
            why=error,
        ) from error
