"""Tells the browser, and so a screen reader, which language the page is in.

Streamlit writes `lang="en"` into every page. A component of its second kind runs in the page
itself and may put that right.
"""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st


@cache
def _component() -> Any:
    return st.components.v2.component(
        "conflict_map.page_language", js=Path(__file__).with_suffix(".js").read_text("utf-8")
    )


def page_language(code: str) -> None:
    """Set the document's language, an ISO 639-1 code; draws nothing."""
    _component()(key="page_language", data={"language": code}, height=0)
