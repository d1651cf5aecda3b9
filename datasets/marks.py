"""A layer on the map: cells of the screen and areas, a bounded number whatever its rows."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from datasets.drawn import Bounds, Cell, Kept, Other, Outline
from datasets.layers import Layer
from datasets.raw import coded
from datasets.reading import GIVEN
from datasets.selecting import keep
from geo.outlines import area_outlines, label_position
from geo.seam import WEST_END
from incidents.filters import FilterSpec
from incidents.terms import said
from incidents.tongue import _, day, language, n_, number
from incidents.wording import say_dead, say_toll

CELL_PX = 48
WORLD_PX = 256
MOST_CELLS = 250
"""Of a layer; beyond it cells are larger."""
MOST_AREAS = 40
"""Of a layer; the others are counted."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def kept_of(layer: Layer, spec: FilterSpec) -> Kept:
    """Return what a filter leaves of a layer."""
    mask = _kept(_Held(layer), spec)
    at = _points(_Held(layer))
    points = mask & at.pin
    areas = mask & (coded(layer.table["place_id"]).map(bool, dtype=bool))
    why = Counter[str]()
    column = coded(layer.table["why"])
    counts = np.bincount(column.codes[mask & ~points & ~areas], minlength=len(column.values))
    for reason, rows in zip(column.values, counts.tolist(), strict=False):
        why[reason] += rows
    return Kept(
        rows=int(mask.sum()),
        points=int(points.sum()),
        areas=int(areas.sum()),
        unplaced=tuple((reason, rows) for reason, rows in why.most_common() if rows),
        bounds=_bounds(at.lat[points], at.lon[points]) if points.any() else None,
    )


def others(layers: Sequence[Layer], spec: FilterSpec, zoom: float) -> list[Other]:
    """Return the layers as the browser gets them.

    Args:
        layers: those that are switched on.
        spec: what filters them.
        zoom: the map's.
    """
    spoken = language()
    return [_other(_Held(layer), at, spec, zoom, spoken) for at, layer in enumerate(layers)]


