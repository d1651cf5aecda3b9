"""Incidents as tables: one row an incident, many-valued fields in long tables beside it."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from incidents.dating import is_yearless
from incidents.decisions.folded import UNCHECKED, Review
from incidents.records import COUNT_KEYS, Incident
from incidents.tongue import N_
from incidents.totals import over_a_month

FAR_PAST = dt.date(1, 1, 1)
FAR_FUTURE = dt.date(9999, 12, 31)


@dataclass(frozen=True)
class IncidentTable:
    """The incidents of some reports, ready for filtering.

    Attributes:
        rows: one row an incident, indexed by incident id, in report and text order.
        actors: `id, name, role, basis, kind`, one row an actor of an incident.
        sources: `id, name, kind`, one row a source of an incident.
        regions: `id, value`, one row a country (`ML`) or first-level region (`ML/Ségou`) that an
            incident's place lies in, or may lie in where it is an area over several.
    """

    rows: pd.DataFrame
    actors: pd.DataFrame
    sources: pd.DataFrame
    regions: pd.DataFrame

    def __len__(self) -> int:
        """Return the number of incidents, parts included."""
        return len(self.rows)


def fold(text: str) -> str:
    """Lower the case and drop the accents, so that "segou" finds "Ségou"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def no_place(incident: Incident) -> str | None:
    """Say why an incident has no place at all; None where it has one, drawable or not."""
    place = incident.place
    if place.kind != "none":
        return None
    return place.why or (
        N_("Only the country is known.") if place.country else N_("The text names no place.")
    )


def make_table(
    incidents: Sequence[Incident],
    texts: Mapping[str, str],
    covered: Mapping[str, Sequence[str]] | None = None,
    undrawn: Callable[[Incident], str | None] = no_place,
    reviews: Mapping[str, Review] | None = None,
) -> IncidentTable:
    """Lay incidents out as tables.

    Args:
        incidents: in the order in which they should be numbered.
        texts: report id to the report's text, for the quotes.
        covered: place id of an area to the regions that it reaches into, as `ML/Gao`.
        undrawn: says why an incident is not on the map, None where it is. This core knows no
            geometry, so what draws the map hands it in (`geo.marks.reason_not_drawn`).
        reviews: by incident id, what a person has made of it; None where nobody said anything.
    """
    said = reviews or {}
    rows = [
        {
            **_row(i, texts.get(i.report_id, "")),
            "not_on_map": undrawn(i),
            **_reviewed(said.get(i.id, UNCHECKED)),
        }
        for i in incidents
    ]
    frame = pd.DataFrame(rows, columns=list(_row_columns())).set_index("id", drop=False)
    actors = [
        {"id": i.id, "name": a.name, "role": a.role, "basis": a.basis, "kind": a.kind}
        for i in incidents
        for a in i.actors
    ]
    sources = [{"id": i.id, "name": s.name, "kind": s.kind} for i in incidents for s in i.sources]
    return IncidentTable(
        rows=frame,
        actors=pd.DataFrame(actors, columns=["id", "name", "role", "basis", "kind"]),
        sources=pd.DataFrame(sources, columns=["id", "name", "kind"]),
        regions=pd.DataFrame(
            [
                {"id": i.id, "value": value}
                for i in incidents
                for value in _regions(i, covered or {})
            ],
            columns=["id", "value"],
        ),
    )


def _regions(incident: Incident, covered: Mapping[str, Sequence[str]]) -> list[str]:
    place = incident.place
    found = [place.country] if place.country else []
    if place.country and place.admin1:
        found.append(f"{place.country}/{place.admin1}")
    for region in covered.get(place.place_id or "", ()):
        found += [region.partition("/")[0], region]
    return list(dict.fromkeys(found))


def _row_columns() -> tuple[str, ...]:
    counts = tuple(f"{key}_{end}" for key in COUNT_KEYS for end in ("low", "best", "high"))
    told = ("actors", "perpetrators", "sources", "quote", "search", "not_on_map")
    return (*_FIELDS, *counts, *told, "review", "checked", "checked_by", "checked_at")


_FIELDS = (
    "id",
    "report_id",
    "part_of",
    "event_type",
    "sub_event_type",
    "count",
    "edtf",
    "earliest",
    "latest",
    "date_precision",
    "date_basis",
    "over_a_month",
    "place",
    "place_kind",
    "lat_deg",
    "lon_deg",
    "radius_km",
    "country",
    "admin1",
    "admin2",
    "where_prec",
    "place_basis",
    "place_id",
    "why",
    "civilian_targeting",
    "means",
    "setting",
    "status",
    "confidence",
)


def _row(incident: Incident, text: str) -> dict[str, object]:
    quote = " … ".join(" ".join(span.of(text).split()) for span in incident.evidence)
    row: dict[str, object] = {
        "id": incident.id,
        "report_id": incident.report_id,
        "part_of": incident.part_of,
        "event_type": incident.event_type,
        "sub_event_type": incident.sub_event_type,
        "count": incident.count,
        "civilian_targeting": incident.civilian_targeting,
        "means": incident.means,
        "setting": incident.setting,
        "status": incident.status,
        "confidence": incident.confidence,
        "actors": ", ".join(dict.fromkeys(a.name for a in incident.actors)),
        "perpetrators": ", ".join(a.name for a in incident.actors if a.role == "perpetrator"),
        "sources": ", ".join(dict.fromkeys(s.name for s in incident.sources)),
        "quote": quote,
        **_when(incident),
        **_where(incident),
        **_casualties(incident),
    }
    row["search"] = fold(" ".join(str(row[c] or "") for c in _SEARCHED))
    return row


def _reviewed(review: Review) -> dict[str, object]:
    return {
        "review": review.status,
        "checked": review.checked,
        "checked_by": (review.who or None) if review.checked else None,
        "checked_at": review.at.isoformat(timespec="seconds")
        if review.checked and review.at
        else None,
    }


_SEARCHED = (
    "quote",
    "place",
    "admin1",
    "actors",
    "sources",
    "event_type",
    "sub_event_type",
    "means",
    "setting",
)


def _when(incident: Incident) -> dict[str, object]:
    date = incident.date
    return {
        "edtf": date.edtf if date else None,
        "earliest": date.earliest if date and not is_yearless(date) else None,
        "latest": date.latest if date and not is_yearless(date) else None,
        "date_precision": date.precision if date else None,
        "date_basis": date.basis if date else None,
        "over_a_month": over_a_month(date),
    }


def _where(incident: Incident) -> dict[str, object]:
    place = incident.place
    return {
        "place": place.name,
        "place_kind": place.kind,
        "lat_deg": place.lat_deg,
        "lon_deg": place.lon_deg,
        "radius_km": place.radius_km,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "where_prec": place.precision,
        "place_basis": place.basis,
        "place_id": place.place_id,
        "why": place.why,
    }


def _casualties(incident: Incident) -> dict[str, object]:
    cells: dict[str, object] = {}
    for key in COUNT_KEYS:
        count = incident.casualties.get(key)
        cells[f"{key}_low"] = count.low if count else None
        cells[f"{key}_best"] = count.best if count else None
        cells[f"{key}_high"] = count.high if count else None
    return cells
