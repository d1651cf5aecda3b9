"""Who decides: asked once, kept beside the database, and written into each decision."""

from pathlib import Path

import platformdirs
import streamlit as st

from incidents.store.connecting import path_of
from ui.data import store
from ui.markup import plain
from ui.tongue import _
from ui.who import LONGEST, signed_in

_NAME, _FIELD = "analyst_name", "analyst_field"


def name() -> str:
    """Return the analyst's name: from the sign-in, else as it was given; "" where it was not."""
    account = signed_in()
    if account:
        return account
    if _NAME not in st.session_state:
        st.session_state[_NAME] = _read()
    return str(st.session_state[_NAME])


def ask() -> None:
    """Draw the field for it, and nothing where a sign-in says it."""
    if signed_in():
        return
    known = name()
    with st.popover(
        _("Deciding as {name}", name=plain(known)) if known else _("Your name"),
        icon=":material/person:",
        key="analyst",
        type="tertiary",
    ):
        st.text_input(
            _("Your name, kept with each of your decisions"),
            value=known,
            key=_FIELD,
            max_chars=LONGEST,
            on_change=_take,
        )


def _take() -> None:
    given = " ".join(str(st.session_state.get(_FIELD, "")).split())[:LONGEST]
    st.session_state[_NAME] = given
    try:
        _file().write_text(given, encoding="utf-8")
    except OSError:
        # It holds for this session then; the decisions themselves need no file.
        return


def _read() -> str:
    try:
        return " ".join(_file().read_text(encoding="utf-8").split())[:LONGEST]
    except (OSError, UnicodeDecodeError):
        return ""


def _file() -> Path:
    path = path_of(store().url)
    folder = path.parent if path else platformdirs.user_data_path("conflict-map")
    return folder / "analyst.txt"
