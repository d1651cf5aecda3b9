"""The timeline's marks as rows: where each lies, its colour, its number and its words."""

import datetime as dt
from typing import Any

import pandas as pd

from geo.palette import mark as palette_mark
from incidents.terms import said
from incidents.timeline import Bar, Bin, Timeline
from incidents.wording import say_day
from ui import theme
from ui.tongue import _
from ui.view import View

HEIGHT = 176
"""The whole picture's, in pixels."""
DRAWN = HEIGHT - 20
"""Without the axis."""
LABEL_PX = 11
"""Height that a bar must have for its number."""
DAY = dt.timedelta(days=1)


def rows_of(line: Timeline, inside: set[str], view: View) -> pd.DataFrame:
    """Return bars, then bins, a row each.

    Args:
        line: the bars and bins.
        inside: ids in view; what holds none of them is paler.
        view: whose numbers and selection they bear.
    """
    shade = theme.current()
    lanes = line.lanes
    room = DRAWN if not line.bins else DRAWN // 2
    lane_height = min(22.0, room / lanes) if lanes else 0.0
    top = DRAWN - 2.0
    rows = [_bar_row(top - b.lane * lane_height, lane_height) for b in line.bars]
    floor = top - lanes * lane_height - 14
    rows += _bin_rows(line.bins, floor)
    found: list[Bar | Bin] = [*line.bars, *line.bins]
    marks = zip(rows, found, strict=True)
    frame = pd.DataFrame([row | _common(mark, shade, inside, view) for row, mark in marks])
    frame.loc[(frame["y"] - frame["y2"]).abs() < LABEL_PX, "label"] = ""
    return frame


def _bar_row(top: float, height: float) -> dict[str, Any]:
    return {"kind": "bar", "y": top, "y2": top - height + 3, "label_y": top - (height - 3) / 2}


def _bin_rows(bins: tuple[Bin, ...], tall: float) -> list[dict[str, Any]]:
    stacked: dict[dt.date, int] = {}
    for found in bins:
        stacked[found.start] = stacked.get(found.start, 0) + found.events
    highest = max(stacked.values(), default=1)
    reached: dict[dt.date, int] = {}
    rows = []
    for found in bins:
        low = reached.get(found.start, 0)
        reached[found.start] = low + found.events
        y, y2 = (tall * v / highest for v in (low, low + found.events))
        rows.append({"kind": "bin", "y": y, "y2": y2, "label_y": (y + y2) / 2})
    return rows


def _common(mark: Bar | Bin, shade: theme.Theme, inside: set[str], view: View) -> dict[str, Any]:
    own = [i for i in mark.ids if i in inside]
    start, stop = pd.Timestamp(mark.start), pd.Timestamp(mark.end + DAY)
    numbers = [view.labels[i] for i in own]
    label = numbers[0] if len(mark.ids) == 1 and numbers else ""
    if isinstance(mark, Bin) or len(mark.ids) > 1:
        label = str(mark.events)
    sign = palette_mark(mark.event_type, shade)
    chosen = view.selected is not None and view.selected.id in mark.ids
    when = say_day(mark.start)
    if mark.end != mark.start:
        when = _("{first} to {last}", first=when, last=say_day(mark.end))
    return {
        "start": start,
        "stop": stop,
        "middle": start + (stop - start) / 2,
        "first_id": _next(mark.ids, view),
        "colour": sign.colour,
        "ink": sign.ink,
        "opacity": 1.0 if own else 0.25,
        "outline": 1.5 if chosen else 0.0,
        "label": label,
        "told": _("{n} × {what}, {when}", n=mark.events, what=said(mark.event_type), when=when),
    }


def _next(ids: tuple[str, ...], view: View) -> str:
    # A second click on a mark that holds several goes on to the next of them.
    chosen = view.selected.id if view.selected else None
    return ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else ids[0]
