"""The gazetteer as it is read: names to places, from the index and the country packs."""

import math
import re
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from geo.cache import cache_folder
from geo.cuts import KM_PER_DEGREE
from geo.divisions import read_table
from geo.gazetteer.build import Progress, ensure_index, quiet
from geo.gazetteer.entries import Entry
from geo.gazetteer.keys import fold, key_of, split
from geo.gazetteer.schema import BIT, KINDS
from incidents.errors import GazetteerError
from incidents.finders.places.names import NameMatch

ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es"})
"""How Arabic's article is written before a name, the letter after it allowed for."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
LEAST_JOINED, LEAST_PART = 8, 4
"""Letters of a name that may be two words written as one, and of each of them."""
PACK_PATTERN = "pack-*.sqlite"
_KIND_SETS = [
    frozenset(kind for kind in KINDS if BIT[kind] & bits) for bits in range(1 << len(KINDS))
]


class Found(NamedTuple):
    """A place that bears the name, and how well it bears it."""

    entry: Entry
    official: bool
    """Whether the name is the place's canonical one, and not one of its others."""


class Gazetteer:
    """Read-only look-ups over the worldwide index and the packs beside it.

    Serves the place finder (`longest`) and the geocoder (`lookup`). One instance may be
    shared by threads: connections are opened read-only and each query is its own.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        """Open the index files, the worldwide one first.

        Raises:
            GazetteerError: a file is missing or is no index.
        """
        self._files = [_open(path) for path in paths]
        self._row = lru_cache(maxsize=60_000)(self._row_uncached)
        self.by_id = lru_cache(maxsize=20_000)(self._by_id)
        """The place with an id, None where the gazetteer has none."""
        self.lookup_key = lru_cache(maxsize=20_000)(self._lookup_key)

    def longest(self, tokens: Sequence[str], start: int) -> NameMatch | None:
        """Return the longest name that begins at `tokens[start]`; see `NameLookup`."""
        head = fold(tokens[start])
        if not head:
            return None
        first = self._row(head)
        if first is None:
            return None
        for words in range(min(first[2], len(tokens) - start), 1, -1):
            row = self._row(" ".join(fold(token) for token in tokens[start : start + words]))
            if row and row[0]:
                return NameMatch(words, _KIND_SETS[row[0]], row[1])
        if not first[0] or (first[3] and not tokens[start].isupper()):
            return None
        return NameMatch(1, _KIND_SETS[first[0]], first[1])

    def phrase_heads(self) -> frozenset[str]:
        """Return the first words of the areas by convention that begin in lower case."""
        return _phrase_heads()

    def lookup(self, name: str) -> tuple[Found, ...]:
        """Return every place that bears `name`, the most populous first."""
        key = key_of(name)
        found = self.lookup_key(key)
        if not found and (other := _other_article(key)):
            found = self.lookup_key(other) or self.lookup_key(f"el {other}")
        if not found and (parted := _CAMEL.sub(" ", name)) != name:  # "#ElFasher"
            found = self.lookup_key(key_of(parted))
        for spelling in () if found else _spellings(key):
            found = found or self.lookup_key(spelling)
        return found

    def towns_of(self, country: str) -> list[str]:
        """Return the names of a country's towns, by id, for samples and measurements."""
        query = "SELECT name FROM places WHERE country = ? AND kind = 'town' ORDER BY place_id"
        return [name for file in self._files for (name,) in file.execute(query, (country,))]

    def beginning(self, key: str, country: str = "", most: int = 40) -> list[Entry]:
        """Return places with a name that begins with a key, those of `country` first."""
        asked = (key, f"{key}~", country, most)
        rows = (row for file in self._files for row in file.execute(_BEGIN, asked))
        return list({row[0]: Entry(*row) for row in rows}.values())

    def towns_around(self, lat_deg: float, lon_deg: float, km: float) -> list[Entry]:
        """Return the towns and villages in a box of `km` to each side, past the 180th meridian."""
        high = km / KM_PER_DEGREE
        wide = min(180.0, high / max(0.01, math.cos(math.radians(lat_deg))))
        found: dict[str, Entry] = {}
        for turn in (-360.0, 0.0, 360.0):
            west, east = lon_deg + turn - wide, lon_deg + turn + wide
            if east < -180 or west > 180:  # noqa: PLR2004 - degrees
                continue
            box = (lat_deg - high, lat_deg + high, west, east)
            rows = (row for file in self._files for row in file.execute(_BOX, box))
            found |= {row[0]: Entry(*row) for row in rows}
        return list(found.values())

    def _by_id(self, place_id: str) -> Entry | None:
        for file in reversed(self._files):
            row = file.execute(f"{_SELECT} WHERE place_id = ?", (place_id,)).fetchone()
            if row:
                return Entry(*row)
        return None

    def _row_uncached(self, key: str) -> tuple[int, int, int, int] | None:
        rows = [row for file in self._files if (row := file.execute(_KEY, (key,)).fetchone())]
        if len(rows) < 2:  # noqa: PLR2004 - nothing to merge
            return rows[0] if rows else None
        kinds = 0
        for row in rows:
            kinds |= row[0]
        return (
            kinds,
            max(row[1] for row in rows),
            max(row[2] for row in rows),
            min(row[3] for row in rows if row[0]) if kinds else 0,
        )

    def _lookup_key(self, key: str) -> tuple[Found, ...]:
        found: dict[str, Found] = {}
        for file in self._files:
            for official, *row in file.execute(_PLACES, (key,)):
                entry = Entry(*row)
                known = found.get(entry.place_id)
                found[entry.place_id] = Found(
                    _fuller(known.entry, entry) if known else entry,
                    bool(official) or (known is not None and known.official),
                )
        return tuple(
            sorted(found.values(), key=lambda item: (-item.entry.population, item.entry.place_id))
        )


