"""`conflict-map data`: other people's data as layers beside the reports' incidents."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from datasets.auditing import audit
from datasets.exporting import export as write_out
from datasets.keeping import Shelf
from datasets.mapping import read_plan
from datasets.records import Card, Losses
from incidents.tongue import n_

app = typer.Typer(
    no_args_is_help=True,
    help="Bring in ACLED, UCDP, GeoJSON, CSV and Excel as layers; audit them; take them out again.",
)
Database = Annotated[
    str | None, typer.Option(help="File or URL; the one that the dashboard uses otherwise.")
]
Mapping = Annotated[
    Path | None,
    typer.Option(help="TOML file that says which column holds what; kept for the next such file."),
]
_FIRST = 20
"""Refused rows that are listed; the page “Data” and the layer keep more."""


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="CSV, Excel, JSON or GeoJSON.")],
    *,
    name: Annotated[str, typer.Option(help="The layer's name; the file's otherwise.")] = "",
    mapping: Mapping = None,
    licence: Annotated[str, typer.Option(help="A line on its licence.")] = "",
    database: Database = None,
) -> None:
    """Bring a file in as a layer, and say what of it is not kept or doubtful.

    ACLED's and UCDP's columns are known; for others give a mapping.
    """
    plan = read_plan(mapping) if mapping else None
    card = Shelf(database).add(file, name=name, plan=plan, licence=licence)
    print(f"Layer “{card.name}”: {_form(card)}, sha256 {card.sha256[:12]}….")
    if card.licence:
        print(f"Licence: {card.licence}")
    _print_losses(card.losses)


@app.command("list")
def list_layers(*, database: Database = None) -> None:
    """List the layers with their origin, licence and checksum."""
    shelf = Shelf(database)
    for error in shelf.damaged():
        print(error, file=sys.stderr)
    cards = shelf.cards()
    if not cards:
        print("There is no layer. Bring a file in: conflict-map data add FILE")
        return
    table = Table("layer", "form", "rows", "imported", "file", "sha256", "licence", box=None)
    for card in cards:
        row = (card.name, card.form, f"{card.losses.kept:,}", card.imported, card.source,
               card.sha256[:12], card.licence)  # fmt: skip
        table.add_row(*map(escape, row))
    Console().print(table)


@app.command("remove")
def remove(
    name: Annotated[str, typer.Argument(help="The layer's name.")], *, database: Database = None
) -> None:
    """Delete a layer for good; the file that it came from stays."""
    Shelf(database).erase(name)
    print(f"Removed the layer “{name}”.")


@app.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="CSV, Excel, JSON or GeoJSON.")],
    *,
    mapping: Mapping = None,
    database: Database = None,
) -> None:
    """Audit a file's coordinates: centroids drawn as pins, jitter, repeated and rounded ones."""
    plan = read_plan(mapping) if mapping else Shelf(database).plan(file)
    for finding in audit(file, plan):
        print(finding)


@app.command("export")
def export(
    name: Annotated[str, typer.Argument(help="The layer's name.")],
    file: Annotated[Path, typer.Argument(help="Ends in .csv, .json or .geojson.")],
    *,
    exact: Annotated[
        bool, typer.Option("--exact", help="No apostrophe before what a spreadsheet would run.")
    ] = False,
    database: Database = None,
) -> None:
    """Write a layer's columns out again as they came. Mind the licence before passing it on."""
    layer = Shelf(database).open(name)
    guarded = write_out(layer, file, exact=exact)
    print(
        f"{file}: {n_('{n} row', '{n} rows', layer.table.num_rows)}. {layer.card.licence}".strip()
    )
    if guarded:
        print(
            f"{n_('{n} cell begins', '{n} cells begin', guarded)} as a formula does; an apostrophe "
            "stands before, which --exact leaves out."
        )


def _form(card: Card) -> str:
    forms = {"acled": "ACLED", "ucdp": "UCDP", "own": "columns by the mapping"}
    losses = card.losses
    return f"{forms[card.form]}, {losses.kept:,} of {n_('{n} row', '{n} rows', losses.read)} kept"


def _print_losses(losses: Losses) -> None:
    if losses.lost:
        print("Columns that are not kept:")
        for why, columns in _by_reason(losses).items():
            print(f"  {', '.join(columns)}: {why}")
    if losses.refused_rows:
        print(f"Rows that are not kept: {losses.refused_rows:,}")
        for one in losses.refused[:_FIRST]:
            print(f"  row {one.row}: {one.why} {one.remedy}")
        more = losses.refused_rows - _FIRST
        if more > 0:
            print(f"  and {more:,} more")
    if losses.doubts:
        print("To be known:")
        for doubt in losses.doubts:
            rows = n_("{n} row", "{n} rows", doubt.rows)
            first = f" (first: row {', '.join(map(str, doubt.first))})" if doubt.first else ""
            print(f"  {f'{rows}: ' if doubt.rows else ''}{doubt.says}{first}")


def _by_reason(losses: Losses) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in losses.lost:
        found.setdefault(one.why, []).append(one.column)
    return found
