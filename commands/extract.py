"""`conflict-map extract`: incidents out of reports, one JSON line a report."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from geo.pipeline import default_pipeline
from incidents.batch import Answer, Reader, answer_all, answer_on_cluster, bounded_lines
from incidents.errors import ConflictMapError, ReportError
from incidents.records import to_json
from incidents.report import read_report


def extract(
    reports: Annotated[
        list[Path] | None, typer.Argument(help="Report files: text, HTML, PDF, Word, e-mail.")
    ] = None,
    *,
    jsonl: Annotated[
        Path | None, typer.Option(help="One report a line, as JSON; `-` reads standard input.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Publication date (EDTF), such as 2024-03-28 or 2024-03~.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The reports' title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    language: Annotated[
        str | None, typer.Option(help="en or fr; found out where not given.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; all cores if not given.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler to run --jsonl on.")
    ] = None,
) -> None:
    """Read the incidents out of reports and print them as JSON, one line a report.

    Many reports: `conflict-map extract --jsonl reports.jsonl > incidents.jsonl`. A report that
    can't be read gets a line with its error, the others are read, and the exit code is 1.
    """
    if bool(reports) == bool(jsonl):
        raise ReportError("Give report files, or --jsonl FILE; one of the two.")
    if jsonl:
        failed = _batch(jsonl, workers, scheduler)
        raise typer.Exit(1 if failed else 0)
    given = {"published": published, "title": title, "publisher": publisher, "language": language}
    failed = sum([_failed(path, given) for path in reports or []])
    raise typer.Exit(1 if failed else 0)


def _failed(path: Path, given: dict[str, str | None]) -> bool:
    """Print a file's line; tell whether it is one of an error."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        report = read_report(path, **given)
        incidents = default_pipeline().read(report)
    except ConflictMapError as error:
        print(f"conflict-map: {error}", file=sys.stderr)
        _print_one(to_json({"report_id": None, "error": str(error)}))
        return True
    for note in report.notes:
        print(f"conflict-map: {shown}: {note}", file=sys.stderr)
    _print_one(to_json({"report_id": report.id, "incidents": incidents}))
    return False


def pipeline_reader() -> Reader:
    """Make the reader of a batch's worker."""
    return default_pipeline().read


def _print_one(line: bytes) -> None:
    if sys.stdout.isatty():
        line = msgspec.json.format(line, indent=1)
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _batch(source: Path, workers: int | None, scheduler: str | None) -> int:
    """Answer a file's lines on standard output; return how many failed."""
    try:
        file = sys.stdin.buffer if str(source) == "-" else source.open("rb")
    except OSError as error:
        raise ReportError(f"{source}: {error.strerror or error}. Check the path.") from None
    with file:
        lines = bounded_lines(file)
        if scheduler:
            answers = answer_on_cluster(lines, pipeline_reader, scheduler)
        else:
            default_pipeline()  # builds the gazetteer once, before the workers ask for it
            answers = answer_all(lines, pipeline_reader, workers=workers)
        return _write(answers, _size(file))


def _write(answers: Iterator[Answer], size: int | None) -> int:
    failed = 0
    console = Console(stderr=True)
    with Progress(
        TextColumn("[progress.description]{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[reports]} reports, {task.fields[failed]} failed"),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("Reading", total=size, reports=0, failed=0)
        for number, answer in enumerate(answers, 1):
            sys.stdout.buffer.write(answer.line)
            for note in answer.notes:
                console.print(f"conflict-map: {note}", markup=False, highlight=False)
            failed += answer.failed
            progress.update(task, advance=answer.size, reports=number, failed=failed)
    sys.stdout.buffer.flush()
    if failed:
        print(
            f"conflict-map: {failed} reports could not be read; see their lines.", file=sys.stderr
        )
    return failed


def _size(file: BinaryIO) -> int | None:
    """Bytes in the input, where it is a file; a pipe has no length."""
    try:
        return Path(file.name).stat().st_size or None
    except (OSError, TypeError, AttributeError):
        return None
