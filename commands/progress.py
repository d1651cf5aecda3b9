"""The gazetteer's first build, shown on a terminal; on standard error, so that pipes stay clean."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.build import index_path


def open_with_progress() -> Gazetteer:
    """Open the gazetteer; where it must be built first, show how far it is."""
    if index_path().exists():
        return open_gazetteer()
    with Progress(
        TextColumn("Building the gazetteer once:"),
        BarColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("…", total=1.0)
        return open_gazetteer(lambda what, part: bar.update(task, description=what, completed=part))