def _fuller(world: Entry, pack: Entry) -> Entry:
    """Join the two rows of one place: the pack knows feature and district, the world the region."""
    return pack._replace(
        region=pack.region or world.region,
        admin1=world.admin1 or pack.admin1,
        population=max(world.population, pack.population),
    )


_COLUMNS = ", ".join(f"places.{field}" for field in Entry._fields)
_SELECT = f"SELECT {_COLUMNS} FROM places"  # noqa: S608 - no data in it
_PLACES = (
    f"SELECT names.official, {_COLUMNS} FROM names JOIN places ON places.n = names.n "  # noqa: S608 - no data in it
    "WHERE names.key = ?"
)
_BEGIN = (
    f"SELECT {_COLUMNS} FROM names JOIN places ON places.n = names.n "  # noqa: S608 - no data in it
    "WHERE names.key >= ? AND names.key < ? "
    "ORDER BY places.country = ? DESC, names.official DESC, places.population DESC LIMIT ?"
)
_BOX = f"{_SELECT} WHERE kind = 'town' AND lat_deg BETWEEN ? AND ? AND lon_deg BETWEEN ? AND ?"
_KEY = "SELECT kinds, population, words, capitals FROM keys WHERE key = ?"


def _open(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute("PRAGMA mmap_size=268435456")
        connection.execute("SELECT 1 FROM meta LIMIT 1")
    except sqlite3.Error as error:
        raise GazetteerError(
            "{path} is no gazetteer index ({why}). Remove the file: it is built "
            "anew at the next start (a country pack: add it again).",
            path=path,
            why=error,
        ) from error
    return connection


def _spellings(key: str) -> Iterator[str]:
    """Yield other ways to write a name that is unknown as it stands."""
    # "Deir al-Balah" is listed as "Deir el-Balah", "Pétion-Ville" as "Pétionville".
    for one, other in ((" al ", " el "), (" el ", " al ")):
        if one in key:
            yield key.replace(one, other)
    if key.count(" ") == 1:
        yield key.replace(" ", "")
    if " " not in key and len(key) >= LEAST_JOINED:  # "Banibangou" is listed as "Bani Bangou"
        yield from (f"{key[:at]} {key[at:]}" for at in range(LEAST_PART, len(key) - LEAST_PART + 1))


def _other_article(key: str) -> str:
    """Return a key without its Arabic article, or with "al" where it has none; "" for none."""
    first, _, rest = key.partition(" ")
    if first in ARTICLES:
        return rest
    return "" if rest else f"al {key}"


@cache
def _phrase_heads() -> frozenset[str]:
    names = (
        name
        for row in read_table("vague_regions.csv")
        for name in f"{row['names_en']}|{row['names_fr']}".split("|")
    )
    firsts = (tokens[0] for name in names if len(tokens := split(name)) > 1)
    articles = {"the", "le", "la", "les", "l"}
    return frozenset(token for token in firsts if token[0].islower()) - articles


def pack_paths(folder: Path) -> list[Path]:
    """Return the country packs in the cache folder, by name."""
    return sorted(folder.glob(PACK_PATTERN))


@cache
def _opened(paths: tuple[Path, ...], _changed: tuple[int, ...]) -> Gazetteer:
    return Gazetteer(paths)


def open_gazetteer(progress: Progress = quiet) -> Gazetteer:
    """Open the gazetteer with all installed packs, building the index where it is missing.

    Opened once and shared until a pack is added or removed.

    Raises:
        GazetteerError: the index cannot be built or read.
    """
    paths = (ensure_index(progress), *pack_paths(cache_folder()))
    return _opened(paths, tuple(path.stat().st_mtime_ns for path in paths))
