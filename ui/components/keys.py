"""Single keys of a page: what each does, and on which incident it was pressed.

Buttons of Streamlit's can have a key too, but theirs act on what the server draws next; here
each press tells on what it was seen, so that nothing is decided on that nobody saw.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import streamlit as st

from incidents.records import Record


class Key(Record, frozen=True, kw_only=True):
    """One key and what it does."""

    key: str
    """As a browser names it: "A", "Shift+U", "ArrowDown", "?"."""
    does: str
    """Told with the press; where `focus` is set, nothing is told."""
    focus: str = ""
    """CSS selector of the field that it goes to."""
    repeats: bool = False
    """Whether holding it down does it again and again."""


class Press(Record, frozen=True, kw_only=True):
    """A key that was pressed."""

    does: str
    on: str | None
    """What `on` was on the screen when it was pressed."""


@cache
def _component() -> Any:
    return st.components.v2.component(
        "conflict_map.keys",
        html="<span hidden></span>",
        js=Path(__file__).with_suffix(".js").read_text("utf-8"),
    )


def listen(
    keys: Sequence[Key],
    *,
    key: str,
    on: str | None,
    on_press: Callable[[], None],
    focus: tuple[str, int] | None = None,
) -> None:
    """Hear keys as long as this is drawn.

    Args:
        keys: which.
        key: of the component.
        on: what a press is about: the incident that is shown.
        on_press: called with each press; `pressed` tells which.
        focus: CSS selector of a field to go to once it is drawn, and a number that is another
            one each time it has to be gone to.
    """
    _component()(
        key=key,
        height="content",
        data={
            "keys": msgspec.to_builtins(keys),
            "on": on,
            "focus": {"on": focus[0], "nonce": focus[1]} if focus else None,
        },
        on_pressed_change=on_press,
    )


def pressed(key: str) -> Press | None:
    """Return what was just pressed, in the callback; None where that can't be told."""
    told = st.session_state[key].pressed
    try:
        return Press(does=str(told["does"]), on=told["on"])
    except (KeyError, TypeError):
        return None
