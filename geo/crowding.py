"""What lies too close together on the screen to be told apart, and is better counted.

A few marks may overlap: numbers and halos tell them apart. Of many, those that would cover
each other at a zoom are one bin there, which says how many events it holds and falls apart
as one comes closer. All of it is worked out once, from near to far, so that the browser turns
from zoom to zoom by itself.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from shapely.geometry.base import BaseGeometry

from geo.aggregate import WORLD_PX, Bin, Point, bin_of, bin_px, mercator
from incidents.records import Record

CROWDED = 12
"""Marks on the map up to which all are drawn one by one."""
SMALL_PX = 60
"""An area smaller than this on the screen is a speck under its label."""
ZOOMS = tuple(half / 2 for half in range(23, 2, -1))
"""From near to far; at the closest zoom of all, 12, everything stands alone."""
TOUCH = 0.9
"""Two marks are one when they are closer than this share of their radii together."""
RIM_PX = 4
"""What a bin's coloured rim adds to its radius."""
Position = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True)
class Member:
    """What is drawn at one position: a spot, or a small area with its label.

    Attributes:
        at: where its mark or label stands.
        points: its incidents; empty where all are parts of others, and counted there.
        px: radius of its mark.
        below: the zoom up to which it is small enough to crowd; infinite for a spot.
    """

    at: Position
    points: tuple[Point, ...]
    px: float
    below: float = math.inf


class Crowd(Record, frozen=True):
    """One bin, and at which zooms it stands."""

    bin: Bin
    above: float
    """Farther out, at this zoom and less, it is part of a larger one; 0 where of none."""
    upto: float
    """Closer than this it falls apart."""


@dataclass
class _Cluster:
    members: list[int]
    at: Position
    points: list[Point]
    px: float
    since: float
    below: float


@lru_cache(maxsize=64)
def crowds(members: tuple[Member, ...]) -> tuple[tuple[Crowd, ...], tuple[float, ...]]:
    """Put together what would overlap, zoom by zoom, from near to far.

    Returns:
        The bins, and for each member the zoom that it stands alone above; 0 where always.
    """
    clusters = [
        _Cluster([n], one.at, [*one.points], one.px, math.inf, one.below)
        for n, one in enumerate(members)
    ]
    found: list[Crowd] = []
    alone = [0.0] * len(members)
    for zoom in ZOOMS:
        merged = _merged(clusters, zoom)
        kept = {id(one) for one in merged}
        for one in clusters:
            if id(one) in kept:
                continue
            if one.since < math.inf:
                found.append(Crowd(bin=bin_of(one.points), above=zoom, upto=one.since))
            else:
                alone[one.members[0]] = zoom
        clusters = merged
    found += [
        Crowd(bin=bin_of(one.points), above=0.0, upto=one.since)
        for one in clusters
        if one.since < math.inf
    ]
    return tuple(found), tuple(alone)


def _merged(clusters: list[_Cluster], zoom: float) -> list[_Cluster]:
    """Merge what overlaps at a zoom, the closest two first, until nothing does."""
    small = [one for one in clusters if one.below > zoom]
    world_px = WORLD_PX * 2**zoom
    xy = mercator([one.at for one in small]) * world_px
    px = np.array([one.px for one in small])
    share = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) / (px[:, None] + px[None])
    # What counts nothing joins what does, and makes no bin of its own.
    empty = np.array([not one.points for one in small], dtype=bool)
    share[np.tril_indices_from(share)] = np.inf
    share[empty[:, None] & empty[None]] = np.inf
    gone: set[int] = set()
    while share.size and share.min() < TOUCH:
        first, second = map(int, np.unravel_index(share.argmin(), share.shape))
        small[first] = one = _joined(small[first], small[second], zoom)
        gone.add(second)
        apart = np.hypot(*(xy - mercator([one.at])[0] * world_px).T) / (px + one.px)
        xy[first], px[first], empty[first] = mercator([one.at])[0] * world_px, one.px, False
        apart[[first, *gone]] = np.inf
        share[second, :] = share[:, second] = np.inf
        share[first, first + 1 :], share[:first, first] = apart[first + 1 :], apart[:first]
    return [one for one in clusters if one.below <= zoom] + [
        one for n, one in enumerate(small) if n not in gone
    ]


def _joined(first: _Cluster, second: _Cluster, zoom: float) -> _Cluster:
    points = first.points + second.points
    return _Cluster(
        members=first.members + second.members,
        at=_middle(points),
        points=points,
        px=bin_px(sum(one.events for one in points)) + RIM_PX,
        since=zoom,
        below=math.inf,
    )


def _middle(points: Sequence[Point]) -> Position:
    """Return where a bin of these points stands, as `bin_of` has it."""
    return (
        sum(one.lat_deg for one in points) / len(points),
        sum(one.lon_deg for one in points) / len(points),
    )


def small_below(shape: BaseGeometry) -> float:
    """Return the zoom up to which an outline is a speck on the screen."""
    west, south, east, north = shape.bounds
    widest = max(east - west, north - south) / 360 * WORLD_PX
    return math.log2(SMALL_PX / widest) if widest else math.inf
