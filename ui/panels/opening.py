"""A snapshot opened again: what it would change here is shown before it is kept."""

import html

import streamlit as st

from geo.snapshot import Opened, open_to_keep
from geo.snapshot.carrying import Plan, foresee, take_in
from incidents.errors import SnapshotError
from incidents.totals import plural
from ui import session
from ui.data import store
from ui.markup import say

_OPENED, _KEPT = "snapshot_opened", "snapshot_kept"
_NAMED = 20
"""So many reports are named; the rest is counted."""


def show() -> None:
    """Draw the form, what the opened snapshot would change, and what was kept."""
    with st.form("add_snapshot", border=False):
        file = st.file_uploader("Snapshot", type=["zip"])
        sent = st.form_submit_button("Open", type="primary")
    if sent:
        st.session_state.pop(_OPENED, None)
        st.session_state.pop(_KEPT, None)
        if file is None:
            say("warning", "Choose a snapshot first: the zip that the map page saves.")
        else:
            _open(file.getvalue(), file.name)
    opened: Opened | None = st.session_state.get(_OPENED)
    if opened is not None:
        _preview(opened)
    elif _KEPT in st.session_state:
        _kept(st.session_state[_KEPT])


def _open(data: bytes, name: str) -> None:
    try:
        with st.spinner("Checking the snapshot …"):
            st.session_state[_OPENED] = open_to_keep(data, name)
    except SnapshotError as error:
        say("error", error)


def _preview(opened: Opened) -> None:
    try:
        plan = foresee(store(), opened.incidents, opened.reports, opened.carried)
    except SnapshotError as error:
        st.session_state.pop(_OPENED, None)
        say("error", error, about=opened.name)
        return
    head = f"{opened.name}: its checksums hold. Nothing is kept yet."
    rows = "".join(f"<li>{html.escape(line)}</li>" for line in changes(plan, opened))
    st.html(
        f'<div class="cm-say cm-say-info" role="status">{html.escape(head)}<ul>{rows}</ul></div>'
    )
    with st.container(horizontal=True):
        if st.button("Keep it", type="primary", key="snapshot_keep"):
            _keep(opened)
        st.button("Leave it", key="snapshot_leave", on_click=_leave)


def changes(plan: Plan, opened: Opened) -> list[str]:
    """Say what keeping the snapshot would change, a line each."""
    lines = []
    for reports, done in (
        ([report for report, _own, _engine in plan.new], "added"),
        ([report for report, _own, _engine in plan.more], "here in part; what is missing is added"),
        (plan.stayed, "here already; its text and reading stay"),
    ):
        lines += [f"“{report.name}”: {done}" for report in reports[:_NAMED]]
        if len(reports) > _NAMED:
            lines.append(f"{len(reports) - _NAMED} more reports: {done}")
    if plan.restored:
        lines.append(f"{plural(len(plan.restored), 'report')} that you removed would come back")
    found = f"{plural(len(opened.incidents), 'incident')} in view with its filters"
    lines.append(found)
    if plan.added:
        lines.append(f"{plural(len(plan.added), 'correction')} would come into force")
    if plan.left_out:
        lines.append(
            f"{plural(len(plan.left_out), 'correction')} left out, because you decided otherwise"
        )
    return lines


def _keep(opened: Opened) -> None:
    taken = take_in(store(), opened.incidents, opened.reports, opened.carried)
    session.set_spec(opened.manifest.filters)
    session.select(opened.manifest.selected)
    session.refit()
    session.finish()
    count = (
        f"{plural(len(opened.incidents), 'incident')} of {plural(len(opened.reports), 'report')}"
    )
    _leave()
    st.session_state[_KEPT] = f"{count}, with the snapshot's filters{taken.sentence()}."
    st.rerun()


def _leave() -> None:
    st.session_state.pop(_OPENED, None)


def _kept(sentence: str) -> None:
    say("success", sentence, about="Opened")
    st.page_link(
        "dashboard.py",
        label="See it on the map",
        icon=":material/arrow_forward:",
        query_params=session.query(),
    )
