"""Layers on disk: one Arrow file each, memory-mapped, beside the database and never in it.

No snapshot and no backup takes them along: their terms often forbid passing them on.
"""

import datetime as dt
import hashlib
import re
from pathlib import Path

import platformdirs

from datasets.forms import LICENCES
from datasets.layers import Layer, read_card, read_layer, write_layer
from datasets.mapping import Plan, remember, remembered
from datasets.opening import columns_of
from datasets.reading import read, sha256_of
from datasets.records import Card
from incidents.errors import DatasetError
from incidents.store.connecting import path_of, url_of
from incidents.table import fold

_ENDING, _ASIDE = ".arrow", ".removed"
_LONGEST = 80
"""Characters of a layer's name."""


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
        """Return the layers by name; `damaged` tells of files that are none."""
        return [one for one in self._looked_at(_ENDING) if isinstance(one, Card)]

    def put_aside(self) -> list[Card]:
        """Return the layers that were removed and can be put back."""
        return [one for one in self._looked_at(_ASIDE) if isinstance(one, Card)]

    def damaged(self) -> list[DatasetError]:
        """Say of each file that can't be read as a layer what is wrong; the others are not hurt."""
        found = (*self._looked_at(_ENDING), *self._looked_at(_ASIDE))
        return [one for one in found if isinstance(one, DatasetError)]

    def open(self, name: str) -> Layer:
        """Open a layer.

        Raises:
            DatasetError: there is none of the name, or its file is damaged.
        """
        path = self._there(name)
        found = path.stat()
        return read_layer(path, found.st_mtime_ns, found.st_ino)

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
        write_layer(self._path(card.name), card, found.table)
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

    def _looked_at(self, ending: str) -> list[Card | DatasetError]:
        return [_looked_at(path) for path in sorted(self.folder.glob(f"*{ending}"))]

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


def _looked_at(path: Path) -> Card | DatasetError:
    try:
        return read_card(path)
    except DatasetError as error:
        return error


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
