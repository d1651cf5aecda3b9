"""`conflict-map explain`: how a report was read, sentence by sentence."""

from pathlib import Path
from typing import Annotated

import typer

from geo.pipeline import default_pipeline
from incidents.explain import explain as explain_extraction
from incidents.report import read_report


def explain(
    report: Annotated[Path, typer.Argument(help="Report file: text, HTML, PDF, Word.")],
    *,
    published: Annotated[
        str | None, typer.Option(help="Publication date (EDTF), such as 2024-03-28 or 2024-03~.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="en or fr; found out where not given.")
    ] = None,
) -> None:
    """Show what was read in each sentence, by which rule, and why incidents were told apart."""
    read = read_report(report, published=published, language=language)
    for line in explain_extraction(default_pipeline().extract(read)):
        typer.echo(line)
