"""Layers on disk: one Arrow file each, memory-mapped, beside the database and never in it.

No snapshot and no backup takes them along: their terms often forbid passing them on.
"""

import datetime as dt
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
import pyarrow as pa

from datasets.forms import LICENCES
from datasets.mapping import Plan, remember, remembered
from datasets.opening import columns_of
from datasets.reading import Read, read, sha256_of
from datasets.records import Card
from incidents.errors import DatasetError
from incidents.store.connecting import path_of, url_of
from incidents.table import fold

_KEY = b"conflict_map"
_ENDING, _ASIDE = ".arrow", ".removed"
_LONGEST = 80
"""Characters of a layer's name."""
_ROWS = 1 << 16
"""Of a batch on disk."""


@dataclass(frozen=True)
class Layer:
    """A layer with its rows.

    Attributes:
        card: what is known of it.
        table: the record's columns, then the file's own under `given:`; read from the disk as
            they are asked for.
    """

    card: Card
    table: Any


class Shelf:
    """The layers beside one database."""

    def __init__(self, database: str | None = None) -> None:
        """Name the folder; nothing is made yet.

        Args:
            database: its file or URL; None is the one that is used otherwise. Layers of a
                database on a server lie in the user's data folder.
        """
        path = path_of(url_of(database))
        home = platformdirs.user_data_path("conflict-map") / "incidents.db"
        self.folder = (path or home).with_suffix(".layers")

    def cards(self) -> list[Card]:
        """Return the layers by name."""
        return [_card(path) for path in sorted(self.folder.glob(f"*{_ENDING}"))]

    def put_aside(self) -> list[Card]:
        """Return the layers that were removed and can be put back."""
        return [_card(path) for path in sorted(self.folder.glob(f"*{_ASIDE}"))]

    def open(self, name: str) -> Layer:
        """Open a layer.

        Raises:
            DatasetError: there is none of the name, or its file is damaged.
        """
        path = self._there(name)
        found = path.stat()
        return _opened(path, found.st_mtime_ns, found.st_ino)

    def plan(self, path: Path) -> Plan | None:
        """Return the mapping that was kept for the columns of a file; None where none was."""
        return remembered(self._mappings, columns_of(path))

    def add(
        self, path: Path, *, name: str = "", plan: Plan | None = None, licence: str = "",
        source: str = "",
    ) -> Card:  # fmt: skip
        """Read a file and keep it as a layer; a mapping that is given is kept too.

        Args:
            path: the file.
            name: the layer's; the file's own where none is given.
            plan: what the columns hold; the kept one where none is given.
            licence: a line; the form's own, or the mapping's, where none is given.
            source: the file's name where `path` is a copy under another.

        Raises:
            DatasetError: it can't be read or kept, or there is another layer of the name.
        """
        said = _name(name or Path(source or path).stem)
        self._refuse_taken(said)
        given = plan or self.plan(path)
        found = read(path, given)
        if plan is not None:
            remember(self._mappings, columns_of(path), plan)
        card = Card(
            name=said,
            form=found.form,
            fields=found.fields,
            held=found.held,
            numbers=found.numbers,
            source=source or path.name,
            licence=licence or (given.licence if given else "") or LICENCES[found.form],
            imported=dt.datetime.now(dt.UTC).date().isoformat(),
            sha256=sha256_of(path),
            losses=found.losses,
        )
        self._write(card, found)
        return card

    def remove(self, name: str) -> Card:
        """Put a layer aside, so that it can be put back.

        Raises:
            DatasetError: there is none of the name, or another of it lies aside already.
        """
        card, path = self.open(name).card, self._there(name)
        aside = path.with_suffix(_ASIDE)
        if aside.is_file():
            raise DatasetError(
                "Another layer “{name}” was removed before and can still be put back. Delete that "
                "one for good first.",
                name=name,
            )
        path.replace(aside)
        return card

    def put_back(self, name: str) -> None:
        """Bring a layer back that was put aside.

        Raises:
            DatasetError: none of the name was, or there is another by now.
        """
        self._refuse_taken(name)
        path = self._aside(name)
        path.replace(path.with_suffix(_ENDING))

    def erase(self, name: str) -> None:
        """Delete a layer for good; one of the name that was put aside stays there.

        Raises:
            DatasetError: there is none of the name.
        """
        self._there(name).unlink()

    def erase_removed(self, name: str) -> None:
        """Delete a layer for good that was put aside; one of the name that is in use stays.

        Raises:
            DatasetError: none of the name was.
        """
        self._aside(name).unlink()

    @property
    def _mappings(self) -> Path:
        return self.folder / "mappings"

    def _path(self, name: str) -> Path:
        return self.folder / f"{_slug(name)}{_ENDING}"

    def _there(self, name: str) -> Path:
        path = self._path(name)
        if not path.is_file():
            names = ", ".join(card.name for card in self.cards())
            raise DatasetError(
                "There is no layer “{name}”. There are: {names}.", name=name, names=names or "none"
            )
        return path

    def _aside(self, name: str) -> Path:
        path = self._path(name).with_suffix(_ASIDE)
        if not path.is_file():
            raise DatasetError("No layer “{name}” was removed.", name=name)
        return path

    def _refuse_taken(self, name: str) -> None:
        if self._path(name).is_file():
            raise DatasetError(
                "There is a layer “{name}” already. Remove it first, or give another name.",
                name=name,
            )

    def _write(self, card: Card, found: Read) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._path(card.name)
        table = found.table.replace_schema_metadata({_KEY: msgspec.json.encode(card)})
        new = path.with_suffix(f".{os.getpid()}.new")
        try:
            # Nobody but its owner may read what the rows tell.
            with os.fdopen(os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as to:
                _put(table, to)
            new.replace(path)
        except OSError as error:
            raise DatasetError(
                "The layer can't be written to {folder}: {why}. Make room, or allow writing there.",
                folder=self.folder,
                why=error.strerror,
            ) from error
        finally:
            new.unlink(missing_ok=True)


def _put(table: Any, to: Any) -> None:
    # A file of Arrow's has one dictionary a column.
    whole = table.unify_dictionaries()
    with pa.ipc.new_file(to, whole.schema) as writer:
        writer.write_table(whole, max_chunksize=_ROWS)


def _slug(name: str) -> str:
    folded = fold(name)
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if slug and not any(letter.isalnum() and not letter.isascii() for letter in folded):
        return slug
    # "Мали 2024" and "Нигер 2024" have only the year in common.
    told_apart = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{slug}-{told_apart}".strip("-")


def _name(given: str) -> str:
    words = " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", given).split())
    if not words:
        raise DatasetError("Give the layer a name.")
    return words[:_LONGEST]


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (pa.ArrowInvalid, OSError, KeyError, TypeError, msgspec.DecodeError) as error:
        raise DatasetError(
            "The layer {path} is damaged: {why}. Remove the file and bring the data in anew.",
            path=path,
            why=error,
        ) from error


@lru_cache(maxsize=16)
def _opened(path: Path, _changed: int, _inode: int) -> Layer:
    with _reading(path):
        table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
        return Layer(msgspec.json.decode(table.schema.metadata[_KEY], type=Card), table)


def _card(path: Path) -> Card:
    with _reading(path):
        schema = pa.ipc.open_file(pa.memory_map(str(path))).schema
        return msgspec.json.decode(schema.metadata[_KEY], type=Card)
