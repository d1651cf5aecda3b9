"""`conflict-map extract` reads every file that can be read, and says what is with the others."""

import json
import os
import subprocess
import sys
from pathlib import Path

from commands.main import main as _main

ROOT = Path(_main.__code__.co_filename).resolve().parents[1]
STORY = "On 9 April 2024 armed men killed four traders in Gao."


def run(
    folder: Path, *words: str, out: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "commands.main", "extract", *words],
        cwd=folder,
        env=environment,
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
    )


def test_one_bad_file_does_not_keep_the_others_back(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{STORY} {name}", "utf-8")
    done = run(tmp_path, "a.txt", "nope.txt", "c.txt")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert ["error" in answer for answer in answers] == [False, True, False]
    assert "nope.txt" in answers[1]["error"]
    assert b"nope.txt" in done.stderr
    assert done.returncode == 1


def test_a_result_may_be_written_beside_its_report(tmp_path: Path) -> None:
    """The shell makes the file, empty, before the report is read."""
    (tmp_path / "note.txt").write_text(STORY, "utf-8")
    for _ in range(2):
        with (tmp_path / "note.json").open("wb") as out:
            done = run(tmp_path, "note.txt", out=out.fileno())
        assert done.returncode == 0, done.stderr
    assert b'"incidents"' in (tmp_path / "note.json").read_bytes()
