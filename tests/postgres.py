"""A PostgreSQL server of the tests' own: in a folder that is thrown away, on a socket, no port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"
"""Whose server it is where the tests run as root, whom PostgreSQL refuses."""


def programs() -> Path | None:
    """Return the folder with `initdb` and `postgres`; None where it isn't installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    return versions[-1].parent if versions else None


def missing() -> str:
    """Say why there can be no server here; "" where there can."""
    if programs() is None:
        return "PostgreSQL isn't installed (apt-get install postgresql)"
    if find_spec("psycopg") is None:
        return "psycopg isn't installed (pip install 'conflict-map[postgres]')"
    if os.getuid() == 0 and OWNER not in {one.pw_name for one in pwd.getpwall()}:
        return f"PostgreSQL doesn't run as root, and there is no user {OWNER}"
    return ""


def new_database(first: str, name: str) -> str:
    """Make an empty database on a server; return its URL."""
    engine = create_engine(first, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return make_url(first).set(database=name).render_as_string()


@contextmanager
def server() -> Iterator[str]:
    """Run one; give the URL of its first database."""
    # A socket's path may have a hundred bytes, and pytest's own folders are longer.
    folder = Path(tempfile.mkdtemp(prefix="cm-pg-", dir="/tmp"))
    owner = pwd.getpwnam(OWNER) if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    _run(owner, folder, "initdb", "-D", data, "-U", "tests", "-A", "trust", "-N", "-E", "UTF8")
    control = ("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"-k {folder} -h ''")
    _run(owner, folder, *control, "start")
    try:
        yield f"postgresql+psycopg://tests@/postgres?host={folder}"
    finally:
        _run(owner, folder, *control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(owner: pwd.struct_passwd, folder: Path, program: str, *given: str | Path) -> None:
    found = programs()
    assert found is not None
    # Only root may become another.
    user, group = (owner.pw_uid, owner.pw_gid) if os.getuid() == 0 else (None, None)
    subprocess.run(
        [found / program, *given],
        check=True,
        capture_output=True,
        cwd=folder,
        user=user,
        group=group,
    )
