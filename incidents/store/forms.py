"""Which form a database has: made new, brought up to this version's, or refused with a word."""

from pathlib import Path

from sqlalchemy import Column, MetaData, String, Table, insert, inspect, select
from sqlalchemy.engine import Connection

from incidents.errors import StoreError
from incidents.store.connecting import DATABASE_VARIABLE, Database, write_ahead
from incidents.store.tables import FORMS, metadata

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_FIRST = {
    "reports": {"id", "ordinal", "engine", "payload"},
    "incidents": {"report_id", "ordinal", "payload"},
    "decisions": {"report_id", "name", "payload"},
}
"""Tables and columns of the form that was written before forms had numbers."""
_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def form_of(database: Database) -> str | None:
    """Return the number of a database's form; None for a new, empty one.

    Raises:
        StoreError: it is of a newer version, of another program, or no database at all.
    """
    with database.reading() as connection:
        return _form(connection, database.shown)


def bring_up(database: Database) -> None:
    """Make the tables, or give those of an older version today's form; whole or not at all.

    Raises:
        StoreError: as `form_of`, or it can't be written; it is left as it was.
    """
    if form_of(database) == FORMS[-1]:
        return
    write_ahead(database)
    with database.writing() as connection:
        # Asked again: another process may have been quicker.
        form = _form(connection, database.shown)
        if form is None:
            metadata.create_all(connection)
            _version.create(connection)
            connection.execute(insert(_version).values(version_num=FORMS[-1]))
        elif form != FORMS[-1]:
            _migrate(connection, form)


def _form(connection: Connection, shown: str) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if _version.name in tables:
        number = connection.execute(select(_version.c.version_num)).scalar()
        if number in FORMS:
            return str(number)
        raise StoreError(
            "The database {shown} has the form {number}; this version of "
            "conflict-map knows those up to {newest}. A newer version wrote it: "
            "install that one, or name another file by {variable}. Nothing was "
            "changed.",
            shown=shown,
            number=number,
            newest=FORMS[-1],
            variable=DATABASE_VARIABLE,
        )
    if not tables & _FIRST.keys() and (not tables or connection.dialect.name != "sqlite"):
        return None
    if all(_columns(connection, name, tables) == columns for name, columns in _FIRST.items()):
        return FORMS[0]
    raise StoreError(
        "The database {shown} is none of conflict-map's: its tables are "
        "{names}. Set {variable} to another file. Nothing was changed.",
        shown=shown,
        names=", ".join(sorted(tables)),
        variable=DATABASE_VARIABLE,
    )


def _columns(connection: Connection, table: str, tables: set[str]) -> set[str]:
    if table not in tables:
        return set()
    return {column["name"] for column in inspect(connection).get_columns(table)}


def _migrate(connection: Connection, form: str) -> None:
    # Imported late: most databases are of today's form, and this takes half a second.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # ConfigParser's own sign in a folder's name.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if not inspect(connection).has_table(_version.name):
        _version.create(connection)
        connection.execute(insert(_version).values(version_num=form))
    command.upgrade(config, FORMS[-1])
