"""The look: type, spacing and colours that Streamlit's own settings don't reach."""

import json
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

from ui.tongue import _

Theme = Literal["light", "dark"]

_INKS: dict[Theme, dict[str, str]] = {
    "light": {"ink": "#25221d", "paper": "#fdfcf9", "line": "#d8d1c3", "on-accent": "#ffffff"},
    "dark": {"ink": "#e6e1d7", "paper": "#15181c", "line": "#3a4149", "on-accent": "#15181c"},
}


def current() -> Theme:
    """Return the theme that the browser shows; light until it has told."""
    return "dark" if st.context.theme.type == "dark" else "light"


def apply() -> None:
    """Put the page's style sheet in place."""
    told = {name: json.dumps(words, ensure_ascii=False) for name, words in _words().items()}
    set_ = "; ".join(f"--cm-{name}: {value}" for name, value in (_INKS[current()] | told).items())
    st.html(f"<style>:root {{ {set_} }}\n{_style()}</style>")


def _words() -> dict[str, str]:
    """Return the words that stand in place of Streamlit's own, which know English only."""
    most = int(st.get_option("server.maxUploadSize"))
    return {
        "skip": _("Skip to the page"),
        "browse": _("Browse"),
        "most": _("up to {most} MB a file", most=most),
        "enter": _("Enter to confirm"),
        "enter-area": _("Ctrl+Enter to confirm"),
    }


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text("utf-8")
