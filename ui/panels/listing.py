"""The incidents as a table: sortable, and the map's reading for a screen reader."""

from functools import partial

import pandas as pd
import streamlit as st

from geo.snapshot.tables import safe_csv
from incidents.wording import say_casualties, say_date, say_place, title
from ui import session
from ui.panels import emptiness
from ui.view import View


def show(view: View) -> None:
    """Draw the table; choosing a row selects that incident everywhere."""
    if view.rows.empty:
        emptiness.note(view)
        return
    ids = list(view.rows["id"])
    chosen = ids.index(view.selected.id) if view.selected else None
    shown = frame(view)
    # Streamlit's own download, which .streamlit/config.toml turns off, has cells that a
    # spreadsheet runs.
    st.download_button(
        "Save the table as CSV",
        data=partial(as_csv, shown),
        file_name="incidents.csv",
        mime="text/csv",
        key="listing_csv",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )
    state = st.dataframe(
        shown,
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


def as_csv(shown: pd.DataFrame) -> bytes:
    """Return the table for a spreadsheet: words that it would run stay words."""
    return safe_csv(list(shown.columns), shown.itertuples(index=False))


def frame(view: View) -> pd.DataFrame:
    """Return the table in words."""
    return pd.DataFrame(
        {
            "No.": [view.labels[i.id] for i in view.incidents],
            "What": [title(i) for i in view.incidents],
            "When": [say_date(i.date) for i in view.incidents],
            "From": list(view.rows["earliest"]),
            "To": list(view.rows["latest"]),
            "Where": [say_place(i.place) for i in view.incidents],
            "Map": list(view.rows["not_on_map"].fillna("drawn")),
            "Precision": [i.place.precision for i in view.incidents],
            "Toll": [say_casualties(i) for i in view.incidents],
            "Who": list(view.rows["actors"]),
            "Says": list(view.rows["sources"]),
            "Status": [i.status for i in view.incidents],
            "Review": list(view.rows["review"]),
            "Checked by": list(view.rows["checked_by"].fillna("")),
            "Quote": list(view.rows["quote"]),
        }
    )
