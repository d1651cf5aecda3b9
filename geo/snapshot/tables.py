"""The incidents of a snapshot as CSV and as GeoJSON, quotes included."""

import csv
import datetime as dt
import io
import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import shapely

from geo.marks import reason_not_drawn
from geo.outlines import area_shape
from geo.snapshot.view import SnapshotView
from incidents.records import Incident

DECIMALS = 4
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is run as a formula by spreadsheets."""


def draw_csv(view: SnapshotView) -> bytes:
    """Return one line an incident, UTF-8 with a mark that spreadsheets recognise it by.

    Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers.
    """
    rows = view.table.rows.drop(columns="search")
    lines: list[list[object]] = []
    for incident, values in zip(view.incidents, rows.itertuples(index=False), strict=True):
        report = view.reports.get(incident.report_id)
        about = [getattr(report, name.removeprefix("report_"), None) for name in _REPORT_COLUMNS]
        lines.append([view.numbers[incident.id], *values, *about])
    return safe_csv(["number", *rows.columns, *_REPORT_COLUMNS], lines)


def safe_csv(header: Sequence[str], lines: Iterable[Iterable[object]]) -> bytes:
    """Return a CSV of cells that no spreadsheet runs, UTF-8 with its mark."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in line] for line in lines)
    return buffer.getvalue().encode("utf-8-sig", "replace")


_REPORT_COLUMNS = ("report_title", "report_publisher", "report_published", "report_url")


def safe_cell(value: object) -> object:
    """Return what a spreadsheet shows as it stands; nothing for None and for NaN."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (int, float, dt.date)):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def draw_geojson(view: SnapshotView) -> bytes:
    """Return RFC 7946: areas as polygons, points as points, what is not drawn without geometry."""
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(view, incident) for incident in view.incidents],
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "replace")


def _feature(view: SnapshotView, incident: Incident) -> dict[str, Any]:
    report = view.reports.get(incident.report_id)
    about = {
        name: getattr(report, name, None) for name in ("title", "publisher", "published", "url")
    }
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": geometry_json(incident),
        "properties": {
            "number": view.numbers[incident.id],
            **msgspec.to_builtins(incident),
            "quotes": view.quotes(incident),
            "report": about,
            "not_on_map": reason_not_drawn(incident),
        },
    }


def geometry_json(incident: Incident) -> dict[str, Any] | None:
    """Return an incident's geometry for interchange: exterior rings run anticlockwise."""
    place = incident.place
    if reason_not_drawn(incident) is not None:
        return None
    if place.kind == "point":
        return {"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]}
    shape = area_shape(place.place_id or "")
    if shape is None:
        return None
    rounded = shapely.set_precision(shape, 10**-DECIMALS)
    turned = shapely.orient_polygons(rounded, exterior_cw=False)
    found: dict[str, Any] = json.loads(shapely.to_geojson(turned))
    return found
