"""`conflict-map snapshot`: write a view as one zip, check one, look into one."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from incidents.errors import DateError
from incidents.filters import FilterSpec
from incidents.report import Report, read_report
from incidents.select import select
from incidents.wording import labels, line

if TYPE_CHECKING:
    from geo.snapshot import Manifest
    from incidents.records import Incident


def snapshot(  # noqa: PLR0913 - the options of a command are its arguments
    reports: Annotated[
        list[Path] | None, typer.Argument(help="Report files: text, HTML, PDF, Word, e-mail.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The zip to write.")] = None,
    filter_json: Annotated[
        str,
        typer.Option(
            "--filter",
            metavar="JSON",
            help="What is in view, as the dashboard's address has it: "
            '\'{"actors":["Wagner Group"],"date_from":"2024-01-01"}\'.',
        ),
    ] = "{}",
    theme: Annotated[Literal["light", "dark"], typer.Option(help="Colours of the map.")] = "light",
    *,
    title: Annotated[str, typer.Option(help="Heading of the map.")] = "",
    published: Annotated[
        str | None, typer.Option(help="Publication date (EDTF), such as 2024-03-28 or 2024-03~.")
    ] = None,
    report_title: Annotated[str | None, typer.Option(help="The reports' title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    language: Annotated[
        str | None, typer.Option(help="en or fr; found out where not given.")
    ] = None,
    created: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help="ISO 8601; now otherwise. Give it to get the same bytes again."
        ),
    ] = None,
    verify: Annotated[
        Path | None, typer.Option(metavar="ZIP", help="Check that a snapshot is as it was written.")
    ] = None,
    open_: Annotated[
        Path | None, typer.Option("--open", metavar="ZIP", help="Check it and list what it holds.")
    ] = None,
) -> None:
    """Write a map with its incidents, quotes and proof into one zip.

    The zip holds the map as PNG, SVG and a page that needs no network, the incidents as CSV,
    GeoJSON and JSON, the reports, and a manifest of filters, counts, versions and checksums.
    """
    if verify or open_:
        _look(verify, open_)
        return
    if not reports or out is None:
        raise typer.BadParameter("Name the reports and, with --out, the zip to write.")
    spec = FilterSpec.from_json(filter_json)
    said = {"published": published, "title": report_title, "publisher": publisher}
    read = [read_report(path, language=language, **said) for path in reports]
    manifest = _write(read, out, spec, theme=theme, title=title, created=_moment(created))
    print(f"{out}: {manifest.counts_in_words}")


def _moment(text: str | None) -> dt.datetime:
    if text is None:
        return dt.datetime.now(tz=dt.UTC)
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise DateError(
            f"--created {text!r} is no time. Write it as 2024-03-28T12:00:00."
        ) from error


def _write(
    reports: list[Report],
    out: Path,
    spec: FilterSpec,
    *,
    theme: Literal["light", "dark"],
    title: str,
    created: dt.datetime,
) -> "Manifest":
    # Imported late: `conflict-map --help` should not wait for geopandas and matplotlib.
    from geo.pipeline import default_pipeline  # noqa: PLC0415
    from geo.snapshot import write_snapshot  # noqa: PLC0415

    pipeline = default_pipeline()
    incidents = [incident for report in reports for incident in pipeline.read(report)]
    chosen = _in_view(incidents, reports, spec)
    return write_snapshot(out, chosen, reports, spec, created=created, theme=theme, title=title)


def _in_view(
    incidents: "list[Incident]", reports: list[Report], spec: FilterSpec
) -> "list[Incident]":
    from geo.table import table_of  # noqa: PLC0415 - as above

    texts = {report.id: report.text for report in reports}
    table = table_of(incidents, texts)
    kept = set(select(table, spec).index)
    return [incident for incident in incidents if incident.id in kept]


def _look(verify: Path | None, open_: Path | None) -> None:
    from geo.snapshot import open_to_keep, verify_snapshot  # noqa: PLC0415 - as above

    if verify:
        manifest = verify_snapshot(verify)
        print(f"{verify}: as it was written on {manifest.created}, {len(manifest.files)} files")
        print(manifest.counts_in_words)
    if open_:
        opened = open_to_keep(open_)
        print(f"{open_}: {len(opened.incidents)} incidents of {len(opened.reports)} reports")
        print("\n".join(opened.manifest.filters.describe()) or "No filters")
        numbers = labels(opened.incidents)
        for incident in opened.incidents:
            print(f"{numbers[incident.id]:>4}  {line(incident)}")
