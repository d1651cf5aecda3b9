"""How well reports are read: `make evaluate`, or `python benchmarks/evaluate_extraction.py`.

Runs the extractor on the gold set (`tests/golden/`), matches its incidents to the coded ones by
the rule in `matching.py`, and prints precision, recall and F1 of incidents and the accuracy of
each field: over the open reports, over the held-out third, by language and by genre (of the open
ones), and what changed since the table that is committed as `evaluation.json`.

    --save          write the table
    --words         leave the geocoder out, score the words alone
    --show ID       what is missed, false, doubled and wrong in one open report (or `--show all`)
    --list KIND     only the `doubles`, `false`, `missed`, `totals` or `fields`, of open reports
    --field NAME    with --show: only fields whose name begins so

Reports built like real pages ("pages") stand apart from the plainer ones in all groups. *Doubles*
is the share of given incidents that retell another, as `doubles.py` defines it; *totals right* the
share of reports whose killed low, summed over incidents that are no parts, is the coded one, among
those that tell of dead or were given any. Held-out reports give sums and never details.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.golden import GoldReport, read_all
from benchmarks.listing import LISTS, show
from benchmarks.scoring import Scores, compare, score
from incidents.errors import ConflictMapError
from incidents.extract import extract
from incidents.records import Incident
from incidents.report import Report

SAVED = Path(__file__).with_name("evaluation.json")
Reader = Callable[[Report], Sequence[Incident]]
Ratios = dict[str, dict[str, float]]
"""Group of reports to figure to value, 0 to 1."""


def reader(*, places: bool) -> Reader:
    """Return what reads a report: the whole pipeline, or with no gazetteer the words alone."""
    if places:
        from geo.pipeline import default_pipeline  # noqa: PLC0415  slow, and not always wanted

        return default_pipeline().read
    from incidents.finders.places import NoNames  # noqa: PLC0415

    return lambda report: extract(report, NoNames()).incidents


def as_report(gold: GoldReport) -> Report:
    """Return the report as the program would be handed it, without its coding."""
    return Report(
        id=gold.id,
        text=gold.text,
        published=gold.published,
        title=gold.title,
        publisher=gold.publisher,
        language=gold.language,
    )


def attempt(gold: GoldReport, read: Reader) -> Sequence[Incident]:
    """Read a report; one that the program refuses has no incidents, and its reason is printed."""
    try:
        return read(as_report(gold))
    except ConflictMapError as error:
        print(f"{gold.id} can't be read: {error}", file=sys.stderr)
        return ()


def evaluate(reports: Iterable[GoldReport], read: Reader, *, places: bool) -> dict[str, Scores]:
    """Score every report and sum by group: open, held out, pages, language, genre."""
    groups: dict[str, Scores] = {}
    for gold in reports:
        one = score(gold, attempt(gold, read), places=places)
        for name in group_names(gold):
            groups.setdefault(name, Scores()).add(one)
    return groups


def group_names(gold: GoldReport) -> Iterator[str]:
    """Yield the columns that a report counts in."""
    if gold.genre == "page":
        yield "held-out pages" if gold.held_out else "open pages"
    elif gold.held_out:
        yield "held out"
    else:
        yield from ("open", gold.language, gold.genre)


def rounded(groups: dict[str, Scores]) -> Ratios:
    """Return the table that is saved and compared."""
    return {
        group: {name: round(value, 4) for name, value in scores.ratios().items()}
        for group, scores in groups.items()
    }


def saved_table() -> Ratios | None:
    """Return the last committed table, or None while there is none."""
    if not SAVED.exists():
        return None
    table: Ratios = json.loads(SAVED.read_text(encoding="utf-8"))["groups"]
    return table


def changes(old: Ratios, new: Ratios) -> list[str]:
    """Return one line for each figure that moved by half a point or more."""
    return [
        f"{group}: {name} {old[group][name]:.3f} → {value:.3f}"
        for group, figures in new.items()
        for name, value in figures.items()
        if abs(value - old.get(group, {}).get(name, value)) >= 0.005  # noqa: PLR2004  half a point
    ]


def print_table(groups: dict[str, Scores], console: Console) -> None:
    """Print a column for each group and a row for each figure, in percent."""
    order = ["open", "held out", "open pages", "held-out pages", "en", "fr"]
    columns = [g for g in order if g in groups] + sorted(set(groups) - set(order))
    table = Table("figure, %", *columns, box=None, padding=(0, 1))
    table.add_row("incidents coded", *(str(groups[g].gold) for g in columns))
    table.add_row("on the never list", *(str(groups[g].forbidden) for g in columns))
    ratios = {group: groups[group].ratios() for group in columns}
    fields = sorted({name for figures in ratios.values() for name in figures}, key=_row_order)
    for name in fields:
        cells = (f"{100 * ratios[g][name]:.0f}" if name in ratios[g] else "" for g in columns)
        table.add_row(name, *cells)
    console.print(table)


def _row_order(name: str) -> tuple[bool, str]:
    return (not name.startswith(("incident", "doubles", "totals")), name)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 unless `--show` names no report that may be shown."""
    options = _parser().parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 160)
    read = reader(places=not options.words)
    if options.show or options.list:
        return show_reports(read, options)
    groups = evaluate(read_all(), read, places=not options.words)
    print_table(groups, console)
    report_changes(rounded(groups), save=options.save, console=console)
    return 0


def show_reports(read: Reader, options: Namespace) -> int:
    """Print what `--show` and `--list` ask for; 1 where no report of that id may be shown."""
    wanted = [
        gold for gold in read_all() if not gold.held_out and options.show in (None, "all", gold.id)
    ]
    for gold in wanted:
        for line in show(gold, compare(gold, attempt(gold, read)), options):
            print(line)
    return 0 if wanted else 1


def _parser() -> ArgumentParser:
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--save", action="store_true", help="write the table")
    parser.add_argument("--words", action="store_true", help="leave the geocoder out")
    parser.add_argument("--show", metavar="ID", help="what is wrong in a report, or in all")
    parser.add_argument("--list", choices=LISTS, help="only what is wrong in this way")
    parser.add_argument("--field", help="with --show: only fields whose name begins so")
    return parser


def report_changes(table: Ratios, *, save: bool, console: Console) -> None:
    """Print what moved since the committed table, and write the new one if asked."""
    if (old := saved_table()) is None:
        console.print("no committed table to compare with")
    else:
        moved = changes(old, table)
        console.print("\n".join(["since the committed table:", *moved]) if moved else "no change")
    if save:
        body = json.dumps({"groups": table}, indent=1, sort_keys=True, ensure_ascii=False)
        SAVED.write_text(body + "\n", encoding="utf-8")
        console.print(f"written: {SAVED.name}")


if __name__ == "__main__":
    raise SystemExit(main())
