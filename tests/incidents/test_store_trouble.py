"""A store in trouble: rows that can't be read, a lock, many writers, a writer that is killed."""

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import Store, connecting
from tests.incidents.test_store import REPORT, by_hand, decision
from tests.making import TEXT, five

FORK = multiprocessing.get_context("fork")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.db"


@pytest.fixture
def store(path: Path) -> Store:
    """Return a store with two reports, five incidents and a decision."""
    made = Store(f"sqlite:///{path}")
    made.put(REPORT, five(), "v1")
    made.put(Report(id="r2", text="Other."), [], "v1")
    made.record([decision()])
    return made


@pytest.mark.parametrize(
    ("change", "what", "left"),
    [
        ("UPDATE reports SET payload = 'no JSON' WHERE id = 'r1'", "report", (1, 0, 1)),
        ("UPDATE reports SET payload = X'ff00' WHERE id = 'r2'", "report", (1, 5, 1)),
        ("UPDATE reports SET payload = replace(payload, '\"r2\"', '\"r1\"') WHERE id = 'r2'",
         "report", (1, 5, 1)),
        ("UPDATE incidents SET payload = '{}' WHERE ordinal = 1", "incident", (2, 4, 1)),
        ("UPDATE incidents SET payload = replace(payload, '\"r1\"', '\"r2\"') WHERE ordinal = 1",
         "incident", (2, 4, 1)),
        (("UPDATE incidents SET payload = replace(payload, '\"precision\":4', '\"precision\":99')"
         " WHERE ordinal = 3"), "incident", (2, 4, 1)),
        (("UPDATE incidents SET payload = replace(payload, '\"evidence\":[[', '\"evidence\":[[99')"
         " WHERE ordinal = 4"), "incident", (2, 4, 1)),
        ("UPDATE decisions SET payload = '[' || payload", "decision", (2, 5, 0)),
        ("UPDATE decisions SET payload = replace(payload, '\"precision\":4', '\"precision\":99')",
         "decision", (2, 5, 0)),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_set_aside(
    store: Store, path: Path, change: str, what: str, left: tuple[int, int, int]
) -> None:
    """All else is shown; it is listed with a reason, and can be removed."""
    by_hand(path, change.replace("replace(payload,", "replace(CAST(payload AS TEXT),"))
    contents = store.contents()
    found = len(contents.reports), len(contents.incidents), len(contents.decisions)
    assert found == left
    (bad,) = contents.unreadable
    assert (bad.what, bool(bad.why)) == (what, True)
    store.discard(bad)
    after = store.contents()
    assert after.unreadable == ()
    assert (len(after.reports), len(after.incidents), len(after.decisions)) == left


def test_a_report_that_cannot_be_read_is_mended_by_adding_it(store: Store, path: Path) -> None:
    """Its row is replaced, and the decisions on it hold again."""
    by_hand(path, "UPDATE reports SET payload = '{' WHERE id = 'r1'")
    kept = store.kept("r1")
    assert kept is not None
    assert kept.report is None
    store.put(REPORT, five(), "v1")
    assert store.incidents() == five()
    assert store.contents().unreadable == ()


def test_a_locked_database_says_so_and_nothing_is_half_written(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's lock lets read on; writing says what to do, and holds afterwards."""
    monkeypatch.setattr(connecting, "WAIT_SECONDS", 0)
    store.close()
    store = Store(f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = store.contents()
    acts: list[Callable[[], None]] = [
        lambda: store.record([decision(1)]),
        lambda: store.remove("r1"),
        lambda: store.put(REPORT, [], "v2"),
    ]
    for act in acts:
        with pytest.raises(StoreError, match=r"another program.*Nothing was changed") as caught:
            act()
        assert TEXT[:20] not in str(caught.value)
    assert Store(f"sqlite:///{path}").contents() == before
    other.execute("ROLLBACK")
    other.close()
    store.record([decision(1)])
    assert len(store.decisions()) == 2


def test_a_database_that_may_not_be_written_says_so(store: Store, path: Path) -> None:
    """The message says what to allow; what is there can still be read."""
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    again = Store(f"sqlite:///{path}")
    with again._database.engine.connect() as held:
        held.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(StoreError, match=r"Allow writing.*Nothing was changed"):
        again.record([decision(1)])
    assert len(again.decisions()) == 1


def _many(url: str, number: int, out: Connection) -> None:
    store = Store(url)
    failed = 0
    for step in range(25):
        try:
            store.put(Report(id=f"same {step}", text=TEXT), [], f"v{number}")
            store.record([decision(step), decision(1000 * number + step)])
        except StoreError:
            failed += 1
    out.send(failed)


def test_four_writers_at_once(database_url: str) -> None:
    """On a database that none of them finds made; all of their reports and decisions are kept."""
    assert [failed for failed, _ in _run_each(database_url, _many, 4)] == [0, 0, 0, 0]
    contents = Store(database_url).contents()
    assert len(contents.reports) == 25
    assert len(contents.decisions) == 5 * 25


def _run_each(
    url: str, work: Callable[[str, int, Connection], None], times: int
) -> list[tuple[int, int]]:
    started = []
    for number in range(1, times + 1):
        here, there = FORK.Pipe(duplex=False)
        process = FORK.Process(target=work, args=(url, number, there))
        process.start()
        started.append((process, here))
    found = []
    for process, here in started:
        said = here.recv()
        process.join()
        found.append((said, process.exitcode or 0))
    return found


def _confirm(url: str, number: int, out: Connection) -> None:
    store = Store(url)
    for step in range(10_000):
        made = decision(100_000 * number + step)
        store.record([made])
        out.send(made.id)
        store.put(REPORT, five() if step % 2 else [], f"v{step}")


@pytest.mark.parametrize("confirmed", [1, 4, 9])
def test_a_killed_writer_loses_no_confirmed_decision(database_url: str, confirmed: int) -> None:
    """After SIGKILL amid decisions and reports all that it said it had kept is there."""
    here, there = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_confirm, args=(database_url, confirmed, there))
    process.start()
    said = {here.recv() for _ in range(confirmed)}
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    there.close()
    while here.poll():
        try:
            said.add(here.recv())
        except EOFError:
            break
    store = Store(database_url)
    assert said <= {one.id for one in store.decisions()}
    assert store.contents().unreadable == ()
    assert len(store.incidents()) in (0, 5)
