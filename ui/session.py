"""What this browser tab is looking at, and the URL that carries it.

One record is the truth: widgets are seeded from it in every run and write back to it in
their callbacks, so a link, a click on the map and a typed date all take the same way.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from incidents.errors import FilterError
from incidents.filters import FilterSpec
from ui import tongue
from ui.tongue import _

FILTER_PARAMETER = "f"
SELECTED_PARAMETER = "sel"
REPORT_PARAMETER = "report"
COUNT_PARAMETER, VERSIONS = "count", "reports"
"""Where it stands in the address, each report's version of a joined event is counted."""
_SPEC, _SELECTED, _REPORT = "view_spec", "view_selected", "view_report"
_WRITTEN, _NOTES, _BRUSH = "view_written", "view_notes", "brush_generation"
_REFIT, _BY_REPORT = "map_refit", "view_by_report"
_HELD, _KEPT = "map_held", "map_kept"


def start() -> None:
    """Adopt the URL at the session's start, and whenever it changed behind our back.

    The browser's back button is the undo: each view is an entry of its history.
    """
    found = _carried(dict(st.query_params))
    if st.session_state.get(_WRITTEN) != found:
        st.session_state[_NOTES] = []
        st.session_state[_SPEC] = _spec_from(found.get(FILTER_PARAMETER))
        st.session_state[_SELECTED] = found.get(SELECTED_PARAMETER)
        st.session_state[_REPORT] = found.get(REPORT_PARAMETER)
        st.session_state[_BY_REPORT] = found.get(COUNT_PARAMETER) == VERSIONS
        st.session_state[_WRITTEN] = found
        renew_brush()


def query() -> dict[str, str]:
    """Return the view as a URL carries it, with the language that was asked for."""
    asked = tongue.asked()
    return _view() | ({tongue.PARAMETER: asked} if asked else {})


def _view() -> dict[str, str]:
    wanted = {}
    if not spec().is_default:
        wanted[FILTER_PARAMETER] = spec().to_json()
    if selected():
        wanted[SELECTED_PARAMETER] = str(selected())
    if chosen_report():
        wanted[REPORT_PARAMETER] = str(chosen_report())
    if by_report():
        wanted[COUNT_PARAMETER] = VERSIONS
    return wanted


def finish() -> None:
    """Write the view into the URL, where it differs."""
    wanted = _view()
    if _carried(dict(st.query_params)) != wanted:
        st.query_params.from_dict(query())
    st.session_state[_WRITTEN] = wanted


def _carried(parameters: dict[str, str]) -> dict[str, str]:
    ours = (FILTER_PARAMETER, SELECTED_PARAMETER, REPORT_PARAMETER, COUNT_PARAMETER)
    return {k: v for k, v in parameters.items() if k in ours}


def _spec_from(text: str | None) -> FilterSpec:
    if not text:
        return FilterSpec()
    try:
        return FilterSpec.from_json(text)
    except FilterError as error:
        note(_("The link’s filters were left out. {why}", why=str(error)))
        return FilterSpec()


def note(message: str) -> None:
    """Keep a message for the analyst until the view changes."""
    st.session_state.setdefault(_NOTES, []).append(message)


def notes() -> list[str]:
    """Return the messages kept by `note`."""
    return list(st.session_state.get(_NOTES, []))


def spec() -> FilterSpec:
    """Return the filters in force."""
    found: FilterSpec = st.session_state.get(_SPEC, FilterSpec())
    return found


def set_spec(new: FilterSpec) -> None:
    """Put other filters in force."""
    st.session_state[_SPEC] = new
    st.session_state[_NOTES] = []


def change(**changes: Any) -> None:
    """Change some filters; a combination that means nothing is refused with a note."""
    try:
        set_spec(spec().replace(**changes))
    except FilterError as error:
        note(str(error))


def selected() -> str | None:
    """Return the selected incident's id."""
    found: str | None = st.session_state.get(_SELECTED)
    return found


def select(incident_id: str | None) -> None:
    """Select an incident everywhere at once: map, timeline, text, card and table."""
    st.session_state[_SELECTED] = incident_id
    if incident_id is not None:
        st.session_state[_REPORT] = None


def chosen_report() -> str | None:
    """Return the report that the analyst turned to, where none of its incidents is selected."""
    found: str | None = st.session_state.get(_REPORT)
    return found


def turn_to(report_id: str | None) -> None:
    """Show another report's text."""
    st.session_state[_REPORT] = report_id
    st.session_state[_SELECTED] = None
    refit()


def by_report() -> bool:
    """Tell whether each report's version of a joined event is counted, and not the event."""
    return bool(st.session_state.get(_BY_REPORT, False))


def count_by_report(on: bool) -> None:  # noqa: FBT001  a callback's argument
    """Count the versions of joined events, or the events again."""
    st.session_state[_BY_REPORT] = on
    refit()


def refit() -> None:
    """Let the map show all that is in view, at its next drawing."""
    st.session_state[_REFIT] = True


def take_refit() -> bool:
    """Tell whether the map has to show all that is in view, once."""
    return bool(st.session_state.pop(_REFIT, False))


def hold() -> None:
    """Leave the map where it is at its next drawing, though the filters change."""
    st.session_state[_HELD] = True


def take_hold() -> bool:
    """Tell whether the map has to stay where it is, once or for good."""
    return bool(st.session_state.pop(_HELD, False)) or keeps_view()


def keeps_view() -> bool:
    """Tell whether the analyst wants the map to stay where it is whatever the filters."""
    return bool(st.session_state.get(_KEPT))


def keep_view(wanted: bool) -> None:  # noqa: FBT001  a widget hands it over by position
    """Let the map stay where it is, or follow the filters again."""
    st.session_state[_KEPT] = wanted


def brush_generation() -> int:
    """Return a number that changes whenever the timeline's brush must be forgotten."""
    return int(st.session_state.get(_BRUSH, 0))


def renew_brush() -> None:
    """Forget the brush, because the dates came from elsewhere."""
    st.session_state[_BRUSH] = brush_generation() + 1


def seed(key: str, value: object) -> str:
    """Give a widget its value from the view before it is drawn, and return its key."""
    st.session_state[key] = value
    return key


def reader(key: str, write: Callable[[Any], None]) -> Callable[[], None]:
    """Return a widget callback that hands the widget's value to `write`."""

    def read() -> None:
        write(st.session_state[key])

    return read
