"""The timeline's picture: intervals as bars with faded ends above, bins on the axis below."""

import datetime as dt
from typing import Any

import altair as alt
import pandas as pd

from geo.palette import mark as palette_mark
from incidents import tongue
from incidents.terms import said
from incidents.timeline import Bar, Bin, Timeline
from incidents.wording import say_day
from ui import session, theme
from ui.tongue import _
from ui.view import View

HEIGHT = 176
LABEL_PX = 11
"""Height that a bar must have for its number."""
_AXIS = 20
_DAY = dt.timedelta(days=1)
_INK = {"light": "#25221d", "dark": "#e6e1d7"}
_MUTED = {"light": "#6b6558", "dark": "#a39c8e"}
_BAND = {"light": "#1f5673", "dark": "#7fb7d4"}


def chart(line: Timeline, view: View) -> alt.LayerChart:
    """Draw bins and bars as one layered chart, its heights in pixels.

    Intervals lie above, bins stand below them on the axis; both share the axis of time.
    """
    shade = theme.current()
    inside = set(view.rows["id"])
    rows = _frame(line, inside, view)
    margin = dt.timedelta(days=max(10, (line.last - line.first).days // 40))
    scale = alt.Scale(
        type="utc",
        domain=[_utc(line.first - margin), _utc(line.last + margin + _DAY)],
        nice=False,
    )
    x = alt.X("start:T", title=None, scale=scale, axis=_axis(shade))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, HEIGHT - _AXIS], nice=False))
    base = alt.Chart(rows)
    layers: list[alt.Chart] = [*_band(shade, x), _marks(base, x, y, shade)]
    layers += _faded(base, rows, x, y, shade)
    layers.append(_texts(base, scale))
    drawn: alt.LayerChart = (
        alt.layer(*layers)
        .properties(
            height=HEIGHT - _AXIS, background="transparent", padding={"left": 2, "right": 2}
        )
        # Vega gives some marks a role without a name; for a screen reader the table says it all.
        .configure(aria=False, locale={"time": _time_locale()})
        .configure_view(stroke=None)
    )
    return drawn


def _time_locale() -> dict[str, Any]:
    """Return the names of months and days as d3 takes them."""
    names = tongue.calendar()
    return {
        "dateTime": "%x, %X",
        "date": "%Y-%m-%d",
        "time": "%H:%M",
        "periods": ["AM", "PM"],
        "days": names.days,
        "shortDays": names.short_days,
        "months": names.months,
        "shortMonths": names.short_months,
    }


def _axis(shade: theme.Theme) -> alt.Axis:
    return alt.Axis(
        tickCount=8,
        gridOpacity=0.25,
        domain=False,
        tickSize=0,
        labelPadding=6,
        labelColor=_MUTED[shade],
        labelFont="Source Sans",
        labelFontSize=11,
    )


def _utc(day: dt.date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)


def _marks(base: alt.Chart, x: alt.X, y: alt.Y, shade: theme.Theme) -> alt.Chart:
    # The bins, and over the whole height the two gestures: drag across, click on a mark.
    brush = alt.selection_interval(
        name="brush", encodings=["x"], mark=alt.BrushConfig(fill=_BAND[shade], fillOpacity=0.15)
    )
    pick = alt.selection_point(name="pick", fields=["first_id"], on="click", clear="dblclick")
    bins: alt.Chart = (
        base.transform_filter("datum.kind == 'bin'")
        .mark_bar(cursor="pointer")
        .encode(
            x=x,
            x2="stop:T",
            y=y,
            y2="y2:Q",
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("opacity:Q", scale=None),
            tooltip=alt.Tooltip("told:N", title=_("Events")),
        )
        .add_params(brush, pick)
    )
    return bins


def _faded(
    base: alt.Chart, rows: pd.DataFrame, x: alt.X, y: alt.Y, shade: theme.Theme
) -> list[alt.Chart]:
    found = []
    for hue in sorted(set(rows.loc[rows["kind"] == "bar", "colour"])):
        stops = [
            alt.GradientStop(offset=at, color=f"{hue}{alpha}")
            for at, alpha in ((0, "10"), (0.16, "c0"), (0.84, "c0"), (1, "10"))
        ]
        fill = alt.LinearGradient(gradient="linear", stops=stops, x1=0, x2=1, y1=0, y2=0)
        found.append(
            base.transform_filter(f"datum.kind == 'bar' && datum.colour == '{hue}'")
            .mark_rect(color=fill, cornerRadius=3, cursor="pointer", stroke=_INK[shade])
            .encode(
                x=x,
                x2="stop:T",
                y=y,
                y2="y2:Q",
                opacity=alt.Opacity("opacity:Q", scale=None),
                strokeWidth=alt.StrokeWidth("outline:Q", scale=None),
                tooltip=alt.Tooltip("told:N", title=_("Events")),
            )
        )
    return found


def _texts(base: alt.Chart, scale: alt.Scale) -> alt.Chart:
    texts: alt.Chart = base.mark_text(
        font="Source Sans", fontSize=11, fontWeight=600, baseline="middle"
    ).encode(
        x=alt.X("middle:T", scale=scale, title=None),
        y=alt.Y("label_y:Q", axis=None),
        text="label:N",
        color=alt.Color("ink:N", scale=None),
        opacity=alt.Opacity("opacity:Q", scale=None),
    )
    return texts


def _band(shade: theme.Theme, x: alt.X) -> list[alt.Chart]:
    spec = session.spec()
    if not (spec.date_from or spec.date_to):
        return []
    start = spec.date_from or dt.date(1900, 1, 1)
    stop = (spec.date_to or dt.date(2100, 12, 31)) + _DAY
    frame = pd.DataFrame({"start": [pd.Timestamp(start)], "stop": [pd.Timestamp(stop)]})
    return [
        alt.Chart(frame)
        .mark_rect(color=_BAND[shade], opacity=0.13, clip=True)
        .encode(x=x, x2="stop:T")
    ]


def _frame(line: Timeline, inside: set[str], view: View) -> pd.DataFrame:
    shade = theme.current()
    tall = HEIGHT - _AXIS
    lanes = line.lanes
    room = tall if not line.bins else tall // 2
    lane_height = min(22.0, room / lanes) if lanes else 0.0
    top = tall - 2.0
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
    start, stop = pd.Timestamp(mark.start), pd.Timestamp(mark.end + _DAY)
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
