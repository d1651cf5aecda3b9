"""The page that joins what several reports tell of one event: proposals, their claims, the word."""

import html

import streamlit as st

from incidents.joining.evidence import Reason
from incidents.records import Incident
from incidents.wording import say_date, say_place, title
from ui import listed, session
from ui.data import Dataset, dataset
from ui.joining import acts, decided, found, table
from ui.joining.found import Proposal
from ui.markup import plain
from ui.tongue import _, n_, number

LISTED = 12
"""Proposals in the list; the others move up as these are decided."""
SURE, LIKELY = 7.0, 5.5
"""Points from which a proposal is called very likely, and likely."""


def show() -> None:
    """Draw the page."""
    data = dataset()
    proposed = found.proposals(data)
    st.title(_("One event in several reports"))
    _told(data, proposed)
    if proposed:
        left, beside = st.columns([1, 3], gap="medium")
        one = found.chosen(proposed)
        with left:
            _list(data, proposed, one)
        with beside:
            _proposal(data, one)
    decided.show(data)
    session.finish()


def _told(data: Dataset, proposed: list[Proposal]) -> None:
    if proposed:
        told = n_(
            "{n} pair may be one event. Nothing is joined until you say so.",
            "{n} pairs may be one event. Nothing is joined until you say so.",
            len(proposed),
        )
    elif len(data.reports) > 1:
        told = _("No two reports tell of what may be one event. Add more reports to compare them.")
    else:
        told = _("There is one report only. Add others that tell of the same events.")
    st.html(f'<div class="cm-strip" role="status" aria-live="polite">{html.escape(told)}</div>')


def _list(data: Dataset, proposed: list[Proposal], looked_at: Proposal) -> None:
    st.html(f'<div class="cm-h">{html.escape(_("Likeliest first"))}</div>')
    with st.container(key="joining_list"):
        for number_, one in enumerate(proposed[:LISTED]):
            st.button(
                plain(_named(data, one)),
                key=f"proposal_{number_}",
                type="primary" if one.key == looked_at.key else "secondary",
                width="stretch",
                on_click=found.choose,
                args=(one.key,),
            )
    listed.note(listed.rest(len(proposed) - LISTED))


def _named(data: Dataset, one: Proposal) -> str:
    closest = min((one.first, one.second), key=lambda each: each.place.precision)
    told = (title(closest), say_place(closest.place), say_date(_dated(one).date))
    return f"{' · '.join(told)} ({_told_by(data, one)})"


def _told_by(data: Dataset, one: Proposal) -> str:
    reports = (data.reports[each.report_id] for each in (one.first, one.second))
    return " / ".join(report.publisher or report.name for report in reports)


def _dated(one: Proposal) -> Incident:
    """Return the one whose date says it closest."""

    def days(each: Incident) -> int:
        return (each.date.latest - each.date.earliest).days if each.date else 10**6

    return min((one.first, one.second), key=days)


def _proposal(data: Dataset, one: Proposal) -> None:
    acts.buttons(one)
    reasons = "".join(_reason(reason) for reason in one.candidate.reasons)
    st.html(
        f'<div class="cm-why"><b>{html.escape(_likeliness(one.candidate.points))}</b> '
        f"<ul>{reasons}</ul></div>"
    )
    table.show(data, [*data.folded.told(one.first), *data.folded.told(one.second)])


def _likeliness(points: float) -> str:
    if points >= SURE:
        return _("Very likely one event:")
    return _("Likely one event:") if points >= LIKELY else _("Perhaps one event:")


def _reason(reason: Reason) -> str:
    begin = '<li class="cm-for">+' if reason.points > 0 else '<li class="cm-against">−'
    says, points = (
        html.escape(_(reason.says)),
        number(abs(reason.points), places=_places(reason.points)),
    )
    return f"{begin}{points} {says}</li>"


def _places(points: float) -> int:
    return 0 if points == int(points) else 1
