"""Decisions become a log that is anchored to words; removing a report becomes a mark.

Rows are handled as plain JSON, so that later changes of the records leave this step as it is.
"""

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
CONTEXT = 32

Json = dict[str, Any]


def upgrade() -> None:
    """Add the mark and the log, and carry the decisions over."""
    op.add_column("reports", sa.Column("removed", sa.String(), nullable=True))
    op.rename_table("decisions", "decisions_0001")
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("report_id", sa.String(), nullable=False, index=True),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
    )
    _carry_over(op.get_bind())
    op.drop_table("decisions_0001")


def _carry_over(connection: sa.Connection) -> None:
    query = (
        "SELECT report_id, name, CAST(payload AS {}) FROM decisions_0001 ORDER BY report_id, name"
    )
    add = "INSERT INTO decisions (id, report_id, payload) VALUES (:id, :report_id, :payload)"
    binary = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    for report_id, name, payload in connection.execute(sa.text(query.format(binary))).all():
        key = hashlib.sha256(f"{report_id}\0{name}".encode()).hexdigest()[:24]
        made = _decision(connection, key, report_id, name, bytes(payload))
        row = {"id": key, "report_id": report_id, "payload": made}
        connection.execute(sa.text(add), row)


def _decision(
    connection: sa.Connection, key: str, report_id: str, name: str, payload: bytes
) -> bytes:
    try:
        place = json.loads(payload)["place"]
        anchor = _anchor(connection, report_id, name, place)
    except (ValueError, KeyError, TypeError):
        # Not lost: it is listed among what can't be read.
        return payload
    made = {
        "id": key,
        "report_id": report_id,
        "anchor": anchor,
        "action": {"type": "place", "place": place},
    }
    return json.dumps(made, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _anchor(connection: sa.Connection, report_id: str, name: str, place: Json) -> Json:
    text = _one(connection, "reports", report_id).get("text", "")
    if not name.startswith("incident:"):
        return {"place": _quote(text, name, None), "evidence": None}
    siblings = _incidents(connection, report_id)
    own = next((one for one in siblings if f"incident:{one.get('id')}" == name), None)
    if own is None:
        # Its incident is gone: what is left is the place's words, for the list of what to do.
        words = place.get("text")
        return {"place": _quote(text, words, place.get("span")) if words else None, "evidence": []}
    return _anchor_of(text, own, siblings)


def _anchor_of(text: str, own: Json, siblings: list[Json]) -> Json:
    words = own.get("place", {}).get("text")
    cue = own.get("spans", {}).get("event_type")
    twins = [one.get("id") for one in siblings if _words(one) == _words(own)]
    beside = [one for one in siblings if _telling(one) == _telling(own)]
    return {
        "place": _quote(text, words, own["place"].get("span")) if words else None,
        "evidence": [_span_quote(text, span) for span in own.get("evidence", [])],
        "cue": _span_quote(text, cue) if cue else None,
        "alone": len(beside) == 1,
        "nth": twins.index(own.get("id")),
    }


def _words(one: Json) -> tuple[str, ...]:
    place = one.get("place", {})
    told = (one.get("evidence"), one.get("spans", {}).get("event_type"))
    return tuple(json.dumps(part) for part in (*told, place.get("text"), place.get("span")))


def _telling(one: Json) -> tuple[str, ...]:
    return json.dumps(one.get("evidence")), json.dumps(one.get("place", {}).get("text"))


def _quote(text: str, words: str, span: list[int] | None) -> Json:
    if span:
        return _span_quote(text, span)
    start = text.find(words)
    return _span_quote(text, [start, start + len(words)]) if start >= 0 else {"exact": words}


def _span_quote(text: str, span: list[int]) -> Json:
    start, end = span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return {"exact": text[start:end], "start": start, "prefix": before, "suffix": after}


def _one(connection: sa.Connection, table: str, report_id: str) -> Json:
    query = sa.text(f"SELECT payload FROM {table} WHERE id = :id")  # noqa: S608 - a name from here
    return _read(connection.execute(query, {"id": report_id}).scalar())


def _incidents(connection: sa.Connection, report_id: str) -> list[Json]:
    query = sa.text("SELECT payload FROM incidents WHERE report_id = :id ORDER BY ordinal")
    return [_read(row) for row in connection.execute(query, {"id": report_id}).scalars()]


def _read(payload: bytes | str | None) -> Json:
    try:
        found = json.loads(payload or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
