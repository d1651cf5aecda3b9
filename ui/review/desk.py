"""What lies on the analyst's desk now: the queue, the incident that is looked at, its report."""

from dataclasses import dataclass

import msgspec
import streamlit as st

from incidents.decisions import Folded
from incidents.records import Incident
from incidents.report import Report
from incidents.reviewing import Progress, State, Wanted, beside, progress, queue, states_of
from incidents.wording import labels
from ui import session
from ui.data import Dataset, dataset
from ui.panels.checked import with_ticks

_WANTED = "review_wanted"


@dataclass(frozen=True)
class Desk:
    """The desk.

    Attributes:
        data: everything there is.
        wanted: which incidents are looked at, in which order.
        everything: all incidents by id, those that were rejected among them.
        states: by incident id; one that is not in it waits.
        queue: the wanted ones, the one to look at first first.
        current: the one that is looked at; None where nothing is wanted or selected.
        report: whose text is shown; None where there is none.
        labels: incident id to its number in that report, with a tick where it is checked.
        progress: of the reports that are wanted.
    """

    data: Dataset
    wanted: Wanted
    everything: dict[str, Incident]
    states: dict[str, State]
    queue: tuple[Incident, ...]
    current: Incident | None
    report: Report | None
    labels: dict[str, str]
    progress: Progress

    @property
    def ids(self) -> tuple[str, ...]:
        """The queue's ids."""
        return tuple(one.id for one in self.queue)

    def told(self, report_id: str) -> list[Incident]:
        """Return a report's incidents in text order, without those that were rejected."""
        return [one for one in self.data.folded.incidents if one.report_id == report_id]


def wanted() -> Wanted:
    """Return which incidents are looked at."""
    found: Wanted = st.session_state.get(_WANTED, Wanted())
    return found


def want(**changes: object) -> None:
    """Look at other incidents, or in another order, from the first of them on."""
    st.session_state[_WANTED] = msgspec.convert(msgspec.to_builtins(wanted()) | changes, Wanted)
    session.select(None)


def make_desk() -> Desk:
    """Lay the desk out as the store and the session have it now."""
    data = dataset()
    asked = wanted()
    if asked.report_id not in data.reports:
        asked = msgspec.structs.replace(asked, report_id=None)
    every = [*data.folded.incidents, *(one.incident for one in data.folded.rejected)]
    states = states_of(data.folded)
    texts = {report.id: report.text for report in data.reports.values()}
    found = queue(every, states, texts, asked)
    everything = {one.id: one for one in every}
    current = _current(everything, [one.id for one in found])
    report = data.reports.get(
        current.report_id if current else asked.report_id or next(iter(data.reports), "")
    )
    return Desk(
        data=data,
        wanted=asked,
        everything=everything,
        states=states,
        queue=found,
        current=current,
        report=report,
        labels=_labels(data.folded, report),
        progress=progress(every, states, asked.report_id),
    )


def _current(everything: dict[str, Incident], ids: list[str]) -> Incident | None:
    chosen = session.selected()
    if chosen in everything:
        return everything[chosen]
    first = beside(ids, None, 1)
    return everything[first] if first else None


def _labels(folded: Folded, report: Report | None) -> dict[str, str]:
    own = [one for one in folded.incidents if report and one.report_id == report.id]
    return with_ticks(labels(own), folded)
