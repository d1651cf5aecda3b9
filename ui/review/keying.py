"""The keys of the review page: one table for what they do, and for the list of them."""

import html
import re

import streamlit as st

from ui.components.keys import Key, listen, pressed
from ui.review import acts
from ui.review.desk import Desk
from ui.tongue import N_, _
from ui.who import may_edit

COMPONENT = "review_keys"
FIND = ".st-key-review_find :is(input)"
FIRST_FIELD = ".st-key-review_fields :is(input)"
_FOCUS, _HELP = "review_focus", "review_help"
_KEYS = (
    (Key(key="A", does="accept"), N_("Accept it and go on to the next")),
    (Key(key="Enter", does="accept"), N_("The same, where no button has the focus")),
    (Key(key="X", does="reject"), N_("Reject it: this is no incident")),
    (Key(key="E", does="edit"), N_("Edit its fields, or stop editing")),
    (Key(key="J", does="join"), N_("Join it with the next one that the text tells")),
    (Key(key="S", does="split"), N_("Split it in two or more")),
    (Key(key="U", does="undo"), N_("Undo")),
    (Key(key="Shift+U", does="redo"), N_("Do again what was undone")),
    (Key(key="ArrowDown", does="next", repeats=True), N_("Look at the next one, deciding nothing")),
    (Key(key="ArrowUp", does="previous", repeats=True), N_("Look at the one before")),
    (Key(key="/", does="", focus=FIND), N_("Search the queue")),
    (Key(key="?", does="help"), N_("Show these keys")),
)
_IN_TEXT = (
    ("← →", N_("In the text (Tab goes there): mark the word before or after")),
    ("Shift+← → ↑ ↓", N_("Mark more or fewer words")),
    ("1 … 6, P, D, W, O, M, T, N", N_("Give the marked words to what the bar beside them says")),
    ("Esc", N_("Unmark the words; leave a field")),
)
_READING = ("next", "previous", "help", "")
"""What changes nothing, and is there for readers too."""
_SHOWN = {"ArrowDown": "↓", "ArrowUp": "↑"}
_NAMED = re.compile(r"Shift|Enter|Esc")


def hear(desk: Desk) -> None:
    """Listen to the keys, and show the list of them where it was asked for."""
    listen(
        [key for key, _words in _KEYS if may_edit() or key.does in _READING],
        key=COMPONENT,
        on=desk.current.id if desk.current else None,
        on_press=_press,
        focus=st.session_state.get(_FOCUS),
    )
    if st.session_state.pop(_HELP, False):
        st.dialog(_("Keys"), width="medium")(_list)()


def ask_for_help() -> None:
    """Show the list of keys at the next drawing."""
    st.session_state[_HELP] = True


def _press() -> None:
    told = pressed(COMPONENT)
    if told is None:
        return
    if told.does == "help":
        ask_for_help()
        return
    acts.do(told.does, told.on)
    if told.does == "edit" and acts.editing() == told.on:
        st.session_state[_FOCUS] = (FIRST_FIELD, st.session_state.get(_FOCUS, ("", 0))[1] + 1)


def _list() -> None:
    rows = [(_SHOWN.get(key.key, key.key), words) for key, words in _KEYS] + list(_IN_TEXT)
    shown = "".join(
        f"<dt><kbd>{html.escape(_named(key))}</kbd></dt><dd>{html.escape(_(words))}</dd>"
        for key, words in rows
    )
    st.html(f'<dl class="cm-keys">{shown}</dl>')


def _named(key: str) -> str:
    """Return a key as it is called on a keyboard of the language."""
    names = {"Shift": _("Shift"), "Enter": _("Enter"), "Esc": _("Esc")}
    return _NAMED.sub(lambda found: names[found[0]], key)
