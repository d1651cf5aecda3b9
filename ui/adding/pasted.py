"""A report pasted as text."""

import streamlit as st

from geo.adding import DETAILS
from incidents.errors import ConflictMapError
from incidents.report import Report, read_report
from ui.adding import details
from ui.adding.reading import read_all
from ui.tongue import N_, _, p_

_GENERATION = "pasted_generation"
_FILE, NAME = "pasted text.txt", N_("Pasted text")


def show() -> None:
    """Draw the field and its details, and read the text when asked to."""
    generation = int(st.session_state.get(_GENERATION, 0))
    with st.form(f"add_text_{generation}", border=False):
        text = st.text_area(
            _("Text"),
            key=f"pasted_text_{generation}",
            height=220,
            placeholder=_("Paste the report."),
        )
        given = details.fields(f"pasted_{generation}")
        sent = st.form_submit_button(p_("button", "Read"), type="primary")
    if not sent:
        return
    said = {field: getattr(given, field) for field in DETAILS}
    made: Report | ConflictMapError
    try:
        made = read_report(text.encode("utf-8", "replace"), name=_FILE, **said)
    except ConflictMapError as error:
        made = error
    read_all([(_(NAME), made, DETAILS)], undated=())
    if isinstance(made, Report):
        st.session_state[_GENERATION] = generation + 1
    st.rerun()
