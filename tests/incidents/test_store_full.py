"""A disk that is full, a database that may only be read: a clear word, nothing half-written."""

from pathlib import Path

import pytest

from incidents.decisions import Reject
from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import Store
from incidents.store.checking import look_over
from tests.incidents.decisions.deciding import Desk
from tests.making import TEXT, five

REPORT = Report(id="r1", text=TEXT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.db"


@pytest.fixture
def store(path: Path) -> Store:
    made = Store(f"sqlite:///{path}")
    made.put(REPORT, five(), "v1")
    return made


def fill(store: Store) -> None:
    """Let the file not grow any more, as on a full disk."""
    with store._database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_is_said_and_nothing_is_half_written(store: Store, path: Path) -> None:
    """Of a report with its incidents, and of many decisions, all or nothing; then room helps."""
    desk = Desk()
    many = [desk.by.made(desk["raid"], Reject(), f"{number} " + "x" * 2_000)
            for number in range(40)]  # fmt: skip
    before = store.contents()
    fill(store)
    long = Report(id="r2", text="Gunmen killed two. " * 5_000)
    with pytest.raises(StoreError, match=r"full\. Make room .* Nothing was changed\."):
        store.put(long, [], "v1")
    with pytest.raises(StoreError, match=r"full\. Make room"):
        store.record(many)
    assert store.contents() == before
    assert not [one.said for one in look_over(f"sqlite:///{path}", "v1") if one.wrong]
    again = Store(f"sqlite:///{path}")
    again.record(many)
    assert len(again.decisions()) == len(many)


def test_a_database_that_may_only_be_read_is_read_and_not_written(store: Store, path: Path) -> None:
    """It shows what is there, and says why a decision can't be kept."""
    desk = Desk()
    store.record([desk.by.accept(desk["raid"])])
    before = store.contents()
    store.close()
    only_read = Store(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert only_read.contents() == before
    with pytest.raises(StoreError, match=r"readonly.*Allow writing.*Nothing was changed\."):
        only_read.record([desk.by.made(desk["raid"], Reject())])
    assert only_read.contents() == before
