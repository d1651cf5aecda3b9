"""The marks as folium layers, and what a click on one of them means.

The browser gets the marks as data and draws them with `geo/browser/marks.js`, which puts
every string in by `textContent`. streamlit-folium reports a click as the clicked layer's
GeoJSON under `last_active_drawing`; `marks.js` answers with the ids of the incidents and
a number that makes each click a new one, and leaves the geometry out.
"""

from collections.abc import Collection, Mapping, Sequence

import folium
import msgspec
from branca.element import MacroElement
from folium.template import Template

from geo.aggregate import Bin
from geo.basemap import MAX_ZOOM, Bounds, paper_options
from geo.correcting import Correction
from geo.embed import script_json
from geo.legend import bare_legend, legend_html, shown_on, types_on
from geo.marks import (
    MOST_HATCHED,
    AreaMark,
    Numbers,
    Spot,
    reason_not_drawn,
    tally,
)
from geo.outlines import area_outlines, drawn_shape
from geo.palette import LETTER_DROP, PAPERS, Theme, marks, svg_path
from geo.seam import drawn_lon
from geo.sheet import Sheet, lay_out
from incidents import tongue
from incidents.records import Incident, Record

POINT_MARGIN_DEG = 0.3


class _Marks(MacroElement):
    """Hands the marks to `conflictMap.incidents`."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "conflictMap.incidents({{ this._parent._parent.get_name() }}, "
        "{{ this._parent.get_name() }}, {{ this.payload_json }});"
        "{% endmacro %}"
    )

    def __init__(self, payload: dict[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca's has no annotations
        self._name = "Marks"
        self.payload_json = script_json(payload)


def incident_layers(
    incidents: Sequence[Incident],
    *,
    theme: Theme,
    selected: str | None,
    numbers: Numbers,
    zoom: float | None = None,
    correct: Correction | None = None,
    accepted: Collection[str] = (),
    others: Sequence[Record] = (),
) -> list[folium.FeatureGroup]:
    """Return what `st_folium` takes as `feature_group_to_add`.

    Args:
        incidents: those in view, in their order.
        theme: whose colours.
        selected: id of the incident to emphasise.
        numbers: label of each incident by id, the same as in the text panel.
        zoom: the map's, for binning very many points.
        correct: what of the selected incident's place can be put right; the map must have
            been made with `drawing`.
        accepted: ids of the incidents whose toll an analyst accepted.
        others: layers of others' data as `others.js` takes them.
    """
    group = folium.FeatureGroup(name="incidents")
    sheet = lay_out(incidents, numbers, zoom=zoom, keep=selected, accepted=accepted)
    drawn = payload(sheet, theme, selected)
    if others:
        drawn |= {"others": msgspec.to_builtins(others), "legend": drawn["legend"] or bare_legend()}
    group.add_child(_Marks({**drawn, "correct": correct}))
    return [group]


def payload(sheet: Sheet, theme: Theme, selected: str | None) -> dict[str, object]:
    """Return the marks as `conflictMap.incidents` takes them, for the screen and for a file."""
    outlines = area_outlines(area.place_id for area in sheet.areas)
    return {
        "selected": selected,
        "paper": paper_options(PAPERS[theme]),
        "marks": _signs(theme),
        "areas": [_area(area, outlines[area.place_id]) for area in sheet.areas],
        "spots": [_spot(spot) for spot in sheet.spots],
        "bins": [
            *(_bin(one, 0.0, MAX_ZOOM) for one in sheet.bins),
            *(_bin(one.bin, one.above, one.upto) for one in sheet.crowds),
        ],
        "legend": legend_html(theme, types_on(sheet), shown_on(sheet)),
    }


def last_click(result: Mapping[str, object] | None) -> Mapping[str, object]:
    """Return what `marks.js` said of the last click on a mark; empty before the first."""
    drawing = (result or {}).get("last_active_drawing")
    properties = drawing.get("properties") if isinstance(drawing, Mapping) else None
    return properties if isinstance(properties, Mapping) else {}


def clicked_incident(result: Mapping[str, object] | None) -> list[str]:
    """Return the ids of the incidents behind the last click on a mark, in number order.

    Args:
        result: what `st_folium` returned, with `last_active_drawing` among its
            `returned_objects`. Anything malformed is no click.
    """
    ids = last_click(result).get("ids")
    return [one for one in ids if isinstance(one, str)] if isinstance(ids, list) else []


def click_serial(result: Mapping[str, object] | None) -> int:
    """Return the number of the last click on a mark, 0 before the first.

    The component keeps its last answer: a click is new when its number is.
    """
    serial = last_click(result).get("click")
    return serial if isinstance(serial, int) else 0


def bounds_of(incidents: Sequence[Incident]) -> Bounds | None:
    """Return ((south, west), (north, east)) of all that is drawn; None where nothing is.

    East of the 180th meridian longitudes run on: Fiji lies from 177 to 182 degrees.
    """
    boxes = [box for incident in incidents if (box := _box(incident)) is not None]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return (min(south), min(west)), (max(north), max(east))


Box = tuple[float, float, float, float]


def _box(incident: Incident) -> Box | None:
    place = incident.place
    if reason_not_drawn(incident) is not None:
        return None
    if place.kind == "area":
        shape = drawn_shape(place.place_id or "")
        return None if shape is None else shape.bounds
    lat, lon = place.lat_deg or 0.0, drawn_lon(place.lon_deg or 0.0)
    return (
        lon - POINT_MARGIN_DEG,
        lat - POINT_MARGIN_DEG,
        lon + POINT_MARGIN_DEG,
        lat + POINT_MARGIN_DEG,
    )


def _signs(theme: Theme) -> dict[str, dict[str, object]]:
    return {
        name: {
            "colour": sign.colour,
            "ink": sign.ink,
            "letter": sign.letter,
            "path": svg_path(sign.shape),
            "deg": sign.hatch_deg,
            "dy": LETTER_DROP.get(sign.shape, 0.0),
        }
        for name, sign in marks(theme).items()
    }


def _area(area: AreaMark, outline: dict[str, object]) -> dict[str, object]:
    more = area.total - len(area.chips)
    return {
        "name": area.name,
        "geometry": outline,
        "x": area.lon_deg,
        "y": area.lat_deg,
        "types": area.types,
        "hatched": area.types[:MOST_HATCHED],
        "unknown": area.unknown,
        "ids": area.ids,
        "chips": area.chips,
        "tally": tally(area),
        "more": f"+{more}" if more > 0 else "",
        "lines": area.lines,
        "rest": area.total - len(area.lines),
        "events": area.events,
        "above": area.above,
    }


def _spot(spot: Spot) -> dict[str, object]:
    hidden = spot.total - len(spot.marks)
    return {
        "lat": spot.lat_deg,
        "lon": spot.lon_deg,
        "name": spot.name,
        "marks": spot.marks,
        "ids": spot.ids,
        "more": f"+{hidden}" if hidden else "",
        "lines": spot.lines,
        "rest": spot.total - len(spot.lines),
        "above": spot.above,
    }


def _bin(one: Bin, above: float, upto: float) -> dict[str, object]:
    told = {"px": one.px, "line": one.line, "text": _short(one.events)}
    return {**msgspec.to_builtins(one), **told, "above": above, "upto": upto}


def _short(number: int) -> str:
    if number < 10_000:  # noqa: PLR2004  four digits fit
        return tongue.number(number)
    return f"{tongue.number(number / 1000)}k"
