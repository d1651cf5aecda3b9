"""The "Add a report" page: a file or pasted text, read into incidents and kept."""

import tempfile
from pathlib import Path

import streamlit as st

from ui import session
from ui.adding import files, kept, outcome, pasted
from ui.data import dataset
from ui.markup import say
from ui.panels import set_aside
from ui.panels.export import reopen


def show() -> None:
    """Draw the forms, what was read just now, and what is kept."""
    data = dataset()
    st.title("Add a report")
    st.html(
        '<div class="cm-note cm-lead">The text is read on this machine and goes nowhere else. '
        "Nothing is kept but the text, its incidents, and your own corrections.</div>"
    )
    left, right = st.columns([3, 2], gap="large")
    with left:
        by_file, by_text, by_snapshot = st.tabs(["Files", "Pasted text", "A snapshot"])
        with by_file:
            files.show()
        with by_text:
            pasted.show()
        with by_snapshot:
            _snapshot()
        outcome.show(data)
    with right:
        kept.show(data)
        set_aside.show(data)


def _snapshot() -> None:
    with st.form("add_snapshot", border=False):
        file = st.file_uploader("Snapshot", type=["zip"])
        sent = st.form_submit_button("Open", type="primary")
    if sent and file:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "snapshot.zip"
            path.write_bytes(file.getvalue())
            say("success", f"Opened: {reopen(path)}. Its checksums hold.")
        session.finish()
        st.page_link(
            "dashboard.py",
            label="See it on the map",
            icon=":material/arrow_forward:",
            query_params=session.query(),
        )
    elif sent:
        say("warning", "Choose a snapshot first: the zip that the map page saves.")
