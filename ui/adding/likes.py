"""Which kept report has nearly the same text as one that is added, or as another one."""

from collections.abc import Mapping

import streamlit as st

from incidents.likeness import Like, Shelf
from incidents.report import Report
from ui.data import Dataset


def like_kept(data: Dataset, report: Report) -> Like | None:
    """Return the kept report that a new one is most like; the very same text is none."""
    return None if report.id in data.reports else _known(data)[0].like(report.id, report.text)


def likes(data: Dataset) -> Mapping[str, Like]:
    """Return, by the later report's id, which of the kept ones have nearly the same text."""
    return _known(data)[1]


def _known(data: Dataset) -> tuple[Shelf, dict[str, Like]]:
    return _compared(tuple(data.reports), data.reports)


@st.cache_resource(show_spinner=False, max_entries=2)
def _compared(
    ids: tuple[str, ...], _reports: Mapping[str, Report]
) -> tuple[Shelf, dict[str, Like]]:
    del ids  # only there so that other reports are compared anew; a report's id is its text's
    shelf = Shelf()
    found: dict[str, Like] = {}
    for report in _reports.values():
        like = shelf.like(report.id, report.text)
        if like:
            found[report.id] = like
        shelf.add(report.id, report.text)
    return shelf, found
