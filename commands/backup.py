"""`conflict-map backup` and `conflict-map restore`: all that is kept, in one file and back."""

from pathlib import Path
from typing import Annotated

import typer

Which = Annotated[
    str | None, typer.Option(help="File or URL; the one that the dashboard uses otherwise.")
]


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    *,
    database: Which = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> None:
    """Write reports, incidents and decisions into one file, also while the dashboard runs.

    The file is SQLite, whichever database it is from, and only you may read it. `conflict-map
    restore` puts it back.
    """
    from incidents.store.backup import back_up  # noqa: PLC0415
    from incidents.store.connecting import url_of  # noqa: PLC0415

    held = back_up(url_of(database), file, force=force)
    print(f"{file}: {held.sentence()} The file is whole.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `conflict-map backup` wrote.")],
    *,
    database: Which = None,
) -> None:
    """Put a backup in place of what is kept; that goes into a file of its own first.

    Into SQLite or PostgreSQL, whichever the backup is from. A dashboard that is open goes on
    with what was restored, unless the database was damaged: then start it anew.
    """
    from incidents.store.backup import restore as put_back  # noqa: PLC0415
    from incidents.store.connecting import url_of  # noqa: PLC0415

    done = put_back(file, url_of(database))
    if done.before:
        print(f"What was kept before is in {done.before}.")
    print(f"Restored. {done.held.sentence()}")
