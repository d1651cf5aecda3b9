"""Whether the map page counts events, or what each report says of them."""

from dataclasses import replace

import streamlit as st

from ui import session
from ui.data import Dataset, dataset, store
from ui.markup import plain
from ui.tongue import _, n_


def counted(data: Dataset) -> Dataset:
    """Return the data as this tab counts it: joined events as one, or each report's version."""
    return _by_report(store().stamp()) if session.by_report() else data


@st.cache_resource(show_spinner=False, max_entries=1)
def _by_report(stamp: str) -> Dataset:
    del stamp  # only there so that a changed store is laid out anew
    data = dataset()
    return replace(data, incidents={one.id: one for one in data.folded.versions})


def switch(data: Dataset) -> None:
    """Offer the other way of counting, where events were joined of several reports."""
    joined = data.folded.joined
    if not joined:
        return
    more = sum(map(len, joined.values()))
    label = n_("Count reports: {n} version more", "Count reports: {n} versions more", more)
    st.button(
        plain(_("Count events")) if session.by_report() else plain(label),
        key="count_by_report",
        type="tertiary",
        help=_("What several reports tell of one event is counted once, or as each report has it."),
        on_click=session.count_by_report,
        args=(not session.by_report(),),
    )
