"""PostgreSQL by URL: what differs from a file, refused and kept as a file's is."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from incidents.errors import StoreError
from incidents.records import to_json
from incidents.report import Report
from incidents.store import Store, connecting
from incidents.store.backup import back_up, restore
from incidents.store.checking import look_over
from incidents.store.connecting import url_of
from incidents.store.stamp import Stamp
from incidents.store.tables import FORMS, metadata
from tests.incidents.test_store import REPORT, decision
from tests.incidents.test_store_backup import fill, held
from tests.incidents.test_store_forms import FIRST_FORM, KIDAL, decided
from tests.making import TEXT, five


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    """Give a store with two reports, five incidents and a decision."""
    made = Store(postgres_url)
    made.put(REPORT, five(), "v1")
    made.put(Report(id="r2", text="Other."), [], "v1")
    made.record([decision()])
    yield made
    made.close()


def by_hand(url: str, *statements: str, **values: object) -> None:
    """Change the database behind the store's back."""
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reports SET payload = payload || ' '::bytea WHERE id = 'r2'",
        "UPDATE incidents SET payload = payload || ' '::bytea WHERE ordinal = 3",
        "UPDATE decisions SET payload = payload || ' '::bytea",
        "UPDATE reports SET removed = '2026-11-28'",
    ],
)
def test_the_stamp_sees_content(store: Store, change: str) -> None:
    """Whoever changes anything, the pages see it; and nothing else changes the stamp."""
    before = store.stamp()
    assert store.stamp() == before
    by_hand(store.url, change)
    assert store.stamp() != before


def test_an_idle_look_reads_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is hashed again only when somebody wrote, begun before the last look or not."""
    digests: list[int] = []
    digest = Stamp._digest

    def noting(stamp: Stamp) -> str:
        digests.append(1)
        return digest(stamp)

    monkeypatch.setattr(Stamp, "_digest", noting)
    first = store.stamp()
    store.contents()
    assert [store.stamp() for _ in range(3)] == [first] * 3
    assert len(digests) == 1
    other = Store(store.url)
    with other._database.writing() as connection:
        connection.execute(text("UPDATE reports SET engine = 'v2'"))
        by_hand(store.url, "UPDATE incidents SET payload = payload || ' '::bytea")
        second = store.stamp()
        assert second != first
    third = store.stamp()
    assert third not in {first, second}
    assert (store.stamp(), len(digests)) == (third, 3)
    other.close()


def test_a_row_that_cannot_be_read_is_set_aside(store: Store) -> None:
    """All else is shown; it is listed with a reason, and can be removed."""
    by_hand(store.url, "UPDATE incidents SET payload = '[' WHERE ordinal = 1")
    contents = store.contents()
    assert len(contents.incidents) == 4
    (bad,) = contents.unreadable
    store.discard(bad)
    assert store.contents().unreadable == ()


def test_a_newer_database_is_refused(store: Store) -> None:
    """The message says which form it has, which is known, and what to do; no password in it."""
    by_hand(store.url, "UPDATE alembic_version SET version_num = '0099'")
    named = store.url.replace("tests@", "tests:secret@")
    with pytest.raises(StoreError, match=rf"0099.*{FORMS[-1]}.*newer") as caught:
        Store(named)
    assert "secret" not in str(caught.value)


def test_tables_of_others_are_left_alone(postgres_url: str) -> None:
    """A server's database may hold more than ours; one with our names and other columns may not."""
    by_hand(postgres_url, "CREATE TABLE notes (title TEXT)")
    Store(postgres_url).close()
    by_hand(postgres_url, "INSERT INTO notes VALUES ('still here')")
    by_hand(postgres_url, "DROP TABLE alembic_version", "DROP TABLE incidents")
    with pytest.raises(StoreError, match="none of conflict-map's"):
        Store(postgres_url)


