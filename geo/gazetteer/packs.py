"""Country packs: a GeoNames dump as one more index beside the worldwide one."""

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from geo.cache import cache_folder, locked, replacing
from geo.gazetteer.build import Progress, quiet
from geo.gazetteer.dumps import read_dump
from geo.gazetteer.entries import NamedEntry
from geo.gazetteer.schema import VERSION, Writer
from incidents.errors import GazetteerError
from incidents.records import Record


class Pack(Record, frozen=True, kw_only=True):
    """An installed pack."""

    name: str
    """Country code, with `.adm2` for second-level boundaries: `ML`, `ML.adm2`."""
    source: str
    """File or address it came from."""
    sha256: str
    added: str
    """Date, ISO 8601."""
    places: int
    size_bytes: int


def country_code(given: str) -> str:
    """Check an ISO 3166-1 alpha-2 code.

    Raises:
        GazetteerError: it is none.
    """
    import pycountry  # noqa: PLC0415 - takes a while, and only the command line asks

    code = given.strip().upper()
    if code != "XK" and pycountry.countries.get(alpha_2=code) is None:
        raise GazetteerError(
            "{given!r} is no two-letter country code, such as ML (ISO 3166-1).", given=given
        )
    return code


def add_pack(file: Path, country: str, *, source: str = "", progress: Progress = quiet) -> Pack:
    """Add or replace a country's pack; on any error the gazetteer stays as it was.

    Args:
        file: GeoNames' dump, `ML.txt` or `ML.zip`.
        country: ISO 3166-1 alpha-2.
        source: what is noted as its origin; the file's name by default.
        progress: hears what is being done.

    Raises:
        GazetteerError: the file is wrong or broken, or the cache cannot be written.
    """
    if not file.is_file():
        raise GazetteerError("There is no file {file}.", file=file)
    progress("Reading the dump", 0.1)
    entries = read_dump(file, country)
    with file.open("rb") as packed:
        digest = hashlib.file_digest(packed, "sha256").hexdigest()
    progress("Writing the index", 0.5)
    return write_pack(country, entries, source=source or file.name, sha256=digest)


def write_pack(name: str, entries: Iterable[NamedEntry], *, source: str, sha256: str) -> Pack:
    """Write a pack's index in the place of an earlier one."""
    path = pack_path(name)
    added = dt.datetime.now(dt.UTC).date().isoformat()
    with (
        locked(path.parent),
        replacing(path) as temporary,
        closing(sqlite3.connect(temporary)) as connection,
    ):
        writer = Writer(connection)
        count = writer.add(entries, lambda _count: None)
        meta = {"version": str(VERSION), "name": name, "source": source, "sha256": sha256}
        writer.finish(meta | {"added": added, "places": str(count)})
    return _read(path)


def pack_path(name: str) -> Path:
    """Return where a pack's index lies."""
    return cache_folder() / f"pack-{name}.sqlite"


def list_packs() -> list[Pack]:
    """Return the installed packs by name; a broken file is reported as such."""
    return [_read(path) for path in sorted(cache_folder().glob("pack-*.sqlite"))]


def remove_pack(name: str) -> None:
    """Remove a pack.

    Raises:
        GazetteerError: there is none, or the file cannot be removed.
    """
    path = pack_path(name)
    with locked(path.parent):
        try:
            path.unlink()
        except FileNotFoundError:
            known = ", ".join(pack.name for pack in list_packs()) or "none"
            raise GazetteerError(
                "No pack {name} is installed (installed: {known}).", name=name, known=known
            ) from None
        except OSError as error:
            raise GazetteerError(
                "{path} cannot be removed ({why}).", path=path, why=error.strerror
            ) from error


def _read(path: Path) -> Pack:
    name = path.stem.removeprefix("pack-")
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        meta = {"source": f"broken ({error}): remove it and add it again"}
    return Pack(
        name=name,
        source=meta.get("source", ""),
        sha256=meta.get("sha256", ""),
        added=meta.get("added", ""),
        places=int(meta.get("places", 0)),
        size_bytes=path.stat().st_size,
    )
