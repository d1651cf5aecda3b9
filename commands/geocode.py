"""`conflict-map geocode`: where a name, or the names of many texts, are."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from commands.progress import open_with_progress
from geo.gazetteer.packs import country_code
from geo.geocoder import Geocoder
from geo.geocoder.batch import answer_line, one_name
from incidents.errors import ReportError
from incidents.records import Place, to_json


def geocode(
    names: Annotated[
        list[str] | None,
        typer.Argument(help='Names or phrases: "Segou region", "20 km east of Ansongo".'),
    ] = None,
    *,
    jsonl: Annotated[
        Path | None,
        typer.Option(
            help='One text a line: `{"id", "text", "mentions": [{"start", "end"}]}`; '
            "`-` reads standard input. Writes `{id, places: [PLACE or null, ...]}`, in order."
        ),
    ] = None,
    find: Annotated[
        bool, typer.Option("--find", help="Find the mentions too; each PLACE has its span.")
    ] = False,
    country: Annotated[
        str | None, typer.Option(help="Two-letter code of the country to prefer, such as ML.")
    ] = None,
) -> None:
    """Say where places are: names given here, names asked for, or the mentions of texts.

    Without a name and without `--jsonl` it asks for one name after another.
    """
    geocoder = Geocoder(open_with_progress())
    if jsonl is not None:
        raise typer.Exit(_lines(jsonl, geocoder, find=find))
    code = country_code(country) if country else None
    for name in names or _asked():
        _show(name, one_name(name, geocoder, code))


def _lines(path: Path, geocoder: Geocoder, *, find: bool) -> int:
    failed = False
    with _opened(path) as lines:
        for line in lines:
            if not line.strip():
                continue
            answer = answer_line(line, geocoder, find=find)
            failed |= answer.error is not None
            sys.stdout.buffer.write(to_json(answer) + b"\n")
    sys.stdout.buffer.flush()
    return int(failed)


@contextmanager
def _opened(path: Path) -> Iterator[Iterable[bytes]]:
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror}.") from error
    with file:
        yield file


def _asked() -> Iterator[str]:
    while True:
        try:
            name = input("Place (empty ends): ").strip()
        except EOFError:
            return
        if not name:
            return
        yield name


def _show(name: str, place: Place) -> None:
    console = Console()
    table = Table(title=name, title_justify="left", show_header=False, box=None, pad_edge=False)
    table.add_column(style="dim")
    table.add_column()
    for label, value in _rows(place):
        table.add_row(label, value)
    console.print(table)
    if len(place.candidates) > 1:
        console.print(_candidates(place))
    console.print()


def _rows(place: Place) -> Iterator[tuple[str, str]]:
    yield "place", place.name or "unknown"
    yield "drawn as", {"point": "a pin", "area": "an area", "none": "nothing"}[place.kind]
    if place.lat_deg is not None and place.lon_deg is not None:
        radius = f", within {place.radius_km:g} km" if place.radius_km else ""
        yield "at", f"{place.lat_deg:.4f}, {place.lon_deg:.4f}{radius}"
    where = [place.admin2, place.admin1, place.country]
    yield "in", ", ".join(part for part in where if part) or "–"
    yield "where_prec", str(place.precision)
    yield "why", place.why


def _candidates(place: Place) -> Table:
    table = Table("candidate", "id", "lat", "lon", "score", box=None, header_style="dim")
    for item in place.candidates:
        table.add_row(
            item.name,
            item.place_id,
            f"{item.lat_deg:.3f}",
            f"{item.lon_deg:.3f}",
            f"{item.score:.0%}",
        )
    return table
