"""Make `data/boundaries/` from the Natural Earth copy in Debian's qgis-common.

    python -m geo.make_boundaries path/to/world_map.gpkg

The file lies in the package under `usr/share/qgis/resources/data/`. Neighbours stay
neighbours: the regions are simplified as one coverage and the countries are unions of
the simplified regions, so every border is the same line in both layers.
"""

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pycountry
import shapely
from rapidfuzz import fuzz

from geo.boundaries import FOLDER

TOLERANCE_DEG = 0.01
"""About a kilometre at the equator: the square root of the smallest kept triangle."""
DECIMALS = 4
"""About 11 m; rounding every vertex alike keeps shared vertices shared."""

NEARLY = 88
"""Of 100: "vinnytska" and "vinnytska oblast" apart, "nassarawa" and "nasarawa" alike."""


def make(source: Path, folder: Path = FOLDER) -> tuple[Path, Path]:
    """Write `regions.parquet` and `countries.parquet` and return their paths."""
    corrections = tomllib.loads((folder / "corrections.toml").read_text(encoding="utf-8"))
    raw = gpd.read_file(source, layer="states_provinces").fillna("")
    raw["name"] = raw["gu_a3"].map(corrections["unit_name"]).fillna(raw["name"])
    regions = _regions(raw, corrections)
    countries = _countries(raw, regions, gpd.read_file(source, layer="countries"), corrections)
    paths = folder / "regions.parquet", folder / "countries.parquet"
    for frame, path in zip((regions, countries), paths, strict=True):
        frame.to_parquet(path, compression="zstd", compression_level=19, index=False)
    return paths


def _regions(raw: gpd.GeoDataFrame, corrections: Mapping[str, dict[str, str]]) -> gpd.GeoDataFrame:
    iso2 = _iso2(raw, corrections)
    names = [_names(row) for row in raw.itertuples()]
    ids = _region_ids(raw["fips"], iso2, names, raw.geometry)
    names = [
        _renamed(found, corrections["region_name"].get(one))
        for one, found in zip(ids, names, strict=True)
    ]
    codes = _subdivision_codes(iso2, names, corrections["generic"]["words"])
    frame = gpd.GeoDataFrame(
        {
            "region_id": ids,
            "iso2": iso2,
            "name": [found[0] if found else "" for found in names],
            "names": ["|".join(found[1:]) for found in names],
            "iso_3166_2": [
                corrections["region_code"].get(one) or code
                for one, code in zip(ids, codes, strict=True)
            ],
        },
        geometry=_simplified(raw.geometry.to_numpy()),
        crs="EPSG:4326",
    )
    return frame.sort_values("region_id", ignore_index=True)


