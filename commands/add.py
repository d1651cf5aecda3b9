"""`conflict-map add`: report files, folders and archives into the database."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from geo.adding import dateline
from geo.outcomes import Adder
from geo.pipeline import Pipeline, default_pipeline
from incidents.errors import ConflictMapError, ReportError
from incidents.folders import Found, find
from incidents.likeness import Shelf
from incidents.report import Report, read_report
from incidents.store import Store
from incidents.store.connecting import url_of
from incidents.tongue import n_


def add(
    paths: Annotated[
        list[Path], typer.Argument(help="Files, folders (with all in them) and zip archives.")
    ],
    *,
    published: Annotated[
        str | None, typer.Option(help="Publication date (EDTF) of all that are given here.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    language: Annotated[
        str | None, typer.Option(help="en or fr; found out where not given.")
    ] = None,
    who: Annotated[str, typer.Option(help="Your name, kept with each report.")] = "",
    database: Annotated[
        str | None, typer.Option(help="File or URL; the one that the dashboard uses otherwise.")
    ] = None,
) -> None:
    """Read reports into the database, as the page “Add a report” does.

    Title, publisher and date are what a file says of itself, or what a file beside it says
    (`raid.toml` beside `raid.txt`). A line is printed for each file. The exit code is 1 where
    one could not be read; those of other kinds are left out, and said to be.
    """
    given = {"published": published, "publisher": publisher, "language": language}
    store = Store(url_of(database))
    run = _Run(default_pipeline(), store, given, who.strip())
    try:
        for found in _listed(paths):
            print(run.take(found))
            sys.stdout.flush()
    except KeyboardInterrupt:
        print("Stopped; what was read is kept.", file=sys.stderr)
        raise typer.Exit(130) from None
    finally:
        store.close()
    print(_summary(run.told, len(run.undated)))
    raise typer.Exit(1 if run.told["failed"] or not run.told else 0)


class _Run:
    """One run over all files: what became of each, and what it is like."""

    def __init__(
        self, pipeline: Pipeline, store: Store, given: dict[str, str | None], who: str
    ) -> None:
        self.told: Counter[str] = Counter()
        self.undated: set[str] = set()
        self._adder, self._store, self._given = Adder(pipeline, store, who=who), store, given
        self._said = [key for key, value in given.items() if value]
        reports = store.reports()
        self._shelf = Shelf((one.id, one.text) for one in reports)
        self._names = {one.id: one.name for one in reports}

    def take(self, found: Found) -> str:
        """Read one file; return its line."""
        if found.why_not:
            self.told["left out"] += 1
            return f"{found.shown}: left out, {found.why_not}."
        opened = _opened(found, self._given)
        outcome = self._adder.take(found.shown, opened, said=self._said)
        if outcome.added is None:
            self.told["double" if outcome.double else "failed"] += 1
            return f"{found.shown}: {outcome.error}"
        self.told[outcome.added.happened] += 1
        kept = outcome.added.report
        said = [
            outcome.added.sentence(),
            n_("{n} incident.", "{n} incidents.", self._read(kept)),
            *kept.notes,
        ]
        self.undated.discard(kept.id)
        if not kept.published:
            self.undated.add(kept.id)
            said.append(_undated(kept))
        return f"{found.shown}: {' '.join([*said, *self._like(kept)])}"

    def _read(self, kept: Report) -> int:
        return len(self._store.incidents(kept.id))

    def _like(self, kept: Report) -> Iterator[str]:
        like = self._shelf.like(kept.id, kept.text)
        self._shelf.add(kept.id, kept.text)
        self._names[kept.id] = kept.name
        if like:
            yield like.sentence(self._names[like.report_id])


def _opened(found: Found, given: dict[str, str | None]) -> Report | ConflictMapError:
    try:
        return read_report(found.path, **given)
    except ConflictMapError as error:
        return error


def _listed(paths: list[Path]) -> Iterator[Found]:
    """Go through what is found, with a bar on a terminal."""
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise ReportError(f"{', '.join(missing)}: there is no such file or folder. Check the path.")
    console = Console(stderr=True)
    with Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    ) as progress:
        task = progress.add_task("", total=_number(paths) if console.is_terminal else None)
        for found in find(paths):
            progress.update(task, description=found.path.name)
            yield found
            progress.advance(task)


def _number(paths: list[Path]) -> int:
    """Count the files; an archive, which is not opened twice, counts as one."""
    return sum(sum(1 for one in path.rglob("*") if one.is_file()) or 1 for path in paths)


def _undated(report: Report) -> str:
    offered = report.proposed_published or dateline(report)
    perhaps = f" (perhaps {offered})" if offered else ""
    return f"No publication date{perhaps}: years and days like “Monday” stay unknown."


def _summary(told: Counter[str], undated: int) -> str:
    if not told:
        return "No file was found there."
    words = {
        "read": "read",
        "read again": "read again",
        "put back": "put back",
        "unchanged": "there already",
        "double": "with the very text of another",
        "left out": "left out",
        "failed": "not read",
    }
    said = ", ".join(f"{told[key]} {word}" for key, word in words.items() if told[key])
    total = n_("{n} file", "{n} files", sum(told.values()))
    if not undated:
        return f"{total}: {said}."
    return (
        f"{total}: {said}. {undated} without a publication date: give it by --published, or on the "
        "page “Add a report”."
    )