def test_the_first_form_is_brought_up(postgres_url: str) -> None:
    """Whole, and equal to a new one, as Alembic compares them."""
    by_hand(postgres_url, *FIRST_FORM.replace("BLOB", "BYTEA").strip().rstrip(";").split(";"))
    by_hand(
        postgres_url,
        "INSERT INTO reports VALUES ('r1', 0, 'v1', :report)",
        "INSERT INTO decisions VALUES ('r1', 'northern Mali', :decided)",
        report=to_json(Report(id="r1", text=TEXT)),
        decided=decided("northern Mali", KIDAL),
    )
    store = Store(postgres_url)
    assert store.reports() == [Report(id="r1", text=TEXT)]
    assert len(store.decisions()) == 1
    store.record([decision(1)])
    with store._database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_a_writer_who_waits_too_long_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading goes on meanwhile; afterwards the writing does."""
    monkeypatch.setattr(connecting, "WAIT_SECONDS", 0.1)
    other = Store(store.url)
    with other._database.writing():
        with pytest.raises(StoreError, match=r"another program.*Nothing was changed") as caught:
            store.record([decision(1)])
        assert len(store.decisions()) == 1
    assert TEXT[:20] not in str(caught.value)
    store.record([decision(1)])
    assert len(store.decisions()) == 2
    other.close()


def test_a_reader_sees_one_moment(store: Store) -> None:
    """What another commits between two queries is not half seen."""
    query = text("SELECT count(*) FROM decisions")
    with store._database.reading() as connection:
        first = connection.execute(query).scalar()
        other = Store(store.url)
        other.record([decision(1)])
        other.close()
        assert connection.execute(query).scalar() == first


def test_a_database_that_may_not_be_written_says_so(store: Store) -> None:
    """As on a standby server; what is there can be read."""
    name = store.url.partition("?")[0].rpartition("/")[2]
    by_hand(store.url, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    again = Store(store.url)
    with pytest.raises(StoreError, match=r"Allow writing.*Nothing was changed"):
        again.record([decision(1)])
    assert len(again.decisions()) == 1
    again.close()


def test_a_server_that_does_not_answer_is_a_clear_error() -> None:
    """What to look at is said, and the password is not."""
    pytest.importorskip("psycopg", reason="psycopg isn't installed")
    with pytest.raises(StoreError, match="Check that the server runs") as caught:
        Store("postgresql+psycopg://me:secret@127.0.0.1:1/x?connect_timeout=2")
    assert "secret" not in str(caught.value)


def test_a_missing_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not to name another file."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'conflict-map\[postgres\]'"):
        Store("postgresql+psycopg://me@127.0.0.1/x")


@pytest.mark.parametrize("given", ["postgres://me@h/x", "postgresql://me@h/x"])
def test_the_usual_url_means_the_driver_that_is_named(given: str) -> None:
    """Whatever this version of SQLAlchemy takes for the usual one."""
    assert url_of(given) == "postgresql+psycopg://me@h/x"
    assert url_of("postgresql+psycopg://me@h/x") == "postgresql+psycopg://me@h/x"


def test_a_backup_moves_from_one_to_the_other_and_back(postgres_url: str, tmp_path: Path) -> None:
    """Everything is there on the server, and its log goes on behind what was restored."""
    file, kept, again = (tmp_path / name for name in ("x.db", "kept.db", "again.db"))
    fill(f"sqlite:///{file}")
    back_up(f"sqlite:///{file}", kept)
    assert restore(kept, postgres_url).before == ""
    assert held(postgres_url) == held(f"sqlite:///{file}")
    store = Store(postgres_url)
    store.record([decision(3)])
    assert store.decisions() == [decision(1), decision(2), decision(3)]
    store.close()
    assert back_up(postgres_url, again).decisions == 3
    assert held(f"sqlite:///{again}") == held(postgres_url)
    done = restore(kept, postgres_url)
    assert done.before == f"{kept}.before-restore"
    assert (done.held.decisions, len(Store(f"sqlite:///{done.before}").decisions())) == (2, 3)


def test_a_restore_from_a_server_keeps_the_later_log_in_order(
    postgres_url: str, tmp_path: Path
) -> None:
    """Numbers that the server skipped stay skipped, and the order stays."""
    store = Store(postgres_url)
    made = [decision(n) for n in range(5)]
    for one in made:
        store.record([one])
        store.record([one])
    store.close()
    back_up(postgres_url, tmp_path / "kept.db")
    moved = Store(f"sqlite:///{tmp_path / 'kept.db'}")
    assert moved.decisions() == made
    assert made[0].at is not None
    assert made[0].at.tzinfo is dt.UTC


def test_it_is_looked_over_as_a_file_is(store: Store) -> None:
    """`conflict-map check` reads rows and spans."""
    assert not [one for one in look_over(store.url, "v1") if one.wrong]
    by_hand(store.url, "UPDATE reports SET payload = '[' WHERE id = 'r2'")
    assert [one.said for one in look_over(store.url, "v1") if one.wrong]
