"""Where the index lies, and how it is replaced: whole or not at all, by one process at a time."""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import platformdirs

from incidents.errors import GazetteerError

VARIABLE = "CONFLICT_MAP_CACHE"
"""Environment variable that names another cache folder."""
UNUSED_DAYS = 30
"""A file of another release that nobody used for so long goes."""
LOCK_SECONDS = 300
"""How long a second process waits for the first one's build."""


def cache_folder() -> Path:
    """Return the cache folder, made if need be.

    Raises:
        GazetteerError: it cannot be made.
    """
    folder = Path(os.environ.get(VARIABLE) or platformdirs.user_cache_path("conflict-map"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GazetteerError(
            "The cache folder {folder} cannot be made ({why}). Set {variable} to a "
            "folder that can be written.",
            folder=folder,
            why=error.strerror,
            variable=VARIABLE,
        ) from error
    return folder


def mark_used(path: Path) -> None:
    """Note that a file of the cache was used now; its content's own date stays."""
    with suppress(OSError):
        os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns))


def drop_unused(folder: Path, pattern: str) -> None:
    """Remove files that nobody used for `UNUSED_DAYS`.

    Another release, or another working copy of this one, has data and therefore files of its
    own in the same folder; what it uses is not ours to remove.
    """
    for path in folder.glob(pattern):
        with suppress(OSError):
            found = path.stat()
            if time.time() - max(found.st_atime, found.st_mtime) > UNUSED_DAYS * 86_400:
                path.unlink()


@contextmanager
def locked(folder: Path, name: str = "build") -> Iterator[None]:
    """Hold the folder's lock; a process that dies lets go of it.

    SQLite's own file lock serves, because it is the same on every system.

    Raises:
        GazetteerError: another process holds it for longer than `LOCK_SECONDS`, or the folder
            cannot be written.
    """
    path = folder / f"{name}.lock"
    try:
        with closing(sqlite3.connect(path, timeout=LOCK_SECONDS, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        raise GazetteerError(
            "{path} cannot be locked ({why}): another build may be running, or the "
            "folder cannot be written. Wait, or set {variable} to another folder.",
            path=path,
            why=error,
            variable=VARIABLE,
        ) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path` that takes its place when the block ends well.

    Raises:
        GazetteerError: the disk is full or cannot be written; `path` is as it was.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError(
            "{parent} cannot be written ({why}).", parent=path.parent, why=error.strerror
        ) from error
    temporary = Path(name)
    try:
        yield temporary
        os.replace(temporary, path)  # noqa: PTH105 - the atomic call, named
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerError(
            "{path} could not be written ({why}); it is as it was before. Is the disk full?",
            path=path,
            why=error,
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
