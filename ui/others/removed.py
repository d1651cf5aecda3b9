"""Layers that were removed: put back, or deleted for good."""

import html

import streamlit as st

from datasets.keeping import Shelf
from datasets.records import Card
from ui.acting import acting
from ui.tongue import _, n_


def show() -> None:
    """Draw them; nothing where there are none."""
    cards = Shelf().put_aside()
    if not cards:
        return
    head = n_("Removed: {n} layer", "Removed: {n} layers", len(cards))
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    for card in cards:
        _row(card)


def _row(card: Card) -> None:
    words, button = st.columns([3, 2], vertical_alignment="center", gap="small")
    with words:
        st.html(f'<div class="cm-report">{html.escape(card.name)}</div>')
    with button:
        st.button(
            _("Put it back"),
            key=f"layer_back_{card.name}",
            icon=":material/undo:",
            width="stretch",
            on_click=acting(Shelf().put_back),
            args=(card.name,),
        )
        with st.popover(_("Delete for good"), key=f"layer_erasing_{card.name}", width="stretch"):
            st.text(_("The file that it came from stays where it is."))
            st.button(
                _("Delete the layer"),
                key=f"layer_erase_{card.name}",
                type="primary",
                on_click=acting(Shelf().erase_removed),
                args=(card.name,),
            )
