"""Many points, few marks: a grid whose cells keep their size on the screen.

What the browser gets depends on the cells in view and not on the number of incidents.
"""

import math
from collections.abc import Sequence
from typing import cast

import pandas as pd

from incidents.records import EventType, Record
from incidents.tongue import _, n_
from incidents.wording import say_toll

CELL_PX = 64
"""Side of a cell on the screen."""
MOST_BINS = 400
MOST_UNASKED = 120
"""Bins where the zoom is not known, so that they hardly overlap."""
WORLD_PX = 256


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
        """Radius of the mark; area grows with the logarithm of the events."""
        return round(12 + 5 * math.log10(max(self.events, 1)), 1)

    @property
    def line(self) -> str:
        """The bin in one line."""
        toll = say_toll("killed", self.killed_low, None)
        if self.unknown:
            toll = _("{toll}, unknown for {n}", toll=toll, n=self.unknown)
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
    frame = pd.DataFrame(
        [(p.lat_deg, p.lon_deg, p.events, p.killed, p.type, p.held) for p in points],
        columns=["lat", "lon", "events", "killed", "type", "held"],
    )
    level = 12.0 if zoom is None else max(zoom, 0.0)
    cells = _cells(frame, level)
    most = MOST_UNASKED if zoom is None else MOST_BINS
    while cells.nunique() > most and level > 0:
        level -= 1
        cells = _cells(frame, level)
    groups = frame.groupby(cells.to_numpy(), sort=True)
    return tuple(_bin(group) for _, group in groups)


def _cells(frame: pd.DataFrame, zoom: float) -> "pd.Series[int]":
    side = CELL_PX / (WORLD_PX * 2**zoom)
    x = (frame["lon"] / 360 / side).round().astype("int64")
    lat = frame["lat"].clip(-85, 85)
    north = lat.map(lambda degrees: math.asinh(math.tan(math.radians(degrees))) / (2 * math.pi))
    y = (north / side).round().astype("int64")
    return x * 2**32 + y


def _bin(group: pd.DataFrame) -> Bin:
    events = int(group["events"].sum())
    held = group["held"].astype(bool)
    by_type = group.groupby("type")["events"].sum().sort_values(ascending=False)
    return Bin(
        lat_deg=round(float(group["lat"].mean()), 4),
        lon_deg=round(float(group["lon"].mean()), 4),
        events=events,
        killed_low=int(group["killed"][~held].sum()),
        unknown=int(group["killed"].isna().sum()),
        to_check=int(held.sum()),
        parts=tuple(
            Share(type=cast("EventType", name), share=round(int(number) / events, 3))
            for name, number in by_type.items()
        ),
        bounds=(
            (float(group["lat"].min()), float(group["lon"].min())),
            (float(group["lat"].max()), float(group["lon"].max())),
        ),
    )
