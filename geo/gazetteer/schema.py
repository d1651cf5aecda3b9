"""The index's tables, and how places are written into one.

`keys` answers what the place finder asks at every capital letter: is this a name, of what
kinds of place, how big, and how many tokens may a name beginning here have?
"""

import sqlite3
from collections.abc import Callable, Iterable

from geo.gazetteer.entries import NamedEntry
from geo.gazetteer.keys import MAX_WORDS, key_of

VERSION = 10
"""Changes with the tables or the folding of names, so that old indexes are built anew."""
KINDS = (
    "country", "region", "district", "town", "water", "relief", "spot", "vague", "continent",
)  # fmt: skip
BIT = {kind: 1 << place for place, kind in enumerate(KINDS)}
"""The bit of each kind in `keys.kinds`."""
BATCH = 5000
"""Places between two words of progress."""
LESSER_NAME = 8
"""An alternate name makes a place this much less well known by it."""
OFFICIAL, OTHER = 1, 0
"""`names.official`: the canonical name (or a country's and region's any), or another one."""

_TABLES = """
CREATE TABLE places (
  n INTEGER PRIMARY KEY, place_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT NOT NULL, region TEXT NOT NULL, admin1 TEXT NOT NULL, admin2 TEXT NOT NULL,
  lat_deg REAL NOT NULL, lon_deg REAL NOT NULL, population INTEGER NOT NULL,
  feature TEXT NOT NULL, area TEXT NOT NULL
);
CREATE TABLE names (
  key TEXT NOT NULL, n INTEGER NOT NULL, official INTEGER NOT NULL, PRIMARY KEY (key, n)
) WITHOUT ROWID;
CREATE TABLE keys (
  key TEXT PRIMARY KEY, kinds INTEGER NOT NULL, population INTEGER NOT NULL,
  words INTEGER NOT NULL, capitals INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_FAST = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"


class Writer:
    """Collects places and writes them into a new index file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Make the tables in `connection`, which must be empty."""
        self._db = connection
        self._db.executescript(_FAST + _TABLES)
        self._count = 0
        self._ids: set[str] = set()
        self._names: list[tuple[str, int, int]] = []
        self._keys: dict[str, tuple[int, int, int, int]] = {}

    def add(self, places: Iterable[NamedEntry], tick: Callable[[int], None]) -> int:
        """Write places and return how many; `tick` hears the running number."""
        rows: list[tuple[object, ...]] = []
        before = self._count
        for place in places:
            if place.entry.place_id in self._ids:
                continue
            self._ids.add(place.entry.place_id)
            self._count += 1
            rows.append((self._count, *place.entry))
            self._names += self._names_of(place)
            if self._count % BATCH == 0:
                tick(self._count)
        self._db.executemany(f"INSERT INTO places VALUES ({','.join('?' * 13)})", rows)  # noqa: S608 - no data in it
        tick(self._count)
        return self._count - before

    def _names_of(self, place: NamedEntry) -> list[tuple[str, int, int]]:
        entry, all_official = place.entry, place.entry.kind != "town"
        found: dict[str, tuple[str, int, int]] = {}
        for name in (entry.name, *place.names):
            key = key_of(name)
            if not key or key in found or len(key) < 2:  # noqa: PLR2004 - one letter is no name
                continue
            words = key.count(" ") + 1
            if words > MAX_WORDS:
                continue
            official = OFFICIAL if all_official or name == entry.name else OTHER
            people = entry.population if official else entry.population // LESSER_NAME
            found[key] = (key, self._count, official)
            self._note(key, words, entry.kind, people, capitals=name.isupper())
        return list(found.values())

    def _note(self, key: str, words: int, kind: str, population: int, *, capitals: bool) -> None:
        old = self._keys.get(key)
        if old is None:
            self._keys[key] = (BIT[kind], population, 1, int(capitals))
        else:
            self._keys[key] = (
                old[0] | BIT[kind], max(old[1], population), old[2], min(old[3], int(capitals)),
            )  # fmt: skip
        if words > 1:
            head = key.split(" ", 1)[0]
            kinds, people, longest, upper = self._keys.get(head, (0, 0, 1, 1))
            self._keys[head] = (kinds, people, max(longest, words), upper)

    def finish(self, meta: dict[str, str]) -> None:
        """Write the key table and the meta data and commit."""
        self._db.executemany(
            "INSERT INTO keys VALUES (?,?,?,?,?)",
            ((key, *row) for key, row in sorted(self._keys.items())),
        )
        # In order, each row goes to the end of its table: three times as fast.
        self._names.sort()
        self._db.executemany("INSERT INTO names VALUES (?,?,?)", self._names)
        self._db.execute("CREATE UNIQUE INDEX by_id ON places (place_id)")
        self._db.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
        self._db.commit()
