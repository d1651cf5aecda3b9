"""The selected incident's place, put right by the analyst: another candidate, a pin, an area."""

from collections.abc import Mapping

import streamlit as st

from geo.decisions import chosen, drawn
from incidents.errors import GazetteerError
from incidents.records import Incident, Place
from incidents.wording import say_place
from ui import deciding, session
from ui.data import pipeline
from ui.markup import plain
from ui.view import View

_DRAWING, _ALL = "placing_drawing", "placing_all"


def drawing() -> bool:
    """Tell whether the map waits for a pin or an area to be drawn."""
    return bool(st.session_state.get(_DRAWING)) and session.selected() is not None


def show(view: View, incident: Incident) -> None:
    """Draw the button on the card that opens the corrections."""
    with st.popover("Correct the place", icon=":material/edit_location:", key="placing"):
        st.markdown(f"**{plain(say_place(incident.place))}**")
        st.caption(plain(incident.place.why or "The text names no place."))
        same = _same_words(view, incident)
        if same > 1:
            words = incident.place.text or ""
            st.checkbox(f"for all {same:d} incidents at “{plain(words)}” in this report", key=_ALL)
        _candidates(incident)
        st.button(
            "Stop" if drawing() else plain(_say_what_to_do(incident)),
            key="placing_draw",
            width="stretch",
            on_click=_toggle,
        )
        if deciding.in_force_on(incident):
            st.button(
                "Take the correction back",
                key="placing_undo",
                icon=":material/undo:",
                width="stretch",
                on_click=deciding.take_all_back,
                args=(incident,),
            )


def _say_what_to_do(incident: Incident) -> str:
    if incident.place.kind == "point":
        return "Move its pin on the map, or draw a pin or an area"
    return "Draw it on the map: a pin or an area"


def _candidates(incident: Incident) -> None:
    # Numbered as `geo.correcting` numbers them on the map.
    for number, candidate in enumerate(incident.place.candidates, start=1):
        where = f"{candidate.lat_deg:.2f}, {candidate.lon_deg:.2f}"
        st.button(
            f"{number:d} · {plain(candidate.name)} · {plain(where)} · score {candidate.score:.2f}",
            key=f"placing_{number}",
            width="stretch",
            disabled=candidate.place_id == incident.place.place_id,
            on_click=choose,
            args=(incident, candidate.place_id),
        )


def _same_words(view: View, incident: Incident) -> int:
    words = incident.place.text
    return sum(
        i.report_id == incident.report_id and i.place.text == words and words is not None
        for i in view.data.incidents.values()
    )


def choose(incident: Incident, candidate_id: str) -> None:
    """Make one of its candidates the incident's place."""
    st.session_state[_DRAWING] = False
    try:
        _keep(incident, chosen(incident.place, candidate_id, pipeline().gazetteer))
    except GazetteerError as error:
        session.note(str(error))


def take(incident: Incident, feature: Mapping[str, object]) -> None:
    """Make what was drawn on the map the incident's place."""
    st.session_state[_DRAWING] = False
    try:
        _keep(incident, drawn(incident.place, feature))
    except GazetteerError as error:
        session.note(str(error))


def _keep(incident: Incident, place: Place) -> None:
    deciding.put_place(incident, place, everywhere=bool(st.session_state.get(_ALL)))


def _toggle() -> None:
    st.session_state[_DRAWING] = not drawing()
