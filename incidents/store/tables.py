"""The database's tables as this version writes them; `migrations` brings older ones up to it."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table

FORMS = ("0001", "0002", "0003")
"""Alembic's revisions, the oldest first; the last one is the form of the tables below."""

metadata = MetaData()
reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("ordinal", Integer, nullable=False, index=True),
    Column("engine", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    # When the analyst removed it, ISO 8601 in UTC; NULL while it is shown.
    Column("removed", String, nullable=True),
    # When it was first added, ISO 8601 in UTC, and by whom; NULL where that was not kept.
    Column("added", String, nullable=True),
    Column("added_by", String, nullable=True),
)
incidents = Table(
    "incidents",
    metadata,
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
# A log: rows are added, never changed, but where a report is erased. `number` is the order in
# which they hold.
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("report_id", String, nullable=False, index=True),
    Column("payload", LargeBinary, nullable=False),
)
