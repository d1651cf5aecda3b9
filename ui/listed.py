"""Long lists: so many entries at once, and how many more there are."""

import html

import streamlit as st

from ui.markup import plain
from ui.tongue import n_


def shown(name: str, at_once: int) -> int:
    """Return how many entries of a list are drawn in this tab; `at_once` at first."""
    return int(st.session_state.get(f"{name}_shown", at_once))


def offer_more(name: str, every: int, at_once: int) -> None:
    """Offer the next entries of a list, where some are not drawn yet.

    Args:
        name: the list's.
        every: entries that it has.
        at_once: entries that are added to it by a click.
    """
    left = every - shown(name, at_once)
    if left > 0:
        st.button(
            plain(n_("Show {n} more", "Show {n} more", min(left, at_once))),
            key=f"more_{name}",
            on_click=_show_more,
            args=(name, at_once),
        )


def _show_more(name: str, at_once: int) -> None:
    st.session_state[f"{name}_shown"] = shown(name, at_once) + at_once


def rest(left: int) -> str:
    """Return "and 3 more"; "" where none is left."""
    return n_("and {n} more", "and {n} more", left) if left > 0 else ""


def note(words: str) -> None:
    """Draw a line on what is left out; nothing where it is empty."""
    if words:
        st.html(f'<div class="cm-note">{html.escape(words)}</div>')
