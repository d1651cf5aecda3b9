"""Events in time: bins for what is well dated, bars for what is known only as an interval."""

import datetime as dt
from typing import Literal

import pandas as pd

from incidents.filters import FilterSpec
from incidents.records import EventType, Record
from incidents.table import FAR_FUTURE, FAR_PAST

Unit = Literal["day", "week", "month", "year"]
MAX_BARS = 60
"""Interval bars sent to a browser at most; what is left over is counted and said."""
SINGLE_BARS = 12
"""Up to so many intervals each incident has a bar of its own; beyond, equal intervals share one."""
_LONGEST: tuple[tuple[Unit, int], ...] = (("day", 62), ("week", 400), ("month", 4000))


class Bin(Record, frozen=True, kw_only=True):
    """Events of one type whose dates all lie in one unit of time."""

    start: dt.date
    end: dt.date
    """Inclusive."""
    event_type: EventType
    events: int
    ids: tuple[str, ...]


class Bar(Record, frozen=True, kw_only=True):
    """Events known only to lie somewhere in an interval longer than the unit."""

    start: dt.date
    end: dt.date
    """Inclusive."""
    event_type: EventType
    events: int
    ids: tuple[str, ...]
    lane: int
    """0 is the topmost; bars of a lane do not overlap."""


class Timeline(Record, frozen=True, kw_only=True):
    """What the timeline draws."""

    unit: Unit
    first: dt.date
    last: dt.date
    bins: tuple[Bin, ...]
    bars: tuple[Bar, ...]
    lanes: int
    undated: int
    """Incidents without any date; they are nowhere on the line."""
    left_out: int
    """Incidents behind bars beyond `MAX_BARS`."""


def timeline(rows: pd.DataFrame) -> Timeline | None:
    """Lay incidents out in time.

    Args:
        rows: rows of the incident table; parts are left out, their whole stands for them.

    Returns:
        None where nothing is dated.
    """
    whole = rows[~rows["part_of"].isin(rows["id"])]
    dated = whole[whole["earliest"].notna()]
    if dated.empty:
        return None
    first, last = min(dated["earliest"]), max(dated["latest"])
    unit = unit_for(first, last)
    ends = [bin_of(day, unit)[1] for day in dated["earliest"]]
    fits = pd.Series([a <= b for a, b in zip(dated["latest"], ends, strict=True)], dated.index)
    vague = dated[~fits]
    keys = ["earliest", "latest", "event_type"]
    grouped = _singly(vague, keys) if len(vague) <= SINGLE_BARS else _groups(vague, keys)
    bars, lanes = _pack(grouped[:MAX_BARS])
    return Timeline(
        unit=unit,
        first=first,
        last=last,
        bins=tuple(_bins(dated[fits], unit)),
        bars=tuple(bars),
        lanes=lanes,
        undated=len(whole) - len(dated),
        left_out=sum(len(ids) for *_, ids in grouped[MAX_BARS:]),
    )


def unit_for(first: dt.date, last: dt.date) -> Unit:
    """Return the finest unit that still gives readable bins over this stretch."""
    days = (last - first).days
    return next((unit for unit, longest in _LONGEST if days <= longest), "year")


def bin_of(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    """Return the first and last day, inclusive, of the unit that holds `day`; weeks are ISO's."""
    if unit == "day":
        return day, day
    if unit == "week":
        start = day - dt.timedelta(days=day.weekday())
        return start, start + dt.timedelta(days=6)
    if unit == "month":
        start = day.replace(day=1)
        following = (start + dt.timedelta(days=31)).replace(day=1)
        return start, following - dt.timedelta(days=1)
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def step(spec: FilterSpec, line: Timeline, by: int) -> FilterSpec:
    """Move the window of dates by its own length; without one, begin at the line's end or start."""
    if spec.date_from is None or spec.date_to is None:
        day = line.first if by > 0 else line.last
        start, end = bin_of(day, line.unit)
        return spec.replace(date_from=start, date_to=end)
    days = (spec.date_to - spec.date_from).days + 1
    if _is_unit(spec.date_from, spec.date_to, "month"):
        inside = spec.date_to + dt.timedelta(days=1) if by > 0 else _before(spec.date_from)
        start, end = bin_of(inside, "month")
        return spec.replace(date_from=start, date_to=end)
    shift = dt.timedelta(days=days * by)
    try:
        start, end = spec.date_from + shift, spec.date_to + shift
    except OverflowError:
        return spec
    return spec.replace(date_from=max(start, FAR_PAST), date_to=min(end, FAR_FUTURE))


def _before(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=1)


def _is_unit(start: dt.date, end: dt.date, unit: Unit) -> bool:
    return bin_of(start, unit) == (start, end)


def _bins(rows: pd.DataFrame, unit: Unit) -> list[Bin]:
    if rows.empty:
        return []
    spans = [bin_of(day, unit) for day in rows["earliest"]]
    marked = rows.assign(bin_start=[s for s, _ in spans], bin_end=[e for _, e in spans])
    return [
        Bin(start=start, end=end, event_type=kind, events=events, ids=ids)
        for start, end, kind, events, ids in _groups(marked, ["bin_start", "bin_end", "event_type"])
    ]


_Group = tuple[dt.date, dt.date, EventType, int, tuple[str, ...]]


def _groups(rows: pd.DataFrame, keys: list[str]) -> list[_Group]:
    found: dict[tuple[dt.date, dt.date, EventType], list[int]] = {}
    columns = zip(*(rows[key] for key in keys), strict=True)
    for position, key in enumerate(columns):
        found.setdefault(key, []).append(position)
    ids, counts = list(rows["id"]), list(rows["count"])
    return [
        (*key, sum(int(counts[p]) for p in at), tuple(ids[p] for p in at))
        for key, at in sorted(found.items())
    ]


def _singly(rows: pd.DataFrame, keys: list[str]) -> list[_Group]:
    alone = [_groups(rows.iloc[[n]], keys)[0] for n in range(len(rows))]
    return sorted(alone, key=lambda group: group[:2])


def _pack(groups: list[_Group]) -> tuple[list[Bar], int]:
    free: list[dt.date] = []
    bars = []
    for start, end, kind, events, ids in groups:
        lane = next((n for n, busy in enumerate(free) if busy < start), len(free))
        if lane == len(free):
            free.append(end)
        free[lane] = end
        bars.append(Bar(start=start, end=end, event_type=kind, events=events, ids=ids, lane=lane))
    return bars, len(free)
