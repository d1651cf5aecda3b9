"""The map page put together: strip, map over timeline and table, text beside them."""

import html

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from incidents.timeline import Timeline
from ui import session
from ui.data import dataset
from ui.joining import counting
from ui.panels import export, filters, layers, listing, map_view, missing, reading, strip, timeline
from ui.tongue import _
from ui.view import View, make_view


def show() -> None:
    """Draw the page and write the view into the URL."""
    waiting = _waiting()
    data = counting.counted(dataset())
    filters.show(data)
    layers.show()
    view = make_view(data)
    head, tools = st.columns([9, 2], vertical_alignment="top")
    with head:
        strip.show(view)
    with tools:
        export.show(view)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        with st.container(key="map"):
            map_view.show(view)
        missing.row(view)
        line = _below(view)
    with right, st.container(key="reading"):
        reading.show(view)
    waiting.empty()
    session.finish()
    timeline.play(line)


def _waiting() -> DeltaGenerator:
    """Say what one waits for until the first map stands; later maps stand while they change."""
    place = st.empty()
    if not map_view.drawn():
        words = html.escape(_("Laying out the map …"))
        place.html(f'<div class="cm-waiting" role="status">{words}</div>')
    return place


def _below(view: View) -> Timeline | None:
    with st.container(key="below"):
        when, where, rows = st.tabs(
            [
                _("Timeline"),
                _("Not on the map ({n})", n=len(view.missing)),
                _("Table ({n})", n=len(view.incidents)),
            ]
        )
        with when:
            line = timeline.show(view)
        with where:
            missing.show(view)
        with rows:
            listing.show(view)
    return line
