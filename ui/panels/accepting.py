"""A toll so high that it is held beside the total: accepted, or taken back, on the card."""

import streamlit as st

from incidents.decisions import AcceptToll
from incidents.records import Incident
from incidents.totals import is_held
from ui import deciding
from ui.tongue import _
from ui.view import View
from ui.who import may_edit


def show(view: View, incident: Incident) -> None:
    """Draw the button, where the incident's toll is held or was accepted."""
    if not (is_held(incident) and may_edit()):
        return
    if incident.id in view.data.folded.accepted:
        # What else vouches for it is not taken back here: the whole incident accepted, a toll set.
        folded = view.data.folded
        if not any(folded.standing(one.id, AcceptToll) for one in folded.told(incident)):
            return
        st.button(
            _("Take the toll back"),
            key="toll_back",
            icon=":material/undo:",
            help=_("It is held beside the total again"),
            on_click=deciding.leave_toll,
            args=(incident,),
        )
        return
    st.button(
        _("Accept this toll"),
        key="toll_accept",
        icon=":material/check:",
        help=_("Add it to the total: the words say it of this one event, and it is right"),
        on_click=deciding.accept_toll,
        args=(incident,),
    )
