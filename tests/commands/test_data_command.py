import subprocess
import sys
from pathlib import Path

from tests.datasets.made import ACLED, cells, write

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object, code: int = 0) -> str:
    """Run the command; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "commands.main", "data", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


def test_a_file_comes_in_is_listed_goes_out_and_is_removed(tmp_path: Path) -> None:
    """The whole way, with what is not kept and why."""
    path = write(
        tmp_path / "acled.csv", [ACLED, ACLED, ACLED | {"event_id_cnty": "2", "geo_precision": "3"}]
    )
    database = ("--database", tmp_path / "incidents.db")
    said = run("add", path, "--name", "Sahel [bold]", *database)
    assert "2 of 3 rows kept" in said
    assert "tags, timestamp: The record has no field for it." in said
    assert "row 3: It has the id of row 2." in said
    assert "1 row: Known by region or district only" in said
    assert "Sahel [bold]" in run("list", *database)
    assert "2 rows" in run("export", "Sahel [bold]", tmp_path / "out.csv", *database)
    assert [row["event_id_cnty"] for row in cells(tmp_path / "out.csv")] == ["MLI1", "2"]
    assert "Repeated: 2 (100.0 %)" in run("check", path, *database)
    run("remove", "Sahel [bold]", *database)
    assert "There is no layer" in run("list", *database)
    assert "There is no layer “x”" in run("remove", "x", *database, code=1)
