"""Words from data on the screen, which must show them as they are.

Streamlit takes most of what it is given for Markdown, and Markdown has images: a report, a
file's name or a link's filters could make the browser fetch one from elsewhere. Messages go
through `say`, which knows no Markdown at all; where Streamlit leaves no choice (labels of
widgets, their help), every word that is not the program's own goes through `plain`.
tests/ui/test_markup.py holds all pages to it.
"""

import html
import re
import string
from typing import Literal

import streamlit as st

from incidents.tongue import _

Kind = Literal["error", "warning", "info", "success"]
_ROLES: dict[Kind, str] = {
    "error": "alert",
    "warning": "alert",
    "info": "status",
    "success": "status",
}
_JOINER = "\u2060"
"""A mark without width."""
_SEAMS = re.compile(r"(?<=[:@])(?=\S)|(?<=w)(?=ww\.)", re.IGNORECASE)
"""Where a joiner keeps "http://", "www.", an address or ":home:" from becoming a link or a
picture: Streamlit looks for them after the escapes are resolved."""


def plain(words: object) -> str:
    """Escape Markdown, so that a report's own words neither format, link nor load anything."""
    text = _SEAMS.sub(_JOINER, " ".join(str(words).split()))
    return "".join(f"\\{c}" if c in string.punctuation else c for c in text)


def say(kind: Kind, words: object, *, about: str = "") -> None:
    """Show a message; whatever the words are, they are shown and never interpreted.

    Args:
        kind: what sort of message it is.
        words: any text, an error's own included.
        about: what it is about, such as a file's name, set off before the words.
    """
    subject = _("{what}:", what=f"<b>{html.escape(about)}</b>") + " " if about else ""
    st.html(
        f'<div class="cm-say cm-say-{kind}" role="{_ROLES[kind]}">'
        f"{subject}{html.escape(str(words))}</div>"
    )
