import stat
from pathlib import Path

import pytest

from datasets.exporting import export
from datasets.keeping import Shelf
from datasets.mapping import propose
from incidents.errors import DatasetError
from tests.datasets.made import ACLED, cells, write


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(str(tmp_path / "incidents.db"))


def test_a_layer_is_a_private_file_beside_the_database(shelf: Shelf, tmp_path: Path) -> None:
    """With its source, licence, day and hash; nobody but its owner may read it."""
    card = shelf.add(write(tmp_path / "Sahel.csv", [ACLED]))
    assert (card.name, card.form, card.source) == ("Sahel", "acled", "Sahel.csv")
    assert "ACLED" in card.licence
    assert len(card.sha256) == 64
    (file,) = (tmp_path / "incidents.layers").glob("*.arrow")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert shelf.cards() == [card]
    assert shelf.open("Sahel").table.num_rows == 1


def test_a_name_is_taken_once(shelf: Shelf, tmp_path: Path) -> None:
    """Another file under the same name overwrites nothing."""
    path = write(tmp_path / "a.csv", [ACLED])
    shelf.add(path, name="Mali 2024")
    with pytest.raises(DatasetError, match="already"):
        shelf.add(path, name="mali-2024")
    assert [card.name for card in shelf.cards()] == ["Mali 2024"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "<b>x</b>", "马里", "  spaced   out  "])
def test_names_are_words_and_no_paths(name: str, shelf: Shelf, tmp_path: Path) -> None:
    """Whatever a layer is called, its file lies in the folder of layers."""
    card = shelf.add(write(tmp_path / "a.csv", [ACLED]), name=name)
    assert len(list(shelf.folder.glob("*.arrow"))) == 1
    assert shelf.open(card.name).card == card


def test_removed_put_back_erased(shelf: Shelf, tmp_path: Path) -> None:
    """A removed layer can be put back, until it is erased."""
    card = shelf.add(write(tmp_path / "a.csv", [ACLED]))
    shelf.remove("a")
    assert (shelf.cards(), shelf.put_aside()) == ([], [card])
    shelf.put_back("a")
    assert shelf.cards() == [card]
    shelf.erase("a")
    assert (shelf.cards(), shelf.put_aside()) == ([], [])
    with pytest.raises(DatasetError, match="no layer"):
        shelf.open("a")


def test_removing_one_of_a_name_leaves_the_other(shelf: Shelf, tmp_path: Path) -> None:
    """One that was put aside and one that is in use are deleted each by itself."""
    old = shelf.add(write(tmp_path / "a.csv", [ACLED]), name="x")
    shelf.remove("x")
    new = shelf.add(write(tmp_path / "b.csv", [ACLED | {"notes": "new"}]), name="x")
    with pytest.raises(DatasetError, match="put back"):
        shelf.remove("x")
    assert (shelf.cards(), shelf.put_aside()) == ([new], [old])
    shelf.erase("x")
    assert (shelf.cards(), shelf.put_aside()) == ([], [old])
    again = shelf.add(tmp_path / "b.csv", name="x")
    shelf.erase_removed("x")
    assert (shelf.cards(), shelf.put_aside()) == ([again], [])
    with pytest.raises(DatasetError, match="was removed"):
        shelf.erase_removed("x")


@pytest.mark.parametrize(
    "names",
    [
        ("Мали 2024", "Нигер 2024"), ("مالي 2024", "النيجر 2024"), ("2024 马里", "2024 尼日尔"),
        ("马里" * 20 + "一", "马里" * 20 + "二"), ("???", "!!!"),
    ],
)  # fmt: skip
def test_names_in_any_letters_are_names_of_their_own(
    names: tuple[str, str], shelf: Shelf, tmp_path: Path
) -> None:
    """What they have in common, such as a year, makes them no one layer."""
    path = write(tmp_path / "a.csv", [ACLED])
    for name in names:
        shelf.add(path, name=name)
    shelf.erase(names[0])
    assert [card.name for card in shelf.cards()] == [names[1]]


@pytest.mark.parametrize(
    ("name", "file"), [("Mali 2024", "mali-2024"), ("Ségou – Mopti!", "segou-mopti")]
)
def test_plain_names_are_their_files(name: str, file: str, shelf: Shelf, tmp_path: Path) -> None:
    """So that a person finds them in the folder."""
    shelf.add(write(tmp_path / "a.csv", [ACLED]), name=name)
    assert (shelf.folder / f"{file}.arrow").is_file()


def test_a_mapping_is_remembered_for_the_same_columns(shelf: Shelf, tmp_path: Path) -> None:
    """In any order; a table with other columns has none."""
    own = {"Date": "2024-01-02", "Lat": "1", "Lon": "2", "Type": "Battles"}
    first = write(tmp_path / "a.csv", [own])
    shelf.add(first, plan=propose(list(own)))
    other = write(tmp_path / "b.csv", [dict(reversed(own.items()))])
    assert shelf.add(other).form == "own"
    assert shelf.plan(write(tmp_path / "c.csv", [own | {"More": "1"}])) is None


def test_a_damaged_layer_is_said_to_be(shelf: Shelf) -> None:
    """It says which file, and what to do."""
    shelf.folder.mkdir()
    (shelf.folder / "a.arrow").write_bytes(b"ARROW1 and no more")
    with pytest.raises(DatasetError, match=r"a\.arrow is damaged"):
        shelf.open("a")


@pytest.mark.parametrize("ending", ["arrow", "removed"])
@pytest.mark.parametrize("content", [b"", b"ARROW1 and no more"])
def test_a_damaged_layer_hides_no_other(
    content: bytes, ending: str, shelf: Shelf, tmp_path: Path
) -> None:
    """The sound ones are listed, and the damaged file is told of beside."""
    card = shelf.add(write(tmp_path / "a.csv", [ACLED]))
    assert shelf.damaged() == []
    (shelf.folder / f"b.{ending}").write_bytes(content)
    assert (shelf.cards(), shelf.put_aside()) == ([card], [])
    (error,) = shelf.damaged()
    assert f"b.{ending} is damaged" in str(error)


def test_what_a_spreadsheet_would_run_gets_an_apostrophe(shelf: Shelf, tmp_path: Path) -> None:
    """Numbers below 0 stay numbers, and --exact leaves all as it came."""
    formula = "=HYPERLINK(1)"
    rows = [ACLED | {"notes": formula, "actor1": "@SUM(A1)"}]
    shelf.add(write(tmp_path / "a.csv", rows))
    assert export(shelf.open("a"), tmp_path / "out.csv") == 2
    (safe,) = cells(tmp_path / "out.csv")
    assert (safe["notes"], safe["longitude"]) == (f"'{formula}", ACLED["longitude"])
    export(shelf.open("a"), tmp_path / "exact.csv", exact=True)
    assert cells(tmp_path / "exact.csv")[0]["notes"] == formula
    with pytest.raises(DatasetError, match="ends otherwise"):
        export(shelf.open("a"), tmp_path / "out.xlsx")
