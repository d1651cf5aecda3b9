"""`conflict-map check`: what is whole is said to be, and what is not is named."""

import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands import main
from geo.pipeline import bundled_reports, default_pipeline
from incidents.anchors import Anchor
from incidents.decisions import PutPlace, decide
from incidents.quotes import Quote
from incidents.report import Report
from incidents.store import Store
from tests.incidents.test_store import by_hand
from tests.incidents.test_store_forms import FIRST_FORM
from tests.making import SEGOU

RUNNER = CliRunner()


@pytest.fixture(scope="module", autouse=True)
def _commands() -> None:
    if not main.app.registered_commands:
        main._mount()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a database with the bundled report and one that was removed."""
    made = tmp_path / "x.db"
    store = Store(f"sqlite:///{made}")
    default_pipeline().ingest(store, *bundled_reports())
    store.put(Report(id="r2", text="Other."), [], "older")
    store.remove("r2")
    store.close()
    return made


def checked(path: Path) -> tuple[int, str]:
    result = RUNNER.invoke(main.app, ["check", str(path)])
    return result.exit_code, result.output


def test_a_whole_database(path: Path) -> None:
    """Says what it holds and who read it; nothing is written to it."""
    before = path.read_bytes()
    code, said = checked(path)
    assert code == 0
    assert "Reports: 2 (1 removed). Incidents: 5. Decisions: 0 (0 in force)." in said
    assert "read by this version: 1" in said
    assert "earlier version (older)" in said
    assert "Nothing is wrong" in said
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE reports SET payload = '{' WHERE id = 'r2'", "Report r2 can't be read"),
        ("UPDATE incidents SET payload = '{}' WHERE ordinal = 2", "Incident 3 of report"),
        (
            (
                "UPDATE incidents SET payload = replace(CAST(payload AS TEXT), "
                "'\"evidence\":[[', '\"evidence\":[[99') WHERE ordinal = 2"
            ),
            "lies outside the text",
        ),
        (
            "UPDATE reports SET payload = replace(CAST(payload AS TEXT), 'Segou', 'Sikas')",
            "and the text 'Sikas",
        ),
        ("DELETE FROM reports WHERE id != 'r2'", "belongs to no report"),
    ],
)
def test_what_is_wrong_is_named(path: Path, change: str, said: str) -> None:
    """A row, a span, words that are others, a row without its report."""
    by_hand(path, change)
    code, found = checked(path)
    assert code == 1
    assert said in found


def test_a_decision_without_its_words_is_named(path: Path) -> None:
    """On a report that is there, and on one that is not."""
    store = Store(f"sqlite:///{path}")
    anchor = Anchor(evidence=(Quote(exact="Nobody was hurt"),))
    report = store.reports()[0].id
    store.record([decide(one, anchor, PutPlace(place=SEGOU)) for one in (report, "r9")])
    store.close()
    code, found = checked(path)
    assert code == 1
    assert "Nobody was hurt" in found
    assert "not here or not read: 1" in found
    assert "2 to look at" in found


def test_a_damaged_file_is_named(path: Path) -> None:
    """Pages that are no pages any more."""
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 2)
    result = RUNNER.invoke(main.app, ["check", str(path)])
    assert result.exit_code == 1
    assert "damaged" in result.output or "malformed" in str(result.exception)


def test_an_older_database_is_looked_over_in_a_copy(tmp_path: Path) -> None:
    """It stays as it is until the program opens it."""
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_FORM)
    connection.close()
    before = path.read_bytes()
    code, found = checked(path)
    assert code == 0
    assert "form is 0001, an older one" in found
    assert "Reports: 0" in found
    assert path.read_bytes() == before


def test_there_is_no_such_database(tmp_path: Path) -> None:
    """A mistyped name makes no new file."""
    path = tmp_path / "nowhere.db"
    result = RUNNER.invoke(main.app, ["check", str(path)])
    assert result.exit_code == 1
    assert "There is no database" in str(result.exception)
    assert not path.exists()
