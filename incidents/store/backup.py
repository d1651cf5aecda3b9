"""Backup and restore: everything in one private file, and back into any database.

A backup is a SQLite database whatever it was taken from, so it moves what is kept from SQLite
to PostgreSQL and back as well.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from incidents.errors import StoreError
from incidents.records import Record
from incidents.store.connecting import Database, must_exist, path_of
from incidents.store.copying import (
    Holding,
    brought_up,
    copy_file,
    copy_rows,
    damage_of,
    holding,
)
from incidents.store.forms import bring_up, form_of

_ASIDE = ".before-restore"
_NOTHING = Holding(reports=0, removed=0, incidents=0, decisions=0)


class Restored(Record, frozen=True, kw_only=True):
    """What a restore did."""

    held: Holding
    """What is kept now."""
    before: str
    """The file with what was kept before; "" where nothing was."""


def back_up(url: str, target: Path, *, force: bool = False) -> Holding:
    """Write all that a database holds into one file that only its owner may read.

    Others may write to the database meanwhile; the file has the state of one moment. It is
    there whole or not at all.

    Args:
        url: the database's.
        target: the file to make.
        force: whether one that is there is written over.

    Raises:
        StoreError: there is no such database, it is empty, damaged or of a newer version; the
            file is there already or can't be written.
    """
    source = must_exist(url)
    if source is not None and _same(source, target):
        raise StoreError(
            "{target} is the database itself. Give the backup another name.", target=target
        )
    if target.exists() and not (force and target.is_file()):
        how = "or --force to write over it" if target.is_file() else "a file's"
        raise StoreError(
            "{target} is there already. Give another name, {how}.", target=target, how=how
        )
    with _beside(target) as made:
        held = _write(url, source, made)
        _publish(made, target, force=force)
    return held


def restore(source: Path, url: str) -> Restored:
    """Put a backup in place of what a database holds; that is kept in a file of its own first.

    Programs that have the database open go on with what was restored; but one that is damaged is
    renamed, and whoever has it open goes on with the damaged file until it is opened anew.

    Args:
        source: a file that `back_up` wrote, or any SQLite database of this program.
        url: the database's; made where it is missing.

    Raises:
        StoreError: `source` is missing, damaged, of a newer version or another program's, or
            the database is; nothing was changed then.
    """
    if not source.is_file():
        raise StoreError("There is no backup {source}. Check the path.", source=source)
    path = path_of(url)
    if path is not None and _same(path, source):
        raise StoreError("{source} is the database itself. Name a backup of it.", source=source)
    with brought_up(source) as copy:
        near = path or source
        renamed = _rename_damaged(path) if path is not None else ""
        with closing(Database(url)) as database:
            bring_up(database)
            with copy.reading() as old, database.writing() as new:
                # Nobody else writes from here on: what is decided is in the copy or refused.
                before = renamed or _put_aside(url, near, holding(new))
                copy_rows(old, new)
                held = holding(new)
    return Restored(held=held, before=before)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve() or (
        one.exists() and other.exists() and one.samefile(other)
    )


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give an empty private file in the same folder, from where it can be renamed."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise StoreError(
            "{target} can't be written: {why}. Give a folder that is there and "
            "that you may write to.",
            target=target,
            why=error.strerror or error,
        ) from error
    os.close(handle)
    made = Path(name)
    try:
        yield made
    finally:
        for left in (made, Path(f"{made}-journal"), Path(f"{made}-wal"), Path(f"{made}-shm")):
            left.unlink(missing_ok=True)


def _publish(made: Path, target: Path, *, force: bool) -> None:
    try:
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        if not force and target.exists():
            raise StoreError(
                "{target} is there already: another program has made it meanwhile.", target=target
            )
        made.replace(target)
    except OSError as error:
        raise StoreError(
            "{target} can't be written: {why}.", target=target, why=error.strerror or error
        ) from error


def _write(url: str, source: Path | None, made: Path) -> Holding:
    with closing(Database(url)) as database:
        if form_of(database) is None:
            raise StoreError(
                "The database {shown} is empty: there is nothing to keep.", shown=database.shown
            )
        if source is None:
            _write_rows(database, made)
        else:
            copy_file(source, made)
    with brought_up(made) as copy, copy.reading() as connection:
        return holding(connection)


def _write_rows(database: Database, made: Path) -> None:
    bring_up(database)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "copy.db"
        with closing(Database(f"sqlite:///{file}")) as copy:
            bring_up(copy)
            with database.reading() as old, copy.writing() as new:
                copy_rows(old, new)
        copy_file(file, made)


def _rename_damaged(path: Path) -> str:
    """Rename a file that can't be copied, with what another program could still read of it."""
    if not path.is_file() or path.stat().st_size == 0 or not damage_of(path):
        return ""
    aside = _free_name(path)
    for ending in ("", "-wal", "-shm"):
        one = Path(f"{path}{ending}")
        if one.exists():
            one.rename(f"{aside}{ending}")
    return str(aside)


def _put_aside(url: str, near: Path, held: Holding) -> str:
    """Keep what a database holds now beside it (or, from a server, beside the backup)."""
    if held == _NOTHING:
        return ""
    aside = _free_name(near)
    back_up(url, aside)
    return str(aside)


def _free_name(near: Path) -> Path:
    aside, number = Path(f"{near}{_ASIDE}"), 2
    while aside.exists():
        aside, number = Path(f"{near}{_ASIDE}-{number}"), number + 1
    return aside
