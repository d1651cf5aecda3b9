"""A snapshot opened again: what it would change here is shown before it is kept."""

import html

import streamlit as st

from geo.snapshot import Opened, open_to_keep
from geo.snapshot.carrying import Plan, foresee, take_in
from incidents.errors import SnapshotError
from ui import session
from ui.data import store
from ui.markup import say
from ui.tongue import _, n_

_OPENED, _KEPT = "snapshot_opened", "snapshot_kept"
_NAMED = 20
"""So many reports are named; the rest is counted."""


def show() -> None:
    """Draw the form, what the opened snapshot would change, and what was kept."""
    with st.form("add_snapshot", border=False):
        file = st.file_uploader(_("Snapshot"), type=["zip"])
        sent = st.form_submit_button(_("Open"), type="primary")
    if sent:
        st.session_state.pop(_OPENED, None)
        st.session_state.pop(_KEPT, None)
        if file is None:
            say("warning", _("Choose a snapshot first: the zip that the map page saves."))
        else:
            _open(file.getvalue(), file.name)
    opened: Opened | None = st.session_state.get(_OPENED)
    if opened is not None:
        _preview(opened)
    elif _KEPT in st.session_state:
        _kept(st.session_state[_KEPT])


def _open(data: bytes, name: str) -> None:
    try:
        with st.spinner(_("Checking the snapshot …")):
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
    head = _("{name}: its checksums hold. Nothing is kept yet.", name=opened.name)
    rows = "".join(f"<li>{html.escape(line)}</li>" for line in changes(plan, opened))
    st.html(
        f'<div class="cm-say cm-say-info" role="status">{html.escape(head)}<ul>{rows}</ul></div>'
    )
    with st.container(horizontal=True):
        if st.button(_("Keep it"), type="primary", key="snapshot_keep"):
            _keep(opened)
        st.button(_("Leave it"), key="snapshot_leave", on_click=_leave)


def changes(plan: Plan, opened: Opened) -> list[str]:
    """Say what keeping the snapshot would change, a line each."""
    lines = []
    for reports, done in (
        ([report for report, _own, _engine in plan.new], _("added")),
        (
            [report for report, _own, _engine in plan.more],
            _("here in part; what is missing is added"),
        ),
        (plan.stayed, _("here already; its text and reading stay")),
    ):
        lines += [
            _("“{report}”: {done}", report=report.name, done=done) for report in reports[:_NAMED]
        ]
        more = len(reports) - _NAMED
        if more > 0:
            lines.append(n_("{n} more report: {done}", "{n} more reports: {done}", more, done=done))
    if plan.restored:
        lines.append(
            n_(
                "{n} report that you removed would come back",
                "{n} reports that you removed would come back",
                len(plan.restored),
            )
        )
    lines.append(
        n_(
            "{n} incident in view with its filters",
            "{n} incidents in view with its filters",
            len(opened.incidents),
        )
    )
    return lines + _corrections(plan)


def _corrections(plan: Plan) -> list[str]:
    lines = []
    if plan.added:
        lines.append(
            n_(
                "{n} correction would come into force",
                "{n} corrections would come into force",
                len(plan.added),
            )
        )
    if plan.left_out:
        lines.append(
            n_(
                "{n} correction left out, because you decided otherwise",
                "{n} corrections left out, because you decided otherwise",
                len(plan.left_out),
            )
        )
    return lines


def _keep(opened: Opened) -> None:
    taken = take_in(store(), opened.incidents, opened.reports, opened.carried)
    session.set_spec(opened.manifest.filters)
    session.select(opened.manifest.selected)
    session.refit()
    session.finish()
    _leave()
    st.session_state[_KEPT] = _(
        "{incidents} of {reports}, with the snapshot’s filters{more}.",
        incidents=n_("{n} incident", "{n} incidents", len(opened.incidents)),
        reports=n_("{n} report", "{n} reports", len(opened.reports)),
        more=taken.sentence(),
    )
    st.rerun()


def _leave() -> None:
    st.session_state.pop(_OPENED, None)


def _kept(sentence: str) -> None:
    say("success", sentence, about=_("Opened"))
    st.page_link(
        "dashboard.py",
        label=_("See it on the map"),
        icon=":material/arrow_forward:",
        query_params=session.query(),
    )
