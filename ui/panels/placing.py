"""The selected incident's place, put right by the analyst: by name, by numbers, or on the map."""

from collections.abc import Callable, Mapping

import streamlit as st

from geo.coordinates import read_coordinates
from geo.decisions import chosen, drawn, typed
from incidents.decisions import PutPlace
from incidents.errors import GazetteerError
from incidents.records import Incident, Place
from incidents.wording import say_place
from ui import deciding, session
from ui.data import Dataset, pipeline
from ui.markup import plain
from ui.panels import placing_fields as fields
from ui.tongue import N_, _, retold
from ui.who import may_edit

_DRAWING = "placing_drawing"


def drawing() -> bool:
    """Tell whether the map waits for a pin or an area to be drawn."""
    return bool(st.session_state.get(_DRAWING)) and session.selected() is not None


def show(data: Dataset, incident: Incident, *, on_map: bool = True) -> None:
    """Draw the button on the card that opens the corrections.

    Args:
        data: everything there is.
        incident: the selected one.
        on_map: whether there is a map beside it, to draw on.
    """
    if not may_edit():
        return
    with st.popover(_("Correct the place"), icon=":material/edit_location:", key="placing"):
        st.markdown(f"**{plain(say_place(incident.place))}**")
        st.caption(plain(retold(incident.place.why or N_("The text names no place."))))
        fields.about(incident, _same_words(data, incident))
        fields.candidates(incident, choose)
        fields.by_coordinates(incident, _type)
        fields.by_name(incident, pipeline().gazetteer, choose)
        if on_map:
            st.button(
                _("Stop") if drawing() else plain(_say_what_to_do(incident)),
                key="placing_draw",
                width="stretch",
                on_click=_toggle,
            )
        decisions = data.folded.standing(incident.id, PutPlace)
        for reason in dict.fromkeys(one.why for one in decisions if one.why):
            st.text(_("The analyst’s reason: {reason}", reason=reason))
        if decisions:
            st.button(
                _("Take the correction back"),
                key="placing_undo",
                icon=":material/undo:",
                width="stretch",
                on_click=deciding.leave_place,
                args=(incident,),
            )


def _say_what_to_do(incident: Incident) -> str:
    if incident.place.kind == "point":
        return _("Move its pin on the map, or draw a pin or an area")
    return _("Draw it on the map: a pin or an area")


def _same_words(data: Dataset, incident: Incident) -> int:
    words = incident.place.text
    return sum(
        i.report_id == incident.report_id and i.place.text == words and words is not None
        for i in data.incidents.values()
    )


def choose(incident: Incident, place_id: str) -> None:
    """Make one of its candidates, or another place of the gazetteer, the incident's place."""
    _decide(
        incident,
        lambda: chosen(incident.place, place_id, pipeline().gazetteer, fields.precision(incident)),
    )


def take(incident: Incident, feature: Mapping[str, object]) -> None:
    """Make what was drawn on the map the incident's place."""
    _decide(
        incident,
        lambda: drawn(incident.place, feature, pipeline().gazetteer, fields.precision(incident)),
        on_map=True,
    )


def _type(incident: Incident) -> None:
    words = fields.coordinates(incident)
    _decide(
        incident,
        lambda: typed(
            incident.place,
            read_coordinates(words),
            pipeline().gazetteer,
            fields.precision(incident),
        ),
    )


def _decide(incident: Incident, place: Callable[[], Place], *, on_map: bool = False) -> None:
    st.session_state[_DRAWING] = False
    try:
        made = place()
    except GazetteerError as error:
        # Said in the form; and above the map for what was done there, the form being closed.
        fields.refuse(incident, str(error))
        if on_map:
            session.note(str(error))
        return
    deciding.put_place(
        incident, made, everywhere=fields.for_all(incident), why=fields.reason(incident)
    )
    fields.forget(incident)


def _toggle() -> None:
    st.session_state[_DRAWING] = not drawing()
