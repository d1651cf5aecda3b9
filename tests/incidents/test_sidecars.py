"""What stands beside a report: its metadata, this program's own result, or something else."""

import os
from pathlib import Path

import pytest

from incidents.errors import ReportError
from incidents.report import read_report

STORY = "Gunmen killed three people in the village on Tuesday, a witness said."


@pytest.mark.parametrize(
    "beside",
    [
        "",
        '{"report_id":"x","incidents":[]}\n',
        '{"report_id":"x"}\n{"report_id":"y"}\n',
        '{"a": 1}',
    ],
    ids=["empty", "a result", "two results", "another program's"],
)
def test_what_is_no_metadata_is_left_alone(tmp_path: Path, beside: str) -> None:
    (tmp_path / "note.txt").write_text(STORY, "utf-8")
    (tmp_path / "note.json").write_text(beside, "utf-8")
    assert read_report(tmp_path / "note.txt").text == STORY


@pytest.mark.parametrize("beside", ["{", '{"title": "x", "colour": "red"}'])
def test_broken_metadata_is_said(tmp_path: Path, beside: str) -> None:
    (tmp_path / "note.txt").write_text(STORY, "utf-8")
    (tmp_path / "note.json").write_text(beside, "utf-8")
    with pytest.raises(ReportError, match=r"note\.json|colour"):
        read_report(tmp_path / "note.txt")


def test_a_name_of_255_bytes_is_read(tmp_path: Path) -> None:
    """No longer name fits beside it, and none is looked for."""
    path = tmp_path / ("n" * 251 + ".txt")
    path.write_text(STORY, "utf-8")
    assert read_report(path).text == STORY


def test_a_name_that_is_no_text_is_shown_with_signs_that_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(STORY, "utf-8")
    assert read_report(path).file == "caf\ufffd.txt"
