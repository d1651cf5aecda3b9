"""`conflict-map add`: a folder into the database, with a line on each file."""

import zipfile
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from commands import main
from incidents.errors import ReportError
from incidents.store import Store

RUNNER = CliRunner()
RAID = (
    "Gunmen on motorcycles attacked the market town of Konna, Mali, on Sunday, killing at least "
    "twelve people and wounding nine others, residents said. Soldiers reached the town three "
    "hours later, when the attackers had already left towards the river."
)
MAIL = (
    "Date: Wed, 28 Feb 2024 09:00:00 +0000\nSubject: Mopti\nFrom: a@example.org\n\n"
    "Soldiers shot dead three traders in Mopti, Mali, on Monday.\n"
)


@pytest.fixture(scope="module", autouse=True)
def _commands() -> None:
    if not main.app.registered_commands:
        main._mount()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a report, a reprint, a mail in an archive, a photo and a broken file."""
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text(RAID)
    (made / "b.txt").write_text("The Herald, world news by our staff\n\n" + RAID)
    (made / "b.toml").write_text("published = '2024-03-04'\npublisher = 'Herald'\n")
    (made / "broken.txt").write_bytes(b"\x00\x01\xff\xfe")
    (made / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with zipfile.ZipFile(made / "mails.zip", "w") as archive:
        archive.writestr("in/c.eml", MAIL)
        archive.writestr("in/copy.txt", RAID)
    return made


def run(*given: str | Path) -> tuple[int, str]:
    result = RUNNER.invoke(main.app, ["add", *map(str, given)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_a_folder_is_read_into_the_database(folder: Path, tmp_path: Path) -> None:
    """What was read is kept with who added it; what was not says why; the exit code is 1."""
    database = tmp_path / "x.db"
    code, said = run(folder, "--database", database, "--who", "Awa")
    assert code == 1
    lines = {line.partition(": ")[0].rpartition("/")[2]: line for line in said.splitlines()}
    assert "Read. 1 incident. No publication date" in lines["a.txt"]
    assert "Nearly the same as “Gunmen on motorcycles" in lines["b.txt"]
    assert "No publication date" not in lines["b.txt"]
    assert "binary" in lines["broken.txt"]
    assert "left out, no kind of file" in lines["photo.jpg"]
    assert "Read. 1 incident." in lines["c.eml"]
    assert "very text of" in lines["copy.txt"]
    assert "6 files: 3 read, 1 with the very text of another, 1 left out, 1 not read." in said
    contents = Store(f"sqlite:///{database}").contents()
    assert {one.published for one in contents.reports} == {None, "2024-03-04", "2024-02-28"}
    assert {one.who for one in contents.added.values()} == {"Awa"}


def test_a_second_time_nothing_is_read(folder: Path, tmp_path: Path) -> None:
    """The exit code is 0 where all could be read or were there."""
    (folder / "broken.txt").unlink()
    database = tmp_path / "x.db"
    assert run(folder, "--database", database)[0] == 0
    code, said = run(folder, "--database", database)
    assert code == 0
    assert "3 there already, 1 with the very text of another, 1 left out" in said


def test_a_corrected_date_stays_until_another_is_given(tmp_path: Path) -> None:
    """The folder once more changes nothing; `--published` does."""
    (tmp_path / "a.txt").write_text(RAID)
    (tmp_path / "a.toml").write_text("published = '2024-03-28'")
    given = tmp_path / "a.txt", "--database", tmp_path / "x.db"
    run(*given)
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    (wrong,) = store.reports()
    amended = msgspec.structs.replace(wrong, published="2024-03-29")
    store.put(amended, store.incidents(), "older")
    run(*given)
    assert store.reports() == [amended]
    run(*given, "--published", "2024-03-30")
    assert [one.published for one in store.reports()] == ["2024-03-30"]
    store.close()


def test_what_a_second_file_of_the_text_knows_is_taken(tmp_path: Path) -> None:
    """Its date comes in, and the first's publisher stays."""
    for name, beside in (("a", "publisher = 'Herald'"), ("b", "published = '2024-03-04'")):
        (tmp_path / f"{name}.txt").write_text(RAID)
        (tmp_path / f"{name}.toml").write_text(beside)
    code, _ = run(tmp_path / "a.txt", tmp_path / "b.txt", "--database", tmp_path / "x.db")
    (kept,) = Store(f"sqlite:///{tmp_path / 'x.db'}").reports()
    assert (code, kept.published, kept.publisher) == (0, "2024-03-04", "Herald")


def test_nothing_there_is_an_error(tmp_path: Path) -> None:
    """An empty folder is exit code 1, a mistyped name a refusal before anything is read."""
    (tmp_path / "empty").mkdir()
    code, said = run(tmp_path / "empty", "--database", tmp_path / "x.db")
    assert (code, said.strip()) == (1, "No file was found there.")
    result = RUNNER.invoke(main.app, ["add", str(tmp_path / "nowhere")])
    assert isinstance(result.exception, ReportError)
