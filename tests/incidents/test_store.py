"""The store: what goes in comes out, twice is once, and trouble has a name."""

from pathlib import Path

import pytest

from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import Decision, Store
from tests.making import SEGOU, TEXT, five

REPORT = Report(id="r1", text=TEXT)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path / 'made' / 'x.db'}")


def test_the_round_trip_loses_nothing(store: Store) -> None:
    """Records come back equal, spans and accents included."""
    store.put(REPORT, five(), "v1")
    assert store.incidents() == five()
    assert store.reports() == [REPORT]


def test_adding_twice_changes_nothing(store: Store) -> None:
    """Ids are content hashes; the same report stays one report in its old place."""
    other = Report(id="r2", text="Other.")
    store.put(REPORT, five(), "v1")
    store.put(other, [], "v1")
    before = store.stamp()
    store.put(REPORT, five(), "v1")
    assert store.stamp() == before
    assert [r.id for r in store.reports()] == ["r1", "r2"]
    assert len(store.incidents()) == 5


def test_new_rules_read_anew(store: Store) -> None:
    """A kept reading is known by the engine that made it."""
    store.put(REPORT, five(), "v1")
    assert store.reads("r1", "v1")
    assert not store.reads("r1", "v2")
    assert not store.reads("r9", "v1")


def test_decisions_are_kept_replaced_and_taken_back(store: Store) -> None:
    """The analyst's last word holds, and can be withdrawn."""
    store.decide(Decision(report_id="r1", name="Konna", place=SEGOU))
    store.decide(Decision(report_id="r1", name="Konna", place=SEGOU))
    assert len(store.decisions()) == 1
    store.undecide("r1", "Konna")
    assert store.decisions() == []


def test_removing_takes_the_incidents_along(store: Store) -> None:
    """Nothing of a removed report stays behind."""
    store.put(REPORT, five(), "v1")
    store.remove("r1")
    assert (store.reports(), store.incidents()) == ([], [])


def test_an_unusable_database_is_a_clear_error(tmp_path: Path) -> None:
    """Says which variable to set."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(StoreError, match="CONFLICT_MAP_DATABASE"):
        Store(f"sqlite:///{blocked / 'x.db'}")


def test_a_broken_database_is_a_clear_error(tmp_path: Path) -> None:
    """A file that is no database says so and is left as it was."""
    broken = tmp_path / "x.db"
    broken.write_bytes(b"this is no database, only words" * 100)
    with pytest.raises(StoreError):
        Store(f"sqlite:///{broken}")
    assert broken.read_bytes().startswith(b"this is no database")
