"""The timeline's picture: intervals as bars with faded ends above, bins on the axis below."""

import datetime as dt
import hashlib
from typing import Any

import pandas as pd

from incidents import tongue
from incidents.timeline import Timeline
from ui import session, theme
from ui.timeline_rows import DAY, DRAWN, rows_of
from ui.tongue import _
from ui.view import View

Spec = dict[str, Any]
"""A Vega-Lite specification, or a part of one. Plain: to have Altair build and check it took
three fifths of the time that the whole page takes."""
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Says which language it is; nothing fetches it."""
FONT = "Source Sans"
_BINS = "bins"
_INK = {"light": "#25221d", "dark": "#e6e1d7"}
_MUTED = {"light": "#6b6558", "dark": "#a39c8e"}
_BAND = {"light": "#1f5673", "dark": "#7fb7d4"}


def chart(line: Timeline, view: View) -> Spec:
    """Draw bins and bars as one layered chart, its heights in pixels.

    Intervals lie above, bins stand below them on the axis; both share the axis of time.

    Returns:
        a Vega-Lite specification; its `datasets` are data frames.
    """
    shade = theme.current()
    rows = rows_of(line, set(view.rows["id"]), view)
    window = _window()
    rows_data, window_data = _named("marks", rows), _named("window", window)
    scale = _scale(line)
    x = {"field": "start", "type": "temporal", "title": None, "scale": scale, "axis": _axis(shade)}
    hues = sorted(set(rows.loc[rows["kind"] == "bar", "colour"]))
    layers = [] if window.empty else [_band(window_data, x, shade)]
    layers += [_marks(rows_data, x), *(_faded(rows_data, x, hue, shade) for hue in hues)]
    layers.append(_texts(rows_data, scale))
    return {
        "$schema": SCHEMA,
        "height": DRAWN,
        "background": "transparent",
        "padding": {"left": 2, "right": 2},
        # Vega gives some marks a role without a name; for a screen reader the table says it all.
        "config": {"aria": False, "locale": {"time": _time_locale()}, "view": {"stroke": None}},
        "params": _gestures(shade),
        "layer": layers,
        "datasets": {rows_data["name"]: rows}
        | ({} if window.empty else {window_data["name"]: window}),
    }


def _named(what: str, rows: pd.DataFrame) -> Spec:
    # Other rows have another name: Streamlit then draws them anew, and never half of them.
    told = rows.to_json(orient="values", date_format="iso").encode("utf-8", "surrogatepass")
    return {"name": f"{what}-{hashlib.sha256(told).hexdigest()[:16]}"}


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


def _scale(line: Timeline) -> Spec:
    margin = dt.timedelta(days=max(10, (line.last - line.first).days // 40))
    ends = (line.first - margin, line.last + margin + DAY)
    return {"type": "utc", "domain": [_utc(day) for day in ends], "nice": False}


def _axis(shade: theme.Theme) -> Spec:
    return {
        "tickCount": 8,
        "gridOpacity": 0.25,
        "domain": False,
        "tickSize": 0,
        "labelPadding": 6,
        "labelColor": _MUTED[shade],
        "labelFont": FONT,
        "labelFontSize": 11,
    }


def _utc(day: dt.date) -> Spec:
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}


def _plain(field: str, kind: str) -> Spec:
    """Take a column's values as they are: they are colours, opacities and widths already."""
    return {"field": field, "type": kind, "scale": None}


def _heights() -> Spec:
    scale = {"domain": [0, DRAWN], "nice": False}
    return {
        "y": {"field": "y", "type": "quantitative", "axis": None, "scale": scale},
        "y2": {"field": "y2"},
        "opacity": _plain("opacity", "quantitative"),
        "tooltip": {"field": "told", "type": "nominal", "title": _("Events")},
    }


def _gestures(shade: theme.Theme) -> list[Spec]:
    # The bins hear, over the whole height, two gestures: drag across, click on a mark.
    mark = {"fill": _BAND[shade], "fillOpacity": 0.15}
    brush = {"type": "interval", "encodings": ["x"], "mark": mark}
    pick = {"type": "point", "fields": ["first_id"], "on": "click", "clear": "dblclick"}
    return [
        {"name": name, "select": select, "views": [_BINS]}
        for name, select in (("brush", brush), ("pick", pick))
    ]


def _marks(data: Spec, x: Spec) -> Spec:
    return {
        "name": _BINS,
        "data": data,
        "transform": [{"filter": "datum.kind == 'bin'"}],
        "mark": {"type": "bar", "cursor": "pointer"},
        "encoding": {"x": x, "x2": {"field": "stop"}, "color": _plain("colour", "nominal")}
        | _heights(),
    }


def _faded(data: Spec, x: Spec, hue: str, shade: theme.Theme) -> Spec:
    stops = [
        {"offset": at, "color": f"{hue}{alpha}"}
        for at, alpha in ((0, "10"), (0.16, "c0"), (0.84, "c0"), (1, "10"))
    ]
    fill = {"gradient": "linear", "stops": stops, "x1": 0, "x2": 1, "y1": 0, "y2": 0}
    return {
        "data": data,
        "transform": [{"filter": f"datum.kind == 'bar' && datum.colour == '{hue}'"}],
        "mark": {
            "type": "rect",
            "color": fill,
            "cornerRadius": 3,
            "cursor": "pointer",
            "stroke": _INK[shade],
        },
        "encoding": {
            "x": x,
            "x2": {"field": "stop"},
            "strokeWidth": _plain("outline", "quantitative"),
        }
        | _heights(),
    }


def _texts(data: Spec, scale: Spec) -> Spec:
    return {
        "data": data,
        "mark": {
            "type": "text",
            "font": FONT,
            "fontSize": 11,
            "fontWeight": 600,
            "baseline": "middle",
        },
        "encoding": {
            "x": {"field": "middle", "type": "temporal", "title": None, "scale": scale},
            "y": {"field": "label_y", "type": "quantitative", "axis": None},
            "text": {"field": "label", "type": "nominal"},
            "color": _plain("ink", "nominal"),
            "opacity": _plain("opacity", "quantitative"),
        },
    }


def _window() -> pd.DataFrame:
    """Return the dates filtered by as one row, or none."""
    spec = session.spec()
    start = spec.date_from or dt.date(1900, 1, 1)
    stop = (spec.date_to or dt.date(2100, 12, 31)) + DAY
    rows = [{"start": pd.Timestamp(start), "stop": pd.Timestamp(stop)}]
    return pd.DataFrame(rows if spec.date_from or spec.date_to else [])


def _band(data: Spec, x: Spec, shade: theme.Theme) -> Spec:
    return {
        "data": data,
        "mark": {"type": "rect", "color": _BAND[shade], "opacity": 0.13, "clip": True},
        "encoding": {"x": x, "x2": {"field": "stop"}},
    }
