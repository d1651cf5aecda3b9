import datetime as dt
from pathlib import Path

import msgspec
import pytest
import typer
from typer.testing import CliRunner

from commands.snapshot import snapshot
from incidents.errors import DateError, FilterError, SnapshotError
from incidents.filters import FilterSpec
from incidents.records import Incident, Span
from incidents.report import Report, report_id
from tests.geo.map_samples import GOLD, TEXT

pytest.importorskip("geo.pipeline", exc_type=ImportError)


class FakePipeline:
    """Reads the sample's incidents out of any report."""

    def read(self, report: Report) -> list[Incident]:
        """Return the sample's incidents as this report's."""
        return [msgspec.structs.replace(one, report_id=report.id) for one in GOLD]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("geo.pipeline.default_pipeline", FakePipeline)
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words: object) -> str:
    app = typer.Typer()
    app.command()(snapshot)
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return str(result.output)


def test_a_snapshot_is_written_verified_and_opened(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "s.zip"
    assert "5 events in 4 incidents" in run(report, "--out", out)
    assert "as it was written" in run("--verify", out)
    listed = run("--open", out)
    assert "5 incidents of 1 reports" in listed
    assert "  2a" in listed


@pytest.mark.usefixtures("unpictured")
def test_the_filter_decides_what_is_in_it(report: Path, tmp_path: Path) -> None:
    said = run(report, "--out", tmp_path / "s.zip", "--filter", '{"text":"wedding"}')
    assert said.endswith("1 event in 1 incident · 3 killed · 1 on the map\n")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--filter", '{"colour":"red"}'], FilterError),
        (["--created", "yesterday"], DateError),
    ],
)
def test_what_means_nothing_is_refused(
    report: Path, tmp_path: Path, words: list[str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        run(report, "--out", tmp_path / "s.zip", *words)
    assert not (tmp_path / "s.zip").exists()


def test_a_file_that_is_no_snapshot_is_refused(report: Path) -> None:
    with pytest.raises(SnapshotError):
        run("--verify", report)


@pytest.mark.usefixtures("unpictured")
def test_a_crafted_snapshot_is_refused_before_anything_of_it_is_listed(
    report: Path, tmp_path: Path
) -> None:
    """A zip whose sums are right may hold what no reading gives."""
    from geo.snapshot import write_snapshot  # noqa: PLC0415 - as the command does

    out = tmp_path / "crafted.zip"
    text = report.read_text(encoding="utf-8")
    held = Report(id=report_id(text), text=text)
    wrong = msgspec.structs.replace(GOLD[0], report_id=held.id, evidence=(Span(0, 10**6),))
    write_snapshot(
        out, [wrong], [held], FilterSpec(), created=dt.datetime(2024, 4, 2, tzinfo=dt.UTC)
    )
    assert "as it was written" in run("--verify", out)
    with pytest.raises(SnapshotError, match="never writes"):
        run("--open", out)
