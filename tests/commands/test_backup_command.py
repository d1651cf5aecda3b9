"""`conflict-map backup` and `restore`: what they say, and their exit codes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from commands import main
from incidents.errors import StoreError
from tests.incidents.test_store_backup import fill

RUNNER = CliRunner()


@pytest.fixture(scope="module", autouse=True)
def _commands() -> None:
    if not main.app.registered_commands:
        main._mount()


def test_there_and_back(tmp_path: Path) -> None:
    """The words say what is in the file and where the earlier state is."""
    path, kept = tmp_path / "x.db", tmp_path / "kept.db"
    fill(f"sqlite:///{path}")
    made = RUNNER.invoke(main.app, ["backup", str(kept), "--database", str(path)])
    assert (made.exit_code, made.output.replace("\n", " ").strip()) == (
        0,
        f"{kept}: Reports: 2 (1 removed). Incidents: 5. Decisions: 2. The file is whole.",
    )
    back = RUNNER.invoke(main.app, ["restore", str(kept), "--database", f"sqlite:///{path}"])
    assert back.exit_code == 0
    assert f"before is in {path}.before-restore." in back.output
    assert "Restored. Reports: 2 (1 removed). Incidents: 5. Decisions: 2." in back.output


def test_refusals_are_errors(tmp_path: Path) -> None:
    """They reach the command line's one handler, which exits with 1."""
    path, kept = tmp_path / "x.db", tmp_path / "kept.db"
    fill(f"sqlite:///{path}")
    kept.write_text("mine")
    made = RUNNER.invoke(main.app, ["backup", str(kept), "--database", str(path)])
    assert made.exit_code == 1
    assert isinstance(made.exception, StoreError)
    assert kept.read_text() == "mine"
