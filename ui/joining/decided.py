"""What was decided before: events that were joined, and pairs that are not the same."""

import html

import streamlit as st

from incidents.joining.candidates import kept_apart
from incidents.records import Incident
from incidents.wording import line
from ui import listed
from ui.data import Dataset
from ui.joining import acts, table
from ui.markup import plain
from ui.tongue import n_

SHOWN = 30
"""Entries of a list that are drawn at first, and that are added by a click."""


def show(data: Dataset) -> None:
    """Draw both lists; nothing where nothing was decided."""
    events = [data.incidents[key] for key in data.folded.joined if key in data.incidents]
    if events:
        _heading(
            n_(
                "{n} event joined of several reports",
                "{n} events joined of several reports",
                len(events),
            )
        )
    for event in events[: listed.shown("joined", SHOWN)]:
        with st.expander(plain(line(event))):
            table.show(data, data.folded.told(event))
            acts.take_apart(event)
    listed.offer_more("joined", len(events), SHOWN)
    _kept_apart(data)


def _kept_apart(data: Dataset) -> None:
    pairs = [
        (data.incidents[one], data.incidents[other])
        for one, other in sorted(set(kept_apart(data.folded)))
        if one in data.incidents and other in data.incidents
    ]
    if not pairs:
        return
    _heading(n_("{n} pair that is not the same", "{n} pairs that are not the same", len(pairs)))
    for number, (one, other) in enumerate(pairs[: listed.shown("apart", SHOWN)]):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            acts.propose_again(one, other, number)
            st.html(f'<div class="cm-note">{_brief(data, one)}<br>{_brief(data, other)}</div>')
    listed.offer_more("apart", len(pairs), SHOWN)


def _brief(data: Dataset, one: Incident) -> str:
    report = data.reports[one.report_id].name
    return f"{html.escape(line(one))} <i>({html.escape(report)})</i>"


def _heading(words: str) -> None:
    st.html(f'<div class="cm-h">{html.escape(words)}</div>')
