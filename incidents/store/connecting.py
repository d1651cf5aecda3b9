"""How the database is reached: one transaction an action, written through to the disk, private."""

import copy
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import SQLAlchemyError

from incidents.errors import StoreError

DATABASE_VARIABLE = "CONFLICT_MAP_DATABASE"
WAIT_SECONDS = 10
"""How long one who writes waits for another."""
_WRITES = "conflict_map_writes"
_ONE_WRITER = 6_316_011
"""The lock, of any number, that those who write to one PostgreSQL database take in turn."""


def default_url() -> str:
    """Return the database's URL: `CONFLICT_MAP_DATABASE`, else a file in the user's data folder."""
    return url_of(None)


def _default_path() -> str:
    return str(platformdirs.user_data_path("conflict-map") / "incidents.db")


def url_of(database: str | None) -> str:
    """Return the URL of a database that is named by its URL or, for SQLite, by its file.

    None names the one that is used otherwise: `default_url`'s.
    """
    name = database or os.environ.get(DATABASE_VARIABLE) or _default_path()
    if "://" not in name:
        return f"sqlite:///{name}"
    # Without a driver's name SQLAlchemy's versions mean different ones.
    server = re.match(r"postgres(?:ql)?://", name)
    return f"postgresql+psycopg://{name[server.end() :]}" if server else name


class Database:
    """A database, and the only two ways to it: `reading` and `writing`."""

    def __init__(self, url: str) -> None:
        """Name the database; nothing is opened yet, but a SQLite file is made private.

        Raises:
            StoreError: the URL means nothing, or the file can't be made.
        """
        self.refusal = ""
        try:
            given = make_url(url)
            self.shown = given.render_as_string(hide_password=True)
            self.path = path_of(url)
            if self.path:
                _make_private(self.path)
            self.engine = _engine(url)
        except (SQLAlchemyError, ImportError, OSError, ValueError) as error:
            # An unreadable URL may hold a password: it is not shown.
            shown = getattr(self, "shown", "that was named")
            raise StoreError(
                "The database {shown} can't be opened: {why}. {remedy}",
                shown=shown,
                why=error,
                remedy=_remedy(error),
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database from beginning to end.

        Raises:
            StoreError: it can't be read.
        """
        try:
            with self.engine.connect() as connection:
                if connection.dialect.name == "postgresql":
                    # Else each of several queries would see what others wrote in between.
                    connection.execution_options(isolation_level="REPEATABLE READ")
                with connection.begin():
                    yield connection
        except SQLAlchemyError as error:
            raise StoreError(
                "The database {shown} can't be read: {why}", shown=self.shown, why=_said(error)
            ) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept when the block ends, or none.

        Raises:
            StoreError: another program writes for too long, the disk is full or read-only; or
                this one is for reading.
        """
        if self.refusal:
            raise StoreError(self.refusal)
        try:
            with self.engine.connect() as connection:
                connection.execution_options(**{_WRITES: True})
                with connection.begin():
                    yield connection
        except SQLAlchemyError as error:
            raise StoreError(
                "The database {shown} can't be written: {why} Nothing was changed.",
                shown=self.shown,
                why=_said(error),
            ) from error

    def for_reading(self, refusal: str) -> "Database":
        """Return the same database with `writing` refused.

        Args:
            refusal: what is said then.
        """
        made = copy.copy(self)
        made.refusal = refusal
        return made

    def forget(self) -> None:
        """Empty SQLite's log of writes, which holds for a while what was just deleted."""
        if self.path is None:
            return
        raw = self.engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    def close(self) -> None:
        """Give back the connections."""
        self.engine.dispose()


def _remedy(error: Exception) -> str:
    if isinstance(error, ImportError) and "psycopg" in str(error):
        return "PostgreSQL needs its driver: pip install 'conflict-map[postgres]'."
    return f"Set {DATABASE_VARIABLE} to a file that you may write."


def _said(error: SQLAlchemyError) -> str:
    # The driver's own words: SQLAlchemy's have the statement with a report's text in it.
    words = " ".join(str(getattr(error, "orig", None) or error).split()).rstrip(".")
    if "locked" in words or "lock timeout" in words:
        return (
            f"another program is writing it and was not done within {WAIT_SECONDS} seconds "
            f"({words}). Wait for that program or close it, then try again."
        )
    if "full" in words:
        return f"{words}. Make room on its disk, then try again."
    if "readonly" in words or "read-only" in words:
        return f"{words}. Allow writing to the file and its folder, or to the server's database."
    if "connection" in words:
        return f"{words}. Check that the server runs, and the URL's host, port, name and password."
    return f"{words}. `conflict-map check` looks it over."


def path_of(url: str) -> Path | None:
    """Return a SQLite database's file; None for one in memory or on a server."""
    given = make_url(url)
    name = given.database or ""
    in_file = given.drivername.startswith("sqlite") and not name.startswith((":memory:", "file:"))
    return Path(name) if in_file and name else None


def must_exist(url: str) -> Path | None:
    """Return a SQLite database's file, as `path_of`.

    Raises:
        StoreError: there is none; a mistyped name must make no new, empty one.
    """
    path = path_of(url)
    if path is not None and not path.is_file():
        raise StoreError("There is no database {path}. Check the path.", path=path)
    return path


def _make_private(path: Path) -> None:
    """Make the file if it is missing; nobody but its owner may read what reports tell."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder")
    if not path.exists():
        path.touch(mode=0o600)
    elif path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077 and _own(path):
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o077)


def _own(path: Path) -> bool:
    # Windows has neither owners by number nor these modes.
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()


def _engine(url: str) -> Engine:
    # A connection that the server closed meanwhile is replaced, and not the analyst's failure.
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _take_turns)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # Transactions begin where `_begin` says, and not where the driver guesses.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
    # A confirmed decision survives a power cut, not only the program's end.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    # What is erased leaves no words behind in the file.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # IMMEDIATE: two who read and then write would else both read the same, and one fail.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _take_turns(connection: Connection) -> None:
    if not connection.get_execution_options().get(_WRITES):
        return
    # As SQLite's IMMEDIATE: decisions are numbered in the order in which they are kept.
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
    connection.exec_driver_sql("SET LOCAL synchronous_commit = on")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})")


def write_ahead(database: Database) -> None:
    """Let a SQLite database be read while another program writes to it; kept in the file."""
    if database.path is None:
        return
    raw = database.engine.raw_connection()
    try:
        cursor = raw.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.Error as error:
        raise StoreError(
            "The database {shown} can't be opened: {why}.", shown=database.shown, why=error
        ) from error
    finally:
        raw.close()
