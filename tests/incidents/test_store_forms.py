"""Databases of other versions: older ones are brought up whole, newer and foreign ones refused."""

import json
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from incidents.decisions import PutPlace, fold
from incidents.errors import StoreError
from incidents.records import Place, to_json
from incidents.report import Report
from incidents.store import Adding, Store
from incidents.store.forms import MIGRATIONS
from incidents.store.tables import FORMS, metadata
from tests.making import NORTH, TEXT, five

FIRST_FORM = """
CREATE TABLE reports (id VARCHAR NOT NULL, ordinal INTEGER NOT NULL, engine VARCHAR NOT NULL,
    payload BLOB NOT NULL, PRIMARY KEY (id));
CREATE INDEX ix_reports_ordinal ON reports (ordinal);
CREATE TABLE incidents (report_id VARCHAR NOT NULL, ordinal INTEGER NOT NULL, payload BLOB NOT NULL,
    PRIMARY KEY (report_id, ordinal), FOREIGN KEY(report_id) REFERENCES reports (id)
    ON DELETE CASCADE);
CREATE TABLE decisions (report_id VARCHAR NOT NULL, name VARCHAR NOT NULL, payload BLOB NOT NULL,
    PRIMARY KEY (report_id, name));
"""
KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)


def decided(name: str, place: Place) -> bytes:
    return to_json({"report_id": "r1", "name": name, "place": place})


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return a database as it was written before forms had numbers."""
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_FORM)
        report = to_json(Report(id="r1", text=TEXT))
        connection.execute("INSERT INTO reports VALUES ('r1', 0, 'v1', ?)", (report,))
        rows = [("r1", n, to_json(one)) for n, one in enumerate(five())]
        connection.executemany("INSERT INTO incidents VALUES (?, ?, ?)", rows)
        made = [
            ("northern Mali", decided("northern Mali", KIDAL)),
            ("incident:funeral", decided("incident:funeral", KIDAL)),
            ("incident:gone", decided("incident:gone", NORTH)),
            ("broken", b"no JSON"),
        ]
        connection.executemany("INSERT INTO decisions VALUES ('r1', ?, ?)", made)
    connection.close()
    return path


def form_of(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_the_first_form_is_brought_up_with_all_its_decisions(first: Path) -> None:
    """Reports, incidents and decisions are there; those that hold no more are listed."""
    contents = Store(f"sqlite:///{first}").contents()
    assert form_of(first) == FORMS[-1]
    assert contents.reports == (Report(id="r1", text=TEXT),)
    assert list(contents.incidents) == five()
    folded = fold(contents.incidents, contents.decisions, {"r1": TEXT})
    moved = {one.id for one in folded.incidents if one.place.name == "Kidal"}
    assert moved == {"strikes", "children", "funeral"}
    (orphan,) = folded.orphans
    assert isinstance(orphan.decision.action, PutPlace)
    assert orphan.decision.action.place == NORTH
    (bad,) = contents.unreadable
    assert bad.what == "decision"
    assert contents.added == {"r1": Adding()}


def test_a_database_is_brought_up_once(first: Path) -> None:
    """Opening it again changes nothing."""
    before = Store(f"sqlite:///{first}").contents()
    assert Store(f"sqlite:///{first}").contents() == before


def test_bringing_up_is_whole_or_not_at_all(first: Path) -> None:
    """Where it can't be finished the database is of the first form, as it was."""
    with sqlite3.connect(first) as connection:
        connection.execute("CREATE TABLE decisions_0001 (name TEXT)")
        before = connection.execute("SELECT * FROM decisions").fetchall()
    connection.close()
    with pytest.raises(StoreError, match="Nothing was changed"):
        Store(f"sqlite:///{first}")
    with sqlite3.connect(first) as connection:
        assert connection.execute("SELECT * FROM decisions").fetchall() == before
        columns = [row[1] for row in connection.execute("PRAGMA table_info(reports)")]
    assert "removed" not in columns


def test_new_databases_and_those_brought_up_are_the_same(first: Path, tmp_path: Path) -> None:
    """Tables, columns, keys and indexes, as Alembic compares them."""
    new = tmp_path / "new.db"
    for path in (first, new):
        store = Store(f"sqlite:///{path}")
        with store._database.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert form_of(path) == FORMS[-1]


def test_the_known_forms_are_those_of_the_migrations() -> None:
    """A migration that is added must be made known."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == FORMS


def test_a_newer_database_is_refused_and_left_as_it_was(first: Path) -> None:
    """The message says which form it has, which is known, and what to do."""
    Store(f"sqlite:///{first}").close()
    with sqlite3.connect(first) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.close()
    before = first.read_bytes()
    with pytest.raises(StoreError, match=rf"0099.*{FORMS[-1]}.*newer.*CONFLICT_MAP_DATABASE"):
        Store(f"sqlite:///{first}")
    assert first.read_bytes() == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """Its tables are named, and none is added to them."""
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE reports (title TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="none of conflict-map's"):
        Store(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("reports",)]


def test_carried_over_decisions_have_what_new_ones_have(first: Path) -> None:
    """The words around their words, and where they stood."""
    with sqlite3.connect(first) as connection:
        connection.execute("DELETE FROM decisions WHERE name != 'incident:funeral'")
    connection.close()
    (made,) = Store(f"sqlite:///{first}").decisions()
    assert made.anchor.evidence is not None
    assert made.anchor.evidence[0].exact == "another strike on a funeral"
    assert made.anchor.evidence[0].prefix.endswith("followed by ")
    assert json.loads(to_json(made))["at"] is None
