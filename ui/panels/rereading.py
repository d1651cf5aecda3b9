"""Reports that earlier rules or places read: told, and read again at a click."""

import html

import streamlit as st

from geo.pipeline import engine_version
from geo.snapshot.carrying import ENGINE
from incidents.errors import ConflictMapError
from incidents.report import Report
from ui.data import Dataset, pipeline, store
from ui.markup import plain, say
from ui.tongue import _, n_


def outdated(data: Dataset) -> list[Report]:
    """Return the reports that would be read otherwise now, but for a snapshot's parts."""
    known = {engine_version(), ENGINE}
    return [one for one in data.reports.values() if data.contents.engines.get(one.id) not in known]


def show(data: Dataset) -> None:
    """Offer to read them again; nothing where there are none."""
    old = outdated(data)
    if not old:
        return
    head = n_(
        "Read by earlier rules or places: {n} report",
        "Read by earlier rules or places: {n} reports",
        len(old),
    )
    about = _(
        "The program or its country packs changed since. Your corrections stay; those whose words "
        "are gone are listed here."
    )
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    st.html(f'<div class="cm-note">{html.escape(about)}</div>')
    if st.button(_("Bring up to date"), key="reread", icon=":material/refresh:"):
        refused = _read_all(old)
        for one, error in refused:
            say("error", error, about=one.name)
        if not refused:
            st.rerun()


def _read_all(reports: list[Report]) -> list[tuple[Report, ConflictMapError]]:
    refused = []
    bar = st.progress(0.0)
    for number, one in enumerate(reports):
        bar.progress(number / len(reports), text=_("Reading {name} …", name=plain(one.name)))
        try:
            pipeline().ingest(store(), one)
        except ConflictMapError as error:
            refused.append((one, error))
    bar.empty()
    return refused
