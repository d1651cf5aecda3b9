"""What the pages share: the store, the pipeline, and all incidents as one table."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import streamlit as st

from geo.assets import prepare_static
from geo.pipeline import Pipeline, bundled_reports, default_pipeline, engine_version
from geo.table import table_of
from incidents.decisions import Folded, fold
from incidents.records import Incident
from incidents.report import Report
from incidents.store import Contents, Store
from incidents.table import IncidentTable
from ui.markup import plain
from ui.tongue import _
from ui.who import READ_ONLY, may_edit

STATIC = Path(__file__).resolve().parent.parent / "static"


@dataclass(frozen=True)
class Dataset:
    """Everything that was read so far, in the order of the store.

    Attributes:
        reports: by id.
        incidents: by id, in report and text order, analysts' decisions applied.
        contents: what the store holds: the incidents as they were read, and all decisions.
        folded: which decisions are in force on which incident, and which on none.
    """

    reports: dict[str, Report]
    incidents: dict[str, Incident]
    contents: Contents = field(default_factory=Contents)
    folded: Folded = field(default_factory=Folded)

    @cached_property
    def table(self) -> IncidentTable:
        """The incidents as tables, for filtering; laid out when a page asks for them."""
        texts = {report.id: report.text for report in self.reports.values()}
        return table_of(list(self.incidents.values()), texts, self.folded.reviews)


def store() -> Store:
    """Return the database of this process; one who may only read can't write to it."""
    return _store() if may_edit() else _store().for_reading(_(READ_ONLY))


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    prepare_static(STATIC)
    return Store()


def pipeline() -> Pipeline:
    """Return the reader of reports, with the country packs that are there now."""
    with _telling("pipeline", _("Making the gazetteer ready, once …")):
        return _pipeline(engine_version())


@st.cache_resource(show_spinner=False, max_entries=1)
def _pipeline(version: str) -> Pipeline:
    del version  # only there so that an added country pack is opened
    return default_pipeline()


_told: set[tuple[str, str]] = set()


@contextmanager
def _telling(what: str, words: str) -> Iterator[None]:
    """Say what takes long the first time; Streamlit's own caches say it in one language only."""
    key = what, engine_version()
    with nullcontext() if key in _told else st.spinner(plain(words)):
        yield
    _told.add(key)


def dataset() -> Dataset:
    """Return what the store holds now, the bundled report included."""
    with _telling("bundled", _("Reading the bundled report …")):
        _ensure_bundled(engine_version())
    return _load(store().stamp())


@st.cache_resource(show_spinner=False, max_entries=1)
def _ensure_bundled(version: str) -> bool:
    # Once a process and engine: rules or country packs that changed read it anew.
    for report in bundled_reports():
        kept = _store().kept(report.id)
        # An analyst who removed it should not see it come back.
        if kept is None or not (kept.removed or kept.engine == version):
            # What an analyst has corrected of it stays corrected.
            pipeline().ingest(_store(), (kept and kept.report) or report)
    return True


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(stamp: str) -> Dataset:
    del stamp  # only there so that a changed store is loaded anew
    contents = _store().contents()
    reports = {r.id: r for r in contents.reports}
    texts = {r.id: r.text for r in contents.reports}
    folded = fold(contents.incidents, contents.decisions, texts)
    incidents = {i.id: i for i in folded.incidents}
    return Dataset(reports, incidents, contents, folded)
