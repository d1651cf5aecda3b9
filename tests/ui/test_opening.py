"""The reports in chosen files, an archive's among them, without a browser."""

import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from incidents.report import Report
from ui.adding import opening
from ui.adding.opening import TOO_MUCH, Opened, open_file

TEXT = b"On 3 March 2024 gunmen killed 12 villagers in Konna, Mali, residents said."


def archive(**files: bytes) -> bytes:
    """Return a zip of files, "__" a folder's stroke in their names and "_" a dot."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), data)
    return made.getvalue()


def reports(opened: Opened) -> dict[str, Report]:
    """Return the reports by the names that they are shown by."""
    return {name: one for name, one in opened.reports if isinstance(one, Report)}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let what is unpacked lie in a folder of the test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_an_archive_s_reports_are_taken_with_what_lies_beside(room: Path) -> None:
    """Each under the archive's name and its own; what is no report says why; nothing is left."""
    given = archive(sub__raid_txt=TEXT, sub__raid_toml=b"published = '2024-03-04'", p_jpg=b"x")
    opened = open_file("../week 9.ZIP", given)
    (one,) = reports(opened).values()
    assert list(reports(opened)) == ["../week 9.ZIP/sub/raid.txt"]
    assert (one.file, one.published) == ("raid.txt", "2024-03-04")
    ((name, why),) = opened.left_out
    assert name == "../week 9.ZIP/p.jpg"
    assert why.startswith("no kind of file that is read")
    assert not list(room.iterdir())


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (b"no archive", "can't be opened"),
        (archive(manifest_json=b"{}"), "a snapshot"),
    ],
)
def test_an_archive_that_is_none_says_why(room: Path, given: bytes, why: str) -> None:
    """By its own name, without a path of this machine."""
    opened = open_file("week.zip", given)
    assert opened.reports == ()
    ((name, said),) = opened.left_out
    assert name == "week.zip"
    assert why in said
    assert str(room) not in said


def test_no_archive_fills_the_memory(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is more text than a tab can hold is left out, and how to read it is said."""
    monkeypatch.setattr(opening, "MOST_TEXT", len(TEXT))
    opened = open_file("week.zip", archive(a_txt=TEXT, b_txt=TEXT + b" Others fled."))
    assert list(reports(opened)) == ["week.zip/a.txt"]
    assert opened.left_out == (("week.zip/b.txt", TOO_MUCH),)
    assert not list(room.iterdir())


def test_another_file_is_one_report(room: Path) -> None:
    """Read by its first bytes and never unpacked."""
    assert list(reports(open_file("raid.txt", TEXT))) == ["raid.txt"]
    ((name, error),) = open_file("raid.txt", b"").reports
    assert name == "raid.txt"
    assert "is empty" in str(error)
    assert not list(room.iterdir())
