"""A layer as a file: Arrow's, memory-mapped, with the layer's card in its metadata."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from datasets.records import Card
from incidents.errors import DatasetError

_KEY = b"conflict_map"
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


def write_layer(path: Path, card: Card, table: Any) -> None:
    """Write a layer's file, whole or not at all.

    Raises:
        DatasetError: the folder can't be written to.
    """
    whole = table.replace_schema_metadata({_KEY: msgspec.json.encode(card)})
    new = path.with_suffix(f".{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Nobody but its owner may read what the rows tell.
        with os.fdopen(os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as to:
            _put(whole, to)
        new.replace(path)
    except OSError as error:
        raise DatasetError(
            "The layer can't be written to {folder}: {why}. Make room, or allow writing there.",
            folder=path.parent,
            why=error.strerror,
        ) from error
    finally:
        with suppress(OSError):
            new.unlink()


def _put(table: Any, to: Any) -> None:
    # A file of Arrow's has one dictionary a column.
    whole = table.unify_dictionaries()
    with pa.ipc.new_file(to, whole.schema) as writer:
        writer.write_table(whole, max_chunksize=_ROWS)


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
def read_layer(path: Path, _changed: int, _inode: int) -> Layer:
    """Return a layer; the same object as long as its file is the same.

    Raises:
        DatasetError: the file is damaged.
    """
    with _reading(path):
        table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
        return Layer(msgspec.json.decode(table.schema.metadata[_KEY], type=Card), table)


def read_card(path: Path) -> Card:
    """Return a layer's card.

    Raises:
        DatasetError: the file is damaged.
    """
    with _reading(path):
        schema = pa.ipc.open_file(pa.memory_map(str(path))).schema
        return msgspec.json.decode(schema.metadata[_KEY], type=Card)
