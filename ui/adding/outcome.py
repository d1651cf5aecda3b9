"""What became of what was read: said as it is, with what is missing and how to give it."""

import streamlit as st

from geo.adding import Added
from incidents.records import Incident
from incidents.report import Report
from incidents.totals import totals
from incidents.wording import labels, say_casualties, say_date, say_place, title
from ui import session
from ui.adding import editing
from ui.adding.reading import Outcome, outcomes
from ui.data import Dataset
from ui.markup import Kind, say

SHOWN = 3
"""From more files on each one's incidents are folded away."""


def show(data: Dataset) -> None:
    """Draw what happened to each file, in the order in which they were given."""
    found = outcomes()
    for number, outcome in enumerate(found):
        if outcome.error is not None:
            say("error", outcome.error, about=outcome.name)
        elif outcome.added is not None and outcome.added.report.id in data.reports:
            _read(data, outcome, outcome.added, folded=len(found) > SHOWN, number=number)


def _read(data: Dataset, outcome: Outcome, added: Added, *, folded: bool, number: int) -> None:
    report = data.reports[added.report.id]
    rows = data.table.rows[data.table.rows["report_id"] == report.id]
    own = [data.incidents[i] for i in rows["id"]]
    counted = totals(rows).sentence() if own else "no incident was found in it."
    kind: Kind = "info" if added.happened == "unchanged" or not own else "success"
    if own and not report.published:
        kind = "warning"
    say(kind, f"{added.sentence()} {counted[:1].upper()}{counted[1:]}", about=outcome.name)
    for note in report.notes:
        say("info", note)
    if not report.published:
        _undated(report, outcome)
    if own:
        with st.expander("Its incidents", expanded=not folded):
            st.dataframe(_listing(own), hide_index=True)
        if st.button("Show on the map", key=f"show_{number}_{report.id}"):
            _turn_to(report.id)
    else:
        say(
            "info",
            "The command conflict-map explain says of each sentence why it made no incident.",
        )


def _undated(report: Report, outcome: Outcome) -> None:
    say("warning", "No publication date: days like “Monday” and years stay unknown.")
    if not outcome.date_asked:
        editing.ask_date(report)


def _listing(own: list[Incident]) -> list[dict[str, str]]:
    numbers = labels(own)
    return [
        {
            "No.": numbers[i.id],
            "What": title(i),
            "When": say_date(i.date),
            "Where": say_place(i.place),
            "Toll": say_casualties(i),
        }
        for i in own
    ]


def _turn_to(report_id: str) -> None:
    session.set_spec(session.spec().replace(reports=(report_id,)))
    session.turn_to(report_id)
    session.refit()
    session.finish()
    st.switch_page("dashboard.py", query_params=session.query())
