"""The map: areas, pins and circles over an offline base, selecting in step with the rest."""

from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from geo.basemap import make_map
from geo.layers import bounds_of, clicked_incident, incident_layers
from ui import session, theme
from ui.view import View

HEIGHT = 500
_CLICKS = "map_clicks"
_RETURNED = ["last_object_clicked_count", "last_object_clicked_tooltip", "last_active_drawing"]


def show(view: View) -> None:
    """Draw the map; a click on a mark selects its incident everywhere."""
    shade = theme.current()
    center, zoom = _frame(view)
    result = st_folium(
        _base(shade, center, zoom),
        key=f"map_{shade}",
        height=HEIGHT,
        use_container_width=True,
        returned_objects=_RETURNED,
        feature_group_to_add=_layers(view, shade),
    )
    _adopt(result or {}, view)


def _layers(view: View, shade: theme.Theme) -> list[folium.FeatureGroup]:
    chosen = view.selected.id if view.selected else None
    return incident_layers(view.incidents, theme=shade, selected=chosen, numbers=view.labels)


def _base(shade: theme.Theme, center: tuple[float, float], zoom: int) -> folium.Map:
    return make_map(shade, center=center, zoom=zoom)


def _frame(view: View) -> tuple[tuple[float, float], int]:
    bounds = bounds_of(list(view.data.incidents.values()))
    if bounds is None:
        return (12.0, 5.0), 3
    (south, west), (north, east) = bounds
    span = max(east - west, (north - south) * 1.3, 0.5)
    zoom = next((z for z in range(9, 1, -1) if 360 / 2**z * 2.2 >= span), 2)
    return ((south + north) / 2, (west + east) / 2), zoom


def _adopt(result: dict[str, Any], view: View) -> None:
    # The component keeps its last answer; only a higher click count is a new click.
    clicks = int(result.get("last_object_clicked_count") or 0)
    if clicks == st.session_state.get(_CLICKS, 0):
        return
    st.session_state[_CLICKS] = clicks
    ids = [i for i in clicked_incident(result) if i in view.labels]
    if not ids:
        return
    chosen = view.selected.id if view.selected else None
    # A second click on a mark that holds several goes on to the next of them.
    session.select(ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else ids[0])
    st.rerun()
