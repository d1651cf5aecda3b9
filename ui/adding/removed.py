"""The removed reports: put back with all that was decided, or deleted for good."""

import html

import streamlit as st

from incidents.report import Report
from ui.acting import acting
from ui.data import store
from ui.tongue import _, n_


def show() -> None:
    """Draw them, the last removed first; nothing where there are none."""
    removed = store().removed()
    if not removed:
        return
    head = n_("Removed: {n} report", "Removed: {n} reports", len(removed))
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    for one in removed:
        words, button = st.columns([3, 2], vertical_alignment="center", gap="small")
        with words:
            st.html(f'<div class="cm-report">{html.escape(one.report.name)}</div>')
        with button:
            st.button(
                _("Put it back"),
                key=f"restore_{one.report.id}",
                icon=":material/undo:",
                width="stretch",
                help=_("With its incidents and all that was decided on them"),
                on_click=acting(store().restore),
                args=(one.report.id,),
            )
            _erasing(one.report)


def _erasing(report: Report) -> None:
    with st.popover(_("Delete for good"), key=f"erasing_{report.id}", width="stretch"):
        st.text(_("Its text, its incidents and all that was decided on them can't be put back."))
        st.button(
            _("Delete them"),
            key=f"erase_{report.id}",
            type="primary",
            on_click=acting(store().erase),
            args=(report.id,),
        )
