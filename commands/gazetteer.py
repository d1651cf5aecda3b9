"""`conflict-map gazetteer`: country packs with every village that GeoNames knows."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table

from geo.gazetteer.download import ADDRESS, fetched
from geo.gazetteer.packs import Pack, add_pack, country_code, list_packs, remove_pack

app = typer.Typer(no_args_is_help=True, help="Add, list and remove country packs of villages.")


@app.command("add")
def add(
    country: Annotated[str, typer.Argument(help="Two-letter country code, such as ML.")],
    *,
    file: Annotated[
        Path | None, typer.Option(help="GeoNames' dump that you have: ML.txt or ML.zip.")
    ] = None,
) -> None:
    """Add a country's places: from a file, or fetched from GeoNames (CC BY 4.0).

    Without `--file` this is the only command that goes to the network, and GeoNames' server
    sees that this machine asked for that country.
    """
    code = country_code(country)
    if file is not None:
        _added(add_pack(file, code))
        return
    with Progress(
        TextColumn(ADDRESS.format(country=code)), BarColumn(), DownloadColumn(),
        console=Console(stderr=True),
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=None)
        with fetched(
            code, lambda done, total: bar.update(task, completed=done, total=total or None)
        ) as download:
            _added(add_pack(download.path, code, source=download.address))


@app.command("list")
def list_installed() -> None:
    """List the installed packs with their origin and checksum."""
    packs = list_packs()
    if not packs:
        typer.echo("No country pack is installed. Add one: conflict-map gazetteer add ML")
        return
    table = Table("pack", "places", "added", "size", "sha256", "source", box=None)
    for pack in packs:
        size = f"{pack.size_bytes / 1e6:.1f} MB"
        row = (pack.name, f"{pack.places:,}", pack.added, size, pack.sha256[:12], pack.source)
        table.add_row(*row)
    Console().print(table)


@app.command("remove")
def remove(country: Annotated[str, typer.Argument(help="Pack to remove, such as ML.")]) -> None:
    """Remove a country's pack."""
    code = country_code(country)
    remove_pack(code)
    typer.echo(f"Removed the pack {code}.")


def _added(pack: Pack) -> None:
    typer.echo(
        f"Added {pack.name}: {pack.places:,} places from {pack.source}, "
        f"sha256 {pack.sha256[:12]}…, {pack.size_bytes / 1e6:.1f} MB."
    )
