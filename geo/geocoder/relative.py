"""Places given by others: near, so far from, between, along a border, the north of."""

from typing import NamedTuple

from msgspec.structs import replace

from geo import cuts
from geo.gazetteer import Entry, Gazetteer
from geo.geocoder.answers import NEAR_RADIUS_KM, area, disc_radius_km, known_area, nothing
from geo.geocoder.phrases import direction_of, offset_of
from geo.shapes import geometry_of, source_of
from incidents.distances import distance_km
from incidents.mentions import PlaceMention
from incidents.records import Place

LEAST_RADIUS_KM = 3.0
DISTANCE_ERROR = 0.15
"""Of the distance given: people round kilometres and mean roads."""
LONG_WAY_KM = 150.0
LONG_WAY_FACTOR = 1.6
"""From this distance on, a town may be so many times nearer or farther than the words say."""
DIRECTION_KM = 12.0
"""How far "north of Gao" is taken to lie where no distance is given: half of "near"."""
OFFSHORE_KM = 100.0
"""How far "off the coast of Somalia" is taken to reach."""
AT_SEA = 7
"""where_prec at sea or in the air."""
ROAD_WIDTH_KM = 10.0
BORDER_WIDTH_KM = 25.0
_CUT_WORDS = {
    "north": "northern", "south": "southern", "east": "eastern", "west": "western",
    "northeast": "northeastern", "northwest": "northwestern", "southeast": "southeastern",
    "southwest": "southwestern", "central": "central", "farnorth": "far northern",
    "farsouth": "far southern", "fareast": "far eastern", "farwest": "far western",
}  # fmt: skip


class Base(NamedTuple):
    """A place that others are measured from."""

    entry: Entry

    @property
    def area_id(self) -> str:
        """Id of its outline; a point's is a small circle."""
        entry = self.entry
        return entry.place_id if entry.area else f"disc({entry.lat_deg},{entry.lon_deg},10)"


def near(mention: PlaceMention, entry: Entry) -> Place:
    """Answer "near X", "20 km east of X", "north of X"."""
    given = offset_of(mention.text)
    if entry.area:
        return _near_area(mention, entry, given.direction)
    lat, lon = entry.lat_deg, entry.lon_deg
    if given.direction is None:
        radius = max(NEAR_RADIUS_KM if given.distance_km is None else given.distance_km, 1.0)
        radius = max(radius, disc_radius_km(entry) or 0.0)
        why = f"Within {radius:g} km of {entry.name}: the words give no direction."
    else:
        distance = DIRECTION_KM if given.distance_km is None else given.distance_km
        direction = given.direction.removeprefix("far")
        lat, lon = cuts.offset(lat, lon, cuts.BEARINGS_DEG[direction], distance)
        radius = (
            NEAR_RADIUS_KM
            if given.distance_km is None
            else max(LEAST_RADIUS_KM, DISTANCE_ERROR * distance)
        )
        why = f"{distance:g} km {direction} of {entry.name}, give or take {radius:.0f} km."
    if radius > 2 * NEAR_RADIUS_KM:
        return area(
            mention, f"disc({lat:.4f},{lon:.4f},{radius:g})", mention.text, entry.country, 5, why
        )
    return Place(
        text=mention.text,
        span=mention.span,
        name=mention.text,
        kind="point",
        lat_deg=round(lat, 5),
        lon_deg=round(lon, 5),
        radius_km=round(radius, 1),
        country=entry.country or None,
        admin1=entry.admin1 or None,
        precision=2,
        place_id=f"disc({lat:.4f},{lon:.4f},{radius:.1f})",
        why=why,
    )


def off(mention: PlaceMention, entry: Entry) -> Place:
    """Answer "off the coast of X": what lies in the sea before it."""
    place_id = f"offshore({Base(entry).area_id},{OFFSHORE_KM:g})"
    shape = geometry_of(place_id)
    if shape is None or shape.is_empty:
        return near(mention, entry)
    why = f"Off {entry.name}: the sea within {OFFSHORE_KM:g} km."
    return area(mention, place_id, mention.text, entry.country, AT_SEA, why)


def is_close(entry: Entry, point: Place, base: Entry, given_km: float | None) -> bool:
    """Tell whether a place lies where the words put it, roads and rounding allowed for.

    A long way is told to help a reader ("950 km north-east of the capital") and measured along
    roads: a place of the base's country need only be about as far from it.

    Args:
        entry: the place.
        point: where the words put it.
        base: what they measure from.
        given_km: the distance that they give.
    """
    if given_km is not None and given_km >= LONG_WAY_KM and entry.country == base.country:
        told = distance_km(entry.lat_deg, entry.lon_deg, base.lat_deg, base.lon_deg)
        return given_km / LONG_WAY_FACTOR <= told <= given_km * LONG_WAY_FACTOR
    if point.lat_deg is None or point.lon_deg is None:
        return True
    away = distance_km(entry.lat_deg, entry.lon_deg, point.lat_deg, point.lon_deg)
    return away <= 2 * NEAR_RADIUS_KM + (point.radius_km or 0.0)


