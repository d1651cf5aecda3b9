"""Deleting for good: every word of an erased report goes, what was decided of others stays."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from incidents.anchors import Anchor
from incidents.decisions import Decision, Join, TakeApart, TakeBack, touched
from incidents.records import to_json
from incidents.store.rows import blob, decode, last_number
from incidents.store.tables import decisions, incidents, reports

ERASED = "erased"
"""Stands for the id of an erased report, where it is one of those that a decision joins."""
_LEAST = 2


def erase_report(connection: Connection, report_id: str) -> None:
    """Delete a report, what was read of it, and every word of it that a decision quotes.

    A joining of incidents of other reports goes on holding, as it does while a report is removed:
    the erased one keeps its place in it, without its words.

    Args:
        connection: within a transaction.
        report_id: whose.
    """
    log = _log(connection)
    kept = _left(list(log.values()), report_id)
    for number, one in log.items():
        if one.id in kept:
            left = kept[one.id]
            changes = {"report_id": left.report_id, "payload": to_json(left)}
            connection.execute(_at(number).values(**changes))
    quoting = _quoting(log, report_id, kept)
    unread = select(decisions.c.number).where(decisions.c.report_id == report_id)
    drop_decisions(connection, [*quoting, *connection.scalars(unread)])
    connection.execute(delete(incidents).where(incidents.c.report_id == report_id))
    connection.execute(delete(reports).where(reports.c.id == report_id))


def drop_decisions(connection: Connection, numbers: Iterable[int]) -> None:
    """Delete entries of the log; the highest number stays taken as long as any is left.

    SQLite would give it to the next entry, which whoever looked at the log before would take for
    one already seen. So the last entry that is left takes the number over.
    """
    last = last_number(connection)
    for number in numbers:
        connection.execute(delete(decisions).where(decisions.c.number == number))
    left = last_number(connection)
    if 0 < left < last:
        connection.execute(_at(left).values(number=last))


def _at(number: int) -> Any:
    return update(decisions).where(decisions.c.number == number)


def _log(connection: Connection) -> Mapping[int, Decision]:
    """Return the log by number; what can't be read is no joining that could be kept."""
    columns = decisions.c.number, decisions.c.report_id, blob(decisions).label("payload")
    found = {}
    for row in connection.execute(select(*columns).order_by(decisions.c.number)):
        one, _why = decode("decision", row.report_id, row.payload)
        if isinstance(one, Decision):
            found[row.number] = one
    return found


def _is_about(one: Decision, report_id: str) -> bool:
    return any(key == report_id for key, _anchor in touched(one))


def _left(log: Iterable[Decision], report_id: str) -> dict[str, Decision]:
    """Return by id what stays of the decisions that quote a report, without its words."""
    log = list(log)
    joins = [
        one for one in log if isinstance(one.action, Join | TakeApart) and _is_about(one, report_id)
    ]
    met = Counter(key for one in joins for key in _quoted(one, report_id))
    kept: dict[str, Decision] = {}
    names: dict[bytes, Anchor] = {}
    for one in joins:
        others = sum(key != report_id for key, _anchor in touched(one))
        # It holds others together, or apart: by itself, or by way of the erased one.
        if others >= _LEAST or any(met[key] > 1 for key in _quoted(one, report_id)):
            kept[one.id] = _without(one, report_id, names)
    for one in log:
        if isinstance(one.action, TakeBack) and one.action.decision in kept:
            kept[one.id] = _without(one, report_id, names)
    return kept


def _quoting(
    log: Mapping[int, Decision], report_id: str, kept: Mapping[str, Decision]
) -> list[int]:
    """Return the numbers of what goes: what quotes the report, and what took it back."""
    gone: dict[str, int] = {}
    for number, one in log.items():
        back = isinstance(one.action, TakeBack) and one.action.decision in gone
        if one.id not in kept and (back or _is_about(one, report_id)):
            gone[one.id] = number
    return list(gone.values())


def _quoted(one: Decision, report_id: str) -> list[bytes]:
    return [to_json(anchor) for key, anchor in touched(one) if key == report_id]


def _without(one: Decision, report_id: str, names: dict[bytes, Anchor]) -> Decision:
    """Return a decision with a name in place of each of a report's words; its id stays."""

    def blank(of: Any) -> Any:
        if of.report_id != report_id:
            return of
        name = names.setdefault(to_json(of.anchor), Anchor(made=f"{ERASED}-{uuid4().hex[:16]}"))
        return msgspec.structs.replace(of, report_id=ERASED, anchor=name)

    left: Decision = blank(one)
    if isinstance(one.action, Join | TakeApart):
        others = tuple(blank(other) for other in one.action.others)
        action = msgspec.structs.replace(one.action, others=others)
        left = msgspec.structs.replace(left, action=action)
    return left
