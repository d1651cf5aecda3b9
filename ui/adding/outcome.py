"""What became of what was read: said as it is, with what is missing and how to give it."""

import html

import streamlit as st

from geo.adding import Added
from geo.outcomes import Outcome
from incidents.records import Incident
from incidents.report import Report
from incidents.totals import totals
from incidents.wording import labels, say_casualties, say_date, say_place, title
from ui import session
from ui.adding import editing
from ui.adding.likes import likes
from ui.adding.reading import outcomes, refuse
from ui.data import Dataset
from ui.markup import Kind, plain, say
from ui.tongue import N_, _, retold

NOTHING = N_(
    "No incident was found in it; the command conflict-map explain says why each sentence "
    "made none."
)
UNDATED = N_(
    "No publication date: years, and days like “Monday”, stay unknown unless the text gives them."
)
SHOWN = 3
"""From more files on each one's incidents are folded away."""


def show(data: Dataset) -> None:
    """Draw what happened to each file, in the order in which they were given."""
    found = outcomes()
    if found:
        st.html(f'<div class="cm-h">{html.escape(_("Read last"))}</div>')
    for number, outcome in enumerate(found):
        if outcome.error is not None:
            refuse(outcome.name, outcome.error, double=outcome.double)
        elif outcome.added is not None and outcome.added.report.id in data.reports:
            _read(data, outcome, outcome.added, folded=len(found) > SHOWN, number=number)


def _read(data: Dataset, outcome: Outcome, added: Added, *, folded: bool, number: int) -> None:
    report = data.reports[added.report.id]
    rows = data.table.rows[data.table.rows["report_id"] == report.id]
    own = [data.incidents[i] for i in rows["id"]]
    counted = totals(rows, data.folded.accepted)
    said = [added.sentence(), f"{counted.sentence()}." if own else _(NOTHING)]
    said += [] if report.published else [_(UNDATED)]
    say(_kind(report, own, added), " ".join(said), about=outcome.name)
    for note in report.notes:
        say("info", retold(note))
    like = likes(data).get(report.id)
    if like and added.happened == "read":
        say("warning", like.sentence(data.reports[like.report_id].name))
    ask = not report.published and not outcome.date_asked
    if not own:
        if ask:
            editing.ask_date(report)
        return
    if ask and not folded:
        editing.ask_date(report)
    head = _("Its date and its incidents") if ask and folded else _("Its incidents")
    with st.expander(plain(head), expanded=not folded):
        if ask and folded:
            editing.ask_date(report)
        st.dataframe(_listing(own), hide_index=True)
        if st.button(_("Show on the map"), key=f"show_{number}_{report.id}"):
            _turn_to(report.id)


def _kind(report: Report, own: list[Incident], added: Added) -> Kind:
    if own and not report.published:
        return "warning"
    return "info" if added.happened == "unchanged" or not own else "success"


def _listing(own: list[Incident]) -> list[dict[str, str]]:
    numbers = labels(own)
    return [
        {
            _("No."): numbers[i.id],
            _("What"): title(i),
            _("When"): say_date(i.date),
            _("Where"): say_place(i.place),
            _("Toll"): say_casualties(i),
        }
        for i in own
    ]


def _turn_to(report_id: str) -> None:
    session.set_spec(session.spec().replace(reports=(report_id,)))
    session.turn_to(report_id)
    session.refit()
    session.finish()
    st.switch_page("dashboard.py", query_params=session.query())
