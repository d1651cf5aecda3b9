"""Which incidents a `FilterSpec` keeps, and what each filter would still offer."""

from collections.abc import Callable
from typing import Literal

import pandas as pd

from incidents.filters import STRATEGIC, FilterSpec
from incidents.table import FAR_FUTURE, FAR_PAST, IncidentTable, fold

Facet = Literal[
    "actors", "actor_roles", "event_types", "sub_event_types", "sources", "regions",
    "precisions", "statuses", "reports",
]  # fmt: skip


def select(table: IncidentTable, spec: FilterSpec) -> pd.DataFrame:
    """Return the rows that every filter keeps, in table order."""
    return table.rows[keep(table, spec)]


def keep(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    """Return one boolean a row of `table.rows`; the filters commute."""
    mask = pd.Series(data=True, index=table.rows.index, dtype=bool)
    for part in _PARTS:
        mask &= part(table, spec)
    return mask


def facet_counts(table: IncidentTable, spec: FilterSpec, facet: Facet) -> dict[str, int]:
    """Count the incidents behind each option of one filter under all the *other* filters."""
    default = getattr(FilterSpec(), facet)
    changes: dict[str, object] = {facet: default}
    if facet in ("event_types", "sub_event_types"):
        changes["strategic"] = True
    ids = select(table, spec.replace(**changes)).index
    values = _facet_values(table, facet)
    counted = values[values["id"].isin(ids)].groupby("value")["id"].nunique()
    return {str(k): int(v) for k, v in sorted(counted.items(), key=lambda kv: (-kv[1], kv[0]))}


def _facet_values(table: IncidentTable, facet: Facet) -> pd.DataFrame:
    if facet in ("actors", "actor_roles"):
        column = "name" if facet == "actors" else "role"
        return table.actors[["id", column]].set_axis(["id", "value"], axis=1)
    if facet == "sources":
        return table.sources[["id", "name"]].set_axis(["id", "value"], axis=1)
    if facet == "regions":
        return table.regions
    return table.rows[["id", _COLUMNS[facet]]].set_axis(["id", "value"], axis=1).dropna()


_COLUMNS: dict[str, str] = {
    "event_types": "event_type",
    "sub_event_types": "sub_event_type",
    "precisions": "where_prec",
    "statuses": "status",
    "reports": "report_id",
}


def _everything(table: IncidentTable) -> "pd.Series[bool]":
    return pd.Series(data=True, index=table.rows.index, dtype=bool)


def _among(table: IncidentTable, column: str, values: tuple[object, ...]) -> "pd.Series[bool]":
    return table.rows[column].isin(list(values)) if values else _everything(table)


def _by_actor(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if not (spec.actors or spec.actor_roles or spec.actor_basis == "stated"):
        return _everything(table)
    actors = table.actors
    if spec.actors:
        actors = actors[actors["name"].isin(spec.actors)]
    if spec.actor_roles:
        actors = actors[actors["role"].isin(spec.actor_roles)]
    if spec.actor_basis == "stated":
        actors = actors[actors["basis"] == "stated"]
    return table.rows["id"].isin(actors["id"])


def _by_date(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if not (spec.date_from or spec.date_to):
        return _everything(table)
    start, end = spec.date_from or FAR_PAST, spec.date_to or FAR_FUTURE
    undated = table.rows["earliest"].isna()
    earliest = table.rows["earliest"].where(~undated, FAR_PAST)
    latest = table.rows["latest"].where(~undated, FAR_FUTURE)
    if spec.date_mode == "certainly":
        return ~undated & (earliest >= start) & (latest <= end)
    # An undated incident may have happened on any day, so "possibly" keeps it.
    return (earliest <= end) & (latest >= start)


def _by_type(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    mask = _among(table, "event_type", spec.event_types)
    mask &= _among(table, "sub_event_type", spec.sub_event_types)
    if spec.strategic or spec.event_types or spec.sub_event_types:
        return mask
    return mask & (table.rows["event_type"] != STRATEGIC)


def _by_source(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if not spec.sources:
        return _everything(table)
    return table.rows["id"].isin(table.sources[table.sources["name"].isin(spec.sources)]["id"])


def _by_region(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if not spec.regions:
        return _everything(table)
    values = table.regions
    return table.rows["id"].isin(values[values["value"].isin(spec.regions)]["id"])


def _by_casualties(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if spec.casualties == "any":
        return _everything(table)
    if spec.casualties == "unknown":
        return table.rows["killed_low"].isna()
    return table.rows[f"{spec.casualties}_low"].fillna(0).astype(float) > 0


def _by_civilians(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if spec.civilian_targeting is None:
        return _everything(table)
    return table.rows["civilian_targeting"].astype(bool) == spec.civilian_targeting


def _by_review(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    if spec.review == "any":
        return _everything(table)
    return table.rows["checked"].astype(bool) == (spec.review == "checked")


def _by_text(table: IncidentTable, spec: FilterSpec) -> "pd.Series[bool]":
    mask = _everything(table)
    for word in fold(spec.text).split():
        mask &= table.rows["search"].str.contains(word, regex=False)
    return mask


_PARTS: tuple[Callable[[IncidentTable, FilterSpec], "pd.Series[bool]"], ...] = (
    _by_actor,
    _by_date,
    _by_type,
    _by_source,
    _by_region,
    _by_casualties,
    _by_civilians,
    _by_review,
    _by_text,
    lambda table, spec: _among(table, "where_prec", spec.precisions),
    lambda table, spec: _among(table, "status", spec.statuses),
    lambda table, spec: _among(table, "report_id", spec.reports),
)