def _simplified(coverage: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    simple = shapely.coverage_simplify(coverage, TOLERANCE_DEG)
    rounded = shapely.transform(simple, lambda xy: np.round(xy, DECIMALS))
    if not (shapely.coverage_is_valid(rounded) and shapely.is_valid(rounded).all()):
        raise SystemExit("simplifying broke the coverage: lower TOLERANCE_DEG or raise DECIMALS")
    return np.asarray(rounded)


def _iso2(raw: gpd.GeoDataFrame, corrections: Mapping[str, dict[str, str]]) -> list[str]:
    by_part, by_unit = corrections["part_country"], corrections["unit_country"]
    by_region = corrections["region_country"]
    return [
        by_region.get(row.fips) or by_unit.get(row.gu_a3) or by_part.get(row.adm0_a3) or row.iso_a2
        for row in raw.itertuples()
    ]


def _countries(
    raw: gpd.GeoDataFrame,
    regions: gpd.GeoDataFrame,
    layer: gpd.GeoDataFrame,
    corrections: Mapping[str, dict[str, str]],
) -> gpd.GeoDataFrame:
    iso3 = dict(zip(layer["iso_a2"], layer["ISO_A3"], strict=True))
    iso3 |= corrections["country_iso3"]
    admin = dict(zip(raw["adm0_a3"], raw["admin"], strict=True))
    short = dict(zip(layer["iso_a2"], layer["NAME"], strict=True))
    whole = regions[regions["iso2"] != "XX"].dissolve("iso2", method="coverage").reset_index()
    whole["iso3"] = [_text(iso3.get(code)) or _iso3(code) for code in whole["iso2"]]
    whole["name"] = [
        corrections["country_name"].get(code) or admin.get(three) or _text(short[code])
        for code, three in zip(whole["iso2"], whole["iso3"], strict=True)
    ]
    return whole[["iso2", "iso3", "name", "geometry"]]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _iso3(iso2: str) -> str:
    found = pycountry.countries.get(alpha_2=iso2)
    return str(found.alpha_3) if found else ""


def _names(row: object) -> list[str]:
    """All names of one region, best first, without doubles, mojibake put right."""
    label = str(getattr(row, "woe_label", "")).split(",", 1)[0]
    given = (
        getattr(row, "name", ""),
        getattr(row, "woe_name", ""),
        label,
        getattr(row, "gn_name", ""),
    )
    clean = (unicodedata.normalize("NFC", unmangled(str(name)).strip()) for name in given)
    parts = (part.strip() for name in clean for part in name.split("|"))
    return list(dict.fromkeys(part for part in parts if part))


def _renamed(names: list[str], new: str | None) -> list[str]:
    """Put a corrected name first; a list of names ("|") replaces all that were given."""
    if new is None:
        return names
    listed = new.split("|")
    return listed if len(listed) > 1 else list(dict.fromkeys([new, *names]))


def unmangled(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252: "ComoÃ©" becomes "Comoé"."""
    if not re.search("[ÃÄÅÂ][\u0080-\u00bf\u0152-\u2122]", text):
        return text
    try:
        return b"".join(_byte(character) for character in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")  # noqa: PLR2004 - one byte


def _region_ids(
    fips: pd.Series, iso2: list[str], names: list[list[str]], shapes: gpd.GeoSeries
) -> list[str]:
    """`ne:ML05` by FIPS 10-4 where that is one region's alone, else `ne:FR-ain`.

    Regions of one country with one name are numbered from north-west to south-east.
    """
    proper = fips.where(
        fips.str.fullmatch("[A-Z]{2}[0-9A-Z]{2}") & ~fips.duplicated(keep=False), ""
    )
    slugs = [
        code or f"{country}-{_plain(found[0] if found else 'unnamed').replace(' ', '-')}"
        for code, country, found in zip(proper, iso2, names, strict=True)
    ]
    points = shapes.representative_point()
    order = sorted(range(len(slugs)), key=lambda i: (-points.iloc[i].y, points.iloc[i].x))
    seen: dict[str, int] = {}
    ids = [""] * len(slugs)
    for i in order:
        seen[slugs[i]] = seen.get(slugs[i], 0) + 1
        ids[i] = f"ne:{slugs[i]}" + (f"-{seen[slugs[i]]}" if seen[slugs[i]] > 1 else "")
    return ids


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i").replace("ø", "o"))
    ascii_only = "".join(c for c in spread if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", ascii_only.replace("'", "")))


def _key(name: str, generic: Iterable[str]) -> str:
    words = [word for word in _plain(name).split() if word not in set(generic)]
    return " ".join(words) or _plain(name)


def _subdivision_codes(
    iso2: list[str], names: list[list[str]], generic: Iterable[str]
) -> list[str]:
    """ISO 3166-2 codes where a name says which, and says it of one region only; else ""."""
    codes: dict[str, dict[str, set[str]]] = {}
    for division in pycountry.subdivisions:
        keys = codes.setdefault(division.country_code, {})
        keys.setdefault(_key(division.name, generic), set()).add(division.code)
    found = [
        _subdivision_code([_key(name, generic) for name in own], codes.get(country, {}))
        for country, own in zip(iso2, names, strict=True)
    ]
    taken = pd.Series(found)
    return list(taken.where(~taken.duplicated(keep=False), ""))


def _subdivision_code(keys: list[str], codes: Mapping[str, set[str]]) -> str:
    """The one code for a spelling, else for the one spelling that is nearly the same."""
    exact = [codes[key] for key in keys if key in codes]
    near = {other for key in keys for other in codes if fuzz.ratio(key, other) >= NEARLY}
    sets = exact or [set[str]().union(*(codes[key] for key in near))]
    return next((min(hit) for hit in sets if len(hit) == 1), "")


if __name__ == "__main__":
    for made in make(Path(sys.argv[1])):
        print(f"{made}: {made.stat().st_size / 1e6:.2f} MB")  # noqa: T201 - says what it did
