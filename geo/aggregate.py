"""Many points, few marks: a grid whose cells keep their size on the screen.

What the browser gets depends on the cells in view and not on the number of incidents.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from incidents.records import EventType, Record
from incidents.tongue import n_
from incidents.wording import say_dead

CELL_PX = 64
"""Side of a cell on the screen."""
MOST_BINS = 400
MOST_UNASKED = 120
"""Bins where the zoom is not known, so that they hardly overlap."""
WORLD_PX = 256
TURN = 2 * math.pi


class Point(Record, frozen=True):
    """One incident, as far as binning needs it."""

    lat_deg: float
    lon_deg: float
    events: int
    killed: int | None
    type: EventType
    held: bool = False
    """Whether `killed` is added to no total, as in the strip."""


class Share(Record, frozen=True):
    """One event type's part of a bin."""

    type: EventType
    share: float
    """0 to 1, of the events."""


class Bin(Record, frozen=True):
    """The incidents of one cell."""

    lat_deg: float
    """Mean of its points, so that the mark lies where they are."""
    lon_deg: float
    events: int
    killed_low: int
    unknown: int
    """Incidents of whose dead nothing is said."""
    to_check: int
    """Incidents whose toll is held beside the total."""
    parts: tuple[Share, ...]
    bounds: tuple[tuple[float, float], tuple[float, float]]
    """((south, west), (north, east)) of its points."""

    @property
    def px(self) -> float:
        """Radius of the mark."""
        return bin_px(self.events)

    @property
    def line(self) -> str:
        """The bin in one line."""
        toll = say_dead(self.killed_low, self.unknown)
        if self.to_check:
            checked = n_("{n} toll to be checked", "{n} tolls to be checked", self.to_check)
            toll = f"{toll}, {checked}"
        return f"{n_('{n} event', '{n} events', self.events)} · {toll}"


def bins_of(points: Sequence[Point], zoom: float | None) -> tuple[Bin, ...]:
    """Bin points on a grid of equal cells on the Mercator map.

    Args:
        points: any number.
        zoom: the map's; None takes the closest one at which they hardly overlap.
    """
    xy = mercator([(p.lat_deg, p.lon_deg) for p in points])
    level = 12.0 if zoom is None else max(zoom, 0.0)
    cells = _cells(xy, level)
    most = MOST_UNASKED if zoom is None else MOST_BINS
    while len(np.unique(cells)) > most and level > 0:
        level -= 1
        cells = _cells(xy, level)
    groups: dict[int, list[Point]] = {}
    for cell, point in zip(cells.tolist(), points, strict=True):
        groups.setdefault(cell, []).append(point)
    return tuple(bin_of(groups[cell]) for cell in sorted(groups))


def mercator(positions: Sequence[tuple[float, float]]) -> npt.NDArray[np.float64]:
    """Return x and y of each latitude and longitude, in map widths east and north of 0, 0."""
    lat, lon = np.array(positions, dtype=float).reshape(-1, 2).T
    return np.column_stack([lon / 360, np.arcsinh(np.tan(np.radians(lat.clip(-85, 85)))) / TURN])


def _cells(xy: npt.NDArray[np.float64], zoom: float) -> npt.NDArray[np.int64]:
    cells = np.rint(xy * (WORLD_PX * 2**zoom / CELL_PX)).astype(np.int64)
    return np.asarray(cells[:, 0] * 2**32 + cells[:, 1])


def bin_of(points: Sequence[Point]) -> Bin:
    """Put points together, at least one."""
    events = sum(one.events for one in points)
    by_type: dict[EventType, int] = {}
    for one in points:
        by_type[one.type] = by_type.get(one.type, 0) + one.events
    lats, lons = [one.lat_deg for one in points], [one.lon_deg for one in points]
    return Bin(
        lat_deg=round(sum(lats) / len(lats), 4),
        lon_deg=round(sum(lons) / len(lons), 4),
        events=events,
        killed_low=sum(one.killed or 0 for one in points if not one.held),
        unknown=sum(one.killed is None for one in points),
        to_check=sum(one.held for one in points),
        parts=tuple(
            Share(type=name, share=round(number / events, 3))
            for name, number in sorted(by_type.items(), key=lambda item: -item[1])
        ),
        bounds=((min(lats), min(lons)), (max(lats), max(lons))),
    )


def bin_px(events: int) -> float:
    """Return the radius of a bin's mark; area grows with the logarithm of the events."""
    return round(12 + 5 * math.log10(max(events, 1)), 1)
