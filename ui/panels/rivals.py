"""Somebody else decided on the same incident meanwhile: told, with the choice that is left."""

import streamlit as st

from ui import deciding
from ui.markup import say
from ui.tongue import _


def show() -> None:
    """Draw the step that waits for the analyst's word; nothing where none does."""
    held = deciding.held()
    if held is None:
        return
    with st.container(key="rivals"):
        say("warning", held.why)
        with st.container(horizontal=True, gap="small"):
            st.button(
                _("Decide all the same"),
                key="rivals_decide",
                help=_("Your decision holds; the other one stays in the history"),
                on_click=deciding.decide_anyway,
            )
            st.button(_("Leave it as it is"), key="rivals_leave", on_click=deciding.leave)
