"""Rows and records: what can't be read is set aside and named, and the rest goes on."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, LargeBinary, Select, Table, cast, func, select
from sqlalchemy.engine import Connection, Row

from incidents.decisions import Decision, faults_of
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.soundness import faults
from incidents.store.tables import decisions, incidents, reports

What = Literal["report", "incident", "decision"]


class Unreadable(Record, frozen=True, kw_only=True):
    """A row that can't be shown; `Store.discard` removes it."""

    what: What
    report_id: str
    number: int = 0
    """Of an incident within its report, or of a decision in the log."""
    why: str
    """What is wrong with it, for the analyst."""


class Adding(Record, frozen=True, kw_only=True):
    """How a report came here."""

    at: dt.datetime | None = None
    """When it was first added, UTC; None where that was not kept."""
    who: str = ""
    """The analyst; "" where nobody gave a name."""


class Contents(Record, frozen=True, kw_only=True):
    """All that is kept and not removed, as it was at one moment."""

    reports: tuple[Report, ...] = ()
    """In the order in which they were first added."""
    incidents: tuple[Incident, ...] = ()
    """As they were read: by report and then in text order."""
    decisions: tuple[Decision, ...] = ()
    """The whole log, the first first; also on reports that are removed now."""
    unreadable: tuple[Unreadable, ...] = ()
    engines: Mapping[str, str] = {}
    """By report id: version of rules and gazetteer that read it."""
    added: Mapping[str, Adding] = {}
    """By report id."""
    last: int = 0
    """Number of the log's last entry; 0 where there is none."""


def blob(table: Table) -> Any:
    """Return a payload as bytes, also where another program wrote it as text."""
    return cast(table.c.payload, LargeBinary)


def read_contents(connection: Connection, *, removed: bool = False) -> Contents:
    """Read all that can be read.

    Args:
        connection: within a transaction.
        removed: whether with the reports that were removed.
    """
    wanted: list[ColumnElement[bool]] = [] if removed else [reports.c.removed.is_(None)]
    bad: list[Unreadable] = []
    engines: dict[str, str] = {}
    added: dict[str, Adding] = {}
    texts: dict[str, Report] = {}
    for row in connection.execute(_reports(*wanted)):
        report = _kept(bad, "report", row.id, 0, row.payload)
        if isinstance(report, Report):
            texts[row.id], engines[row.id] = report, row.engine
            added[row.id] = _adding(row.added, row.added_by)
    found = list(_incidents(connection.execute(_incident_rows(*wanted)), texts, bad))
    log = list(_decisions(connection, bad))
    return Contents(
        reports=tuple(texts.values()),
        incidents=tuple(found),
        decisions=tuple(log),
        unreadable=tuple(bad),
        engines=engines,
        added=added,
        last=last_number(connection),
    )


def read_incidents(
    connection: Connection, report_id: str | None, *, removed: bool = False
) -> list[Incident]:
    """Read the incidents of one report, or for None of all; of removed ones where it is said.

    Neither other reports nor decisions are decoded: a folder's reports are added one by one.
    """
    wanted: list[ColumnElement[bool]] = [] if removed else [reports.c.removed.is_(None)]
    wanted += [] if report_id is None else [reports.c.id == report_id]
    rows = connection.execute(_reports(*wanted)).all()
    read = ((row.id, decode("report", row.id, row.payload)[0]) for row in rows)
    texts = {key: one for key, one in read if isinstance(one, Report)}
    return list(_incidents(connection.execute(_incident_rows(*wanted)), texts, []))


def _adding(at: str | None, who: str | None) -> Adding:
    try:
        moment = dt.datetime.fromisoformat(at) if at else None
    except ValueError:
        moment = None
    return Adding(at=moment, who=who or "")


def _reports(*wanted: ColumnElement[bool]) -> Select[Any]:
    known = reports.c.id, reports.c.engine, reports.c.added, reports.c.added_by
    return (
        select(*known, blob(reports).label("payload"))
        .where(*wanted)
        .order_by(reports.c.ordinal, reports.c.id)
    )


def _incident_rows(*wanted: ColumnElement[bool]) -> Select[Any]:
    columns = incidents.c.report_id, incidents.c.ordinal, blob(incidents).label("payload")
    return (
        select(*columns)
        .join(reports, reports.c.id == incidents.c.report_id)
        .where(*wanted)
        .order_by(reports.c.ordinal, reports.c.id, incidents.c.ordinal)
    )


def _incidents(
    rows: Iterable[Row[Any]], texts: Mapping[str, Report], bad: list[Unreadable]
) -> Iterable[Incident]:
    for row in rows:
        report = texts.get(row.report_id)
        if report is None:
            # Set aside with its report, which is listed.
            continue
        one = _kept(bad, "incident", row.report_id, row.ordinal, row.payload)
        if isinstance(one, Incident) and not _refused(
            bad, "incident", one, row.ordinal, faults(one, report.text)
        ):
            yield one


def _decisions(connection: Connection, bad: list[Unreadable]) -> Iterable[Decision]:
    columns = decisions.c.number, decisions.c.report_id, blob(decisions).label("payload")
    for row in connection.execute(select(*columns).order_by(decisions.c.number)):
        one = _kept(bad, "decision", row.report_id, row.number, row.payload)
        if isinstance(one, Decision) and not _refused(
            bad, "decision", one, row.number, list(faults_of(one.action))
        ):
            yield one


def last_number(connection: Connection) -> int:
    """Return the number of the log's last entry; 0 where there is none."""
    return int(connection.execute(select(func.max(decisions.c.number))).scalar() or 0)


def _refused(
    bad: list[Unreadable], what: What, one: Incident | Decision, number: int, wrong: list[str]
) -> bool:
    if wrong:
        bad.append(
            Unreadable(what=what, report_id=one.report_id, number=number, why="; ".join(wrong))
        )
    return bool(wrong)


_TYPES: Mapping[What, Any] = {"report": Report, "incident": Incident, "decision": Decision}


def _kept(
    bad: list[Unreadable], what: What, report_id: str, number: int, payload: bytes
) -> Report | Incident | Decision | None:
    one, why = decode(what, report_id, payload)
    if one is None:
        bad.append(Unreadable(what=what, report_id=report_id, number=number, why=why))
    return one


def decode(
    what: What, report_id: str, payload: bytes
) -> tuple[Report | Incident | Decision | None, str]:
    """Return a row's record, or None and what is wrong with it."""
    try:
        one: Report | Incident | Decision = msgspec.json.decode(payload, type=_TYPES[what])
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError) as error:
        return None, f"it is no {what}: {error}"
    named = one.id if isinstance(one, Report) else one.report_id
    if named != report_id:
        return None, f"it says it belongs to the report {named!r}"
    return one, ""
