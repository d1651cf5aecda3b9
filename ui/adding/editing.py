"""What is known of a kept report, changed: it is read again, and the decisions on it stay."""

import msgspec
import streamlit as st

from geo.adding import DETAILS, Details, amend
from geo.outcomes import Outcome
from incidents.errors import ConflictMapError
from incidents.report import Report
from ui.adding import details
from ui.adding.reading import outcomes, remember
from ui.data import pipeline, store
from ui.markup import say
from ui.tongue import _

_EDITED, _SEEN, _REFUSED = "edited_report", "edit_seen", "edit_refused"


def edited() -> str | None:
    """Return the id of the report whose details are being changed."""
    found: str | None = st.session_state.get(_EDITED)
    return found


def turn_to(report_id: str | None) -> None:
    """Open a report's details for changing; None closes them."""
    st.session_state[_EDITED] = report_id
    st.session_state[_SEEN] = None
    st.session_state[_REFUSED] = None


def show(report: Report) -> None:
    """Draw a kept report's details to be changed."""
    # The fields stay as they were when they were drawn first, whatever others save meanwhile.
    seen: Report = st.session_state.get(_SEEN) or report
    st.session_state[_SEEN] = seen
    with st.form(f"edit_{report.id}"):
        given = details.fields(f"edit_{report.id}", seen)
        answer = None if seen.published else details.question(f"edit_{report.id}", seen)
        refused = st.session_state.get(_REFUSED)
        if refused:
            say("error", refused)
        with st.container(horizontal=True, gap="small"):
            sent = st.form_submit_button(_("Save and read again"), type="primary")
            closed = st.form_submit_button(_("Cancel"))
    if closed:
        turn_to(None)
        st.rerun()
    if sent:
        known = answer not in (None, details.NOT_KNOWN)
        if known and not given.published:
            given = msgspec.structs.replace(given, published=answer)
        _save(seen, given, asked=answer == details.NOT_KNOWN)


def ask_date(report: Report) -> None:
    """Ask for the date of a report that was read without one."""
    key = f"ask_{report.id}"
    with st.form(key, border=False):
        answer = details.question(key, report)
        field, button = st.columns([2, 3], vertical_alignment="bottom")
        with field:
            typed = st.text_input(
                _("Published"), key=f"{key}_date", placeholder="2024-03-28"
            ).strip()
        with button:
            sent = st.form_submit_button(_("Save and read again"))
    refused = st.session_state.get(_REFUSED)
    if refused and edited() is None:
        say("error", refused)
    if not sent:
        return
    published = typed or (None if answer == details.NOT_KNOWN else answer)
    known = Details(**{field: getattr(report, field) for field in DETAILS})
    if published or answer:
        _save(report, msgspec.structs.replace(known, published=published), asked=not published)


def _save(report: Report, given: Details, *, asked: bool) -> None:
    try:
        with st.spinner(_("Reading it again …")):
            added = amend(pipeline(), store(), report.id, given, seen=report)
    except ConflictMapError as error:
        st.session_state[_REFUSED] = str(error)
    else:
        turn_to(None)
        made = Outcome(name=added.report.name, added=added, date_asked=asked)
        others = [o for o in outcomes() if o.added is None or o.added.report.id != report.id]
        remember([made, *others])
    st.rerun()
