"""`conflict-map boundaries`: second-level districts from a file that the analyst has."""

from pathlib import Path
from typing import Annotated

import typer

from geo.gazetteer.districts import LEVEL, add_districts, remove_districts
from geo.gazetteer.packs import country_code, list_packs

app = typer.Typer(no_args_is_help=True, help="Add, list and remove second-level boundaries.")

Country = Annotated[str, typer.Option(help="Two-letter country code, such as ML.")]


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="GeoJSON, GeoPackage or Shapefile.")],
    *,
    country: Country,
    level: Annotated[int, typer.Option(min=LEVEL, max=LEVEL, help="2: districts.")] = LEVEL,
    name_field: Annotated[
        str | None, typer.Option(help="Column with the names, where it is not found by itself.")
    ] = None,
) -> None:
    """Add a country's districts (geoBoundaries, COD-AB), so that they are drawn as areas."""
    pack = add_districts(file, country_code(country), name_field=name_field)
    typer.echo(f"Added {pack.places} areas of level {level} for {country.upper()}.")


@app.command("list")
def list_installed() -> None:
    """List the countries whose districts are installed."""
    packs = [pack for pack in list_packs() if pack.name.endswith(f".adm{LEVEL}")]
    for pack in packs:
        typer.echo(f"{pack.name[:2]}: {pack.places} areas from {pack.source}, added {pack.added}")
    if not packs:
        typer.echo("No second-level boundaries are installed.")


@app.command("remove")
def remove(*, country: Country) -> None:
    """Remove a country's districts."""
    remove_districts(country_code(country))
    typer.echo(f"Removed the districts of {country.upper()}.")
