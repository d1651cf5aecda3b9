"""One view, as all files of a snapshot show it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from geo.basemap import Bounds
from geo.boundaries import countries
from geo.layers import bounds_of
from geo.palette import Theme
from geo.sheet import Sheet, lay_out
from geo.table import table_of
from incidents.decisions import Review
from incidents.filters import FilterSpec
from incidents.records import Incident
from incidents.report import Report
from incidents.table import IncidentTable
from incidents.totals import Totals, totals
from incidents.wording import labels

WORLD: Bounds = ((-50.0, -135.0), (72.0, 145.0))


@dataclass(frozen=True)
class SnapshotView:
    """What is handed over, with everything derived from it worked out once.

    Attributes:
        incidents: those in view, in their order.
        reports: by id; only those that an incident in view, or joined to it, was read from.
        filters: what brought these incidents into view.
        theme: whose colours.
        selected: id of the emphasised incident.
        title: "" for none.
        created: when, as the caller says; nothing here reads a clock.
        accepted: ids of the incidents whose toll an analyst accepted.
        reviews: by incident id, what a person has made of it.
    """

    incidents: tuple[Incident, ...]
    reports: Mapping[str, Report]
    filters: FilterSpec
    theme: Theme
    selected: str | None
    title: str
    created: dt.datetime
    accepted: frozenset[str] = frozenset()
    reviews: Mapping[str, Review] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The label of each incident, as on the screen."""
        return labels(self.incidents)

    @cached_property
    def sheet(self) -> Sheet:
        """The marks."""
        return lay_out(self.incidents, self.numbers, accepted=self.accepted)

    @cached_property
    def table(self) -> IncidentTable:
        """The incidents as tables, with their quotes."""
        texts = {key: one.text for key, one in self.reports.items()}
        return table_of(self.incidents, texts, self.reviews)

    @cached_property
    def totals(self) -> Totals:
        """The counts strip."""
        return totals(self.table.rows, self.accepted)

    @cached_property
    def bounds(self) -> Bounds:
        """What is drawn; else the countries that are named; else the world."""
        return bounds_of(self.incidents) or _countries_named(self.incidents) or WORLD

    @property
    def heading(self) -> str:
        """The title, or one that says what this is."""
        return self.title or "Incidents read from reports"

    def quotes(self, incident: Incident) -> list[str]:
        """Return the words that carry an incident, white space evened out."""
        report = self.reports.get(incident.report_id)
        if report is None:
            return []
        return [" ".join(span.of(report.text).split()) for span in incident.evidence]


def nothing_missing(view: SnapshotView) -> str:
    """Say why the list of what is not drawn is empty: it is never so in silence."""
    return "Every incident in view is drawn." if view.incidents else "No incident is in view."


def _countries_named(incidents: Sequence[Incident]) -> Bounds | None:
    codes = {incident.place.country for incident in incidents}
    frame = countries()
    found = frame[frame["iso2"].isin(codes)]
    if found.empty:
        return None
    west, south, east, north = map(float, found.total_bounds)
    return (south, west), (north, east)
