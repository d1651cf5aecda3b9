"""What the pages share: the store, the pipeline, and all incidents as one table."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from geo.assets import prepare_static
from geo.coverage import covered_regions
from geo.decisions import decided
from geo.pipeline import Pipeline, bundled_reports, default_pipeline
from incidents.records import Incident
from incidents.report import Report
from incidents.store import Store
from incidents.table import IncidentTable, make_table

STATIC = Path(__file__).resolve().parent.parent / "static"


@dataclass(frozen=True)
class Dataset:
    """Everything that was read so far, in the order of the store.

    Attributes:
        reports: by id.
        incidents: by id, in report and text order, analysts' decisions applied.
        table: the same as tables, for filtering.
    """

    reports: dict[str, Report]
    incidents: dict[str, Incident]
    table: IncidentTable


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Return the database of this process."""
    prepare_static(STATIC)
    return Store()


@st.cache_resource(show_spinner="Making the gazetteer ready, once …")
def pipeline() -> Pipeline:
    """Return the reader of reports of this process."""
    return default_pipeline()


def dataset() -> Dataset:
    """Return what the store holds now, the bundled report included."""
    _ensure_bundled()
    return _load(store().stamp())


@st.cache_resource(show_spinner="Reading the bundled report …")
def _ensure_bundled() -> bool:
    # Once a process: an analyst who removes the bundled report should not see it come back
    # at every click, and rules that changed since the last start read it anew.
    for report in bundled_reports():
        pipeline().ingest(store(), report)
    return True


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(stamp: str) -> Dataset:
    del stamp  # only there so that a changed store is loaded anew
    reports = {r.id: r for r in store().reports()}
    incidents = {i.id: i for i in decided(store().incidents(), store().decisions())}
    texts = {r.id: r.text for r in reports.values()}
    return Dataset(
        reports,
        incidents,
        make_table(list(incidents.values()), texts, covered_regions(incidents.values())),
    )
