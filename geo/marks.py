"""What is drawn, before anybody draws it: areas, spots and bins, the same on screen and paper.

A part of an incident (`part_of`) gets its number and its line, and is never counted again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from geo.aggregate import Bin, Point, bins_of
from geo.crowding import CROWDED, SMALL_PX, crowd, size_px
from geo.outlines import area_shape, by_size, drawn_shape, label_position
from geo.palette import radius_px
from geo.seam import drawn_lon
from incidents.records import EventType, Incident, Place, Record
from incidents.table import no_place
from incidents.tongue import N_, later, n_
from incidents.totals import is_held
from incidents.wording import line

MOST_POINTS = 500
"""More than this many, and the points are binned."""
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


class Sheet(Record, frozen=True):
    """Everything that lies on the map."""

    areas: tuple[AreaMark, ...]
    """Largest first, so that small ones lie on top."""
    spots: tuple[Spot, ...]
    bins: tuple[Bin, ...]
    missing: tuple[tuple[Incident, str], ...]
    """What is not drawn, and why."""


def lay_out(
    incidents: Sequence[Incident],
    numbers: Numbers,
    *,
    zoom: float | None = None,
    keep: str | None = None,
    accepted: Collection[str] = (),
) -> Sheet:
    """Sort incidents into areas, spots and what cannot be drawn.

    Args:
        incidents: those in view.
        numbers: the label of each by id; one without gets none.
        zoom: the map's, for the size of bins where marks crowd; None (a picture) bins only
            where there are very many points.
        keep: id of the incident that is never binned, because it is selected.
        accepted: ids of the incidents whose toll an analyst accepted; for what bins add up.
    """
    areas: dict[str, list[Incident]] = {}
    spots: dict[tuple[float, float], list[Incident]] = {}
    missing = []
    for incident in incidents:
        why = reason_not_drawn(incident)
        if why is not None:
            missing.append((incident, why))
        elif incident.place.kind == "area":
            areas.setdefault(incident.place.place_id or "", []).append(incident)
        else:
            spots.setdefault(_position(incident), []).append(incident)
    wholes = {incident.id for incident in incidents}
    binned = _binned(spots, areas, zoom, keep)
    return Sheet(
        areas=tuple(_area(key, members, numbers, wholes) for key, members in by_size(areas)),
        spots=tuple(_spot(at, group, numbers) for at, group in spots.items()),
        bins=bins_of(_points(binned, wholes, accepted), zoom) if binned else (),
        missing=tuple(missing),
    )


Spots = dict[tuple[float, float], list[Incident]]


def _binned(
    spots: Spots, areas: dict[str, list[Incident]], zoom: float | None, keep: str | None
) -> Spots:
    """Take what crowds out of `spots` and `areas`, and return it by position."""
    if sum(map(len, spots.values())) > MOST_POINTS:
        kept = {at: group for at, group in spots.items() if any(one.id == keep for one in group)}
        taken = {at: group for at, group in spots.items() if at not in kept}
        spots.clear()
        spots.update(kept)
        return taken
    if zoom is None or len(spots) + len(areas) <= CROWDED:
        return {}
    specks = {
        key: (label_position(key), group)
        for key, group in areas.items()
        if (shape := drawn_shape(key)) is not None and size_px(shape, zoom) < SMALL_PX
    }
    shared, small = crowd(spots, specks, zoom, keep)
    taken = {at: spots.pop(at) for at in shared}
    for key in small:
        taken.setdefault(specks[key][0], []).extend(areas.pop(key))
    return dict(sorted(taken.items()))


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


def _position(incident: Incident) -> tuple[float, float]:
    place = incident.place
    return round(place.lat_deg or 0.0, 5), round(drawn_lon(place.lon_deg or 0.0), 5)


def _area(
    place_id: str, members: Sequence[Incident], numbers: Numbers, wholes: set[str]
) -> AreaMark:
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


def _spot(at: tuple[float, float], group: Sequence[Incident], numbers: Numbers) -> Spot:
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


def _points(
    spots: Mapping[tuple[float, float], Sequence[Incident]],
    wholes: set[str],
    accepted: Collection[str],
) -> list[Point]:
    return [
        Point(
            lat_deg=at[0],
            lon_deg=at[1],
            events=one.count,
            killed=one.casualties["killed"].low if "killed" in one.casualties else None,
            type=one.event_type,
            held=is_held(one) and one.id not in accepted,
        )
        for at, group in spots.items()
        for one in group
        if one.part_of not in wholes
    ]


def tally(mark: AreaMark) -> str:
    """Return "2 events"."""
    return n_("{n} event", "{n} events", mark.events)
