"""Backup and restore: one private file with everything, back whole, and nothing lost on the way."""

import sqlite3
import stat
from pathlib import Path

import pytest

from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import Store, backup, connecting
from incidents.store.backup import back_up, restore
from tests.incidents.test_store import REPORT, by_hand, decision
from tests.incidents.test_store_forms import FIRST_FORM
from tests.making import five


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a database with two reports, one of them removed, and two decisions."""
    made = tmp_path / "x.db"
    fill(f"sqlite:///{made}")
    return made


@pytest.fixture
def kept(path: Path, tmp_path: Path) -> Path:
    """Return its backup."""
    back_up(f"sqlite:///{path}", tmp_path / "kept.db")
    return tmp_path / "kept.db"


def fill(url: str) -> None:
    store = Store(url)
    store.put(REPORT, five(), "v1")
    store.put(Report(id="r2", text="Other."), [], "v1")
    store.record([decision(1), decision(2)])
    store.remove("r2")
    store.close()


def held(url: str) -> tuple[object, ...]:
    """Return all that a database holds."""
    store = Store(url)
    found = store.contents(), store.removed(), store.decisions()
    store.close()
    return found


def test_a_backup_has_everything_and_is_private(path: Path, tmp_path: Path) -> None:
    """Taken while the dashboard has the database open; nothing else is left beside it."""
    store = Store(f"sqlite:///{path}")
    store.record([decision(3)])
    folder = tmp_path / "kept"
    folder.mkdir()
    said = back_up(f"sqlite:///{path}", folder / "kept.db").sentence()
    assert said == "Reports: 2 (1 removed). Incidents: 5. Decisions: 3."
    assert list(folder.iterdir()) == [folder / "kept.db"]
    assert stat.S_IMODE((folder / "kept.db").stat().st_mode) == 0o600
    assert held(f"sqlite:///{folder / 'kept.db'}") == held(f"sqlite:///{path}")


def test_a_backup_overwrites_nothing_unless_told(path: Path, kept: Path) -> None:
    """Neither a file nor a folder, and the database itself not even then."""
    before = kept.read_bytes()
    with pytest.raises(StoreError, match=r"there already.*--force"):
        back_up(f"sqlite:///{path}", kept)
    assert kept.read_bytes() == before
    Store(f"sqlite:///{path}").record([decision(3)])
    assert back_up(f"sqlite:///{path}", kept, force=True).decisions == 3
    with pytest.raises(StoreError, match="the database itself"):
        back_up(f"sqlite:///{path}", path, force=True)
    with pytest.raises(StoreError, match="there already"):
        back_up(f"sqlite:///{path}", path.parent, force=True)


def test_a_backup_that_fails_leaves_nothing(path: Path, tmp_path: Path) -> None:
    """A folder that isn't there, a database that isn't, an empty or damaged one."""
    with pytest.raises(StoreError, match="folder that is there"):
        back_up(f"sqlite:///{path}", tmp_path / "nowhere" / "kept.db")
    with pytest.raises(StoreError, match="There is no database"):
        back_up(f"sqlite:///{tmp_path / 'mistyped.db'}", tmp_path / "kept.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="is empty"):
        back_up(f"sqlite:///{tmp_path / 'empty.db'}", tmp_path / "kept.db")
    damage(path)
    with pytest.raises(StoreError, match=r"damaged|can't be copied|malformed"):
        back_up(f"sqlite:///{path}", tmp_path / "kept.db")
    assert not [one for one in tmp_path.iterdir() if "kept" in one.name]


def damage(path: Path) -> None:
    """Make pages that are no pages any more."""
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 2)


def test_what_was_restored_is_what_was_backed_up(path: Path, kept: Path, tmp_path: Path) -> None:
    """What was there before is kept beside, under a name of its own each time."""
    url = f"sqlite:///{path}"
    before = held(url)
    open_one = Store(url)
    open_one.record([decision(3)])
    stamp = open_one.stamp()
    later = held(url)
    done = restore(kept, url)
    assert done.held.decisions == 2
    assert done.before == f"{path}.before-restore"
    assert held(url) == before
    assert held(f"sqlite:///{done.before}") == later
    assert restore(kept, url).before == f"{path}.before-restore-2"
    assert (open_one.decisions(), open_one.stamp() == stamp) == ([decision(1), decision(2)], False)
    assert restore(kept, f"sqlite:///{tmp_path / 'new' / 'x.db'}").before == ""
    assert held(f"sqlite:///{tmp_path / 'new' / 'x.db'}") == before


def test_what_is_decided_while_restoring_is_kept_or_refused(
    database_url: str, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the copy of what was there is made nobody writes any more: nothing falls in between."""
    fill(database_url)
    monkeypatch.setattr(connecting, "WAIT_SECONDS", 0.1)
    other, refused = Store(database_url), []

    def then_decide(url: str, target: Path) -> None:
        back_up(url, target)
        with pytest.raises(StoreError, match="another program") as caught:
            other.record([decision(3)])
        refused.append(caught.value)

    monkeypatch.setattr(backup, "back_up", then_decide)
    done = restore(kept, database_url)
    assert len(refused) == 1
    assert len(Store(f"sqlite:///{done.before}").decisions()) == 2
    other.record([decision(3)])
    assert len(other.decisions()) == 3
    other.close()


