"""A snapshot of the view: one zip to hand on, that can be checked and opened again."""

import datetime as dt
import html
import tempfile
from pathlib import Path

import streamlit as st

from geo.snapshot import write_snapshot
from geo.snapshot.carrying import carried_of
from incidents.tongue import ENGLISH, speaking
from ui import session, theme
from ui.data import store
from ui.tongue import _
from ui.view import View

_MADE = "snapshot_made"


def show(view: View) -> None:
    """Draw the button that makes a snapshot, then the one that saves it."""
    with st.popover(_("Snapshot"), icon=":material/download:", width="stretch"):
        about = _(
            "One zip: the map as PNG, SVG, PDF and a page that needs no network; the incidents "
            "in view as CSV and GeoJSON, with their quotes; and a manifest that says which "
            "filters, data and rules made it. It is in English."
        )
        st.html(f'<div class="cm-note">{html.escape(about)}</div>')
        title = st.text_input(_("Title"), key="snapshot_title", placeholder=_("optional"))
        if st.button(_("Make the snapshot"), type="primary", key="snapshot_make", width="stretch"):
            with st.spinner(_("Drawing the map and writing the files …")):
                st.session_state[_MADE] = (_state(view), _write(view, title))
        made = st.session_state.get(_MADE)
        if made and made[0] == _state(view):
            st.download_button(
                _("Save the zip ({size:.1f} MB)", size=len(made[1]) / 1e6),
                data=made[1],
                file_name=f"conflict-map-{dt.datetime.now(tz=dt.UTC):%Y%m%d-%H%M}.zip",
                mime="application/zip",
                key="snapshot_save",
                on_click="ignore",
                width="stretch",
            )
        elif made:
            stale = html.escape(_("The view has changed since; make it anew."))
            st.html(f'<div class="cm-note">{stale}</div>')


def _state(view: View) -> tuple[str, str, str | None, str]:
    chosen = view.selected.id if view.selected else None
    return store().stamp(), session.spec().to_json(), chosen, theme.current()


def _write(view: View, title: str) -> bytes:
    # It goes to others: one language for all, whoever saves it.
    with speaking(ENGLISH), tempfile.TemporaryDirectory() as folder:
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
