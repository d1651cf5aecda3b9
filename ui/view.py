"""The part of the data that is in view now: what every panel draws."""

from dataclasses import dataclass

import pandas as pd

from incidents.records import Incident
from incidents.report import Report
from incidents.select import select
from incidents.totals import Totals, totals
from incidents.wording import labels
from ui import session
from ui.data import Dataset
from ui.tongue import _


@dataclass(frozen=True)
class View:
    """The filtered data.

    Attributes:
        data: everything there is.
        rows: rows of the table that the filters keep.
        incidents: the same as records, in the same order.
        labels: incident id to the number that map, text and table share.
        totals: figures over `rows`.
        missing: those that the map doesn't draw, each with the reason, as the map decides it.
        selected: the selected incident, where it is in view.
        report: the report whose text is shown; None where there is none.
    """

    data: Dataset
    rows: pd.DataFrame
    incidents: tuple[Incident, ...]
    labels: dict[str, str]
    totals: Totals
    missing: tuple[tuple[Incident, str], ...]
    selected: Incident | None
    report: Report | None


def make_view(data: Dataset) -> View:
    """Filter the data by the session's filters and find what is selected."""
    rows = select(data.table, session.spec())
    incidents = tuple(data.incidents[i] for i in rows["id"])
    in_view = {i.id: i for i in incidents}
    chosen = session.selected()
    if chosen and chosen not in data.incidents:
        session.note(_("The link points to an incident that is not here. Add its report first."))
        session.select(None)
    picked = in_view.get(chosen or "")
    return View(
        data=data,
        rows=rows,
        incidents=incidents,
        labels=labels(incidents),
        totals=totals(rows, data.folded.accepted),
        missing=missing(rows, incidents),
        selected=picked,
        report=_report(data, incidents, picked),
    )


def missing(
    rows: pd.DataFrame, incidents: tuple[Incident, ...]
) -> tuple[tuple[Incident, str], ...]:
    """Return the incidents without a mark, each with the reason that the table carries."""
    pairs = zip(incidents, rows["not_on_map"], strict=True)
    return tuple((incident, why) for incident, why in pairs if isinstance(why, str))


def _report(
    data: Dataset, incidents: tuple[Incident, ...], picked: Incident | None
) -> Report | None:
    wanted = [session.chosen_report()]
    if picked:
        wanted.insert(0, picked.report_id)
    wanted += [i.report_id for i in incidents[:1]]
    wanted += list(data.reports)[:1]
    return next((data.reports[w] for w in wanted if w in data.reports), None)
