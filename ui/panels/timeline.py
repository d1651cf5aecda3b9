"""The timeline under the map: bins and faded bars, brushed to filter, stepped and played."""

import datetime as dt
import html
from collections.abc import Mapping
from typing import Any

import streamlit as st

from incidents.filters import FilterSpec
from incidents.select import select
from incidents.timeline import Timeline, step, timeline
from ui import session
from ui.markup import plain
from ui.panels import emptiness
from ui.timeline_chart import chart
from ui.timeline_rows import HEIGHT
from ui.tongue import N_, _, n_
from ui.view import View

_PLAYING, _DUE = "timeline_playing", "timeline_due"
_SECONDS = 1.6
_UNITS = {
    "day": N_("Events by day; faded bars: some time in that interval. Drag to filter."),
    "week": N_("Events by week; faded bars: some time in that interval. Drag to filter."),
    "month": N_("Events by month; faded bars: some time in that interval. Drag to filter."),
    "year": N_("Events by year; faded bars: some time in that interval. Drag to filter."),
}


def show(view: View) -> Timeline | None:
    """Draw the timeline of what passes all filters but the dates, and return it."""
    undated = session.spec().replace(date_from=None, date_to=None)
    line = timeline(select(view.data.table, undated))
    if line is None:
        if view.rows.empty:
            emptiness.note(view)
        else:
            st.html(f'<div class="cm-note">{html.escape(_("Nothing in view has a date."))}</div>')
        return None
    _controls(line)
    key = f"timeline_{session.brush_generation()}"
    state = st.vega_lite_chart(
        spec=chart(line, view),
        key=key,
        height=HEIGHT,
        theme=None,
        on_select="rerun",
        alt=_("Events in time. Drag across it to filter by date."),
    )
    _adopt(state, line)
    return line


def play(line: Timeline | None) -> None:
    """Move the window of dates on, a while after the page was drawn; call it last.

    The clock starts when its place on the page arrives: were it drawn first, a slow page would
    be redrawn without a rest, and nobody could look at a step or press pause.
    """
    if line is not None and st.session_state.get(_PLAYING):
        st.session_state[_DUE] = False
        _player(line)


def _controls(line: Timeline) -> None:
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key="play"):
        st.html(f'<div class="cm-note">{html.escape(_caption(line))}</div>', width="stretch")
        _button("skip_previous", _("Step back"), -1, line)
        _play_or_pause()
        _button("skip_next", _("Step forward"), 1, line)
        st.button(
            _("All dates"),
            key="all_dates",
            type="tertiary",
            disabled=not (session.spec().date_from or session.spec().date_to),
            on_click=_set_dates,
            args=(None, None),
        )


def _caption(line: Timeline) -> str:
    parts = [_(_UNITS[line.unit])]
    if line.undated:
        parts.append(_("{n} undated, not drawn.", n=line.undated))
    if line.left_out:
        parts.append(
            n_("{n} more interval not drawn.", "{n} more intervals not drawn.", line.left_out)
        )
    return " ".join(parts)


def _button(icon: str, words: str, by: int, line: Timeline) -> None:
    st.button(
        "",
        icon=f":material/{icon}:",
        key=f"timeline_{icon}",
        type="tertiary",
        help=plain(words),
        on_click=_step,
        args=(line, by),
    )


def _step(line: Timeline, by: int) -> None:
    _move(step(session.spec(), line, by))


def _move(window: FilterSpec) -> None:
    # Over a map that stays: what moves from one step to the next is seen only so.
    session.set_spec(window)
    session.hold()
    session.renew_brush()


def _play_or_pause() -> None:
    # Two buttons and not one that toggles: pressing pause twice on a slow page still pauses.
    playing = bool(st.session_state.get(_PLAYING))
    st.button(
        "",
        icon=":material/pause:" if playing else ":material/play_arrow:",
        key="timeline_pause" if playing else "timeline_play",
        type="tertiary",
        help=_("Pause") if playing else _("Play: move the window of dates on, step by step"),
        on_click=_play,
        args=(not playing,),
    )


def _play(on: bool) -> None:  # noqa: FBT001  a widget's callback takes its arguments by position
    st.session_state[_PLAYING] = on


@st.fragment(run_every=_SECONDS)
def _player(line: Timeline) -> None:
    # Its first run is the page's own, whatever had the page drawn; the next is the clock's.
    # One that was under way when pause was pressed comes late, and must not step.
    if not st.session_state[_DUE] or not st.session_state.get(_PLAYING):
        st.session_state[_DUE] = True
        return
    after = step(session.spec(), line, 1)
    if after.date_from and after.date_from > line.last:
        st.session_state[_PLAYING] = False
    else:
        _move(after)
    st.rerun()


def _set_dates(start: dt.date | None, end: dt.date | None) -> None:
    session.change(date_from=start, date_to=end)
    session.renew_brush()


def _adopt(state: Mapping[str, Any], line: Timeline) -> None:
    selection = state["selection"]
    brushed = selection.get("brush", {}).get("start")
    if brushed:
        start, end = (_day(ms) for ms in sorted(brushed))
        _set_dates(max(start, line.first - dt.timedelta(days=366)), max(start, end))
        st.rerun()
    picked = [row["first_id"] for row in selection.get("pick", []) if row.get("first_id")]
    if picked and picked[0] != st.session_state.get("timeline_picked"):
        st.session_state["timeline_picked"] = picked[0]
        session.select(picked[0])
        st.rerun()
    if not picked:
        st.session_state["timeline_picked"] = None


def _day(milliseconds: float) -> dt.date:
    return dt.datetime.fromtimestamp(milliseconds / 1000, tz=dt.UTC).date()
