"""The store: SQLite in WAL mode by default, PostgreSQL by URL; one transaction an action."""

import copy
import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, Update, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from incidents.decisions import Decision
from incidents.errors import StoreError
from incidents.records import Incident, Record, to_json
from incidents.report import Report
from incidents.store.connecting import Database, default_url
from incidents.store.erasing import drop_decisions, erase_report
from incidents.store.forms import bring_up
from incidents.store.rivals import refuse_rivals
from incidents.store.rows import (
    Contents,
    Unreadable,
    blob,
    decode,
    last_number,
    read_contents,
    read_incidents,
)
from incidents.store.stamp import Stamp
from incidents.store.tables import decisions, incidents, reports


class Kept(Record, frozen=True, kw_only=True):
    """What is kept of one report."""

    report: Report | None
    """None where its row can't be read."""
    engine: str
    """Version of rules and gazetteer that read it."""
    removed: bool


class Removed(Record, frozen=True, kw_only=True):
    """A report that was removed and can be put back."""

    report: Report
    at: dt.datetime
    """When it was removed, UTC."""


class Store:
    """What has been read so far. Adding the same report twice changes nothing."""

    def __init__(self, url: str | None = None) -> None:
        """Open the database; it is made where it is missing, and an older form brought up.

        Args:
            url: SQLAlchemy URL; `default_url()` when None.

        Raises:
            StoreError: it can't be opened or made, or a newer version wrote it.
        """
        self.url = url or default_url()
        self._database = Database(self.url)
        bring_up(self._database)
        self._stamp = Stamp(self._database)

    def for_reading(self, refusal: str) -> "Store":
        """Return the same store with all writing refused.

        Args:
            refusal: what `StoreError` says then.
        """
        made = copy.copy(self)
        made._database = self._database.for_reading(refusal)  # noqa: SLF001 - of this very class
        return made

    def put(
        self,
        report: Report,
        found: Sequence[Incident],
        engine: str,
        *,
        who: str = "",
        expected: Report | None = None,
    ) -> None:
        """Keep a report and what was read from it, in place of what was kept of it before.

        A report that was removed is shown again, unless something else was expected.

        Args:
            report: whole, with its text.
            found: its incidents in text order.
            engine: version of rules and gazetteer that read it.
            who: adds it; kept where the report is new.
            expected: the report as it was kept when this reading began; None overwrites whatever
                is there.

        Raises:
            StoreError: something else is kept than was expected, or the report was removed.
        """
        before = [] if expected is None else [expected]
        self.put_all([(report, found, engine)], who=who, expected=before)

    def put_all(
        self,
        read: Iterable[tuple[Report, Sequence[Incident], str]],
        made: Iterable[Decision] = (),
        restored: Iterable[str] = (),
        who: str = "",
        expected: Iterable[Report] = (),
    ) -> None:
        """Keep several reports, as `put` does, and decisions with them: all or nothing.

        Args:
            read: reports, their incidents and who read them.
            made: decisions, as `record` takes them.
            restored: ids of removed reports that are shown again.
            who: adds the reports; kept of those that are new.
            expected: reports as they must be kept still.

        Raises:
            StoreError: one of them is not kept so any more; nothing was changed.
        """
        rows = [_rows(*one) for one in read]
        first = {"added": dt.datetime.now(tz=dt.UTC).isoformat(), "added_by": who or None}
        log = [_row(one) for one in made]
        with self._database.writing() as connection:
            for one in expected:
                _refuse_changed(connection, one)
            for report, found in rows:
                _put(connection, report, found, first)
            for row in log:
                _upsert(connection, decisions, row, {})
            for report_id in restored:
                connection.execute(_mark(report_id, None))

    def kept(self, report_id: str) -> Kept | None:
        """Return what is kept of a report, also of a removed one; None where nothing is."""
        columns = reports.c.engine, reports.c.removed, blob(reports).label("payload")
        with self._database.reading() as connection:
            row = connection.execute(select(*columns).where(reports.c.id == report_id)).first()
        if row is None:
            return None
        report, _ = decode("report", report_id, row.payload)
        return Kept(
            report=report if isinstance(report, Report) else None,
            engine=row.engine,
            removed=row.removed is not None,
        )

    def contents(self) -> Contents:
        """Return all that is shown, as it is at one moment, with what can't be read."""
        with self._database.reading() as connection:
            return read_contents(connection)

    def reports(self) -> list[Report]:
        """Return all reports, in the order in which they were first added."""
        return list(self.contents().reports)

    def incidents(self, report_id: str | None = None, *, removed: bool = False) -> list[Incident]:
        """Return incidents as they were read, by report and then in text order.

        Args:
            report_id: whose; None for those of all reports.
            removed: whether with those of removed reports.
        """
        with self._database.reading() as connection:
            return read_incidents(connection, report_id, removed=removed)

    def decisions(self) -> list[Decision]:
        """Return the whole log of decisions, the first first."""
        return list(self.contents().decisions)

    def last(self) -> int:
        """Return the number of the log's last entry, as `Contents.last`."""
        with self._database.reading() as connection:
            return last_number(connection)

    def stamp(self) -> str:
        """Return a value that changes whenever anything kept here does."""
        return self._stamp.value()

    def record(
        self, made: Iterable[Decision], seen: int | None = None, mine: Collection[str] = ()
    ) -> None:
        """Add decisions to the log: all or none; one that is in it already is added once.

        Once this returns they are on the disk.

        Args:
            made: in the order in which they hold.
            seen: `Contents.last` as the analyst saw it; None overrules whoever decided since.
            mine: ids of the analyst's own entries since then.

        Raises:
            RivalError: somebody else decided on the same incident since.
        """
        log = list(made)
        rows = [_row(one) for one in log]
        with self._database.writing() as connection:
            if seen is not None:
                refuse_rivals(connection, log, seen, mine)
            for row in rows:
                _upsert(connection, decisions, row, {})

    def remove(self, report_id: str) -> None:
        """Show a report no more; it is kept, with all that was read and decided.

        An unknown id, and one that is removed already, are no error.
        """
        now = dt.datetime.now(tz=dt.UTC).isoformat()
        with self._database.writing() as connection:
            connection.execute(_mark(report_id, now).where(reports.c.removed.is_(None)))

    def restore(self, report_id: str) -> None:
        """Show a removed report again, with all that was read and decided."""
        self.put_all([], restored=[report_id])

    def removed(self) -> list[Removed]:
        """Return the removed reports, the last removed first."""
        columns = reports.c.id, reports.c.removed, blob(reports).label("payload")
        query = select(*columns).where(reports.c.removed.is_not(None))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(reports.c.removed.desc())).all()
        read = ((decode("report", row.id, row.payload)[0], row.removed) for row in rows)
        return [
            Removed(report=report, at=dt.datetime.fromisoformat(at))
            for report, at in read
            if isinstance(report, Report)
        ]

    def erase(self, report_id: str) -> None:
        """Delete a report with all that was read and decided, for good; it can't be put back."""
        with self._database.writing() as connection:
            erase_report(connection, report_id)
        self._database.forget()

    def discard(self, one: Unreadable) -> None:
        """Delete a row that can't be read, for good; a report goes with its incidents."""
        with self._database.writing() as connection:
            own = incidents.c.report_id == one.report_id
            if one.what == "decision":
                drop_decisions(connection, [one.number])
                return
            if one.what == "incident":
                own &= incidents.c.ordinal == one.number
            connection.execute(delete(incidents).where(own))
            if one.what == "report":
                connection.execute(delete(reports).where(reports.c.id == one.report_id))

    def close(self) -> None:
        """Give back the connections."""
        self._stamp.close()
        self._database.close()


