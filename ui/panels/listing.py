"""The incidents as a table: sortable, and the map's reading for a screen reader."""

import pandas as pd
import streamlit as st

from incidents.wording import say_casualties, say_date, say_place, title
from ui import session
from ui.view import View


def show(view: View) -> None:
    """Draw the table; choosing a row selects that incident everywhere."""
    if view.rows.empty:
        st.html('<div class="cm-note">No incident passes the filters. Clear one to see more.</div>')
        return
    ids = list(view.rows["id"])
    chosen = ids.index(view.selected.id) if view.selected else None
    state = st.dataframe(
        frame(view),
        key=f"listing_{session.selected()}_{session.spec().to_json()}",
        hide_index=True,
        height=236,
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [] if chosen is None else [chosen]}},
        alt="Incidents in view, one a row",
    )
    rows = state["selection"]["rows"]
    if rows and rows[0] < len(ids) and ids[rows[0]] != session.selected():
        session.select(ids[rows[0]])
        st.rerun()


def frame(view: View) -> pd.DataFrame:
    """Return the table in words."""
    return pd.DataFrame(
        {
            "No.": [view.labels[i.id] for i in view.incidents],
            "What": [title(i) for i in view.incidents],
            "When": [say_date(i.date) for i in view.incidents],
            "From": [i.date.earliest if i.date else None for i in view.incidents],
            "To": [i.date.latest if i.date else None for i in view.incidents],
            "Where": [say_place(i.place) for i in view.incidents],
            "Precision": [i.place.precision for i in view.incidents],
            "Toll": [say_casualties(i) for i in view.incidents],
            "Who": list(view.rows["actors"]),
            "Says": list(view.rows["sources"]),
            "Status": [i.status for i in view.incidents],
            "Quote": list(view.rows["quote"]),
        }
    )
