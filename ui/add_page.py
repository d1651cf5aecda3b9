"""The "Add a report" page: a file or pasted text, read into incidents and kept."""

import html

import streamlit as st

from ui.adding import files, kept, outcome, pasted, removed
from ui.data import dataset
from ui.panels import opening, rereading, set_aside
from ui.tongue import _
from ui.who import READ_ONLY, may_edit


def show() -> None:
    """Draw the forms, what was read just now, and what is kept; for readers only the last."""
    data = dataset()
    if not may_edit():
        st.title(_("Reports"))
        st.html(f'<div class="cm-note cm-lead">{html.escape(_(READ_ONLY))}</div>')
        kept.show(data)
        return
    st.title(_("Add a report"))
    lead = _(
        "The text is read on this machine and goes nowhere else. Nothing is kept but the text, "
        "its incidents, and your own corrections."
    )
    st.html(f'<div class="cm-note cm-lead">{html.escape(lead)}</div>')
    left, right = st.columns([3, 2], gap="large")
    with left:
        by_file, by_text, by_snapshot = st.tabs([_("Files"), _("Pasted text"), _("A snapshot")])
        with by_file:
            files.show(data)
        with by_text:
            pasted.show()
        with by_snapshot:
            opening.show()
        outcome.show(data)
    with right:
        removed.show()
        rereading.show(data)
        set_aside.show(data)
    kept.show(data)
