"""The "Method and data" page: what happens to a report, from which data, in which versions."""

import html
from importlib.metadata import version
from pathlib import Path

import streamlit as st

from geo.assets import leaflet_version
from geo.versions import versions
from incidents.tongue import ENGLISH
from ui.data import pipeline
from ui.tongue import _, language

ROOT = Path(__file__).resolve().parent.parent


def show() -> None:
    """Draw the page."""
    st.title(_("Method and data"))
    if language() != ENGLISH:
        note = html.escape(_("These two documents are in English."))
        st.html(f'<div class="cm-note">{note}</div>')
    method, data, versions_in_force = st.tabs(
        [_("Method"), _("Data and licences"), _("Versions in force")]
    )
    with method:
        st.markdown((ROOT / "docs" / "method.md").read_text("utf-8"))
    with data:
        # Its first line is the heading, which the tab already is.
        st.markdown((ROOT / "data" / "README.md").read_text("utf-8").partition("\n")[2])
    with versions_in_force:
        st.dataframe(_versions(), hide_index=True, height="content")


def _versions() -> list[dict[str, str]]:
    found = versions() | {
        "engine": pipeline().version,
        "Leaflet": leaflet_version(),
        "streamlit": version("streamlit"),
        "folium": version("folium"),
    }
    return [
        {_("What"): name.replace("_", " "), _("Version"): said[:32]} for name, said in found.items()
    ]
