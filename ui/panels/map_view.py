"""The map: areas, pins and circles over an offline base, selecting in step with the rest."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from datasets.layers import Layer
from datasets.marks import kept_of, others
from geo.basemap import Bounds, fit_view, make_map
from geo.correcting import Correction, around, candidate_in, correction_of, moved_to, on_the_globe
from geo.layers import (
    bounds_of,
    click_serial,
    clicked_incident,
    incident_layers,
    last_click,
)
from geo.sheet import MOST_POINTS
from incidents.records import Incident
from ui import session, theme
from ui.panels import checked, layers, placing
from ui.tongue import language
from ui.view import View

HEIGHT = 500
CLOSEST = 7.0
"""Zoom at most when the map goes to a selected incident: its surroundings stay in sight."""
_SERIAL, _FRAME, _SEEN = "map_click", "map_frame", "map_selected"
_CORRECTED, _FITTED = "map_corrected", "map_fitted"


def show(view: View) -> None:
    """Draw the map; a click on a mark selects its incident everywhere."""
    shade, shown = theme.current(), layers.switched_on()
    _go_to_selected(view)
    _fit(view, shown)
    drawing = placing.drawing()
    correct = correction_of(view.selected, view.labels) if drawing and view.selected else None
    _go_to_candidates(view, correct)
    center, zoom = st.session_state[_FRAME]
    key = f"map_{shade}_{language()}" + "_drawing" * drawing
    last: Mapping[str, Any] = st.session_state.get(key) or {}
    result = st_folium(
        make_map(shade, drawing=drawing),
        key=key,
        height=HEIGHT,
        use_container_width=True,
        center=center,
        zoom=zoom,
        # Telling Python of every zoom costs a run; only very many points, and layers, are binned
        # here.
        returned_objects=["last_active_drawing", *(["zoom"] if _many(view) or shown else [])],
        feature_group_to_add=incident_layers(
            view.incidents,
            theme=shade,
            selected=view.selected.id if view.selected else None,
            numbers=checked.ticked(view),
            zoom=last.get("zoom", zoom),
            correct=correct,
            accepted=view.data.folded.accepted,
            others=others(shown, session.spec(), last.get("zoom", zoom)),
        ),
    )
    _adopt(result or {}, view)


def drawn() -> bool:
    """Tell whether this session has a map already."""
    return _FRAME in st.session_state


def _fit(view: View, shown: Sequence[Layer]) -> None:
    """Show all that is left when the filters have changed, or when it was asked for."""
    changed = st.session_state.get(_FITTED) != session.spec()
    held, asked = session.take_hold(), session.take_refit()
    st.session_state[_FITTED] = session.spec()
    drawn = _extent(view, shown)
    if asked or (changed and not held and drawn) or _FRAME not in st.session_state:
        st.session_state[_FRAME] = fit_view(drawn or bounds_of(list(view.data.incidents.values())))


def _many(view: View) -> bool:
    return view.totals.on_map > MOST_POINTS


def _extent(view: View, shown: Sequence[Layer]) -> Bounds | None:
    """Return the extent of the incidents and of the layers' points; None where none is drawn."""
    drawn = [bounds_of(view.incidents), *(kept_of(one, session.spec()).bounds for one in shown)]
    boxes = [box for box in drawn if box is not None]
    if not boxes:
        return None
    south, west = (min(box[0][axis] for box in boxes) for axis in (0, 1))
    north, east = (max(box[1][axis] for box in boxes) for axis in (0, 1))
    return (south, west), (north, east)


def _go_to_selected(view: View) -> None:
    """Go to what was selected elsewhere than on the map, once."""
    chosen = view.selected.id if view.selected else None
    if chosen == st.session_state.get(_SEEN):
        return
    st.session_state[_SEEN] = chosen
    bounds = bounds_of([view.selected]) if view.selected else None
    if bounds is not None:
        center, zoom = fit_view(bounds)
        st.session_state[_FRAME] = (center, min(zoom, CLOSEST))


def _go_to_candidates(view: View, correct: Correction | None) -> None:
    """Show the candidates when the analyst starts to correct a place, once."""
    chosen = view.selected.id if view.selected and correct else None
    if chosen == st.session_state.get(_CORRECTED):
        return
    st.session_state[_CORRECTED] = chosen
    if view.selected and correct:
        bounds = around(correct, bounds_of([view.selected]))
        if bounds is not None:
            st.session_state[_FRAME] = fit_view(bounds)


def _adopt(result: Mapping[str, Any], view: View) -> None:
    feature = result.get("last_active_drawing")
    if placing.drawing() and view.selected and feature and feature.get("geometry"):
        placing.take(view.selected, on_the_globe(feature))
        st.rerun()
    serial = click_serial(result)
    # The component keeps its last answer; only another serial is another click.
    if not serial or serial == st.session_state.get(_SERIAL):
        return
    st.session_state[_SERIAL] = serial
    if placing.drawing() and view.selected and _corrected(view.selected, last_click(result)):
        st.rerun()
    ids = [i for i in clicked_incident(result) if i in view.labels]
    if ids:
        chosen = view.selected.id if view.selected else None
        # A second click on a mark that holds several goes on to the next of them.
        picked = ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else ids[0]
        st.session_state[_SEEN] = picked
        session.select(picked)
    st.rerun()


def _corrected(incident: Incident, click: Mapping[str, Any]) -> bool:
    """Take a pin that was moved or a candidate that was clicked; tell whether one was."""
    point, candidate = moved_to(click), candidate_in(click)
    if point is not None:
        placing.take(incident, point)
    elif candidate is not None:
        placing.choose(incident, candidate)
    return point is not None or candidate is not None
