"""The "Data" page: ACLED, UCDP and tables of one's own, brought in and kept as layers."""

import html

import streamlit as st

from ui.others import bringing, kept, removed
from ui.tongue import _
from ui.who import READ_ONLY, may_edit


def show() -> None:
    """Draw the chooser, and the layers that are kept; for readers only the latter."""
    st.title(_("Data of others"))
    if not may_edit():
        st.html(f'<div class="cm-note cm-lead">{html.escape(_(READ_ONLY))}</div>')
        kept.show()
        return
    lead = _(
        "A file is kept on this machine as a layer of its own, beside the incidents of the "
        "reports and never among them. No snapshot and no backup takes it along."
    )
    st.html(f'<div class="cm-note cm-lead">{html.escape(lead)}</div>')
    left, right = st.columns([3, 2], gap="large")
    with left:
        bringing.show()
    with right:
        removed.show()
    kept.show()
