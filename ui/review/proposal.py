"""The proposal beside the text: what was read of the incident, and what can be done with it."""

import html

import streamlit as st

from incidents.records import Incident
from incidents.wording import title
from ui.markup import plain, say
from ui.panels import reading
from ui.review import acts, editors, history
from ui.review.desk import Desk
from ui.tongue import _
from ui.who import READ_ONLY, may_edit


def show(desk: Desk) -> None:
    """Draw the incident that is looked at, with its buttons, as words or as fields."""
    one = desk.current
    if one is None:
        return
    if may_edit():
        _buttons(desk, one)
    else:
        say("info", _(READ_ONLY))
    with st.container(key="review_card", gap=None):
        label = html.escape(desk.labels.get(one.id, ""))
        st.html(
            f'<div class="cm-title"><span class="cm-chip">{label}</span>'
            f"{html.escape(title(one))}</div>"
            f'<div class="cm-note">{html.escape(_certainty(one))}</div>'
        )
        if acts.editing() == one.id and may_edit():
            editors.show(desk, one)
        else:
            text = desk.data.reports[one.report_id].text
            rows = reading.rows(desk.data, desk.labels, one, text)
            st.html(f'<dl class="cm-card">{"".join(rows)}</dl>')
    history.show(desk, one)


def _certainty(one: Incident) -> str:
    return _("certainty {percent}%, within its report", percent=round(100 * one.confidence))


def _buttons(desk: Desk, one: Incident) -> None:
    state = desk.states.get(one.id)
    with st.container(horizontal=True, gap="small", key="review_acts"):
        _button(one, "accept", _("Accept"), primary=True, disabled=state == "accepted")
        _button(one, "reject", _("Reject"), disabled=state == "rejected")
        editing = acts.editing() == one.id
        _button(one, "edit", _("Done") if editing else _("Edit"))
        _button(one, "join", _("Join"))
        _button(one, "split", _("Split"))


def _button(
    one: Incident, what: str, label: str, *, primary: bool = False, disabled: bool = False
) -> None:
    st.button(
        plain(label),
        key=f"review_act_{what}",
        type="primary" if primary else "secondary",
        disabled=disabled,
        on_click=acts.do,
        args=(what, one.id),
    )