def _rows(
    report: Report, found: Sequence[Incident], engine: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Encode what is to be kept, before anything is locked."""
    try:
        payload = to_json(report)
        rows = [
            {"report_id": report.id, "ordinal": n, "payload": to_json(one)}
            for n, one in enumerate(found)
        ]
    except UnicodeEncodeError as error:
        raise StoreError(
            "The report {name!a} can't be kept: its character {sign!a} is none "
            "that can be written (half of a surrogate pair). Save the report as "
            "UTF-8 once more.",
            name=report.name,
            sign=error.object[error.start],
        ) from error
    return {"id": report.id, "engine": engine, "payload": payload, "removed": None}, rows


def _mark(report_id: str, removed: str | None) -> Update:
    return update(reports).where(reports.c.id == report_id).values(removed=removed)


def _row(one: Decision) -> dict[str, Any]:
    return {"id": one.id, "report_id": one.report_id, "payload": to_json(one)}


def _refuse_changed(connection: Connection, expected: Report) -> None:
    """Refuse to overwrite what somebody else has made of a report meanwhile."""
    kept = select(blob(reports).label("payload")).where(
        reports.c.id == expected.id, reports.c.removed.is_(None)
    )
    payload = connection.execute(kept).scalar()
    if payload is None or decode("report", expected.id, payload)[0] != expected:
        raise StoreError(
            "The report “{name}” was changed or removed by somebody else meanwhile. Nothing was "
            "overwritten; look at it as it is now, then do it again.",
            name=expected.name,
        )


def _put(
    connection: Connection,
    report: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    first: Mapping[str, Any],
) -> None:
    following = select(func.coalesce(func.max(reports.c.ordinal), -1) + 1).scalar_subquery()
    _upsert(connection, reports, {**report, **first, "ordinal": following}, report)
    connection.execute(delete(incidents).where(incidents.c.report_id == report["id"]))
    if rows:
        connection.execute(insert(incidents), rows)


def _upsert(
    connection: Connection, table: Table, row: Mapping[str, Any], changes: Mapping[str, Any]
) -> None:
    """Insert a row; where its `id` is there already, make these changes, or none."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    made = dialect.insert(table).values(**row)
    if changes:
        connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=changes))
    else:
        connection.execute(made.on_conflict_do_nothing(index_elements=["id"]))
