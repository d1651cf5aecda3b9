"""What of a place an analyst can put right on the map: its pin, or another candidate.

`geo/browser/correct.js` draws it, and says where the pin was let go or which candidate was
clicked the way every mark says its clicks.
"""

import math
from collections.abc import Mapping
from typing import Any, cast

from shapely.affinity import translate
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape

from geo.basemap import Bounds
from geo.marks import Numbers, SpotMark, reason_not_drawn, spot_mark
from geo.seam import drawn_lon
from incidents.records import Incident, Record


class Pin(Record, frozen=True):
    """The mark that can be dragged."""

    mark: SpotMark
    lat_deg: float
    lon_deg: float


class Other(Record, frozen=True):
    """One place that the name may mean."""

    number: int
    """From 1, the same as in the list beside the map."""
    place_id: str
    name: str
    lat_deg: float
    lon_deg: float
    current: bool
    """Whether the incident lies there now."""


class Correction(Record, frozen=True):
    """Everything that can be moved or clicked while a place is being put right."""

    pin: Pin | None
    """None where the place is no point."""
    others: tuple[Other, ...]


def correction_of(incident: Incident, numbers: Numbers) -> Correction:
    """Return what can be put right of an incident's place."""
    place = incident.place
    pin = None
    if place.kind == "point" and reason_not_drawn(incident) is None:
        pin = Pin(
            mark=spot_mark(incident, numbers),
            lat_deg=place.lat_deg or 0.0,
            lon_deg=drawn_lon(place.lon_deg or 0.0),
        )
    others = (
        Other(
            number=number,
            place_id=one.place_id,
            name=one.name,
            lat_deg=one.lat_deg,
            lon_deg=drawn_lon(one.lon_deg),
            current=one.place_id == place.place_id,
        )
        for number, one in enumerate(place.candidates, start=1)
    )
    return Correction(pin=pin, others=tuple(others))


NEAR_DEG = 12.0


def around(correction: Correction, bounds: Bounds | None) -> Bounds | None:
    """Return what to show while a place is put right: it and the candidates around it.

    Args:
        correction: from `correction_of`.
        bounds: of what is drawn of the incident now; None where nothing is.

    Returns:
        None where there is nothing to choose from. Candidates on other continents would
        take the view away from the pin; the list beside the map has them.
    """
    spots = [(one.lat_deg, one.lon_deg) for one in correction.others if not one.current]
    (south, west), (north, east) = bounds or ((-90.0, -180.0), (90.0, 180.0))
    near = [
        (lat, lon)
        for lat, lon in spots
        if south - NEAR_DEG <= lat <= north + NEAR_DEG and west - NEAR_DEG <= lon <= east + NEAR_DEG
    ]
    if not near:
        return None
    lats, lons = zip(*near, *(bounds or ()), strict=True)
    return (min(lats), min(lons)), (max(lats), max(lons))


def moved_to(click: Mapping[str, object]) -> dict[str, object] | None:
    """Return where the pin was let go, as a GeoJSON point; None where it was not moved.

    Args:
        click: from `geo.layers.last_click`.
    """
    match click.get("moved"):
        case [int() | float() as lat_deg, int() | float() as lon_deg]:
            geometry = {"type": "Point", "coordinates": [lon_deg, lat_deg]}
            return {"type": "Feature", "geometry": geometry, "properties": {}}
    return None


def on_the_globe(feature: Mapping[str, object]) -> Mapping[str, object]:
    """Return a drawn GeoJSON feature at longitudes of -180 to 180, by its middle.

    The map goes on past the 180th meridian; records do not. What cannot be read is returned
    as it is, for `geo.decisions.drawn` to refuse.
    """
    try:
        outline = shape(cast("dict[str, Any]", feature["geometry"]))
        west, _, east, _ = outline.bounds
        turn = 360 * math.floor(((west + east) / 2 + 180) / 360)
    except (KeyError, TypeError, ValueError, AttributeError, ShapelyError):
        return feature
    return {**feature, "geometry": mapping(translate(outline, -turn))} if turn else feature


def candidate_in(click: Mapping[str, object]) -> str | None:
    """Return the `place_id` of the candidate that was clicked; None for other clicks."""
    chosen = click.get("candidate")
    return chosen if isinstance(chosen, str) else None
