"""Reports and their incidents, kept: SQLite in WAL mode by default, PostgreSQL by URL."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    insert,
    select,
)
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from incidents.errors import StoreError
from incidents.records import Incident, Place, Record, to_json
from incidents.report import Report

DATABASE_VARIABLE = "CONFLICT_MAP_DATABASE"

_metadata = MetaData()
_reports = Table(
    "reports",
    _metadata,
    Column("id", String, primary_key=True),
    Column("ordinal", Integer, nullable=False, index=True),
    Column("engine", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
_incidents = Table(
    "incidents",
    _metadata,
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
_decisions = Table(
    "decisions",
    _metadata,
    Column("report_id", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)


class Decision(Record, frozen=True, kw_only=True):
    """An analyst's own word on where a place of a report is; it outranks the geocoder."""

    report_id: str
    name: str
    """The words in the report: "Konna"; or `incident:<id>` where it holds for one incident."""
    place: Place


def default_url() -> str:
    """Return the database's URL: `CONFLICT_MAP_DATABASE`, else a file in the user's data folder."""
    given = os.environ.get(DATABASE_VARIABLE)
    if given:
        return given if "://" in given else f"sqlite:///{given}"
    return f"sqlite:///{platformdirs.user_data_path('conflict-map') / 'incidents.db'}"


class Store:
    """What has been read so far. Adding the same report twice changes nothing."""

    def __init__(self, url: str | None = None) -> None:
        """Open the database, making it where it is not there yet.

        Args:
            url: SQLAlchemy URL; `default_url()` when None.

        Raises:
            StoreError: if it can't be opened or made.
        """
        self.url = url or default_url()
        try:
            self._engine = _connect(self.url)
            _metadata.create_all(self._engine)
        except (SQLAlchemyError, OSError) as error:
            raise StoreError(
                f"The database {self._shown} can't be opened: {error}. "
                f"Set {DATABASE_VARIABLE} to a file that you may write."
            ) from error

    @property
    def _shown(self) -> str:
        # A password in the URL must not reach a log or a screen.
        return self._engine.url.render_as_string() if hasattr(self, "_engine") else "named"

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(
                f"The database {self._shown} refused: {error}. Nothing was changed; "
                "check that its disk has room and that it is not open for writing elsewhere."
            ) from error

    def put(self, report: Report, incidents: Sequence[Incident], engine: str) -> None:
        """Keep a report and what was read from it, in place of what was kept of it before.

        Args:
            report: whole, with its text.
            incidents: in text order.
            engine: version of rules and gazetteer that read it; see `reads`.
        """
        with self._transaction() as connection:
            known = connection.execute(
                select(_reports.c.ordinal).where(_reports.c.id == report.id)
            ).scalar()
            ordinal = _next_ordinal(connection) if known is None else known
            connection.execute(delete(_incidents).where(_incidents.c.report_id == report.id))
            connection.execute(delete(_reports).where(_reports.c.id == report.id))
            connection.execute(
                insert(_reports).values(
                    id=report.id, ordinal=ordinal, engine=engine, payload=to_json(report)
                )
            )
            rows = [
                {"report_id": report.id, "ordinal": n, "payload": to_json(incident)}
                for n, incident in enumerate(incidents)
            ]
            if rows:
                connection.execute(insert(_incidents), rows)

    def reads(self, report_id: str, engine: str) -> bool:
        """Tell whether this report is kept as this very engine read it."""
        with self._transaction() as connection:
            query = select(_reports.c.engine).where(_reports.c.id == report_id)
            return connection.execute(query).scalar() == engine

    def reports(self) -> list[Report]:
        """Return all reports, in the order in which they were first added."""
        with self._transaction() as connection:
            rows = connection.execute(
                select(_reports.c.payload).order_by(_reports.c.ordinal)
            ).scalars()
            return [msgspec.json.decode(row, type=Report) for row in rows]

    def incidents(self) -> list[Incident]:
        """Return all incidents, by report and then in text order."""
        query = (
            select(_incidents.c.payload)
            .join(_reports, _reports.c.id == _incidents.c.report_id)
            .order_by(_reports.c.ordinal, _incidents.c.ordinal)
        )
        with self._transaction() as connection:
            rows = connection.execute(query).scalars()
            return [msgspec.json.decode(row, type=Incident) for row in rows]

    def stamp(self) -> str:
        """Return a value that changes whenever anything kept here does."""
        with self._transaction() as connection:
            parts = connection.execute(
                select(_reports.c.id, _reports.c.engine, _reports.c.ordinal).order_by(
                    _reports.c.ordinal
                )
            ).all()
            decisions = connection.execute(select(_decisions).order_by(*_decisions.c)).all()
        return hashlib.sha256(repr((parts, decisions)).encode()).hexdigest()

    def remove(self, report_id: str) -> None:
        """Forget a report with its incidents and decisions; an unknown id is no error."""
        with self._transaction() as connection:
            for table in (_incidents, _decisions):
                connection.execute(delete(table).where(table.c.report_id == report_id))
            connection.execute(delete(_reports).where(_reports.c.id == report_id))

    def decide(self, decision: Decision) -> None:
        """Remember an analyst's decision, in place of an earlier one on the same words."""
        self.undecide(decision.report_id, decision.name)
        with self._transaction() as connection:
            connection.execute(
                insert(_decisions).values(
                    report_id=decision.report_id, name=decision.name, payload=to_json(decision)
                )
            )

    def undecide(self, report_id: str, name: str) -> None:
        """Forget a decision, so that the geocoder's own reading holds again."""
        with self._transaction() as connection:
            connection.execute(
                delete(_decisions).where(
                    _decisions.c.report_id == report_id, _decisions.c.name == name
                )
            )

    def decisions(self) -> list[Decision]:
        """Return all decisions."""
        query = select(_decisions.c.payload).order_by(_decisions.c.report_id, _decisions.c.name)
        with self._transaction() as connection:
            rows = connection.execute(query).scalars()
            return [msgspec.json.decode(row, type=Decision) for row in rows]

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()


def _next_ordinal(connection: Connection) -> int:
    last = connection.execute(
        select(_reports.c.ordinal).order_by(_reports.c.ordinal.desc()).limit(1)
    ).scalar()
    return 0 if last is None else int(last) + 1


def _connect(url: str) -> Engine:
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _write_ahead)
    return engine


def _write_ahead(connection: Any, _record: object) -> None:
    # WAL lets the dashboard read while a batch writes; the time-out waits for another writer.
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.close()
