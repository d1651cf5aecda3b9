"""One mark and what it says, before anybody draws it: an area's, or those of one spot.

A part of an incident (`part_of`) gets its number and its line, and is never counted again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from geo.outlines import area_shape, label_position
from geo.palette import radius_px
from incidents.records import EventType, Incident, Place, Record
from incidents.table import no_place
from incidents.tongue import N_, later, n_
from incidents.wording import line

MOST_FANNED = 12
MOST_CHIPS = 6
FEW_CHIPS = 3
"""Shown where there are more than `MOST_CHIPS`, beside how many more there are."""
MOST_HATCHED = 2
"""Event types whose hatches cross in one area; the others stand in its label."""
MOST_LINES = 8
MOST_IDS = 100
"""Incidents that one mark names to the page; the table lists the others."""

Numbers = Mapping[str, str | int]


class Line(Record, frozen=True):
    """One incident in a tooltip."""

    label: str
    text: str


class Chip(Record, frozen=True):
    """A number that selects its incident."""

    id: str
    label: str


class AreaMark(Record, frozen=True):
    """One area with all incidents that are somewhere in it."""

    place_id: str
    name: str
    lat_deg: float
    """Where the label goes: the roomiest spot."""
    lon_deg: float
    types: tuple[EventType, ...]
    """In order of their events, most first."""
    events: int
    unknown: bool
    """Whether of none of its incidents the dead are known."""
    ids: tuple[str, ...]
    chips: tuple[Chip, ...]
    lines: tuple[Line, ...]
    total: int
    """Incidents, parts included."""
    above: float = 0.0
    """At this zoom and farther out it is part of a crowd; 0 where of none."""


class SpotMark(Record, frozen=True):
    """One incident at a point."""

    id: str
    label: str
    line: str
    type: EventType
    px: float
    unknown: bool
    radius_km: float | None


class Spot(Record, frozen=True):
    """All incidents at one point."""

    lat_deg: float
    lon_deg: float
    name: str
    marks: tuple[SpotMark, ...]
    """One to twelve; of more than twelve the first alone."""
    ids: tuple[str, ...]
    lines: tuple[Line, ...]
    total: int
    """Incidents, parts included."""
    above: float = 0.0
    """At this zoom and farther out it is part of a crowd; 0 where of none."""


def reason_not_drawn(incident: Incident) -> str | None:
    """Say why an incident has no mark; None where it has one.

    The one judge of it: strip, map, lists, figure, table and exports all ask here.
    """
    place = incident.place
    if place.kind == "point":
        return None if _on_earth(place) else N_("The place has no coordinates.")
    if place.kind == "area":
        if area_shape(place.place_id or "") is not None:
            return None
        name = place.name or place.text
        if not name:
            return N_("The outline of this area is not installed here.")
        return later("The outline of {name} is not installed here.", name=name)
    return no_place(incident)


def _on_earth(place: Place) -> bool:
    lat, lon = place.lat_deg, place.lon_deg
    # Written so that nan, which compares with nothing, is no place.
    return lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180  # noqa: PLR2004


def area_mark(
    place_id: str, members: Sequence[Incident], numbers: Numbers, wholes: Collection[str]
) -> AreaMark:
    """Return the mark of all incidents of one area.

    Args:
        place_id: the area's.
        members: at least one.
        numbers: the label of each by id.
        wholes: ids of the incidents in view; a part of one of these is not counted again.
    """
    lat_deg, lon_deg = label_position(place_id)
    counted = [one for one in members if one.part_of not in wholes] or list(members)
    place = members[0].place
    shown = MOST_CHIPS if len(members) <= MOST_CHIPS else FEW_CHIPS
    return AreaMark(
        place_id=place_id,
        name=place.name or place.text or place_id,
        lat_deg=lat_deg,
        lon_deg=lon_deg,
        types=_types(counted),
        events=sum(one.count for one in counted),
        unknown=all("killed" not in one.casualties for one in members),
        ids=tuple(one.id for one in members[:MOST_IDS]),
        chips=tuple(Chip(id=one.id, label=_label(one, numbers)) for one in members[:shown]),
        lines=_lines(members, numbers),
        total=len(members),
    )


def _types(members: Iterable[Incident]) -> tuple[EventType, ...]:
    events: dict[EventType, int] = {}
    for one in members:
        events[one.event_type] = events.get(one.event_type, 0) + one.count
    return tuple(sorted(events, key=lambda name: (-events[name], name)))


def _label(incident: Incident, numbers: Numbers) -> str:
    return str(numbers.get(incident.id, ""))


def _lines(members: Sequence[Incident], numbers: Numbers) -> tuple[Line, ...]:
    return tuple(Line(label=_label(one, numbers), text=line(one)) for one in members[:MOST_LINES])


def spot_of(at: tuple[float, float], group: Sequence[Incident], numbers: Numbers) -> Spot:
    """Return the marks of all incidents at one latitude and longitude, at least one."""
    shown = group if len(group) <= MOST_FANNED else group[:1]
    place = group[0].place
    return Spot(
        lat_deg=at[0],
        lon_deg=at[1],
        name=place.name or place.text or "",
        marks=tuple(spot_mark(one, numbers) for one in shown),
        ids=tuple(one.id for one in group[:MOST_IDS]),
        lines=_lines(group, numbers),
        total=len(group),
    )


def spot_mark(incident: Incident, numbers: Numbers) -> SpotMark:
    """Return the mark of one incident at a point."""
    killed = incident.casualties.get("killed")
    return SpotMark(
        id=incident.id,
        label=_label(incident, numbers),
        line=line(incident),
        type=incident.event_type,
        px=radius_px(killed.low if killed else None),
        unknown=killed is None,
        radius_km=incident.place.radius_km,
    )


def tally(mark: AreaMark) -> str:
    """Return "2 events"."""
    return n_("{n} event", "{n} events", mark.events)
