"""The counts strip: what is in view, in one sentence, and messages about the view."""

import html

import streamlit as st

from incidents.filters import STRATEGIC
from ui import session
from ui.markup import say
from ui.view import View


def show(view: View) -> None:
    """Draw the strip and, below it, what the analyst has to know about the view."""
    head, *rest = view.totals.sentence().split(" · ")
    tail = " · ".join(html.escape(part) for part in rest)
    st.html(
        f'<div class="cm-strip" role="status" aria-live="polite">'
        f"<b>{html.escape(head)}</b> · {tail}{_left_out(view)}</div>"
    )
    for message in session.notes():
        say("warning", message)


def _left_out(view: View) -> str:
    everything = view.data.table.rows
    hidden = len(everything) - len(view.rows)
    if not hidden:
        return ""
    spec = session.spec()
    if spec.is_default:
        strategic = int((everything["event_type"] == STRATEGIC).sum())
        noun = "development" if strategic == 1 else "developments"
        return f" <span>· {strategic} strategic {noun} left out</span>"
    return f" <span>· {hidden} filtered out of {len(everything)}</span>"
