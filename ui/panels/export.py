"""A snapshot of the view: one zip to hand on, that can be checked and opened again."""

import datetime as dt
import tempfile
from pathlib import Path

import streamlit as st

from geo.snapshot import write_snapshot
from geo.snapshot.carrying import carried_of
from ui import session, theme
from ui.data import store
from ui.view import View

_MADE = "snapshot_made"


def show(view: View) -> None:
    """Draw the button that makes a snapshot, then the one that saves it."""
    with st.popover("Snapshot", icon=":material/download:", width="stretch"):
        st.html(
            '<div class="cm-note">One zip: the map as PNG, SVG, PDF and a page that needs no '
            "network; the incidents in view as CSV and GeoJSON, with their quotes; and a "
            "manifest that says which filters, data and rules made it.</div>"
        )
        title = st.text_input("Title", key="snapshot_title", placeholder="optional")
        if st.button("Make the snapshot", type="primary", key="snapshot_make", width="stretch"):
            with st.spinner("Drawing the map and writing the files …"):
                st.session_state[_MADE] = (_state(view), _write(view, title))
        made = st.session_state.get(_MADE)
        if made and made[0] == _state(view):
            st.download_button(
                f"Save the zip ({len(made[1]) / 1e6:.1f} MB)",
                data=made[1],
                file_name=f"conflict-map-{dt.datetime.now(tz=dt.UTC):%Y%m%d-%H%M}.zip",
                mime="application/zip",
                key="snapshot_save",
                on_click="ignore",
                width="stretch",
            )
        elif made:
            st.html('<div class="cm-note">The view has changed since; make it anew.</div>')


def _state(view: View) -> tuple[str, str, str | None, str]:
    chosen = view.selected.id if view.selected else None
    return store().stamp(), session.spec().to_json(), chosen, theme.current()


def _write(view: View, title: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "snapshot.zip"
        write_snapshot(
            path,
            view.incidents,
            list(view.data.reports.values()),
            session.spec(),
            theme=theme.current(),
            selected=view.selected.id if view.selected else None,
            title=title,
            created=dt.datetime.now(tz=dt.UTC),
            carried=carried_of(view.incidents, view.data.contents),
        )
        return path.read_bytes()
