"""What was ever decided on the incident that is looked at, and the note that an analyst adds."""

import html
from collections.abc import Mapping

import streamlit as st

from incidents.decisions import Decision, Entry, TakeBack
from incidents.decisions.saying import say_action
from incidents.records import Incident
from ui import deciding
from ui.markup import plain
from ui.panels.checked import signed
from ui.review.desk import Desk, make_desk
from ui.tongue import _, n_
from ui.who import may_edit


def show(desk: Desk, one: Incident) -> None:
    """Draw the entries, the earliest first, and the field for a note."""
    entries = desk.data.folded.history.get(one.id, ())
    if not (entries or may_edit()):
        return
    words = n_("History: {n} entry", "History: {n} entries", len(entries))
    with st.expander(plain(words if entries else _("History"))):
        by_id = {entry.decision.id: entry.decision for entry in entries}
        rows = "".join(_row(entry, by_id) for entry in entries)
        if rows:
            st.html(f'<ol class="cm-history">{rows}</ol>')
        if may_edit():
            key = f"review_note_{one.id}"
            st.text_input(
                _("Note"),
                key=key,
                placeholder=_("a reason, or what is to be remembered"),
                on_change=_note,
                args=(one, key),
            )


def _row(entry: Entry, by_id: Mapping[str, Decision]) -> str:
    made = entry.decision
    words = html.escape(f"{_said(made, by_id)}{signed(made.who, made.at)}")
    if not entry.in_force:
        words = f"<s>{words}</s> ({html.escape(_('taken back'))})"
    why = f"<br><small>{html.escape(made.why)}</small>" if made.why else ""
    return f"<li>{words}{why}</li>"


def _said(made: Decision, by_id: Mapping[str, Decision]) -> str:
    meant = by_id.get(made.action.decision) if isinstance(made.action, TakeBack) else None
    if meant is None:
        return say_action(made.action)
    return _("Taken back: {what}", what=_said(meant, by_id))


def _note(one: Incident, key: str) -> None:
    words = st.session_state[key]
    if not words.strip():
        return
    before = make_desk().data
    deciding.note(one, words)
    if make_desk().data is not before:
        # What was refused stays in the field, to be put right.
        st.session_state[key] = ""
