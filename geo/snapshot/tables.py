"""The incidents of a snapshot as CSV and as GeoJSON, quotes included."""

import csv
import datetime as dt
import io
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

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
    header, *lines = _lines(view)
    return safe_csv([str(name) for name in header], lines)


def _lines(view: SnapshotView) -> Iterator[list[object]]:
    """Yield the names of the columns, then the values of each incident in view."""
    rows = view.table.rows.drop(columns="search")
    yield ["number", *rows.columns, *_REPORT_COLUMNS]
    for incident, values in zip(view.incidents, rows.itertuples(index=False), strict=True):
        report = view.reports.get(incident.report_id)
        about = [getattr(report, name.removeprefix("report_"), None) for name in _REPORT_COLUMNS]
        yield [view.numbers[incident.id], *values, *about]


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
    """Return RFC 7946: areas as polygons, points as points, what is not drawn without geometry.

    Its properties are the columns of the CSV: a map program makes a column of each flat property,
    and shows of one that holds others its JSON at best. The whole records go along as JSON.
    """
    header, *lines = _lines(view)
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": incident.id,
                "geometry": geometry_json(incident),
                "properties": {
                    str(name): _flat(value) for name, value in zip(header, line, strict=True)
                },
            }
            for incident, line in zip(view.incidents, lines, strict=True)
        ],
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "replace")


def _flat(value: object) -> object:
    """Return a value as JSON has it; null for what is unknown."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, (int, float)) else str(value)


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