def test_rows_that_cannot_be_read_go_along(path: Path, tmp_path: Path) -> None:
    """A backup judges nothing; the dashboard lists them as before."""
    by_hand(path, "UPDATE incidents SET payload = '{' WHERE ordinal = 1")
    url = f"sqlite:///{path}"
    before = held(url)
    back_up(url, tmp_path / "kept.db")
    restore(tmp_path / "kept.db", url)
    assert held(url) == before
    assert len(Store(url).contents().unreadable) == 1


def test_a_damaged_database_is_set_aside_as_it_is(path: Path, kept: Path) -> None:
    """For what can still be saved from it; the backup takes its place."""
    damage(path)
    broken = path.read_bytes()
    done = restore(kept, f"sqlite:///{path}")
    assert Path(done.before).read_bytes() == broken
    assert len(Store(f"sqlite:///{path}").decisions()) == 2


@pytest.mark.parametrize("broken", ["text", "damaged", "foreign", "newer", "missing", "itself"])
def test_what_is_no_backup_of_ours_changes_nothing(path: Path, kept: Path, broken: str) -> None:
    """The message says what is wrong with the file, and the database is as it was."""
    said = {
        "text": "no database and no backup",
        "damaged": "damaged|malformed|can't be copied",
        "foreign": "none of conflict-map's",
        "newer": "0099.*newer version",
        "missing": "no backup",
        "itself": "the database itself",
    }[broken]
    given = path if broken == "itself" else kept
    if broken == "text":
        kept.write_text("A letter. " * 1000)
    elif broken == "damaged":
        damage(kept)
    elif broken == "foreign":
        kept.unlink()
        by_hand(kept, "CREATE TABLE notes (title TEXT)")
    elif broken == "newer":
        by_hand(kept, "UPDATE alembic_version SET version_num = '0099'")
    elif broken == "missing":
        kept.unlink()
    before = held(f"sqlite:///{path}")
    with pytest.raises(StoreError, match=said) as caught:
        restore(given, f"sqlite:///{path}")
    assert str(given) in str(caught.value)
    assert held(f"sqlite:///{path}") == before
    assert not list(path.parent.glob("*.before-restore*"))


def test_a_newer_database_is_not_replaced(path: Path, kept: Path) -> None:
    """What this version can't read it doesn't put aside either."""
    by_hand(path, "UPDATE alembic_version SET version_num = '0099'")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        restore(kept, f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_backup_of_an_older_form_is_brought_up(path: Path, tmp_path: Path) -> None:
    """The file stays as it is."""
    old = tmp_path / "old.db"
    with sqlite3.connect(old) as connection:
        connection.executescript(FIRST_FORM)
    connection.close()
    before = old.read_bytes()
    assert restore(old, f"sqlite:///{path}").held.reports == 0
    assert Store(f"sqlite:///{path}").reports() == []
    assert old.read_bytes() == before
