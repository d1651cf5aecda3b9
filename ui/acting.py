"""What a click does: a refusal is shown on the page, and not as a failure of the program.

Streamlit runs callbacks before the page, where nothing catches what they raise.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from incidents.errors import ConflictMapError

_REFUSALS = "refusals"
P = ParamSpec("P")


def acting(act: Callable[P, None]) -> Callable[P, None]:
    """Return a callback whose refusal, such as a locked database, the page shows next."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            act(*args, **kwargs)
        except ConflictMapError as error:
            st.session_state.setdefault(_REFUSALS, []).append(str(error))

    return run


def refusals() -> list[str]:
    """Return what was refused since the page was drawn last, once."""
    found: list[str] = st.session_state.pop(_REFUSALS, [])
    return found
