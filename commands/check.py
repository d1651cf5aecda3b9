"""`conflict-map check`: look a database over."""

from typing import Annotated

import typer


def check(
    database: Annotated[
        str | None,
        typer.Argument(help="File or URL; the one that the dashboard uses otherwise."),
    ] = None,
) -> None:
    """Look a database over, and change nothing in it.

    Checks the file, its form, that every row can be read and every span lies in its text, and
    that every decision finds its words. The exit code is 1 where anything is wrong.
    """
    # Imported late: `conflict-map --help` should not wait for geopandas.
    from geo.pipeline import engine_version  # noqa: PLC0415
    from incidents.store.checking import look_over  # noqa: PLC0415
    from incidents.store.connecting import url_of  # noqa: PLC0415

    wrong = 0
    for finding in look_over(url_of(database), engine_version()):
        wrong += finding.wrong
        print(f"{'!' if finding.wrong else ' '} {finding.said}")
    print(f"{wrong} to look at." if wrong else "Nothing is wrong.")
    raise typer.Exit(1 if wrong else 0)