class _Held:
    """A layer as the key of what was reckoned from it: the one object stands for its file."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer

    def __hash__(self) -> int:
        return id(self.layer)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.layer is self.layer


class _Points:
    """Where the rows are, in degrees and on the Mercator map (0 to 1)."""

    def __init__(self, layer: Layer) -> None:
        self.lat = layer.table["lat_deg"].to_numpy()
        lon = layer.table["lon_deg"].to_numpy()
        self.lon = np.where(lon < WEST_END, lon + 360, lon)
        kind = coded(layer.table["place_kind"])
        self.pin = kind.map(lambda one: one == "point", dtype=bool)
        self.x = self.lon / 360
        lat = np.radians(np.clip(self.lat, -85, 85))
        self.y = np.arcsinh(np.tan(lat)) / (2 * np.pi)


@lru_cache(maxsize=8)
def _points(held: _Held) -> _Points:
    return _Points(held.layer)


@lru_cache(maxsize=32)
def _kept(held: _Held, spec: FilterSpec) -> npt.NDArray[np.bool_]:
    return keep(held.layer, spec)


@lru_cache(maxsize=64)
def _other(held: _Held, order: int, spec: FilterSpec, zoom: float, _spoken: str) -> Other:
    mask = _kept(held, spec)
    outlined, left = _areas(held.layer, mask)
    told = n_("{n} event", "{n} events", int(mask.sum()))
    if left:
        told += " · " + n_("{n} area is not drawn", "{n} areas are not drawn", left)
    return Other(
        letter=_LETTERS[order % len(_LETTERS)],
        name=held.layer.card.name,
        told=told,
        cells=tuple(_cells(held, mask, zoom)),
        areas=tuple(outlined),
    )


def _cells(held: _Held, mask: npt.NDArray[np.bool_], zoom: float) -> list[Cell]:
    at = _points(held)
    rows = np.flatnonzero(mask & at.pin)
    if not len(rows):
        return []
    level = max(zoom, 0.0)
    order, starts = _grouped(at, rows, level)
    while len(starts) > MOST_CELLS and level > 0:
        level -= 1
        order, starts = _grouped(at, rows, level)
    sizes = np.diff([*starts, len(order)])
    toll = held.layer.table["killed_low"]
    killed = toll.fill_null(0).to_numpy()[order]
    unknown = toll.is_null().to_numpy()[order].astype(np.int64)
    lat, lon = at.lat[order], at.lon[order]
    found = []
    sums = [np.add.reduceat(one, starts) for one in (lat, lon, killed, unknown)]
    ends = [(np.minimum.reduceat(o, starts), np.maximum.reduceat(o, starts)) for o in (lat, lon)]
    for n, size in enumerate(sizes.tolist()):
        box = ((float(ends[0][0][n]), float(ends[1][0][n])),
               (float(ends[0][1][n]), float(ends[1][1][n])))  # fmt: skip
        dead = say_dead(int(sums[2][n]), int(sums[3][n])) if size > 1 else ""
        line, radius = _said(held.layer, int(order[starts[n]]), size, dead)
        found.append(
            Cell(
                lat=round(float(sums[0][n]) / size, 4),
                lon=round(float(sums[1][n]) / size, 4),
                text=_short(size),
                line=line,
                radius_km=radius,
                bounds=box,
            )
        )
    return found


def _grouped(
    at: _Points, rows: npt.NDArray[np.int64], zoom: float
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the rows by cell, and where in them each cell begins."""
    side = CELL_PX / (WORLD_PX * 2**zoom)
    x = np.round(at.x[rows] / side).astype(np.int64)
    y = np.round(at.y[rows] / side).astype(np.int64)
    cells = x * 2**32 + y
    order = np.argsort(cells, kind="stable")
    ordered = cells[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    return rows[order], starts


def _said(layer: Layer, row: int, size: int, dead: str) -> tuple[str, float]:
    if size > 1:
        events = n_("{n} event", "{n} events", size)
        return f"{events} · {dead}", 0.0
    one: dict[str, Any] = layer.table.slice(row, 1).to_pylist()[0]
    fields = layer.card.fields
    actors = [str(one[f"{GIVEN}{c}"]) for c in (fields.actor_1, fields.actor_2) if c]
    told = [
        said(one["sub_event_type"] or one["event_type"]),
        _when(one["earliest"], one["latest"]),
        str(one[f"{GIVEN}{fields.place}"]) if fields.place else "",
        " / ".join(filter(None, actors)),
        say_toll("killed", one["killed_low"], None) if one["killed_low"] is not None else "",
    ]
    return " · ".join(filter(None, told)), float(one["radius_km"])


def _when(first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None:
        return _("no date")
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def _areas(layer: Layer, mask: npt.NDArray[np.bool_]) -> tuple[list[Outline], int]:
    column = coded(layer.table["place_id"])
    counts = np.bincount(column.codes[mask], minlength=len(column.values))
    found = [(rows, key) for key, rows in zip(column.values, counts.tolist(), strict=False)
             if key and rows]  # fmt: skip
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    shown = found[:MOST_AREAS]
    shapes = area_outlines(key for _rows, key in shown)
    drawn = []
    for rows, key in shown:
        lat, lon = label_position(key)
        line = n_("{n} event somewhere in here", "{n} events somewhere in here", rows)
        if key in shapes:
            drawn.append(
                Outline(geometry=shapes[key], lat=lat, lon=lon, text=_short(rows), line=line)
            )
    return drawn, len(found) - len(drawn)


def _bounds(lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64]) -> Bounds:
    return (float(lat.min()), float(lon.min())), (float(lat.max()), float(lon.max()))


def _short(rows: int) -> str:
    return number(rows) if rows < 10_000 else f"{number(rows / 1000)}k"  # noqa: PLR2004  digits fit
