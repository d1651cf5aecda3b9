"""The head of the review page: how far it has come, what was done last, undo, and the keys."""

import html

import streamlit as st

from ui import deciding
from ui.markup import plain
from ui.review import acts, bulk, keying
from ui.review.desk import Desk
from ui.tongue import _
from ui.who import may_edit

_BAR = '<progress class="cm-progress" max="{most}" value="{done}" aria-label="{name}"></progress>'


def show(desk: Desk) -> None:
    """Draw the head."""
    words, tools = st.columns([3, 4], vertical_alignment="center")
    with words:
        _progress(desk)
    with tools, st.container(horizontal=True, horizontal_alignment="right", key="review_tools"):
        if may_edit():
            bulk.show(desk)
            _turn("undo", _("Undo"), deciding.can_undo())
            _turn("redo", _("Redo"), deciding.can_redo())
        st.button(plain(_("Keys")), key="review_keys_shown", on_click=keying.ask_for_help)


def _progress(desk: Desk) -> None:
    done, every = desk.progress.checked, desk.progress.every
    told = _("<b>{done} of {every}</b> checked", done=done, every=every)
    bar = _BAR.format(most=max(every, 1), done=done, name=html.escape(_("Checked")))
    said = html.escape(acts.done())
    st.html(
        f'<div class="cm-strip">{told} {bar}</div>'
        f'<div class="cm-note cm-done" role="status" aria-live="polite">{said}</div>'
    )


def _turn(what: str, label: str, can: bool) -> None:  # noqa: FBT001
    st.button(
        plain(label), key=f"review_{what}", disabled=not can, on_click=acts.do, args=(what, None)
    )
