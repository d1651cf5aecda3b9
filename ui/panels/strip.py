"""The counts strip: what is in view, in one sentence, and messages about the view."""

import html

import streamlit as st

from ui import session
from ui.glossary import explained
from ui.joining import counting
from ui.markup import say
from ui.panels import checked, emptiness
from ui.tongue import n_
from ui.view import View


def show(view: View) -> None:
    """Draw the strip and, below it, what the analyst has to know about the view."""
    strategic = emptiness.strategic_hidden(view.data, session.spec())
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="strip"):
        st.html(
            f'<div class="cm-strip" role="status" aria-live="polite">{_told(view)}'
            f"{_left_out(view, strategic)}{_checked(view)}</div>",
            width="content",
        )
        if strategic:
            st.button(
                n_("Show it", "Show them", strategic),
                key="show_strategic",
                type="tertiary",
                help=explained("strategic"),
                on_click=session.change,
                kwargs={"strategic": True},
            )
        counting.switch(view.data)
    for message in session.notes():
        say("warning", message)


def _told(view: View) -> str:
    if view.rows.empty:
        return f"<b>{html.escape(emptiness.reason(view))}</b>"
    head, *rest = (html.escape(part) for part in view.totals.sentence().split(" · "))
    return " · ".join((f"<b>{head}</b>", *rest))


def _checked(view: View) -> str:
    told = checked.on_strip(view)
    return f" <span>· {html.escape(told)}</span>" if told else ""


def _left_out(view: View, strategic: int) -> str:
    everything = len(view.data.table)
    filtered = everything - len(view.rows) - strategic
    parts = []
    if filtered:
        parts.append(
            n_("{n} filtered out of {all}", "{n} filtered out of {all}", filtered, all=everything)
        )
    if strategic:
        parts.append(
            n_(
                "{n} strategic development left out",
                "{n} strategic developments left out",
                strategic,
            )
        )
    return "".join(f" <span>· {html.escape(part)}</span>" for part in parts)
