"""Read a GeoNames country dump (`ML.txt`, or `ML.zip` with it) into gazetteer entries.

The format is GeoNames' readme's: 19 columns between tabs, UTF-8, no header.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np

from geo.gazetteer.entries import Entry, NamedEntry, PlaceClass
from geo.gazetteer.sources import division_names, locate, useful_names
from incidents.errors import GazetteerError

COLUMNS = 19
BAD_SHARE = 0.01
"""More broken or foreign lines than this, and the file is refused."""
LARGEST_BYTES = 600_000_000
"""Unpacked; the largest country's dump, the United States', is half of it."""
MOST_PACKED = 25
"""Times its size that a zip may unpack to; a dump does to about four."""
LONGEST_LINE = 100_000
"""Bytes; a place with a name in every language has a tenth."""

_CLASSES: dict[str, PlaceClass] = {
    "P": "town", "H": "water", "T": "relief", "V": "relief", "L": "spot", "S": "spot",
}  # fmt: skip
_ADM = ("ADM2", "ADM3", "ADM4", "ADMD")
_GONE = frozenset({"PPLH", "PPLCH", "ADM2H", "ADM3H", "ADM4H"})
"""Places that are no more; villages in ruins (`PPLW`, `PPLQ`) stay: reports name them."""


class Row(NamedTuple):
    """The columns that are used."""

    geonameid: str
    name: str
    alternates: str
    lat_deg: float
    lon_deg: float
    feature_class: str
    feature: str
    country: str
    admin2: str
    population: int


def read_dump(path: Path, country: str) -> list[NamedEntry]:
    """Read a dump of one country.

    Raises:
        GazetteerError: the file is no dump, is broken, or is another country's.
    """
    rows = list(_checked(path, country))
    divisions = division_names()
    districts = {row.admin2: row.name for row in rows if row.feature == "ADM2" and row.admin2}
    regions = locate(
        np.array([row.lat_deg for row in rows]),
        np.array([row.lon_deg for row in rows]),
        [country] * len(rows),
    )
    return [
        _entry(row, region, divisions.get(region, ("", "")), districts)
        for row, region in zip(rows, regions, strict=True)
    ]


def _class_of(row: Row) -> PlaceClass | None:
    if row.feature in _GONE:
        return None
    if row.feature_class == "A":
        return "district" if row.feature in _ADM else None
    return _CLASSES.get(row.feature_class)


def _entry(row: Row, region: str, admin: tuple[str, str], districts: dict[str, str]) -> NamedEntry:
    kind = _class_of(row)
    return NamedEntry(
        Entry(
            place_id=f"gn:{row.geonameid}",
            name=row.name,
            kind=kind or "spot",
            country=row.country,
            region=region,
            admin1=admin[0],
            admin2=districts.get(row.admin2, admin[1]),
            lat_deg=row.lat_deg,
            lon_deg=row.lon_deg,
            population=row.population,
            feature=row.feature,
        ),
        useful_names(row.alternates.split(",")),
    )


def _checked(path: Path, country: str) -> Iterator[Row]:
    good = bad = foreign = 0
    for line in _lines(path, country):
        row = _row(line)
        if row is None:
            bad += 1
        elif row.country != country:
            foreign += 1
        else:
            good += 1
            if _class_of(row) is not None:  # what is not kept need not be held
                yield row
        if bad + foreign > 1000 + BAD_SHARE * good:
            break
    if foreign > BAD_SHARE * good:
        raise GazetteerError(
            "{path} is not {country}'s dump: {foreign} of its places lie in other countries.",
            path=path,
            country=country,
            foreign=foreign,
        )
    if bad > BAD_SHARE * good or good == 0:
        raise GazetteerError(
            "{path} is no GeoNames dump: {bad} of its lines do not have {columns} "
            "columns with a name and coordinates ({good} do). Download "
            "{country}.zip again.",
            path=path,
            bad=bad,
            columns=COLUMNS,
            good=good,
            country=country,
        )


def _lines(path: Path, country: str) -> Iterator[str]:
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive, archive.open(f"{country}.txt") as file:
                most = min(LARGEST_BYTES, MOST_PACKED * path.stat().st_size)
                yield from _bounded(file, path, most)
        else:
            with path.open("rb") as file:
                yield from _bounded(file, path, LARGEST_BYTES)
    except KeyError as error:
        raise GazetteerError(
            "{path} holds no {country}.txt.", path=path, country=country
        ) from error
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError, EOFError, zlib.error) as error:
        raise GazetteerError(
            "{path} cannot be read ({why}). Download it again.", path=path, why=error
        ) from error


def _bounded(file: IO[bytes], path: Path, most: int) -> Iterator[str]:
    """Yield lines, no further than the limit, whatever size a zip's entry claims."""
    size = 0
    while line := file.readline(LONGEST_LINE + 1):
        size += len(line)
        if size > most:
            raise GazetteerError(
                "{path} unpacks to more than the limit of {most:g} MB: no country's "
                "dump does. Download it again from GeoNames.",
                path=path,
                most=most / 1000000.0,
            )
        if len(line) > LONGEST_LINE:
            raise GazetteerError(
                "{path} is no GeoNames dump: it has a line of over {most} bytes.",
                path=path,
                most=LONGEST_LINE,
            )
        yield line.decode("utf-8")


def _row(line: str) -> Row | None:
    parts = line.rstrip("\r\n").split("\t")
    if len(parts) != COLUMNS or not parts[0].isdigit() or not parts[1]:
        return None
    try:
        lat, lon, people = float(parts[4]), float(parts[5]), int(parts[14] or 0)
    except ValueError:
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004 - the earth
        return None
    return Row(
        geonameid=parts[0],
        name=parts[1],
        alternates=f"{parts[2]},{parts[3]}",
        lat_deg=lat,
        lon_deg=lon,
        feature_class=parts[6],
        feature=parts[7],
        country=parts[8],
        admin2=parts[11],
        population=max(0, people),
    )
