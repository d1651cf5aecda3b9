"""The report's text on the review page: the incident's own words large, any words markable."""

from collections.abc import Callable

import streamlit as st

from incidents.highlights import highlight
from ui import session, theme
from ui.components.source_text import Marking, Target, source_text
from ui.review.desk import Desk
from ui.tongue import N_, _
from ui.who import may_edit

COMPONENT = "source_text"
TARGETS = (
    ("killed", N_("killed"), "1"),
    ("injured", N_("injured"), "2"),
    ("detained", N_("detained"), "3"),
    ("abducted", N_("abducted"), "4"),
    ("killed_children", N_("children killed"), "5"),
    ("killed_women", N_("women killed"), "6"),
    ("place", N_("place"), "P"),
    ("date", N_("date"), "D"),
    ("actor", N_("who"), "W"),
    ("source", N_("source"), "O"),
    ("means", N_("means"), "M"),
    ("setting", N_("target"), "T"),
    ("new", N_("new incident"), "N"),
)
"""Fields, their words on the bar, and the keys that give marked words to them."""


def show(desk: Desk, on_given: Callable[[], None]) -> None:
    """Draw the text; a click on an incident's words turns to it."""
    report, current = desk.report, desk.current
    if report is None:
        return
    chosen = current.id if current else None
    own = desk.told(report.id)
    if current and current.id not in {one.id for one in own}:
        own.append(current)  # one that was rejected has its words, too
    start = min((span.start for span in current.evidence), default=0) if current else 0
    picked = source_text(
        highlight(report.text, own, desk.labels, chosen),
        report_id=report.id,
        language=report.language,
        selected=chosen,
        theme=theme.current(),
        key=COMPONENT,
        marking=_marking(start, has_one=current is not None) if may_edit() else None,
        on_given=on_given,
    )
    if picked and picked != chosen:
        session.select(picked)
        st.rerun()


def _marking(start: int, *, has_one: bool) -> Marking:
    targets = tuple(
        Target(field=field, label=_(words), key=key)
        for field, words, key in TARGETS
        if has_one or field == "new"
    )
    return Marking(targets=targets, start=start)
