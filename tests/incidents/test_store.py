"""The store: what goes in comes out, twice is once, and nothing that was decided is lost."""

import datetime as dt
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from incidents.anchors import anchor_place
from incidents.decisions import Decision, PutPlace, decide, in_force, take_back
from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import Store
from tests.making import SEGOU, TEXT, five

REPORT = Report(id="r1", text=TEXT)
NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


def decision(number: int = 0) -> Decision:
    """Return a decision on "northern Mali", another one for each number."""
    at = NOON + dt.timedelta(minutes=number)
    return decide("r1", anchor_place(five()[1], TEXT), PutPlace(place=SEGOU), at=at)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made" / "x.db"


@pytest.fixture
def store(path: Path) -> Store:
    return Store(f"sqlite:///{path}")


@pytest.fixture
def anywhere(database_url: str) -> Iterator[Store]:
    """Give an empty store in SQLite, and once more in PostgreSQL."""
    made = Store(database_url)
    yield made
    made.close()


def test_what_another_made_of_a_report_is_not_overwritten(anywhere: Store) -> None:
    """Neither the date that was put right nor its removal, by who began with what was before."""
    dated = msgspec.structs.replace(REPORT, published="2024-03-29")
    anywhere.put(REPORT, five(), "v1")
    anywhere.put(dated, five(), "v1", expected=REPORT)
    with pytest.raises(StoreError, match="changed or removed by somebody else"):
        anywhere.put(REPORT, [], "v2", expected=REPORT)
    assert (anywhere.reports(), anywhere.incidents()) == ([dated], five())
    anywhere.remove("r1")
    with pytest.raises(StoreError, match="changed or removed by somebody else"):
        anywhere.put(dated, [], "v2", expected=dated)
    assert anywhere.reports() == []
    anywhere.put(dated, five(), "v2")
    assert anywhere.reports() == [dated]


def by_hand(path: Path, statement: str, *values: object) -> None:
    """Change the database behind the store's back."""
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


def test_the_round_trip_loses_nothing(anywhere: Store) -> None:
    """Records come back equal, spans and accents included."""
    anywhere.put(REPORT, five(), "v1")
    assert anywhere.incidents() == five()
    assert anywhere.reports() == [REPORT]
    assert anywhere.contents().unreadable == ()


def test_adding_twice_changes_nothing(anywhere: Store) -> None:
    """Ids are content hashes; the same report stays one report in its old place."""
    other = Report(id="r2", text="Other.")
    anywhere.put(REPORT, five(), "v1")
    anywhere.put(other, [], "v1")
    before = anywhere.stamp()
    anywhere.put(REPORT, five(), "v1")
    assert anywhere.stamp() == before
    assert [r.id for r in anywhere.reports()] == ["r1", "r2"]
    assert len(anywhere.incidents()) == 5


def test_what_is_kept_of_a_report_is_known(anywhere: Store) -> None:
    """With the engine that read it, so that new rules read it anew."""
    anywhere.put(REPORT, five(), "v1")
    kept = anywhere.kept("r1")
    assert kept is not None
    assert (kept.report, kept.engine, kept.removed) == (REPORT, "v1", False)
    assert anywhere.kept("r9") is None


def test_who_added_a_report_first_is_kept(anywhere: Store) -> None:
    """Reading it anew, by whomever, leaves that as it is; one without a name has only a moment."""
    before = dt.datetime.now(tz=dt.UTC)
    anywhere.put(REPORT, five(), "v1", who="Awa")
    anywhere.put(Report(id="r2", text="Other."), [], "v1")
    anywhere.put(REPORT, five(), "v2", who="Ben")
    added = anywhere.contents().added
    assert (added["r1"].who, added["r2"].who) == ("Awa", "")
    assert before <= (added["r1"].at or before) <= (added["r2"].at or before)


def test_decisions_are_a_log(anywhere: Store) -> None:
    """Each is kept in its order, the same one once, and taking back is one more entry."""
    first, second = decision(1), decision(2)
    anywhere.record([first, second])
    anywhere.record([first])
    assert anywhere.decisions() == [first, second]
    anywhere.record([take_back(second, at=NOON)])
    assert len(anywhere.decisions()) == 3
    assert in_force(anywhere.decisions()) == [first]


