"""The incidents as a table: sortable, and the map's reading for a screen reader."""

from functools import partial

import pandas as pd
import streamlit as st

from geo.snapshot.tables import safe_csv
from incidents.terms import said
from incidents.tongue import ENGLISH, speaking
from incidents.wording import say_casualties, say_date, say_place, title
from ui import session
from ui.panels import emptiness
from ui.tongue import N_, _, p_, retold
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
        _("Save the table as CSV"),
        data=partial(_english_csv, view),
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
        alt=_("Incidents in view, one a row"),
    )
    rows = state["selection"]["rows"]
    if rows and rows[0] < len(ids) and ids[rows[0]] != session.selected():
        session.select(ids[rows[0]])
        st.rerun()


def as_csv(shown: pd.DataFrame) -> bytes:
    """Return the table for a spreadsheet: words that it would run stay words."""
    return safe_csv(list(shown.columns), shown.itertuples(index=False))


def _english_csv(view: View) -> bytes:
    # It goes to others, and into their scripts: its columns have one language.
    with speaking(ENGLISH):
        return as_csv(frame(view))


def frame(view: View) -> pd.DataFrame:
    """Return the table in words."""
    return pd.DataFrame(
        {
            _("No."): [view.labels[i.id] for i in view.incidents],
            _("What"): [title(i) for i in view.incidents],
            _("When"): [say_date(i.date) for i in view.incidents],
            p_("date", "From"): list(view.rows["earliest"]),
            p_("date", "To"): list(view.rows["latest"]),
            _("Where"): [say_place(i.place) for i in view.incidents],
            _("Map"): [retold(why) for why in view.rows["not_on_map"].fillna(N_("drawn"))],
            _("Precision"): [i.place.precision for i in view.incidents],
            _("Toll"): [say_casualties(i) for i in view.incidents],
            _("Who"): list(view.rows["actors"]),
            _("Says"): list(view.rows["sources"]),
            _("Status"): [said(i.status) for i in view.incidents],
            _("Review"): [said(status) for status in view.rows["review"]],
            _("Checked by"): list(view.rows["checked_by"].fillna("")),
            _("Quote"): list(view.rows["quote"]),
        }
    )
