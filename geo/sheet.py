"""What is drawn, before anybody draws it: areas, spots and bins, the same on screen and paper.

A part of an incident (`part_of`) gets its number and its line, and is never counted again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec

from geo.aggregate import Bin, Point, bins_of
from geo.crowding import CROWDED, Crowd, Member, crowds, small_below
from geo.marks import AreaMark, Numbers, Spot, area_mark, reason_not_drawn, spot_of
from geo.outlines import by_size, drawn_shape
from geo.seam import drawn_lon
from incidents.records import Incident, Record
from incidents.totals import is_held

MOST_POINTS = 500
"""More than this many, and the points are binned."""
FAN_PX = 26
"""Least distance of marks that share a spot from it, as `geo/browser/marks.js` fans them out."""
SPECK_PX = 26
"""Half the height of a small area's label."""
Spots = dict[tuple[float, float], list[Incident]]


class Sheet(Record, frozen=True):
    """Everything that lies on the map."""

    areas: tuple[AreaMark, ...]
    """Largest first, so that small ones lie on top."""
    spots: tuple[Spot, ...]
    bins: tuple[Bin, ...]
    """Instead of spots, where there are very many."""
    crowds: tuple[Crowd, ...]
    """Instead of the spots and small areas that would cover each other, at some zooms."""
    missing: tuple[tuple[Incident, str], ...]
    """What is not drawn, and why."""


@dataclass(frozen=True)
class _Counting:
    """What bins and crowds add up.

    Attributes:
        wholes: ids of the incidents in view; a part of one of these is not counted again.
        accepted: ids of the incidents whose toll an analyst accepted.
    """

    wholes: frozenset[str]
    accepted: Collection[str]

    def points(self, at: tuple[float, float], group: Sequence[Incident]) -> tuple[Point, ...]:
        return tuple(
            Point(
                lat_deg=at[0],
                lon_deg=at[1],
                events=one.count,
                killed=one.casualties["killed"].low if "killed" in one.casualties else None,
                type=one.event_type,
                held=is_held(one) and one.id not in self.accepted,
            )
            for one in group
            if one.part_of not in self.wholes
        )


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
        zoom: the map's, for the size of bins where there are very many points; None (a
            picture) takes the closest one at which they hardly overlap.
        keep: id of the incident that is never counted in a bin, because it is selected.
        accepted: ids of the incidents whose toll an analyst accepted; for what bins add up.
    """
    areas: dict[str, list[Incident]] = {}
    spots: Spots = {}
    missing = []
    for incident in incidents:
        why = reason_not_drawn(incident)
        if why is not None:
            missing.append((incident, why))
        elif incident.place.kind == "area":
            areas.setdefault(incident.place.place_id or "", []).append(incident)
        else:
            spots.setdefault(_position(incident), []).append(incident)
    counting = _Counting(frozenset(incident.id for incident in incidents), accepted)
    binned = _binned(spots, keep)
    points = [point for at, group in binned.items() for point in counting.points(at, group)]
    sheet = Sheet(
        areas=tuple(area_mark(key, of, numbers, counting.wholes) for key, of in by_size(areas)),
        spots=tuple(spot_of(at, group, numbers) for at, group in spots.items()),
        bins=bins_of(points, zoom) if points else (),
        crowds=(),
        missing=tuple(missing),
    )
    return _crowded(sheet, spots, areas, counting, keep)


def _position(incident: Incident) -> tuple[float, float]:
    place = incident.place
    return round(place.lat_deg or 0.0, 5), round(drawn_lon(place.lon_deg or 0.0), 5)


def _binned(spots: Spots, keep: str | None) -> Spots:
    """Take the spots out where there are very many, all but the selected one's."""
    if sum(map(len, spots.values())) <= MOST_POINTS:
        return {}
    return {at: spots.pop(at) for at, group in [*spots.items()] if not _holds(group, keep)}


def _holds(group: Sequence[Incident], keep: str | None) -> bool:
    return any(one.id == keep for one in group)


def _crowded(
    sheet: Sheet,
    spots: Spots,
    areas: dict[str, list[Incident]],
    counting: _Counting,
    keep: str | None,
) -> Sheet:
    """Say at which zooms spots and small areas are counted instead of drawn."""
    if len(sheet.spots) + len(sheet.areas) <= CROWDED:
        return sheet
    members: dict[int, Member] = {}
    marks: list[Spot | AreaMark] = [*sheet.spots, *sheet.areas]
    for number, mark in enumerate(marks):
        at = mark.lat_deg, mark.lon_deg
        group = spots[at] if isinstance(mark, Spot) else areas[mark.place_id]
        if not _holds(group, keep):
            members[number] = _member(mark, counting.points(at, group))
    found, alone = crowds(tuple(members.values()))
    above = dict(zip(members, alone, strict=True))
    told = [msgspec.structs.replace(one, above=above.get(n, 0.0)) for n, one in enumerate(marks)]
    return msgspec.structs.replace(
        sheet,
        spots=tuple(one for one in told if isinstance(one, Spot)),
        areas=tuple(one for one in told if isinstance(one, AreaMark)),
        crowds=found,
    )


def _member(mark: Spot | AreaMark, points: tuple[Point, ...]) -> Member:
    at = mark.lat_deg, mark.lon_deg
    if isinstance(mark, Spot):
        px = max(one.px for one in mark.marks) + FAN_PX * (len(mark.marks) > 1)
        return Member(at=at, points=points, px=px)
    shape = drawn_shape(mark.place_id)
    below = small_below(shape) if shape is not None else 0.0
    return Member(at=at, points=points, px=SPECK_PX, below=below)