def test_decisions_are_recorded_all_or_none(store: Store, path: Path) -> None:
    """Where the second of two can't be written, the first isn't there either."""
    by_hand(
        path,
        "CREATE TRIGGER full BEFORE INSERT ON decisions WHEN (SELECT count(*) FROM decisions) > 0 "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    )
    with pytest.raises(StoreError, match=r"Make room on its disk.*Nothing was changed"):
        store.record([decision(1), decision(2)])
    assert store.decisions() == []


def test_a_removed_report_comes_back_with_all_that_was_decided(anywhere: Store) -> None:
    """Also after the program ended, and after another report was removed too."""
    anywhere.put(REPORT, five(), "v1")
    anywhere.put(Report(id="r2", text="Other."), [], "v1")
    anywhere.record([decision()])
    anywhere.remove("r1")
    anywhere.remove("r2")
    assert (anywhere.reports(), anywhere.incidents()) == ([], [])
    anywhere.close()
    again = Store(anywhere.url)
    assert {one.report.id for one in again.removed()} == {"r1", "r2"}
    again.restore("r1")
    assert [one.report.id for one in again.removed()] == ["r2"]
    assert (again.reports(), again.incidents()) == ([REPORT], five())
    assert again.decisions() == [decision()]


def test_adding_a_removed_report_shows_it_again(anywhere: Store) -> None:
    """With its decisions; removing what is not there, or removed, is no error."""
    anywhere.put(REPORT, five(), "v1")
    anywhere.record([decision()])
    anywhere.remove("r1")
    anywhere.remove("r1")
    anywhere.remove("r9")
    anywhere.put(REPORT, five(), "v2")
    assert (anywhere.reports(), anywhere.removed()) == ([REPORT], [])
    assert anywhere.decisions() == [decision()]


def test_erasing_leaves_nothing(store: Store, path: Path) -> None:
    """Removing keeps the text; erasing is for what may not be kept."""
    store.put(REPORT, five(), "v1")
    store.record([decision()])
    store.remove("r1")
    store.erase("r1")
    assert (store.removed(), store.decisions(), store.kept("r1")) == ([], [], None)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM incidents").fetchone() == (0,)
    left = b"".join(one.read_bytes() for one in path.parent.iterdir())
    assert b"Amnesty" not in left


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reports SET payload = replace(CAST(payload AS TEXT), 'raid', 'RAID')",
        "UPDATE incidents SET payload = payload || ' ' WHERE ordinal = 3",
        "UPDATE decisions SET payload = payload || ' '",
        "UPDATE reports SET removed = '2026-11-28'",
    ],
)
def test_the_stamp_sees_content(store: Store, path: Path, change: str) -> None:
    """Whoever changes anything, the pages see it; and nothing else changes the stamp."""
    store.put(REPORT, five(), "v1")
    store.record([decision()])
    before = store.stamp()
    assert store.stamp() == before
    by_hand(path, change)
    assert store.stamp() != before


def test_nobody_else_may_read_the_database(store: Store, path: Path) -> None:
    """The file and what SQLite puts beside it are the owner's, an older one's too."""
    store.put(REPORT, five(), "v1")
    files = list(path.parent.iterdir())
    assert len(files) > 1
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
    store.close()
    path.chmod(0o644)
    Store(f"sqlite:///{path}").close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_broken_character_is_a_clear_error(anywhere: Store) -> None:
    """Half of a surrogate pair can't be written; nothing is kept of that report."""
    with pytest.raises(StoreError, match="surrogate"):
        anywhere.put(Report(id="r3", text="Twelve \ud800 killed."), [], "v1")
    assert anywhere.reports() == []


def test_an_unusable_database_is_a_clear_error(tmp_path: Path) -> None:
    """Says which variable to set."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(StoreError, match="CONFLICT_MAP_DATABASE"):
        Store(f"sqlite:///{blocked / 'x.db'}")
    with pytest.raises(StoreError, match="CONFLICT_MAP_DATABASE"):
        Store(f"sqlite:///{tmp_path}")
    with pytest.raises(StoreError, match="CONFLICT_MAP_DATABASE"):
        Store("nonsense://x")


def test_a_broken_database_is_a_clear_error(tmp_path: Path) -> None:
    """A file that is no database says so and is left as it was."""
    broken = tmp_path / "x.db"
    broken.write_bytes(b"this is no database, only words" * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store(f"sqlite:///{broken}")
    assert broken.read_bytes().startswith(b"this is no database")
