"""One value for all that is kept, by which the pages know that somebody wrote."""

import hashlib
import threading
from typing import Any

from sqlalchemy import Table, func, select, text

from incidents.store.connecting import Database
from incidents.store.rows import blob
from incidents.store.tables import decisions, incidents, reports

_SNAPSHOT = text("SELECT CAST(pg_current_snapshot() AS text)")


class Stamp:
    """A hash of all that is kept, made anew only when somebody wrote."""

    def __init__(self, database: Database) -> None:
        """Watch a database."""
        self._database = database
        self._lock = threading.Lock()
        self._watch = database.engine.raw_connection() if database.path else None
        self._known: tuple[object, str] | None = None

    def value(self) -> str:
        """Return the hash of what is kept now."""
        with self._lock:
            version = self._data_version()
            if self._known is None or version is None or self._known[0] != version:
                self._known = version, self._digest()
            return self._known[1]

    def _data_version(self) -> object:
        if self._watch is not None:
            # SQLite counts what all other connections commit.
            return self._watch.cursor().execute("PRAGMA data_version").fetchone()
        if self._database.engine.dialect.name != "postgresql":
            return None
        # Which transactions are over: whoever sees the same of them sees the same data. One that
        # only reads has no number, so nothing moves while nobody writes on that server.
        with self._database.reading() as connection:
            return connection.execute(_SNAPSHOT).scalar_one()

    def _digest(self) -> str:
        digest = hashlib.sha256()
        with self._database.reading() as connection:
            for table in (reports, incidents, decisions):
                columns = [c for c in table.c if c.name != "payload"]
                payload = self._payload(table)
                for row in connection.execute(select(*columns, payload).order_by(*columns)):
                    *named, payload = row
                    digest.update(f"{named!r}{len(payload)}\0".encode())
                    digest.update(payload)
        return digest.hexdigest()

    def _payload(self, table: Table) -> Any:
        if self._database.engine.dialect.name != "postgresql":
            return blob(table)
        # Hashed over there: the texts need not come over the network at every look.
        return func.convert_to(func.md5(blob(table)), "UTF8")

    def close(self) -> None:
        """Give back the connection."""
        if self._watch is not None:
            self._watch.close()
