"""The report's text beside the map: evidence that can be clicked, and scrolled to.

Markdown can't report a click, so this is a component of Streamlit's second kind. Its script
puts text in by `textContent` only; nothing of a report is ever parsed as HTML.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import streamlit as st

from incidents.highlights import Highlighted
from incidents.records import Record, Span
from ui.theme import Theme
from ui.tongue import N_, _


class Target(Record, frozen=True, kw_only=True):
    """What marked words can be given to."""

    field: str
    """Its name, as `Given` tells it."""
    label: str
    """On the button beside the words."""
    key: str
    """The letter or digit that gives them."""


class Marking(Record, frozen=True, kw_only=True):
    """How words of the text are marked."""

    targets: tuple[Target, ...]
    start: int = 0
    """Code point from which the arrow keys begin."""


class Given(Record, frozen=True, kw_only=True):
    """Words that the analyst marked and gave to a field."""

    field: str
    span: Span
    """In code points of the report's text."""
    report: str
    on: str | None
    """Id of the incident that was lit then; None where none was."""


_WORDS = {
    "key": N_("Read from the words:"),
    "evidence": N_("evidence"),
    "date": N_("date"),
    "place": N_("place"),
    "actor": N_("actor"),
    "count": N_("count"),
    "source": N_("source"),
    "region": N_("Text of the report"),
    "incident": N_("Incident {label}: {text}"),
    "give": N_("Give the marked words to"),
}


@cache
def _component() -> Any:
    folder = Path(__file__).parent
    return st.components.v2.component(
        "conflict_map.source_text",
        html='<div class="reader"></div>',
        css=(folder / "source_text.css").read_text("utf-8"),
        # One script: the browser gets it as a text, which can't load another.
        js="".join((folder / name).read_text("utf-8") for name in ("marking.js", "source_text.js")),
    )


def source_text(
    shown: Highlighted,
    *,
    report_id: str,
    language: str | None,
    selected: str | None,
    theme: Theme,
    key: str,
    marking: Marking | None = None,
    on_given: Callable[[], None] = lambda: None,
) -> str | None:
    """Draw the text and return the id of the incident that was just clicked, if any.

    Args:
        shown: the text in pieces.
        report_id: whose it is.
        language: its code; None where nobody knows.
        selected: id of the incident that is lit.
        theme: light or dark.
        key: of the component.
        marking: what marked words can be given to; None where no words are marked.
        on_given: called when words were given; `given` tells which.
    """
    result = _component()(
        key=key,
        height="stretch",
        data={
            "pieces": msgspec.to_builtins(shown.pieces),
            "before": _left_out(shown.before, above=True),
            "after": _left_out(shown.after, above=False),
            "report": report_id,
            "language": language,
            "selected": selected,
            "theme": theme,
            "words": {key: _(words) for key, words in _WORDS.items()},
            "fields": msgspec.to_builtins(marking.targets) if marking else None,
            "first": shown.before,
            "from": marking.start if marking else 0,
        },
        on_picked_change=lambda: None,
        on_given_change=on_given,
    )
    picked: str | None = result.picked
    return picked


def given(key: str) -> Given | None:
    """Return what was just given, in the callback; None where it can't be."""
    told = st.session_state[key].given
    try:
        return Given(
            field=str(told["field"]),
            span=Span(int(told["start"]), int(told["end"])),
            report=str(told["report"]),
            on=told["on"],
        )
    except (KeyError, TypeError, ValueError):
        return None


def _left_out(length: int, *, above: bool) -> str:
    if not length:
        return ""
    if above:
        return _(
            "{n} characters above are not shown; select an incident there to see them.", n=length
        )
    return _("{n} characters below are not shown; select an incident there to see them.", n=length)
