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
