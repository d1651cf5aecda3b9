"""The report's text beside the map: evidence that can be clicked, and scrolled to.

Markdown can't report a click, so this is a component of Streamlit's second kind. Its script
puts text in by `textContent` only; nothing of a report is ever parsed as HTML.
"""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import streamlit as st

from incidents.highlights import Highlighted
from ui.theme import Theme

_WORDS = {
    "key": "Read from the words:",
    "evidence": "evidence",
    "date": "date",
    "place": "place",
    "actor": "actor",
    "count": "count",
    "source": "source",
    "region": "Text of the report",
}


@cache
def _component() -> Any:
    folder = Path(__file__).parent
    return st.components.v2.component(
        "conflict_map.source_text",
        html='<div class="reader"></div>',
        css=(folder / "source_text.css").read_text("utf-8"),
        js=(folder / "source_text.js").read_text("utf-8"),
    )


def source_text(
    shown: Highlighted,
    *,
    report_id: str,
    language: str | None,
    selected: str | None,
    theme: Theme,
    key: str,
) -> str | None:
    """Draw the text and return the id of the incident that was just clicked, if any."""
    result = _component()(
        key=key,
        height="stretch",
        data={
            "pieces": msgspec.to_builtins(shown.pieces),
            "before": _left_out(shown.before, "above"),
            "after": _left_out(shown.after, "below"),
            "report": report_id,
            "language": language,
            "selected": selected,
            "theme": theme,
            "words": _WORDS,
        },
        on_picked_change=lambda: None,
    )
    picked: str | None = result.picked
    return picked


def _left_out(length: int, where: str) -> str:
    if not length:
        return ""
    return f"{length:,} characters {where} are not shown; select an incident there to see them."
