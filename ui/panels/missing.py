"""What is in view and not on the map, each with its reason. Never empty in silence."""

import html

import streamlit as st

from incidents.records import Incident
from incidents.wording import say_casualties, say_date, title
from ui import session
from ui.markup import plain
from ui.view import View

NO_PLACE = "The text names no place."
SHOWN = 4
"""So many stand right under the map; the tab lists them all."""


def row(view: View) -> None:
    """Name the first few in a row under the map, so that nobody has to go and look for them."""
    missing = _missing(view)
    with st.container(horizontal=True, vertical_alignment="center", key="nowhere"):
        st.button(
            "",
            icon=":material/zoom_out_map:",
            key="refit",
            type="tertiary",
            help="Let the map show all that is in view",
            on_click=session.refit,
        )
        if not missing:
            st.html(f'<div class="cm-note">{_nothing(view)}</div>')
            return
        st.html(
            f'<div class="cm-note"><b>Not on the map</b> ({len(missing)}):</div>', width="content"
        )
        for incident in missing[:SHOWN]:
            _button(view, incident, "row")
        if len(missing) > SHOWN:
            st.html(f'<div class="cm-note">and {len(missing) - SHOWN} more, in the tab below</div>')


def _missing(view: View) -> list[Incident]:
    return [i for i in view.incidents if i.place.kind == "none"]


def _nothing(view: View) -> str:
    if view.incidents:
        return "Every incident in view is on the map."
    return "No incident passes the filters. Clear one of them, at the left, to see more."


def _button(view: View, incident: Incident, where: str) -> None:
    chosen = view.selected is not None and view.selected.id == incident.id
    label = view.labels.get(incident.id, "")
    st.button(
        f"**{plain(label)}** {plain(title(incident))}, {plain(say_date(incident.date))}",
        key=f"missing_{where}_{incident.id}",
        type="primary" if chosen else "secondary",
        help=plain(incident.place.why or NO_PLACE),
        on_click=session.select,
        args=(incident.id,),
    )


def show(view: View) -> None:
    """List the incidents that the map can't draw, each with its reason."""
    missing = _missing(view)
    if not missing:
        st.html(f'<div class="cm-note">{_nothing(view)}</div>')
        return
    with st.container(key="missing", gap=None):
        for incident in missing:
            _button(view, incident, "tab")
            why = incident.place.why or NO_PLACE
            st.html(
                f'<div class="cm-note">{html.escape(say_casualties(incident))}. '
                f"{html.escape(why)}</div>"
            )
