"""Rows and records: what can't be read is set aside and named, and the rest goes on."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec
from sqlalchemy import LargeBinary, Select, Table, cast, select
from sqlalchemy.engine import Connection, Row

from incidents.decisions import Decision
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


def blob(table: Table) -> Any:
    """Return a payload as bytes, also where another program wrote it as text."""
    return cast(table.c.payload, LargeBinary)


def read_contents(connection: Connection, *, removed: bool = False) -> Contents:
    """Read all that can be read; with what is removed, where that is asked for."""
    bad: list[Unreadable] = []
    engines: dict[str, str] = {}
    texts: dict[str, Report] = {}
    for row in connection.execute(_reports(removed=removed)):
        report = _kept(bad, "report", row.id, 0, row.payload)
        if isinstance(report, Report):
            texts[row.id], engines[row.id] = report, row.engine
    found = list(_incidents(connection.execute(_incident_rows(removed=removed)), texts, bad))
    log = list(_decisions(connection, bad))
    return Contents(
        reports=tuple(texts.values()),
        incidents=tuple(found),
        decisions=tuple(log),
        unreadable=tuple(bad),
        engines=engines,
    )


def _reports(*, removed: bool) -> Select[Any]:
    columns = reports.c.id, reports.c.engine, blob(reports).label("payload")
    query = select(*columns).order_by(reports.c.ordinal, reports.c.id)
    return query if removed else query.where(reports.c.removed.is_(None))


def _incident_rows(*, removed: bool) -> Select[Any]:
    columns = incidents.c.report_id, incidents.c.ordinal, blob(incidents).label("payload")
    query = (
        select(*columns)
        .join(reports, reports.c.id == incidents.c.report_id)
        .order_by(reports.c.ordinal, reports.c.id, incidents.c.ordinal)
    )
    return query if removed else query.where(reports.c.removed.is_(None))


def _incidents(
    rows: Iterable[Row[Any]], texts: Mapping[str, Report], bad: list[Unreadable]
) -> Iterable[Incident]:
    for row in rows:
        report = texts.get(row.report_id)
        if report is None:
            # Set aside with its report, which is listed.
            continue
        one = _kept(bad, "incident", row.report_id, row.ordinal, row.payload)
        if not isinstance(one, Incident):
            continue
        wrong = faults(one, report.text)
        if wrong:
            bad.append(
                Unreadable(
                    what="incident",
                    report_id=row.report_id,
                    number=row.ordinal,
                    why="; ".join(wrong),
                )
            )
        else:
            yield one


def _decisions(connection: Connection, bad: list[Unreadable]) -> Iterable[Decision]:
    columns = decisions.c.number, decisions.c.report_id, blob(decisions).label("payload")
    for row in connection.execute(select(*columns).order_by(decisions.c.number)):
        one = _kept(bad, "decision", row.report_id, row.number, row.payload)
        if isinstance(one, Decision):
            yield one


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
