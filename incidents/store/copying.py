"""Copies of a database: a SQLite file page by page, any database row by row."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import LargeBinary, Table, delete, func, insert, select
from sqlalchemy.engine import Connection

from incidents.errors import StoreError
from incidents.records import Record
from incidents.store.connecting import Database
from incidents.store.forms import bring_up
from incidents.store.rows import blob
from incidents.store.tables import decisions, incidents, metadata, reports

_SIGN = b"SQLite format 3\0"
_AT_ONCE = 500
"""Rows held in memory."""


class Holding(Record, frozen=True, kw_only=True):
    """How much a database holds."""

    reports: int
    removed: int
    """Of the reports."""
    incidents: int
    decisions: int

    def sentence(self) -> str:
        """Say it."""
        gone = f" ({self.removed} removed)" if self.removed else ""
        return (
            f"Reports: {self.reports}{gone}. Incidents: {self.incidents}. "
            f"Decisions: {self.decisions}."
        )


def holding(connection: Connection) -> Holding:
    """Count what a database of today's form holds."""

    def count(table: Table, *where: Any) -> int:
        query = select(func.count()).select_from(table).where(*where)
        return int(connection.execute(query).scalar_one())

    return Holding(
        reports=count(reports),
        removed=count(reports, reports.c.removed.is_not(None)),
        incidents=count(incidents),
        decisions=count(decisions),
    )


def copy_file(source: Path, target: Path) -> None:
    """Copy a SQLite database as it is at one moment, also while others write to it.

    Args:
        source: only read.
        target: an empty or missing file; it becomes a single one, without a log beside it.

    Raises:
        StoreError: `source` is no SQLite database or is damaged, or there is no room.
    """
    with source.open("rb") as file:
        if file.read(len(_SIGN)) != _SIGN:
            raise StoreError(
                "{source} is no database and no backup of one. Nothing was changed.", source=source
            )
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise StoreError(
            "{source} can't be copied: {why}. Nothing was changed.", source=source, why=error
        ) from error
    damage = damage_of(target)
    if damage:
        raise StoreError(
            "{source} is damaged: {damage}. `conflict-map check` says more. Nothing was changed.",
            source=source,
            damage=damage,
        )


def damage_of(path: Path) -> str:
    """Return what is broken of a SQLite file; "" where it is whole."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            (first,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if first == "ok" else str(first)


@contextmanager
def brought_up(path: Path) -> Iterator[Database]:
    """Give a copy of a SQLite database in today's form; it is gone afterwards.

    Raises:
        StoreError: as `copy_file`, or a newer version or another program wrote it.
    """
    folder = tempfile.mkdtemp()
    try:
        copy = Path(folder) / "copy.db"
        copy_file(path, copy)
        with closing(Database(f"sqlite:///{copy}")) as database:
            database.shown = str(path)
            bring_up(database)
            yield database
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copy_rows(source: Connection, target: Connection) -> None:
    """Put one database's rows in place of another's, unread: broken ones go along.

    Args:
        source: of today's form, in one transaction.
        target: of today's form, in another; SQLite or PostgreSQL, whichever.
    """
    for table in reversed(metadata.sorted_tables):
        target.execute(delete(table))
    for table in metadata.sorted_tables:
        found = source.execute(select(*map(_read, table.c)).order_by(*table.primary_key))
        for rows in found.mappings().partitions(_AT_ONCE):
            target.execute(insert(table), [dict(row) for row in rows])
    if target.dialect.name == "postgresql":
        _count_on(target)


def _read(column: Any) -> Any:
    return blob(column.table).label("payload") if isinstance(column.type, LargeBinary) else column


def _count_on(target: Connection) -> None:
    # Given numbers don't move the sequence that gives the next one.
    following = func.coalesce(func.max(decisions.c.number), 0) + 1
    sequence = func.pg_get_serial_sequence(decisions.name, decisions.c.number.name)
    target.execute(select(func.setval(sequence, following, False)))  # noqa: FBT003 - PostgreSQL's