def _near_area(mention: PlaceMention, entry: Entry, direction: str | None) -> Place:
    if entry.kind == "country":
        return nothing(mention, f"Only near {entry.name}, a country.", country=entry.country)
    where = f"near {entry.name}" if direction is None else f"{direction} of {entry.name}"
    return area(
        mention,
        entry.place_id,
        mention.text,
        entry.country,
        5,
        f"The words say {where}, an area: the area itself is drawn.",
    )


def between(mention: PlaceMention, first: Entry, second: Entry) -> Place:
    """Answer "between X and Y" and "on the road from X to Y"."""
    country = first.country if first.country == second.country else ""
    if first.area or second.area:
        joined = f"{Base(first).area_id}+{Base(second).area_id}"
        if "country" in {first.kind, second.kind}:
            return nothing(mention, f"Between {first.name} and {second.name}: countries.")
        why = f"Between {first.name} and {second.name}: both are drawn."
        return area(mention, joined, mention.text, country, 5, why)
    apart = distance_km(first.lat_deg, first.lon_deg, second.lat_deg, second.lon_deg)
    line = f"{first.lat_deg},{first.lon_deg},{second.lat_deg},{second.lon_deg}"
    if apart > 2 * NEAR_RADIUS_KM:
        why = (
            f"Between {first.name} and {second.name}, {apart:.0f} km apart: the straight line, "
            f"{ROAD_WIDTH_KM:g} km to each side."
        )
        place = f"corridor({line},{ROAD_WIDTH_KM:g})"
        drawn = area(mention, place, mention.text, country, 5, why)
        return replace(drawn, admin1=_common_region(first, second))
    radius = max(LEAST_RADIUS_KM, apart / 2)
    return Place(
        text=mention.text,
        span=mention.span,
        name=mention.text,
        kind="point",
        lat_deg=round((first.lat_deg + second.lat_deg) / 2, 5),
        lon_deg=round((first.lon_deg + second.lon_deg) / 2, 5),
        radius_km=round(radius, 1),
        country=country or None,
        admin1=_common_region(first, second),
        precision=2,
        place_id=f"corridor({line},{LEAST_RADIUS_KM:g})",
        why=f"Half way between {first.name} and {second.name}, {apart:.0f} km apart.",
    )


def _common_region(first: Entry, second: Entry) -> str | None:
    same = first.country == second.country and first.admin1 == second.admin1
    return first.admin1 or None if same else None


def border(mention: PlaceMention, first: Entry, second: Entry) -> Place:
    """Answer "along the X–Y border"."""
    place_id = f"border({Base(first).area_id},{Base(second).area_id},{BORDER_WIDTH_KM:g})"
    shape = geometry_of(place_id)
    names = f"{first.name} and {second.name}"
    if shape is None or shape.is_empty:
        return nothing(mention, f"{names} share no border.")
    country = first.country if first.country == second.country else ""
    why = f"Along the border of {names}: {BORDER_WIDTH_KM:g} km to each side."
    return area(mention, place_id, mention.text, country, 5, why)


def part(mention: PlaceMention, entry: Entry, gazetteer: Gazetteer) -> Place | None:
    """Answer "northern X": by the field's convention where one is, else by the cut.

    Returns:
        None where the words name no direction or X is a point.
    """
    direction = direction_of(mention.text)
    if direction is None or not entry.area:
        return None
    said = f"{_CUT_WORDS[direction]} {entry.name}"
    for found in gazetteer.lookup(said):
        if found.entry.kind == "vague":
            return convention(mention, found.entry)
    why = (
        f"No convention is known for {said}: its {direction} part, cut at the middle of its extent."
    )
    precision = 5 if entry.kind in {"country", "vague", "continent"} else PART_OF_REGION
    place_id = f"{direction}({entry.place_id})"
    drawn = area(mention, place_id, said, entry.country, precision, why)
    return replace(drawn, admin1=entry.admin1 or entry.name) if entry.kind == "region" else drawn


PART_OF_REGION = 4
"""where_prec of a part of a first-level region: the region is certain."""


def convention(mention: PlaceMention, entry: Entry) -> Place:
    """Answer with an area that the field has agreed on, and say by whom."""
    why = f"{entry.name} by convention: {source_of(entry.place_id)}."
    return known_area(mention, entry, int(entry.feature), why)
