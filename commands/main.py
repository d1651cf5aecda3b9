"""The `conflict-map` command: one line of help a sub-command, errors fit for a person."""

import sys

import typer

from incidents.errors import ConflictMapError

app = typer.Typer(
    name="conflict-map",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help=(
        "Read incidents out of written reports and draw them on a map.\n\n"
        "Every mark keeps the words that put it there. Works without a network.\n\n"
        "Start with `conflict-map serve`, or `conflict-map extract report.txt`."
    ),
)


def _mount() -> None:
    # Imported here, so that `--help` says why a command is missing and not only that it is.
    from commands import (  # noqa: PLC0415
        add,
        backup,
        boundaries,
        check,
        data,
        explain,
        extract,
        gazetteer,
        geocode,
        serve,
        snapshot,
    )

    app.command("serve")(serve.serve)
    app.command("add")(add.add)
    app.command("extract")(extract.extract)
    app.command("explain")(explain.explain)
    app.command("geocode")(geocode.geocode)
    app.command("snapshot")(snapshot.snapshot)
    app.command("check")(check.check)
    app.command("backup")(backup.backup)
    app.command("restore")(backup.restore)
    app.add_typer(gazetteer.app, name="gazetteer")
    app.add_typer(boundaries.app, name="boundaries")
    app.add_typer(data.app, name="data")


def main() -> None:
    """Run the command line; a known error is one line on stderr and exit code 1."""
    _mount()
    try:
        app()
    except ConflictMapError as error:
        print(f"conflict-map: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
